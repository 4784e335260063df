import type { Environment } from '../../src/environment.js';

/** A page whose clock, frames and chance a test holds in its hand. */
export class FakeEnvironment implements Environment {
  readonly errors: unknown[] = [];
  /** Whether the page is visible. */
  isActiveNow = true;
  /** Whether there are frames. */
  isPainted = true;
  /** Whether the device believes to be online. */
  isOnlineNow = true;
  /** What `random` answers. */
  chance = 0.5;
  #now = 1_000_000;
  /** How far the clock of the device was set back or forward. */
  #clockSetBy = 0;
  #serial = 0;
  #timers: { at: number; serial: number; callback: () => void }[] = [];
  #frames: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #readers = new Set<() => void>();

  now = (): number => this.#now + this.#clockSetBy;
  elapsed = (): number => this.#now;
  random = (): number => this.chance;
  isVisible = (): boolean => this.isActiveNow;
  isOnline = (): boolean => this.isOnlineNow;

  requestFrame = (callback: () => void): void => {
    this.#frames.push(callback);
  };

  setTimer = (callback: () => void, ms: number): (() => void) => {
    const timer = { at: this.#now + ms, serial: this.#serial++, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  observeActivity = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  observeLanguage = (listener: () => void): (() => void) => {
    this.#readers.add(listener);
    return () => this.#readers.delete(listener);
  };

  reportError = (error: unknown): void => {
    this.errors.push(error);
  };

  /** How many somethings wait for the page to sleep or wake, or to speak another language. */
  get listeners(): number {
    return this.#listeners.size + this.#readers.size;
  }

  get timers(): number {
    return this.#timers.length;
  }

  setActive(awake: boolean): void {
    this.isActiveNow = awake;
    for (const listener of [...this.#listeners]) listener();
  }

  setOnline(isOnline: boolean): void {
    this.isOnlineNow = isOnline;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Sets the clock of the device forward, or back with a negative number; intervals go on. */
  setClock(ms: number): void {
    this.#clockSetBy += ms;
  }

  /** Says that its language has changed. */
  speak(): void {
    for (const reader of [...this.#readers]) reader();
  }

  /** Draws the frame that was asked for. */
  draw(): void {
    if (!this.isPainted) return;
    const frames = this.#frames;
    this.#frames = [];
    for (const frame of frames) frame();
  }

  /** Lets `ms` pass; timers run when they are due, answers settle and a frame is drawn after each. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (let turns = 0; ; turns++) {
      if (turns > 20_000) throw new Error(`timers never end before ${end - this.#now} ms`);
      await settled();
      this.draw();
      const next = this.#timers
        .filter(({ at }) => at <= end)
        .sort((one, other) => one.at - other.at || one.serial - other.serial)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
    this.#now = end;
    await settled();
    this.draw();
  }
}

/** Lets every promise that is settled call back. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve();
}
