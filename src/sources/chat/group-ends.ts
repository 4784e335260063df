import type { Strings } from '../../i18n/index.js';
import type { ChatConversation } from './chat-instance.js';
import { groupNotices } from './group-notices.js';

/**
 * The SDK's numbers for what has ended a membership of the user's (Chat SDK 3.6.6). It has no name for
 * 11: the service has recycled the group (Tencent's list of group reports, `GroupRecycle`).
 */
const ENDS: Readonly<Record<number, keyof Strings>> = {
  4: 'message-removed',
  5: 'message-dissolved',
  8: 'message-left',
  11: 'message-dissolved',
};

/** Its numbers for what has begun one: let in, the user's own group, invited. */
const BEGINNINGS: ReadonlySet<unknown> = new Set([2, 6, 7]);

/**
 * The groups that the user is a member of no more. The SDK keeps their conversations as they were; so
 * does the engine, which has words of its own for the end.
 */
export class GroupEnds {
  readonly #ends = new Map<string, { readonly words: keyof Strings; readonly time: number }>();

  /** Takes over messages of the SDK's `onMessageReceived`; returns whether one of them is an end. */
  add(messages: unknown): boolean {
    let hasEnd = false;
    for (const { groupID, operationType, time } of groupNotices(messages)) {
      const words = ENDS[operationType ?? 0];
      if (words) this.#ends.set(groupID, { words, time });
      else if (BEGINNINGS.has(operationType)) this.#ends.delete(groupID);
      hasEnd ||= words !== undefined;
    }
    return hasEnd;
  }

  /** The words for the end of a membership; `undefined` also where a message has come since. */
  wordsFor(conversation: ChatConversation): keyof Strings | undefined {
    return this.isOver(conversation) ? undefined : this.#endOf(conversation)?.words;
  }

  /** Whether a message has come since an end: someone has added the user again, without a notice. */
  isOver(conversation: ChatConversation): boolean {
    const end = this.#endOf(conversation);
    return end !== undefined && (conversation.lastMessage?.lastTime ?? 0) > end.time;
  }

  /** The user has logged out. */
  clear(): void {
    this.#ends.clear();
  }

  #endOf({ conversationID }: ChatConversation) {
    return this.#ends.get(conversationID.replace(/^GROUP/, ''));
  }
}
