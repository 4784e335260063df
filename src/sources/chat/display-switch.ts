import type { ChatInstance } from './chat-instance.js';

const switches = new WeakMap<ChatInstance, DisplaySwitch>();

/**
 * Whether statuses are shown, for all that use one instance of the SDK. The engine has such a switch
 * (`switchUserStatus`), the SDK alone has none. Off at first, as the engine's.
 */
export class DisplaySwitch {
  #isOn = false;
  readonly #listeners = new Set<(on: boolean) => void>();

  static of(chat: ChatInstance): DisplaySwitch {
    let own = switches.get(chat);
    if (!own) switches.set(chat, (own = new DisplaySwitch()));
    return own;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  set(on: boolean): void {
    if (on === this.#isOn) return;
    this.#isOn = on;
    for (const listener of [...this.#listeners]) listener(on);
  }

  /** Returns the stop. */
  observe(listener: (on: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
