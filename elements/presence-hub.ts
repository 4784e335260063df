import type { PresenceController } from '../src/presence-controller.js';
import { observeLocale } from './locale.js';

/** The events that concern every element of a controller. */
const EVENTS = ['tui-presence-display', 'tui-presence-state', 'tui-presence-error'];

const hubs = new WeakMap<PresenceController, PresenceHub>();

/**
 * Calls back after a change that concerns every element of one controller: its display, its state,
 * its error, or the language. A thousand elements add no more listeners and observers than one.
 */
export class PresenceHub {
  readonly #controller: PresenceController;
  readonly #listeners = new Set<() => void>();
  readonly #notify = (): void => this.#listeners.forEach((listener) => listener());
  #stopLocale: (() => void) | undefined;

  /** The hub that the elements of a controller share. */
  static of(controller: PresenceController): PresenceHub {
    let hub = hubs.get(controller);
    if (!hub) hubs.set(controller, (hub = new PresenceHub(controller)));
    return hub;
  }

  constructor(controller: PresenceController) {
    this.#controller = controller;
  }

  add(listener: () => void): void {
    if (this.#listeners.size === 0) {
      for (const type of EVENTS) this.#controller.addEventListener(type, this.#notify);
      this.#stopLocale = observeLocale(this.#notify);
    }
    this.#listeners.add(listener);
  }

  remove(listener: () => void): void {
    if (!this.#listeners.delete(listener) || this.#listeners.size > 0) return;
    for (const type of EVENTS) this.#controller.removeEventListener(type, this.#notify);
    this.#stopLocale?.();
  }
}
