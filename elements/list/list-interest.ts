import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Contact } from '../../src/contacts/index.js';
import type { PresenceController } from '../../src/presence-controller.js';
import type { PresenceListener } from '../../src/presence-notifier.js';

/** How many users are observed in one task: 50,000 in one task would block the page for 100 ms. */
const CHUNK = 2000;

/** A user of a list. A blocked user is not observed. */
export type ListedUser = Pick<Contact, 'userID' | 'blocked'>;

export interface ListInterestOptions {
  readonly controller: () => PresenceController;
  readonly onChange: PresenceListener;
  /**
   * Called after these users were observed. Between drawing them and observing them their presence
   * may have changed without a notification.
   */
  readonly onObserve?: (userIDs: readonly string[]) => void;
}

/**
 * Observes the users of a list: all of them with `live: false`, for whom a query is enough, and those
 * on screen live. Both are observed at once, so `onChange` is called twice for a user on screen.
 */
export class ListInterest implements ReactiveController {
  readonly #options: ListInterestOptions;
  #controller: PresenceController | undefined;
  #listed: readonly ListedUser[] | undefined;
  #stopListed: (() => void)[] = [];
  #cancelChunk: (() => void) | undefined;
  #visible = '';
  #stopVisible: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: ListInterestOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#cancelChunk?.();
    this.#stopVisible?.();
    for (const stop of this.#stopListed) stop();
    this.#controller = this.#listed = this.#cancelChunk = this.#stopVisible = undefined;
    this.#stopListed = [];
    this.#visible = '';
  }

  /**
   * Observes these users from now on, and no others. A user in both the old and the new set is
   * observed without a gap.
   *
   * @param listed all users of the list; the same array again changes nothing
   * @param visible those on screen
   */
  update(listed: readonly ListedUser[], visible: readonly ListedUser[]): void {
    const controller = this.#options.controller();
    if (controller !== this.#controller) this.hostDisconnected();
    this.#controller = controller;
    this.#updateVisible(controller, idsOf(visible));
    this.#updateListed(controller, listed);
  }

  #updateVisible(controller: PresenceController, userIDs: readonly string[]): void {
    const key = JSON.stringify(userIDs);
    if (key === this.#visible) return;
    this.#visible = key;
    const stop = this.#stopVisible;
    this.#stopVisible = this.#observe(controller, userIDs, true);
    stop?.();
  }

  #updateListed(controller: PresenceController, listed: readonly ListedUser[]): void {
    if (listed === this.#listed) return;
    this.#listed = listed;
    this.#cancelChunk?.();
    const outdated = this.#stopListed.length;
    let from = 0;
    const observeChunk = (): void => {
      this.#cancelChunk = undefined;
      const chunk = idsOf(listed.slice(from, (from += CHUNK)));
      this.#stopListed.push(this.#observe(controller, chunk, false));
      if (from < listed.length) {
        this.#cancelChunk = controller.environment.setTimer(observeChunk, 0);
      } else {
        for (const stop of this.#stopListed.splice(0, outdated)) stop();
      }
    };
    observeChunk();
  }

  #observe(controller: PresenceController, userIDs: readonly string[], live: boolean): () => void {
    const stop = controller.observe(userIDs, this.#options.onChange, { live });
    this.#options.onObserve?.(userIDs);
    return stop;
  }
}

function idsOf(users: readonly ListedUser[]): string[] {
  return users.filter(({ blocked }) => !blocked).map(({ userID }) => userID);
}
