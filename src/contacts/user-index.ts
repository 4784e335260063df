import { hashOf } from './hash.js';

/**
 * Finds users by ID, each with a place of its own: 6 to 12 bytes a user, outside of the heap. A Map
 * takes two to three times that, and inside.
 */
export class UserIndex {
  readonly #userAt: (place: number) => string;
  /** One more than the place of a user, by hash; 0 where there is none. */
  #slots = new Uint32Array(16);
  #size = 0;

  /** @param userAt the ID of the user at a place, the same as long as there is this index */
  constructor(userAt: (place: number) => string) {
    this.#userAt = userAt;
  }

  /** The place of a user, -1 for one who was not added. */
  find(userID: string): number {
    return this.#slots[this.#slotOf(userID)]! - 1;
  }

  add(userID: string, place: number): void {
    this.reserve(++this.#size);
    this.#slots[this.#slotOf(userID)] = place + 1;
  }

  /** Makes room for so many users at once. */
  reserve(size: number): void {
    if (size * 1.5 < this.#slots.length) return;
    const places = this.#slots.filter(Boolean);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(size * 1.5 + 1)));
    for (const place of places) this.#slots[this.#slotOf(this.#userAt(place - 1))] = place;
  }

  /** The slot that holds the user, else the empty one where the user would go. */
  #slotOf(userID: string): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    // Spread, since IDs that count up would fill neighbouring slots.
    const hash = Math.imul(hashOf(userID), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 12)) & mask;
    let place;
    while ((place = slots[slot]) && this.#userAt(place - 1) !== userID) slot = (slot + 1) & mask;
    return slot;
  }
}
