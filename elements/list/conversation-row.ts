import { html, render, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { conversationName, displayText, formatTime, partnerOf } from '../../src/contacts/index.js';
import type { Conversation } from '../../src/contacts/index.js';
import { format, formatCount, plural, speak, statusWord } from '../../src/i18n/index.js';
import type { LocalizedStrings, Strings } from '../../src/i18n/index.js';
import type { Presence } from '../../src/presence.js';
import { avatar } from './avatar.js';
import { ListRow } from './list-row.js';
import { setAttribute } from './set-if-changed.js';

/** Drawn on a grid of 16 by lines of 1.4, so that they are as light as the text beside them. */
const BELL_OFF = svg`<path d="M4 11.5h8c-1-1-1-2.5-1-4.5a3 3 0 0 0-6 0c0 2 0 3.5-1 4.5zM7 14h2M2 2l12 12"/>`;
const PIN = svg`<path d="M6 2h4v4l2 3.5H4L6 6zM8 9.5V14"/>`;

/** Above this an unread count is cut: there is room for two digits. */
const MAX_UNREAD = 99;

/** A conversation: the time beside its name, and the unread count beside its last message. */
export class ConversationRow extends ListRow {
  /**
   * @param openID the selected conversation
   * @param now epoch milliseconds
   */
  paint(
    conversation: Conversation,
    presence: Presence | undefined,
    openID: string,
    now: number,
    { strings, tag, locale }: LocalizedStrings,
  ): void {
    const { conversationID, type, isMuted, isPinned, avatar: url } = conversation;
    const partner = partnerOf(conversation);
    const name = conversationName(conversation);
    // The draft of the open conversation stands in the page's own field.
    const draft = conversationID === openID ? '' : displayText(conversation.draft);
    const mention = mentionIn(conversation, strings);
    const line = draft || displayText(conversation.lastMessage);
    const time = formatTime(conversation.lastMessageTime, now, tag);
    const unread = unreadOf(conversation);
    const label = speak(strings.spoken, [
      name,
      presence ? statusWord(strings, presence) : '',
      mention,
      unread ? plural(strings.unread, unread, locale) : '',
      isMuted ? strings.muted : '',
      isPinned ? strings.pinned : '',
    ]);
    const count = unread ? formatCount(unread, tag, MAX_UNREAD) : '';
    const picture = { id: partner ?? conversationID, name, lang: tag, url, presence };
    // The word before a draft has a box of its own: a draft in another script begins after it. So has
    // the time, or "4:07 PM" would read "PM 4:07" from right to left. All
    // of the row is spoken from one text, in an order that makes sense to a listener.
    render(
      html`
        ${avatar({ ...picture, isSquare: type === 'group' })}
        <span class="words" aria-hidden="true">
          <span class="pair">
            <span class="name" part="name" dir="auto">${name}</span>
            ${icon(BELL_OFF, 'muted', !isMuted)}
            <span class="time" part="time"><bdi>${time}</bdi></span>
          </span>
          <span class="pair">
            <span class="mention" part="mention">${mention}</span>
            <span class="draft">${draft && strings.draftMark}</span>
            <span class="line" part="last-message" dir="auto">${line}</span>
            ${icon(PIN, 'pinned', !isPinned)}
            <span class=${isMuted ? 'unread quiet' : 'unread'} part="unread">${count}</span>
          </span>
        </span>
        <span class="said">${label}</span>
      `,
      this.element,
    );
    this.paintUser(partner, presence);
    setAttribute(this.element, 'data-conversation-id', conversationID);
    const spokenLine = draft ? format(strings.draft, { text: draft }) : line;
    setAttribute(this.element, 'aria-description', speak(strings.spoken, [spokenLine, time]));
  }
}

function icon(path: TemplateResult, part: string, isHidden: boolean): TemplateResult {
  return html`<span class="icon" part=${part} ?hidden=${isHidden}>
    <svg viewBox="0 0 16 16">${path}</svg>
  </span>`;
}

/** The words of a mention; empty without one. */
function mentionIn({ mention }: Conversation, strings: Strings): string {
  if (mention === 'me') return strings.mentionedMe;
  return mention === 'all' ? strings.mentionedAll : '';
}

/** 0 for a value that is no count. */
function unreadOf({ unreadCount }: Conversation): number {
  return typeof unreadCount === 'number' && unreadCount >= 1 ? Math.floor(unreadCount) : 0;
}
