import type { Conversation } from '../../contacts/contact.js';
import type { ChangedProfiles } from './changed-profiles.js';
import type { ChatConversation } from './chat-instance.js';
import { draftTextOf } from './draft-text.js';
import { withEmoji } from './emoji-codes.js';
import type { GroupEnds } from './group-ends.js';
import type { MessageSenders } from './message-senders.js';
import type { PartnerRemarks } from './partner-remarks.js';
import { textOfMessage, wordMessage } from './message-text.js';

/** The kinds of a mention: the values of the SDK's `CONV_AT_ME` and so on. */
const AT_ME = 1;
const AT_ALL = 2;
const AT_ALL_AND_ME = 3;

/** Stands for the type of a message that the SDK cannot read. */
const UNREADABLE = 'unreadable';

/** The SDK's words for messages that arrive without a notification, or not at all. */
const MUTED: ReadonlySet<unknown> = new Set(['AcceptNotNotify', 'Discard']);

/** What is shown with conversations, and is not in them. */
export interface ConversationDetails {
  readonly blocked?: ReadonlySet<string>;
  /** Those that may be newer than the conversations' own. */
  readonly profiles?: ChangedProfiles;
  readonly senders?: MessageSenders;
  readonly remarks?: PartnerRemarks;
  readonly ends?: GroupEnds;
}

/** Translates the SDK's conversations. System notices are left out: they have no partner. */
export function toConversations(
  conversations: readonly ChatConversation[],
  details: ConversationDetails = {},
): Conversation[] {
  const { blocked, profiles, remarks } = details;
  return conversations.flatMap((conversation) => {
    const { conversationID, userProfile, groupProfile, lastMessage, draftText, groupAtInfoList } =
      Object(conversation) as ChatConversation;
    const [, kind, id] = /^(C2C|GROUP)(.+)$/s.exec(conversationID ?? '') ?? [];
    if (!id) return [];
    const changed = kind === 'C2C' ? profiles?.newerThan(userProfile, id) : undefined;
    const profile = changed ?? (kind === 'C2C' ? userProfile : groupProfile);
    const own = conversation.remark ?? '';
    const remark = (kind === 'C2C' ? remarks?.remarkOf(id) : undefined) ?? own;
    const nick = kind === 'C2C' ? (changed ?? userProfile)?.nick : groupProfile?.name;
    const isOther = changed !== undefined || remark !== own;
    const name =
      (!isOther && orUndefined(() => conversation.getShowName?.())) || remark || nick || id;
    const draft = draftTextOf(draftText);
    const unreadCount = conversation.unreadCount ?? 0;
    // The SDK keeps mentions where all conversations were marked as read, or the group was left.
    const mention = kind === 'GROUP' && unreadCount > 0 ? mentionIn(groupAtInfoList) : undefined;
    return [
      {
        conversationID,
        type: kind === 'C2C' ? ('c2c' as const) : ('group' as const),
        ...(kind === 'C2C' ? { userID: id } : { groupID: id }),
        name,
        ...(profile?.avatar && { avatar: profile.avatar }),
        lastMessage: lastMessageOf(conversation, details),
        ...(draft && { draft }),
        ...(lastMessage?.lastTime && { lastMessageTime: lastMessage.lastTime * 1000 }),
        unreadCount,
        isPinned: conversation.isPinned === true,
        isMuted: isMuted(conversation),
        ...(mention && { mention }),
        ...(kind === 'C2C' && blocked?.has(id) && { blocked: true }),
      },
    ];
  });
}

function isMuted({ isMuted, messageRemindType }: ChatConversation): boolean {
  return isMuted === undefined ? MUTED.has(messageRemindType) : isMuted === true;
}

/** The last message in words, also where the engine has other words in its place. */
function lastMessageOf(
  conversation: ChatConversation,
  { senders, ends }: ConversationDetails,
): string {
  const sender = senders?.senderOf(conversation);
  if (senders?.hasContentOfOther(conversation)) {
    const { conversationID, lastMessage } = conversation;
    const unreadable = { isRevoked: lastMessage?.isRevoked === true, type: UNREADABLE };
    return textOfMessage({ conversationID, lastMessage: unreadable }, sender);
  }
  // For these the engine has words of its own, in place of the message.
  const covers = {
    ...(conversation.draftText && { draftText: { value: '' } }),
    ...(ends?.isOver(conversation) && { operationType: { value: 0 } }),
  };
  const sent = Object.keys(covers).length
    ? (Object.create(conversation, covers) as ChatConversation)
    : conversation;
  const said = orUndefined(() => sent.getLastMessage?.('text'));
  const text =
    (said && orUndefined(() => wordMessage(said, conversation, sender))) ||
    orUndefined(() => textOfMessage(conversation, sender, ends?.wordsFor(conversation)));
  return withEmoji(text ?? said ?? '');
}

/** Whom the unread messages of a group mention: the reader, or all members. */
function mentionIn(mentions: ChatConversation['groupAtInfoList']): Conversation['mention'] {
  const kinds = new Set(
    (Array.isArray(mentions) ? mentions : []).flatMap((each) => each?.atTypeArray ?? []),
  );
  if (kinds.has(AT_ME) || kinds.has(AT_ALL_AND_ME)) return 'me';
  return kinds.has(AT_ALL) ? 'all' : undefined;
}

/** The SDK's wording throws for messages it does not know; a list must not. */
function orUndefined(read: () => string | undefined): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
