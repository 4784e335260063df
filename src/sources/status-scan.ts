import type { Page } from '../page.js';
import type { StatusEntry } from '../presence.js';

/** So many users are looked through within a frame: 0.05 ms. */
const IN_FRAME = 2_000;

/** How many entries are looked at, and how many changed ones reported, in one task. */
const IN_TASK = 10_000;
const NEWS = 1_000;

/** What a frame has no time for waits this long, in ms, so that many changes cost one look. */
const LATER = 200;

/**
 * Finds what has changed in the engine's map of statuses. The engine hands out one map, changed in
 * place, and says only that it has changed; but it replaces an entry that changes. So to find a few
 * changes among many users takes a comparison each and nothing else.
 *
 * Where there are more users than a frame has time for, it looks up who is on screen; all others
 * follow in tasks of their own, so that a frame costs the same however many users there are.
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
  /** What a look has left for the next one. */
  #rest: IterableIterator<[string, unknown]> | undefined;
  #place = 0;
  #isDirty = false;
  #hasChanged = false;
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

  changed(): void {
    this.#isDirty = this.#hasChanged = true;
  }

  /** Reports what has changed: of these users now, of all others now or soon. */
  collect(userIDs: Iterable<string>): void {
    this.#isDirty = false;
    const map = this.#map();
    if (!map) return;
    if (map.size <= IN_FRAME) {
      this.#rest = undefined;
      this.#look(map, Infinity);
      return;
    }
    const news: StatusEntry[] = [];
    const seen = this.#seenOnScreen;
    let place = 0;
    for (const userID of userIDs) {
      const entry = map.get(userID);
      if (entry === this.#onScreen[place++]) continue;
      this.#onScreen[place - 1] = entry;
      if (Object(entry) !== entry || seen.has(entry as object)) continue;
      seen.add(entry as object);
      take(news, userID, entry);
    }
    if (news.length > 0) this.#report(news);
    this.#cancel ??= this.#page.timer(this.#lookOn, LATER);
  }

  /** Whoever is told has forgotten everything: all is news again. */
  forget(): void {
    this.#seen = [];
    this.#onScreen = [];
    this.#seenOnScreen = new WeakSet();
    this.#rest = undefined;
    this.#hasChanged = true;
  }

  stop(): void {
    this.#cancel?.();
  }

  readonly #lookOn = (): void => {
    this.#cancel = undefined;
    const map = this.#map();
    if (!map) return;
    this.#look(map, NEWS);
    if (this.#rest) this.#cancel = this.#page.timer(this.#lookOn, 0);
    else if (this.#hasChanged) this.#cancel = this.#page.timer(this.#lookOn, LATER);
  };

  /** Looks on from where the last look ended. */
  #look(map: Map<string, unknown>, most: number): void {
    if (!this.#rest) {
      this.#rest = map.entries();
      this.#place = 0;
      this.#hasChanged = false;
    }
    const news: StatusEntry[] = [];
    const last = this.#place + IN_TASK;
    let isThrough = true;
    for (const [userID, entry] of this.#rest) {
      const place = this.#place++;
      if (entry !== this.#seen[place]) {
        this.#seen[place] = entry;
        take(news, userID, entry);
      }
      if (this.#place < last && news.length < most) continue;
      isThrough = false;
      break;
    }
    if (isThrough) {
      this.#seen.length = this.#place;
      this.#rest = undefined;
    }
    if (news.length > 0) this.#report(news);
  }
}

/** Type 0 is unknown, and what the engine makes of an entry without a type: no news. */
function take(news: StatusEntry[], userID: string, entry: unknown): void {
  const { statusType, customStatus = '' } = Object(entry) as Partial<StatusEntry>;
  if (statusType) news.push({ userID, statusType, customStatus });
}
