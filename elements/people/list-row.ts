import { render } from 'lit/html.js';
import type { Presence } from '../../src/presence.js';
import type { VirtualRow } from './virtual-rows.js';
import { create, setAttribute, setText } from './write.js';

let count = 0;

/** What every row of a listbox has: it can be named, selected and active. */
export abstract class ListRow implements VirtualRow {
  readonly element: HTMLElement;
  key = '';
  index = -1;
  /** What was painted last: the user is observed twice, and two listeners tell the same. */
  presence: Presence | undefined;
  #className = 'row';

  constructor(element: HTMLElement) {
    this.element = element;
    element.setAttribute('role', 'option');
    // For `aria-activedescendant`.
    element.id = `row-${count++}`;
  }

  paintState(isSelected: boolean, isActive: boolean): void {
    const className = `row${isSelected ? ' selected' : ''}${isActive ? ' active' : ''}`;
    if (className !== this.#className) this.element.className = this.#className = className;
    setAttribute(this.element, 'part', isSelected ? 'row row-selected' : 'row');
    setAttribute(this.element, 'aria-selected', String(isSelected));
  }
}

/** A row whose content is the page's own: whatever Lit can render. Its name is that content. */
export class OwnRow extends ListRow {
  readonly #content = create('div', 'own');
  readonly #status = create('span', 'said');
  #inputs: readonly unknown[] = [];

  constructor() {
    super(create('div', 'row', 'row'));
    // What a page renders is cut where its row ends.
    this.element.style.contain = 'strict';
    this.element.append(this.#content, ' ', this.#status);
  }

  /** Renders again only if one of the inputs is another than before. */
  paintContent(inputs: readonly unknown[], content: () => unknown): void {
    if (inputs.every((input, place) => input === this.#inputs[place])) return;
    this.#inputs = inputs;
    render(content(), this.#content);
  }

  /** What is spoken after the content. */
  paintStatus(text: string): void {
    setText(this.#status, text);
  }
}
