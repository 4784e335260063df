import type { Environment } from '../../environment.js';

/**
 * The page of a source for several tabs: visible as long as one of them is, so that the
 * tab that is logged in refreshes and reconnects for the others.
 */
export class TabsEnvironment implements Environment {
  readonly #page: Environment;
  readonly #isOtherVisible: () => boolean;
  readonly #listeners = new Set<() => void>();

  constructor(page: Environment, isOtherVisible: () => boolean) {
    this.#page = page;
    this.#isOtherVisible = isOtherVisible;
  }

  now(): number {
    return this.#page.now();
  }

  elapsed(): number {
    return this.#page.elapsed();
  }

  random(): number {
    return this.#page.random();
  }

  requestFrame(callback: () => void): void {
    this.#page.requestFrame(callback);
  }

  setTimer(callback: () => void, ms: number): () => void {
    return this.#page.setTimer(callback, ms);
  }

  isVisible(): boolean {
    return this.#page.isVisible() || this.#isOtherVisible();
  }

  isOnline(): boolean {
    return this.#page.isOnline();
  }

  observeActivity(listener: () => void): () => void {
    const own = (): void => listener();
    this.#listeners.add(own);
    const stop = this.#page.observeActivity(listener);
    return () => {
      this.#listeners.delete(own);
      stop();
    };
  }

  observeLanguage(listener: () => void): () => void {
    return this.#page.observeLanguage(listener);
  }

  reportError(error: unknown): void {
    this.#page.reportError(error);
  }

  /** Another tab has become visible or hidden. */
  activityChanged(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
