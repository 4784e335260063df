import type { ItemList } from '../chat/sdk-lists.js';
import type { ChatEngine } from './chat-engine.js';

/**
 * An array that the engine publishes in one of its stores. The engine keeps the array of the last
 * user until it publishes one for the next (friends at most once a second), so an array that was there
 * when another user logged in does not count.
 */
export class StoreList<Item> implements ItemList<Item> {
  readonly #read: () => unknown;
  #userID: string | undefined;
  #outdated: unknown;

  constructor(engine: ChatEngine, storeName: string, key: string) {
    this.#read = () => engine.TUIStore.getData(storeName, key);
  }

  /** What the engine holds for the logged-in user: empty until it has published something. */
  get items(): readonly Item[] | undefined {
    const value = this.#read();
    if (!Array.isArray(value)) return undefined;
    return value === this.#outdated ? [] : (value as Item[]);
  }

  /** A user has logged in. What the engine holds for the first user it is connected for counts. */
  start(userID: string): void {
    const isOther = this.#userID !== undefined && this.#userID !== userID;
    this.#outdated = isOther ? this.#read() : undefined;
    this.#userID = userID;
  }
}
