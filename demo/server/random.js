/**
 * Numbers that look random and are the same for the same seed, so that a world can be built twice.
 * The step is the well-known mulberry32.
 *
 * @param {number} seed
 * @returns {() => number} a number from 0 up to, not including, 1
 */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param {string} text
 * @returns {number} a whole number that is the same for the same text
 */
export function hashOf(text) {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}

/**
 * @template Item
 * @param {readonly Item[]} items not empty
 * @param {() => number} random
 * @returns {Item}
 */
export function pick(items, random) {
  return /** @type {Item} */ (items[Math.floor(random() * items.length)]);
}
