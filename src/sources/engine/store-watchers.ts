import type { ChatEngine } from './chat-engine.js';

/** Callbacks for the values of a store, by key. */
export type Watcher = Record<string, (value: unknown) => void>;

/** Watches the engine's stores until `stop`; the engine calls each watcher at once with what is there. */
export class StoreWatchers {
  readonly #engine: ChatEngine;
  readonly #watchers: readonly (readonly [storeName: string, watcher: Watcher])[];

  constructor(engine: ChatEngine, watchers: Readonly<Record<'USER' | 'FRIEND' | 'CONV', Watcher>>) {
    const { StoreName } = engine;
    this.#engine = engine;
    this.#watchers = [
      [StoreName.USER, watchers.USER],
      [StoreName.FRIEND, watchers.FRIEND],
      [StoreName.CONV, watchers.CONV],
    ];
    for (const [storeName, watcher] of this.#watchers) engine.TUIStore.watch(storeName, watcher);
  }

  stop(): void {
    for (const [storeName, watcher] of this.#watchers) {
      this.#engine.TUIStore.unwatch(storeName, watcher);
    }
  }
}
