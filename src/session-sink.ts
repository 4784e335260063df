import type { Directory } from './directory.js';
import type { PresenceMap } from './presence-map.js';
import type { PresencePlanner } from './presence-planner.js';
import type { SourceSink } from './presence-source.js';
import { isUserID } from './presence.js';
import type { StatusEntry } from './presence.js';
import type { SessionError } from './session-error.js';
import type { StatusUpdates } from './status-updates.js';

/** What a sink passes on to, and what it asks of its session. */
export interface SessionSinkOptions {
  readonly directory: Directory;
  readonly map: PresenceMap;
  readonly planner: PresencePlanner;
  readonly updates: StatusUpdates;
  readonly error: SessionError;
  /** Makes a change and does what follows from it, unless the session is over. */
  readonly apply: (change: () => void) => void;
  /** Whether the statuses of other users count. */
  readonly isEnabled: () => boolean;
  /** Statuses have arrived, in an answer or by themselves. */
  readonly onStatuses: (entries: readonly StatusEntry[]) => void;
  /** The source has requested something of the service. */
  readonly onRequest: () => void;
  readonly onUser: (userID: string | undefined) => void;
  readonly onConnection: SourceSink['connection'];
  readonly onDisplay: (on: boolean) => void;
  readonly onFollowing: (isFollowing: boolean) => void;
  readonly onInvalidate: () => void;
}

type Statuses = readonly StatusEntry[];

/** What the source of a session reports. The members are own properties: `{ ...sink }` copies them. */
export class SessionSink implements SourceSink {
  readonly #options: SessionSinkOptions;
  readonly session: SourceSink['session'];
  readonly connection: SourceSink['connection'];
  readonly display: SourceSink['display'];
  readonly failure: SourceSink['failure'];
  readonly awaiting: () => void;
  readonly contacts: SourceSink['contacts'];
  readonly conversations: SourceSink['conversations'];
  readonly blocked: (userIDs: readonly string[]) => void;
  readonly profilesChanged: SourceSink['profilesChanged'];
  readonly membersChanged: (groupID: string) => void;
  readonly push: SourceSink['push'];
  readonly version: SourceSink['version'];
  readonly answer: SourceSink['answer'];
  readonly invalidate: SourceSink['invalidate'];
  readonly externalCall: SourceSink['externalCall'];
  readonly reserve: SourceSink['reserve'];
  readonly following: SourceSink['following'];
  readonly relay: SourceSink['relay'];
  readonly interest: SourceSink['interest'];
  readonly entryOf: SourceSink['entryOf'];

  constructor(options: SessionSinkOptions) {
    const { directory, map, planner, updates, error } = options;
    this.#options = options;
    this.session = this.#guarded((userID) => options.onUser(userID));
    this.connection = this.#guarded((state) => options.onConnection(state));
    this.display = this.#guarded((on) => options.onDisplay(on));
    this.failure = this.#guarded((failure) => error.set(failure));
    this.awaiting = this.#guarded(() => {
      directory.listsRequested();
      options.onRequest();
    });
    this.contacts = this.#guarded((contacts) => directory.setContacts(contacts));
    this.conversations = this.#guarded((each) => directory.setConversations(each));
    this.blocked = this.#guarded((userIDs) => directory.setBlocked(userIDs.filter(isUserID)));
    this.profilesChanged = this.#guarded((persons) => directory.profilesChanged(persons));
    this.membersChanged = this.#guarded((groupID) => directory.membersChanged(groupID));
    this.push = this.#statuses((entries) => updates.push(entries));
    this.version = () => updates.nextVersion();
    this.answer = this.#statuses((entries, version: number) => updates.answer(entries, version));
    // At every push, before its values are known: nothing follows but a flush.
    this.invalidate = () => options.onInvalidate();
    this.externalCall = (kind, userIDs, owner) => {
      let settle = (_done: readonly string[] | undefined): void => undefined;
      options.apply(() => {
        settle = this.#guarded(updates.externalCall(kind, userIDs, owner));
      });
      return (done) => settle(done);
    };
    this.reserve = this.#guarded((userIDs) => planner.reserve(userIDs.filter(isUserID)));
    this.following = this.#guarded((isFollowing) => options.onFollowing(isFollowing));
    this.relay = this.#statuses((entries) => updates.relay(entries));
    this.interest = () => planner.observed;
    this.entryOf = (userID) => map.entryOf(userID);
  }

  #guarded<Values extends unknown[]>(
    handle: (...values: Values) => void,
  ): (...values: Values) => void {
    return (...values) => this.#options.apply(() => handle(...values));
  }

  /** The logged-in user's own status counts always: it needs neither the plan nor the switch. */
  #statuses<Entries extends Statuses, Rest extends unknown[]>(
    handle: (entries: Entries, ...rest: Rest) => void,
  ): (entries: Entries, ...rest: Rest) => void {
    const { updates, isEnabled, onStatuses } = this.#options;
    return this.#guarded((entries: Entries, ...rest: Rest) => {
      const counting = isEnabled() ? entries : (updates.ownEntries(entries) as unknown as Entries);
      if (counting !== entries && counting.length === 0) return;
      onStatuses(counting);
      handle(counting, ...rest);
    });
  }
}
