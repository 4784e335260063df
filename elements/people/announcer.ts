import type { Page } from '../../src/page.js';

/** At most one line in this time, in ms: more would talk over everything else. */
const PAUSE = 5000;

/** Changes are collected this long before a line, in ms. */
const GATHER = 1000;

/** Gathers what is worth saying, and says it seldom. */
export class Announcer {
  readonly #page: () => Page;
  readonly #say: (userIDs: readonly string[]) => void;
  readonly #changed = new Set<string>();
  #saidAt = 0;
  #cancel: (() => void) | undefined;

  /** @param say gets everybody who has changed since the last line */
  constructor(page: () => Page, say: (userIDs: readonly string[]) => void) {
    this.#page = page;
    this.#say = say;
  }

  /** @param changedAt epoch ms; what was the case before the last line is no news */
  note(userID: string, changedAt: number | undefined): void {
    const page = this.#page();
    if (!changedAt || changedAt <= this.#saidAt) return;
    this.#changed.add(userID);
    this.#cancel ??= page.timer(
      () => this.#speak(),
      Math.max(GATHER, this.#saidAt + PAUSE - page.now()),
    );
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#changed.clear();
  }

  #speak(): void {
    const userIDs = [...this.#changed];
    this.stop();
    this.#saidAt = this.#page().now();
    this.#say(userIDs);
  }
}
