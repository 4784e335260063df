import type { Conversation } from '../../contacts/contact.js';
import type { Environment } from '../../environment.js';
import { blockedUsers } from './blocked-users.js';
import type { ChangedProfiles } from './changed-profiles.js';
import type { ChatInstance } from './chat-instance.js';
import { ConversationSync } from './conversation-sync.js';
import { toConversations } from './conversation-translator.js';
import { FriendsByID } from './friends-by-id.js';
import { GroupEnds } from './group-ends.js';
import { MessageSenders } from './message-senders.js';
import { PartnerRemarks } from './partner-remarks.js';
import type { SdkLists } from './sdk-lists.js';
import { synchronizedConversations } from './synchronized.js';

type ConversationLists = Pick<SdkLists, 'conversations' | 'friends' | 'blocked'>;

/**
 * The conversations of the logged-in user. Before they have arrived their list is empty, which only
 * counts once the SDK says that there are none.
 */
export class ChatConversations {
  readonly #lists: ConversationLists;
  readonly #sync: ConversationSync;
  readonly #senders: MessageSenders;
  readonly #remarks: PartnerRemarks;
  readonly #ends = new GroupEnds();
  readonly #profiles: ChangedProfiles;
  readonly #onConversations: (conversations: readonly Conversation[]) => void;
  #isKnown = false;
  /** Counts up when a request under way has become void. */
  #generation = 0;

  constructor(
    lists: ConversationLists,
    environment: Environment,
    chat: () => ChatInstance | undefined,
    profiles: ChangedProfiles,
    onConversations: (conversations: readonly Conversation[]) => void,
  ) {
    this.#lists = lists;
    this.#sync = new ConversationSync(environment, chat, async () => {
      if (!this.#isKnown) await this.report(chat());
    });
    const friends = new FriendsByID(lists.friends);
    this.#senders = new MessageSenders(friends);
    this.#remarks = new PartnerRemarks(friends);
    this.#profiles = profiles;
    this.#onConversations = onConversations;
  }

  /** A user has logged in. */
  start(userID: string): void {
    this.#senders.start(userID);
    this.#lists.conversations.start(userID);
    this.#sync.start();
  }

  /** The connection is back. */
  connected(): void {
    this.#sync.start();
  }

  /** Users of one-to-one conversations, in their order: the engine subscribes these by itself. */
  get partners(): string[] {
    return (this.#lists.conversations.items ?? []).flatMap((conversation) => {
      const id: unknown = conversation?.conversationID;
      return typeof id === 'string' && id.startsWith('C2C') ? [id.slice(3)] : [];
    });
  }

  /** Whether a friend, by a conversation or as who wrote a last message, is called otherwise by now. */
  get areOutdated(): boolean {
    return this.#remarks.areOutdated || this.#senders.areOutdated;
  }

  /** Reports the list as it is, unless it may only be empty for now. */
  async report(chat: ChatInstance | undefined): Promise<void> {
    const list = this.#lists.conversations.items;
    if (!list) return;
    if (list.length === 0 && !this.#isKnown) {
      const generation = this.#generation;
      if (!(await this.#areNone(chat)) || generation !== this.#generation) return;
    }
    this.#isKnown = true;
    this.#senders.renew();
    this.#remarks.renew();
    const conversations = toConversations(this.#lists.conversations.items ?? [], {
      blocked: blockedUsers(this.#lists.blocked),
      profiles: this.#profiles,
      senders: this.#senders,
      remarks: this.#remarks,
      ends: this.#ends,
    });
    this.#onConversations(conversations);
  }

  /** Takes over messages of the SDK's; returns whether the conversations show something else now. */
  addNotices(messages: unknown): boolean {
    return this.#ends.add(messages);
  }

  /** The user has logged out. */
  reset(): void {
    this.#generation += 1;
    this.#isKnown = false;
    this.#sync.stop();
    this.#senders.renew();
    this.#remarks.reset();
    this.#ends.clear();
  }

  /** Whether the SDK has all conversations, and they are none. */
  async #areNone(chat: ChatInstance | undefined): Promise<boolean> {
    const conversations = await synchronizedConversations(chat);
    // Those in the response are on their way to the list.
    return conversations !== undefined && toConversations(conversations).length === 0;
  }
}
