import { html } from 'lit/html.js';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { displayName, displayText, formatTime, orderConversations } from '../src/contacts/index.js';
import type { Contact, Conversation } from '../src/contacts/index.js';
import { format, formatCount, plural, speak } from '../src/words/index.js';
import type { Styles } from './css.js';
import { ConversationRow } from './people/conversation-row.js';
import type { Following } from './people/follow.js';
import type { ListItems } from './people/list-view.js';
import { PeopleList } from './people/people-list.js';
import { setAttribute } from './people/write.js';
import { styles } from './tui-conversation-list.styles.js';

/** Above this an unread count is cut: there is room for two digits. */
const MOST = 99;

/** Times are looked at this often, in ms: after a sleep a timer for midnight would be hours late. */
const HOUR = 3_600_000;

/** The user has selected a conversation. */
export class TuiConversationSelectEvent extends Event {
  readonly conversationID: string;
  readonly conversation: Conversation;

  constructor(conversation: Conversation) {
    super('tui-conversation-select', { bubbles: true, composed: true });
    this.conversationID = conversation.conversationID;
    this.conversation = conversation;
  }
}

/**
 * Conversations, pinned ones first and then the latest, each with its last message, its time and how
 * many messages are unread; those with one other person with a dot that shows whether they are
 * online.
 *
 * Whoever is in sight is followed live, everybody else by a query now and then. The order waits
 * while a pointer rests on the list or the focus is in it.
 *
 * @tagname tui-conversation-list
 *
 * @slot header - Above the list.
 * @slot footer - Below the list.
 * @slot loading - In place of the rows before the first conversations arrive.
 * @slot empty - In place of the rows when there are no conversations.
 * @slot error - In place of the words that say why there are no statuses.
 *
 * @fires {TuiConversationSelectEvent} tui-conversation-select - The user has selected a
 * conversation.
 *
 * @csspart list - What scrolls.
 * @csspart header - What stands above the rows.
 * @csspart row - A row.
 * @csspart row-selected - The selected row.
 * @csspart avatar - The picture, or the initials in its place.
 * @csspart name - The name.
 * @csspart last-message - The last message, or the draft.
 * @csspart time - When the last message came.
 * @csspart unread - How many messages are unread.
 * @csspart muted - The mark of a muted conversation.
 * @csspart pinned - The mark of a pinned conversation.
 * @csspart dot - The dot of a row, and `online-status`, `online-status-online` and
 * `online-status-offline`, by the names the official kit has for it.
 *
 * @cssprop [--tui-row-height=60px] - Height of a row.
 * @cssprop [--tui-avatar-size=40px] - Width and height of a picture.
 * @cssprop [--tui-font=system-ui] - Family of the letters.
 * @cssprop [--tui-color-surface] - Behind the rows. All colours have a light and a dark default
 * and follow `color-scheme`.
 * @cssprop [--tui-color-hover] - Behind the row under the pointer.
 * @cssprop [--tui-color-selected] - Behind the selected row.
 * @cssprop [--tui-color-text] - Names.
 * @cssprop [--tui-color-second] - Messages, times and marks, and behind the count of what is muted.
 * @cssprop [--tui-color-accent] - Focus, links, and behind the unread count.
 */
export class TuiConversationList extends PeopleList<ConversationRow> {
  static override styles: Styles = [...PeopleList.styles, styles];

  static override properties: PropertyDeclarations = {
    conversations: { attribute: false },
  };

  /** What is listed; unset, the conversations of the connected engine. */
  declare conversations?: readonly Conversation[] | undefined;

  #given: unknown;
  /** As they are to be ordered. */
  #ordered: readonly Conversation[] = [];
  /** As they are shown: while the order waits, in the one before. */
  #shown: readonly Conversation[] = [];
  /** Which have moved by themselves since the order was settled. */
  readonly #moved = new Set<string>();
  /** With whom the one-to-one conversations are. */
  #partners: readonly Partner[] = [];
  #cancelTick: (() => void) | undefined;

  protected override readonly items: ListItems<ConversationRow> = {
    createRow: () => new ConversationRow(),
    keyAt: (index) => this.#shown[index]!.conversationID,
    paintRow: (row) => this.#paintRow(row),
    headingOf: () => ['', ''],
    sections: () => [{ key: '', start: 0, count: this.#shown.length }],
    count: () => this.#shown.length,
    hasHeadings: () => false,
    indexOf: (key) => this.#shown.findIndex(({ conversationID }) => conversationID === key),
    nameAt: (index) => nameOf(this.#shown[index]!),
    choose: (index) => this.#choose(this.#shown[index]!),
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelTick?.();
  }

  protected override get defaultLabel(): string {
    return this.words.strings.conversations;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const given = this.conversations ?? this.controller.directory.conversations;
    this.receive(given);
    if (given === this.#given) return;
    this.#given = given;
    this.#take(orderConversations(given));
  }

  protected override updated(): void {
    super.updated();
    if (!this.isConnected) return;
    this.released();
    this.#cancelTick?.();
    this.#cancelTick = this.page.timer(() => this.requestUpdate(), this.#untilTick());
  }

  protected override renderEmpty(): unknown {
    return html`<slot name="empty">${this.words.strings.noConversations}</slot>`;
  }

  protected override follow(following: Following, inSight: readonly ConversationRow[]): void {
    following.inSight(partnersOf(inSight.map(({ index }) => this.#shown[index]!)));
    following.all(this.#partners);
  }

  protected override changed(userID: string): void {
    for (const row of this.view?.rows.rows ?? []) {
      const conversation = this.#shown[row.index]!;
      if (partnerOf(conversation) === userID) this.#paintPresence(row, conversation);
    }
  }

  protected override released(): void {
    if (this.hold.isHeld || this.#shown === this.#ordered) return;
    this.#shown = this.#ordered;
    this.view?.redraw(this.#moved);
    this.#moved.clear();
  }

  /** Shows each conversation as it is now where it was before, and new ones at the end. */
  #take(ordered: readonly Conversation[]): void {
    const left = new Map(ordered.map((one) => [one.conversationID, one]));
    const kept = this.#shown.flatMap((before) => {
      const now = left.get(before.conversationID);
      if (!now) return [];
      left.delete(before.conversationID);
      const isMoved =
        now.lastMessageTime !== before.lastMessageTime || now.isPinned !== before.isPinned;
      if (isMoved) this.#moved.add(before.conversationID);
      return [now];
    });
    for (const conversationID of left.keys()) this.#moved.add(conversationID);
    this.#shown = [...kept, ...left.values()];
    this.#ordered = ordered;
    this.#partners = partnersOf(ordered);
  }

  #paintRow(row: ConversationRow): void {
    const conversation = this.#shown[row.index]!;
    const { conversationID, type, avatar, draft, isMuted, isPinned } = conversation;
    const { strings, tag } = this.words;
    const name = nameOf(conversation);
    const text = displayText(draft);
    const line = text || displayText(conversation.lastMessage);
    const time = formatTime(conversation.lastMessageTime, this.page.now(), tag);
    const unread = unreadOf(conversation);
    setAttribute(row.element, 'data-conversation-id', conversationID);
    row.paintState(conversationID === this.selected, conversationID === this.view?.active);
    row.avatar.paint(partnerOf(conversation) ?? conversationID, name, avatar);
    row.paintKind(type === 'group');
    row.paintName(name);
    row.paintDraft(text && format(strings.draft, { text: '' }).trim());
    row.paintLine(line);
    row.paintEnds(time, unread ? formatCount(unread, tag, MOST) : '', !!isMuted, !!isPinned);
    const said = text ? format(strings.draft, { text }) : line;
    row.paintDescription(speak(strings.spoken, [said, time]));
    this.#paintPresence(row, conversation);
  }

  /** What a change of status touches, and nothing else. */
  #paintPresence(row: ConversationRow, conversation: Conversation): void {
    const { strings, locale } = this.words;
    const partner = partnerOf(conversation);
    const presence = partner && !conversation.blocked ? this.presenceOf(partner) : undefined;
    const unread = unreadOf(conversation);
    row.paintPresence(partner ?? conversation.conversationID, presence);
    row.paintSpoken(
      speak(strings.spoken, [
        this.spoken(presence, nameOf(conversation)),
        unread ? plural(strings.unread, unread, locale) : '',
        conversation.isMuted ? strings.muted : '',
        conversation.isPinned ? strings.pinned : '',
      ]),
    );
  }

  #choose(conversation: Conversation): void {
    this.selected = conversation.conversationID;
    this.dispatchEvent(new TuiConversationSelectEvent(conversation));
  }

  /** How long times stay right: until the day changes, in ms. */
  #untilTick(): number {
    const now = this.page.now();
    return Math.min(HOUR, new Date(now).setHours(24, 0, 0, 0) - now);
  }
}

type Partner = Pick<Contact, 'userID' | 'blocked'>;

/** Who has a dot: the other user of a one-to-one conversation. */
function partnerOf({ type, userID }: Conversation): string | undefined {
  return type === 'c2c' && typeof userID === 'string' && userID ? userID : undefined;
}

function partnersOf(conversations: readonly Conversation[]): Partner[] {
  return conversations.flatMap((conversation) => {
    const userID = partnerOf(conversation);
    return userID ? [{ userID, blocked: !!conversation.blocked }] : [];
  });
}

function nameOf(conversation: Conversation): string {
  return displayName(conversation) || displayText(conversation.conversationID);
}

/** 0 for what is no count. */
function unreadOf({ unreadCount }: Conversation): number {
  return typeof unreadCount === 'number' && unreadCount >= 1 ? Math.floor(unreadCount) : 0;
}

declare global {
  interface HTMLElementEventMap {
    'tui-conversation-select': TuiConversationSelectEvent;
  }
}
