import { knownWords } from './known-words.js';
import { knownStatusType, STATUSES, UNKNOWN } from './presence.js';
import type { Freshness, Presence, PresenceStatus, StatusEntry, StatusOf } from './presence.js';

/**
 * How an entry compares with what the map holds: `older` entries are ignored, the `same` value only
 * confirms what is known, a `changed` value replaces it.
 */
export type ApplyResult = 'older' | 'same' | 'changed';

interface StatusRecord {
  /** The Chat SDK's number for the status; `undefined` while nothing is known. */
  statusType: number | undefined;
  customStatus: string;
  /** The version of the last update; 0 before the first. */
  version: number;
  isLive: boolean;
  isStale: boolean;
  changedAt: number | undefined;
  /** The entry for readers, created when it is first read after a change. */
  presence: Presence | undefined;
  /** The entry that listeners received last. */
  notified: Presence;
  /** Whether another entry was read since: its reader may show it, and has to be notified. */
  isReadEarly: boolean;
  /** Whether the user was of no use at the last `forgetUnused`. */
  isUnused: boolean;
}

/**
 * Holds what is known of each user, and decides which of two updates is newer. Pure: it knows no
 * clock and no source.
 *
 * Every update has a version: a push gets a new one when it arrives, an answer has the version at
 * the time its request was sent. An update only replaces what has a lower version. Changes collect
 * until {@link PresenceMap.takeChanges}, which returns a user only if the value differs from the one
 * that listeners received last, or from one that was read since.
 */
export class PresenceMap {
  readonly #reportError: (error: unknown) => void;
  readonly #records = new Map<string, StatusRecord>();
  readonly #changed = new Set<string>();
  #statusOf: StatusOf | undefined;

  /** @param reportError receives what an app's `statusOf` throws */
  constructor(reportError: (error: unknown) => void = () => undefined) {
    this.#reportError = reportError;
  }

  /** An app's own reading of custom statuses; setting it maps every known user again. */
  set statusOf(statusOf: StatusOf | undefined) {
    this.#statusOf = statusOf;
    for (const [userID, record] of this.#records) {
      if (record.customStatus) this.#touch(userID, record);
    }
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /**
   * Applies an update of one user.
   *
   * @param entry a status type that the Chat SDK does not document counts as 0, unknown
   * @param now epoch ms
   */
  apply(entry: StatusEntry, version: number, now: number): ApplyResult {
    const { userID } = entry;
    const record = this.#recordOf(userID);
    record.isUnused = false;
    if (record.statusType !== undefined && version <= record.version) return 'older';
    const { statusType, customStatus } = normalized(entry);
    const isSame = record.statusType === statusType && record.customStatus === customStatus;
    record.version = version;
    if (isSame && !record.isStale) return 'same';
    if (record.statusType !== undefined && record.statusType !== statusType) record.changedAt = now;
    record.statusType = statusType;
    record.customStatus = customStatus;
    record.isStale = false;
    this.#touch(userID, record);
    return isSame ? 'same' : 'changed';
  }

  /** Whether the map already holds the value of an entry. */
  agreesWith(entry: StatusEntry): boolean {
    const record = this.#records.get(entry.userID);
    const { statusType, customStatus } = normalized(entry);
    return record?.statusType === statusType && record.customStatus === customStatus;
  }

  /** What the map holds of a user, in the form of the service; `undefined` if nothing is known. */
  entryOf(userID: string): StatusEntry | undefined {
    const { statusType, customStatus = '' } = this.#records.get(userID) ?? {};
    return statusType === undefined ? undefined : { userID, statusType, customStatus };
  }

  /** The version of the last update of a user; 0 before the first. */
  versionOf(userID: string): number {
    return this.#records.get(userID)?.version ?? 0;
  }

  /** Sets whether the user is subscribed and confirmed, so that the status is live. */
  setLive(userID: string, isLive: boolean): void {
    const record = this.#recordOf(userID);
    if (record.isLive === isLive) return;
    record.isLive = isLive;
    this.#touch(userID, record);
  }

  /** The connection is lost: every known value stays, and is stale until its next update. */
  markAllStale(): void {
    for (const [userID, record] of this.#records) {
      record.isLive = false;
      record.isStale = record.statusType !== undefined;
      this.#touch(userID, record);
    }
  }

  /**
   * Forgets users who were of no use at the last call, nor since, nor now.
   *
   * @returns whether there are users who may be forgotten next time
   */
  forgetUnused(isUsed: (userID: string) => boolean): boolean {
    let hasUnused = false;
    for (const [userID, record] of this.#records) {
      if (isUsed(userID)) {
        record.isUnused = false;
      } else if (record.isUnused) {
        this.#records.delete(userID);
        this.#changed.delete(userID);
      } else {
        record.isUnused = hasUnused = true;
      }
    }
    return hasUnused;
  }

  /** Removes everything known of all users. */
  clear(): void {
    for (const [userID, record] of this.#records) {
      const { notified, isReadEarly } = record;
      Object.assign(record, newRecord(), { notified, isReadEarly });
      this.#touch(userID, record);
    }
  }

  /** The presence of a user, the same object until it changes. */
  presenceOf(userID: string): Presence {
    const record = this.#records.get(userID);
    if (!record) return UNKNOWN;
    if (!record.presence) {
      record.presence = this.#presenceFrom(record);
      record.isReadEarly ||= !isSameValue(record.presence, record.notified);
    }
    return record.presence;
  }

  /**
   * Returns each user whose value differs from the one returned last, and forgets the changes. A value
   * that came and went in between does not count, unless it was read: its reader may show it.
   */
  takeChanges(): [userID: string, presence: Presence][] {
    const changes: [string, Presence][] = [];
    for (const userID of this.#changed) {
      const record = this.#records.get(userID)!;
      const presence = this.presenceOf(userID);
      if (record.isReadEarly) changes.push([userID, presence]);
      record.notified = presence;
      record.isReadEarly = false;
      if (record.statusType === undefined && !record.isLive) this.#records.delete(userID);
    }
    this.#changed.clear();
    return changes;
  }

  #recordOf(userID: string): StatusRecord {
    let record = this.#records.get(userID);
    if (!record) this.#records.set(userID, (record = newRecord()));
    return record;
  }

  #touch(userID: string, record: StatusRecord): void {
    record.presence = undefined;
    this.#changed.add(userID);
  }

  #presenceFrom(record: StatusRecord): Presence {
    const { statusType, customStatus, changedAt } = record;
    if (statusType === undefined) return UNKNOWN;
    const status = this.#mapStatus(STATUSES[statusType]!, customStatus);
    const freshness = freshnessOf(record);
    return Object.freeze({
      status,
      freshness,
      customStatus,
      ...(changedAt !== undefined && { changedAt }),
    });
  }

  /** The page's `statusOf` comes first; the shipped words of a user who is online say busy or away. */
  #mapStatus(status: PresenceStatus, customStatus: string): PresenceStatus {
    if (!customStatus) return status;
    try {
      const mapped = this.#statusOf?.(customStatus, status);
      if (mapped !== undefined && STATUSES.includes(mapped)) return mapped;
    } catch (error) {
      this.#reportError(error);
    }
    return status === 'online' ? (knownWords(customStatus)?.status ?? status) : status;
  }
}

function newRecord(): StatusRecord {
  return {
    statusType: undefined,
    customStatus: '',
    version: 0,
    isLive: false,
    isStale: false,
    changedAt: undefined,
    presence: undefined,
    notified: UNKNOWN,
    isReadEarly: false,
    isUnused: false,
  };
}

function normalized({ statusType, customStatus }: StatusEntry) {
  return {
    statusType: knownStatusType(statusType),
    customStatus: typeof customStatus === 'string' ? customStatus : '',
  };
}

function freshnessOf({ isStale, isLive }: StatusRecord): Freshness {
  if (isStale) return 'stale';
  return isLive ? 'live' : 'snapshot';
}

function isSameValue(one: Presence, other: Presence): boolean {
  return (
    one.status === other.status &&
    one.freshness === other.freshness &&
    one.customStatus === other.customStatus
  );
}
