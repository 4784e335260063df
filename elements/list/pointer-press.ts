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
  /** What the button was pressed on. */
  readonly target: Node;
  /** The item that the row showed then, if it was pressed on a row. */
  readonly key: string | undefined;
}

/**
 * Follows a press of a pointer's main button on a list. Until it ends, no row may be moved: a browser
 * sends the click to what the button was pressed on, and to no row if that was taken out of its place,
 * if only for a moment. What a row contains may go nevertheless, as a picture does that fails, and the
 * row gets its click then, too.
 */
export class PointerPress {
  readonly #options: PointerPressOptions;
  #press: Press | undefined;

  constructor(options: PointerPressOptions) {
    this.#options = options;
    const { scroller } = options;
    scroller.addEventListener('pointerdown', (event) => {
      if (event.button === 0) this.#begin(event);
    });
    scroller.addEventListener('pointerup', (event) => this.#onRelease(event));
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
    const press = (this.#press = { listeners, target, key: rowOf(event)?.key });
    // A menu of the system takes the release to itself.
    for (const type of ['pointerup', 'pointercancel', 'contextmenu', 'pointermove']) {
      scroller.ownerDocument.addEventListener(type, (next) => this.#onNext(next, press), {
        capture: true,
        signal: listeners.signal,
      });
    }
  }

  #onNext(event: Event, press: Press): void {
    // A button that was released outside of the window raises no event.
    if (event.type === 'pointermove' && (event as PointerEvent).buttons > 0) return;
    press.listeners.abort();
    const delay = (event as PointerEvent).pointerType === 'touch' ? TAP_DELAY : 0;
    this.#options.environment().setTimer(() => {
      if (this.#press !== press) return;
      this.#press = undefined;
      this.#options.onEnd();
    }, delay);
  }

  /** Browsers send no click at all if what was pressed is gone, but for a finger. */
  #onRelease(event: PointerEvent): void {
    if (!this.#press || this.#press.target.isConnected) return;
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const row = this.#options.rowOf(event);
    if (row && this.isFor(row)) row.element.click();
  }
}
