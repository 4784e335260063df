import type { Interest } from './interest.js';
import type { PlannedCall } from './planned-call.js';
import type { SourceLimits } from './presence-source.js';
import type { RetryWaits } from './retry-delay.js';
import type { SubscriptionSlots } from './subscription-slots.js';

/** A status is queried again after this long, in ms. */
export const REFRESH_AFTER = 60_000;
/**
 * The service drops subscriptions without telling: who is visible is verified after this long, in ms.
 * With the time until the next refresh, a wrong status is shown for 30 s at most.
 */
const VERIFY_VISIBLE_AFTER = 15_000;
/** A user wanted live without a subscription is queried again after this long, in ms. */
const REFRESH_WAITING_AFTER = 10_000;
/** Refreshes take at most one call in this time, in ms. */
const SHORTEST_REFRESH_INTERVAL = 1_000;
/** After this time at the latest it is checked who is to be refreshed, in ms. */
const LONGEST_REFRESH_INTERVAL = 10_000;

/** A user whom the service has left out of a response is queried again after these waits, in ms. */
const LEFT_OUT: RetryWaits = { first: 5_000, last: 60_000 };
/** A user whom the service refused by name: it may not exist yet. */
const REFUSED: RetryWaits = { first: 60_000, last: 600_000 };

/**
 * Picks who is queried next: users who were never queried at once, then all others again from time to
 * time. Pure; part of the planner.
 */
export class QuerySchedule {
  readonly #limits: SourceLimits;
  readonly #interest: Interest;
  readonly #slots: SubscriptionSlots;
  #refreshAt = 0;

  constructor(limits: SourceLimits, interest: Interest, slots: SubscriptionSlots) {
    this.#limits = limits;
    this.#interest = interest;
    this.#slots = slots;
  }

  /** When the next refresh may go out, in ms. */
  get refreshAt(): number {
    return this.#refreshAt;
  }

  /** @param isQuiet leaves out what is only a refresh */
  pick(requestId: number, now: number, isQuiet: boolean): string[] {
    const picked = new Set<string>();
    const query = (userID: string): boolean => {
      if (picked.size === this.#limits.query) return false;
      this.#interest.setQueried(userID, now);
      picked.add(userID);
      return true;
    };
    this.#pickUnverified(requestId, now, query);
    for (const [userID] of this.#slots.entries()) this.#pickIfNew(userID, query);
    for (const userID of this.#slots.waiting) this.#pickIfNew(userID, query);
    this.#interest.visitUnqueried(query);
    if (!isQuiet && now >= this.#refreshAt) this.#refresh(now, query);
    return [...picked];
  }

  /**
   * The response to a query has come.
   *
   * @param answered the users with a status in it; by default all who are not refused
   */
  responded(
    { requestId, userIDs }: PlannedCall,
    refused: ReadonlySet<string>,
    answered: ReadonlySet<string> | undefined,
    now: number,
  ): void {
    for (const userID of userIDs) {
      const slot = this.#slots.get(userID);
      if (slot?.verifyingId === requestId) slot.verifyingId = 0;
      const isRefused = refused.has(userID);
      if (isRefused || answered?.has(userID) === false) {
        const retryAt = this.#interest.missed(userID, isRefused ? REFUSED : LEFT_OUT, now);
        this.#refreshAt = Math.min(this.#refreshAt, retryAt);
      } else {
        this.#interest.answered(userID);
        if (slot?.state === 'subscribed' && slot.confirmedBy < requestId) slot.isVerified = true;
      }
    }
  }

  /** A user subscribed after the last query is queried again, so that no change falls between. */
  #pickUnverified(requestId: number, now: number, query: (userID: string) => boolean): void {
    for (const [userID, slot] of this.#slots.entries()) {
      if (slot.state !== 'subscribed' || slot.isVerified || slot.verifyingId) continue;
      if (this.#interest.isWaiting(userID, now)) continue;
      if (this.#interest.isWanted(userID) && query(userID)) slot.verifyingId = requestId;
    }
  }

  #pickIfNew(userID: string, query: (userID: string) => boolean): void {
    if (this.#interest.isWantedLive(userID) && !this.#interest.wasQueried(userID)) query(userID);
  }

  #refresh(now: number, query: (userID: string) => boolean): void {
    // At most half a call for users who are visible, so that all others have their turn too.
    let left = this.#limits.query / 2;
    let isLate = false;
    const pickVisible = (userID: string, age: number): void => {
      if (!this.#interest.isWantedLive(userID) || !this.#interest.isDue(userID, age, now)) return;
      if (left > 0 && query(userID)) left -= 1;
      else isLate = true;
    };
    for (const [userID, { state }] of this.#slots.entries()) {
      if (this.#slots.isLive(userID)) pickVisible(userID, VERIFY_VISIBLE_AFTER);
      else if (state === 'pending') pickVisible(userID, REFRESH_WAITING_AFTER);
    }
    for (const userID of this.#slots.waiting) pickVisible(userID, REFRESH_WAITING_AFTER);
    const visitedAll = this.#interest.visitInTurn(
      (userID) => !this.#interest.isDue(userID, REFRESH_AFTER, now) || query(userID),
    );
    const share = (REFRESH_AFTER * this.#limits.query) / this.#interest.size;
    const wait = isLate ? 0 : visitedAll ? LONGEST_REFRESH_INTERVAL : share;
    this.#refreshAt =
      now + Math.min(Math.max(wait, SHORTEST_REFRESH_INTERVAL), LONGEST_REFRESH_INTERVAL);
  }
}
