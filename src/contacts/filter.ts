import type { Contact } from './contact.js';
import { fold } from './fold.js';
import { hanReadings } from './han-readings.js';
import { perContacts } from './per-contacts.js';
import { LONGEST, matchEnd, searchLetters } from './search-text.js';
import type { SearchLetter } from './search-text.js';
import { termsOf } from './search-terms.js';
import type { SearchTerm } from './search-terms.js';
import { graphemes } from './text.js';

interface SearchText {
  readonly plain: string;
  /** The letters of those texts that are spelled in more than one way. */
  readonly letters: readonly (readonly SearchLetter[])[];
}

/** Texts as a search compares them: as written, and as Chinese and Korean names are spelled. */
function searchText(texts: readonly string[], lang: string | undefined): SearchText {
  const letters: (readonly SearchLetter[])[] = [];
  const plain = texts.map((text) => {
    const found = searchLetters(text, lang);
    if (!found) return fold(text);
    letters.push(found);
    return found.length < LONGEST ? found.map((letter) => letter.plain).join('') : fold(text);
  });
  return { plain: plain.join('\n'), letters };
}

const searchTexts = /* @__PURE__ */ perContacts(
  (contacts, lang) =>
    contacts.map(({ remark, name, userID }) =>
      searchText(
        [remark, name, userID].filter((text) => typeof text === 'string'),
        lang,
      ),
    ),
  () => hanReadings.version,
);

const isFound = ({ plain, letters }: SearchText, term: SearchTerm): boolean =>
  term.some(
    (word) =>
      plain.includes(word) ||
      letters.some((each) => each.some((_, index) => matchEnd(each, index, word) >= 0)),
  );

/**
 * Whether a text begins with these folded letters, as it is written or as it is spelled: Chinese by
 * pinyin, Korean by initial consonants.
 */
export function beginsWith(text: string, beginning: string, lang?: string): boolean {
  if (fold(text).startsWith(beginning)) return true;
  const letters = searchLetters(text, lang);
  return letters !== undefined && matchEnd(letters, 0, beginning) >= 0;
}

/**
 * The contacts that have every word of the query in remark, name or userID, in the order given;
 * Chinese names are found by their pinyin too, and Korean names by their initial consonants. An empty
 * query gives `contacts` itself.
 */
export function filterContacts(
  contacts: readonly Contact[],
  query: string,
  lang?: string,
): readonly Contact[] {
  const terms = termsOf(query);
  if (terms.length === 0) return contacts;
  const texts = searchTexts(contacts, lang);
  return contacts.filter((_, index) => terms.every((term) => isFound(texts[index]!, term)));
}

/** A stretch of a text: from `start` to before `end`, in UTF-16 units. */
export type TextRange = readonly [start: number, end: number];

/** What to mark in a text as found by a query: whole letters, in order, apart from each other. */
export function matchRanges(text: string, query: string, lang?: string): TextRange[] {
  const pieces = graphemes(text);
  const hits = new Set<number>();
  const mark = (first: number, end: number): void => {
    for (let number = first; number < end; number++) hits.add(number);
  };
  const plain = pieces.map(fold);
  // The number of its letter for each unit of the folded text.
  const owners = plain.flatMap((piece, number) => Array<number>(piece.length).fill(number));
  const whole = plain.join('');
  const letters = searchLetters(text, lang) ?? [];
  for (const word of termsOf(query).flat()) {
    for (let at = -1; (at = whole.indexOf(word, at + 1)) >= 0;) {
      mark(owners[at]!, owners[at + word.length - 1]! + 1);
    }
    letters.forEach((_, index) => mark(index, matchEnd(letters, index, word)));
  }
  return rangesOf(pieces, hits);
}

/** The stretches that the numbered pieces of a text make. */
function rangesOf(pieces: readonly string[], hits: ReadonlySet<number>): TextRange[] {
  const ranges: [number, number][] = [];
  let start = 0;
  pieces.forEach((piece, number) => {
    const end = start + piece.length;
    const last = ranges[ranges.length - 1];
    if (!hits.has(number)) {
      // Nothing is marked here.
    } else if (last?.[1] === start) last[1] = end;
    else ranges.push([start, end]);
    start = end;
  });
  return ranges;
}
