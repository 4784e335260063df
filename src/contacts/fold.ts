import { hanReadings } from './han-readings.js';

/** Apostrophes and what is typed in their place, which are left out: O'Neil is found by "oneil". */
const apostrophes = /['’‘‛ʼʻʹʾʿ`´′＇׳]/g;

/**
 * Marks on letters, invisible characters, and the Arabic tatweel. Vowel signs of scripts such as
 * Devanagari and Thai are letters to their readers, and stay; their nuktas are marks.
 */
const marks = new RegExp(
  [
    '[\\p{sc=Zinh}\\p{Cf}\\u0640]',
    // Cyrillic, Hebrew, Arabic.
    '[\\u0483-\\u0489]|[\\u0591-\\u05bd\\u05bf-\\u05c7]|[\\u0610-\\u061a\\u06d6-\\u06ed]',
    '\\u093c|\\u09bc|\\u0a3c|\\u0abc|\\u0b3c',
    '(?!\\s)\\p{Cc}',
  ].join('|'),
  'gu',
);

/** Letters that Unicode takes for letters of their own, and many keyboards do not have. */
const letters: Readonly<Record<string, string>> = {
  ...{ Ł: 'L', Ø: 'O', Đ: 'D', Ð: 'D', Þ: 'TH', Æ: 'AE', Œ: 'OE', Ħ: 'H', Ŧ: 'T', Ŋ: 'N', Ə: 'E' },
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ے: 'ي', ة: 'ه', ە: 'ه', ہ: 'ه', ھ: 'ه', ۃ: 'ه', ک: 'ك' },
  '\u0901': '\u0902',
};
const letter = new RegExp(Object.keys(letters).join('|'), 'g');

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code));

/** The digits of a script are ten characters in a row. */
function digit(character: string): string {
  const code = character.codePointAt(0)!;
  let value = 0;
  while (value < 9 && isDigit(code - value - 1)) value++;
  return String(value);
}

/**
 * Text without what a search ignores: case, marks, apostrophes, width, invisible characters, the kind
 * of kana, the script of digits, the forms of an Arabic letter, and whether Chinese is traditional.
 * In capitals, since they unite more letters: ß and SS, ς and σ, the Turkish i's.
 */
export function fold(text: string): string {
  // Nearly all that is compared is plain, and needs nothing more.
  if (/^[\w .,-]*$/.test(text)) return text.toUpperCase();
  const folded = text
    .replace(apostrophes, '')
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .toUpperCase()
    .replace(apostrophes, '')
    .replace(letter, (each) => letters[each]!)
    .replace(/(?![0-9])\p{Nd}/gu, digit)
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
  return hanReadings.simplify(folded);
}
