import type { Section } from '../../src/contacts/index.js';
import { rowForKey, Typeahead } from './keys.js';
import type { ListRow } from './list-row.js';
import { RowGeometry } from './row-geometry.js';
import { VirtualRows } from './virtual-rows.js';
import type { RowPainter } from './virtual-rows.js';
import { create, setAttribute } from './write.js';

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

/**
 * A list of rows that scrolls, is read and is walked through by keyboard.
 *
 * The focus stays on the list and `aria-activedescendant` names the active row: rows are taken up
 * for other items as the list scrolls, and a focus on the row itself would be lost with it. A row
 * that scrolled out of sight is named by nothing until a key brings it back.
 */
export class ListView<Row extends ListRow> {
  readonly rows: VirtualRows<Row>;
  readonly #scroller: HTMLElement;
  /** As tall as a row and as wide as a heading is tall: CSS alone knows their sizes. */
  readonly #probe = create('div', 'probe');
  readonly #items: ListItems<Row>;
  readonly #changed: () => void;
  readonly #typeahead = new Typeahead();
  readonly #observer = new ResizeObserver(() => this.#resized());
  #rowHeight = 0;
  #headingHeight = 0;
  #active = '';
  /** Where the active row was, for the time when its item has left the list. */
  #activeIndex = 0;

  /**
   * @param scroller the listbox
   * @param changed called after other rows were drawn than before, or in other places
   */
  constructor(scroller: HTMLElement, items: ListItems<Row>, changed: () => void) {
    this.#scroller = scroller;
    this.#items = items;
    this.#changed = changed;
    this.rows = new VirtualRows(items);
    scroller.prepend(this.#probe, this.rows.element);
  }

  /** The key of the row that the keyboard acts on. */
  get active(): string {
    return this.#active;
  }

  connect(): void {
    this.#observer.observe(this.#scroller);
    this.#observer.observe(this.#probe);
  }

  disconnect(): void {
    this.#observer.disconnect();
  }

  /**
   * Draws everything that is seen anew. The active row of a list with the focus keeps its place on
   * the screen, else the first row in sight does that has not `moved` by itself.
   */
  redraw(moved?: ReadonlySet<string>): void {
    const { rows } = this;
    const hasFocus = this.#scroller.matches(':focus');
    if (!this.#rowHeight) this.#measure();
    const before = rows.visible.map(({ key, index }) => ({ key, top: rows.geometry.topOf(index) }));
    const anchors = hasFocus ? before.filter(({ key }) => key === this.#active) : [];
    if (rows.top > 0) anchors.push(...before.filter(({ key }) => !moved?.has(key)));

    const sections = this.#items.sections();
    const headingHeight = this.#items.hasHeadings() ? this.#headingHeight : 0;
    rows.geometry = new RowGeometry(sections, this.#rowHeight, headingHeight);
    this.#keepActive();

    let top = rows.top;
    for (const anchor of anchors) {
      const index = this.#items.indexOf(anchor.key);
      if (index < 0) continue;
      top += rows.geometry.topOf(index) - anchor.top;
      break;
    }
    this.#drawAt(top, !moved);
  }

  /** Shows the list from its beginning. */
  scrollToStart(): void {
    this.rows.top = 0;
    this.#scroller.scrollTop = 0;
  }

  /** Makes a row the active one; `isSeen` brings it into sight. */
  activate(index: number, isSeen: boolean): void {
    if (index < 0 || index >= this.rows.geometry.count) return;
    this.#active = this.#items.keyAt(index);
    this.#activeIndex = index;
    this.#scroller.classList.toggle('by-keys', isSeen);
    this.#drawAt(isSeen ? this.rows.topToSee(index) : this.rows.top, true);
  }

  focused(selected: string): void {
    if (this.#items.indexOf(this.#active) < 0) {
      const { rows } = this;
      this.#activeIndex = this.#items.indexOf(selected);
      if (this.#activeIndex < 0) this.#activeIndex = rows.visible[0]?.index ?? 0;
    } else {
      this.#activeIndex = this.#items.indexOf(this.#active);
    }
    // Under a pointer that is about to click nothing may move.
    this.activate(this.#activeIndex, this.#scroller.matches(':focus-visible'));
  }

  scrolled(): void {
    if (this.rows.scrolledTo(this.#scroller.scrollTop)) this.#drawn();
  }

  clicked(event: Event): void {
    const row = this.rows.rows.find(({ element }) => element.contains(event.target as Node));
    if (!row || event.defaultPrevented) return;
    this.activate(row.index, false);
    this.#items.choose(row.index);
  }

  /** @param now epoch ms */
  pressed(event: KeyboardEvent, now: number): void {
    const { rows } = this;
    const { count, rowHeight } = rows.geometry;
    const { key } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !count) return;
    const active = this.#items.indexOf(this.#active);
    const isLetter = [...key].length === 1 && (key !== ' ' || this.#typeahead.isTyping(now));
    if (isLetter) {
      const found = this.#typeahead.find(key, now, active, count, this.#items.nameAt);
      if (found !== undefined) this.activate(found, true);
    } else if (key === 'Enter' || key === ' ') {
      if (active >= 0) this.#items.choose(active);
    } else {
      const page = Math.max(1, Math.floor(rows.height / rowHeight) - 1);
      const index = rowForKey(key, active, count, page);
      if (index === undefined) return;
      this.activate(index, true);
    }
    event.preventDefault();
  }

  /** A list whose active item has gone goes on with the one that took its place. */
  #keepActive(): void {
    const { count } = this.rows.geometry;
    if (!this.#active || count === 0) return;
    const index = this.#items.indexOf(this.#active);
    this.#activeIndex = index < 0 ? Math.min(this.#activeIndex, count - 1) : index;
    if (index < 0) this.#active = this.#items.keyAt(this.#activeIndex);
  }

  #drawAt(top: number, isPainted: boolean): void {
    const { rows } = this;
    const { height } = rows.geometry;
    const before = rows.top;
    rows.top = Math.max(0, Math.min(top, height - rows.height));
    rows.draw(isPainted);
    if (rows.top !== before) this.#scroller.scrollTop = rows.top;
    this.#drawn();
  }

  #drawn(): void {
    const row = this.rows.rowOf(this.#active);
    if (row) setAttribute(this.#scroller, 'aria-activedescendant', row.element.id);
    else this.#scroller.removeAttribute('aria-activedescendant');
    this.#changed();
  }

  #measure(): boolean {
    const { rows } = this;
    const [height, rowHeight] = [rows.height, this.#rowHeight];
    rows.height = this.#scroller.clientHeight;
    this.#rowHeight = this.#probe.offsetHeight;
    this.#headingHeight = this.#probe.offsetWidth;
    return height !== rows.height || rowHeight !== this.#rowHeight;
  }

  #resized(): void {
    if (this.#measure()) this.redraw();
  }
}
