import { ListMeasures } from './list-measures.js';
import type { ListItems, VirtualRow } from './list-items.js';
import { EDGE, RowLayout } from './row-layout.js';
import type { RowMotion, RowPlaces } from './row-motion.js';
import { RowWindow } from './row-window.js';
import type { DrawScope } from './row-window.js';

/** A row, and where it is in px from the top of what is visible. */
interface Anchor {
  readonly key: string;
  readonly offset: number;
}

export interface RedrawOptions {
  /** The row that keeps its place on the screen, if it is visible. */
  readonly preferred?: string | undefined;
  /** After a change of order alone: the items that moved by themselves. */
  readonly moved?: ReadonlySet<string> | undefined;
  /** After a change of size alone. */
  readonly isResized?: boolean;
}

/** Where a list is scrolled to, how much of it is visible, and the rows that are drawn for that. */
export class RowViewport<Row extends VirtualRow> {
  readonly window: RowWindow<Row>;
  readonly #scroller: HTMLElement;
  readonly #items: ListItems<Row>;
  readonly #motion: RowMotion;
  readonly #onDraw: () => void;
  readonly #measures: ListMeasures;
  #layout = new RowLayout([], 0, 0);
  #top = 0;
  #isHidden = true;
  /** Whether the list was removed, after which the browser begins at its start again. */
  #isRemoved = false;
  /** The item to reveal once the list is no longer hidden. */
  #awaited: string | undefined;
  /** The row to return to its place, once the list is no longer hidden or too tall for that. */
  #kept: Anchor | undefined;

  /** @param onDraw called after rows were drawn or moved */
  constructor(scroller: HTMLElement, items: ListItems<Row>, motion: RowMotion, onDraw: () => void) {
    this.#scroller = scroller;
    this.#items = items;
    this.#motion = motion;
    this.#onDraw = onDraw;
    this.window = new RowWindow(items);
    scroller.prepend(this.window.element);
    this.#measures = new ListMeasures(
      scroller,
      () => this.#onMeasured(),
      () => this.#returnToPlace(),
    );
  }

  /** Starts to redraw after changes of size. */
  connect(): void {
    this.#measures.connect();
  }

  disconnect(): void {
    this.#isRemoved = true;
    this.#measures.disconnect();
  }

  /** The first row that is wholly visible. */
  get first(): number {
    const first = this.#layout.rowAt(this.#top + this.#layout.headingHeight);
    return !this.isVisible(first) && this.isVisible(first + 1) ? first + 1 : first;
  }

  /** Whether a row is wholly visible, and not under a heading. */
  isVisible(index: number): boolean {
    if (index < 0 || index >= this.#layout.count) return false;
    const { height, rowHeight } = this.#measures;
    const top = this.#layout.topOf(index) - this.#top;
    return top >= this.#layout.headingHeight && top + rowHeight <= height;
  }

  /** How many rows PageDown moves by. */
  get pageSize(): number {
    return Math.max(1, Math.floor(this.#measures.height / this.#measures.rowHeight) - 1);
  }

  /**
   * Draws all rows again. One row keeps its place on the screen: the preferred one if it is visible,
   * else the first visible row that has not moved by itself, except at the top of the list.
   */
  redraw({ preferred, moved, isResized = false }: RedrawOptions): void {
    const measures = this.#measures;
    if (!measures.rowHeight) measures.read();
    const places = this.#placesOnScreen();
    const kept = this.#kept && this.#isListed(this.#kept.key) ? this.#kept : undefined;
    const anchor = kept ?? this.#findAnchor(places, { preferred, moved });
    const headingHeight = this.#items.hasHeadings() ? measures.headingHeight : 0;
    const before = this.#layout;
    this.#layout = new RowLayout(this.#items.sections(), measures.rowHeight, headingHeight);
    if (this.#layout.height !== before.height) {
      // A list that the page gives no height is as tall as its rows.
      this.window.resize(this.#layout);
      measures.readHeight();
    }
    const top = anchor
      ? this.#layout.topOf(this.#items.indexOf(anchor.key)) - anchor.offset
      : this.#top;
    this.#drawAt(top, moved ? 'order' : 'content');
    if (!measures.height) this.#kept ??= anchor;
    else this.#kept = (kept || isResized) && top > this.#top ? anchor : undefined;
    // The same rows in another order; a filter, for example, or another size is not animated.
    if (!isResized && this.#layout.isOfSameRows(before)) {
      this.#motion.play(this.window.rows, places, this.#placesOnScreen());
    }
    const wasHidden = this.#isHidden;
    this.#isHidden = !measures.height;
    if (wasHidden && !this.#isHidden) this.#onShown();
  }

  /**
   * Redraws all rows and scrolls as little as needed for this one to be visible. A list that is
   * hidden does so when it is shown.
   */
  reveal(index: number): void {
    this.refresh();
    const { height, rowHeight } = this.#measures;
    if (height) this.#kept = undefined;
    this.#awaited = height ? undefined : this.#items.keyAt(index);
    const top = this.#layout.topOf(index);
    const lowest = top + rowHeight + EDGE - height;
    const highest = top - this.#layout.headingHeight - EDGE;
    this.#drawAt(height ? Math.max(lowest, Math.min(this.#top, highest)) : this.#top, 'content');
  }

  /**
   * Draws a list that was hidden until now, without waiting for the browser to say so; returns
   * whether it was.
   */
  refresh(): boolean {
    const wasHidden = !this.#measures.height;
    if (wasHidden && this.#measures.read()) this.#onMeasured();
    return wasHidden;
  }

  /** Draws again in place. */
  draw(scope: DrawScope): void {
    if (this.window.draw(this.#layout, this.#top, this.#measures.height, scope)) this.#onDraw();
  }

  scrollToStart(): void {
    this.#kept = undefined;
    this.#scroller.scrollTop = this.#top = 0;
  }

  /** Draws after the browser has scrolled. A list that is hidden has no place of its own to read. */
  onScroll(): void {
    if (!this.#measures.height || !this.#scroller.clientHeight) return;
    // The browser may have scrolled for a size that is reported after this.
    if (this.#measures.isOutdated && this.#measures.read()) this.#onMeasured();
    const top = this.#clamp(this.#scroller.scrollTop);
    if (Math.abs(top - this.#top) >= 1) this.#kept = undefined;
    this.#top = top;
    this.draw('scroll');
  }

  #onMeasured(): void {
    this.redraw({ isResized: true });
  }

  /** Scrolls a list that is shown again to where it was before, or to what was to be revealed. */
  #onShown(): void {
    this.#scroller.scrollTop = this.#top;
    const index = this.#awaited === undefined ? -1 : this.#items.indexOf(this.#awaited);
    if (index >= 0) this.reveal(index);
  }

  /** Scrolls a list that was moved in the page, or removed for a while, to where its rows are drawn. */
  #returnToPlace(): void {
    if (!this.#isRemoved || !this.#measures.height) return;
    this.#isRemoved = false;
    this.#scroller.scrollTop = this.#top;
  }

  #drawAt(wanted: number, scope: DrawScope): void {
    const before = this.#top;
    this.#top = this.#clamp(wanted);
    this.draw(scope);
    if (this.#top !== before) this.#scroller.scrollTop = this.#top;
  }

  /** A hidden list may get other rows before it is shown, and stays where it is until then. */
  #clamp(top: number): number {
    const { height } = this.#measures;
    return Math.max(0, height ? Math.min(top, this.#layout.height - height) : top);
  }

  /** Where the rows are that can be seen, if only in part; all that are drawn, once it is hidden. */
  #placesOnScreen(): RowPlaces {
    // They were drawn with the sizes of the layout, which may have changed since.
    const { rowHeight } = this.#layout;
    const height = this.#measures.height || Infinity;
    return new Map(
      this.window.rows
        .map(({ key, index }) => [key, this.#layout.topOf(index) - this.#top] as const)
        .filter(([, place]) => place > -rowHeight && place < height),
    );
  }

  #findAnchor(places: RowPlaces, { preferred, moved }: RedrawOptions): Anchor | undefined {
    const visible = [...places].map(([key, offset]) => ({ key, offset }));
    return (
      visible.find(({ key }) => key === preferred && this.#isListed(key)) ??
      (this.#top > 0
        ? visible.find(({ key }) => !moved?.has(key) && this.#isListed(key))
        : undefined)
    );
  }

  #isListed(key: string): boolean {
    return this.#items.indexOf(key) >= 0;
  }
}
