import { orderConversations, partnerOf } from '../../src/contacts/index.js';
import type { Conversation } from '../../src/contacts/index.js';
import type { ListedUser } from './list-interest.js';

/**
 * The conversations of a list. While their order is deferred, each is shown as it is now in the place
 * that it had before, and new ones are only counted.
 */
export class ConversationItems {
  #given: readonly Conversation[] | undefined;
  #ordered: readonly Conversation[] = [];
  /** As they are shown. */
  shown: readonly Conversation[] = [];
  /** How many conversations are not shown until the order is settled. */
  newCount = 0;
  /** The other users of all one-to-one conversations. */
  partners: readonly ListedUser[] = [];
  /** The conversations that have changed their place since the order was settled. */
  readonly moved = new Set<string>();

  /** @param given each conversation once, see `readConversations`; must not change afterwards */
  update(given: readonly Conversation[], isDeferring = false): void {
    if (given === this.#given) return;
    this.#given = given;
    this.#ordered = orderConversations(given);
    this.partners = partnersOf(this.#ordered);
    const remaining = new Map(this.#ordered.map((each) => [each.conversationID, each]));
    const kept: Conversation[] = [];
    for (const before of this.shown) {
      const now = remaining.get(before.conversationID);
      if (!now) continue;
      remaining.delete(before.conversationID);
      const isMoved =
        now.lastMessageTime !== before.lastMessageTime || now.isPinned !== before.isPinned;
      if (isMoved) this.moved.add(before.conversationID);
      kept.push(now);
    }
    // There is no row that would move under the user.
    if (kept.length === 0) {
      this.settle();
      return;
    }
    for (const conversationID of remaining.keys()) this.moved.add(conversationID);
    // Rows below a new one would move.
    this.newCount = isDeferring ? remaining.size : 0;
    this.shown = isDeferring ? kept : [...kept, ...remaining.values()];
  }

  /** Whether the conversations are shown in another order than theirs. */
  get isUnsettled(): boolean {
    return this.shown !== this.#ordered;
  }

  /** Brings the conversations into their order; returns those that have changed their place. */
  settle(): ReadonlySet<string> {
    const moved = new Set(this.moved);
    this.moved.clear();
    this.newCount = 0;
    this.shown = this.#ordered;
    return moved;
  }

  at(index: number): Conversation {
    return this.shown[index]!;
  }

  indexOf(conversationID: string): number {
    return this.shown.findIndex((each) => each.conversationID === conversationID);
  }
}

/** The users whose status a list of these conversations shows. */
export function partnersOf(conversations: readonly Conversation[]): ListedUser[] {
  return conversations.flatMap((conversation) => {
    const userID = partnerOf(conversation);
    return userID ? [{ userID, blocked: !!conversation.blocked }] : [];
  });
}
