import { hashOf } from './hash.js';

export type UserIndex = ReturnType<typeof userIndex>;

/**
 * Finds users by ID, each with a place of its own: 6 to 12 bytes a user, outside of the heap. A Map
 * takes two to three times that, and inside.
 *
 * @param userAt the ID of the user at a place, the same as long as there is this index
 */
export function userIndex(userAt: (place: number) => string) {
  /** One more than the place of a user, by hash; 0 where there is none. */
  let slots = new Uint32Array(16);
  let count = 0;

  /** The slot that holds the user, else the empty one where the user would go. */
  const slotOf = (userID: string): number => {
    const mask = slots.length - 1;
    // Spread, since IDs that count up would fill neighbouring slots.
    const hash = Math.imul(hashOf(userID), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 12)) & mask;
    let place;
    while ((place = slots[slot]) && userAt(place - 1) !== userID) slot = (slot + 1) & mask;
    return slot;
  };

  /** Makes room for so many users at once. */
  const reserve = (size: number): void => {
    if (size * 1.5 < slots.length) return;
    const places = slots.filter(Boolean);
    slots = new Uint32Array(2 ** Math.ceil(Math.log2(size * 1.5 + 1)));
    for (const place of places) slots[slotOf(userAt(place - 1))] = place;
  };

  return {
    reserve,

    /** The place of a user, -1 for one who was not added. */
    find: (userID: string): number => slots[slotOf(userID)]! - 1,

    add(userID: string, place: number): void {
      reserve(++count);
      slots[slotOf(userID)] = place + 1;
    },
  };
}
