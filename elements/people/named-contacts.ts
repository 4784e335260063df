import { displayText, isBlocked, readContacts } from '../../src/contacts/index.js';
import type { Contact, GivenItems } from '../../src/contacts/index.js';
import { givenEntries } from '../../src/contacts/given.js';
import type { Directory } from '../../src/directory.js';

/**
 * The usable contacts of what a page gave, read once when it arrives; with what the directory knows of
 * those without a name: name, picture, and whether they are blocked. The same array until `outdate()`
 * is called, or another one is given.
 */
export class NamedContacts {
  #given: unknown;
  #directory: Directory | undefined;
  #read: GivenItems<Contact> = { items: [], originals: [] };
  #named: readonly Contact[] | undefined;
  #unnamed: ReadonlySet<string> = new Set();

  /** What the directory knows has changed. */
  outdate(): void {
    this.#named = undefined;
  }

  /** Whether a user was given without a name, so that the profile is wanted. */
  isUnnamed(userID: string): boolean {
    return this.#unnamed.has(userID);
  }

  /** @param given contacts, or anything */
  of(given: unknown, directory: Directory): readonly Contact[] {
    if (given !== this.#given) {
      this.#read = readContacts(given);
      const unnamed = this.#read.items.filter((contact) => !hasName(contact));
      this.#unnamed = new Set(unnamed.map(({ userID }) => userID));
    }
    if (given !== this.#given || directory !== this.#directory) this.outdate();
    this.#given = given;
    this.#directory = directory;
    return (this.#named ??= this.#read.items.map((contact) => named(contact, directory)));
  }

  /** The page's own object for a contact, with what the directory knows where it has no name. */
  originalOf(contact: Contact): Contact {
    const { items, originals } = this.#read;
    const original = originals[items.findIndex(({ userID }) => userID === contact.userID)];
    return original && this.#directory ? named(original, this.#directory) : contact;
  }
}

/** A list of user IDs as contacts; the same array for the same list. */
export class ContactsByID {
  #userIDs: unknown;
  #contacts: unknown[] = [];

  /** @param userIDs user IDs, or anything */
  of(userIDs: unknown): unknown {
    if (userIDs !== this.#userIDs) {
      this.#contacts = givenEntries(userIDs).map((userID) => ({ userID }));
      this.#userIDs = userIDs;
    }
    return this.#contacts;
  }
}

const hasName = ({ name, remark }: Contact): boolean =>
  Boolean(displayText(name) || displayText(remark));

function named(contact: Contact, directory: Directory): Contact {
  try {
    if (hasName(contact)) return contact;
    const { userID, avatar, blocked = isBlocked(directory, userID) } = contact;
    const person = directory.personOf(userID);
    if (!person && !blocked) return contact;
    return { ...contact, ...person, ...(avatar && { avatar }), ...(blocked && { blocked }) };
  } catch {
    // The page's object can no longer be read.
    return contact;
  }
}
