import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Environment } from '../../src/environment.js';

/** How long after the last movement or key the order is deferred, in ms. */
const WAIT = 5000;

/** How long after the pointer or the focus has left the list, in ms. */
const GRACE = 300;

export interface OrderGuardOptions {
  readonly environment: () => Environment;
  /** Called when the order need not be deferred any longer. */
  readonly onRelease: () => void;
}

/** What a user works in a list with. */
type Means = 'pointer' | 'keys';

/**
 * Defers re-sorting while the user moves the pointer over the list or types in it, so that rows do
 * not move under the user. A pointer at rest and a mere focus defer nothing.
 */
export class OrderGuard implements ReactiveController {
  readonly #options: OrderGuardOptions;
  /** The cancel of the timer of each means that is in use. */
  readonly #inUse = new Map<Means, () => void>();
  #lastPlace = '';

  constructor(host: ReactiveControllerHost & HTMLElement, options: OrderGuardOptions) {
    this.#options = options;
    host.addController(this);
    const movements = ['pointermove', 'pointerdown', 'touchmove', 'wheel'];
    for (const type of movements) {
      host.addEventListener(type, (event) => this.#onPointer(event), { passive: true });
    }
    host.addEventListener('pointerleave', () => this.#leave('pointer'));
    for (const type of ['keydown', 'input']) {
      host.addEventListener(type, () => this.#use('keys', WAIT), { capture: true });
    }
    host.addEventListener('focusout', ({ relatedTarget }) => {
      // The focus moves inside the list.
      if (relatedTarget instanceof Node && host.contains(relatedTarget)) return;
      this.#leave('keys');
    });
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Whether the order has to stay as it is for now. */
  get isDeferring(): boolean {
    return this.#inUse.size > 0;
  }

  /** Defers no longer, without a call of `onRelease`. */
  stop(): void {
    for (const cancel of this.#inUse.values()) cancel();
    this.#inUse.clear();
    this.#lastPlace = '';
  }

  #onPointer(event: Event): void {
    if (event.type === 'pointermove') {
      // Browsers repeat the event for a pointer at rest when the page moves under it.
      const { screenX, screenY } = event as PointerEvent;
      const place = `${screenX} ${screenY}`;
      if (place === this.#lastPlace) return;
      this.#lastPlace = place;
    }
    this.#use('pointer', WAIT);
  }

  #leave(means: Means): void {
    if (this.#inUse.has(means)) this.#use(means, GRACE);
  }

  #use(means: Means, ms: number): void {
    this.#inUse.get(means)?.();
    const cancel = this.#options.environment().setTimer(() => {
      this.#inUse.delete(means);
      if (!this.isDeferring) this.#options.onRelease();
    }, ms);
    this.#inUse.set(means, cancel);
  }
}
