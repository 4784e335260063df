import { isSortedByPinyin, surnameLetter } from './alphabet.js';
import { hasOwnCollation, nameCollator, pinyinCollator } from './collators.js';
import type { Contact } from './contact.js';
import { perContacts } from './per-contacts.js';
import { asSurname } from './surnames.js';
import { displayName } from './text.js';

interface Named {
  readonly contact: Contact;
  readonly name: string;
}

/**
 * The contacts by name. Contacts with the same name are ordered by userID, so that the order is the
 * same each time. The result is cached: sorting 10,000 names takes several milliseconds.
 *
 * Chinese names are ordered by pinyin, as surnames are read, on a page in any language: under their
 * letter, after names in Latin letters, or before them on a Chinese page, as Unicode has it. A page
 * that wants strokes asks for them in its language tag (`zh-TW-u-co-stroke`).
 */
export const sortByName = /* @__PURE__ */ perContacts((contacts, lang) => {
  const named = contacts.map((contact) => ({ contact, name: displayName(contact) }));
  const { compare } = nameCollator(lang);
  const isRead = ({ name }: Named): boolean =>
    !hasOwnCollation(lang) && isSortedByPinyin(name, lang);
  const others = named
    .filter((each) => !isRead(each))
    .sort((a, b) => compare(a.name, b.name) || byID(a, b));
  const sorted =
    others.length === named.length ? others : merge(others, byPinyin(named.filter(isRead)), lang);
  return sorted.map(({ contact }) => contact);
});

const byID = (a: Named, b: Named): number => (a.contact.userID < b.contact.userID ? -1 : 1);

/** Chinese names as they are read, each with the letter that it stands under. */
function byPinyin(named: readonly Named[]): (Named & { readonly letter: string })[] {
  const { compare } = pinyinCollator();
  return named
    .map(({ contact, name }) => {
      const sound = asSurname(name);
      return { contact, name, sound, letter: surnameLetter(name) };
    })
    .sort((a, b) => compare(a.sound, b.sound) || compare(a.name, b.name) || byID(a, b));
}

/** Puts Chinese names among the others, both in order. */
function merge(
  others: readonly Named[],
  chinese: readonly (Named & { readonly letter: string })[],
  lang: string | undefined,
): Named[] {
  const { compare } = nameCollator(lang);
  // U+FFFF is after every other character (UTS #35, Collation): "Z\uffff" is after all names with Z.
  const end = /^zh\b/.test(lang ?? '') ? '' : '\uffff';
  const merged: Named[] = [];
  let next = 0;
  let letter = '';
  for (const each of chinese) {
    if (each.letter !== letter) {
      letter = each.letter;
      while (next < others.length && compare(others[next]!.name, letter + end) < 0) {
        merged.push(others[next++]!);
      }
    }
    merged.push(each);
  }
  return [...merged, ...others.slice(next)];
}
