import { pinyinLetter } from './alphabet.js';
import type { Contact } from './contact.js';
import { graphemes } from './text.js';

// Letters with a stroke that Unicode does not take for a mark.
const strokes: Readonly<Record<string, string>> = { Ł: 'L', Ø: 'O', Đ: 'D', Æ: 'AE' };

/**
 * Text without what a search overlooks: case, marks, width, invisible characters, and which kana it
 * is written in. Capitals, since they unite more: ß and SS, ς and σ, the Turkish i's.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .toUpperCase()
    .replace(/[ŁØĐÆ]/g, (letter) => strokes[letter]!)
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
}

const termsOf = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean);

/**
 * Folded text with the first letter of its pinyin for each Chinese character.
 *
 * @param inFront whether the text begins where a name does; one does too after a line break or `\0`
 */
const pinyin = (folded: string, lang: string | undefined, inFront: boolean): string =>
  folded.replace(
    /\p{sc=Han}/gu,
    (character, at: number) =>
      pinyinLetter(character, lang, at ? folded[at - 1]! < ' ' : inFront) ?? character,
  );

/** Finds contacts by remark, name and userID; Chinese names by their pinyin letters too. */
export function contactFilter(contacts: readonly Contact[], lang?: string) {
  let keys: readonly [plain: string[], pinyin: string[]] | undefined;

  // By the first search, since most lists are never searched; and for all contacts in one text,
  // which takes a third of the time of folding each.
  const makeKeys = (): typeof keys & {} => {
    const text = fold(
      contacts
        .map(({ remark, name, userID }) =>
          [remark, name, userID]
            .filter((one) => typeof one === 'string')
            .join('\n')
            .replaceAll('\0', ''),
        )
        .join('\0'),
    );
    const letters = pinyin(text, lang, true);
    const plain = text.split('\0');
    return [plain, letters === text ? plain : letters.split('\0')];
  };

  /**
   * Those places of `order`, in that order, whose contact has every word of the query somewhere.
   * An empty query gives `order` itself.
   */
  return (query: string, order: Uint32Array): Uint32Array => {
    const terms = termsOf(query);
    if (!terms.length) return order;
    const [plain, letters] = (keys ??= makeKeys());
    return order.filter((place) =>
      terms.every((term) => plain[place]!.includes(term) || letters[place]!.includes(term)),
    );
  };
}

/** A stretch of a text: from `start` to before `end`, in UTF-16 units. */
export type TextRange = readonly [start: number, end: number];

/** What to mark in a text as found by a query: whole letters, in order, apart from each other. */
export function matchRanges(text: string, query: string, lang?: string): TextRange[] {
  const letters = graphemes(text);
  const hits = new Set<number>();
  const plain = letters.map(fold);
  for (const folded of [plain, plain.map((piece, number) => pinyin(piece, lang, !number))]) {
    // The number of its letter for each unit of the folded text.
    const owners = folded.flatMap((piece, number) => Array<number>(piece.length).fill(number));
    const whole = folded.join('');
    for (const term of termsOf(query)) {
      for (let at = -1; (at = whole.indexOf(term, at + 1)) >= 0;) {
        for (let i = 0; i < term.length; i++) {
          hits.add(owners[at + i]!);
        }
      }
    }
  }
  const ranges: [number, number][] = [];
  let start = 0;
  letters.forEach((letter, number) => {
    const end = start + letter.length;
    if (hits.has(number)) {
      const last = ranges[ranges.length - 1];
      if (last?.[1] === start) {
        last[1] = end;
      } else {
        ranges.push([start, end]);
      }
    }
    start = end;
  });
  return ranges;
}
