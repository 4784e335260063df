import type { Contact, Conversation } from './contacts/contact.js';
import type { Person } from './contacts/person.js';
import type { Environment } from './environment.js';
import type { GroupRequests } from './people/group.js';
import type { PresenceError } from './presence-error.js';
import type { Freshness, StatusEntry } from './presence.js';

/**
 * A source brings statuses to a controller and makes the controller's calls to a service. It is one
 * function: it receives a sink, starts, and returns what it can be asked, or the promise of that.
 */
export interface PresenceSource {
  (sink: SourceSink): RunningSource | Promise<RunningSource>;
  /**
   * What the source reads, such as an engine's store. A controller counts the users of sources with
   * the same origin, and keeps the first of two origins.
   */
  readonly origin?: object;
  /**
   * The page as the source sees it, where that differs from the controller's: a source for several
   * pages is active as long as one of them is visible.
   */
  readonly environment?: Environment;
}

/** What a source reports. After its `stop` all of it is ignored. */
export interface SourceSink {
  /** Who is logged in; `undefined` after a logout. Another user removes all that is known. */
  session(userID: string | undefined): void;
  /** The connection to the service, once a user is logged in. */
  connection(state: 'connecting' | 'connected' | 'disconnected'): void;
  /** Whether the page wants to show statuses (the engine's `displayOnlineStatus`). */
  display(on: boolean): void;
  /** Why there are no statuses; `undefined` once there can be some again. */
  failure(error: PresenceError | undefined): void;
  /**
   * The contacts and conversations of the user have been requested from the service. Until some have
   * arrived, a connection on which nothing else does counts as lost after some seconds.
   */
  awaiting?(): void;
  contacts(contacts: readonly Contact[]): void;
  conversations(conversations: readonly Conversation[]): void;
  /** Whom the logged-in user has blocked, contacts or not. */
  blocked?(userIDs: readonly string[]): void;
  /** The profiles of these users have changed. */
  profilesChanged(persons: readonly Person[]): void;
  /** Users have come to this group of the logged-in user's, or have left it. */
  membersChanged?(groupID: string): void;
  /** Statuses that the service sent by itself, as new as their arrival. */
  push(entries: readonly StatusEntry[]): void;
  /**
   * Returns the current version. Pass it to `answer()`, so that the response to an earlier request
   * never overwrites a later push.
   */
  version(): number;
  /** The response to a query of the engine or the page; `version` is that of the request. */
  answer(entries: readonly StatusEntry[], version: number): void;
  /** The source's own store has changed: `pull()` is called before the next notification. */
  invalidate(): void;
  /**
   * The engine or the page makes a call that the service limits, for these users or (`undefined`)
   * for all. Call what it returns once the service has responded, with those it has done it for;
   * with none after a failure.
   */
  externalCall(
    kind: CallKind,
    userIDs: readonly string[] | undefined,
    owner: 'engine' | 'host',
  ): (done: readonly string[] | undefined) => void;
  /** Users whom the engine is about to subscribe by itself. */
  reserve(userIDs: readonly string[]): void;
  /**
   * Whether another page makes the calls. While it does, nothing is subscribed or queried here;
   * statuses come by `relay`, and the source passes on the interest.
   */
  following(isFollowing: boolean): void;
  /** Statuses that another page knows, with their freshness there. */
  relay(entries: readonly RelayedStatus[]): void;
  /** The users who are observed now. */
  interest(): ObservedUsers;
  /** What is known of a user, in the form of the service; `undefined` if nothing is. */
  entryOf(userID: string): StatusEntry | undefined;
}

/** A status with the freshness that it has for the page that follows the user. */
export interface RelayedStatus extends StatusEntry {
  readonly freshness: Extract<Freshness, 'live' | 'snapshot'>;
}

/** The users who are observed: who is to be subscribed, and for whom a query is enough. */
export interface ObservedUsers {
  readonly live: readonly string[];
  readonly listed: readonly string[];
}

/** The three calls that the service limits. */
export type CallKind = 'subscribe' | 'unsubscribe' | 'query';

/** A user whom the service refused in a call that succeeded for others, with the service's code. */
export interface CallFailure {
  readonly userID: string;
  readonly code: number;
}

/** What a running source can be asked. A call rejects with a {@link PresenceError}. */
export interface RunningSource extends GroupRequests {
  /**
   * Whether switching the feature off leaves the subscriptions at the service. Then ours are ended,
   * and those of others go on counting; the engine's switch ends all of them by itself.
   */
  readonly keepsSubscriptions?: boolean;
  /** At most 100 users; resolves with those refused. */
  subscribe(userIDs: readonly string[]): Promise<readonly CallFailure[]>;
  /** At most 100 users, never none; resolves with those refused. */
  unsubscribe(userIDs: readonly string[]): Promise<readonly CallFailure[]>;
  /** At most 500 users. */
  query(
    userIDs: readonly string[],
  ): Promise<{ entries: readonly StatusEntry[]; failures: readonly CallFailure[] }>;
  /** Switches the feature itself, for the whole page. */
  switchUserStatus(on: boolean): void;
  stop(): void;
  /** Checks again whether there can be statuses, after a failure. */
  retry?(): void;
  /** Returns the entries of the source's own store that have changed since the last pull. */
  pull?(): readonly StatusEntry[];
  /** Corrects the source's own store, where an older response has overwritten a later push. */
  writeBack?(entries: readonly StatusEntry[]): void;
  /** The users who are observed have changed. Called while another page makes the calls. */
  interestChanged?(): void;
  /** Makes an idle SDK reconnect at once, by a query of these users: the logged-in one, or others. */
  reconnect?(userIDs: readonly string[]): void;
  /** The profiles of at most 100 users, strangers too; a user whom the service lacks is left out. */
  profiles?(userIDs: readonly string[]): Promise<readonly Person[]>;
  /** Sets the logged-in user's own words; empty, it removes them. */
  setOwnStatus?(customStatus: string): Promise<void>;
}

/** What the service takes (documentation of user status, Tencent Cloud Chat). */
export interface SourceLimits {
  /** Users in one subscribe or unsubscribe call. */
  readonly subscribe: number;
  /** Users in one query. */
  readonly query: number;
  /** Subscriptions in all, for one logged-in user. */
  readonly held: number;
}
