import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Environment } from '../../src/environment.js';

/** The shortest time between two announcements, in ms: more would talk over everything else. */
const INTERVAL = 5000;

/** How long changes are collected before an announcement, in ms. */
const COLLECT = 1000;

export interface AnnouncerOptions {
  readonly environment: () => Environment;
  /** Called with the users that have changed since the last announcement. */
  readonly announce: (userIDs: readonly string[]) => void;
}

/** Collects changes that are worth an announcement and limits how often one is made. */
export class Announcer implements ReactiveController {
  readonly #options: AnnouncerOptions;
  readonly #changed = new Set<string>();
  /** In ms of `elapsed`. */
  #announcedAt = -Infinity;
  #cancel: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: AnnouncerOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** @param changedAt epoch ms; a change before the last announcement, or without a time, is ignored */
  add(userID: string, changedAt?: number): void {
    if (changedAt === undefined) return;
    const environment = this.#options.environment();
    const now = environment.elapsed();
    // A clock that was set back since shows a change of the future.
    const age = Math.max(0, environment.now() - changedAt);
    if (now - age <= this.#announcedAt) return;
    this.#changed.add(userID);
    const delay = Math.max(COLLECT, this.#announcedAt + INTERVAL - now);
    this.#cancel ??= environment.setTimer(() => this.#announce(environment.elapsed()), delay);
  }

  /** Drops what was collected. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#changed.clear();
  }

  #announce(now: number): void {
    const userIDs = [...this.#changed];
    this.stop();
    this.#announcedAt = now;
    this.#options.announce(userIDs);
  }
}
