import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { displayName } from '../../src/contacts/index.js';
import type { Contact } from '../../src/contacts/index.js';
import { formatCount, plural, speak } from '../../src/i18n/index.js';
import type { LocalizedStrings } from '../../src/i18n/index.js';
import type { PresenceController } from '../../src/presence-controller.js';
import type { TuiContactList } from '../tui-contact-list.js';
import { Popup } from '../popup/popup.js';

/** So many people are named in the description of the button. */
const NAMED = 10;

export interface RestPanelOptions {
  /** The people without a picture of their own. */
  readonly people: () => readonly Contact[];
  /** The contact as the page gave it. */
  readonly originalOf: (contact: Contact) => Contact;
  readonly presence: () => PresenceController | undefined;
  readonly localized: () => LocalizedStrings;
}

/** The button that says how many more people there are, and the list of them that it opens. */
export class RestPanel {
  readonly #host: LitElement;
  readonly #options: RestPanelOptions;
  readonly #popup: Popup;
  /** The list grows as its rows are drawn. */
  #sizes: ResizeObserver | undefined;
  #list: TuiContactList | undefined;
  #isOpen = false;

  constructor(host: LitElement, options: RestPanelOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#popup = new Popup(host, {
      anchor: () => this.#button,
      panel: () => host.renderRoot.querySelector<HTMLElement>('.panel'),
      onDismiss: (reason) => this.#close(reason === 'escape'),
    });
  }

  /** Whether the list is open, so that all of the people are named. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  hostUpdated(): void {
    if (this.#options.people().length === 0) this.#isOpen = false;
    if (this.#isOpen === this.#popup.isOpen) return;
    this.#sizes?.disconnect();
    this.#sizes = undefined;
    if (this.#isOpen) void this.#open();
    else this.#popup.close();
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
    this.#isOpen = false;
  }

  renderButton(): TemplateResult | typeof nothing {
    const people = this.#options.people();
    if (people.length === 0) return nothing;
    const { strings, tag, locale } = this.#options.localized();
    const names = people.slice(0, NAMED).map(displayName);
    const all = speak(strings.spoken, people.length > NAMED ? [...names, '…'] : names);
    return html`<button
        type="button"
        class="person more"
        part="more"
        aria-haspopup="listbox"
        aria-expanded=${this.#isOpen}
        aria-label=${plural(strings.more, people.length, locale)}
        aria-describedby="rest"
        title=${all}
        @click=${this.#onClick}
      >
        <span class="ring"><span class="number">+${formatCount(people.length, tag)}</span></span>
      </button>
      <span id="rest" hidden>${all}</span>`;
  }

  /** The panel, which is there from the start so that it can be shown at once. */
  renderPanel(): TemplateResult {
    return html`<div class="panel" popover="manual">${this.#renderList()}</div>`;
  }

  #renderList(): TuiContactList | typeof nothing {
    const people = this.#options.people();
    if (!this.#isOpen || people.length === 0) {
      this.#list = undefined;
      return nothing;
    }
    const { strings, locale } = this.#options.localized();
    // Created here, since a template may only name tags that its module registers.
    this.#list ??= this.#createList();
    return Object.assign(this.#list, {
      contacts: people,
      presence: this.#options.presence(),
      label: plural(strings.more, people.length, locale),
    });
  }

  #createList(): TuiContactList {
    const list = document.createElement('tui-contact-list');
    list.order = 'status';
    // The events go on to the page as those of the host.
    for (const type of ['tui-contact-select', 'tui-contact-menu'] as const) {
      list.addEventListener(type, (event) => {
        Object.assign(event, { contact: this.#options.originalOf(event.contact) });
      });
    }
    list.addEventListener('tui-contact-select', () => this.#close(true));
    return list;
  }

  get #button(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.more');
  }

  async #open(): Promise<void> {
    this.#popup.open();
    const list = this.#list;
    if (!list) return;
    const view = list.ownerDocument.defaultView;
    // A DOM without a layout has none.
    this.#sizes = view?.ResizeObserver && new view.ResizeObserver(this.#popup.place);
    this.#sizes?.observe(list);
    await list.updateComplete;
    if (this.#isOpen) list.focus();
  }

  readonly #onClick = (): void => {
    if (this.#isOpen) {
      this.#close(true);
      return;
    }
    this.#isOpen = true;
    this.#host.requestUpdate();
  };

  #close(isFocusReturned: boolean): void {
    this.#isOpen = false;
    if (isFocusReturned) this.#button?.focus();
    this.#host.requestUpdate();
  }
}
