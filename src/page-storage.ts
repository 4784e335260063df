/** As much of the origin's storage as is used. */
export interface OriginStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/**
 * Texts that outlive the page, in `localStorage`. Where a browser denies it, and where it is full,
 * they live as long as the page.
 */
export class PageStorage {
  readonly #storage: () => OriginStorage | undefined;
  readonly #texts = new Map<string, string>();

  /** @param storage may throw, as the browser's does where it is denied */
  constructor(
    storage: () => OriginStorage | undefined = () =>
      (globalThis as { localStorage?: OriginStorage }).localStorage,
  ) {
    this.#storage = storage;
  }

  get(key: string): string | undefined {
    const text = this.#texts.get(key);
    if (text !== undefined) return text;
    try {
      return this.#storage()?.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  set(key: string, text: string): void {
    try {
      this.#storage()!.setItem(key, text);
      this.#texts.delete(key);
    } catch {
      this.#texts.set(key, text);
    }
  }

  remove(key: string): void {
    this.#texts.delete(key);
    try {
      this.#storage()?.removeItem(key);
    } catch {
      // Nothing was stored then.
    }
  }
}
