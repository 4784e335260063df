import type { Directory } from './directory.js';
import type { Environment } from './environment.js';
import type { SessionCounts } from './planned-calls.js';
import type { PresenceError } from './presence-error.js';
import type { PresenceState } from './presence-events.js';
import type { PresenceMap } from './presence-map.js';
import type { PresenceSource, SourceLimits } from './presence-source.js';

/** What the service takes (Chat SDK 3.6.6, documentation of user status). */
export const SERVICE_LIMITS: SourceLimits = { subscribe: 100, query: 500, held: 200 };

/** What a session works on, and what it calls back. */
export interface SourceSessionOptions {
  readonly source: PresenceSource;
  readonly limits: SourceLimits | undefined;
  readonly environment: Environment;
  readonly map: PresenceMap;
  readonly directory: Directory;
  readonly counts: SessionCounts;
  /** The switch as the page wants it; `undefined` if it has said nothing. */
  readonly wantedDisplay: () => boolean | undefined;
  readonly onState: (state: PresenceState) => void;
  readonly onError: (error: PresenceError | undefined) => void;
  readonly onUser: (userID: string | undefined) => void;
  readonly onDisplay: (on: boolean) => void;
  /** The map may have changed. */
  readonly onUpdate: () => void;
  /** The source's own store has changed; call `pull` before the next notification. */
  readonly onInvalidate: () => void;
}
