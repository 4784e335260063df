import { perLocale } from '../i18n/locale.js';
import { isReadInPinyin } from './han-readings.js';
import { pinyinCollator } from './collators.js';
import { asSurname } from './surnames.js';
import { toCapital } from './text.js';

// The first common character of each pinyin letter, in the order of the pinyin collation. No
// syllable begins with I, U or V.
const pinyinHeads = '阿八嚓咑婀发旮哈讥咔垃妈拿噢趴七蚺仨他挖夕丫匝';
const pinyinLetters = 'ABCDEFGHJKLMNOPQRSTWXYZ';

const kanaRows = 'あかさたなはまやらわ';
const hangulRows = '가나다라마바사아자차카타파하';

const latin = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Pairs that are one letter in some language: in Czech, Hungarian, Croatian, Danish and so on. */
const pairs = 'Aa Ch Cs Dd Dz Dž Ff Gy Lj Ll Ly Ng Nj Ny Ph Rh Sz Th Ty Xh Zs'.split(' ');

/** Collators treat آ as a letter of its own; readers look for it under alef. */
const alef = 'ا';

/** The heading of names that do not begin with a letter. */
export const otherInitial = '#';

const isHan = /^\p{sc=Han}/u;

/** The number of the last head that is not after the character; the heads are in order. */
function rowOf(heads: string, character: string): number {
  const { compare } = pinyinCollator();
  let row = heads.length;
  while (--row && compare(heads[row]!, character) > 0);
  return row;
}

const knownLetters = new Map<string, string>();

/** The letter that a Chinese name begins with, read as a surname. */
export const surnameLetter = (name: string): string => pinyinLetter(asSurname(name));

/** The letter that the reading of a Chinese character begins with. */
export function pinyinLetter(text: string): string {
  const character = firstOf(text);
  let letter = knownLetters.get(character);
  if (!letter) {
    knownLetters.set(character, (letter = pinyinLetters[rowOf(pinyinHeads, character)]!));
  }
  return letter;
}

/** Whether a name begins with a Chinese character, and is sorted by its reading. */
export function isSortedByPinyin(name: string, lang: string | undefined): boolean {
  return name > '\u2e80' && isHan.test(name) && isReadInPinyin(lang);
}

/** The letters of a language, as far as headings need them. */
const alphabet = /* @__PURE__ */ perLocale((tag) => {
  // Treats letters as one where the language does: É is E, but Swedish Å is Å.
  const { compare } = new Intl.Collator(tag, { sensitivity: 'base' });
  return {
    isSame: (one: string, other: string) => compare(one, other) === 0,
    // "C\uffff" is after all texts that begin with the letter C, and before Ch where that is a letter.
    pairs: pairs.filter((pair) => compare(`${pair[0]!}\uffff`, pair) < 0),
    toCapital: (letter: string) => toCapital(letter, tag),
    known: new Map<string, string>(),
  };
});

const firstOf = (text: string): string => [...text.slice(0, 2)][0] ?? '';

/** Letters that are two in some languages, and letters of their own in others. */
const ligatures: Readonly<Record<string, string>> = { Æ: 'AE', Œ: 'OE' };

/** Vowels of Thai and Lao that are written before the consonant they follow. */
const leadingVowel = /^[เ-ไເ-ໄ](?=\p{L})/u;

/**
 * The heading of a name: A to Z for Latin and for Chinese by pinyin, the kana row for Japanese, the
 * first consonant for Korean and Thai, the base letter for other scripts; `#` for the rest, which
 * includes kanji on Japanese pages, since their reading is unknown.
 */
export function initialOf(name: string, lang: string | undefined): string {
  const beginning = name.slice(0, 8).normalize('NFKC').replace(leadingVowel, '');
  const letter = firstOf(beginning);
  if (isHan.test(letter)) {
    return isReadInPinyin(lang) ? surnameLetter(beginning) : otherInitial;
  }
  if (/[ぁ-ヿ]/.test(letter)) return kanaRows[rowOf(kanaRows, letter)]!;
  if (/[가-힣]/.test(letter)) return hangulRows[rowOf(hangulRows, letter)]!;
  if (!/\p{L}/u.test(letter)) return otherInitial;
  const { isSame, known, ...language } = alphabet(lang);
  const start = language.toCapital(letter) + beginning.slice(letter.length, 2).toLowerCase();
  const pair = language.pairs.find((each) => start.startsWith(each));
  if (pair) return isSame(pair, 'Å') ? 'Å' : pair;
  let heading = known.get(letter);
  if (heading === undefined) {
    const capital = firstOf(language.toCapital(letter));
    const split = ligatures[capital];
    heading = split && isSame(split, capital) ? split[0]! : baseOf(capital, isSame);
    known.set(letter, heading);
  }
  return heading;
}

/**
 * What a letter stands under: a Latin letter, the letter without its marks, or with one of them, as Ấ
 * under Â in Vietnamese; else itself.
 */
function baseOf(capital: string, isSame: (one: string, other: string) => boolean): string {
  const [base, ...marks] = capital.normalize('NFD');
  if (base === alef) return alef;
  const marked = marks.map((mark) => (base! + mark).normalize('NFC'));
  return [...latin, base!, ...marked].find((each) => isSame(each, capital)) ?? capital;
}
