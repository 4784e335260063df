import type { Environment } from '../../src/environment.js';
import type { ListRow } from './list-row.js';

/** How long after the release a finger's click may come, in ms: a second tap would zoom. */
const TAP_DELAY = 400;

export interface PointerPressOptions {
  /** The element with the rows. */
  readonly scroller: HTMLElement;
  readonly environment: () => Environment;
  /** The row that an event is in; `undefined` beside the rows and in what has clicks of its own. */
  readonly rowOf: (event: Event) => ListRow | undefined;
  /** Called after the click that a press ends with. */
  readonly onEnd: () => void;
}

interface Press {
  readonly listeners: AbortController;
  /** What the button was pressed on, with the texts in there: a browser may remember any of them. */
  readonly nodes: readonly Node[];
  /** The item that the row showed then, if it was pressed on a row. */
  readonly key: string | undefined;
  /** The row that the button of a mouse was released on. */
  released?: ListRow | undefined;
  isClicked?: boolean;
  isEnding?: boolean;
}

/**
 * Follows a press of a pointer's main button on a list. Until it ends, no row may be moved: a browser
 * sends the click to what the button was pressed on, and to no row if that was taken out of its place,
 * if only for a moment. What a row contains may go nevertheless, as a line does that is cleared, and
 * the row gets its click then, too.
 */
export class PointerPress {
  readonly #options: PointerPressOptions;
  #press: Press | undefined;

  constructor(options: PointerPressOptions) {
    this.#options = options;
    const { scroller, rowOf } = options;
    scroller.addEventListener('pointerdown', (event) => {
      if (event.button === 0) this.#begin(event);
    });
    scroller.addEventListener('pointerup', (event) => {
      // The click of a finger or a pen may come later, and goes to what is there by then.
      if (this.#press && event.pointerType === 'mouse') this.#press.released = rowOf(event);
    });
  }

  get isPressed(): boolean {
    return this.#press !== undefined;
  }

  /** Whether a click on a row is for the item that it shows: it may have shown another when pressed. */
  isFor({ key }: ListRow): boolean {
    return !this.#press || this.#press.key === key;
  }

  disconnect(): void {
    this.#press?.listeners.abort();
    this.#press = undefined;
  }

  #begin(event: PointerEvent): void {
    this.disconnect();
    const { scroller, rowOf } = this.#options;
    const target = event.composedPath()[0] as Node;
    const listeners = new AbortController();
    const press: Press = {
      listeners,
      nodes: [target, ...target.childNodes],
      key: rowOf(event)?.key,
    };
    this.#press = press;
    // A menu of the system takes the release to itself.
    for (const type of ['pointerup', 'pointercancel', 'contextmenu', 'pointermove', 'click']) {
      scroller.ownerDocument.addEventListener(type, (next) => this.#onNext(next, press), {
        capture: true,
        signal: listeners.signal,
      });
    }
  }

  #onNext({ type, buttons, pointerType }: Partial<PointerEvent>, press: Press): void {
    if (type === 'click') press.isClicked = true;
    // A button that was released outside of the window raises no event.
    if (press.isEnding || type === 'click' || (type === 'pointermove' && buttons)) return;
    press.isEnding = true;
    const delay = pointerType === 'touch' ? TAP_DELAY : 0;
    this.#options.environment().setTimer(() => {
      if (this.#press === press) this.#end(press);
    }, delay);
  }

  #end(press: Press): void {
    this.disconnect();
    const { nodes, released, isClicked } = press;
    // Browsers send no click if what was pressed has gone; Safari none if its text has.
    const isLost = !isClicked && nodes.some(({ isConnected }) => !isConnected);
    if (isLost && released && released.key === press.key) released.element.click();
    this.#options.onEnd();
  }
}
