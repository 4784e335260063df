import type { ChatConversation, ChatFriend } from './chat-instance.js';

/** A list of the logged-in user, as the SDK has it or the engine publishes it. */
export interface ItemList<Item> {
  /** Empty until there are some; `undefined` where there is no list. */
  readonly items: readonly Item[] | undefined;
  /** A user has logged in. */
  start(userID: string): void;
}

/** The lists that contacts and conversations are made of. */
export interface SdkLists {
  readonly friends: ItemList<ChatFriend>;
  /** Blocked users: their IDs, or their profiles. */
  readonly blocked: ItemList<string | { userID?: string } | null>;
  readonly conversations: ItemList<ChatConversation>;
  /** Requests the friends; those in the response arrive in `friends`. `undefined` without a way to. */
  requestFriends(): Promise<{ data?: unknown[] } | undefined> | undefined;
}
