import type { ChatConversation } from './chat-instance.js';

/** The engine's words for calls, as it says them without a language (chat-uikit-engine 2.5.8). */
const UNTRANSLATED =
  /发起通话|取消通话|拒绝通话|通话结束|通话时长|切换(?:语音|视频)通话|已(?:取消|拒绝|接听)|无应答|忙线/;

/** Whether a message belongs to a call, as the official kit for calls sends it. */
export function isCall(message: ChatConversation['lastMessage']): boolean {
  const { type, payload } = message ?? {};
  if (type !== 'TIMCustomElem' || typeof payload?.data !== 'string') return false;
  try {
    return (JSON.parse(payload.data) as { businessID?: unknown } | null)?.businessID === 1;
  } catch {
    return false;
  }
}

/** Whether the engine has said what became of a call in its own language. */
export function isUntranslatedCall(said: string): boolean {
  return UNTRANSLATED.test(said);
}
