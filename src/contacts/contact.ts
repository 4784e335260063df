import { hashOf } from './hash.js';

/** A person in a list. */
export interface Contact {
  readonly userID: string;
  /** The name the person chose. */
  readonly name?: string;
  /** The name the reader gave the person; shown before any other. */
  readonly remark?: string;
  readonly avatar?: string;
  /** The friend groups the person is in; a list shows the person under the first. */
  readonly groups?: readonly string[];
  /** Blocked by the reader: no status is shown. */
  readonly blocked?: boolean;
}

/** A conversation in a list. */
export interface Conversation {
  readonly conversationID: string;
  readonly type: 'c2c' | 'group' | 'system';
  /** The other user of a one-to-one conversation. */
  readonly userID?: string;
  readonly groupID?: string;
  readonly name: string;
  readonly avatar?: string;
  /** The last message in words. */
  readonly lastMessage?: string;
  /** Epoch milliseconds. */
  readonly lastMessageTime?: number;
  readonly unreadCount: number;
  readonly isPinned: boolean;
  readonly isMuted: boolean;
  /** A message that was begun and not sent. */
  readonly draft?: string;
  /** The other user is blocked by the reader: no status is shown. */
  readonly blocked?: boolean;
}

/** Where each user stands, by ID, in 6 to 12 bytes a user: a Map takes two to three times that. */
export class ContactIndex {
  /** The usable contacts of what was given: the same objects, each user once, the first kept. */
  readonly contacts: readonly Contact[];
  /** Made when somebody asks for a place, which a list that is only drawn never does. */
  #slots: Uint32Array | undefined;

  /**
   * @param value what a page gave as its contacts. What is no array counts as empty; entries that
   * are no objects, or have no userID, are left out. A whole number is taken as an ID too, since
   * pages with numeric keys give those: such an entry is copied, no other is.
   */
  constructor(value: unknown) {
    const given: readonly unknown[] = Array.isArray(value) ? value : [];
    const contacts: Contact[] = [];
    this.contacts = contacts;
    const seen = new Set<string>();
    for (let i = 0; i < given.length; i++) {
      try {
        let contact = given[i] as Contact | null | undefined;
        if (Number.isSafeInteger(contact?.userID)) {
          contact = { ...contact, userID: String(contact!.userID) };
        }
        const userID = contact?.userID;
        if (userID && typeof userID === 'string' && !seen.has(userID)) {
          seen.add(userID);
          contacts.push(contact!);
        }
      } catch {
        // A getter of the page's threw: no contact.
      }
    }
  }

  /** The place of a user in `contacts`, -1 for one who is not there. */
  indexOf(userID: string): number {
    if (!this.#slots) {
      const { contacts } = this;
      const slots = new Uint32Array(2 ** Math.ceil(Math.log2(contacts.length * 1.5 + 2)));
      this.#slots = slots;
      contacts.forEach((contact, place) => {
        slots[this.#slotOf(slots, contact.userID)] = place + 1;
      });
    }
    return this.#slots[this.#slotOf(this.#slots, userID)]! - 1;
  }

  /** The slot that holds the user, else the empty one where the user would go. */
  #slotOf(slots: Uint32Array, userID: string): number {
    const mask = slots.length - 1;
    // Spread, since IDs that count up would fill neighbouring slots.
    const hash = Math.imul(hashOf(userID), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 12)) & mask;
    let place;
    while ((place = slots[slot]) && this.contacts[place - 1]!.userID !== userID) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
