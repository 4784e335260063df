import type { Section } from '../../src/contacts/index.js';
import { GroupElement } from './group-element.js';
import { EDGE, RowGeometry } from './row-geometry.js';
import { create, putAfter, setAttribute, setLength } from './write.js';

/** Rows drawn beyond what is seen, most of them ahead, so that most steps of a scroll need no script. */
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

/**
 * A window of rows that wanders through a list of any length: as many rows as are seen, and a few
 * more, each taken up again for the item that comes into sight.
 *
 * The window is as tall as its rows and sticks, by negative insets, to the edge it would leave
 * behind. So a browser that scrolls faster than scripts run shows rows that are late, never a blank.
 */
export class VirtualRows<Row extends VirtualRow> {
  /** As tall as all rows would be; goes into the element that scrolls. */
  readonly element: HTMLElement;
  geometry = new RowGeometry([], 1, 0);
  /** How far the list is scrolled, and how much of it is seen, in px. */
  top = 0;
  height = 0;

  readonly #painter: RowPainter<Row>;
  readonly #window: HTMLElement;
  readonly #groups = new Map<string, GroupElement>();
  #rows: readonly Row[] = [];
  #byKey = new Map<string, Row>();

  constructor(painter: RowPainter<Row>) {
    this.#painter = painter;
    this.element = create('div', 'space');
    this.#window = create('div', 'window');
    this.element.append(this.#window);
  }

  /** The rows that are drawn, by index. */
  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** The row that shows an item, if one does. */
  rowOf(key: string): Row | undefined {
    return this.#byKey.get(key);
  }

  /** The rows that are seen, the first and the last perhaps in part. */
  get visible(): readonly Row[] {
    const { first, last } = this.#seen;
    return this.#rows.filter(({ index }) => index >= first && index <= last);
  }

  /** Takes what the list has scrolled to, and draws what came into sight; whether anything did. */
  scrolledTo(top: number): boolean {
    const before = this.top;
    this.top = Math.max(0, Math.min(top, this.geometry.height - this.height));
    if (this.#isSeenDrawn) return false;
    this.#draw(this.top < before, false, false);
    return true;
  }

  /**
   * Draws the rows again after the items, their order or their sizes have changed. After a mere
   * change of order, rows that were drawn before need no painting.
   */
  draw(isPainted: boolean): void {
    setLength(this.element, 'height', this.geometry.height);
    this.#draw(false, true, isPainted);
  }

  /** Lets all rows go, for another kind of them. */
  clear(): void {
    for (const row of this.#rows) row.element.remove();
    this.#rows = [];
    this.#byKey.clear();
  }

  /** Where the list has to be scrolled to for a row to be seen whole, beside a heading that sticks. */
  topToSee(index: number): number {
    const { rowHeight, headingHeight } = this.geometry;
    const top = this.geometry.topOf(index);
    return Math.max(
      top + rowHeight + EDGE - this.height,
      Math.min(this.top, top - headingHeight - EDGE),
    );
  }

  /** Brings the nodes into the order of the list, for whoever reads them one by one. */
  tidy(): void {
    let group: GroupElement | undefined;
    let before: Element | null = null;
    for (const row of this.#rows) {
      const mine = this.#groupOf(row);
      if (mine !== group) {
        putAfter(this.#window, group?.element ?? null, mine.element);
        group = mine;
        before = mine.heading;
      }
      putAfter(mine.element, before, row.element);
      before = row.element;
    }
  }

  /** The first and the last row that are seen, perhaps in part. */
  get #seen(): { first: number; last: number } {
    const { geometry, top, height } = this;
    return { first: geometry.rowAt(top), last: geometry.rowAt(top + height - 1) };
  }

  get #isSeenDrawn(): boolean {
    const { first, last } = this.#seen;
    const from = this.#rows[0];
    return from !== undefined && first >= from.index && last <= this.#rows.at(-1)!.index;
  }

  #draw(isUpward: boolean, anew: boolean, isPainted: boolean): void {
    const { count, rowHeight } = this.geometry;
    const size =
      this.height > 0 && rowHeight > 0
        ? Math.min(count, Math.ceil(this.height / rowHeight) + 1 + SPARE)
        : 0;
    const seen = this.#seen;
    const wanted =
      this.#rows.length === size && this.#isSeenDrawn
        ? this.#rows[0]!.index
        : isUpward
          ? seen.last + BEHIND + 1 - size
          : seen.first - BEHIND;
    const first = Math.max(0, Math.min(wanted, count - size));
    const idOf = anew ? (row: Row) => row.key : (row: Row) => row.index;
    const spare = new Map(this.#rows.map((row) => [idOf(row), row]));
    const rows: (Row | undefined)[] = [];
    for (let index = first; index < first + size; index++) {
      const id = anew ? this.#painter.keyAt(index) : index;
      rows.push(spare.get(id));
      spare.delete(id);
    }
    this.#drawGroups(first, size);
    const free = [...spare.values()];
    this.#rows = rows.map((known, place) => {
      const row = known ?? free.pop() ?? this.#painter.createRow();
      if (anew || !known) this.#place(row, first + place);
      if (isPainted || !known) this.#painter.paintRow(row);
      return row;
    });
    for (const row of free) row.element.remove();
    this.#byKey = new Map(this.#rows.map((row) => [row.key, row]));
  }

  #place(row: Row, index: number): void {
    const { count } = this.geometry;
    row.index = index;
    row.key = this.#painter.keyAt(index);
    setLength(row.element, 'top', this.geometry.topInSection(index));
    setAttribute(row.element, 'aria-posinset', String(index + 1));
    setAttribute(row.element, 'aria-setsize', String(count));
    const group = this.#groupOf(row).element;
    if (row.element.parentNode !== group) group.append(row.element);
  }

  #groupOf(row: Row): GroupElement {
    return this.#groups.get(this.geometry.sections[this.geometry.sectionOf(row.index)]!.key)!;
  }

  #drawGroups(first: number, size: number): void {
    const { geometry } = this;
    const gone = new Set(this.#groups.keys());
    if (size > 0) {
      const last = first + size - 1;
      const from = geometry.sectionOf(first);
      const to = geometry.sectionOf(last);
      const top =
        first === geometry.sections[from]!.start
          ? geometry.sectionTop(from)
          : geometry.topOf(first);
      const height = geometry.topOf(last) + geometry.rowHeight - top;
      const inset = Math.min(0, this.height - height);
      setLength(this.#window, 'marginTop', top);
      setLength(this.#window, 'height', height);
      setLength(this.#window, 'top', inset);
      setLength(this.#window, 'bottom', inset);
      for (let number = from; number <= to; number++) {
        const section = geometry.sections[number]!;
        let group = this.#groups.get(section.key);
        if (!group) this.#groups.set(section.key, (group = new GroupElement()));
        gone.delete(section.key);
        setLength(group.element, 'top', geometry.sectionTop(number) - top);
        setLength(group.element, 'height', geometry.sectionHeight(number));
        group.paint(geometry.headingHeight > 0 ? this.#painter.headingOf(section) : undefined);
        if (!group.element.parentNode) this.#window.append(group.element);
      }
    }
    for (const key of gone) {
      this.#groups.get(key)!.element.remove();
      this.#groups.delete(key);
    }
  }
}
