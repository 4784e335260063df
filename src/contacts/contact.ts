import { userIDOf } from '../presence.js';
import { copyFields, readItems } from './given.js';
import type { AddItem, GivenItems, ReadErrorListener } from './given.js';

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
  /** Whether unread messages of a group mention the reader, or all members. */
  readonly mention?: 'me' | 'all';
  /** A message that was begun and not sent. */
  readonly draft?: string;
  /** The other user is blocked by the reader: no status is shown. */
  readonly blocked?: boolean;
}

/** The usable contacts of what a page gave: the page's own objects, see {@link readContacts}. */
export function usableContacts(value: unknown): readonly Contact[] {
  return readContacts(value).originals;
}

/**
 * Reads the usable contacts of what a page gave, each user once, the first kept.
 *
 * A value that is no array counts as empty; entries that are no objects or have no userID are left
 * out. Of an entry with a field that cannot be read, the rest is used. A whole number is accepted as
 * an ID, since pages with numeric keys give those: such an entry is copied for the page, too.
 */
export function readContacts(value: unknown, onError?: ReadErrorListener): GivenItems<Contact> {
  return readItems<Contact>(
    value,
    'userID',
    (entry, add) => readContact(entry, add, onError),
    onError,
  );
}

const FIELDS = ['name', 'remark', 'avatar', 'groups', 'blocked'] as const;

function readContact(
  value: unknown,
  add: AddItem<Contact>,
  onError: ReadErrorListener | undefined,
): void {
  let userID: string | undefined;
  try {
    const given: unknown = (value as Partial<Contact> | null)?.userID;
    userID = userIDOf(given);
    if (userID === undefined) return;
    const contact = value as Contact;
    const original = userID === given ? contact : { ...contact, userID };
    add(copyOf(contact, userID), original);
  } catch (error) {
    if (userID === undefined) {
      onError?.(error);
      return;
    }
    const { copy } = copyFields(value as Contact, FIELDS, onError);
    const item: Contact = Object.assign(copy, { userID });
    add(item, item);
  }
}

/** Copies all fields; throws where one of them cannot be read. A list shows the first group alone. */
function copyOf({ name, remark, avatar, groups, blocked }: Contact, userID: string): Contact {
  const first = Array.isArray(groups) ? groups.slice(0, 1) : groups;
  return { userID, name, remark, avatar, groups: first, blocked } as Contact;
}
