import { adaptToHost } from './host-box.js';
import { setLengths } from './set-if-changed.js';

/** Rows lower than this, in px, have room for one line. */
const TWO_LINES = 44;

/** A hidden box is taller than this if its custom property is not set, or no length. */
const UNSET = 100_000;

/**
 * The height of a list, of a row and of a heading in a DOM without a layout, such as jsdom, in px: the
 * list has about a hundred rows then, which the tests of a page can find.
 */
const WITHOUT_LAYOUT = [95 * 60, 60, 28] as const;

/** What a list measures, each by the height of a hidden box. */
type Size = 'avatar' | 'dot' | 'row' | 'max' | 'heading' | 'name' | 'line' | 'default-row';

const SIZES: readonly Size[] = [
  'avatar',
  'dot',
  'row',
  'max',
  'heading',
  'name',
  'line',
  'default-row',
];

/**
 * The sizes of a list that CSS alone knows, in px.
 *
 * Each custom property of the page is the height of a hidden box. A value that is no length leaves
 * the box as tall as its content, which stands for the default, so that a wrong value never empties
 * a list. The rows are drawn with what was measured: styles and scripts agree to the pixel.
 */
export class ListMeasures {
  /** The visible height of the scroller, without a padding that the page gives it. */
  height = 0;
  rowHeight = 0;
  headingHeight = 0;
  readonly #scroller: HTMLElement;
  readonly #box: HTMLElement;
  readonly #sizes = new Map(SIZES.map((name) => [name, sizeBox(name)]));
  readonly #onChange: () => void;
  readonly #onObserved: () => void;
  #resizeObserver: ResizeObserver | undefined;
  /** The height of the scroller when it was read, with the padding. */
  #clientHeight = 0;

  /**
   * @param onChange called after a size has changed, before the page is painted
   * @param onObserved called after each look at the sizes, also the first one after `connect()`
   */
  constructor(scroller: HTMLElement, onChange: () => void, onObserved: () => void) {
    this.#scroller = scroller;
    this.#box = scroller.closest<HTMLElement>('.box')!;
    this.#onChange = onChange;
    this.#onObserved = onObserved;
    const sizes = document.createElement('div');
    sizes.className = 'sizes';
    sizes.setAttribute('aria-hidden', 'true');
    sizes.append(...this.#sizes.values());
    // Less deep than the scroller, whose size may change while these are reported.
    this.#box.after(sizes);
  }

  connect(): void {
    // An observer is called in the frames of its own window, and a pop-up has others than its opener.
    const view = this.#scroller.ownerDocument.defaultView;
    // A DOM without a browser may lack it.
    this.#resizeObserver =
      view?.ResizeObserver &&
      new view.ResizeObserver(() => {
        if (this.#read()) this.#onChange();
        this.#onObserved();
        // The observed sizes may depend on it, and must not change while they are reported.
        view.requestAnimationFrame(() => adaptToHost(this.#box));
      });
    this.#resizeObserver?.observe(this.#scroller);
    for (const size of this.#sizes.values()) this.#resizeObserver?.observe(size);
  }

  disconnect(): void {
    this.#resizeObserver?.disconnect();
  }

  /** Whether the scroller has another height than the one that was read. */
  get isOutdated(): boolean {
    return this.#scroller.clientHeight !== this.#clientHeight;
  }

  /** Reads the sizes; returns whether one has changed. */
  read(): boolean {
    adaptToHost(this.#box);
    return this.#read();
  }

  /** Reads the height of the scroller, which may depend on that of its rows. */
  readHeight(): void {
    if (!hasLayout(this.#scroller)) return;
    const style = getComputedStyle(this.#scroller);
    const padding =
      style.boxSizing === 'border-box' ? px(style.paddingTop) + px(style.paddingBottom) : 0;
    this.#clientHeight = this.#scroller.clientHeight;
    // A list that is not rendered has no computed height in px.
    this.height = this.#clientHeight > 0 ? Math.max(0, Math.floor(px(style.height) - padding)) : 0;
  }

  #read(): boolean {
    const before = this.#key;
    if (!hasLayout(this.#scroller)) {
      [this.height, this.rowHeight, this.headingHeight] = WITHOUT_LAYOUT;
      return before !== this.#key;
    }
    // Nothing is known of a list that is not rendered: it keeps its sizes, and its place.
    const isRendered = this.#box.getClientRects().length > 0;
    if (isRendered) this.#readSizes(this.#heightOf('heading'));
    this.readHeight();
    return before !== this.#key;
  }

  #readSizes(heading: number): void {
    const avatar = this.#heightOf('avatar', 40);
    const row = this.#heightOf(
      'row',
      Math.max(this.#heightOf('default-row'), avatar + this.#heightOf('name')),
    );
    const isOneLine = row < TWO_LINES;
    const isOwn = this.#box.classList.contains('own-rows');
    const lines = this.#heightOf('name') + (isOneLine ? 0 : this.#heightOf('line'));
    this.#box.classList.toggle('one-line', isOneLine);
    this.rowHeight = isOwn ? row : Math.max(row, avatar, lines);
    this.headingHeight = heading;
    const isDotGiven = getComputedStyle(this.#box).getPropertyValue('--tui-online-dot-size') !== '';
    if (isDotGiven && !this.#heightOf('dot')) setLengths(this.#box, { '--_dot': 12 });
    else this.#box.style.removeProperty('--_dot');
    setLengths(this.#box, {
      '--_avatar': avatar,
      '--_row-height': this.rowHeight,
      '--_heading-height': heading,
      '--_max': this.#heightOf('max', 400),
    });
  }

  #heightOf(name: Size, byDefault = 0): number {
    // Not its offsetHeight, which engines give in units of their own under the zoom of a page.
    const height = Math.round(px(getComputedStyle(this.#sizes.get(name)!).height));
    return height > UNSET ? byDefault : height;
  }

  get #key(): string {
    return [this.height, this.rowHeight, this.headingHeight].join();
  }
}

function sizeBox(name: Size): HTMLElement {
  const box = document.createElement('div');
  box.className = `size-${name}`;
  return box;
}

/** A computed length in px; 0 for what is not rendered. */
function px(length: string): number {
  return parseFloat(length) || 0;
}

/** A DOM without a browser has a window with a size, and a page without one. */
function hasLayout({ ownerDocument }: Element): boolean {
  const { defaultView, documentElement } = ownerDocument;
  return !defaultView?.innerHeight || documentElement.clientHeight > 0;
}
