import { LitElement } from 'lit';
import type { CSSResult, PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Environment } from '../../src/environment.js';
import { stringsFor } from '../../src/i18n/index.js';
import type { LocalizedStrings } from '../../src/i18n/index.js';
import { PresenceController } from '../../src/presence-controller.js';
import { presence as shared } from '../../src/shared.js';
import { changedAttribute, withLowerCaseNames } from '../attribute-names.js';
import { adoptDocumentStyles } from '../document-styles.js';
import { dotStyles } from '../dot.styles.js';
import { awaitHydration } from '../hydration.js';
import { avatarStyles } from '../list/avatar.styles.js';
import { PictureRetry } from '../list/picture-retry.js';
import { localeOf } from '../locale.js';
import { emptyRenderRoot, hydrateOrReplace, isHydrated } from '../render-root.js';
import { InView } from './in-view.js';
import { registerLengths } from './lengths.js';
import { styles as peopleStyles } from './people.styles.js';

/** The base of the elements that show one person or several, in a `.box`. */
export abstract class PeopleElement extends LitElement {
  static override styles: CSSResult[] = [dotStyles, avatarStyles, peopleStyles];

  static override get observedAttributes(): string[] {
    return withLowerCaseNames(super.observedAttributes);
  }

  /** The presence controller to use; by default, the page's shared one. */
  @property({ attribute: false }) presence?: PresenceController | undefined;

  /** Exists from the first update on. */
  protected localized!: LocalizedStrings;

  readonly #pictures = new PictureRetry(this, () => this.controller);
  readonly #inView = new InView(this, () => this.renderRoot.querySelector('.box'));
  /** In place until what a server has rendered is hydrated: without a source, as it was there. */
  #serverController: PresenceController | undefined;

  constructor() {
    super();
    awaitHydration(this);
  }

  /** Restores the styles, which a move to another document drops. */
  adoptedCallback(): void {
    registerLengths(this.ownerDocument);
    adoptDocumentStyles(this);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    const attribute = changedAttribute(this, name, old);
    if (attribute) super.attributeChangedCallback(attribute, old, value);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    registerLengths(this.ownerDocument);
    if (!isHydrated(this)) return this.#listening(emptyRenderRoot(this));
    this.#serverController = new PresenceController();
    return this.#listening(super.createRenderRoot());
  }

  protected get controller(): PresenceController {
    return this.#serverController ?? this.presence ?? shared;
  }

  protected get environment(): Environment {
    return this.controller.environment;
  }

  /** Whether the element is in view, so that whom it shows is observed live. */
  protected get isInView(): boolean {
    return this.#inView.isInView;
  }

  /** Whether this is the first update of what a server has rendered: nothing is known yet. */
  protected get isHydrating(): boolean {
    return this.#serverController !== undefined;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    // A server renders English.
    this.localized = stringsFor(this.isHydrating ? '' : localeOf(this));
  }

  protected override update(changed: PropertyValues<this>): void {
    hydrateOrReplace(this, () => super.update(changed));
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (!this.#serverController) return;
    this.#serverController = undefined;
    this.requestUpdate();
  }

  #listening(root: HTMLElement | DocumentFragment): HTMLElement | DocumentFragment {
    // The `error` event of a picture does not bubble.
    root.addEventListener('error', this.#pictures.onError, { capture: true });
    return root;
  }
}
