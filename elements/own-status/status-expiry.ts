import { PageStorage } from '../../src/page-storage.js';
import type { PresenceController } from '../../src/presence-controller.js';
import { endOf, isClearAfter } from './clear-after.js';
import type { ClearAfter } from './clear-after.js';

/** Words of a user that are to be cleared. */
export interface ExpiringStatus {
  readonly text: string;
  readonly clearAfter: ClearAfter;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** The longest timer, in ms: a device that sleeps stops timers, and its clock may be set. */
const LONGEST_TIMER = 3_600_000;

/** How long after a failed attempt the next one comes, in ms. */
const RETRY = 60_000;

/**
 * How long a user's own words may take to arrive after a login or a lost connection, in ms: they may
 * be others than this page has set, or knows of.
 */
const PATIENCE = 10_000;

const keyOf = (userID: string): string => `tui-presence/own-status/${userID}`;

const expiries = new WeakMap<PresenceController, StatusExpiry>();

/**
 * Clears the own words of a user when their time is over, once for each controller and not for each
 * element. The time is stored with the words, so that it counts over a reload, and words whose time
 * has passed while no page was open are cleared when the next one is. Words that were changed
 * meanwhile, here or on another device, stay.
 */
export class StatusExpiry {
  readonly #controller: PresenceController;
  readonly #storage = new PageStorage();
  #cancel: (() => void) | undefined;
  /** The user who is logged in and connected. */
  #user: string | undefined;
  /** From then on that user's words are known, in ms of `elapsed`. */
  #knownAt = 0;
  /** Before this an attempt that failed is not repeated, in ms of `elapsed`. */
  #retryAt = 0;

  /** The one that all elements of a controller share. */
  static of(controller: PresenceController): StatusExpiry {
    let expiry = expiries.get(controller);
    if (!expiry) expiries.set(controller, (expiry = new StatusExpiry(controller)));
    return expiry;
  }

  constructor(controller: PresenceController) {
    this.#controller = controller;
  }

  /** What is to be cleared of a user, if anything is. */
  get(userID: string): ExpiringStatus | undefined {
    try {
      const stored = JSON.parse(this.#storage.get(keyOf(userID)) ?? 'null') as ExpiringStatus;
      const { text, clearAfter, until } = stored;
      const isUsable = typeof text === 'string' && Number.isFinite(until);
      return isUsable && isClearAfter(clearAfter) ? { text, clearAfter, until } : undefined;
    } catch {
      return undefined;
    }
  }

  /** Clears these words after a time, in place of what was set before; without one never. */
  set(userID: string, text: string, clearAfter: ClearAfter | undefined): void {
    if (text && clearAfter !== undefined) {
      const until = endOf(clearAfter, this.#controller.environment.now());
      this.#storage.set(keyOf(userID), JSON.stringify({ text, clearAfter, until }));
    } else {
      this.#storage.remove(keyOf(userID));
    }
    this.check();
    this.#knownAt = 0;
  }

  /** Puts back what was stored before a change that failed. */
  restore(userID: string, before: ExpiringStatus | undefined): void {
    if (before) this.#storage.set(keyOf(userID), JSON.stringify(before));
    else this.#storage.remove(keyOf(userID));
    this.check();
  }

  /** Clears what is due, and sets the timer for what is not. Another tab may have stored something. */
  readonly check = (): void => {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#checkUser();
    const { userID, environment } = this.#controller;
    const status = userID === undefined ? undefined : this.get(userID);
    if (!status) return;
    const rest = status.until - environment.now();
    const pause = this.#isLoggedIn
      ? Math.max(this.#retryAt, this.#knownAt) - environment.elapsed()
      : RETRY;
    if (rest > 0) this.#wait(Math.min(rest, LONGEST_TIMER));
    else if (pause > 0) this.#wait(pause);
    else this.#clear(userID!, status);
  };

  #checkUser(): void {
    const { userID, environment } = this.#controller;
    const user = this.#isLoggedIn ? userID : undefined;
    if (user === this.#user) return;
    this.#user = user;
    this.#knownAt = environment.elapsed() + PATIENCE;
  }

  get #isLoggedIn(): boolean {
    const { state } = this.#controller;
    return state === 'ready' || state === 'unavailable';
  }

  #clear(userID: string, status: ExpiringStatus): void {
    const { environment } = this.#controller;
    const { customStatus } = this.#controller.presenceOf(userID);
    // Before the call, so that another tab does not clear it as well.
    this.#storage.remove(keyOf(userID));
    // The SDK may not know after a reload what the service has: only other words are left alone.
    if (customStatus !== '' && customStatus !== status.text) return;
    this.#controller.setOwnStatus('').catch(() => {
      if (!this.get(userID)) this.#storage.set(keyOf(userID), JSON.stringify(status));
      this.#retryAt = environment.elapsed() + RETRY;
      this.check();
    });
  }

  #wait(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#controller.environment.setTimer(this.check, ms);
  }
}
