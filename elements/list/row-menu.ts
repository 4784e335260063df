import type { Environment } from '../../src/environment.js';
import { isMenuKey } from './key-event.js';
import { LongPress } from './long-press.js';

/** Where a menu was asked for, in px of the viewport. */
export interface MenuPoint {
  readonly clientX: number;
  readonly clientY: number;
}

export interface RowMenuOptions {
  /** The element with the rows, which has the focus. */
  readonly scroller: HTMLElement;
  readonly environment: () => Environment;
  /** The key of the item whose menu an event asks for; `undefined` beside the rows and in fields. */
  readonly keyOf: (event: Event) => string | undefined;
  /** The row that the keyboard acts on, in view. */
  readonly activeRow: () => { readonly key: string; readonly element: HTMLElement } | undefined;
  /** Asks the page for the menu of an item; returns whether the page shows one. */
  readonly open: (key: string, point: MenuPoint) => boolean;
}

/**
 * Asks for the menu of a row, once for each right click, long press, menu key or Shift+F10. If the
 * page shows a menu, the browser shows none, and the finger that is lifted after a long press clicks
 * on nothing.
 */
export class RowMenu {
  readonly #options: RowMenuOptions;
  readonly #press: LongPress;
  /** Whether the pointer was used after the keyboard. */
  #isPointed = false;
  /** Whether the page shows a menu for the press that has not ended yet. */
  #isPressTaken = false;
  /** The browser's own event for a menu that was opened early. */
  #answered: Event | undefined;

  constructor(options: RowMenuOptions) {
    this.#options = options;
    const { scroller, environment, keyOf } = options;
    this.#press = new LongPress(scroller, environment, (event) => {
      const key = keyOf(event);
      return () => {
        if (key !== undefined) this.#isPressTaken = this.#openEarly(key, event);
      };
    });
    scroller.addEventListener('pointerdown', () => {
      this.#isPointed = true;
      this.#isPressTaken = false;
    });
    scroller.addEventListener('keydown', (event) => this.#onKeydown(event));
    scroller.addEventListener('contextmenu', (event) => this.#onContextMenu(event));
    scroller.addEventListener('click', (event) => this.#onClick(event), { capture: true });
  }

  disconnect(): void {
    this.#press.cancel();
  }

  #onKeydown(event: KeyboardEvent): void {
    this.#isPointed = false;
    if (event.target !== this.#options.scroller || event.defaultPrevented) return;
    if (!isMenuKey(event)) return;
    const isTaken = event.repeat || this.#openAtActiveRow(true);
    if (isTaken) event.preventDefault();
  }

  #onContextMenu(event: MouseEvent): void {
    this.#press.cancel();
    if (event.defaultPrevented || event === this.#answered) return;
    const { scroller, keyOf, open } = this.#options;
    const key = keyOf(event);
    // Assistive technology asks for the menu of what has the focus.
    const isOfFocus = event.target === scroller && !this.#isPointed;
    const isTaken =
      key === undefined ? isOfFocus && this.#openAtActiveRow(false) : open(key, event);
    if (isTaken) event.preventDefault();
  }

  #onClick(event: Event): void {
    if (!this.#isPressTaken) return;
    this.#isPressTaken = false;
    event.preventDefault();
    event.stopPropagation();
  }

  #openAtActiveRow(isEarly: boolean): boolean {
    const row = this.#options.activeRow();
    if (!row) return false;
    const { left, top, width, height } = row.element.getBoundingClientRect();
    const point = { clientX: left + width / 2, clientY: top + height / 2 };
    return isEarly ? this.#openEarly(row.key, point) : this.#options.open(row.key, point);
  }

  /**
   * Opens a menu before the browser asks for it, which some do at once, some when the key or finger
   * is lifted, and some never. By then the focus may be in the page's menu.
   */
  #openEarly(key: string, point: MenuPoint): boolean {
    const isTaken = this.#options.open(key, point);
    const stop = new AbortController();
    const { signal } = stop;
    const onNext = (event: Event): void => {
      if ((event as KeyboardEvent).repeat) return;
      stop.abort();
      if (event.type !== 'contextmenu') return;
      this.#answered = event;
      if (isTaken) event.preventDefault();
    };
    for (const type of ['contextmenu', 'keydown', 'pointerdown']) {
      const { ownerDocument } = this.#options.scroller;
      ownerDocument.addEventListener(type, onNext, { capture: true, signal });
    }
    return isTaken;
  }
}
