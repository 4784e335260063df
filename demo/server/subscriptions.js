/**
 * The users whose status changes one connection gets. The cloud keeps a limited number in the order of
 * subscribing and drops the oldest without notice; asking again for one that is held keeps its place.
 */
export class Subscriptions {
  /** @type {Set<string>} */
  #userIDs = new Set();
  #limit;

  /** @param {number} limit */
  constructor(limit) {
    this.#limit = limit;
  }

  get size() {
    return this.#userIDs.size;
  }

  /** Oldest first. */
  get userIDs() {
    return [...this.#userIDs];
  }

  /** @param {string} userID */
  has(userID) {
    return this.#userIDs.has(userID);
  }

  /**
   * @param {readonly string[]} userIDs
   * @returns {string[]} who had to go
   */
  add(userIDs) {
    for (const userID of userIDs) this.#userIDs.add(userID);
    const evicted = this.userIDs.slice(0, Math.max(0, this.size - this.#limit));
    this.remove(evicted);
    return evicted;
  }

  /** @param {readonly string[]} userIDs */
  remove(userIDs) {
    for (const userID of userIDs) this.#userIDs.delete(userID);
  }

  clear() {
    this.#userIDs.clear();
  }
}
