import type { Presence } from './presence.js';

/** Hears of one user's change, at most once a frame. */
export type PresenceListener = (userID: string, presence: Presence) => void;

/** One call of `observe`. */
export interface Observer {
  readonly listener: PresenceListener;
  readonly live: boolean;
  /** Told without the time of the change: an entry each for thousands would be dear. */
  readonly brief: boolean;
  /** Whether it need not be told now. */
  readonly isSilent: ((live: boolean) => boolean) | undefined;
  /** Whom it observes, until somebody knows them and they have slots. */
  userIDs?: readonly string[] | undefined;
  slots: Uint32Array | readonly number[];
}

/**
 * Who listens to which user, by slot. A user with one observer costs one reference, so that a list
 * of ten thousand costs no more than an array.
 */
export class PresenceObservers {
  readonly #bySlot: (Observer | Observer[] | undefined)[] = [];
  #observed = 0;

  /** How many users have an observer. */
  get observed(): number {
    return this.#observed;
  }

  add(observer: Observer): void {
    for (const slot of observer.slots) {
      while (this.#bySlot.length <= slot) this.#bySlot.push(undefined);
      const others = this.#bySlot[slot];
      if (others === undefined) this.#observed += 1;
      this.#bySlot[slot] = others === undefined ? observer : [observer].concat(others);
    }
  }

  remove(observer: Observer): void {
    for (const slot of observer.slots) {
      const others = this.#bySlot[slot];
      if (others === observer) {
        this.#bySlot[slot] = undefined;
        this.#observed -= 1;
      } else if (Array.isArray(others)) {
        const rest = others.filter((other) => other !== observer);
        this.#bySlot[slot] = rest.length === 1 ? rest[0] : rest;
      }
    }
  }

  /**
   * Visits the observers of a user as they stand now; one removed meanwhile is not visited, nor is
   * one that is silent.
   */
  each(slot: number, visit: (observer: Observer, slot: number) => void): void {
    const observers = this.#bySlot[slot];
    if (observers === undefined) return;
    if (!Array.isArray(observers)) {
      if (!observers.isSilent?.(observers.live)) visit(observers, slot);
      return;
    }
    for (const observer of observers) {
      if (observer.isSilent?.(observer.live)) continue;
      const now = this.#bySlot[slot];
      if (now === observers || [now].flat().includes(observer)) visit(observer, slot);
    }
  }

  /** Visits every user that is observed. */
  eachSlot(visit: (slot: number) => void): void {
    this.#bySlot.forEach((observer, slot) => {
      if (observer) visit(slot);
    });
  }
}
