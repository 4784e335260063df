import type { Page } from './page.js';

/** Waits between pokes, in ms: they double from the first to the last, each with chance in it. */
const FIRST_WAIT = 500;
const LAST_WAIT = 15_000;

/**
 * Pokes a sleeping connection. The Chat SDK leaves an idle page disconnected for 75 s, and any call
 * wakes it; so this calls `poke` after growing, jittered waits while somebody looks at the page, and
 * soon after somebody looks again or the network returns.
 */
export class Waker {
  readonly #page: Page;
  readonly #poke: () => void;
  #running = false;
  #attempts = 0;
  #cancel: (() => void) | undefined;
  #stopObserving: (() => void) | undefined;

  constructor(page: Page, poke: () => void) {
    this.#page = page;
    this.#poke = poke;
  }

  /** Whether the connection sleeps; safe to call with what it already knows. */
  run(sleeping: boolean): void {
    if (sleeping === this.#running) return;
    this.#running = sleeping;
    this.#attempts = 0;
    this.#cancel?.();
    this.#stopObserving?.();
    if (!sleeping) return;
    this.#stopObserving = this.#page.observe(() => {
      this.#attempts = 0;
      this.#plan();
    });
    this.#plan();
  }

  #plan(): void {
    this.#cancel?.();
    if (!this.#page.awake()) return;
    const wait = Math.min(FIRST_WAIT * 2 ** this.#attempts++, LAST_WAIT);
    this.#cancel = this.#page.timer(
      () => {
        // A poke that works at once ends this, with the next one planned already.
        this.#plan();
        this.#poke();
      },
      wait * (0.5 + this.#page.random() / 2),
    );
  }
}
