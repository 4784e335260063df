import type {
  ChatConversation,
  ChatEventHandler,
  ChatFriend,
  ChatInstance,
} from './chat-instance.js';
import { SdkList } from './sdk-list.js';
import type { SdkLists } from './sdk-lists.js';

/** What the lists of the SDK call back. */
export interface ChatListsListener {
  /** The SDK has published all friends, even if there are none. */
  onFriendsPublished(): void;
  onFriends(): void;
  onBlocked(): void;
  onConversations(): void;
}

/**
 * The lists of the logged-in user in the SDK itself. They come with modules that an app may do
 * without: then they stay empty.
 */
export class ChatLists implements SdkLists {
  readonly friends: SdkList<ChatFriend>;
  readonly blocked: SdkList<string>;
  readonly conversations: SdkList<ChatConversation>;
  readonly #chat: ChatInstance;
  #handlers: Readonly<Record<string, ChatEventHandler>> = {};
  #listener: ChatListsListener | undefined;

  constructor(chat: ChatInstance) {
    this.#chat = chat;
    this.friends = new SdkList(
      () => chat.getFriendList?.().then(({ data }) => data),
      () => this.#listener?.onFriends(),
    );
    this.blocked = new SdkList(
      () => chat.getBlacklist?.().then(({ data }) => data),
      () => this.#listener?.onBlocked(),
    );
    this.conversations = new SdkList(
      () => chat.getConversationList?.().then(({ data }) => data.conversationList),
      () => this.#listener?.onConversations(),
    );
  }

  requestFriends(): ReturnType<SdkLists['requestFriends']> {
    return this.#chat.getFriendList?.();
  }

  /** Follows the lists until `stop`. */
  start(listener: ChatListsListener): void {
    this.#listener = listener;
    // The names are the values of the SDK's `EVENT` (Chat SDK 3.6.6).
    this.#handlers = {
      onFriendListUpdated: ({ data }) => {
        this.friends.set(data);
        listener.onFriendsPublished();
      },
      blacklistUpdated: ({ data }) => {
        this.blocked.set(data);
        listener.onBlocked();
      },
      // The event may hold only the conversations that have changed.
      onConversationListUpdated: () => void this.conversations.load(),
    };
    for (const [event, handler] of Object.entries(this.#handlers)) this.#chat.on(event, handler);
  }

  stop(): void {
    this.#listener = undefined;
    for (const [event, handler] of Object.entries(this.#handlers)) this.#chat.off(event, handler);
  }
}
