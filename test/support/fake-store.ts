import type { Status } from './fake-chat.js';

/** The status type with which an update takes a user out of the engine's map. */
export const REMOVED = -1;

type Watcher = (value: unknown) => void;

/** The engine's store: one status map, changed in place, and watchers called at every update. */
export class FakeStore {
  readonly #watchers = new Map<string, Set<Watcher>>();
  readonly #values = new Map<string, unknown>();
  readonly #statuses = new Map<string, Status>();

  constructor() {
    this.reset();
    // The first login replaces the first map by a second one, which then stays.
    this.#values.set('user userStatusList', new Map());
  }

  watch(store: string, watchers: Record<string, Watcher>): void {
    for (const [key, watcher] of Object.entries(watchers)) {
      const path = `${store} ${key}`;
      let known = this.#watchers.get(path);
      if (!known) this.#watchers.set(path, (known = new Set()));
      known.add(watcher);
      const value = this.#values.get(path);
      if (key === 'conversationList' && (value as unknown[]).length === 0) continue;
      watcher(value);
    }
  }

  unwatch(store: string, watchers: Record<string, Watcher>): void {
    for (const [key, watcher] of Object.entries(watchers)) {
      this.#watchers.get(`${store} ${key}`)?.delete(watcher);
    }
  }

  getData(store: string, key: string): unknown {
    return this.#values.get(`${store} ${key}`);
  }

  update(store: string, key: string, value: unknown): void {
    const path = `${store} ${key}`;
    if (key === 'userStatusList') {
      const entries = value as (Partial<Status> & { userID: string })[];
      const map = this.#values.get(path) as Map<string, Status>;
      if (entries.length === 0) map.clear();
      for (const { userID, statusType = 0, customStatus = '' } of entries) {
        if (statusType === REMOVED) map.delete(userID);
        else map.set(userID, { statusType, customStatus });
      }
    } else {
      this.#values.set(path, value);
    }
    const current = this.#values.get(path);
    // A watcher that throws stops those after it.
    for (const watcher of this.#watchers.get(path) ?? []) watcher(current);
  }

  /** The number of watchers. */
  get watchers(): number {
    return [...this.#watchers.values()].reduce((count, { size }) => count + size, 0);
  }

  /** Sets everything but the statuses to its first value, and calls no watcher. */
  reset(): void {
    this.#values.set(
      'app enabledOnlineStatus',
      this.getData('app', 'enabledOnlineStatus') ?? false,
    );
    this.#values.set('user userStatusList', this.#statuses);
    this.#values.set('user displayOnlineStatus', false);
    this.#values.set('user userBlacklist', []);
    this.#values.set('user userProfile', {});
    this.#values.set('user kickedOut', '');
    this.#values.set('user netStateChange', '');
    this.#values.set('friend friendList', []);
    this.#values.set('conv conversationList', []);
  }
}
