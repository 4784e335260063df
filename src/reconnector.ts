import type { Environment } from './environment.js';

/** Waits between attempts, in ms: they double from the first to the last, each with jitter. */
const FIRST_WAIT = 500;
const LAST_WAIT = 15_000;

/**
 * After a failed reconnect the Chat SDK waits 75 s, but any call reconnects at once. Calls
 * `reconnect` with exponential backoff and jitter while the page is visible, and soon after it becomes
 * so again. A browser that reports no network may be wrong, so the attempts go on, with the longest wait.
 */
export class Reconnector {
  readonly #environment: Environment;
  readonly #reconnect: () => void;
  #isRunning = false;
  #attempts = 0;
  #cancel: (() => void) | undefined;
  #stopObserving: (() => void) | undefined;

  constructor(environment: Environment, reconnect: () => void) {
    this.#environment = environment;
    this.#reconnect = reconnect;
  }

  /** Starts or stops; safe to call again with the same value. */
  run(isRunning: boolean): void {
    if (isRunning === this.#isRunning) return;
    this.#isRunning = isRunning;
    this.#attempts = 0;
    this.#cancel?.();
    this.#stopObserving?.();
    if (!isRunning) return;
    this.#stopObserving = this.#environment.observeActivity(() => {
      this.#attempts = 0;
      this.#schedule();
    });
    this.#schedule();
  }

  #schedule(): void {
    this.#cancel?.();
    if (!this.#environment.isVisible()) return;
    const growing = Math.min(FIRST_WAIT * 2 ** this.#attempts++, LAST_WAIT);
    const wait = this.#environment.isOnline() ? growing : LAST_WAIT;
    this.#cancel = this.#environment.setTimer(
      () => {
        // First: an attempt that succeeds at once stops this, and cancels what is scheduled.
        this.#schedule();
        this.#reconnect();
      },
      wait * (0.5 + this.#environment.random() / 2),
    );
  }
}
