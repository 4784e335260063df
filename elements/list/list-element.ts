import { html, nothing } from 'lit';
import type { CSSResult, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { displayText } from '../../src/contacts/index.js';
import type { Presence } from '../../src/presence.js';
import { dotStyles } from '../dot.styles.js';
import { writeOwnAttribute } from '../hydration.js';
import { idText } from '../id-text.js';
import { PresenceElement } from '../presence-element.js';
import { PresenceSubscription } from '../presence-subscription.js';
import { ConnectionNotice, isSessionOver } from './connection-notice.js';
import { DirectorySubscription } from './directory-subscription.js';
import { FocusReturn, isFocusLost } from './focus-return.js';
import { ListInterest } from './list-interest.js';
import type { ListedUser } from './list-interest.js';
import type { ListItems } from './list-items.js';
import type { ListRow } from './list-row.js';
import { LiveRegion } from './live-region.js';
import { styles as frameStyles } from './list.styles.js';
import { Listbox } from './listbox.js';
import { OrderGuard } from './order-guard.js';
import { PictureRetry } from './picture-retry.js';
import { RowRequests } from './row-requests.js';
import { styles as rowStyles } from './row.styles.js';
import { styles as stateStyles } from './state.styles.js';

/**
 * While rows come into view, those on screen are observed this often, in ms: a fast scroll does not
 * subscribe every user that it passes.
 */
const SCROLL_INTERVAL = 100;

/**
 * The base of the lists. Lit draws the frame: header, states, notices and footer. The rows are drawn
 * by a `Listbox`, which keeps only those in view on the page.
 */
export abstract class ListElement<Row extends ListRow> extends PresenceElement {
  static override styles: CSSResult[] = [frameStyles, stateStyles, dotStyles, rowStyles];

  /** The ID of the selected item. The list sets it when the user selects. */
  @property() selected = '';

  /** The accessible name of the list. */
  @property() label = '';

  /** Whether the first items have yet to arrive. The list sets it. */
  @property({ type: Boolean }) loading = false;

  /** Exists from the first update in a browser on. */
  protected listbox: Listbox<Row> | undefined;
  protected readonly orderGuard = new OrderGuard(this, {
    environment: () => this.environment,
    onRelease: () => this.settleOrder(),
  });

  protected abstract readonly items: ListItems<Row>;
  /** The accessible name of a list without a `label`. */
  protected abstract get defaultLabel(): string;
  /** The users of all items; a new array when they have changed. */
  protected abstract get listedUsers(): readonly ListedUser[];
  /** The users of the item that a row shows: one or none. */
  protected abstract usersOf(row: Row): readonly ListedUser[];
  /** Called in the controller's frame, after the presence of a listed user has changed. */
  protected abstract onPresence(userID: string, presence: Presence): void;
  /** Called after these users were observed. */
  protected abstract onObserve(userIDs: readonly string[]): void;
  /** Brings the items into their order, unless that has to be deferred. */
  protected abstract settleOrder(): void;
  protected abstract renderEmpty(): unknown;

  readonly #liveRegion = new LiveRegion(this, () => this.environment);
  readonly #pictures = new PictureRetry(this, () => this.controller);
  readonly #notice = new ConnectionNotice(this, {
    controller: () => this.controller,
    strings: () => this.localized.strings,
    announce: (text) => this.announceText(text),
    onRetry: () => this.controller.retry(),
  });
  readonly #interest = new ListInterest(this, {
    controller: () => this.controller,
    onChange: (userID, presence) => this.onPresence(userID, presence),
    onObserve: (userIDs) => this.onObserve(userIDs),
  });
  #isKnown = false;
  readonly #requests = new RowRequests();
  /** The item that the user has selected, and the page has not. */
  #chosen: string | undefined;
  #selectedByUser = '';
  #cancelObserve: (() => void) | undefined;

  constructor() {
    super();
    new PresenceSubscription(this, { controller: () => this.controller });
    new DirectorySubscription(this, () => this.controller.directory);
    new FocusReturn(this);
  }

  /** Focuses the rows, or the search field while there are none. Nothing is scrolled. */
  override focus(options?: FocusOptions): void {
    const hasRows = this.listbox !== undefined && this.items.count() > 0;
    const field = this.renderRoot?.querySelector('input');
    if (hasRows) this.listbox!.focus(options);
    else if (field) field.focus(options);
    else if (!this.#isKnown || this.isUpdatePending) this.#requests.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelObserve?.();
    this.#cancelObserve = undefined;
  }

  /**
   * Sets `loading` by what the page or the source gave: `null` is the page's and has not arrived yet,
   * and so is an empty text, which Preact sets for it; `undefined` is the source's, and never arrives
   * once a session is over.
   */
  protected receive(given: unknown): void {
    const isAwaited = given === null || given === '';
    this.#isKnown = given !== undefined && !isAwaited;
    this.loading = isAwaited || (given === undefined && !isSessionOver(this.controller));
    writeOwnAttribute(this, 'loading', this.loading ? '' : undefined);
  }

  /**
   * Makes an item active and brings it into view, once the items have arrived. An item that is not
   * among them is ignored.
   */
  protected showItem(key: string): void {
    if (this.listbox && this.#isKnown && !this.isUpdatePending) this.listbox.show(key);
    else this.#requests.show(key);
  }

  /** Selects an item for the user, without scrolling to it. */
  protected choose(key: string): void {
    this.selected = this.#chosen = this.#selectedByUser = key;
  }

  /** Announces a line in the live region. */
  protected announceText(text: string): void {
    this.#liveRegion.announce(text);
  }

  protected override forgetUser(): void {
    if (this.selected === this.#selectedByUser) this.selected = '';
    this.#liveRegion.clear();
    this.orderGuard.stop();
    this.listbox?.reset();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.selected = idText(this.selected);
  }

  protected override render(): TemplateResult {
    // A listbox without options needs no role, no name and no tab stop.
    const isEmpty = this.items.count() === 0;
    const label = displayText(this.label) || this.defaultLabel;
    // A list that loses its rows while it has the focus keeps it for the next ones.
    const tabIndex = this.listbox?.isFocused ? -1 : nothing;
    return html`<div class="box" translate="no">
      <div class="frame">
        <div part="header" class="header"><slot name="header"></slot>${this.renderTop()}</div>
        <div
          part="list"
          class="list"
          role=${isEmpty ? nothing : 'listbox'}
          tabindex=${isEmpty ? tabIndex : 0}
          aria-label=${isEmpty ? nothing : label}
        >
          ${isEmpty ? html`<div class="state">${this.#renderState()}</div>` : nothing}
        </div>
        <div class="notices">${this.#notice.render()}</div>
        <div role="status">${this.#liveRegion.render()}</div>
        <div><slot name="footer"></slot></div>
      </div>
    </div>`;
  }

  /** What is rendered between the page's own header and the rows. */
  protected renderTop(): TemplateResult | typeof nothing {
    return nothing;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { isHydrating } = this;
    super.updated(changed);
    if (isHydrating || !this.isConnected) return;
    if (this.listbox && changed.has('selected') && this.selected !== this.#chosen) {
      this.#requests.suggest(this.selected);
    }
    this.#chosen = undefined;
    this.listbox ??= this.#createListbox();
    this.listbox.redraw();
    this.#observe();
    if (this.#isKnown) this.#requests.settle(this.listbox, isFocusLost(this));
  }

  #createListbox(): Listbox<Row> {
    // The `error` event of a picture does not bubble.
    this.renderRoot.addEventListener('error', this.#pictures.onError, { capture: true });
    const listbox = new Listbox<Row>({
      scroller: this.renderRoot.querySelector<HTMLElement>('.list')!,
      items: this.items,
      selected: () => this.selected,
      environment: () => this.environment,
      lang: () => this.localized.tag,
      onDraw: () => this.#observeSoon(),
    });
    this.addController(listbox);
    return listbox;
  }

  #renderState(): unknown {
    // After the end of a session the notice says all there is to say.
    if (!this.loading) return this.#isKnown ? this.renderEmpty() : nothing;
    return html`<slot name="loading">
      <div class="skeleton"></div>
      <div class="said">${this.localized.strings.loading}</div>
    </slot>`;
  }

  #observe(): void {
    this.#cancelObserve?.();
    this.#cancelObserve = undefined;
    const { rows } = this.listbox!;
    this.#interest.update(
      this.listedUsers,
      rows.flatMap((row) => this.usersOf(row)),
    );
    this.listbox!.syncDomOrder();
  }

  #observeSoon(): void {
    // A list that was removed may still be scrolled by the page.
    if (!this.isOnPage) return;
    this.#cancelObserve ??= this.environment.setTimer(() => this.#observe(), SCROLL_INTERVAL);
  }
}
