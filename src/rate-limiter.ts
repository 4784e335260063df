/** The window in which the Chat SDK 3.6.6 counts calls of one kind, in ms, and how many it takes. */
const WINDOW = 5_000;
const SDK_LIMIT = 20;

/** Our share: a burst of calls, then one call each interval in ms: at most ten in any window. */
const BURST = 3;
const INTERVAL = 720;
/** External calls that leave our share untouched: ten, less the two that a burst may add to ours. */
const EXTERNAL_SHARE = SDK_LIMIT - 12;

/** Backoff after a refusal, in ms: it doubles from the first to the last. */
const FIRST_BACKOFF = 1_000;
const LAST_BACKOFF = 30_000;

/**
 * Decides when the next call of one kind may go out: at most ten in any 5 s, half of what the Chat
 * SDK takes, fewer while the page itself calls more, and none for a growing time after a refusal.
 */
export class RateLimiter {
  #tokens = BURST;
  #refilledAt = 0;
  #externalCalls: number[] = [];
  #failures = 0;
  #notBefore = 0;

  /** Returns when a call may go out: `now` or later, in the caller's ms. */
  nextAt(now: number): number {
    this.#refill(now);
    const own = this.#tokens >= 1 ? now : this.#refilledAt + INTERVAL;
    return Math.max(own, this.#notBefore, this.#externalRoomAt(now));
  }

  spend(now: number): void {
    this.#refill(now);
    this.#tokens -= 1;
  }

  /** Counts a call of the engine or the page, which uses up the same window. */
  addExternalCall(now: number): void {
    this.#externalCalls.push(now);
  }

  succeeded(): void {
    this.#failures = 0;
    this.#notBefore = 0;
  }

  /** @param random 0 to 1; spreads the next calls of pages that were refused together */
  failed(now: number, random: number): void {
    const backoff = Math.min(FIRST_BACKOFF * 2 ** this.#failures++, LAST_BACKOFF);
    this.#notBefore = now + backoff * (0.75 + random / 2);
  }

  #refill(now: number): void {
    const refilled = Math.floor((now - this.#refilledAt) / INTERVAL);
    if (refilled <= 0) return;
    this.#tokens = Math.min(BURST, this.#tokens + refilled);
    this.#refilledAt = this.#tokens === BURST ? now : this.#refilledAt + refilled * INTERVAL;
  }

  /** External calls beyond the share that we leave to them come out of ours. */
  #externalRoomAt(now: number): number {
    this.#externalCalls = this.#externalCalls.filter((at) => at > now - WINDOW);
    const over = this.#externalCalls.length - EXTERNAL_SHARE;
    return over > 0 ? this.#externalCalls[over - 1]! + WINDOW : now;
  }
}
