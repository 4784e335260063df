/** What an element can show of a user. `away` and `busy` only come from {@link StatusOf}. */
export type PresenceStatus = 'online' | 'offline' | 'not-logged-in' | 'unknown' | 'away' | 'busy';

/**
 * How far a status can be trusted: `live` is subscribed and answered, `snapshot` was asked for,
 * `stale` was known before the connection was lost, `none` is not known at all.
 */
export type Freshness = 'live' | 'snapshot' | 'stale' | 'none';

/** What is known of one user. Entries are frozen; news replaces them. */
export interface Presence {
  readonly status: PresenceStatus;
  readonly freshness: Freshness;
  /** The user's own words, such as "in a meeting"; empty when there are none. */
  readonly customStatus: string;
  /** When this page saw the status change, in epoch milliseconds; unset until it did. */
  readonly changedAt?: number;
}

/** Maps an app's own words to a status, such as "in a meeting" to `busy`; `undefined` keeps it. */
export type StatusOf = (customStatus: string, status: PresenceStatus) => PresenceStatus | undefined;

/**
 * A status as the service sends it. Types are those of the Chat SDK: 0 unknown, 1 online,
 * 2 offline, 3 not logged in.
 */
export interface StatusEntry {
  readonly userID: string;
  readonly statusType: number;
  readonly customStatus: string;
}

/** Statuses by the number that the map stores them under; the first four are the service's own. */
export const STATUSES: readonly PresenceStatus[] = [
  'unknown',
  'online',
  'offline',
  'not-logged-in',
  'away',
  'busy',
];

export const FRESHNESS: readonly Freshness[] = ['none', 'snapshot', 'live', 'stale'];

/** What is shown of a user nobody has told us about. */
export const UNKNOWN: Presence = Object.freeze({
  status: 'unknown',
  freshness: 'none',
  customStatus: '',
});

/** A user ID the service can be asked about: a string that is not empty (TIM allows 32 bytes). */
export const isUserID = (value: unknown): value is string =>
  typeof value === 'string' && value !== '';
