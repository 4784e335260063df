import type { Section } from '../../src/contacts/index.js';
import type { Layout } from './layout.js';
import { create, putAfter, setAttribute, setLengths, setText } from './write.js';

/** Rows drawn beyond what is seen, most of them ahead: most steps of a scroll need no script then. */
const SPARE = 4;
/** How many of those stay behind. */
const BEHIND = 1;

/** A row that is drawn: nodes that serve one item after another. */
export interface VirtualRow {
  readonly element: HTMLElement;
  /** Which item the row shows. */
  key: string;
  /** Its place in the list, from 0. */
  index: number;
}

/** What the window asks of its list. */
export interface RowPainter<Row extends VirtualRow> {
  createRow(): Row;
  /** What tells one item from all others, so that its row goes with it when the order changes. */
  keyAt(index: number): string;
  /** Writes the item at `row.index` into the row, where it differs from what is there. */
  paintRow(row: Row): void;
  /** The words and the count of a heading. */
  headingOf(section: Section): readonly [label: string, count: string];
}

/** How much of the window is to be drawn. */
export type Extent =
  /** What came into sight by scrolling. */
  | 0
  /** All places: the order or the sizes have changed. */
  | 1
  /** All places, and what is in the rows. */
  | 2;

/**
 * A window of rows that wanders through a list of any length: as many rows as are seen, and a few
 * more, each taken up again for the item that comes into sight.
 *
 * The window is as tall as its rows and sticks, by negative insets, to the edge it would leave
 * behind. So a browser that scrolls faster than scripts run shows rows that are late, never a blank.
 *
 * A closure and no class: what is private to it shrinks to single letters.
 */
export function virtualRows<Row extends VirtualRow>(painter: RowPainter<Row>) {
  const element = create('div', 'space');
  const block = create('div', 'window');
  element.append(block);
  let rows: readonly Row[] = [];
  let byKey = new Map<string, Row>();
  let groups = new Map<string, HTMLElement>();

  const paintHeading = (group: HTMLElement, section: Section): void => {
    if (!group.firstChild) {
      const heading = create('div', 'group', 'group');
      // The group is called the same.
      heading.setAttribute('aria-hidden', 'true');
      heading.append(create('span', 'label'), ' ', create('span', ''));
      group.append(heading);
    }
    const words = painter.headingOf(section);
    const [label, count] = group.firstElementChild!.children;
    setText(label!, words[0]);
    setText(count!, words[1]);
    setAttribute(group, 'aria-label', words.join(' '));
  };

  /** Draws the sections that these rows are in, and the window around them; by their numbers. */
  const drawGroups = (
    { sections, tops, rowHeight, headingHeight, sectionOf, topOf }: Layout,
    first: number,
    last: number,
    height: number,
  ): HTMLElement[] => {
    const before = groups;
    const drawn: HTMLElement[] = [];
    groups = new Map();
    if (last >= first) {
      const from = sectionOf(first);
      const start = sections[from]!.start === first ? tops[from]! : topOf(first);
      const tall = topOf(last) + rowHeight - start;
      const inset = Math.min(0, height - tall);
      setLengths(block, { 'margin-top': start, height: tall, top: inset, bottom: inset });
      for (let number = from; number <= sectionOf(last); number++) {
        const section = sections[number]!;
        // Without headings a section is no group.
        const key = headingHeight ? `#${section.key}` : '';
        const group = before.get(key) ?? create('div', 'section');
        groups.set(key, group);
        drawn[number] = group;
        setAttribute(group, 'role', key ? 'group' : 'presentation');
        if (key) paintHeading(group, section);
        setLengths(group, {
          top: tops[number]! - start,
          height: headingHeight + section.count * rowHeight,
        });
      }
    }
    for (const [key, group] of before) if (!groups.has(key)) group.remove();
    return drawn;
  };

  return {
    /** As tall as all rows would be; goes into what scrolls. */
    element,

    /** The rows that are drawn, by index. */
    get rows(): readonly Row[] {
      return rows;
    },

    /** The row that shows an item, if one does. */
    rowOf: (key: string): Row | undefined => byKey.get(key),

    /** Draws what is seen from `top` on, and says whether there was anything to do. */
    draw(layout: Layout, top: number, height: number, extent: Extent): boolean {
      const { count, rowHeight, rowAt, sectionOf } = layout;
      const from = rowAt(top);
      const to = rowAt(top + height - 1);
      // The first rows are those that are seen: the spare ones wait until they are painted.
      const isFirst = rows.length === 0;
      const most = isFirst ? to - from + 1 : Math.ceil(height / rowHeight) + 1 + SPARE;
      const size = height && rowHeight ? Math.min(count, most) : 0;
      let first = rows[0]?.index ?? 0;
      const isUpward = from < first;
      const isDrawn = rows.length === size && !isUpward && to < first + size;
      if (isDrawn && !extent) return false;
      if (!isDrawn) first = isUpward ? to + BEHIND + 1 - size : from - (isFirst ? 0 : BEHIND);
      first = Math.max(0, Math.min(first, count - size));

      setLengths(element, { height: layout.height });
      const drawn = drawGroups(layout, first, first + size - 1, height);
      const spare = new Set(rows);
      const kept = Array.from({ length: size }, (_, place) => {
        const row = byKey.get(painter.keyAt(first + place));
        return row && spare.delete(row) ? row : undefined;
      });
      rows = kept.map((known, place) => {
        const [unused] = spare;
        const row = known ?? unused ?? painter.createRow();
        spare.delete(row);
        const index = first + place;
        const section = sectionOf(index);
        row.index = index;
        row.key = painter.keyAt(index);
        setLengths(row.element, { top: layout.topOf(index) - layout.tops[section]! });
        setAttribute(row.element, 'aria-posinset', String(index + 1));
        setAttribute(row.element, 'aria-setsize', String(count));
        if (!known || extent > 1) painter.paintRow(row);
        const group = drawn[section]!;
        if (row.element.parentNode !== group) group.append(row.element);
        return row;
      });
      // With their rows in them: one insertion for all.
      for (const group of groups.values()) if (!group.parentNode) block.append(group);
      for (const row of spare) row.element.remove();
      byKey = new Map(rows.map((row) => [row.key, row]));
      return true;
    },

    /** Lets all rows go, for another kind of them. */
    clear(): void {
      for (const row of rows) row.element.remove();
      rows = [];
      byKey.clear();
    },

    /** Brings the nodes into the order of the list, for whoever reads them one by one. */
    tidy(): void {
      let group: Element | null = null;
      let before: Element | null = null;
      for (const row of rows) {
        const parent: Element = row.element.parentElement!;
        if (parent !== group) {
          putAfter(block, group, parent);
          group = parent;
          before = parent.querySelector('.group');
        }
        putAfter(parent, before, row.element);
        before = row.element;
      }
    },
  };
}
