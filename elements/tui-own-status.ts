import { html, nothing } from 'lit';
import type { CSSResult, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { UNKNOWN } from '../src/presence.js';
import { offeredChoices } from './own-status/choices.js';
import type { OwnStatusChoice } from './own-status/choices.js';
import { renderOwnButton } from './own-status/own-button.js';
import { TuiOwnStatusChangeEvent } from './own-status/own-status-event.js';
import { OwnWords } from './own-status/own-words.js';
import { Popup } from './popup/popup.js';
import type { DismissReason } from './popup/popup.js';
import { refusalText } from './own-status/refusal-text.js';
import { StatusChange } from './own-status/status-change.js';
import { StatusChoices } from './own-status/status-choices.js';
import { StatusExpiry } from './own-status/status-expiry.js';
import { StatusMenu } from './own-status/status-menu.js';
import { PeopleElement } from './people/people-element.js';
import { PersonSubscription } from './people/person-subscription.js';
import { PresenceSubscription } from './presence-subscription.js';
import { styles } from './tui-own-status.styles.js';

/**
 * The status of the logged-in user: a button with picture, dot and words, which opens a menu to change
 * the words. They are shown at once, and put back if the service refuses them.
 *
 * @tagname tui-own-status
 *
 * @fires {TuiOwnStatusChangeEvent} tui-own-status-change - The user has changed the words, and the
 * service has taken them.
 *
 * @csspart button - The button.
 * @csspart avatar - The picture, or the initials in its place.
 * @csspart name - The name.
 * @csspart custom-status - The user's own words, or the status in words.
 * @csspart menu - The panel that opens, with the menu or the field in it.
 * @csspart item - A line of the menu.
 * @csspart field - The field for words of one's own.
 * @csspart error - The panel that says why words were refused.
 * @csspart dot - The dot, and `online-status`, `online-status-online` and `online-status-offline`, by
 * the names the official kit has for it.
 *
 * @cssprop [--tui-avatar-size=40px] - Width and height of a picture.
 * @cssprop [--tui-font] - Family of the letters; by default that of the page.
 * @cssprop [--tui-color-surface] - Behind the menu. All colours have a light and a dark default and
 * follow `color-scheme`.
 * @cssprop [--tui-color-hover] - Behind the line of the menu that has the focus.
 * @cssprop [--tui-color-text] - Text in the menu; the button has the colour of the page's text.
 * @cssprop [--tui-color-second] - Second lines and headings.
 * @cssprop [--tui-color-accent] - Focus, and the button that saves.
 */
export class TuiOwnStatus extends PeopleElement {
  static override styles: CSSResult[] = [...PeopleElement.styles, ...styles];

  /** What the menu offers; unset, five choices in the language of the element. */
  @property({ attribute: false }) choices?: readonly OwnStatusChoice[] | null | undefined;

  readonly #change = new StatusChange(this, {
    controller: () => this.controller,
    onChange: (text) => this.dispatchEvent(new TuiOwnStatusChangeEvent(text)),
  });
  readonly #popup = this.#createPopup('.panel', (reason) => this.#close(reason));
  readonly #notice = this.#createPopup('.notice', (reason) => {
    if (reason === 'escape') this.#dismissError();
  });
  readonly #menu = new StatusMenu({
    environment: () => this.environment,
    root: () => this.renderRoot,
    onChoose: (key) => this.#choose(key),
    onLeave: () => this.#close(),
  });
  readonly #words = new OwnWords(this, {
    onSave: (wanted) => {
      this.#words.end();
      this.#change.send(wanted);
      this.#close();
    },
    onBack: () => this.#show('menu', () => this.#menu.focus('active')),
  });
  readonly #statusChoices = new StatusChoices();
  #view: 'closed' | 'menu' | 'words' = 'closed';
  /** Moves the focus once what is to have it has been rendered. */
  #moveFocus: (() => void) | undefined;

  constructor() {
    super();
    new PresenceSubscription(this, {
      controller: () => this.controller,
      user: () => this.controller.userID,
    });
    new PersonSubscription(this, {
      directory: () => this.controller.directory,
      userIDs: () => (this.controller.userID ? [this.controller.userID] : []),
    });
  }

  /** Focuses the button. */
  override focus(options?: FocusOptions): void {
    this.#button?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view = 'closed';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { userID } = this.controller;
    this.#statusChoices.update({
      choices: offeredChoices(this.choices, this.localized),
      shown: this.#shownText,
      expiring: userID === undefined ? undefined : StatusExpiry.of(this.controller).get(userID),
      isOpen: this.#view !== 'closed',
      localized: this.localized,
    });
  }

  protected override forgetUser(): void {
    this.#view = 'closed';
    this.#words.end();
    this.#change.forget();
  }

  protected override render(): TemplateResult {
    const { strings } = this.localized;
    const isOpen = this.#view !== 'closed';
    const error = this.#shownError;
    return html`<div class="box reset" translate="no">
      ${this.#renderButton(isOpen)}
      <div id="panel" class="panel" part="menu" popover="manual" tabindex="-1">
        ${this.#view === 'menu' ? this.#renderMenu() : nothing}
        ${this.#view === 'words' ? this.#words.render(this.localized) : nothing}
      </div>
      <div class="notice" part="error" popover="manual">
        <div role="alert">${error ? this.#renderError(error) : nothing}</div>
        <div class="buttons" ?hidden=${!error}>
          <button type="button" class="plain" @click=${this.#dismissError}>
            ${strings['own-close']}
          </button>
          <button type="button" class="primary" @click=${this.#retry}>${strings.retry}</button>
        </div>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { isHydrating } = this;
    super.updated(changed);
    if (isHydrating || !this.isConnected) return;
    for (const [popup, isOpen] of [
      [this.#popup, this.#view !== 'closed'],
      [this.#notice, Boolean(this.#shownError)],
    ] as const) {
      if (!isOpen) popup.close();
      else if (popup.isOpen) popup.place();
      else popup.open();
    }
    const moveFocus = this.#moveFocus;
    this.#moveFocus = undefined;
    moveFocus?.();
    StatusExpiry.of(this.controller).check();
  }

  get #button(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('.button') ?? null;
  }

  /** The words that are shown: those on their way to the service, or those that it has. */
  get #shownText(): string {
    const { userID } = this.controller;
    if (userID === undefined) return '';
    return this.#change.pending?.text ?? this.controller.presenceOf(userID).customStatus;
  }

  /** Why words were refused: once the panel is closed, in whose place that is said. */
  get #shownError(): unknown {
    return this.#view === 'closed' ? this.#change.error : undefined;
  }

  #renderButton(isOpen: boolean): TemplateResult {
    const { userID, displayOnlineStatus, directory } = this.controller;
    const known = userID === undefined ? UNKNOWN : this.controller.presenceOf(userID);
    const status = this.#statusChoices.statusFor(known.status);
    return renderOwnButton({
      person: (userID && directory.personOf(userID)) || { userID: userID ?? '' },
      presence: displayOnlineStatus ? { ...known, status } : undefined,
      words: this.#statusChoices.words,
      isOpen,
      localized: this.localized,
      onClick: this.#onClick,
      onKeydown: this.#onKeydown,
    });
  }

  #renderMenu(): TemplateResult {
    const label = this.localized.strings['own-status'];
    return this.#menu.render(label, this.#statusChoices.groups, this.localized);
  }

  #renderError(error: unknown): TemplateResult {
    const { strings } = this.localized;
    return html`<div><bdi>${strings['own-failed']}</bdi></div>
      <div class="reason"><bdi>${refusalText(error, strings)}</bdi></div>`;
  }

  #createPopup(selector: string, onDismiss: (reason: DismissReason) => void): Popup {
    return new Popup(this, {
      anchor: () => this.#button,
      panel: () => this.renderRoot?.querySelector<HTMLElement>(selector) ?? null,
      onDismiss,
    });
  }

  #show(view: 'menu' | 'words', moveFocus: () => void): void {
    this.#view = view;
    this.#moveFocus = moveFocus;
    this.requestUpdate();
  }

  #close(reason?: DismissReason): void {
    if (this.#view === 'closed') return;
    this.#view = 'closed';
    this.#moveFocus = undefined;
    if (reason !== 'focus') this.#returnFocus('.panel');
    this.requestUpdate();
  }

  /** What had the focus in a panel goes away with it. */
  #returnFocus(panel: string): void {
    const focused = this.shadowRoot?.activeElement;
    if (focused?.closest(panel)) this.focus({ preventScroll: true });
  }

  #choose(key: string): void {
    const wanted = this.#statusChoices.choose(key);
    if (wanted === 'words') {
      const { current, words } = this.#statusChoices;
      this.#words.begin({ ...current, text: words });
      this.#show('words', () => this.renderRoot.querySelector('input')?.focus());
    } else if (wanted === 'clear-after') {
      const { userID } = this.controller;
      const { text, clearAfter } = this.#statusChoices.current;
      if (text && userID) StatusExpiry.of(this.controller).set(userID, text, clearAfter);
      this.requestUpdate();
    } else if (wanted) {
      this.#change.send(wanted);
      this.#close();
    }
  }

  readonly #onClick = (): void => {
    if (this.#view === 'closed') this.#open('checked');
    else this.#close();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || this.#view !== 'closed') return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#open(event.key === 'ArrowUp' ? 'last' : 'checked');
  };

  #open(place: 'checked' | 'last'): void {
    this.#change.dismiss();
    this.#show('menu', () => this.#menu.focus(place));
  }

  readonly #dismissError = (): void => {
    this.#returnFocus('.notice');
    this.#change.dismiss();
  };

  readonly #retry = (): void => {
    this.#returnFocus('.notice');
    this.#change.retry();
  };
}
