import { hashOf } from './hash.js';
import { graphemes } from './text.js';

const letterLike = /[\p{L}\p{N}\p{RI}\p{ExtPict}]/u;

// Asked first: to get all of Unicode's letters ready takes a while.
const isLetter = (letter: string): boolean => /[\da-zA-Z]/.test(letter) || letterLike.test(letter);

const isCased = (letter: string): boolean => letter.toLowerCase() !== letter.toUpperCase();

/**
 * What stands in an avatar without a picture: the first letters of the first two words. One only
 * where two would read as a word of their own: in scripts without capitals, such as Chinese or
 * Arabic, and for emoji.
 */
export function initials(name: string): string {
  const [first, second] = name
    .slice(0, 128)
    .split(/\s+/)
    .map((word) => graphemes(word).find(isLetter))
    .filter((letter) => letter !== undefined);
  const letters =
    first && second && isCased(first) && isCased(second)
      ? [first, second]
      : [first ?? graphemes(name)[0] ?? ''];
  return letters.map((letter) => graphemes(letter.toUpperCase())[0]).join('');
}

/** Which of the eight avatar colours a user has: 0 to 7, always the same for the same user. */
export function colorIndex(userID: string): number {
  return hashOf(userID) & 7;
}
