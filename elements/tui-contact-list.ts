import { html, nothing } from 'lit';
import type { CSSResult, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import {
  CONTACT_GROUPINGS,
  CONTACT_ORDERS,
  CONTACT_SHOWS,
  displayName,
  readContacts,
} from '../src/contacts/index.js';
import type { Contact, ContactGroupBy, ContactOrder, ContactShow } from '../src/contacts/index.js';
import { idText } from './id-text.js';
import { TuiContactMenuEvent, TuiContactSelectEvent } from './list-events.js';
import type { Presence } from '../src/presence.js';
import { Announcer } from './list/announcer.js';
import { ContactItems } from './list/contact-items.js';
import { ContactRow } from './list/contact-row.js';
import { ContactSearch } from './list/contact-search.js';
import {
  changesText,
  emptyWords,
  foundText,
  headingOf,
  onlineMembers,
} from './list/contact-words.js';
import { GroupSubscription } from './list/group-subscription.js';
import { ListElement } from './list/list-element.js';
import type { ListItems } from './list/list-items.js';
import { OwnRow } from './list/own-row.js';
import type { OwnRowOptions, ReleaseContact, RenderContact } from './list/own-row.js';
import { PageItems } from './list/page-items.js';
import { styles } from './tui-contact-list.styles.js';

type AnyRow = ContactRow | OwnRow;

/**
 * Contacts with their names, pictures and whether they are online, for five contacts and for fifty
 * thousand: a listbox in which only the rows in view are on the page.
 *
 * The users in view are observed live, all others by a query now and then. Re-sorting is deferred
 * while the user moves the pointer over the list or types in it, and for five seconds after that.
 *
 * @tagname tui-contact-list
 *
 * @slot header - Above the list and its search field.
 * @slot footer - Below the list.
 * @slot loading - In place of the rows before the first contacts arrive.
 * @slot empty - In place of the rows when there are no contacts.
 * @slot error - In place of the words that say why there are no statuses.
 *
 * @fires {TuiContactSelectEvent} tui-contact-select - The user has selected a contact.
 * @fires {TuiContactMenuEvent} tui-contact-menu - The user asks for the menu of a contact. Canceled,
 * the browser shows none of its own.
 *
 * @csspart list - The scroller with the rows.
 * @csspart header - Everything above the rows.
 * @csspart search - The search field.
 * @csspart group - A heading.
 * @csspart count - How many members of the group are online.
 * @csspart row - A row.
 * @csspart row-selected - The selected row.
 * @csspart avatar - The picture, or the initials in its place.
 * @csspart name - The name.
 * @csspart custom-status - The user's own words.
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
 * @cssprop [--tui-color-second] - Second lines and headings.
 * @cssprop [--tui-color-accent] - Focus, links, and the bar of the selected row.
 */
export class TuiContactList extends ListElement<AnyRow> {
  static override styles: CSSResult[] = [...ListElement.styles, styles];

  /**
   * The listed contacts; by default, the friends of the connected user. `null` stands for contacts of
   * the page that have not arrived yet.
   */
  @property({ attribute: false }) contacts?: readonly Contact[] | null | undefined;

  /** Lists the members of this group of the user's, and how many are online, counted once a minute. */
  @property({ attribute: 'group-id' }) groupId = '';

  /**
   * Who is listed: all, or who is online, away or busy. Who goes offline leaves the list with the next
   * re-sorting.
   */
  @property() show: ContactShow = 'all';

  /** By name, by status (online first, then by name), or as given. */
  @property() order: ContactOrder = 'name';

  /** Which headings there are: by first letter, status, friend group, or none. */
  @property({ attribute: 'group-by' }) groupBy: ContactGroupBy = 'none';

  /** Lists only contacts whose name, remark or user ID contains all of these words. */
  @property() filter = '';

  /** Whether there is a search field. */
  @property({ type: Boolean }) searchable = false;

  /** Whether changes are announced now and then, in one line of a live region. */
  @property({ type: Boolean }) announce = false;

  /** Renders the content of a row, in place of the list's own. */
  @property({ attribute: false }) renderContact?: RenderContact | undefined;

  /** Called with each node of `renderContact` that has left the list, so that its component can end. */
  @property({ attribute: false }) releaseContact?: ReleaseContact | undefined;

  protected override readonly items: ListItems<AnyRow> = {
    count: () => this.#contacts.arrangement.contacts.length,
    sections: () => this.#contacts.arrangement.sections,
    hasHeadings: () => this.#contacts.arrangement.hasHeadings,
    headingOf: (section) => headingOf(section, this.#contacts, this.localized),
    keyAt: (index) => this.#contacts.at(index).userID,
    indexOf: (userID) => this.#contacts.indexOf(userID),
    nameAt: (index) => displayName(this.#contacts.at(index)),
    createRow: () => (this.#hasOwnRows ? new OwnRow(this.#ownRowOptions) : new ContactRow()),
    paintRow: (row) => this.#paintRow(row),
    releaseRow: (row) => row instanceof OwnRow && row.release(),
    select: (index) => this.#select(this.#contacts.at(index)),
    openMenu: (index, point) => {
      const contact = this.#contacts.at(index);
      const original = this.#pageItems.originalOf(contact);
      return !this.dispatchEvent(new TuiContactMenuEvent(contact, point, original));
    },
  };

  readonly #reportError = (error: unknown): void => this.environment.reportError(error);
  readonly #pageItems = new PageItems<Contact>(readContacts, 'userID', this.#reportError);
  readonly #contacts = new ContactItems((userID) => this.controller.presenceOf(userID).status);
  readonly #group = new GroupSubscription(this, {
    directory: () => this.controller.directory,
    groupID: () => this.groupId,
  });
  readonly #announcer = new Announcer(this, {
    environment: () => this.environment,
    announce: (userIDs) => {
      const text = changesText(userIDs, this.#contacts, this.controller, this.localized);
      if (text) this.announceText(text);
    },
  });
  readonly #search = new ContactSearch(this, {
    environment: () => this.environment,
    names: () => ({ contacts: this.#contacts.all, lang: this.localized.tag }),
    onInput: (text) => (this.filter = this.#typedFilter = text),
    onLeave: () => this.renderRoot.querySelector<HTMLElement>('.list')!.focus(),
    announce: () => this.announceText(foundText(this.filter, this.items.count(), this.localized)),
  });
  #hasOwnRows = false;
  /** What the user has typed into the search field. */
  #typedFilter = '';
  #isSettling = false;
  readonly #ownRowOptions: OwnRowOptions = {
    host: this,
    release: (node) => typeof this.releaseContact === 'function' && this.releaseContact(node),
    onError: this.#reportError,
    originalOf: (contact) => this.#pageItems.originalOf(contact),
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A list that was moved in the page is connected again by then.
    queueMicrotask(() => {
      if (!this.isOnPage && this.#hasOwnRows) this.listbox?.clear();
    });
  }

  /** Brings the row of a contact into view and makes it active, as soon as the contacts are there. */
  scrollToContact(userID: string): void {
    this.showItem(userID);
  }

  protected override get defaultLabel(): string {
    return this.localized.strings[this.groupId ? 'members' : 'contacts'];
  }

  protected override get listedUsers(): readonly Contact[] {
    return this.#contacts.all;
  }

  protected override usersOf({ index }: AnyRow): readonly Contact[] {
    return [this.#contacts.at(index)];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!CONTACT_ORDERS.includes(this.order)) this.order = 'name';
    if (!CONTACT_GROUPINGS.includes(this.groupBy)) this.groupBy = 'none';
    if (!CONTACT_SHOWS.includes(this.show)) this.show = 'all';
    if (typeof this.filter !== 'string') this.filter = '';
    this.groupId = idText(this.groupId);
    const { order, groupBy, show, filter, controller } = this;
    const { contacts: known, blocked } = controller.directory;
    const own = this.contacts === undefined ? known : this.contacts;
    const given = this.groupId ? this.#group.members : own;
    this.receive(given);
    const items = this.#pageItems.update(given, known, blocked);
    const options = {
      order,
      groupBy,
      show,
      filter: filter.trim(),
      lang: this.localized.tag,
      hasStatus: controller.displayOnlineStatus,
    };
    this.#contacts.update(items, options, this.orderGuard.isDeferring);
    if (!this.announce) this.#announcer.stop();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const hasOwnRows = typeof this.renderContact === 'function';
    if (hasOwnRows !== this.#hasOwnRows) this.listbox?.clear();
    this.#hasOwnRows = hasOwnRows;
    this.renderRoot.querySelector('.box')!.classList.toggle('own-rows', hasOwnRows);
    if (changed.has('groupId')) this.listbox?.reset();
    if (changed.has('filter') && this.listbox) {
      this.listbox.scrollToStart();
      this.#search.announceSoon();
    }
    super.updated(changed);
    // The order guard of a list that was moved in the page no longer defers.
    this.settleOrder();
  }

  protected override renderTop(): TemplateResult {
    const { localized, searchable, controller } = this;
    return html`${searchable ? this.#search.render(localized.strings) : nothing}
    ${controller.displayOnlineStatus ? onlineMembers(this.#group.group, localized) : nothing}`;
  }

  protected override renderEmpty(): unknown {
    const { filter, groupId, controller, localized } = this;
    return emptyWords({ all: this.#contacts.all, filter, groupId }, controller, localized);
  }

  protected override onPresence(userID: string, presence: Presence): void {
    if (this.announce) this.#announcer.add(userID, presence.changedAt);
    this.#updateUser(userID);
  }

  protected override onObserve(userIDs: readonly string[]): void {
    for (const userID of userIDs) this.#updateUser(userID);
  }

  protected override settleOrder(): void {
    this.#isSettling = false;
    if (!this.#contacts.isUnsettled) return;
    const wasEmpty = this.items.count() === 0;
    const mayMove = !this.orderGuard.isDeferring || wasEmpty;
    const movedUsers = new Set(mayMove ? this.#contacts.moved : []);
    if (mayMove) this.#contacts.arrange();
    // While the order is deferred the counts of the headings follow the statuses.
    this.listbox?.redraw(movedUsers);
    // An empty list has words in place of its rows.
    if (this.show === 'online' && (wasEmpty || this.items.count() === 0)) this.requestUpdate();
  }

  protected override forgetUser(): void {
    super.forgetUser();
    if (this.filter === this.#typedFilter) this.filter = '';
    this.#announcer.stop();
    this.#search.reset();
  }

  #updateUser(userID: string): void {
    const row = this.listbox?.rowOf(userID);
    // A user on screen is observed twice, and the second notification brings nothing new.
    const shown = row && this.shownPresence(this.#contacts.at(row.index));
    if (row && row.presence !== shown) this.#paintRow(row);
    // All changes of a frame are settled once, before the frame is painted.
    if (this.#contacts.recordStatus(userID) && !this.#isSettling) {
      this.#isSettling = true;
      queueMicrotask(() => this.settleOrder());
    }
  }

  #paintRow(row: AnyRow): void {
    const contact = this.#contacts.at(row.index);
    const presence = this.shownPresence(contact);
    row.paintState(contact.userID === this.selected, contact.userID === this.listbox!.active);
    if (row instanceof ContactRow) row.paint(contact, presence, this.filter, this.localized);
    else row.paint(contact, presence, this.renderContact!, this.localized.strings);
  }

  #select(contact: Contact): void {
    this.choose(contact.userID);
    this.dispatchEvent(new TuiContactSelectEvent(contact, this.#pageItems.originalOf(contact)));
  }
}
