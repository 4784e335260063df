import type { Page } from '../page.js';
import type { StatusEntry } from '../presence.js';

/** So many users are looked through within a frame: 0.05 ms. */
const IN_FRAME = 2_000;

/** Of more users such a part is looked through in one task, and so many changed ones reported. */
const PART = 5;
const NEWS = 1_000;

/** The time between two parts, in ms: who is off the screen is looked at twice a second. */
const PAUSE = 100;

/**
 * Finds what has changed in the engine's map of statuses. The engine hands out one map, changed in
 * place, and says only that it has changed; but it replaces an entry that changes. So to find a few
 * changes among many users takes a comparison each and nothing else.
 *
 * Where there are more users than a frame has time for, it looks up who is on screen; all others
 * follow part by part in tasks of their own, so that neither a frame nor a stream of changes costs
 * more the more users there are.
 */
export class StatusScan {
  readonly #map: () => Map<string, unknown> | undefined;
  readonly #page: Page;
  readonly #report: (entries: readonly StatusEntry[]) => void;
  /** The entries as they were when last looked at, by place: of all, and of who is on screen. */
  #seen: unknown[] = [];
  #onScreen: unknown[] = [];
  /** Those of who is on screen, whatever place they had. */
  #seenOnScreen = new WeakSet();
  /** Where in which map the next look begins, and how many entries have yet to be looked at. */
  #looked: Map<string, unknown> | undefined;
  #rest: IterableIterator<[string, unknown]> | undefined;
  #place = 0;
  #left = 0;
  #isDirty = false;
  #cancel: (() => void) | undefined;

  constructor(
    map: () => Map<string, unknown> | undefined,
    page: Page,
    report: (entries: readonly StatusEntry[]) => void,
  ) {
    this.#map = map;
    this.#page = page;
    this.#report = report;
  }

  /** Whether the map has changed since {@link StatusScan.collect}. */
  get isDirty(): boolean {
    return this.#isDirty;
  }

  /** Whether somebody has yet to be looked at. */
  get isWaiting(): boolean {
    return this.#left > 0;
  }

  changed(): void {
    this.#isDirty = true;
  }

  /** Reports what has changed: of these users now, of all others now or soon. */
  collect(userIDs: readonly string[]): void {
    const map = this.#map();
    if (!map) return;
    if (this.#isDirty) this.#left = map.size;
    this.#isDirty = false;
    if (this.#left <= 0) return;
    if (map.size <= IN_FRAME) {
      this.#begin();
      this.#look(map, Infinity, Infinity);
      return;
    }
    const news: StatusEntry[] = [];
    const seen = this.#seenOnScreen;
    userIDs.forEach((userID, place) => {
      const entry = map.get(userID);
      if (entry === this.#onScreen[place]) return;
      this.#onScreen[place] = entry;
      if (Object(entry) !== entry || seen.has(entry as object)) return;
      seen.add(entry as object);
      take(news, userID, entry);
    });
    if (news.length > 0) this.#report(news);
    this.#cancel ??= this.#page.timer(this.#lookOn, this.#pause(map));
  }

  /** Whoever is told has forgotten everything: all is news again. */
  forget(): void {
    this.#seen = [];
    this.#onScreen = [];
    this.#seenOnScreen = new WeakSet();
    this.#left = this.#map()?.size ?? 0;
    this.#begin();
  }

  stop(): void {
    this.#cancel?.();
  }

  readonly #lookOn = (): void => {
    this.#cancel = undefined;
    const map = this.#map();
    if (!map) return;
    this.#look(map, Math.max(NEWS, map.size / PART), NEWS);
    if (this.#left > 0) this.#cancel = this.#page.timer(this.#lookOn, this.#pause(map));
  };

  /** Whoever was never looked at need not wait. */
  #pause(map: Map<string, unknown>): number {
    return this.#seen.length < map.size ? 0 : PAUSE;
  }

  #begin(): void {
    this.#rest = undefined;
    this.#place = 0;
  }

  /** Looks on from where the last look ended, to the end at most. */
  #look(map: Map<string, unknown>, part: number, most: number): void {
    if (map !== this.#looked) this.#begin();
    this.#looked = map;
    this.#rest ??= map.entries();
    const news: StatusEntry[] = [];
    const first = this.#place;
    let isThrough = true;
    for (const [userID, entry] of this.#rest) {
      const place = this.#place++;
      if (entry !== this.#seen[place]) {
        this.#seen[place] = entry;
        take(news, userID, entry);
      }
      if (this.#place - first < part && news.length < most) continue;
      isThrough = false;
      break;
    }
    this.#left -= this.#place - first;
    if (isThrough) {
      this.#seen.length = this.#place;
      this.#begin();
    }
    if (news.length > 0) this.#report(news);
  }
}

/** Type 0 is unknown, and what the engine makes of an entry without a type: no news. */
function take(news: StatusEntry[], userID: string, entry: unknown): void {
  const { statusType, customStatus = '' } = Object(entry) as Partial<StatusEntry>;
  if (statusType) news.push({ userID, statusType, customStatus });
}
