import type { Contact } from '../../src/contacts/index.js';
import type { PresenceController } from '../../src/presence-controller.js';
import type { PresenceListener } from '../../src/presence-observers.js';

/** So many users are observed in one task: fifty thousand in one would cost a frame. */
const PART = 2000;

/** Somebody a list may follow; whoever is blocked is not. */
type Followed = Pick<Contact, 'userID' | 'blocked'>;

/**
 * Observes the users of one list: all of them, for whom a status by query is enough, and live those
 * that are in sight.
 */
export class Following {
  readonly #controller: PresenceController;
  readonly #listener: PresenceListener;
  #all: readonly Followed[] = [];
  #stops: (() => void)[] = [];
  #cancel: (() => void) | undefined;
  #inSight = '';
  #stopInSight: (() => void) | undefined;

  constructor(controller: PresenceController, listener: PresenceListener) {
    this.#controller = controller;
    this.#listener = listener;
  }

  /** Follows these from now on, and then lets go of those before: who is in both is never let go. */
  all(users: readonly Followed[]): void {
    if (isSame(users, this.#all)) return;
    this.#all = users;
    this.#cancel?.();
    const before = this.#stops.length;
    let from = 0;
    const next = (): void => {
      const part = users.slice(from, (from += PART)).filter(({ blocked }) => !blocked);
      const userIDs = part.map(({ userID }) => userID);
      this.#stops.push(this.#controller.observe(userIDs, this.#listener, { live: false }));
      if (from < users.length) this.#cancel = this.#controller.page.timer(next, 0);
      else for (const stop of this.#stops.splice(0, before)) stop();
    };
    next();
  }

  /** Follows these live, and nobody else. */
  inSight(users: readonly Followed[]): void {
    const userIDs = users.filter(({ blocked }) => !blocked).map(({ userID }) => userID);
    const key = JSON.stringify(userIDs);
    if (key === this.#inSight) return;
    this.#inSight = key;
    const before = this.#stopInSight;
    this.#stopInSight = this.#controller.observe(userIDs, this.#listener);
    before?.();
  }

  stop(): void {
    this.#cancel?.();
    this.#stopInSight?.();
    for (const stop of this.#stops) stop();
  }
}

function isSame(users: readonly Followed[], others: readonly Followed[]): boolean {
  return (
    users === others ||
    (users.length === others.length &&
      users.every(
        ({ userID, blocked }, place) =>
          userID === others[place]!.userID && !blocked === !others[place]!.blocked,
      ))
  );
}
