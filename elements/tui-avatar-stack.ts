import { html, nothing } from 'lit';
import type { CSSResult, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { CONTACT_SHOWS, displayName, displayText, statusHeading } from '../src/contacts/index.js';
import type { Contact, ContactShow } from '../src/contacts/index.js';
import type { Presence } from '../src/presence.js';
import { avatar } from './list/avatar.js';
import { TuiContactSelectEvent } from './list-events.js';
import { FocusReturn } from './list/focus-return.js';
import { ListInterest } from './list/list-interest.js';
import { onlineCount } from './list/online-count.js';
import { OrderGuard } from './list/order-guard.js';
import { ContactsByID, NamedContacts } from './people/named-contacts.js';
import { PeopleElement } from './people/people-element.js';
import { PersonSubscription } from './people/person-subscription.js';
import { RestPanel } from './people/rest-panel.js';
import { RovingFocus } from './people/roving-focus.js';
import { spokenPerson } from './people/spoken-person.js';
import { StackPeople } from './people/stack-people.js';
import { PresenceSubscription } from './presence-subscription.js';
import { styles } from './tui-avatar-stack.styles.js';

const DEFAULT_MAX = 5;

/** More pictures than any page has room for; the rest is in a list, which draws those in view. */
const MOST = 99;

/** So many of those without a picture are loaded by name while their list is closed: one call. */
const REST_LOADED = 100;

/**
 * Several people in little room: their pictures side by side, who is online first, and a button for
 * the rest. Each picture is a button that chooses its person; the ring of a picture says that the
 * person is online.
 *
 * @tagname tui-avatar-stack
 *
 * @fires {TuiContactSelectEvent} tui-contact-select - The user has chosen a person.
 * @fires {TuiContactMenuEvent} tui-contact-menu - The user asks for the menu of a person in the list
 * of the rest. Canceled, the browser shows none of its own.
 *
 * @csspart avatar - A picture, or the initials in its place.
 * @csspart more - The button that says who the rest are.
 * @csspart count - How many are online.
 * @csspart dot - The dot of a picture, and `online-status`, `online-status-online` and
 * `online-status-offline`, by the names the official kit has for it.
 *
 * @cssprop [--tui-avatar-size=40px] - Width and height of a picture.
 * @cssprop [--tui-font] - Family of the letters; by default that of the page.
 * @cssprop [--tui-color-second] - The count, and the number of the rest; by default the colour of the
 * text, weaker.
 * @cssprop [--tui-color-accent] - Focus.
 * @cssprop [--tui-color-surface] - Behind the list of the rest.
 */
export class TuiAvatarStack extends PeopleElement {
  static override styles: CSSResult[] = [...PeopleElement.styles, styles];

  /**
   * The people; by default, the friends of the connected user. `null` stands for people of the page
   * that have not arrived yet.
   */
  @property({ attribute: false }) contacts?: readonly Contact[] | null | undefined;

  /** The people by ID alone, in place of `contacts`; their names and pictures are loaded. */
  @property({ attribute: false }) userIDs?: readonly string[] | null | undefined;

  /** How many pictures there are at most. */
  @property({ type: Number }) max: number = DEFAULT_MAX;

  /** All people, or only who is online, away or busy. */
  @property() show: ContactShow = 'all';

  /** Whether it says in words how many are online. */
  @property({ type: Boolean }) count = false;

  /** Whether each picture has a dot; the pictures then stand side by side. */
  @property({ type: Boolean }) dots = false;

  /** The accessible name of the group. */
  @property() label = '';

  readonly #people = new StackPeople((userID) => this.controller.presenceOf(userID));
  readonly #byID = new ContactsByID();
  readonly #named = new NamedContacts();
  readonly #guard = new OrderGuard(this, {
    environment: () => this.environment,
    onRelease: () => this.requestUpdate(),
  });
  readonly #interest = new ListInterest(this, {
    controller: () => this.controller,
    onChange: (userID, presence) => this.#onPresence(userID, presence),
  });
  readonly #restPanel = new RestPanel(this, {
    people: () => this.#rest,
    originalOf: (contact) => this.#named.originalOf(contact),
    presence: () => this.presence,
    localized: () => this.localized,
  });
  #ordered: readonly Contact[] | undefined;
  #shownLimit = 0;
  #shown: readonly Contact[] = [];
  #rest: readonly Contact[] = [];
  readonly #focus = new RovingFocus(this, () => [
    ...this.renderRoot.querySelectorAll<HTMLElement>('.person'),
  ]);

  constructor() {
    super();
    new PresenceSubscription(this, { controller: () => this.controller });
    new PersonSubscription(this, {
      directory: () => this.controller.directory,
      userIDs: () => this.#wanted,
      onChange: () => this.#named.outdate(),
    });
    new FocusReturn(this);
  }

  /** Focuses the button that had the focus last, else the first one. */
  override focus(options?: FocusOptions): void {
    this.#focus.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!CONTACT_SHOWS.includes(this.show)) this.show = 'all';
    const { controller, show } = this;
    const { directory } = controller;
    const isOwn = this.contacts !== undefined || this.userIDs !== undefined;
    const own = this.contacts === undefined ? this.#byID.of(this.userIDs) : this.contacts;
    const all = this.#named.of(isOwn ? own : directory.contacts, directory);
    const hasStatus = controller.displayOnlineStatus;
    const lang = isOwn ? undefined : this.localized.tag;
    this.#people.update(all, { show, lang, hasStatus }, this.#guard.isDeferring);
    this.#divide(this.#people.ordered, this.#limit);
  }

  protected override forgetUser(): void {
    this.#guard.stop();
  }

  protected override render(): TemplateResult {
    const shown = this.#shown;
    const isEmpty = shown.length === 0;
    const label = displayText(this.label) || this.localized.strings.contacts;
    return html`<div class="box reset" translate="no">
      <div
        class=${this.dots ? 'people with-dots' : 'people'}
        role=${isEmpty ? nothing : 'group'}
        aria-label=${isEmpty ? nothing : label}
        @keydown=${this.#focus.onKeydown}
        @focusin=${this.#focus.onFocusIn}
      >
        ${shown.map((contact) => this.#renderPerson(contact))}${this.#restPanel.renderButton()}
      </div>
      ${this.#renderCount()} ${this.#restPanel.renderPanel()}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.isConnected || this.isUpdatePending) return;
    this.#interest.update(this.#people.all, this.isInView ? this.#shown : []);
  }

  get #limit(): number {
    const { max } = this;
    const limit = typeof max === 'number' || typeof max === 'string' ? Number(max) : 0;
    return limit >= 1 ? Math.min(MOST, Math.floor(limit)) : DEFAULT_MAX;
  }

  /** Whose profiles are loaded: the shown ones, and of the rest as many as are named. */
  get #wanted(): readonly string[] {
    const rest = this.#restPanel.isOpen ? this.#rest : this.#rest.slice(0, REST_LOADED);
    const wanted = [...this.#shown, ...rest];
    const userIDs = wanted.map(({ userID }) => userID);
    // The order of the people changes all the time; who is wanted does not.
    return userIDs.filter((userID) => this.#named.isUnnamed(userID)).sort();
  }

  /** Divides the people into those with a picture and the rest; the same arrays until they change. */
  #divide(people: readonly Contact[], limit: number): void {
    if (people === this.#ordered && limit === this.#shownLimit) return;
    this.#ordered = people;
    this.#shownLimit = limit;
    this.#shown = people.slice(0, limit);
    this.#rest = people.slice(limit);
  }

  #renderPerson(contact: Contact): TemplateResult {
    const { userID: id, avatar: url } = contact;
    const name = displayName(contact);
    const presence = this.shownPresence(contact);
    const { strings, tag: lang } = this.localized;
    const spoken = spokenPerson(name, presence, strings);
    return html`<button
      type="button"
      class=${`person ${ringOf(presence)}`}
      data-user-id=${id}
      data-status=${ifDefined(presence?.status)}
      data-freshness=${ifDefined(presence?.freshness)}
      aria-label=${spoken}
      title=${spoken}
      @click=${this.#onPerson}
    >
      <span class="ring"
        >${avatar({ id, name, lang, url, presence: this.dots ? presence : undefined })}</span
      >
    </button>`;
  }

  #renderCount(): TemplateResult | typeof nothing {
    const online = this.controller.displayOnlineStatus ? this.#people.onlineCount : undefined;
    if (!this.count || online === undefined) return nothing;
    const text = onlineCount(online, this.#people.all.length, this.localized);
    return html`<span class="count" part="count">${text}</span>`;
  }

  #onPresence(userID: string, { status }: Presence): void {
    const isShown = this.#shown.some((contact) => contact.userID === userID);
    if (isShown || this.#people.isAffectedBy(userID, status)) this.requestUpdate();
  }

  #onPerson({ currentTarget }: Event): void {
    const { userId } = (currentTarget as HTMLElement).dataset;
    const contact = this.#shown.find(({ userID }) => userID === userId);
    if (!contact) return;
    this.dispatchEvent(new TuiContactSelectEvent(contact, this.#named.originalOf(contact)));
  }
}

/** What the ring of a picture shows: nothing of who is not online. */
function ringOf(presence: Presence | undefined): string {
  if (!presence || statusHeading(presence.status) > 0) return '';
  return presence.freshness === 'stale' ? `${presence.status} stale` : presence.status;
}
