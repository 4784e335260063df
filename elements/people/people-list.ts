import { html, nothing, render } from 'lit/html.js';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { displayText } from '../../src/contacts/index.js';
import type { Page } from '../../src/page.js';
import type { PresenceController } from '../../src/presence-controller.js';
import type { Presence } from '../../src/presence.js';
import { presence as shared } from '../../src/shared.js';
import { listStringsFor, speak, statusWord } from '../../src/words/index.js';
import type { ListStrings, StatusStrings, Words } from '../../src/words/index.js';
import type { Styles } from '../css.js';
import { localeOf } from '../locale.js';
import { PresenceSubscription } from '../presence-subscription.js';
import { styledRoot } from '../styled-root.js';
import { BaseElement, isHydrated, isServed, servedController } from './base-element.js';
import { follow } from './follow.js';
import type { Following } from './follow.js';
import { styles as frameStyles } from './list.styles.js';
import { listView } from './list-view.js';
import type { ListItems, ListView } from './list-view.js';
import { isOver, renderNotice } from './notice.js';
import { holdOrder } from './order-hold.js';
import type { ListRow } from './list-row.js';
import { PersonRow } from './person-row.js';
import { styles as rowStyles } from './row.styles.js';

/** A connection that is back sooner was hardly lost, in ms. */
const LOST = 1000;

/** So long after the first rows were painted somebody is followed, in ms. */
const SOON = 30;

/** While ever other rows come into sight, whoever is in sight is told this often, in ms. */
const PACE = 100;

/** All that Lit draws of a list; without a name it is no listbox. */
const frame = (
  top?: unknown,
  name: string | typeof nothing = nothing,
  state?: unknown,
  notice?: unknown,
  said?: unknown,
) => html`
  <div part="header" class="header"><slot name="header"></slot>${top}</div>
  <div
    part="list"
    class="list"
    role=${name === nothing ? nothing : 'listbox'}
    tabindex=${name === nothing ? nothing : 0}
    aria-label=${name}
  >
    ${state}
  </div>
  <div role="status" aria-atomic="false">
    ${notice}
    <div class="said">${said}</div>
  </div>
  <slot name="footer"></slot>
`;

/**
 * What the lists of people share: a frame that Lit draws, and in it rows that it does not, since a
 * template for each row and step of a scroll is what makes lists slow.
 */
export abstract class PeopleList<Row extends ListRow> extends BaseElement {
  static override styles: Styles = [frameStyles, rowStyles];

  static override properties: PropertyDeclarations = {
    selected: {},
    label: {},
    loading: { type: Boolean, reflect: true },
    presence: { attribute: false },
  };

  /**
   * Makes what lists share before the first of them is drawn: the frame, a row for nobody, and most
   * likely the words in the page's language. @internal
   */
  static prepare(): void {
    render(frame(), document.createDocumentFragment());
    new PersonRow('').avatar.paint('', displayText('Ana'), undefined);
    listStringsFor(localeOf(document.documentElement));
  }

  /** What is selected, by ID. The list sets it when the user selects. */
  declare selected: string;

  /** The spoken name of the list. */
  declare label: string;

  /** Whether the first entries have yet to arrive. The list sets it. */
  declare loading: boolean;

  /** The presence controller to ask; unset, the page's shared one. */
  declare presence?: PresenceController | undefined;

  protected abstract readonly items: ListItems<Row>;
  /** Made with the first update in a browser. */
  protected view: ListView<Row> | undefined;
  /** There from the first update on. */
  protected words!: Words<StatusStrings & ListStrings>;
  protected readonly hold = holdOrder(
    this,
    () => this.page,
    () => this.released(),
  );

  #controller: PresenceController | undefined;
  #following: Following | undefined;
  #stopDirectory: (() => void) | undefined;
  #cancelPace: (() => void) | undefined;
  #cancelLost: (() => void) | undefined;
  #isLost = false;
  #isKnown = false;
  #hasMoved = false;
  #said = '';

  constructor() {
    super();
    this.selected = this.label = '';
    this.loading = false;
    new PresenceSubscription(
      this,
      () => this.controller,
      undefined,
      () => this.#heard(),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
    this.view?.disconnect();
  }

  /** A move into another document takes the styles away. */
  adoptedCallback(): void {
    if (this.renderRoot) styledRoot(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (isServed(this)) return super.createRenderRoot();
    this.shadowRoot?.replaceChildren();
    return styledRoot(this);
  }

  protected get controller(): PresenceController {
    return servedController(this) ?? this.presence ?? shared;
  }

  protected get page(): Page {
    return this.controller.page;
  }

  /** The spoken name of a list without a `label`. */
  protected abstract get defaultLabel(): string;

  /**
   * The presence of somebody followed has changed, in the controller's frame; or, without news, may
   * have changed before it was followed.
   */
  protected abstract changed(userID: string, news?: Presence): void;

  /** Whether it matters what becomes of those who are out of sight. */
  protected get isAboutAll(): boolean {
    return false;
  }

  /** The order need not wait any longer. */
  protected abstract released(): void;

  /** Whom to follow, and whom of those in sight live. Asked after the paint, again and again. */
  protected abstract follow(following: Following, inSight: readonly Row[]): void;

  protected abstract renderEmpty(): unknown;

  /** What stands above the rows, below the page's own header. */
  protected renderTop(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Takes note of what there is to list, or `undefined` for what has not arrived. */
  protected receive(given: unknown): void {
    this.#isKnown = given !== undefined;
    this.loading = !this.#isKnown && !isOver(this.controller);
  }

  /** Says a line in the one live region. */
  protected say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }

  /** What is shown of a user: nothing, while the page has statuses switched off. */
  protected presenceOf(userID: string, news?: Presence): Presence | undefined {
    const { controller } = this;
    return controller.displayOnlineStatus ? (news ?? controller.shownOf(userID)) : undefined;
  }

  /**
   * What is said of a row, in one breath: all that is written in it, in that order, so that whoever
   * reads it aloud and whoever says it to a machine say the same; then the status. A dot alone, with
   * nothing written, says its status first.
   */
  protected spoken(presence: Presence | undefined, ...written: string[]): string {
    const { strings } = this.words;
    if (presence) written.push(statusWord(strings, presence));
    return speak(strings.spoken, written);
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    // A server speaks English.
    this.words = listStringsFor(servedController(this) ? '' : localeOf(this));
  }

  protected override render(): TemplateResult {
    const isEmpty = this.items.count() === 0;
    return frame(
      this.renderTop(),
      isEmpty ? nothing : displayText(this.label) || this.defaultLabel,
      isEmpty ? html`<div class="state">${this.#renderState()}</div>` : nothing,
      renderNotice(this.controller, this.#isLost, this.words.strings, this.#onRetry),
      this.#said,
    );
  }

  protected override updated(): void {
    if (isHydrated(this)) {
      this.requestUpdate();
      return;
    }
    if (!this.isConnected) return;
    this.#join();
    const list = this.renderRoot.querySelector<HTMLElement>('.list')!;
    this.view ??= this.#viewOf(list);
    this.view.redraw();
  }

  #viewOf(list: HTMLElement): ListView<Row> {
    const view = listView(list, this.items, () => this.#drawn());
    list.onscroll = () => view.scrolled();
    list.onkeydown = (event) => view.pressed(event, this.page.now());
    list.onclick = (event) => view.clicked(event);
    list.onfocus = () => view.focused(this.selected);
    return view;
  }

  #renderState(): unknown {
    // Where nothing will come, the notice says all there is to say.
    if (!this.loading) return this.#isKnown ? this.renderEmpty() : nothing;
    return html`<slot name="loading">
      <div class="skeleton"></div>
      <div class="said">${this.words.strings.loading}</div>
    </slot>`;
  }

  #join(): void {
    const { controller } = this;
    if (controller === this.#controller) return;
    this.#leave();
    this.#controller = controller;
    this.#stopDirectory = controller.directory.observe(() => this.requestUpdate());
    this.#following = follow(
      controller,
      this.changed.bind(this),
      // Who has just come into sight is not yet followed as such.
      (live) => live === (this.#hasMoved || this.isAboutAll),
    );
    this.#cancelPace = afterPaint(this.page, () => {
      this.view!.connect();
      this.#pace();
    });
    this.#watchConnection();
  }

  #leave(): void {
    this.#stopDirectory?.();
    this.#cancelPace?.();
    this.#cancelLost?.();
    this.#following?.stop();
    this.#controller = this.#following = this.#cancelPace = this.#cancelLost = undefined;
    this.#isLost = false;
  }

  #drawn(): void {
    this.#hasMoved = true;
    this.#cancelPace ??= this.page.timer(this.#pace, PACE);
  }

  readonly #pace = (): void => {
    this.#cancelPace = undefined;
    if (!this.#hasMoved) {
      this.view!.rows.tidy();
      return;
    }
    this.#hasMoved = false;
    // The spare rows, unless a scroll has drawn them already.
    this.view!.scrolled();
    this.follow(this.#following!, this.view!.rows.rows);
    this.#cancelPace ??= this.page.timer(this.#pace, PACE);
  };

  /** Something has changed for everybody: the display, the state, an error or the language. */
  #heard(): void {
    this.#watchConnection();
    this.requestUpdate();
  }

  #watchConnection(): void {
    if (this.controller.state !== 'disconnected') {
      this.#cancelLost?.();
      this.#cancelLost = undefined;
      this.#isLost = false;
    } else {
      this.#cancelLost ??= this.page.timer(() => {
        this.#isLost = true;
        this.requestUpdate();
      }, LOST);
    }
  }

  readonly #onRetry = ({ detail }: MouseEvent): void => {
    // The button goes with the error: whoever came by keyboard goes on from the list.
    if (!detail) this.renderRoot.querySelector<HTMLElement>('.list')!.focus();
    this.controller.retry();
  };
}

function afterPaint(page: Page, callback: () => void): () => void {
  let cancel: (() => void) | undefined;
  let isOver = false;
  page.frame(() => {
    if (!isOver) cancel = page.timer(callback, SOON);
  });
  return () => {
    isOver = true;
    cancel?.();
  };
}
