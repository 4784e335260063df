/** The service's window, in ms, and the calls of one kind it takes in it (Chat SDK: 20 in 5 s). */
const WINDOW = 5_000;
const TAKEN_BY_SERVICE = 20;

/** Ours: this many at once, then one each so many ms, so at most ten in any window. */
const BURST = 3;
const EVERY = 720;

/** Waits after a refusal, in ms: they double from the first to the last. */
const FIRST_WAIT = 1_000;
const LAST_WAIT = 30_000;

/**
 * When the next call of one kind may go out: at most ten in any 5 s, half of what the service
 * takes, fewer when the page itself calls more, and none for a growing while after a refusal.
 */
export class PresencePace {
  #burst = BURST;
  #filledAt = 0;
  #elsewhere: number[] = [];
  #failures = 0;
  #notBefore = 0;

  /** When a call may go out: `now` or later, in the caller's ms. */
  next(now: number): number {
    this.#fill(now);
    const ours = this.#burst >= 1 ? now : this.#filledAt + EVERY;
    return Math.max(ours, this.#notBefore, this.#room(now));
  }

  spend(now: number): void {
    this.#fill(now);
    this.#burst -= 1;
  }

  /** Somebody else on this page made a call that counts against the same window. */
  spentElsewhere(now: number): void {
    this.#elsewhere.push(now);
  }

  succeeded(): void {
    this.#failures = 0;
    this.#notBefore = 0;
  }

  /** Waits longer each time; `random` (0 to 1) spreads pages that were refused together. */
  failed(now: number, random: number): void {
    const wait = Math.min(FIRST_WAIT * 2 ** this.#failures++, LAST_WAIT);
    this.#notBefore = now + wait * (0.75 + random / 2);
  }

  #fill(now: number): void {
    // A clock that was set back must not stop the calls until it has caught up.
    this.#filledAt = Math.min(this.#filledAt, now);
    const filled = Math.floor((now - this.#filledAt) / EVERY);
    if (filled <= 0) return;
    this.#burst = Math.min(BURST, this.#burst + filled);
    this.#filledAt = this.#burst === BURST ? now : this.#filledAt + filled * EVERY;
  }

  /** The page's own calls, beyond the half that we leave it, come out of ours. */
  #room(now: number): number {
    this.#elsewhere = this.#elsewhere.filter((at) => at > now - WINDOW);
    const over = this.#elsewhere.length - (TAKEN_BY_SERVICE - 12);
    return over > 0 ? this.#elsewhere[over - 1]! + WINDOW : now;
  }
}
