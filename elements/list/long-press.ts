import type { Environment } from '../../src/environment.js';

/** How long a finger rests before it asks for a menu, in ms: as in Android. */
const DURATION = 500;

/** How far it may move meanwhile, in px: no finger is quite still. */
const TOLERANCE = 10;

/** Calls back when a finger or a pen rests on an element, and not when it scrolls or moves. */
export class LongPress {
  readonly #environment: () => Environment;
  readonly #onDown: (event: PointerEvent) => () => void;
  #start: PointerEvent | undefined;
  #cancelTimer: (() => void) | undefined;

  /** @param onDown called when a press begins; returns what to do once it is a long one */
  constructor(
    element: HTMLElement,
    environment: () => Environment,
    onDown: (event: PointerEvent) => () => void,
  ) {
    this.#environment = environment;
    this.#onDown = onDown;
    element.addEventListener('pointerdown', (event) => this.#begin(event));
    element.addEventListener('pointermove', (event) => this.#onMove(event));
    for (const type of ['pointerup', 'pointercancel', 'pointerleave', 'scroll']) {
      element.addEventListener(type, () => this.cancel());
    }
  }

  cancel(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  #begin(event: PointerEvent): void {
    this.cancel();
    // A second finger zooms or scrolls.
    if (event.pointerType === 'mouse' || !event.isPrimary) return;
    const onPress = this.#onDown(event);
    this.#start = event;
    this.#cancelTimer = this.#environment().setTimer(() => {
      this.cancel();
      onPress();
    }, DURATION);
  }

  #onMove({ clientX, clientY }: PointerEvent): void {
    if (!this.#start) return;
    const distance = Math.hypot(clientX - this.#start.clientX, clientY - this.#start.clientY);
    if (distance > TOLERANCE) this.cancel();
  }
}
