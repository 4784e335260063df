import { beginsWith, fold } from '../../src/contacts/index.js';

/** Letters typed within this time of each other belong together, in ms. */
const PAUSE = 1000;

/** A letter or digit as one key types it, with the marks that a dead key adds. */
const LETTER = /^[\p{L}\p{N}]\p{M}*$/u;

/** What continues a name without beginning one: a space, an apostrophe, a vowel sign. */
const CONTINUATION = /^[\p{M}\p{Zs}\p{Pd}'’.·]$/u;

/** Finds the item whose name begins with the letters that the user types. */
export class Typeahead {
  /** What was typed, one folded letter each. */
  #typed: readonly string[] = [];
  #until = 0;

  /** Whether a key types a letter of a name; all other keys belong to the page. */
  accepts(key: string, now: number): boolean {
    return LETTER.test(key) || (this.#isTyping(now) && CONTINUATION.test(key));
  }

  /**
   * Adds a letter and returns the next item that begins with all letters, from `from` on and then
   * from the start. The same letter repeated goes through the items that begin with it. A letter
   * with which no item continues is forgotten, and -1 returned.
   */
  find(
    letter: string,
    now: number,
    {
      from,
      count,
      nameAt,
      lang,
    }: { from: number; count: number; nameAt: (index: number) => string; lang: string },
  ): number {
    const before = this.#isTyping(now) ? this.#typed : [];
    const folded = fold(letter);
    const typed = folded ? [...before, folded] : before;
    const [first] = typed;
    if (!first) return -1;
    // Names are compared without an apostrophe, which stays where the letters before it led.
    const isRepeated = folded !== '' && typed.every((each) => each === first);
    const beginning = isRepeated ? first : typed.join('');
    for (let step = isRepeated ? 1 : 0; step <= count; step++) {
      const index = (from + step) % count;
      if (!beginsWith(nameAt(index), beginning, lang)) continue;
      this.#typed = typed;
      this.#until = now + PAUSE;
      return index;
    }
    return -1;
  }

  #isTyping(now: number): boolean {
    return now < this.#until;
  }
}
