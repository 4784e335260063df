import { NativeEvent } from './native-event.js';
import type { PresenceError } from './presence-error.js';

/** The state of the connection; `idle` means that no user is logged in, `unavailable` has an `error`. */
export type PresenceState = 'idle' | 'connecting' | 'ready' | 'disconnected' | 'unavailable';

/** The controller's `state` has changed. */
export class PresenceStateEvent extends NativeEvent {
  readonly state: PresenceState;

  constructor(state: PresenceState) {
    super('tui-presence-state');
    this.state = state;
  }
}

/** The service failed; the event comes once for each kind of failure. */
export class PresenceErrorEvent extends NativeEvent {
  readonly error: PresenceError;

  constructor(error: PresenceError) {
    super('tui-presence-error');
    this.error = error;
  }
}

/** The page has switched statuses on or off. */
export class PresenceDisplayEvent extends NativeEvent {
  readonly displayOnlineStatus: boolean;

  constructor(displayOnlineStatus: boolean) {
    super('tui-presence-display');
    this.displayOnlineStatus = displayOnlineStatus;
  }
}

export interface PresenceEventMap {
  'tui-presence-state': PresenceStateEvent;
  'tui-presence-error': PresenceErrorEvent;
  'tui-presence-display': PresenceDisplayEvent;
}

type ListenParameters = Parameters<EventTarget['addEventListener']>;

/** A target whose listeners know the fields of the events above. */
export interface PresenceEventTarget extends EventTarget {
  addEventListener<Type extends keyof PresenceEventMap>(
    type: Type,
    listener: (event: PresenceEventMap[Type]) => void,
    options?: ListenParameters[2],
  ): void;
  addEventListener(...parameters: ListenParameters): void;
}
