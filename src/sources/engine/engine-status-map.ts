import type { StatusEntry } from '../../presence.js';
import type { ChatEngine } from './chat-engine.js';

/** The status type with which an update takes a user out of the map: the engine's `UNSUB_USER`. */
const REMOVED = -1;
/** The status type "unknown", also of entries to which the service gave none. */
const UNKNOWN_TYPE = 0;

/**
 * The engine's own map of statuses (`userStatusList` of the USER store). The engine has one Map,
 * changes it in place and replaces the entry of a user who changes, so that a comparison of entries
 * by identity finds what has changed: some tenths of a millisecond for 20,000 users.
 */
export class EngineStatusMap {
  readonly #engine: ChatEngine;
  /** The entries as they were at the last pull, in the Map's order. */
  #pulled: unknown[] = [];

  constructor(engine: ChatEngine) {
    this.#engine = engine;
  }

  /** Returns the entries that have changed since the last pull. */
  pull(): StatusEntry[] {
    const changed: StatusEntry[] = [];
    let place = 0;
    for (const [userID, entry] of this.#map ?? []) {
      if (entry !== this.#pulled[place]) {
        this.#pulled[place] = entry;
        const { statusType, customStatus = '' } = Object(entry) as Partial<StatusEntry>;
        if (statusType) changed.push({ userID, statusType, customStatus });
      }
      place += 1;
    }
    this.#pulled.length = place;
    return changed;
  }

  /** The next pull returns every entry. */
  pullAllAgain(): void {
    this.#pulled = [];
  }

  has(userID: string): boolean {
    return this.#map?.has(userID) ?? false;
  }

  write(entries: readonly StatusEntry[]): void {
    this.#engine.TUIStore.update(this.#engine.StoreName.USER, 'userStatusList', [...entries]);
  }

  /** The map outlives the user it was filled for; an update without entries empties it. */
  clear(): void {
    if (this.#map?.size) this.write([]);
  }

  /**
   * While user status is refused, the engine retries its subscription on every message, for each
   * conversation partner missing from its map. A placeholder entry (type 0) prevents that.
   */
  suppressEngineRetries(partners: readonly string[]): void {
    this.#mark(
      partners.filter((userID) => !this.has(userID)),
      UNKNOWN_TYPE,
    );
  }

  /** Removes the placeholders, so that the engine subscribes these users again. */
  allowEngineRetries(partners: readonly string[]): void {
    const map = this.#map as Map<string, Partial<StatusEntry> | undefined> | undefined;
    this.#mark(
      partners.filter((userID) => map?.get(userID)?.statusType === UNKNOWN_TYPE),
      REMOVED,
    );
  }

  get #map(): Map<string, unknown> | undefined {
    const { TUIStore, StoreName } = this.#engine;
    const map: unknown = TUIStore.getData(StoreName.USER, 'userStatusList');
    return map instanceof Map ? map : undefined;
  }

  #mark(userIDs: readonly string[], statusType: number): void {
    // An update without entries would empty the map.
    if (userIDs.length === 0) return;
    this.write(userIDs.map((userID) => ({ userID, statusType, customStatus: '' })));
  }
}
