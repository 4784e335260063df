import { readContacts } from './contact.js';
import type { Contact } from './contact.js';
import { perContacts } from './per-contacts.js';

/** What a directory knows of blocked users; that of another version may have contacts alone. */
export interface KnownBlocked {
  readonly contacts: readonly Contact[] | undefined;
  readonly blocked?: ReadonlySet<string> | undefined;
}

const blockedOf = /* @__PURE__ */ perContacts((contacts) => {
  const { items } = readContacts(contacts);
  return new Set(items.filter(({ blocked }) => blocked).map(({ userID }) => userID));
});

/**
 * Whether the logged-in user has blocked a user, whose status is not shown then. As the service has it
 * by default, a friend who is blocked is a contact no longer.
 */
export function isBlocked({ contacts, blocked }: KnownBlocked, userID: string): boolean {
  if (blocked?.has(userID)) return true;
  return contacts !== undefined && blockedOf(contacts, undefined).has(userID);
}
