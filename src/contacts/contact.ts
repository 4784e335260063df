import { userIndex } from './user-index.js';
import type { UserIndex } from './user-index.js';

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

/**
 * Where each user stands, by ID.
 *
 * @param value what a page gave as its contacts. What is no array counts as empty; entries that
 * are no objects, or have no userID, are left out. A whole number is taken as an ID too, since
 * pages with numeric keys give those: such an entry is copied, no other is.
 */
export function contactIndex(value: unknown) {
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  const contacts: Contact[] = [];
  const seen = new Set<string>();
  /** Made when somebody asks for a place, which a list that is only drawn never does. */
  let index: UserIndex | undefined;
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
  return {
    /** The usable contacts of what was given: the same objects, each user once, the first kept. */
    contacts: contacts as readonly Contact[],

    /** The place of a user in `contacts`, -1 for one who is not there. */
    indexOf(userID: string): number {
      if (!index) {
        index = userIndex((place) => contacts[place]!.userID);
        index.reserve(contacts.length);
        for (const [place, contact] of contacts.entries()) index.add(contact.userID, place);
      }
      return index.find(userID);
    },
  };
}
