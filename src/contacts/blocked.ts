import { readContacts } from './contact.js';
import type { Contact } from './contact.js';
import { perContacts } from './per-contacts.js';

const blockedOf = /* @__PURE__ */ perContacts((contacts) => {
  const { items } = readContacts(contacts);
  return new Set(items.filter(({ blocked }) => blocked).map(({ userID }) => userID));
});

/** Whether the logged-in user has blocked a user, whose status is not shown then. */
export function isBlocked(contacts: readonly Contact[] | undefined, userID: string): boolean {
  return contacts !== undefined && blockedOf(contacts, undefined).has(userID);
}
