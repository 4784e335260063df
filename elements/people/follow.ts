import type { Contact } from '../../src/contacts/index.js';
import type { PresenceController } from '../../src/presence-controller.js';
import type { Presence } from '../../src/presence.js';

/** So many users are observed in one task: fifty thousand in one would cost a frame. */
const PART = 2000;

/** Somebody a list may follow; whoever is blocked is not. */
type Followed = Pick<Contact, 'userID' | 'blocked'>;

export type Following = ReturnType<typeof follow>;

/**
 * Observes the users of one list: all of them, for whom a status by query is enough, and live those
 * that are in sight.
 *
 * @param listener also called once a user is observed, when there may be no news: a list is drawn
 * before it follows anybody, and what changes in between is told to nobody
 * @param isSilent whether not to tell of those in sight (`live`), or of all: who is in sight is
 * among all, and to be told once
 */
export function follow(
  controller: PresenceController,
  listener: (userID: string, news?: Presence) => void,
  isSilent: (live: boolean) => boolean,
) {
  let all: readonly Followed[] = [];
  let stops: (() => void)[] = [];
  let cancel: (() => void) | undefined;
  let inSight = '';
  let stopInSight: (() => void) | undefined;

  const observe = (userIDs: readonly string[], live: boolean): (() => void) => {
    const stop = controller.observe(userIDs, listener, { live, brief: true, isSilent });
    for (const userID of userIDs) listener(userID);
    return stop;
  };

  const idsOf = (users: readonly Followed[]): string[] =>
    users.filter(({ blocked }) => !blocked).map(({ userID }) => userID);

  return {
    /** Follows these from now on, and lets go of those before: who is in both is never let go. */
    all(users: readonly Followed[]): void {
      if (users === all) return;
      all = users;
      cancel?.();
      const before = stops.length;
      let from = 0;
      const next = (): void => {
        const part = idsOf(users.slice(from, (from += PART)));
        stops.push(observe(part, false));
        if (from < users.length) cancel = controller.page.timer(next, 0);
        else for (const stop of stops.splice(0, before)) stop();
      };
      next();
    },

    /** Follows these live, and nobody else. */
    inSight(users: readonly Followed[]): void {
      const userIDs = idsOf(users);
      const key = JSON.stringify(userIDs);
      if (key === inSight) return;
      inSight = key;
      const before = stopInSight;
      stopInSight = observe(userIDs, true);
      before?.();
    },

    stop(): void {
      cancel?.();
      stopInSight?.();
      for (const stop of stops) stop();
      stops = [];
    },
  };
}
