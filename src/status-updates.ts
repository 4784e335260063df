import type { Environment } from './environment.js';
import { OwnStatus } from './own-status.js';
import { presenceError } from './presence-error.js';
import type { PresenceMap } from './presence-map.js';
import type { PresencePlanner } from './presence-planner.js';
import type { CallKind, RelayedStatus, RunningSource } from './presence-source.js';
import { isUserID, knownStatusType } from './presence.js';
import type { StatusEntry } from './presence.js';
import { wordedError } from './session-error.js';
import { UnusedUsers } from './unused-users.js';

export interface StatusUpdatesOptions {
  readonly map: PresenceMap;
  readonly planner: PresencePlanner;
  readonly environment: Environment;
  /** Receives what is newer than an entry that the source's own store may have taken over. */
  readonly writeBack: (entries: readonly StatusEntry[]) => void;
}

/**
 * Puts what a source says into the map, and tells the planner what follows from it: which
 * subscriptions work, which were lost, and who is to be queried again.
 */
export class StatusUpdates {
  readonly #map: PresenceMap;
  readonly #planner: PresencePlanner;
  readonly #environment: Environment;
  readonly #writeBack: (entries: readonly StatusEntry[]) => void;
  readonly #unused: UnusedUsers;
  readonly #own = new OwnStatus();
  /** The logged-in user. */
  #userID: string | undefined;
  #live: ReadonlySet<string> = new Set();
  #version = 0;
  /** Reject what waits for an answer to the logged-in user. */
  readonly #rejects = new Set<(error: unknown) => void>();

  constructor({ map, planner, environment, writeBack }: StatusUpdatesOptions) {
    this.#map = map;
    this.#planner = planner;
    this.#environment = environment;
    this.#writeBack = writeBack;
    this.#unused = new UnusedUsers(environment, map, planner);
  }

  stop(): void {
    this.#unused.stop();
  }

  /** Starts to forget users who have neither an observer nor a subscription any more. */
  forgetUnused(): void {
    this.#unused.start();
  }

  /** Returns a version higher than all before. */
  nextVersion(): number {
    this.#version += 1;
    return this.#version;
  }

  /** The service sent these by itself: the subscriptions of the users work. */
  push(entries: readonly StatusEntry[]): void {
    this.#apply(entries, this.nextVersion());
    for (const { userID } of valid(entries)) this.#planner.pushReceived(userID);
    this.syncLive();
  }

  /** The response to a query that was sent at `version`. */
  answer(entries: readonly StatusEntry[], version: number): void {
    const newer = this.#apply(entries, version);
    this.forgetUnused();
    if (newer.length === 0) return;
    const now = this.#environment.elapsed();
    for (const { userID } of newer) this.#planner.queryAgain(userID, now);
    this.#writeBack(newer);
  }

  /**
   * The response to our own query. A live status that it contradicts was lost without a push, and so
   * was the subscription; unless a push arrived after the request was sent. Returns the users in it.
   */
  ownAnswer(entries: readonly StatusEntry[], version: number): ReadonlySet<string> {
    const now = this.#environment.elapsed();
    const answered = new Set<string>();
    for (const { userID, statusType } of valid(entries)) {
      answered.add(userID);
      const known = this.#map.entryOf(userID);
      if (!known || known.statusType === knownStatusType(statusType)) continue;
      if (!this.#planner.isLive(userID)) continue;
      if (this.#map.versionOf(userID) < version) this.#planner.doubt(userID, now);
    }
    this.answer(entries, version);
    return answered;
  }

  /**
   * Entries from the source's own store. One that agrees with the map is no update: a response that
   * is under way may be newer, and must not find a higher version.
   */
  pull(entries: readonly StatusEntry[]): void {
    const changed = valid(entries).filter((entry) => !this.#map.agreesWith(entry));
    if (changed.length === 0) return;
    this.#apply(changed, this.nextVersion());
    this.forgetUnused();
  }

  /** Statuses of another page that makes the calls: they are as fresh here as they are there. */
  relay(entries: readonly RelayedStatus[]): void {
    this.#apply(entries, this.nextVersion());
    for (const { userID, freshness } of entries) this.#map.setLive(userID, freshness === 'live');
  }

  /** Counts a call of the engine or the page; returns what is to be called with its result. */
  externalCall(
    kind: CallKind,
    userIDs: readonly string[] | undefined,
    owner: 'engine' | 'host',
  ): (done: readonly string[] | undefined) => void {
    this.#planner.addExternalCall(kind, this.#environment.elapsed());
    if (kind === 'query') return () => undefined;
    if (kind === 'unsubscribe') {
      return (done) => {
        this.#planner.externalUnsubscribed(done?.filter(isUserID), this.#environment.elapsed());
        this.syncLive();
      };
    }
    const users = (userIDs ?? []).filter(isUserID);
    const call = this.#planner.externalSubscribe(users, owner, this.#environment.elapsed());
    this.syncLive();
    return (done = users) => {
      this.#planner.externalSubscribed(call, new Set(done), this.#environment.elapsed());
      this.syncLive();
    };
  }

  /** Another user is logged in, or none. */
  setUser(userID: string | undefined): void {
    this.#userID = userID;
    this.#own.clear();
    for (const reject of this.#rejects) reject(presenceError('not-logged-in'));
    this.#rejects.clear();
  }

  /** Those of the entries that are the logged-in user's. */
  ownEntries(entries: readonly StatusEntry[]): readonly StatusEntry[] {
    return valid(entries).filter(({ userID }) => userID === this.#userID);
  }

  /** The service has no subscription to oneself: a user who is logged in and connected is online. */
  setOwnOnline(): void {
    const userID = this.#userID!;
    const known = this.#map.entryOf(userID);
    const isShown = known?.statusType === 1 && known.customStatus === this.#own.shown;
    if (isShown && this.#map.presenceOf(userID).freshness === 'live') return;
    this.#showOwn();
    this.#map.setLive(userID, true);
  }

  /**
   * Sets the custom status of the logged-in user, which is shown at once, and put back if the service
   * refuses it: then the promise rejects with a {@link PresenceError} in the words of the page.
   *
   * @param onShown called after what is shown may have changed
   */
  async setOwnStatus(
    source: RunningSource,
    customStatus: string,
    onShown: () => void,
  ): Promise<void> {
    const userID = this.#userID;
    const requestId = this.#own.begin(customStatus, this.nextVersion());
    const settle = (known: string | undefined): void => {
      if (userID !== this.#userID) return;
      this.#own.settle(requestId, known, this.nextVersion());
      this.#showOwn();
      onShown();
    };
    this.#showOwn();
    onShown();
    try {
      if (!source.setOwnStatus) throw presenceError('unknown', 0, 'source.setOwnStatus is missing');
      await this.#untilLogout(source.setOwnStatus(customStatus));
      settle(customStatus);
    } catch (thrown) {
      settle(undefined);
      throw wordedError(thrown);
    }
  }

  /** Passes an answer on, for which an SDK that is destroyed after the logout would wait for ever. */
  #untilLogout<Answer>(answer: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#rejects.add(reject);
      // An app's own source may return no promise.
      const settled = Promise.resolve(answer).finally(() => this.#rejects.delete(reject));
      settled.then(resolve, reject);
    });
  }

  /** Brings the map up to date with the subscriptions that work. */
  syncLive(): void {
    const live = new Set(this.#planner.liveUsers());
    for (const userID of this.#live) if (!live.has(userID)) this.#map.setLive(userID, false);
    for (const userID of live) this.#map.setLive(userID, true);
    this.#live = live;
  }

  markAllStale(): void {
    this.#map.markAllStale();
    this.#live = new Set();
  }

  clear(): void {
    this.#map.clear();
    this.#live = new Set();
  }

  /** Returns what the map holds of users for whom it knows something newer, and something else. */
  #apply(entries: readonly StatusEntry[], version: number): StatusEntry[] {
    const now = this.#environment.now();
    const newer: StatusEntry[] = [];
    for (const entry of valid(entries)) {
      const isOlder =
        entry.userID === this.#userID
          ? !this.#applyOwn(entry, version)
          : this.#map.apply(entry, version, now) === 'older';
      if (isOlder && !this.#map.agreesWith(entry)) newer.push(this.#map.entryOf(entry.userID)!);
    }
    return newer;
  }

  #applyOwn(entry: StatusEntry, version: number): boolean {
    const isNewer = this.#own.received(entry, version);
    if (isNewer) this.#showOwn();
    return isNewer;
  }

  /** A user who is logged in is online, whatever a push says. */
  #showOwn(): void {
    const entry = { userID: this.#userID!, statusType: 1, customStatus: this.#own.shown };
    this.#map.apply(entry, this.nextVersion(), this.#environment.now());
  }
}

/** A source may be an app's own code: what has no user is left out. */
function valid(entries: readonly StatusEntry[]): readonly StatusEntry[] {
  return Array.isArray(entries) ? entries.filter((entry) => isUserID(entry?.userID)) : [];
}
