import { html, nothing } from 'lit';
import type { CSSResult, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { copyFields } from '../src/contacts/given.js';
import { displayName, displayText, isBlocked } from '../src/contacts/index.js';
import { graphemes } from '../src/contacts/text.js';
import { usablePerson } from '../src/contacts/person.js';
import type { Person } from '../src/contacts/person.js';
import { capitalize, statusWord } from '../src/i18n/index.js';
import { customStatusText } from '../src/known-words.js';
import type { Presence } from '../src/presence.js';
import { dotClasses, dotParts } from './dot.js';
import { writeOwnAttribute } from './hydration.js';
import { idText } from './id-text.js';
import { ImageName } from './image-name.js';
import { avatar } from './list/avatar.js';
import { PeopleElement } from './people/people-element.js';
import { spokenPerson } from './people/spoken-person.js';
import { PersonSubscription } from './people/person-subscription.js';
import { PresenceSubscription } from './presence-subscription.js';
import { styles } from './tui-person.styles.js';

const VIEWS = ['line', 'avatar', 'name'] as const;

/** What of a person is shown. */
export type PersonView = (typeof VIEWS)[number];

/** What is shown of a person; the name is empty where nothing is. */
interface ShownPerson {
  readonly userID: string;
  readonly name: string;
  readonly avatar?: string;
}

/** A last word up to this length stays on the line of its dot. */
const LONGEST_TAIL = 16;

/**
 * One person, anywhere on a page, by ID alone: picture, name, and whether the person is online. It
 * loads the profile by itself, also of a user who is no friend, and follows the status live while it
 * is in view.
 *
 * @tagname tui-person
 *
 * @csspart avatar - The picture, or the initials in its place.
 * @csspart name - The name.
 * @csspart status - The status in words, and the user's own words.
 * @csspart dot - The dot, and `online-status`, `online-status-online` and `online-status-offline`, by
 * the names the official kit has for it.
 *
 * @cssprop [--tui-avatar-size=40px] - Width and height of a picture.
 * @cssprop [--tui-online-dot-size] - Width and height of the dot: by default three tenths of the
 * picture, or six tenths of the letters in running text.
 * @cssprop [--tui-font] - Family of the letters; by default that of the page.
 * @cssprop [--tui-color-second] - The status in words; by default the colour of the text, weaker.
 */
export class TuiPerson extends PeopleElement {
  static override styles: CSSResult[] = [...PeopleElement.styles, styles];

  /** The user to show and to follow, by ID. */
  @property({ attribute: 'user-id' }) userId = '';

  /** Picture, name and status in a line; the picture alone; or name and dot, for running text. */
  @property() view: PersonView = 'line';

  /** Replaces the name that is loaded. */
  @property() name = '';

  /** Replaces the picture that is loaded: its URL. */
  @property() avatar = '';

  /** Replaces the profile, which then is not loaded. */
  @property({ attribute: false }) person?: Person | null | undefined;

  readonly #imageName = new ImageName(this);

  constructor() {
    super();
    new PresenceSubscription(this, {
      controller: () => this.controller,
      user: () => (this.#isBlocked ? undefined : this.#userID),
      live: () => this.isInView,
    });
    new PersonSubscription(this, {
      directory: () => this.controller.directory,
      userIDs: () => (this.#isProfileWanted ? [this.#userID] : []),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!VIEWS.includes(this.view)) this.view = 'line';
    // The styles of an element in running text select by this attribute.
    if (this.view !== 'line' || this.hasAttribute('view')) {
      writeOwnAttribute(this, 'view', this.view);
    }
  }

  protected override render(): TemplateResult {
    const person = this.#shown;
    const userID = this.#userID;
    const presence = this.#presence;
    const content = person.name ? this.#renderContent(person, presence) : nothing;
    return html`<span
      class=${this.#boxClasses}
      translate="no"
      data-user-id=${ifDefined(userID || undefined)}
      data-status=${ifDefined(presence?.status)}
      data-freshness=${ifDefined(presence?.freshness)}
      >${content}</span
    >`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { name } = this.#shown;
    const isImage = this.view === 'avatar' && name !== '';
    this.#imageName.write(
      isImage ? spokenPerson(name, this.#presence, this.localized.strings) : '',
    );
  }

  /** A property may hold anything that a page gave. */
  get #given(): Person | undefined {
    const { person } = this;
    if (!person) return undefined;
    return usablePerson({ ...fieldsOf(person), userID: this.#userID || 'person' });
  }

  get #userID(): string {
    return idText(this.userId) || idText(fieldsOf(this.person).userID);
  }

  get #isBlocked(): boolean {
    return isBlocked(this.controller.directory, this.#userID);
  }

  get #isProfileWanted(): boolean {
    if (!this.#userID || this.person) return false;
    const needsPicture = this.view !== 'name' && !this.avatar;
    return needsPicture || !displayText(this.name);
  }

  get #shown(): ShownPerson {
    const userID = this.#userID;
    const { directory } = this.controller;
    const person = this.#given ?? directory.personOf(userID) ?? { userID };
    const name = displayText(this.name) || displayName({ ...person, userID });
    const url = this.avatar || person.avatar;
    return { userID, name, ...(url && { avatar: url }) };
  }

  /** Nothing without a user, of one who is blocked, and while statuses are switched off. */
  get #presence(): Presence | undefined {
    const userID = this.#userID;
    return userID ? this.shownPresence({ userID, blocked: this.#isBlocked }) : undefined;
  }

  get #boxClasses(): string {
    if (this.view === 'name') return 'box text';
    return this.view === 'line' ? 'box reset line' : 'box reset picture-only';
  }

  #renderContent(person: ShownPerson, presence: Presence | undefined): unknown {
    const { userID: id, name, avatar: url } = person;
    if (this.view === 'name') return this.#renderText(name, presence);
    const picture = avatar({ id, name, lang: this.localized.tag, url, presence });
    if (this.view === 'avatar') return picture;
    const words = presence && this.#wordsOf(presence);
    return html`${picture}<span class="words"
        ><span class="name" part="name" dir="auto">${name}</span
        >${this.#renderSaid(name, presence)}${
          words === undefined
            ? nothing
            : html`<span class="status" part="status" aria-hidden="true">${words}</span>`
        }</span
      >`;
  }

  #renderText(name: string, presence: Presence | undefined): TemplateResult {
    // A line would end before a dot whatever character is between, so the dot is in a part that never
    // wraps.
    const at = name.length - tailOf(name).length;
    const dot = presence
      ? html`<span
          class=${dotClasses(presence)}
          part=${dotParts(presence.status)}
          aria-hidden="true"
        ></span>`
      : nothing;
    return html`<span class="name" part="name" dir="auto"
        >${name.slice(0, at)}<span class="tail">${name.slice(at)}${dot}</span></span
      >${this.#renderSaid(name, presence)}`;
  }

  /** The status in words, which may be empty; `undefined` where none will come. */
  #wordsOf(presence: Presence): unknown {
    const { strings, locale } = this.localized;
    const own = customStatusText(displayText(presence.customStatus), strings);
    if (presence.freshness === 'none' && !own) {
      return this.controller.state === 'unavailable' ? undefined : '';
    }
    const word = capitalize(statusWord(strings, presence), locale);
    if (!own) return html`<span class="word">${word}</span>`;
    return html`<span class="word">${word} &middot; </span
      ><span class="own" dir="auto">${own}</span>`;
  }

  /** What is spoken after the name, which makes "Ana, online" of both. */
  #renderSaid(name: string, presence: Presence | undefined): unknown {
    if (!presence) return nothing;
    const spoken = spokenPerson(name, presence, this.localized.strings);
    const rest = spoken.startsWith(name) ? spoken.slice(name.length) : ` ${spoken}`;
    return html`<span class="said">${rest}</span>`;
  }
}

/** What can be read of a page's object. */
const fieldsOf = (given: unknown): Partial<Person> =>
  copyFields(Object(given) as Partial<Person>, ['userID', 'name', 'remark', 'avatar']).copy;

/** The last word of a name, or the last letter of a word that has to be broken. */
function tailOf(name: string): string {
  const word = name.slice(name.lastIndexOf(' ') + 1);
  return word.length > LONGEST_TAIL ? graphemes(word).at(-1)! : word;
}
