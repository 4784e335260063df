import type { ItemList } from './sdk-lists.js';

/** A list as the SDK has it, by its events and its responses, which may come late. */
export class SdkList<Item> implements ItemList<Item> {
  readonly #request: () => Promise<unknown> | undefined;
  readonly #onLoaded: () => void;
  #items: readonly Item[] = [];
  #userID: string | undefined;
  /** Counts up when a response under way has become void. */
  #version = 0;

  /** @param request the SDK's own call, which makes none to the service; `undefined` without a module */
  constructor(request: () => Promise<unknown> | undefined, onLoaded: () => void) {
    this.#request = request;
    this.#onLoaded = onLoaded;
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  /** What the SDK had for another user does not count. */
  start(userID: string): void {
    if (this.#userID !== userID) this.set([]);
    this.#userID = userID;
    void this.load();
  }

  /** Takes over what the SDK has published. */
  set(items: unknown): void {
    this.#version += 1;
    this.#items = Array.isArray(items) ? (items as Item[]) : [];
  }

  /** Asks the SDK for its list; something newer that comes meanwhile stays. */
  async load(): Promise<void> {
    const version = (this.#version += 1);
    try {
      const items = await this.#request();
      if (version !== this.#version) return;
      this.set(items);
    } catch {
      // The SDK says so by an event once it has the list.
      return;
    }
    this.#onLoaded();
  }
}
