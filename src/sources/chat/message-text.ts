import { pageLanguage } from '../../environment.js';
import { format, stringsFor } from '../../i18n/index.js';
import type { Strings } from '../../i18n/index.js';
import { isCall, isUntranslatedCall } from './call-messages.js';
import type { ChatConversation } from './chat-instance.js';

type Kind = keyof Strings;
type LastMessage = NonNullable<ChatConversation['lastMessage']>;

/** The message types of the Chat SDK, the values of its `TYPES`. */
const TEXT = 'TIMTextElem';
const NOTICE = 'TIMGroupTipElem';

/** Those for which it has no text. */
const KINDS: Readonly<Record<string, Kind>> = {
  TIMImageElem: 'message-image',
  TIMSoundElem: 'message-voice',
  TIMVideoFileElem: 'message-video',
  TIMFileElem: 'message-file',
  TIMLocationElem: 'message-location',
  TIMFaceElem: 'message-sticker',
  TIMCustomElem: 'message-custom',
  [NOTICE]: 'message-notice',
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

/** Who has written a message in a group: the current user, or a member by this name. */
export type Sender = { readonly isMe: true } | { readonly isMe: false; readonly name: string };

/**
 * The last message in the page's language, of a conversation of the SDK's own.
 *
 * @param end what has ended the user's membership of a group
 */
export function textOfMessage(conversation: ChatConversation, sender?: Sender, end?: Kind): string {
  const { strings } = stringsFor(pageLanguage());
  if (end) return strings[end];
  const message = conversation.lastMessage ?? {};
  const text = contentOf(message, strings);
  if (!text || !sender || !isGroup(conversation) || message.type === NOTICE) return text;
  return withSender(text, sender, strings);
}

/**
 * The last message as the engine words it, but in the page's language where the engine has not been
 * given one: without `TUITranslateService.provideLanguages` it speaks Chinese, and the SDK of an
 * international app English. What an app has given it stays.
 */
export function wordMessage(said: string, conversation: ChatConversation, sender?: Sender): string {
  const { strings, locale } = stringsFor(pageLanguage());
  const { isMuted, unreadCount = 0, lastMessage } = conversation;
  const { type, messageForShow, isRevoked, fromAccount } = lastMessage ?? {};
  // In a group every text of a member has the member's name before it.
  if (isGroup(conversation) && Object.hasOwn(ENDS, said)) return strings[ENDS[said]!];
  if (isCall(lastMessage) && isUntranslatedCall(said)) {
    // In Chinese the engine says more of a call than we do.
    const isTranslated = new Intl.Locale(locale).maximize().script === 'Hans';
    return isTranslated ? said : textOfMessage(conversation, sender);
  }
  let text = said;
  // A list has a place of its own for the count that the engine begins with.
  if (isMuted && unreadCount > 0 && text.startsWith(`[${unreadCount > 99 ? '99+' : unreadCount}`)) {
    text = text.slice(text.indexOf(']') + 1);
  }
  const shown = isRevoked ? RECALLED : messageForShow;
  const kind = isRevoked ? 'message-recalled' : KINDS[type ?? ''];
  if (shown && kind && text.endsWith(shown)) text = text.slice(0, -shown.length) + strings[kind];
  if (!sender || !isGroup(conversation)) return text;
  const name = (sender.isMe ? [ME] : [sender.name, fromAccount]).find((each) =>
    text.startsWith(`${each}:`),
  );
  if (!name) return text;
  const content = text.slice(name.length + 1);
  return content && withSender(content, sender, strings);
}

/** Words for what a message holds; its text, if that is what it is. */
function contentOf(message: LastMessage, strings: Strings): string {
  const { type, payload, messageForShow = '', isRevoked } = message;
  if (isRevoked) return strings['message-recalled'];
  // Beside an empty text the SDK keeps the words of the message before it.
  if (type === TEXT) return payload?.text ?? messageForShow;
  if (isCall(message)) return strings['message-call'];
  if (!type) return messageForShow;
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  return kind ? strings[kind] : messageForShow || strings['message-custom'];
}

function withSender(text: string, sender: Sender, strings: Strings): string {
  const name = sender.isMe ? strings['message-me'] : sender.name;
  return format(strings['message-from'], { name, text });
}

export function isGroup({ conversationID }: ChatConversation): boolean {
  return conversationID.startsWith('GROUP');
}
