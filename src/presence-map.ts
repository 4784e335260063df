import { userIndex } from './contacts/user-index.js';
import { FRESHNESS, STATUSES, UNKNOWN } from './presence.js';
import type { Presence, PresenceStatus, StatusOf } from './presence.js';

/** So many users fit before there has to be more room. */
const ROOM = 256;

/** Nothing is known: no service status has this number. */
const NEVER = 255;

const NONE = 0;
const SNAPSHOT = 1;
const LIVE = 2;
const STALE = 3;

/** Bits of the flags column. */
const IS_LIVE = 1;
const IS_STALE = 2;
const IS_CHANGED = 4;

/** So many entries are kept for whoever asks again: more than any page shows at once. */
const MOST = 1000;

/** Entries without words or a change, by status and freshness. */
const PLAIN = new Map<number, Presence>();

/** What came of news: it was `older` than what is known, or it `agrees` with it, or it is `new`. */
export type Applied = 'older' | 'agrees' | 'new';

/**
 * What is known of each user, and how new news beats old.
 *
 * A user gets a number (a slot) on first mention and keeps it; what is known lies in columns by that
 * number, so ten thousand users cost one `Map` and some bytes each. Every piece of news has an
 * order: a push that of its arrival, an answer that of the moment it was asked for. News beats only
 * what has a lower order. Changes gather until {@link PresenceMap.takeChanges}, which tells of a
 * user only when the value differs from the one told last.
 */
export class PresenceMap {
  /** An app's own words; see {@link PresenceMap.remap} after it was replaced. */
  statusOf: StatusOf | undefined;

  readonly #report: (error: unknown) => void;
  readonly #users: string[] = [];
  readonly #index = userIndex((slot) => this.#users[slot]!);
  #types = new Uint8Array(ROOM).fill(NEVER);
  #shown = new Uint8Array(ROOM);
  #flags = new Uint8Array(ROOM);
  #told = new Uint8Array(ROOM);
  #orders = new Float64Array(ROOM);
  /** 0 for one whose status never changed. */
  #changedAt = new Float64Array(ROOM);
  /** Most users have no words of their own, so these two stay sparse. */
  readonly #words = new Map<number, string>();
  readonly #toldWords = new Map<number, string>();
  /** Entries of users with words or changes of their own, the last few that were asked for. */
  readonly #views = new Map<number, Presence>();
  #changed: number[] = [];
  /** Whoever was found last is asked for next: one change is read in several places. */
  #last = 0;

  constructor(report: (error: unknown) => void = () => undefined) {
    this.#report = report;
  }

  /** How many users have a slot; slots count up from 0. */
  get size(): number {
    return this.#users.length;
  }

  get hasChanges(): boolean {
    return this.#changed.length > 0;
  }

  /** The user's slot, made on first mention. */
  slotOf(userID: string): number {
    let slot = this.#find(userID);
    if (slot < 0) {
      slot = this.#users.push(userID) - 1;
      this.#index.add(userID, slot);
      if (slot >= this.#types.length) this.reserve(slot + 1);
    }
    return slot;
  }

  /** The user's slot, or `undefined` for one never mentioned. */
  find(userID: string): number | undefined {
    const slot = typeof userID === 'string' ? this.#find(userID) : -1;
    return slot < 0 ? undefined : slot;
  }

  userID(slot: number): string {
    return this.#users[slot]!;
  }

  /** Makes room for `size` users at once. */
  reserve(size: number): void {
    if (size <= this.#types.length) return;
    const room = Math.max(size, Math.ceil(this.#types.length * 1.5));
    const types = new Uint8Array(room).fill(NEVER);
    types.set(this.#types);
    this.#types = types;
    this.#shown = grown(this.#shown, new Uint8Array(room));
    this.#flags = grown(this.#flags, new Uint8Array(room));
    this.#told = grown(this.#told, new Uint8Array(room));
    this.#orders = grown(this.#orders, new Float64Array(room));
    this.#changedAt = grown(this.#changedAt, new Float64Array(room));
  }

  /**
   * Takes news of one user: a status type of the service (others count as 0), the user's own words,
   * the order of the news, and the time in epoch ms.
   */
  apply(slot: number, type: number, customStatus: string, order: number, now: number): Applied {
    if (this.#types[slot] !== NEVER && order <= this.#orders[slot]!) return 'older';
    const known = type === 1 || type === 2 || type === 3 ? type : 0;
    const words = typeof customStatus === 'string' ? customStatus : '';
    const before = this.#types[slot];
    const agrees = before === known && (this.#words.get(slot) ?? '') === words;
    this.#orders[slot] = order;
    if (!agrees) {
      if (before !== NEVER && before !== known) this.#changedAt[slot] = now;
      this.#types[slot] = known;
      if (words) this.#words.set(slot, words);
      else this.#words.delete(slot);
      this.#shown[slot] = this.#map(known, words);
    } else if (!(this.#flags[slot]! & IS_STALE)) {
      return 'agrees';
    }
    this.#flags[slot]! &= ~IS_STALE;
    this.#touch(slot);
    return agrees ? 'agrees' : 'new';
  }

  /** The order of the last news of a user; 0 before any. */
  orderOf(slot: number): number {
    return this.#orders[slot]!;
  }

  /** The service's own status of a user, or `undefined` when nothing is known. */
  typeOf(slot: number): number | undefined {
    const type = this.#types[slot]!;
    return type === NEVER ? undefined : type;
  }

  customStatusOf(slot: number): string {
    return this.#words.get(slot) ?? '';
  }

  /** Whether the user is subscribed and answered, so that its status is live. */
  setLive(slot: number, live: boolean): void {
    if (((this.#flags[slot]! & IS_LIVE) !== 0) === live) return;
    this.#flags[slot]! ^= IS_LIVE;
    if (this.#types[slot] !== NEVER) this.#touch(slot);
  }

  /** The connection is lost: everything known stays, and is stale until there is news of it. */
  staleAll(): void {
    this.#eachKnown((slot) => {
      this.#flags[slot] = (this.#flags[slot]! & IS_CHANGED) | IS_STALE;
    });
    this.#noneLive();
  }

  /** Drops everything known of everybody. */
  forgetAll(): void {
    this.#eachKnown((slot) => {
      this.#types[slot] = NEVER;
      this.#shown[slot] = NONE;
      this.#orders[slot] = 0;
      this.#flags[slot]! &= IS_CHANGED;
    });
    this.#noneLive();
    this.#words.clear();
    this.#changedAt.fill(0);
  }

  /** Shows everybody's words anew, after {@link PresenceMap.statusOf} was replaced. */
  remap(): void {
    this.#eachKnown((slot) => {
      this.#shown[slot] = this.#map(this.#types[slot]!, this.customStatusOf(slot));
    });
  }

  /** The status alone, without an entry: cheap enough for ordering thousands. */
  status(slot: number): PresenceStatus {
    return STATUSES[this.#shown[slot]!]!;
  }

  /** The entry of a user; `isBrief` leaves out when it changed, so that most share one of a few. */
  presence(slot: number, isBrief = false): Presence {
    const packed = this.#packed(slot);
    const customStatus = this.customStatusOf(slot);
    const changedAt = isBrief && !customStatus ? 0 : this.#changedAt[slot]!;
    const isPlain = !changedAt && !customStatus;
    const views = isPlain ? PLAIN : this.#views;
    const key = isPlain ? packed : slot;
    let view = views.get(key);
    if (!view) {
      const freshness = FRESHNESS[packed >> 4]!;
      if (freshness === 'none') return UNKNOWN;
      const status = this.status(slot);
      view = Object.freeze(
        changedAt
          ? { status, freshness, customStatus, changedAt }
          : { status, freshness, customStatus },
      );
      if (views.size >= MOST) views.clear();
      views.set(key, view);
    }
    return view;
  }

  /** The freshness as its index in `FRESHNESS`. */
  freshness(slot: number): number {
    if (this.#types[slot] === NEVER) return NONE;
    const flags = this.#flags[slot]!;
    if (flags & IS_STALE) return STALE;
    return flags & IS_LIVE ? LIVE : SNAPSHOT;
  }

  /** Hands over each user whose value differs from the one told last, once, and forgets them. */
  takeChanges(visit: (slot: number) => void): void {
    const changed = this.#changed;
    this.#changed = [];
    for (const slot of changed) {
      this.#flags[slot]! &= ~IS_CHANGED;
      const packed = this.#packed(slot);
      const words = this.#words.get(slot);
      if (packed === this.#told[slot] && words === this.#toldWords.get(slot)) continue;
      this.#told[slot] = packed;
      if (words === undefined) this.#toldWords.delete(slot);
      else this.#toldWords.set(slot, words);
      this.#last = slot;
      visit(slot);
    }
  }

  #find(userID: string): number {
    if (this.#users[this.#last] !== userID) this.#last = this.#index.find(userID);
    return this.#last;
  }

  #packed(slot: number): number {
    return this.#shown[slot]! | (this.freshness(slot) << 4);
  }

  #touch(slot: number): void {
    this.#views.delete(slot);
    if (this.#flags[slot]! & IS_CHANGED) return;
    this.#flags[slot]! |= IS_CHANGED;
    this.#changed.push(slot);
  }

  #noneLive(): void {
    for (let slot = 0; slot < this.#users.length; slot++) this.#flags[slot]! &= ~IS_LIVE;
  }

  #eachKnown(change: (slot: number) => void): void {
    for (let slot = 0; slot < this.#users.length; slot++) {
      if (this.#types[slot] === NEVER) continue;
      change(slot);
      this.#touch(slot);
    }
  }

  #map(type: number, words: string): number {
    if (!this.statusOf || !words) return type;
    try {
      const mapped = STATUSES.indexOf(this.statusOf(words, STATUSES[type]!)!);
      return mapped < 0 ? type : mapped;
    } catch (error) {
      this.#report(error);
      return type;
    }
  }
}

function grown<Column extends Uint8Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
