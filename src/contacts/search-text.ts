import { pinyinLetter, surnameLetter } from './alphabet.js';
import { fold } from './fold.js';
import { hanReadings, isReadInPinyin } from './han-readings.js';
import { graphemes } from './text.js';

/** A letter of a name as a search compares it. */
export interface SearchLetter {
  /** As it is written, folded; empty for what a search ignores. */
  readonly plain: string;
  /** What is typed for it, whole or the beginning of it: itself, its readings, their first letters. */
  readonly spellings: readonly string[];
}

const han = /^\p{sc=Han}/u;
const initialConsonant = /^[\u1100-\u1112]/;
const spelled = /[\p{sc=Han}\p{sc=Hang}]/u;

/** More letters than a name has; what is behind them is found as it is written. */
export const LONGEST = 128;

/** What may stand between two letters that are typed together: 阿卜杜·拉. */
const gap = /^[\s·・•-]*$/;

/** What is typed for a Chinese character: its readings, as ZHANG, and short, as ZH and Z. */
function pinyinOf(character: string): string[] {
  const readings = hanReadings.readingsOf(character);
  // Without readings the first letter is known, and that of a surname.
  if (readings.length === 0) return [pinyinLetter(character), surnameLetter(character)];
  return [
    ...readings,
    ...readings.map((reading) => /^([ZCS]H|.)/.exec(reading)![0]),
    ...readings.map((reading) => reading[0]!),
  ];
}

function readLetter(grapheme: string, lang: string | undefined): SearchLetter {
  const plain = fold(grapheme);
  const spellings = [plain];
  if (initialConsonant.test(plain)) spellings.push(plain[0]!);
  if (han.test(plain) && isReadInPinyin(lang)) spellings.push(...pinyinOf([...plain][0]!));
  return { plain, spellings: [...new Set(spellings)].filter(Boolean) };
}

/** Letters by how they are written: on pages that read Chinese by pinyin, and on others. */
let known = { pinyin: new Map<string, SearchLetter>(), other: new Map<string, SearchLetter>() };
let version = 0;

/** The letters of a text that is spelled in more than one way; `undefined` for any other text. */
export function searchLetters(
  text: string,
  lang: string | undefined,
): readonly SearchLetter[] | undefined {
  if (!spelled.test(text)) return undefined;
  if (version !== hanReadings.version) {
    version = hanReadings.version;
    known = { pinyin: new Map(), other: new Map() };
  }
  const cache = known[isReadInPinyin(lang) ? 'pinyin' : 'other'];
  return graphemes(text)
    .slice(0, LONGEST)
    .map((grapheme) => {
      let letter = cache.get(grapheme);
      if (!letter) cache.set(grapheme, (letter = readLetter(grapheme, lang)));
      return letter;
    });
}

/**
 * The number of the letter after a match that begins with letter `index`; -1 if there is none. What is
 * typed may end within a reading: 张伟 is found by "zhangw", "zw", "z伟" and "zhan".
 */
export function matchEnd(
  letters: readonly SearchLetter[],
  index: number,
  term: string,
  from = 0,
): number {
  const letter = letters[index];
  if (!letter) return -1;
  const first = term.charCodeAt(from);
  const left = term.length - from;
  for (const spelling of letter.spellings) {
    if (spelling.charCodeAt(0) !== first) continue;
    if (spelling.length >= left) {
      if (spelling.startsWith(term.slice(from))) return index + 1;
    } else if (term.startsWith(spelling, from)) {
      let next = index + 1;
      if (letter.spellings.length > 1) while (isGap(letters[next])) next++;
      const end = matchEnd(letters, next, term, from + spelling.length);
      if (end >= 0) return end;
    }
  }
  return -1;
}

const isGap = (letter: SearchLetter | undefined): boolean =>
  letter !== undefined && gap.test(letter.plain);
