import type { Environment } from './environment.js';
import type { PresenceMap } from './presence-map.js';
import type { PresencePlanner } from './presence-planner.js';

/** What is known of a user without interest and slot is forgotten after one to three of these, in ms. */
const INTERVAL = 60_000;

/**
 * Forgets users without an observer and without a subscription, so that a page which shows other
 * users all day does not grow.
 */
export class UnusedUsers {
  readonly #environment: Environment;
  readonly #map: PresenceMap;
  readonly #planner: PresencePlanner;
  #cancel: (() => void) | undefined;

  constructor(environment: Environment, map: PresenceMap, planner: PresencePlanner) {
    this.#environment = environment;
    this.#map = map;
    this.#planner = planner;
  }

  /** Schedules a check, unless there is one already. */
  start(): void {
    this.#cancel ??= this.#environment.setTimer(() => {
      this.#cancel = undefined;
      const isLeft = this.#planner.forgetUnwanted(this.#environment.elapsed());
      const hasUnused = this.#map.forgetUnused((userID) => this.#planner.isRemembered(userID));
      if (isLeft || hasUnused) this.start();
    }, INTERVAL);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
