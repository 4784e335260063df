import type { PresenceError } from './presence-error.js';
import type { StatusEntry } from './presence.js';
import type { Contact, Conversation } from './contacts/contact.js';

/**
 * A source brings statuses to a controller and carries its wishes to a service. It is one function:
 * it gets a way to report, starts, and returns what can be asked of it, with its stop; or the promise
 * of that.
 */
export type PresenceSource = (report: SourceReport) => RunningSource | Promise<RunningSource>;

/** What a source tells its controller. Nothing is heard after its stop. */
export interface SourceReport {
  /** Who is logged in, `undefined` after a logout. Another user drops everything that is known. */
  session(userID: string | undefined): void;
  /** The connection to the service, once somebody is logged in. */
  connection(state: 'connecting' | 'connected' | 'disconnected'): void;
  /** Whether the page wants to show statuses (the engine's `displayOnlineStatus`). */
  display(on: boolean): void;
  /** News of users the service sent by itself, as old as its arrival. */
  pushed(entries: readonly StatusEntry[]): void;
  /** News found in the source's own store, from whomever; as old as now. */
  noticed(entries: readonly StatusEntry[]): void;
  /** An answer to somebody else's query; `sentAt` is what {@link SourceReport.order} gave then. */
  answered(entries: readonly StatusEntry[], sentAt: number): void;
  /** A number for this moment, to give back with what was asked now. */
  order(): number;
  /** Users the engine is about to subscribe by itself. */
  expected(userIDs: readonly string[]): void;
  /**
   * Users that the engine by itself, or the page, asks to subscribe now. Returns what is to be told
   * which of them the service then holds: none after a failure.
   */
  subscribeElsewhere(
    userIDs: readonly string[],
    owner: 'engine' | 'host',
  ): (held: readonly string[]) => void;
  /** Users that somebody else has let go; `undefined` means everybody. */
  unsubscribedElsewhere(userIDs: readonly string[] | undefined): void;
  /** A call that somebody else made of the same limited kind. */
  calledElsewhere(kind: CallKind): void;
  /** Whether somebody wants the user's status live. */
  isOnScreen(userID: string): boolean;
  /** News waits in the source; call `RunningSource.collect` before the next frame is drawn. */
  dirty(): void;
  /** Presence is not to be had until this is mended; `undefined` once it is. */
  failed(error: PresenceError | undefined): void;
  contacts(contacts: readonly Contact[]): void;
  conversations(conversations: readonly Conversation[]): void;
}

/** The three calls that the service limits. */
export type CallKind = 'subscribe' | 'unsubscribe' | 'query';

/** A user that a call left out, with the service's code. */
export interface CallFailure {
  readonly userID: string;
  readonly code: number;
}

/** What can be asked of a source that runs. A call rejects with a {@link PresenceError}. */
export interface RunningSource {
  /** At most 100 users; resolves with those that failed. */
  subscribe(userIDs: readonly string[]): Promise<readonly CallFailure[]>;
  /** At most 100 users, never none. */
  unsubscribe(userIDs: readonly string[]): Promise<readonly CallFailure[]>;
  /** At most 500 users. */
  query(
    userIDs: readonly string[],
  ): Promise<{ entries: readonly StatusEntry[]; failures: readonly CallFailure[] }>;
  /** Switches the feature itself, for the whole page. */
  switchUserStatus(on: boolean): void;
  /** Brings a connection back that sleeps, by asking for one of these users. */
  wake?(userIDs: readonly string[]): void;
  /** Puts the source's own store right where an older answer overwrote newer news. */
  correct?(entries: readonly StatusEntry[]): void;
  /** Whether there may be news that `collect` has left for later. */
  readonly isWaiting?: boolean;
  /** Reports waiting news of these users first, of all others as time allows. */
  collect?(userIDs: readonly string[]): void;
  /** Looks again whether presence is to be had, after a failure. */
  retry?(): void;
  stop(): void;
}

/** How much the service takes, from TENCENT's documentation of user status. */
export interface SourceLimits {
  /** Users in one call. */
  readonly subscribe: number;
  readonly query: number;
  /** Subscriptions in all, for one user. */
  readonly held: number;
}
