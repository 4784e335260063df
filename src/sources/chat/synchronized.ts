import type { ChatConversation, ChatInstance } from './chat-instance.js';

/**
 * The SDK's conversations; `undefined` while it has not had all of them from the service. After a
 * failure this makes the SDK request them again.
 */
export async function synchronizedConversations(
  chat: ChatInstance | undefined,
): Promise<readonly ChatConversation[] | undefined> {
  // The SDK without its module for conversations has none.
  if (chat && !chat.getConversationList) return [];
  const answer = await chat?.getConversationList?.().catch(() => undefined);
  return answer?.data.isSyncCompleted ? answer.data.conversationList : undefined;
}
