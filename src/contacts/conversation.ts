import type { Conversation } from './contact.js';
import { copyFields, readItems } from './given.js';
import type { AddItem, GivenItems, ReadErrorListener } from './given.js';
import { userIDOf } from '../presence.js';
import { displayName, displayText } from './text.js';

const timeOf = ({ lastMessageTime }: Conversation): number =>
  Number.isFinite(lastMessageTime) ? lastMessageTime! : 0;

/** The conversations of {@link readConversations}, pinned ones first, then the latest. */
export function orderConversations(conversations: readonly Conversation[]): Conversation[] {
  return [...conversations].sort(
    (a, b) => Number(!!b.isPinned) - Number(!!a.isPinned) || timeOf(b) - timeOf(a),
  );
}

/**
 * Reads the usable conversations of what a page gave. Left out are entries without an ID and, after
 * the first, those with an ID that was there. A whole number is accepted as an ID: such an entry is
 * copied for the page, too.
 */
export function readConversations(
  value: unknown,
  onError?: ReadErrorListener,
): GivenItems<Conversation> {
  return readItems<Conversation>(
    value,
    'conversationID',
    (entry, add) => readConversation(entry, add, onError),
    onError,
  );
}

const FIELDS = [
  'conversationID',
  'type',
  'userID',
  'groupID',
  'name',
  'avatar',
  'lastMessage',
  'lastMessageTime',
  'unreadCount',
  'isPinned',
  'isMuted',
  'draft',
  'mention',
  'blocked',
] as const;

function readConversation(
  value: unknown,
  add: AddItem<Conversation>,
  onError: ReadErrorListener | undefined,
): void {
  try {
    const { copy, isComplete } = copyFields(Object(value) as Conversation, FIELDS, onError);
    const { conversationID: givenID, userID: givenUserID } = copy;
    const conversationID = userIDOf(givenID);
    if (conversationID === undefined) return;
    const userID = userIDOf(givenUserID) ?? givenUserID;
    const ids = { conversationID, ...(userID !== undefined && { userID }) };
    const item = Object.assign(copy, ids) as Conversation;
    const isSame = conversationID === givenID && userID === givenUserID;
    const original = value as Conversation;
    if (!isComplete) add(item, item);
    else add(item, isSame ? original : { ...original, ...ids });
  } catch (error) {
    onError?.(error);
  }
}

/** The other user of a one-to-one conversation, whose status a list shows. */
export function partnerOf({ type, userID }: Conversation): string | undefined {
  return type === 'c2c' && typeof userID === 'string' && userID ? userID : undefined;
}

/** What a conversation is called; the ID of one without a name. */
export function conversationName(conversation: Conversation): string {
  return displayName(conversation) || displayText(conversation.conversationID);
}
