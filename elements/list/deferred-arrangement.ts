import type { Arrangement, Contact, Section } from '../../src/contacts/index.js';

/**
 * A new arrangement with the contacts in the places that they had before, for as long as the order is
 * deferred. Who has gone is left out, and who has come stands at the end of the section.
 *
 * @param mayStray whether a contact stays in a section that is not its own any more
 */
export function deferArrangement(
  before: Arrangement,
  now: Arrangement,
  mayStray: boolean,
): Arrangement {
  const remaining = new Map<string, { readonly contact: Contact; readonly key: string }>();
  for (const section of now.sections) {
    for (const contact of contactsIn(now, section)) {
      remaining.set(contact.userID, { contact, key: section.key });
    }
  }
  const groups = new Map<string, Contact[]>();
  for (const section of before.sections) {
    const kept: Contact[] = [];
    groups.set(section.key, kept);
    for (const { userID } of contactsIn(before, section)) {
      const found = remaining.get(userID);
      if (!found || (!mayStray && found.key !== section.key)) continue;
      remaining.delete(userID);
      kept.push(found.contact);
    }
  }
  for (const { contact, key } of remaining.values()) {
    const group = groups.get(key);
    if (group) group.push(contact);
    else groups.set(key, [contact]);
  }
  const sections: Section[] = [];
  const contacts: Contact[] = [];
  for (const [key, members] of groups) {
    if (members.length === 0 && before.hasHeadings) continue;
    sections.push({ key, start: contacts.length, count: members.length });
    contacts.push(...members);
  }
  return { contacts, sections, hasHeadings: now.hasHeadings };
}

export function contactsIn(arrangement: Arrangement, { start, count }: Section): Contact[] {
  return arrangement.contacts.slice(start, start + count);
}
