import type { Contact, Conversation } from '../contacts/contact.js';
import type { ChatEngine, EngineConversation, EngineFriend } from './chat-engine.js';
import { wordMessage } from './engine-messages.js';

/**
 * Translates the engine's friends to contacts. The engine hands out new arrays of the same changed
 * objects, so contacts are our own, and one that says the same stays the same object.
 */
export class ContactTranslator {
  #before = new Map<string, Contact>();

  translate(friends: readonly EngineFriend[], blocked: ReadonlySet<string | undefined>): Contact[] {
    const known = new Map<string, Contact>();
    const contacts = friends.flatMap((friend) => {
      if (!friend?.userID) return [];
      const contact = toContact(friend, blocked.has(friend.userID));
      const before = this.#before.get(friend.userID);
      const kept = before && isSame(before, contact) ? before : contact;
      known.set(friend.userID, kept);
      return [kept];
    });
    this.#before = known;
    return contacts;
  }
}

function toContact(
  { userID, remark, groupList, profile }: EngineFriend,
  blocked: boolean,
): Contact {
  return {
    userID,
    ...(profile?.nick && { name: profile.nick }),
    ...(remark && { remark }),
    ...(profile?.avatar && { avatar: profile.avatar }),
    ...(groupList?.length && { groups: [...groupList] }),
    ...(blocked && { blocked }),
  };
}

function isSame(one: Contact, other: Contact): boolean {
  return (
    one.name === other.name &&
    one.remark === other.remark &&
    one.avatar === other.avatar &&
    one.blocked === other.blocked &&
    JSON.stringify(one.groups) === JSON.stringify(other.groups)
  );
}

/** Translates the engine's conversations; system notices are no conversation with anybody. */
export function toConversations(
  conversations: readonly EngineConversation[],
  blocked?: ReadonlySet<string | undefined>,
): Conversation[] {
  return conversations.flatMap((conversation) => {
    const { conversationID, userProfile, groupProfile, lastMessage, draftText } = Object(
      conversation,
    ) as EngineConversation;
    const [, kind, id] = /^(C2C|GROUP)(.+)$/s.exec(conversationID ?? '') ?? [];
    if (!id) return [];
    const profile = kind === 'C2C' ? userProfile : groupProfile;
    const name =
      attempt(() => conversation.getShowName?.()) ||
      conversation.remark ||
      (kind === 'C2C' ? userProfile?.nick : groupProfile?.name) ||
      id;
    // With a draft, the engine words the draft instead of the message.
    const text =
      attempt(() => conversation.getLastMessage?.('text')) ||
      draftText ||
      lastMessage?.messageForShow ||
      '';
    return [
      {
        conversationID,
        type: kind === 'C2C' ? ('c2c' as const) : ('group' as const),
        ...(kind === 'C2C' ? { userID: id } : { groupID: id }),
        name,
        ...(profile?.avatar && { avatar: profile.avatar }),
        ...(draftText
          ? { draft: text }
          : { lastMessage: attempt(() => wordMessage(text, conversation)) ?? text }),
        ...(lastMessage?.lastTime && { lastMessageTime: lastMessage.lastTime * 1000 }),
        unreadCount: conversation.unreadCount ?? 0,
        isPinned: conversation.isPinned === true,
        isMuted: conversation.isMuted === true,
        ...(kind === 'C2C' && blocked?.has(id) && { blocked: true }),
      },
    ];
  });
}

/** The engine's wording trips over messages it does not know; a list must not. */
function attempt(word: () => string | undefined): string | undefined {
  try {
    return word();
  } catch {
    return undefined;
  }
}

export function friendsIn({ TUIStore, StoreName }: ChatEngine): EngineFriend[] {
  const friends: unknown = TUIStore.getData(StoreName.FRIEND, 'friendList');
  return Array.isArray(friends) ? (friends as EngineFriend[]) : [];
}

/** Whom the user has blocked; the engine keeps their profiles. */
export function blockedIn({ TUIStore, StoreName }: ChatEngine): Set<string | undefined> {
  const blocked: unknown = TUIStore.getData(StoreName.USER, 'userBlacklist');
  return new Set(
    Array.isArray(blocked)
      ? (blocked as ({ userID?: string } | null)[]).map((user) => user?.userID)
      : [],
  );
}
