import type { ListItems, VirtualRow } from './list-items.js';
import type { RowLayout } from './row-layout.js';
import { RowSections } from './row-sections.js';
import { setAttribute, setLengths } from './set-if-changed.js';

/** Rows drawn beyond the visible ones, so that most steps of a scroll draw nothing. */
const OVERSCAN = 4;
/** How many of them are on the side that the list scrolls away from. */
const OVERSCAN_BEHIND = 1;

/**
 * How much to draw: the rows that a scroll brought into view; all places, after the order or the
 * sizes have changed; or all places and the content of all rows.
 */
export type DrawScope = 'scroll' | 'order' | 'content';

/**
 * A window of rows that moves through a list of any length: the visible rows and a few more, each
 * reused for an item that comes into view.
 */
export class RowWindow<Row extends VirtualRow> {
  /** As tall as all rows together; goes into the scroller. */
  readonly element = document.createElement('div');
  readonly #items: ListItems<Row>;
  readonly #sections: RowSections;
  #rows: readonly Row[] = [];
  #byKey = new Map<string, Row>();

  constructor(items: ListItems<Row>) {
    this.#items = items;
    this.#sections = new RowSections((section) => items.headingOf(section));
    this.element.className = 'space';
    this.element.append(this.#sections.element);
  }

  /** The rows on the page, by index. */
  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** The row that shows an item, if one does. */
  rowOf(key: string): Row | undefined {
    return this.#byKey.get(key);
  }

  /** Makes the scroller's content as tall as all rows. */
  resize(layout: RowLayout): void {
    setLengths(this.element, { height: layout.height });
  }

  /** Draws the rows that are visible from `top` on; returns whether there was anything to draw. */
  draw(layout: RowLayout, top: number, height: number, scope: DrawScope): boolean {
    const { count } = layout;
    const size = windowSize(layout, height);
    let first = this.#rows[0]?.index ?? 0;
    const from = layout.rowAt(top);
    const to = layout.rowAt(top + height - 1);
    const isUpward = from < first;
    const isDrawn = this.#rows.length === size && !isUpward && to < first + size;
    if (isDrawn && scope === 'scroll') return false;
    if (!isDrawn) first = isUpward ? to + OVERSCAN_BEHIND + 1 - size : from - OVERSCAN_BEHIND;
    first = Math.max(0, Math.min(first, count - size));

    this.resize(layout);
    const sections = this.#sections.draw(layout, first, first + size - 1, height);
    this.#assignRows(first, size);
    for (const row of this.#rows) {
      const section = layout.sectionOf(row.index);
      setLengths(row.element, { top: layout.topOf(row.index) - layout.tops[section]! });
      setAttribute(row.element, 'aria-posinset', String(row.index + 1));
      setAttribute(row.element, 'aria-setsize', String(count));
      const isNew = this.#byKey.get(row.key) !== row;
      if (isNew || scope === 'content') this.#items.paintRow(row);
      const group = sections[section]!;
      if (row.element.parentNode !== group) group.append(row.element);
    }
    this.#sections.append();
    this.#byKey = new Map(this.#rows.map((row) => [row.key, row]));
    return true;
  }

  /** Removes all rows. */
  clear(): void {
    for (const row of this.#rows) this.#remove(row);
    this.#rows = [];
    this.#byKey.clear();
  }

  /**
   * Brings the nodes into the order of the list, in which assistive technology reads them. Too slow
   * for each step of a scroll.
   */
  syncDomOrder(): void {
    let group: Element | null = null;
    let before: Element | null = null;
    for (const { element } of this.#rows) {
      const parent: Element = element.parentElement!;
      if (parent !== group) {
        moveAfter(this.#sections.element, group, parent);
        group = parent;
        before = parent.querySelector('.group');
      }
      moveAfter(parent, before, element);
      before = element;
    }
  }

  /** Gives each item a row: the one that shows it already, else one that is free, else a new one. */
  #assignRows(first: number, size: number): void {
    // Not by `Array.from`: Prototype.js and MooTools replace it.
    const keys: string[] = [];
    for (let place = 0; place < size; place++) keys.push(this.#items.keyAt(first + place));
    const free = new Set(this.#rows);
    const kept = keys.map((key) => this.#byKey.get(key));
    for (const row of kept) if (row) free.delete(row);
    this.#rows = keys.map((key, place) => {
      const [unused] = free;
      const row = kept[place] ?? unused ?? this.#items.createRow();
      free.delete(row);
      row.key = key;
      row.index = first + place;
      return row;
    });
    for (const row of free) this.#remove(row);
  }

  #remove(row: Row): void {
    row.element.remove();
    this.#items.releaseRow?.(row);
  }
}

function windowSize({ count, rowHeight }: RowLayout, height: number): number {
  if (!height || !rowHeight) return 0;
  return Math.min(count, Math.ceil(height / rowHeight) + 1 + OVERSCAN);
}

/** Moves a child only if it is not there yet; `before` is `null` for the first. */
function moveAfter(parent: Element, before: Element | null, child: Element): void {
  if (child.previousElementSibling === before && child.parentNode === parent) return;
  if (before) before.after(child);
  else parent.prepend(child);
}
