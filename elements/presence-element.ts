import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Contact } from '../src/contacts/index.js';
import type { Environment } from '../src/environment.js';
import { stringsFor } from '../src/i18n/index.js';
import type { LocalizedStrings } from '../src/i18n/index.js';
import { PresenceController } from '../src/presence-controller.js';
import type { Presence } from '../src/presence.js';
import { presence as shared } from '../src/shared.js';
import { changedAttribute, withLowerCaseNames } from './attribute-names.js';
import { adoptDocumentStyles } from './document-styles.js';
import { awaitHydration } from './hydration.js';
import { localeOf } from './locale.js';
import { emptyRenderRoot, hydrateOrReplace, isHydrated } from './render-root.js';
import { WindowEnd } from './window-end.js';

/**
 * The base of all elements: it has a presence controller and a language, holds when it is moved to
 * another document, and hydrates what a server has rendered.
 */
export abstract class PresenceElement extends LitElement {
  static override get observedAttributes(): string[] {
    return withLowerCaseNames(super.observedAttributes);
  }

  /** The presence controller to use; by default, the page's shared one. */
  @property({ attribute: false }) presence?: PresenceController | undefined;

  /** Exists from the first update on. */
  protected localized!: LocalizedStrings;

  readonly #windowEnd = new WindowEnd(this);
  /** In place until what a server has rendered is hydrated: without a source, as it was there. */
  #serverController: PresenceController | undefined;
  /** Who was logged in at the last update. */
  #userID: string | undefined;

  constructor() {
    super();
    awaitHydration(this);
  }

  /** Restores the styles, which a move to another document drops. */
  adoptedCallback(): void {
    adoptDocumentStyles(this);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    const attribute = changedAttribute(this, name, old);
    if (attribute) super.attributeChangedCallback(attribute, old, value);
  }

  protected get controller(): PresenceController {
    // Preact sets an empty text for `null`.
    return this.#serverController ?? (this.presence || shared);
  }

  protected get environment(): Environment {
    return this.controller.environment;
  }

  /** Whether someone may see the element: it is in a document, whose window has not gone. */
  protected get isOnPage(): boolean {
    return this.isConnected && !this.#windowEnd.hasEnded;
  }

  /** What is shown of a user: nothing while statuses are switched off, or if the user is blocked. */
  protected shownPresence(user: Pick<Contact, 'userID' | 'blocked'>): Presence | undefined {
    const { controller } = this;
    const isShown = controller.displayOnlineStatus && !user.blocked;
    return isShown ? controller.presenceOf(user.userID) : undefined;
  }

  /** Whether this is the first update of what a server has rendered: nothing is known yet. */
  protected get isHydrating(): boolean {
    return this.#serverController !== undefined;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (!isHydrated(this)) return emptyRenderRoot(this);
    this.#serverController = new PresenceController();
    return super.createRenderRoot();
  }

  /** An update would observe users again, for no one to see. */
  protected override shouldUpdate(_changed: PropertyValues<this>): boolean {
    return !this.#windowEnd.hasEnded;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    // A server renders English.
    this.localized = stringsFor(this.isHydrating ? '' : localeOf(this));
    const { userID } = this.controller;
    if (this.#userID !== undefined && userID !== this.#userID) this.forgetUser();
    this.#userID = userID;
  }

  /** Drops what the last user did; called in an update, when another user, or none, is logged in. */
  protected forgetUser(): void {
    // Most elements keep nothing of their own.
  }

  protected override update(changed: PropertyValues<this>): void {
    hydrateOrReplace(this, () => super.update(changed));
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (!this.isHydrating) return;
    this.#serverController = undefined;
    this.requestUpdate();
  }
}
