import { perLocale } from '../words/locale.js';
import { nameCollator } from './order.js';

// The first common character of each pinyin letter, in the order of the pinyin collation. No
// syllable begins with I, U or V.
const pinyinHeads = '阿八嚓咑婀发旮哈讥咔垃妈拿噢趴七蚺仨他挖夕丫匝';
const pinyinLetters = 'ABCDEFGHJKLMNOPQRSTWXYZ';

// Surnames that are read otherwise than the same character in other words.
const surnames = '曾Z翟Z查Z单S單S解X仇Q区O區O';

const kanaRows = 'あかさたなはまやらわ';
const hangulRows = '가나다라마바사아자차카타파하';

const latin = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The heading of all that begins with no letter. */
export const otherInitial = '#';

/** Letters without their marks, as far as the language takes both for one: É is E, but Swedish Å is Å. */
const baseCollator = /* @__PURE__ */ perLocale(
  (tag) => new Intl.Collator(tag, { sensitivity: 'base' }),
);

const isHan = /^\p{sc=Han}/u;

const knownLetters = new Map<string, string>();

/** Which of the heads, given in order, a character comes after. */
function rowOf(heads: string, character: string): number {
  const { compare } = nameCollator('zh');
  let row = heads.length;
  while (--row && compare(heads[row]!, character) > 0);
  return row;
}

/**
 * The letter that a Chinese character's reading begins with; `undefined` for other characters, and
 * on Japanese and Korean pages, where the same characters are read otherwise.
 */
export function pinyinLetter(
  character: string,
  lang: string | undefined,
  inFront: boolean,
): string | undefined {
  if (!isHan.test(character) || /^(ja|ko)\b/.test(lang ?? '')) {
    return undefined;
  }
  const surname = inFront ? surnames.indexOf(character) : -1;
  if (surname >= 0) {
    return surnames[surname + 1];
  }
  let letter = knownLetters.get(character);
  if (!letter) {
    knownLetters.set(character, (letter = pinyinLetters[rowOf(pinyinHeads, character)]!));
  }
  return letter;
}

/**
 * The heading under which a name stands, by the first thing in it: A to Z for Latin and for Chinese
 * by pinyin, the kana row for Japanese, the first consonant for Korean, the base letter for other
 * scripts; `#` for the rest, which includes kanji on Japanese pages, since their reading is unknown.
 */
export function initialOf(beginning: string, lang: string | undefined): string {
  const letter = [...beginning.normalize('NFKC')][0] ?? '';
  if (isHan.test(letter)) {
    return pinyinLetter(letter, lang, true) ?? otherInitial;
  }
  if (/[ぁ-ヿ]/.test(letter)) {
    return kanaRows[rowOf(kanaRows, letter)]!;
  }
  if (/[가-힣]/.test(letter)) {
    return hangulRows[rowOf(hangulRows, letter)]!;
  }
  if (!/\p{L}/u.test(letter)) {
    return otherInitial;
  }
  const { compare } = baseCollator(lang);
  const capital = [...letter.toUpperCase()][0]!;
  const bases = [...latin, [...capital.normalize('NFD')][0]!];
  // Collators take آ for a letter of its own; readers look for it under alef.
  return bases.find((base) => base === 'ا' || compare(base, capital) === 0) ?? capital;
}
