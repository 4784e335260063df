import { fold } from '../../src/contacts/filter.js';

/** Letters typed within this time of each other belong together, in ms. */
const TYPING = 1000;

/** Where a key leads from a row: another row, or `undefined` for a key that leads nowhere. */
export function rowForKey(
  key: string,
  active: number,
  count: number,
  page: number,
): number | undefined {
  const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page }[key];
  if (step) return Math.max(0, Math.min(active + step, count - 1));
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

/** Finds a row by the letters its name begins with, also one that is not drawn. */
export class Typeahead {
  #typed = '';
  #until = 0;

  /** Whether a space would belong to what is being typed. */
  isTyping(now: number): boolean {
    return now < this.#until;
  }

  /**
   * The next row that begins with all that was typed, from the active one on and round; one letter
   * again and again goes through the rows that begin with it.
   *
   * @param now epoch ms
   */
  find(
    letter: string,
    now: number,
    active: number,
    count: number,
    nameAt: (index: number) => string,
  ): number | undefined {
    this.#typed = (this.isTyping(now) ? this.#typed : '') + fold(letter);
    this.#until = now + TYPING;
    const first = this.#typed[0]!;
    const isRepeated = this.#typed === first.repeat(this.#typed.length);
    const wanted = isRepeated ? first : this.#typed;
    for (let step = isRepeated ? 1 : 0; step <= count; step++) {
      const index = (Math.max(0, active) + step) % count;
      if (fold(nameAt(index)).startsWith(wanted)) return index;
    }
    return undefined;
  }
}
