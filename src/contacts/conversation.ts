import type { Conversation } from './contact.js';

const timeOf = ({ lastMessageTime }: Conversation): number =>
  Number.isFinite(lastMessageTime) ? lastMessageTime! : 0;

/**
 * The usable conversations of what a page gave, pinned ones first, then the latest. Left out are
 * entries without an ID and, after the first, those with an ID that was there.
 */
export function orderConversations(value: unknown): Conversation[] {
  const seen = new Set(['']);
  return (Array.isArray(value) ? (value as (Conversation | null)[]) : [])
    .filter((one): one is Conversation => {
      const id = one?.conversationID;
      return typeof id === 'string' && !seen.has(id) && !!seen.add(id);
    })
    .sort((a, b) => Number(!!b.isPinned) - Number(!!a.isPinned) || timeOf(b) - timeOf(a));
}
