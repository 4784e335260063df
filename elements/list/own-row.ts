import { html, noChange, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import { displayName } from '../../src/contacts/index.js';
import type { Contact } from '../../src/contacts/index.js';
import { statusWord } from '../../src/i18n/index.js';
import type { Strings } from '../../src/i18n/index.js';
import { UNKNOWN } from '../../src/presence.js';
import type { Presence } from '../../src/presence.js';
import { ListRow } from './list-row.js';
import { haveSameEntries } from './same-values.js';

/**
 * The page's own row: the result is rendered inside the row of the list, in its shadow root.
 *
 * @param previous the node that was returned for this row before, perhaps for another contact; a
 * component in it can be rendered again and returned once more
 */
export type RenderContact = (
  contact: Contact,
  presence: Presence,
  previous?: Node,
) => TemplateResult | Node;

/** Receives a node of {@link RenderContact} that has left the list, so that its component can end. */
export type ReleaseContact = (node: Node) => void;

export interface OwnRowOptions {
  /** The list, which no row can contain. */
  readonly host: Node;
  readonly release: ReleaseContact;
  readonly onError: (error: unknown) => void;
  /** The contact as the page gave it. */
  readonly originalOf: (contact: Contact) => Contact;
}

/** A row whose content the page renders with `renderContact`. Its accessible name is that content. */
export class OwnRow extends ListRow {
  #inputs: readonly unknown[] = [];
  #content: unknown;
  /** Lit keeps here what it has rendered. */
  #end: Comment | undefined;
  readonly #options: OwnRowOptions;

  constructor(options: OwnRowOptions) {
    super('row own-row');
    this.#options = options;
  }

  /** The node that the page returned last, if it returned one. */
  get #node(): Node | undefined {
    return this.#content instanceof Node ? this.#content : undefined;
  }

  /** @param renderContact called only if it, the contact, its fields or the presence have changed */
  paint(
    contact: Contact,
    presence: Presence | undefined,
    renderContact: RenderContact,
    strings: Strings,
  ): void {
    const original = this.#options.originalOf(contact);
    const inputs = [renderContact, presence, original, ...fieldsOf(original, contact)];
    if (!haveSameEntries(inputs, this.#inputs)) {
      this.#inputs = inputs;
      const before = this.#node;
      try {
        this.#content = renderContact(original, presence ?? UNKNOWN, before);
        assertRenderable(this.#content, this.#options.host);
      } catch (error) {
        this.#content = displayName(contact);
        this.#options.onError(error);
      }
      if (before && before !== this.#content) this.#release(before);
    }
    const status = presence ? statusWord(strings, presence) : '';
    try {
      this.#render(status);
    } catch (error) {
      // A template may contain what cannot be rendered; what Lit knows of the row is of no use then.
      this.#end = undefined;
      this.#content = displayName(contact);
      this.#render(status);
      this.#options.onError(error);
    }
    this.paintUser(contact.userID, presence);
  }

  #render(status: string): void {
    if (!this.#end) {
      this.#end = this.element.ownerDocument.createComment('');
      this.element.replaceChildren(this.#end);
    }
    render(
      html`<div class="own">${this.#content}</div>
        <span class="said">${status}</span>`,
      this.element,
      { renderBefore: this.#end },
    );
  }

  /** Gives the node back, once the row has left the list for good. */
  release(): void {
    const node = this.#node;
    this.#inputs = [];
    this.#content = undefined;
    if (node) this.#release(node);
  }

  #release(node: Node): void {
    try {
      this.#options.release(node);
    } catch (error) {
      this.#options.onError(error);
    }
  }
}

/**
 * The fields that a row may show, with their names. A page may change its own object and give a new
 * array with it, as reactive libraries have it done.
 *
 * @param contact what was read of the object when it arrived; without its groups, which are copied
 */
function fieldsOf(original: Contact, { name, remark, avatar, blocked }: Contact): unknown[] {
  const read = [name, remark, avatar, blocked];
  try {
    return [...read, ...Object.entries(original).flat()];
  } catch {
    // The object can no longer be read.
    return read;
  }
}

/** @throws TypeError for what is neither a template, nor a node that a row can contain, nor a text */
function assertRenderable(content: unknown, host: Node): void {
  if (content === nothing || content === noChange) return;
  if (content instanceof Node) {
    const isAround = content.nodeType === Node.DOCUMENT_NODE || isShadowIncluding(content, host);
    if (isAround) throw new TypeError('renderContact has returned a node around the list.');
  } else {
    // Throws for a symbol, and for an object without a text.
    `${content as string}`.at(0);
  }
}

function isShadowIncluding(ancestor: Node, node: Node): boolean {
  for (let each: Node | null = node; each;) {
    if (each === ancestor) return true;
    each = each.parentNode ?? (each instanceof ShadowRoot ? each.host : null);
  }
  return false;
}
