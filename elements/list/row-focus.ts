import { isFocusLost } from './focus-return.js';
import type { VirtualRow } from './list-items.js';

/** What has the focus inside a row that the page renders. */
interface Focused {
  readonly element: Element;
  readonly row: VirtualRow;
  /** The item that the row showed when it got the focus. */
  readonly key: string;
}

/**
 * Returns the focus from inside a row to the list when the row is removed or shows another item:
 * what is typed for one person must not go to another.
 */
export class RowFocus {
  readonly #scroller: HTMLElement;
  readonly #onLost: () => void;
  #focused: Focused | undefined;

  /**
   * @param rowOf the row that an event is in
   * @param onFocus called with the row that contains the focus
   * @param onLost called when the focus has to return to the list
   */
  constructor(
    scroller: HTMLElement,
    rowOf: (event: Event) => VirtualRow | undefined,
    onFocus: (row: VirtualRow) => void,
    onLost: () => void,
  ) {
    this.#scroller = scroller;
    this.#onLost = onLost;
    scroller.addEventListener('focusin', (event) => {
      const row = rowOf(event);
      this.#focused = row && { element: event.target as Element, row, key: row.key };
      if (row) onFocus(row);
    });
    // The removal of an element takes the focus from it too, in some browsers with an event.
    scroller.addEventListener('focusout', () => {
      const focused = this.#focused;
      queueMicrotask(() => {
        if (focused?.element.isConnected && !this.#isActive(focused.element)) this.#forget(focused);
      });
    });
  }

  /** Called after rows were drawn. */
  check(): void {
    const focused = this.#focused;
    if (!focused) return;
    const { element, row, key } = focused;
    if (row.key === key && element.isConnected) return;
    this.#focused = undefined;
    if (this.#isActive(element) || isFocusLost(this.#scroller)) this.#onLost();
  }

  #isActive(element: Element): boolean {
    return (this.#scroller.getRootNode() as ShadowRoot).activeElement === element;
  }

  #forget(focused: Focused): void {
    if (this.#focused === focused) this.#focused = undefined;
  }
}
