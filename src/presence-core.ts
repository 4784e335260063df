import type { FeedHost } from './presence-feed.js';
import { PresenceMap } from './presence-map.js';
import { PresenceObservers } from './presence-observers.js';
import type { Observer } from './presence-observers.js';
import { FRESHNESS, UNKNOWN } from './presence.js';
import type { Presence, PresenceStatus, StatusOf } from './presence.js';

/**
 * What a controller knows, and how those hear of it who observe it. It is there from the first feed
 * on, and outlasts it: before, nobody knows anything.
 */
export class PresenceCore {
  readonly map: PresenceMap;
  readonly observers = new PresenceObservers();
  /** Hears whom an element is about to show. */
  glanced: ((userID: string) => void) | undefined;
  readonly #host: FeedHost;
  #frameAsked = false;
  #dirty = false;

  constructor(host: FeedHost) {
    this.#host = host;
    this.map = new PresenceMap((error) => host.controller.page.report(error));
    this.map.statusOf = host.controller.statusOf;
    for (const observer of host.observers) this.add(observer);
  }

  add(observer: Observer): void {
    const userIDs = observer.userIDs!;
    this.map.reserve(userIDs.length);
    const slots = userIDs.map((userID) => this.map.slotOf(userID));
    // For one, as of a dot, a column takes more room and time than all else that is kept for it.
    observer.slots = slots.length > 1 ? Uint32Array.from(slots) : slots;
    observer.userIDs = undefined;
    this.observers.add(observer);
  }

  remove(observer: Observer): void {
    this.observers.remove(observer);
  }

  presenceOf(userID: string, isBrief = false): Presence {
    if (isBrief) this.glanced?.(userID);
    const slot = this.map.find(userID);
    return slot === undefined ? UNKNOWN : this.map.presence(slot, isBrief);
  }

  statusFor(userID: string): PresenceStatus {
    const slot = this.map.find(userID);
    return slot === undefined ? 'unknown' : this.map.status(slot);
  }

  remap(statusOf: StatusOf | undefined): void {
    this.map.statusOf = statusOf;
    this.map.remap();
    this.schedule();
  }

  /** How many users are observed, and how many of them are how well known. */
  count() {
    const counts = { none: 0, snapshot: 0, live: 0, stale: 0 };
    this.observers.eachSlot((slot) => {
      counts[FRESHNESS[this.map.freshness(slot)]!] += 1;
    });
    const { live, snapshot } = counts;
    return { observed: this.observers.observed, live, snapshot };
  }

  /** Asks for a frame if there is anything to tell; `dirty`: if only the source knows. */
  schedule(dirty = false): void {
    this.#dirty ||= dirty;
    if (this.#frameAsked || !(this.#dirty || this.map.hasChanges)) return;
    this.#frameAsked = true;
    this.#host.controller.page.frame(this.#flush);
  }

  /** Runs somebody else's code: what it throws is brought to light and stops nobody. */
  attempt(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#host.controller.page.report(error);
    }
  }

  /** Not by `attempt`: a function for each notification is what a frame has no time for. */
  readonly #notify = ({ listener, brief }: Observer, slot: number): void => {
    this.#host.counts.notifications += 1;
    try {
      listener(this.map.userID(slot), this.map.presence(slot, brief));
    } catch (error) {
      this.#host.controller.page.report(error);
    }
  };

  readonly #flush = (): void => {
    if (this.#dirty) {
      this.#dirty = false;
      this.#host.collect();
    }
    this.map.takeChanges((slot) => this.observers.each(slot, this.#notify));
    // Only now: what was found above is told, and would ask for another frame in vain.
    this.#frameAsked = false;
    this.schedule();
  };
}
