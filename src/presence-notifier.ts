import type { Environment } from './environment.js';
import type { PresenceMap } from './presence-map.js';
import type { Presence } from './presence.js';
import { UserObservers } from './user-observers.js';
import type { UserObserver } from './user-observers.js';

/** Receives the change of one user, at most once a frame. */
export type PresenceListener = (userID: string, presence: Presence) => void;

/** One call of `observe`. */
export interface Observer extends UserObserver {
  readonly listener: PresenceListener;
  /** Whether a subscription is wanted; else a status by query is enough. */
  readonly live: boolean;
}

export interface PresenceNotifierOptions {
  readonly map: PresenceMap;
  readonly environment: Environment;
  /** Runs at the beginning of each flush, to bring the map up to date. */
  readonly beforeFlush: () => void;
}

/**
 * Knows who observes which users, and passes the changes of the map on to them, in one flush a
 * frame. A listener that throws does not keep the others from their call.
 */
export class PresenceNotifier {
  readonly #map: PresenceMap;
  readonly #environment: Environment;
  readonly #beforeFlush: () => void;
  readonly #observers = new UserObservers<Observer>();
  #isScheduled = false;
  /** Whether `beforeFlush` is running. */
  #isCollecting = false;
  #notifications = 0;

  constructor({ map, environment, beforeFlush }: PresenceNotifierOptions) {
    this.#map = map;
    this.#environment = environment;
    this.#beforeFlush = beforeFlush;
  }

  /** The calls of listeners so far. */
  get notifications(): number {
    return this.#notifications;
  }

  get observers(): Iterable<Observer> {
    return this.#observers.all;
  }

  /** The users who have an observer. */
  get observedUsers(): Iterable<string> {
    return this.#observers.users;
  }

  get observedCount(): number {
    return this.#observers.userCount;
  }

  add(observer: Observer): void {
    this.#observers.add(observer);
  }

  /** Returns whether the observer was there to be removed. */
  remove(observer: Observer): boolean {
    return this.#observers.remove(observer);
  }

  /** Asks for a flush with the next frame. */
  requestFlush(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#environment.requestFrame(this.#flush);
  }

  /** Asks for a flush if the map has changed; what changes before a flush is part of it. */
  requestFlushOfChanges(): void {
    if (this.#map.hasChanges && !this.#isCollecting) this.requestFlush();
  }

  readonly #flush = (): void => {
    this.#isScheduled = false;
    this.#isCollecting = true;
    this.#beforeFlush();
    this.#isCollecting = false;
    for (const [userID, presence] of this.#map.takeChanges()) {
      for (const observer of this.#observers.of(userID)) {
        // An earlier listener of this flush may have removed it.
        if (this.#observers.has(observer)) this.#notify(observer, userID, presence);
      }
    }
  };

  #notify({ listener }: Observer, userID: string, presence: Presence): void {
    this.#notifications += 1;
    try {
      listener(userID, presence);
    } catch (error) {
      this.#environment.reportError(error);
    }
  }
}
