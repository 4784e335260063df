import { html, nothing } from 'lit/html.js';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { displayName, displayText, matchRanges } from '../src/contacts/index.js';
import type { Contact } from '../src/contacts/index.js';
import type { Section } from '../src/contacts/group.js';
import { UNKNOWN } from '../src/presence.js';
import type { Presence, PresenceStatus } from '../src/presence.js';
import { capitalize, format, formatCount, plural, statusWord } from '../src/words/index.js';
import type { Styles } from './css.js';
import { announcer } from './people/announcer.js';
import { arrangementOf } from './people/arrangement.js';
import type { Arrangement, ContactGroupBy, ContactOrder } from './people/arrangement.js';
import type { Following } from './people/follow.js';
import { OwnRow } from './people/list-row.js';
import type { ListItems } from './people/list-view.js';
import { PeopleList } from './people/people-list.js';
import { PersonRow } from './people/person-row.js';
import { setAttribute } from './people/write.js';
import { styles } from './tui-contact-list.styles.js';

/** The page's own row: what it returns is rendered inside the list's row. */
export type RenderContact = (contact: Contact, presence: Presence) => TemplateResult | Node;

type ContactRow = PersonRow | OwnRow;

const ORDERS: readonly ContactOrder[] = ['name', 'status', 'given'];
const GROUPS: readonly ContactGroupBy[] = ['none', 'initial', 'status', 'group'];

/** How long after the last letter a search says what it found, in ms. */
const TYPED = 700;

/** The user has selected a contact. */
export class TuiContactSelectEvent extends Event {
  readonly userID: string;
  readonly contact: Contact;

  constructor(contact: Contact) {
    super('tui-contact-select', { bubbles: true, composed: true });
    this.userID = contact.userID;
    this.contact = contact;
  }
}

/**
 * People with their names, faces and whether they are online, for five contacts and for fifty
 * thousand: a listbox of rows that are drawn as they come into sight.
 *
 * Who is in sight is followed live, everybody else by a query now and then. The order waits while a
 * pointer rests on the list or the focus is in it.
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
 *
 * @csspart list - What scrolls.
 * @csspart header - What stands above the rows.
 * @csspart search - The search field.
 * @csspart group - A heading.
 * @csspart row - A row.
 * @csspart row-selected - The selected row.
 * @csspart avatar - The picture, or the initials in its place.
 * @csspart name - The name.
 * @csspart custom-status - The user's own words.
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
 * @cssprop [--tui-color-second] - Second lines and headings.
 * @cssprop [--tui-color-accent] - Focus and links.
 */
export class TuiContactList extends PeopleList<ContactRow> {
  static override styles: Styles = [...PeopleList.styles, styles];

  static override properties: PropertyDeclarations = {
    contacts: { attribute: false },
    order: {},
    groupBy: { attribute: 'group-by' },
    filter: {},
    searchable: { type: Boolean },
    announce: { type: Boolean },
    renderContact: { attribute: false },
  };

  /** Who is listed; unset, the friends of the connected engine. */
  declare contacts?: readonly Contact[] | undefined;

  /** By name, by status (online first, then by name), or as given. */
  get order(): ContactOrder {
    return this.#order;
  }

  set order(order: ContactOrder) {
    this.#order = ORDERS.includes(order) ? order : 'name';
  }

  /** Which headings there are: by first letter, status, friend group, or none. */
  get groupBy(): ContactGroupBy {
    return this.#groupBy;
  }

  set groupBy(groupBy: ContactGroupBy) {
    this.#groupBy = GROUPS.includes(groupBy) ? groupBy : 'none';
  }

  /** Lists only those whose name, remark or user ID has all of these words. */
  get filter(): string {
    return this.#filter;
  }

  set filter(filter: string) {
    this.#filter = typeof filter === 'string' ? filter : '';
  }

  /** Whether there is a field to search in. */
  declare searchable: boolean;

  /** Whether changes are said now and then, in one line of a live region. */
  declare announce: boolean;

  /** Renders the content of a row, in place of the list's own. */
  declare renderContact?: RenderContact | undefined;

  #order: ContactOrder = 'name';
  #groupBy: ContactGroupBy = 'none';
  #filter = '';
  #given: unknown;
  #tag = '';
  #arrangement!: Arrangement;
  /** What the arrangement was made for. */
  #wishes = '';
  #hasOwnRows = false;
  /** Who has changed since the order was settled. */
  readonly #moved = new Set<string>();
  #cancelFound: (() => void) | undefined;

  readonly #announcer = announcer(
    () => this.page,
    (userIDs) => this.#sayChanges(userIDs),
  );

  protected override readonly items: ListItems<ContactRow> = {
    createRow: () => (this.#hasOwnRows ? new OwnRow() : new PersonRow('custom-status')),
    keyAt: (index) => this.#arrangement.contactAt(index).userID,
    paintRow: (row) => this.#paintRow(row),
    headingOf: (section) => this.#headingOf(section),
    sections: () => this.#arrangement.sections(),
    count: () => this.#arrangement.count(),
    hasHeadings: () => this.#arrangement.hasHeadings(),
    indexOf: (userID) => this.#arrangement.rowOf(userID),
    nameAt: (index) => displayName(this.#arrangement.contactAt(index)),
    choose: (index) => this.#choose(this.#arrangement.contactAt(index)),
  };

  constructor() {
    super();
    this.searchable = this.announce = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.stop();
    this.#cancelFound?.();
  }

  protected override get defaultLabel(): string {
    return this.words.strings.contacts;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { controller } = this;
    const given = this.contacts ?? controller.directory.contacts;
    this.receive(given);
    const { tag } = this.words;
    if (given !== this.#given || tag !== this.#tag) {
      this.#given = given;
      this.#tag = tag;
      this.#arrangement = arrangementOf(given, tag, !this.view);
      this.#wishes = '';
    }
    const wishes = [this.order, this.groupBy, controller.displayOnlineStatus, this.filter].join();
    if (wishes !== this.#wishes) {
      this.#wishes = wishes;
      this.#arrange();
    }
    if (changed.has('filter') && this.hasUpdated) this.#searched();
    if (!this.announce) this.#announcer.stop();
  }

  protected override updated(): void {
    const hasOwnRows = typeof this.renderContact === 'function';
    if (hasOwnRows !== this.#hasOwnRows) this.view?.rows.clear();
    this.#hasOwnRows = hasOwnRows;
    super.updated();
    // A list that was taken out of the page no longer waits.
    this.released();
  }

  protected override renderTop(): TemplateResult | typeof nothing {
    if (!this.searchable) return nothing;
    const { search } = this.words.strings;
    return html`<label class="field">
      <span class="glass"></span>
      <input
        type="search"
        part="search"
        autocomplete="off"
        aria-label=${search}
        placeholder=${search}
        .value=${this.filter}
        @input=${this.#onInput}
        @keydown=${this.#onSearchKeydown}
      />
    </label>`;
  }

  protected override renderEmpty(): unknown {
    const { noContacts, noResults } = this.words.strings;
    return this.filter && this.#arrangement.contacts().length > 0
      ? format(noResults, { text: displayText(this.filter) })
      : html`<slot name="empty">${noContacts}</slot>`;
  }

  protected override follow(following: Following, inSight: readonly ContactRow[]): void {
    if (this.#arrangement.removeDoubles()) {
      this.#arrange();
      this.view?.redraw();
    }
    const contacts = inSight.map(({ index }) => this.#arrangement.contactAt(index));
    following.inSight(contacts);
    following.all(this.#arrangement.contacts());
  }

  protected override get isAboutAll(): boolean {
    return this.announce || this.#arrangement.goesByStatus();
  }

  protected override changed(userID: string, news?: Presence): void {
    const row = this.view?.rows.rowOf(userID);
    if (row) {
      const presence = this.presenceOf(userID, news);
      if (row.presence !== presence) {
        this.#paintPresence(row, this.#arrangement.contactAt(row.index), presence);
      }
    }
    if (news && this.announce) {
      this.#announcer.note(userID, this.controller.presenceOf(userID).changedAt);
    }
    if (!this.#arrangement.note(userID, this.controller.statusFor(userID))) return;
    // The first of a frame settles for all of them, before the frame is painted.
    if (this.#moved.size === 0) queueMicrotask(() => this.released());
    this.#moved.add(userID);
  }

  protected override released(): void {
    if (this.hold.isHeld || this.#moved.size === 0) return;
    this.#arrangement.settle();
    this.view?.redraw(this.#moved);
    this.#moved.clear();
  }

  #arrange(): void {
    const { order, groupBy, filter, controller } = this;
    this.#moved.clear();
    this.#arrangement.arrange(
      { order, groupBy, filter },
      controller.displayOnlineStatus ? (userID) => controller.statusFor(userID) : undefined,
    );
  }

  #paintRow(row: ContactRow): void {
    const contact = this.#arrangement.contactAt(row.index);
    const { userID, avatar } = contact;
    setAttribute(row.element, 'data-user-id', userID);
    row.paintState(userID === this.selected, userID === this.view?.active);
    if (row instanceof PersonRow) {
      const name = displayName(contact);
      row.paintName(name, this.filter ? matchRanges(name, this.filter, this.words.tag) : []);
      row.avatar.paint(userID, name, avatar);
    }
    this.#paintPresence(row, contact, this.presenceOf(userID));
  }

  /** What a change of status touches, and nothing else. */
  #paintPresence(row: ContactRow, contact: Contact, known: Presence | undefined): void {
    const { userID, blocked } = contact;
    const presence = blocked ? undefined : known;
    row.presence = presence;
    if (row instanceof PersonRow) {
      const words = displayText(presence?.customStatus);
      row.paintLine(words);
      row.paintPresence(userID, presence);
      row.paintSpoken(this.spoken(presence, row.name, words));
    } else {
      row.paintContent([this.renderContact, contact, presence], () =>
        this.#renderOwn(contact, presence ? this.controller.presenceOf(userID) : UNKNOWN),
      );
      row.paintStatus(presence ? statusWord(this.words.strings, presence) : '');
    }
  }

  /** A page's mistake costs the row its looks, and nothing else. */
  #renderOwn(contact: Contact, presence: Presence): unknown {
    try {
      return this.renderContact!(contact, presence);
    } catch (error) {
      this.page.report(error);
      return displayName(contact);
    }
  }

  #headingOf({ key, count }: Section): readonly [string, string] {
    const { strings, tag } = this.words;
    const label =
      this.groupBy === 'status'
        ? capitalize(strings[key as PresenceStatus], tag)
        : key || strings.ungrouped;
    return [label, formatCount(count, tag)];
  }

  #choose(contact: Contact): void {
    this.selected = contact.userID;
    this.dispatchEvent(new TuiContactSelectEvent(contact));
  }

  #searched(): void {
    this.view?.scrollToStart();
    this.#cancelFound?.();
    this.#cancelFound = this.page.timer(() => {
      const { strings, locale } = this.words;
      this.say(this.filter ? plural(strings.found, this.#arrangement.count(), locale) : '');
    }, TYPED);
  }

  #sayChanges(userIDs: readonly string[]): void {
    const { strings, locale } = this.words;
    const [userID] = userIDs;
    const row = this.#arrangement.rowOf(userID!);
    this.say(
      userIDs.length > 1 || row < 0
        ? plural(strings.changes, userIDs.length, locale)
        : format(strings.changed, {
            name: displayName(this.#arrangement.contactAt(row)),
            status: strings[this.controller.presenceOf(userID!).status],
          }),
    );
  }

  #onInput({ target }: Event): void {
    this.filter = (target as HTMLInputElement).value;
  }

  #onSearchKeydown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('.list')!.focus();
  }
}

declare global {
  interface HTMLElementEventMap {
    'tui-contact-select': TuiContactSelectEvent;
  }
}
