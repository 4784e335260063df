import type { Presence } from '../../src/presence.js';
import type { VirtualRow } from './list-items.js';
import { setAttribute } from './set-if-changed.js';

let count = 0;

/** What all rows of a listbox have in common: an ID, a state, and the user that they are about. */
export abstract class ListRow implements VirtualRow {
  readonly element = document.createElement('div');
  key = '';
  index = -1;
  /** What the row shows; `undefined` while it shows no status. */
  presence: Presence | undefined;
  readonly #className: string;

  constructor(className = 'row') {
    this.#className = className;
    this.element.setAttribute('role', 'option');
    // For `aria-activedescendant`.
    this.element.id = `row-${count++}`;
  }

  paintState(isSelected: boolean, isActive: boolean): void {
    const state = `${isSelected ? ' selected' : ''}${isActive ? ' active' : ''}`;
    setAttribute(this.element, 'class', this.#className + state);
    setAttribute(this.element, 'part', isSelected ? 'row row-selected' : 'row');
    setAttribute(this.element, 'aria-selected', String(isSelected));
  }

  /** Names the user and the status in attributes, for the tests of a page. */
  protected paintUser(userID: string | undefined, presence: Presence | undefined): void {
    this.presence = presence;
    setAttribute(this.element, 'data-user-id', userID);
    setAttribute(this.element, 'data-status', presence?.status);
    setAttribute(this.element, 'data-freshness', presence?.freshness);
  }
}
