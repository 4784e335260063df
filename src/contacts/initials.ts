import { fold } from './fold.js';
import { hashOf } from './hash.js';
import { graphemes, toCapital } from './text.js';

const letterLike = /[\p{L}\p{N}\p{RI}\p{ExtPict}]/u;

// Tested first, since the expression for all letters of Unicode takes a while to compile.
const isLetter = (letter: string): boolean => /[\da-zA-Z]/.test(letter) || letterLike.test(letter);

const isCased = (letter: string): boolean => letter.toLowerCase() !== toCapital(letter);

/** What stands beside a name in brackets: a department, a nickname, another spelling. */
const bracketed =
  /\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|<[^>]*>|（[^）]*）|【[^】]*】|「[^」]*」|［[^］]*］/g;

/** Titles before a name or after it, folded and without dots. Those that are names as well are left out. */
const titles = new Set(
  (
    'DR MR MRS MS MISS MX PROF SIR DAME LADY LORD REV HON CAPT SR SRA SRTA DOTT DOTTSSA DIPL-ING HC ' +
    'HERR FRAU MME MLLE MGR JR II III IV PHD MSC BSC MBA ESQ DDS Г-Н Г-ЖА Д-Р ПРОФ Δ-Ρ ΚΟΣ'
  ).split(' '),
);

/** Titles that could not be told from a name, or from an initial, without their mark. */
const abbreviated = /^(?:ing\.|[دأم]\.|أ\.د\.?|د\/|ד["״]ר|פרופ['׳]?)$/i;

const isTitle = (word: string): boolean =>
  abbreviated.test(word) || titles.has(fold(word).replace(/[.,]/g, ''));

/** The words of a name that begin with a letter, without its titles if anything else is left. */
function wordsOf(name: string): string[] {
  const bare = name.replace(bracketed, ' ');
  const words = (isLetter(bare) ? bare : name).split(/\s+/).filter(isLetter);
  const named = words.filter((word) => !isTitle(word));
  return named.length > 0 ? named : words;
}

/**
 * The text of an avatar without a picture: the first letters of the first and the last word, without
 * titles and brackets. One letter only where two would read as a word of their own: in scripts without
 * capitals, such as Chinese or Arabic, and for emoji.
 *
 * @param lang the language whose capitals these are, as a canonical tag: in Turkish i becomes İ
 */
export function initials(name: string, lang?: string): string {
  const start = name.slice(0, 128);
  const [first, ...more] = wordsOf(start).map((word) => graphemes(word).find(isLetter)!);
  const last = more.filter(isCased).pop();
  const letters = first && last && isCased(first) ? [first, last] : [first ?? graphemes(start)[0]];
  return letters.map((letter) => graphemes(toCapital(letter ?? '', lang))[0]).join('');
}

/** Which of the eight avatar colours a user has: 0 to 7, always the same for the same user. */
export function colorIndex(userID: string): number {
  return hashOf(userID) & 7;
}
