import { html, nothing } from 'lit';
import type { CSSResult, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { conversationName, partnerOf, readConversations } from '../src/contacts/index.js';
import type { Conversation } from '../src/contacts/index.js';
import { plural } from '../src/i18n/index.js';
import type { Presence } from '../src/presence.js';
import { TuiConversationMenuEvent, TuiConversationSelectEvent } from './list-events.js';
import { ConversationItems, partnersOf } from './list/conversation-items.js';
import { ConversationRow } from './list/conversation-row.js';
import { DayChange } from './list/day-change.js';
import { emptyState } from './list/empty-state.js';
import { ListElement } from './list/list-element.js';
import type { ListedUser } from './list/list-interest.js';
import type { ListItems } from './list/list-items.js';
import { PageItems } from './list/page-items.js';
import { styles } from './tui-conversation-list.styles.js';

/**
 * Conversations, pinned ones first and then the latest, each with its last message, its time and how
 * many messages are unread; those with one other person with a dot that shows whether they are
 * online.
 *
 * The users in view are observed live, all others by a query now and then. Re-sorting is deferred
 * while the user moves the pointer over the list or types in it, and for five seconds after that; a
 * button then says how many conversations are new.
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
 * @fires {TuiConversationMenuEvent} tui-conversation-menu - The user asks for the menu of a
 * conversation. Canceled, the browser shows none of its own.
 *
 * @csspart list - The scroller with the rows.
 * @csspart header - Everything above the rows.
 * @csspart row - A row.
 * @csspart row-selected - The selected row.
 * @csspart avatar - The picture, or the initials in its place.
 * @csspart name - The name.
 * @csspart last-message - The last message, or the draft.
 * @csspart time - When the last message came.
 * @csspart mention - The words of a mention of the current user or of all members.
 * @csspart new - The button that says how many conversations are new.
 * @csspart unread - How many messages are unread.
 * @csspart muted - The mark of a muted conversation.
 * @csspart pinned - The mark of a pinned conversation.
 * @csspart dot - The dot of a row, and `online-status`, `online-status-online` and
 * `online-status-offline`, by the names the official kit has for it.
 *
 * @cssprop [--tui-list-max-height=400px] - Greatest height of a list that the page gives no height.
 * @cssprop [--tui-row-height=60px] - Height of a row, which is never lower than its picture and its
 * lines. Below 44 px a row has one line.
 * @cssprop [--tui-avatar-size=40px] - Width and height of a picture.
 * @cssprop [--tui-font=system-ui] - Family of the letters.
 * @cssprop [--tui-color-surface] - Behind the rows. All colours have a light and a dark default
 * and follow `color-scheme`.
 * @cssprop [--tui-color-hover] - Behind the row under the pointer.
 * @cssprop [--tui-color-selected] - Behind the selected row.
 * @cssprop [--tui-color-text] - Names.
 * @cssprop [--tui-color-second] - Messages, times and marks, and behind the count of what is muted.
 * @cssprop [--tui-color-accent] - Focus, links, the bar of the selected row, and behind the unread
 * count.
 * @cssprop [--tui-color-warning] - The word before a draft.
 */
export class TuiConversationList extends ListElement<ConversationRow> {
  static override styles: CSSResult[] = [...ListElement.styles, styles];

  /**
   * The listed conversations; by default, those of the connected user. `null` stands for conversations
   * of the page that have not arrived yet.
   */
  @property({ attribute: false }) conversations?: readonly Conversation[] | null | undefined;

  protected override readonly items: ListItems<ConversationRow> = {
    count: () => this.#conversations.shown.length,
    sections: () => [{ key: '', start: 0, count: this.#conversations.shown.length }],
    hasHeadings: () => false,
    headingOf: () => ({ label: '', count: '' }),
    keyAt: (index) => this.#conversations.at(index).conversationID,
    indexOf: (conversationID) => this.#conversations.indexOf(conversationID),
    nameAt: (index) => conversationName(this.#conversations.at(index)),
    createRow: () => new ConversationRow(),
    paintRow: (row) => this.#paintRow(row),
    select: (index) => this.#select(this.#conversations.at(index)),
    openMenu: (index, point) => {
      const conversation = this.#conversations.at(index);
      const original = this.#given.originalOf(conversation);
      return !this.dispatchEvent(new TuiConversationMenuEvent(conversation, point, original));
    },
  };

  readonly #given = new PageItems<Conversation>(readConversations, 'conversationID', (error) =>
    this.environment.reportError(error),
  );
  readonly #conversations = new ConversationItems();

  constructor() {
    super();
    new DayChange(this, () => this.environment);
  }

  /** Brings the row of a conversation into view and makes it active, as soon as it is there. */
  scrollToConversation(conversationID: string): void {
    this.showItem(conversationID);
  }

  protected override get defaultLabel(): string {
    return this.localized.strings.conversations;
  }

  protected override get listedUsers(): readonly ListedUser[] {
    return this.#conversations.partners;
  }

  protected override usersOf({ index }: ConversationRow): readonly ListedUser[] {
    return partnersOf([this.#conversations.at(index)]);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { contacts, conversations, blocked } = this.controller.directory;
    const own = this.conversations;
    const given = own === undefined ? conversations : own;
    this.receive(given);
    const items = this.#given.update(given, contacts, blocked);
    this.#conversations.update(items, this.orderGuard.isDeferring);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected) this.settleOrder();
  }

  protected override renderEmpty(): unknown {
    const { noConversations, noConversationsHelp } = this.localized.strings;
    const state = emptyState('messages', noConversations, noConversationsHelp);
    return html`<slot name="empty">${state}</slot>`;
  }

  protected override onPresence(userID: string): void {
    this.onObserve([userID]);
  }

  protected override onObserve(userIDs: readonly string[]): void {
    for (const row of this.listbox!.rows) {
      const conversation = this.#conversations.at(row.index);
      const partner = partnerOf(conversation);
      if (!partner || !userIDs.includes(partner)) continue;
      // A user on screen is observed twice, and the second notification brings nothing new.
      if (row.presence !== this.#presenceOf(conversation)) this.#paintRow(row);
    }
  }

  protected override settleOrder(): void {
    if (this.orderGuard.isDeferring || !this.#conversations.isUnsettled) return;
    const hadNew = this.#conversations.newCount > 0;
    const moved = this.#conversations.settle();
    this.listbox?.redraw(moved);
    if (hadNew) this.requestUpdate();
  }

  protected override renderTop(): TemplateResult | typeof nothing {
    const { newCount } = this.#conversations;
    if (newCount === 0) return nothing;
    const { strings, locale } = this.localized;
    return html`<div class="new">
      <button type="button" part="new" @click=${this.#showNew}>
        <bdi>${plural(strings.newConversations, newCount, locale)}</bdi>
      </button>
    </div>`;
  }

  readonly #showNew = (): void => {
    this.orderGuard.stop();
    this.settleOrder();
    this.listbox?.scrollToStart();
    this.listbox?.redraw();
    this.renderRoot.querySelector<HTMLElement>('.list')!.focus();
  };

  #presenceOf(conversation: Conversation): Presence | undefined {
    const [partner] = partnersOf([conversation]);
    return partner && this.shownPresence(partner);
  }

  #paintRow(row: ConversationRow): void {
    const conversation = this.#conversations.at(row.index);
    const { conversationID } = conversation;
    row.paintState(conversationID === this.selected, conversationID === this.listbox!.active);
    const presence = this.#presenceOf(conversation);
    row.paint(conversation, presence, this.selected, this.environment.now(), this.localized);
  }

  #select(conversation: Conversation): void {
    this.choose(conversation.conversationID);
    const original = this.#given.originalOf(conversation);
    this.dispatchEvent(new TuiConversationSelectEvent(conversation, original));
  }
}
