import type { Page } from '../page.js';
import type { StatusEntry } from '../presence.js';

/** So many users are looked through within a frame: 0.05 ms. */
const IN_FRAME = 2_000;

/** Of more users such a part is looked through in one task, and so many changed ones reported. */
const PART = 10;
const NEWS = 1_000;

/** The time between two parts, in ms: who is off the screen is looked at every other second. */
const PAUSE = 200;

/** So many users named by one update are looked up one by one; of more, everybody is looked at. */
const NAMED = 256;

/**
 * Finds what has changed in the engine's map of statuses. The engine hands out one map, changed in
 * place, and says only that it has changed. Whoever saw the update that changed it knows whom it was
 * about, see {@link StatusScan.during}: those few are looked up, who is on screen at once, and among
 * more users than a frame has time for all others a few times a second, together; of them alone no
 * frame hears.
 *
 * Of other changes, and of too many, everybody is looked at: an entry that changes is replaced, so
 * that takes a comparison each and nothing else. Where there are more users than a frame has time
 * for, it looks up who is on screen; all others follow part by part in tasks of their own, so that
 * neither a frame nor a stream of changes costs more the more users there are.
 */
export class StatusScan {
  readonly #map: () => Map<string, unknown> | undefined;
  readonly #page: Page;
  readonly #report: (entries: readonly StatusEntry[]) => void;
  readonly #isOnScreen: (userID: string) => boolean;
  /** The entries as they were when last looked at: of all by place, and of who was on screen. */
  #seen: unknown[] = [];
  readonly #seenOnScreen = new Map<string, unknown>();
  /** Where in which map the next look begins, and how many entries have yet to be looked at. */
  #looked: Map<string, unknown> | undefined;
  #rest: IterableIterator<[string, unknown]> | undefined;
  #place = 0;
  #left = 0;
  /** Whom updates were about and who was not looked up since; others may have changed if `isWhole`. */
  readonly #named = new Set<string>();
  /** Whom the update under way is about; `undefined` where that may be everybody. */
  #about: readonly string[] | undefined;
  #isWhole = false;
  #isDirty = false;
  #cancel: (() => void) | undefined;

  constructor(
    map: () => Map<string, unknown> | undefined,
    page: Page,
    report: (entries: readonly StatusEntry[]) => void,
    isOnScreen: (userID: string) => boolean,
  ) {
    this.#map = map;
    this.#page = page;
    this.#report = report;
    this.#isOnScreen = isOnScreen;
  }

  /** Whether somebody has yet to be looked at. */
  get isWaiting(): boolean {
    return this.#left > 0 || this.#named.size > 0;
  }

  /** Runs an update of the map with these entries. */
  during(entries: unknown, update: () => void): void {
    // What watches the store may update it in turn.
    const before = this.#about;
    this.#about = this.#name(entries);
    try {
      update();
    } finally {
      this.#about = before;
    }
  }

  /** The map has changed; whether it is from now on that {@link StatusScan.collect} has to be called. */
  changed(): boolean {
    const about = this.#about;
    this.#isWhole ||= !about;
    if (this.#isDirty) return false;
    const map = about && !about.some(this.#isOnScreen) ? this.#map() : undefined;
    if (map && map === this.#looked && map.size > IN_FRAME) {
      this.#wait(map);
      return false;
    }
    this.#isDirty = true;
    return true;
  }

  /** Reports what has changed: of these users now, of all others now or soon. */
  collect(userIDs: readonly string[]): void {
    const map = this.#map();
    const isWhole = this.#isWhole || map !== this.#looked;
    this.#isDirty = this.#isWhole = false;
    if (!map) return;
    if (isWhole) this.#left = map.size;
    const isSmall = map.size <= IN_FRAME;
    if (isSmall && this.#left > 0) {
      this.#begin();
      this.#named.clear();
      this.#look(map, Infinity, Infinity);
    }
    const news: StatusEntry[] = [];
    if (this.#left > 0) this.#lookAt(userIDs, map, news);
    else if (isSmall) this.#lookUpNamed(map, news);
    else this.#lookUp(userIDs, map, news);
    if (this.isWaiting) this.#wait(map);
    if (news.length > 0) this.#report(news);
  }

  /** Whoever is told has forgotten everything: all is news again. */
  forget(): void {
    this.#seen = [];
    this.#seenOnScreen.clear();
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
    const news: StatusEntry[] = [];
    this.#lookUpNamed(map, news);
    if (news.length > 0) this.#report(news);
    if (this.#left <= 0) return;
    this.#look(map, Math.max(NEWS, map.size / PART), NEWS);
    if (this.#left > 0) this.#wait(map);
  };

  /** Looks on soon; whoever was never looked at need not wait. */
  #wait(map: Map<string, unknown>): void {
    const pause = this.#left > 0 && this.#seen.length < map.size ? 0 : PAUSE;
    this.#cancel ??= this.#page.timer(this.#lookOn, pause);
  }

  #begin(): void {
    this.#rest = undefined;
    this.#place = 0;
  }

  /** Notes whom the entries are about, if they say so and those are few enough. */
  #name(entries: unknown): string[] | undefined {
    if (!Array.isArray(entries) || entries.length > NAMED || this.#named.size > NEWS) return;
    const userIDs = entries.map((entry) => Object(entry).userID as string);
    for (const userID of userIDs) this.#named.add(userID);
    return userIDs;
  }

  #lookUpNamed(map: Map<string, unknown>, news: StatusEntry[]): void {
    const named = [...this.#named];
    this.#named.clear();
    for (const userID of named) take(news, userID, map.get(userID));
  }

  /** Of these users, those that were named. */
  #lookUp(userIDs: readonly string[], map: Map<string, unknown>, news: StatusEntry[]): void {
    if (this.#named.size === 0) return;
    for (const userID of userIDs) {
      if (this.#named.delete(userID)) take(news, userID, map.get(userID));
    }
  }

  #lookAt(userIDs: readonly string[], map: Map<string, unknown>, news: StatusEntry[]): void {
    for (const userID of userIDs) {
      const entry = map.get(userID);
      if (entry === this.#seenOnScreen.get(userID)) continue;
      this.#seenOnScreen.set(userID, entry);
      take(news, userID, entry);
    }
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
