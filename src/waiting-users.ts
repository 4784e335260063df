/** A user whom the service refused by name is subscribed again after these waits, in ms: they double. */
const FIRST_REFUSAL = 60_000;
const LAST_REFUSAL = 600_000;

interface Refusal {
  /** Until when it counts, in ms. */
  readonly until: number;
  /** How many there were in a row. */
  readonly count: number;
}

/** Users wanted live who have no subscription yet, in the order they came. Pure; part of the planner. */
export class WaitingUsers {
  readonly #users = new Set<string>();
  readonly #refusals = new Map<string, Refusal>();

  get all(): ReadonlySet<string> {
    return this.#users;
  }

  add(userID: string): void {
    this.#users.add(userID);
  }

  delete(userID: string): void {
    this.#users.delete(userID);
  }

  /** The service refused to subscribe the user. */
  refuse(userID: string, now: number): void {
    const { count = 0 } = this.#refusals.get(userID) ?? {};
    const until = now + Math.min(FIRST_REFUSAL * 2 ** count, LAST_REFUSAL);
    this.#refusals.set(userID, { until, count: count + 1 });
  }

  /** The service has subscribed the user. */
  forgetRefusal(userID: string): void {
    this.#refusals.delete(userID);
  }

  forgetRefusals(): void {
    this.#refusals.clear();
  }

  /** Forgets refusals of users who do not wait any more. */
  forgetUnwanted(now: number): void {
    for (const [userID, { until }] of this.#refusals) {
      if (until <= now && !this.#users.has(userID)) this.#refusals.delete(userID);
    }
  }

  /** The users whom the service has not refused, or long ago. */
  *accepted(now: number): Iterable<string> {
    for (const userID of this.#users) {
      if ((this.#refusals.get(userID)?.until ?? 0) <= now) yield userID;
    }
  }
}
