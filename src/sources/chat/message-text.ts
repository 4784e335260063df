import { pageLanguage } from '../../environment.js';
import { format, stringsFor } from '../../i18n/index.js';
import type { Strings } from '../../i18n/index.js';
import type { ChatConversation } from './chat-instance.js';

type Kind = keyof Strings;

/** The message types of the Chat SDK, the values of its `TYPES`, for which it has no text. */
const KINDS: Readonly<Record<string, Kind>> = {
  TIMImageElem: 'message-image',
  TIMSoundElem: 'message-voice',
  TIMVideoFileElem: 'message-video',
  TIMFileElem: 'message-file',
  TIMLocationElem: 'message-location',
  TIMFaceElem: 'message-sticker',
  TIMCustomElem: 'message-custom',
  TIMGroupTipElem: 'message-notice',
  TIMRelayElem: 'message-history',
};

/** The engine's words for the current user, and for a message or a group that is no more. */
const ME = '我';
const RECALLED = '撤回了一条消息';
const ENDS: Readonly<Record<string, Kind>> = {
  您已被群管理员移出群聊: 'message-removed',
  该群聊已被解散: 'message-dissolved',
  您已退出该群聊: 'message-left',
};

/**
 * The last message as the engine words it, but in the page's language where the engine has not been
 * given one: without `TUITranslateService.provideLanguages` it speaks Chinese, and the SDK of an
 * international app English. What an app has given it stays.
 */
export function wordMessage(said: string, conversation: ChatConversation): string {
  const { strings } = stringsFor(pageLanguage());
  const { isMuted, unreadCount = 0, lastMessage } = conversation;
  const { type, messageForShow, isRevoked, fromAccount, nick, nameCard } = lastMessage ?? {};
  if (Object.hasOwn(ENDS, said)) return strings[ENDS[said]!];
  let text = said;
  // A list has a place of its own for the count that the engine begins with.
  if (isMuted && text.startsWith(`[${unreadCount > 99 ? '99+' : unreadCount}`)) {
    text = text.slice(text.indexOf(']') + 1);
  }
  const shown = isRevoked ? RECALLED : messageForShow;
  const kind = isRevoked ? 'message-recalled' : KINDS[type ?? ''];
  if (shown && kind && text.endsWith(shown)) text = text.slice(0, -shown.length) + strings[kind];
  const name = [ME, nameCard, nick, fromAccount].find(
    (each) => each && text.startsWith(`${each}:`),
  );
  if (!name || !conversation.conversationID.startsWith('GROUP')) return text;
  return format(strings['message-from'], {
    name: name === ME ? strings['message-me'] : name,
    text: text.slice(name.length + 1),
  });
}
