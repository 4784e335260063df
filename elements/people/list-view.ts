import { fold } from '../../src/contacts/filter.js';
import type { Section } from '../../src/contacts/index.js';
import { EDGE, layOut } from './layout.js';
import type { ListRow } from './list-row.js';
import { virtualRows } from './virtual-rows.js';
import type { Extent, RowPainter } from './virtual-rows.js';
import { create, setAttribute } from './write.js';

/** Letters typed within this time of each other belong together, in ms. */
const TYPING = 1000;

/** What is listed: the rows' content and what becomes of them. */
export interface ListItems<Row extends ListRow> extends RowPainter<Row> {
  /** All rows in order; one section where there are no headings. */
  sections(): readonly Section[];
  count(): number;
  hasHeadings(): boolean;
  /** Where an item stands now; -1 for one that is not in the list. */
  indexOf(key: string): number;
  /** What a row is called, for whoever types its first letters. */
  nameAt(index: number): string;
  /** The user has chosen a row. */
  choose(index: number): void;
}

export type ListView<Row extends ListRow> = ReturnType<typeof listView<Row>>;

/**
 * A list of rows that scrolls, is read and is walked through by keyboard.
 *
 * The focus stays on the list and `aria-activedescendant` names the active row: rows are taken up
 * for other items as the list scrolls, and a focus on the row itself would be lost with it. A row
 * that scrolled out of sight is named by nothing until a key brings it back.
 *
 * @param scroller the listbox
 * @param changed called after other rows were drawn than before, or in other places
 */
export function listView<Row extends ListRow>(
  scroller: HTMLElement,
  items: ListItems<Row>,
  changed: () => void,
) {
  const rows = virtualRows(items);
  /** As tall as a row and as wide as a heading is tall: CSS alone knows their sizes. */
  const probe = create('div', 'probe');
  scroller.prepend(probe, rows.element);
  let layout = layOut([], 0, 0);
  /** How far the list is scrolled, and how much of it is seen, in px. */
  let top = 0;
  let height = 0;
  let rowHeight = 0;
  let headingHeight = 0;
  /** The row that the keyboard acts on, and where it was last. */
  let active = '';
  let activeIndex = 0;
  let typed = '';
  let typedUntil = 0;

  const draw = (extent: Extent): void => {
    if (!rows.draw(layout, top, height, extent)) return;
    const row = rows.rowOf(active);
    if (row) setAttribute(scroller, 'aria-activedescendant', row.element.id);
    else scroller.removeAttribute('aria-activedescendant');
    changed();
  };

  const drawAt = (wanted: number, extent: Extent): void => {
    const before = top;
    top = Math.max(0, Math.min(wanted, layout.height - height));
    draw(extent);
    if (top !== before) scroller.scrollTop = top;
  };

  const activate = (index: number, isByKeys: boolean): void => {
    active = items.keyAt(index);
    activeIndex = index;
    scroller.classList.toggle('by-keys', isByKeys);
    const place = layout.topOf(index);
    const lowest = place + rowHeight + EDGE - height;
    const highest = place - layout.headingHeight - EDGE;
    // Under a pointer nothing may move.
    drawAt(isByKeys ? Math.max(lowest, Math.min(top, highest)) : top, 2);
  };

  const measure = (): boolean => {
    const before = [height, rowHeight, headingHeight].join();
    height = scroller.clientHeight;
    rowHeight = probe.offsetHeight;
    headingHeight = probe.offsetWidth;
    return before !== [height, rowHeight, headingHeight].join();
  };

  /** The next row that begins so, from the active one on and round. */
  const find = (letter: string, now: number): number => {
    typed = (now < typedUntil ? typed : '') + fold(letter);
    typedUntil = now + TYPING;
    // One letter again and again goes through the rows that begin with it.
    const isRepeated = typed === typed[0]!.repeat(typed.length);
    const wanted = isRepeated ? typed[0]! : typed;
    const count = items.count();
    for (let step = isRepeated ? 1 : 0; step <= count; step++) {
      const index = (activeIndex + step) % count;
      if (fold(items.nameAt(index)).startsWith(wanted)) return index;
    }
    return -1;
  };

  const redraw = (moved?: ReadonlySet<string>): void => {
    if (!rowHeight) measure();
    const before = layout;
    const placeOf = ({ index }: Row): number => before.topOf(index) - top;
    const isListed = ({ key }: Row): boolean => items.indexOf(key) >= 0;
    const seen = rows.rows.filter((row) => placeOf(row) > -rowHeight && placeOf(row) < height);
    layout = layOut(items.sections(), rowHeight, items.hasHeadings() ? headingHeight : 0);
    const anchor =
      (scroller.matches(':focus') && seen.find((row) => row.key === active && isListed(row))) ||
      (top > 0 && seen.find((row) => !moved?.has(row.key) && isListed(row)));
    if (active && layout.count) {
      const index = items.indexOf(active);
      activeIndex = index < 0 ? Math.min(activeIndex, layout.count - 1) : index;
      active = items.keyAt(activeIndex);
    }
    drawAt(anchor ? layout.topOf(items.indexOf(anchor.key)) - placeOf(anchor) : top, moved ? 1 : 2);
  };

  const observer = new ResizeObserver(() => {
    if (measure()) redraw();
  });

  return {
    rows,

    /** The key of the row that the keyboard acts on. */
    get active(): string {
      return active;
    },

    /** Listens to changes of size, and to one that there was before: after the first paint will do. */
    connect(): void {
      observer.observe(scroller);
      observer.observe(probe);
    },

    disconnect(): void {
      observer.disconnect();
    },

    /**
     * Draws everything anew; with `moved`, after a mere change of order, in which these moved by
     * themselves. The active row of a list with the focus keeps its place on the screen, else the
     * first row in sight does that has not moved by itself. Who was active and has left the list
     * hands over to the one that took the place.
     */
    redraw,

    scrollToStart(): void {
      scroller.scrollTop = top = 0;
    },

    scrolled(): void {
      top = Math.max(0, Math.min(scroller.scrollTop, layout.height - height));
      draw(0);
    },

    /** @param selected the key to begin with, unless a row is active already */
    focused(selected: string): void {
      const index = items.indexOf(active || selected);
      activate(index < 0 ? layout.rowAt(top) : index, scroller.matches(':focus-visible'));
    },

    clicked(event: Event): void {
      const row = rows.rows.find(({ element }) => element.contains(event.target as Node));
      if (!row || event.defaultPrevented) return;
      activate(row.index, false);
      items.choose(row.index);
    },

    /** @param now epoch ms */
    pressed(event: KeyboardEvent, now: number): void {
      const { key } = event;
      const last = layout.count - 1;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || last < 0)
        return;
      const page = Math.max(1, Math.floor(height / rowHeight) - 1);
      const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page }[key];
      const index = items.indexOf(active);
      if ([...key].length === 1 && (key !== ' ' || now < typedUntil)) {
        const found = find(key, now);
        if (found >= 0) activate(found, true);
      } else if (key === 'Enter' || key === ' ') {
        if (index >= 0) items.choose(index);
      } else if (step || key === 'Home' || key === 'End') {
        const wanted = step ? index + step : key === 'Home' ? 0 : last;
        activate(Math.max(0, Math.min(wanted, last)), true);
      } else {
        return;
      }
      event.preventDefault();
    },
  };
}
