import type { ReactiveController } from 'lit';
import type { Environment } from '../../src/environment.js';
import { isFromEditableContent, isFromInteractiveContent } from './interactive-content.js';
import { isComposing, isShortcut } from './key-event.js';
import type { ListItems } from './list-items.js';
import type { ListRow } from './list-row.js';
import { PointerPress } from './pointer-press.js';
import { RowFocus } from './row-focus.js';
import { RowMenu } from './row-menu.js';
import { RowMotion } from './row-motion.js';
import { RowViewport } from './row-viewport.js';
import { setAttribute } from './set-if-changed.js';
import { Typeahead } from './typeahead.js';

export interface ListboxOptions<Row extends ListRow> {
  /** The element with the role `listbox`, which scrolls. */
  readonly scroller: HTMLElement;
  readonly items: ListItems<Row>;
  /** The key of the selected item, with which the keyboard starts. */
  readonly selected: () => string;
  readonly environment: () => Environment;
  /** The language of the names, as a BCP 47 tag. */
  readonly lang: () => string;
  /** Called after rows were drawn or moved. */
  readonly onDraw: () => void;
}

/**
 * A list of rows that scrolls and is operated by pointer and keyboard.
 *
 * The focus stays on the list and `aria-activedescendant` names the active row: rows are reused for
 * other items while the list scrolls, and a focus on a row would be lost. While the active row is
 * scrolled out of view nothing is named, until a key brings it back.
 */
export class Listbox<Row extends ListRow> implements ReactiveController {
  readonly #scroller: HTMLElement;
  readonly #items: ListItems<Row>;
  readonly #selected: () => string;
  readonly #environment: () => Environment;
  readonly #lang: () => string;
  readonly #menu: RowMenu;
  readonly #press: PointerPress;
  readonly #viewport: RowViewport<Row>;
  readonly #typeahead = new Typeahead();
  /** The item that the keyboard acts on, and its place. */
  #active = '';
  #activeIndex = 0;
  /** Whether the focus that comes now leaves the list where it is scrolled to. */
  #isStaying = false;

  constructor({ scroller, items, selected, environment, lang, onDraw }: ListboxOptions<Row>) {
    this.#scroller = scroller;
    this.#items = items;
    this.#selected = selected;
    this.#environment = environment;
    this.#lang = lang;
    this.#viewport = new RowViewport(scroller, items, new RowMotion(environment), () => {
      setAttribute(scroller, 'aria-activedescendant', this.rowOf(this.#active)?.element.id);
      rowFocus.check();
      onDraw();
    });
    const rowFocus = new RowFocus(
      scroller,
      (event) => this.#rowAt(event),
      ({ index }) => this.#activate(index),
      () => this.focus({ preventScroll: true }),
    );
    this.#menu = new RowMenu({
      scroller,
      environment,
      keyOf: (event) => {
        const row = this.#rowAt(event);
        return row && !isFromEditableContent(event, row.element) ? row.key : undefined;
      },
      activeRow: () => this.#revealActive(),
      open: (key, point) => {
        const index = items.indexOf(key);
        if (index < 0) return false;
        this.#activate(index);
        return items.openMenu(index, point);
      },
    });
    this.#press = new PointerPress({
      scroller,
      environment,
      rowOf: (event) => this.#clickableRowAt(event),
      onEnd: () => this.syncDomOrder(),
    });
    scroller.addEventListener('scroll', () => this.#viewport.onScroll());
    scroller.addEventListener('keydown', (event) => this.#onKeydown(event));
    scroller.addEventListener('click', (event) => this.#onClick(event));
    scroller.addEventListener('focus', () => this.#onFocus());
  }

  hostConnected(): void {
    this.#viewport.connect();
  }

  hostDisconnected(): void {
    this.#viewport.disconnect();
    this.#menu.disconnect();
    this.#press.disconnect();
  }

  /** The rows on the page, by index. */
  get rows(): readonly Row[] {
    return this.#viewport.window.rows;
  }

  /** The key of the active row. */
  get active(): string {
    return this.#active;
  }

  /** The row that shows an item, if one does. */
  rowOf(key: string): Row | undefined {
    return this.#viewport.window.rowOf(key);
  }

  /** Whether the list itself has the focus, and not something in one of its rows. */
  get isFocused(): boolean {
    return this.#scroller.matches(':focus');
  }

  /** Focuses the list and leaves it where it is scrolled to: a row in view is active. */
  focus(options?: FocusOptions): void {
    this.#isStaying = true;
    this.#scroller.focus(options);
    this.#isStaying = false;
  }

  /** Makes an item active and brings it into view; does nothing if it is not listed. */
  show(key: string): void {
    const index = this.#items.indexOf(key);
    if (index >= 0) this.#reveal(index);
  }

  /**
   * Draws all rows again. The active row of a focused list keeps its place on the screen. If the
   * active item has left the list, the item that took its place is active.
   *
   * @param moved after a change of order alone: the items that moved by themselves
   */
  redraw(moved?: ReadonlySet<string>): void {
    const preferred = this.isFocused ? this.#active : undefined;
    const count = this.#items.count();
    if (this.#active && count > 0) {
      const index = this.#items.indexOf(this.#active);
      this.#activeIndex = index < 0 ? Math.min(this.#activeIndex, count - 1) : index;
      this.#active = this.#items.keyAt(this.#activeIndex);
    }
    this.#viewport.redraw({ preferred, moved });
  }

  /** Removes all rows, so that the next redraw creates new ones. */
  clear(): void {
    this.#viewport.window.clear();
  }

  scrollToStart(): void {
    this.#viewport.scrollToStart();
  }

  /** Begins at the start, with no active row: the items are those of another user or group. */
  reset(): void {
    this.#active = '';
    this.#activeIndex = 0;
    this.scrollToStart();
  }

  /** See `RowWindow`; while a pointer is pressed, the rows stay where they are in the document. */
  syncDomOrder(): void {
    if (!this.#press.isPressed) this.#viewport.window.syncDomOrder();
  }

  /** Makes an item active where it is: nothing may move under the pointer. */
  #activate(index: number): void {
    this.#setActive(index);
    this.#viewport.draw('content');
  }

  #reveal(index: number): void {
    this.#setActive(index);
    this.#viewport.reveal(index);
  }

  #setActive(index: number): void {
    this.#active = this.#items.keyAt(index);
    this.#activeIndex = index;
  }

  /** Brings the active row into view, if there is one. */
  #revealActive(): Row | undefined {
    this.show(this.#active);
    return this.rowOf(this.#active);
  }

  #outlineActive(isOutlined: boolean): void {
    this.#scroller.classList.toggle('by-keys', isOutlined);
  }

  /** The row that an event is in. */
  #rowAt({ target }: Event): Row | undefined {
    return this.rows.find(({ element }) => element.contains(target as Node));
  }

  /** The row that a click selects. */
  #clickableRowAt(event: Event): Row | undefined {
    const row = this.#rowAt(event);
    return row && !isFromInteractiveContent(event, row.element) ? row : undefined;
  }

  #onFocus(): void {
    if (this.#items.count() === 0) return;
    const isByKeyboard = this.#scroller.matches(':focus-visible');
    this.#outlineActive(isByKeyboard);
    // A dialog gives the focus as it opens; what it shows is where it was before.
    const isStaying = this.#viewport.refresh() || this.#isStaying;
    const wanted = this.#items.indexOf(this.#active || this.#selected());
    if (this.#viewport.isVisible(wanted)) this.#activate(wanted);
    else if (wanted < 0 || isStaying) this.#activate(this.#viewport.first);
    else if (isByKeyboard) this.#reveal(wanted);
    else this.#activate(wanted);
  }

  #onClick(event: Event): void {
    const row = this.#clickableRowAt(event);
    if (!row || event.defaultPrevented || !this.#press.isFor(row)) return;
    this.#outlineActive(false);
    this.#activate(row.index);
    this.#items.select(row.index);
  }

  #onKeydown(event: KeyboardEvent): void {
    const { key, repeat } = event;
    const count = this.#items.count();
    // What a row contains has its own keys.
    if (event.target !== this.#scroller || event.defaultPrevented || count === 0) return;
    if (isComposing(event) || isShortcut(event)) return;
    const now = this.#environment().elapsed();
    let index: number | undefined;
    if (this.#typeahead.accepts(key, now)) {
      index = this.#typeahead.find(key, now, {
        from: this.#activeIndex,
        count,
        nameAt: (each) => this.#items.nameAt(each),
        lang: this.#lang(),
      });
      // A letter that leads nowhere may be a shortcut of the page; a space would scroll.
      if (index < 0 && key !== ' ') return;
    } else if (key === 'Enter' || key === ' ') {
      const active = this.#items.indexOf(this.#active);
      if (active >= 0 && !repeat) this.#items.select(active);
    } else {
      index = this.#targetOf(key, count);
      if (index === undefined) return;
      index = Math.max(0, Math.min(index, count - 1));
    }
    if (index !== undefined && index >= 0) {
      this.#outlineActive(true);
      this.#reveal(index);
    }
    event.preventDefault();
  }

  /** The row that a key leads to; `undefined` for a key that leads nowhere. */
  #targetOf(key: string, count: number): number | undefined {
    const index = this.#items.indexOf(this.#active);
    switch (key) {
      case 'ArrowUp':
        return index - 1;
      case 'ArrowDown':
        return index + 1;
      case 'PageUp':
        return index - this.#viewport.pageSize;
      case 'PageDown':
        return index + this.#viewport.pageSize;
      case 'Home':
        return 0;
      case 'End':
        return count - 1;
      default:
        return undefined;
    }
  }
}
