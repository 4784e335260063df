/** One who observes users. */
export interface UserObserver {
  readonly userIDs: readonly string[];
}

/**
 * Who observes which users, in the order of their coming. Adding and removing take the same time
 * however many observe a user: a page may show one user ten thousand times.
 */
export class UserObservers<Observer extends UserObserver> {
  readonly #all = new Set<Observer>();
  /** A user with several observers has a set; those with a single one share its array. */
  readonly #byUser = new Map<string, readonly Observer[] | Set<Observer>>();

  get all(): Iterable<Observer> {
    return this.#all;
  }

  /** The users who have an observer. */
  get users(): Iterable<string> {
    return this.#byUser.keys();
  }

  get userCount(): number {
    return this.#byUser.size;
  }

  has(observer: Observer): boolean {
    return this.#all.has(observer);
  }

  isObserved(userID: string): boolean {
    return this.#byUser.has(userID);
  }

  /** The observers of a user now: what is added or removed later does not change the answer. */
  of(userID: string): readonly Observer[] {
    const observers = this.#byUser.get(userID) ?? [];
    return observers instanceof Set ? [...observers] : observers;
  }

  add(observer: Observer): void {
    this.#all.add(observer);
    const alone = [observer];
    for (const userID of observer.userIDs) {
      const others = this.#byUser.get(userID);
      if (!others) this.#byUser.set(userID, alone);
      else if (others instanceof Set) others.add(observer);
      else if (others !== alone) this.#byUser.set(userID, new Set([...others, observer]));
    }
  }

  /** Returns whether the observer was there to be removed. */
  remove(observer: Observer): boolean {
    if (!this.#all.delete(observer)) return false;
    for (const userID of observer.userIDs) {
      const observers = this.#byUser.get(userID);
      if (observers instanceof Set) observers.delete(observer);
      const isLast = observers instanceof Set ? observers.size === 0 : observers?.[0] === observer;
      if (isLast) this.#byUser.delete(userID);
    }
    return true;
  }
}
