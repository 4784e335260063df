import type { ChatConversation, ChatFriend } from './chat-instance.js';
import type { FriendsByID } from './friends-by-id.js';
import { isGroup } from './message-text.js';
import type { Sender } from './message-text.js';

/** Who has written the last messages of groups, by the names that the reader knows them by. */
export class MessageSenders {
  readonly #friends: FriendsByID;
  #userID: string | undefined;
  /** The names of friends that were given out since the last `renew`. */
  readonly #given = new Map<string, string>();
  /** By what the SDK holds of a message: the user who was its sender when it was first there. */
  readonly #writers = new WeakMap<object, string>();

  constructor(friends: FriendsByID) {
    this.#friends = friends;
  }

  /** A user has logged in. */
  start(userID: string): void {
    this.#userID = userID;
  }

  /** Names are about to be given out again. */
  renew(): void {
    this.#given.clear();
  }

  /** Whether a name that was given out is another one by now. */
  get areOutdated(): boolean {
    return [...this.#given].some(([userID, name]) => nameOf(this.#friends.get(userID)) !== name);
  }

  /** `undefined` for a message that is in no group, or of no one. */
  senderOf(conversation: ChatConversation): Sender | undefined {
    const { fromAccount, nameCard, nick } = conversation.lastMessage ?? {};
    if (!fromAccount || !isGroup(conversation)) return undefined;
    if (fromAccount === this.#userID) return { isMe: true };
    const friend = this.#friends.get(fromAccount);
    const known = nameOf(friend);
    this.#given.set(fromAccount, known);
    return { isMe: false, name: friend?.remark || nameCard || nick || known || fromAccount };
  }

  /**
   * Whether the content is that of a message before, by another user: the SDK keeps it beside the new
   * sender where it cannot read the new message.
   */
  hasContentOfOther({ lastMessage }: ChatConversation): boolean {
    const { payload, fromAccount } = lastMessage ?? {};
    if (!payload || !fromAccount) return false;
    const writer = this.#writers.get(payload);
    if (writer === undefined) this.#writers.set(payload, fromAccount);
    return writer !== undefined && writer !== fromAccount;
  }
}

/** The remark, else the name; empty for a user who is no friend. */
function nameOf(friend: ChatFriend | undefined): string {
  return friend?.remark || friend?.profile?.nick || '';
}
