import type { ChatConversation, ChatFriend } from '../../src/sources/chat/chat-instance.js';

/** What the SDK rejects with: an Error with a code, whose message is often empty. */
export function sdkError(code: number, message = ''): Error & { code: number } {
  return Object.assign(new Error(message), { code });
}

/** A one-to-one conversation, as the engine's store holds it. */
export function conversationWith(
  userID: string,
  more: Partial<ChatConversation> = {},
): ChatConversation {
  return {
    conversationID: `C2C${userID}`,
    type: 'C2C',
    userProfile: { userID, nick: `Nick of ${userID}` },
    lastMessage: { lastTime: 1_700_000_000, messageForShow: 'hi' },
    unreadCount: 0,
    isPinned: false,
    isMuted: false,
    ...more,
  };
}

export function friend(userID: string, more: Partial<ChatFriend> = {}): ChatFriend {
  return { userID, remark: '', groupList: [], profile: { nick: '', avatar: '' }, ...more };
}
