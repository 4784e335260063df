import { initialOf, otherInitial } from './alphabet.js';
import type { Contact } from './contact.js';
import { nameCollator } from './order.js';
import { displayName, displayText } from './text.js';

/** Which contacts stand under which heading: input of `orderByRank`, like a status. */
export interface Grouping {
  /** The headings in their order; no two are equal. */
  readonly keys: readonly string[];
  /** The number of its heading for each contact, by its place. */
  readonly sectionOf: Uint8Array | Uint16Array;
}

/** A heading and the rows under it. */
export interface Section {
  readonly key: string;
  /** The first row under the heading, counted without headings. */
  readonly start: number;
  readonly count: number;
}

function groupBy(
  contacts: readonly Contact[],
  lang: string | undefined,
  last: string,
  keyOf: (contact: Contact) => string,
): Grouping {
  const { compare } = nameCollator(lang);
  const keyed = contacts.map(keyOf);
  const keys = [...new Set(keyed)].sort(
    (a, b) => Number(a === last) - Number(b === last) || compare(a, b),
  );
  const numbers = new Map(keys.map((key, number) => [key, number]));
  return { keys, sectionOf: Uint16Array.from(keyed, (key) => numbers.get(key)!) };
}

/** Headings by the first letter of the name, `#` last. */
export function groupByInitial(contacts: readonly Contact[], lang?: string): Grouping {
  const known = new Map<string, string>();
  return groupBy(contacts, lang, otherInitial, (contact) => {
    const beginning = /^.\p{M}*/su.exec(displayName(contact))?.[0] ?? '';
    let initial = known.get(beginning);
    if (initial === undefined) {
      known.set(beginning, (initial = initialOf(beginning, lang)));
    }
    return initial;
  });
}

/**
 * Headings by friend group, those in no group last, under the key `''`. Who is in several groups
 * stands under the first: one row a user keeps selection, focus and counting single.
 */
export function groupByFriendGroup(contacts: readonly Contact[], lang?: string): Grouping {
  return groupBy(contacts, lang, '', ({ groups }) =>
    Array.isArray(groups) ? displayText(groups[0]) : '',
  );
}

/** The headings that have rows, once the rows are ordered by `orderByRank`. */
export function sectionsOf(keys: readonly string[], counts: Uint32Array): Section[] {
  const sections: Section[] = [];
  let start = 0;
  keys.forEach((key, number) => {
    const count = counts[number]!;
    if (count) {
      sections.push({ key, start, count });
    }
    start += count;
  });
  return sections;
}
