import type { Environment } from '../../src/environment.js';

/**
 * Knows whether the main button of a pointer is pressed on an element. Meanwhile no node in there may
 * be moved: a browser sends the click to what the button was pressed on, and to no row if that was
 * taken out of its place, if only for a moment.
 */
export class PointerPress {
  readonly #element: HTMLElement;
  readonly #environment: () => Environment;
  readonly #onEnd: () => void;
  #listeners: AbortController | undefined;

  /** @param onEnd called after the click that the press ends with */
  constructor(element: HTMLElement, environment: () => Environment, onEnd: () => void) {
    this.#element = element;
    this.#environment = environment;
    this.#onEnd = onEnd;
    element.addEventListener('pointerdown', ({ button }) => {
      if (button === 0) this.#begin();
    });
  }

  get isPressed(): boolean {
    return this.#listeners !== undefined;
  }

  disconnect(): void {
    this.#listeners?.abort();
    this.#listeners = undefined;
  }

  #begin(): void {
    this.disconnect();
    const listeners = (this.#listeners = new AbortController());
    const onEnd = (event: Event): void => {
      // A button that was released outside of the window raises no event.
      if (event.type === 'pointermove' && (event as PointerEvent).buttons > 0) return;
      listeners.abort();
      this.#environment().setTimer(() => {
        if (this.#listeners !== listeners) return;
        this.#listeners = undefined;
        this.#onEnd();
      }, 0);
    };
    // A menu of the system takes the release to itself.
    for (const type of ['pointerup', 'pointercancel', 'contextmenu', 'pointermove']) {
      this.#element.ownerDocument.addEventListener(type, onEnd, {
        capture: true,
        signal: listeners.signal,
      });
    }
  }
}
