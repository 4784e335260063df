/**
 * What an element can show of a user. `away` and `busy` come from the user's own words: from those
 * that ship with the package, or through {@link StatusOf}.
 */
export type PresenceStatus = 'online' | 'offline' | 'not-logged-in' | 'unknown' | 'away' | 'busy';

/**
 * How far a status can be trusted: `live` is subscribed and confirmed, `snapshot` was queried,
 * `stale` was known before the connection was lost, `none` is not known at all.
 */
export type Freshness = 'live' | 'snapshot' | 'stale' | 'none';

/** What is known of one user. Entries are frozen; an update replaces them. */
export interface Presence {
  readonly status: PresenceStatus;
  readonly freshness: Freshness;
  /** The user's own words, such as "in a meeting"; empty when there are none. */
  readonly customStatus: string;
  /** When this page saw the status change, in epoch milliseconds; unset until it did. */
  readonly changedAt?: number;
}

/**
 * Maps an app's own words to a status, such as "at lunch" to `away`; with `undefined` the shipped words
 * count, and else the status of the service.
 */
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

/** The Chat SDK's number for a status; a number that it does not document counts as 0, unknown. */
export const knownStatusType = (value: unknown): number =>
  value === 1 || value === 2 || value === 3 ? value : 0;

/** All statuses. The place of each of the first four is the Chat SDK's number for it. */
export const STATUSES: readonly PresenceStatus[] = [
  'unknown',
  'online',
  'offline',
  'not-logged-in',
  'away',
  'busy',
];

/** The presence of a user about whom nothing is known. */
export const UNKNOWN: Presence = Object.freeze({
  status: 'unknown',
  freshness: 'none',
  customStatus: '',
});

/** A user ID the service can be asked about: a string that is not empty (the Chat SDK allows 32 bytes). */
export const isUserID = (value: unknown): value is string =>
  typeof value === 'string' && value !== '';

/** A user ID from anywhere: a whole number is taken as its text; `undefined` for what is no ID. */
export function userIDOf(value: unknown): string | undefined {
  if (Number.isSafeInteger(value)) return String(value);
  return isUserID(value) ? value : undefined;
}
