import { initialOf, otherInitial } from './alphabet.js';
import { nameCollator } from './collators.js';
import type { Contact } from './contact.js';
import { perContacts } from './per-contacts.js';
import { displayName, displayText } from './text.js';

/** A heading and the contacts under it. */
export interface ContactGroup {
  readonly key: string;
  readonly contacts: readonly Contact[];
}

/** Splits contacts by a key each; the keys are sorted by name, with `lastKey` at the end. */
function groupBy(
  contacts: readonly Contact[],
  lang: string | undefined,
  lastKey: string,
  keyOf: (contact: Contact) => string,
): readonly ContactGroup[] {
  const groups = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const key = keyOf(contact);
    const group = groups.get(key);
    if (group) group.push(contact);
    else groups.set(key, [contact]);
  }
  const { compare } = nameCollator(lang);
  return [...groups]
    .map(([key, members]) => ({ key, contacts: members }))
    .sort((a, b) => Number(a.key === lastKey) - Number(b.key === lastKey) || compare(a.key, b.key));
}

/** Groups by the first letter of the name, `#` last. Cached, since each beginning is looked up. */
export const groupByInitial = /* @__PURE__ */ perContacts((contacts, lang) => {
  const known = new Map<string, string>();
  return groupBy(contacts, lang, otherInitial, (contact) => {
    const beginning = /^.\p{M}*.?/su.exec(displayName(contact))?.[0] ?? '';
    let initial = known.get(beginning);
    if (initial === undefined) {
      known.set(beginning, (initial = initialOf(beginning, lang)));
    }
    return initial;
  });
});

/**
 * Groups by friend group. Contacts in no group come last, under the key `''`. A contact in several
 * groups is listed under the first: one row a user keeps selection, focus and counts unambiguous.
 */
export const groupByFriendGroup = /* @__PURE__ */ perContacts((contacts, lang) =>
  groupBy(contacts, lang, '', ({ groups }) =>
    Array.isArray(groups) ? displayText(groups[0]) : '',
  ),
);
