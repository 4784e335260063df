import type { ObservedUsers } from './presence-source.js';
import type { RetryWaits } from './retry-delay.js';

interface UserInterest {
  /** How many observers want the user live, and how many are content with a query. */
  live: number;
  listed: number;
  /** When the user was queried last, in ms; `undefined` if the user is to be queried again. */
  queriedAt: number | undefined;
  /** How many queries in a row brought no status of the user, and when the next is due, in ms. */
  misses: number;
  retryAt: number | undefined;
}

/**
 * Counts who is wanted, live or by query, and remembers when each user was queried last. Pure; part
 * of the planner.
 */
export class Interest {
  /** The logged-in user, to whom the service allows no subscription: never wanted. */
  currentUser: string | undefined;

  readonly #users = new Map<string, UserInterest>();
  /** Users without a valid query, wanted or not; some have had one since, or are forgotten. */
  #unqueried: string[] = [];
  /** Where the round through all users continues; a Map's iterator follows its changes. */
  #round: Iterator<string> | undefined;
  /** The user at whom the last visit stopped. */
  #stoppedAt: string | undefined;
  #count = 0;

  /** The number of calls of `add` that are not removed yet. */
  get count(): number {
    return this.#count;
  }

  /** The number of users remembered, wanted or not. */
  get size(): number {
    return this.#users.size;
  }

  add(userID: string, live: boolean): void {
    let user = this.#users.get(userID);
    if (!user) {
      user = { live: 0, listed: 0, queriedAt: undefined, misses: 0, retryAt: undefined };
      this.#users.set(userID, user);
      this.#unqueried.push(userID);
    }
    user[live ? 'live' : 'listed'] += 1;
    this.#count += 1;
  }

  /** Removes what one `add` added; returns whether there was anything to remove. */
  remove(userID: string, live: boolean): boolean {
    const user = this.#users.get(userID);
    const kind = live ? 'live' : 'listed';
    if (!user?.[kind]) return false;
    user[kind] -= 1;
    this.#count -= 1;
    return true;
  }

  /** Whether anything is remembered of the user, wanted or not, or the user is logged in. */
  has(userID: string): boolean {
    return this.#users.has(userID) || userID === this.currentUser;
  }

  isWanted(userID: string): boolean {
    return isCounted(this.#users.get(userID)) && userID !== this.currentUser;
  }

  isWantedLive(userID: string): boolean {
    return (this.#users.get(userID)?.live ?? 0) > 0 && userID !== this.currentUser;
  }

  anyWanted(): string | undefined {
    for (const userID of this.#users.keys()) if (this.isWanted(userID)) return userID;
    return undefined;
  }

  /** All users who are observed, the logged-in one included. */
  get observed(): ObservedUsers {
    const live: string[] = [];
    const listed: string[] = [];
    for (const [userID, user] of this.#users) {
      if (isCounted(user)) (user.live > 0 ? live : listed).push(userID);
    }
    return { live, listed };
  }

  wasQueried(userID: string): boolean {
    return this.#users.get(userID)?.queriedAt !== undefined;
  }

  /**
   * Whether the last query of the user is at least `age` ms old; if it brought no status, whether its
   * wait is over.
   */
  isDue(userID: string, age: number, now: number): boolean {
    const user = this.#users.get(userID);
    return (user?.retryAt ?? (user?.queriedAt ?? -Infinity) + age) <= now;
  }

  /** Whether the user waits for another query, since the last one brought no status. */
  isWaiting(userID: string, now: number): boolean {
    return (this.#users.get(userID)?.retryAt ?? -Infinity) > now;
  }

  setQueried(userID: string, now: number): void {
    const user = this.#users.get(userID);
    if (!user) return;
    user.queriedAt = now;
    user.retryAt = undefined;
  }

  /** The query of the user has brought a status. */
  answered(userID: string): void {
    const user = this.#users.get(userID);
    if (user) user.misses = 0;
  }

  /** The query of the user has brought none. Returns when the next one is due, in ms. */
  missed(userID: string, { first, last }: RetryWaits, now: number): number {
    const user = this.#users.get(userID);
    if (!user) return Infinity;
    user.retryAt = now + Math.min(first * 2 ** user.misses, last);
    user.misses += 1;
    return user.retryAt;
  }

  /** What was queried is void: the user is to be queried again. */
  forgetQuery(userID: string): void {
    const user = this.#users.get(userID);
    if (!user) return;
    if (user.queriedAt !== undefined) this.#unqueried.push(userID);
    user.queriedAt = undefined;
    user.retryAt = undefined;
  }

  forgetAllQueries(): void {
    for (const userID of this.#users.keys()) this.forgetQuery(userID);
  }

  /** Visits wanted users without a valid query, who are to get one, until `visit` returns false. */
  visitUnqueried(visit: (userID: string) => boolean): void {
    const kept: string[] = [];
    let visited = 0;
    for (const userID of this.#unqueried) {
      const user = this.#users.get(userID);
      const isUnqueried = user !== undefined && user.queriedAt === undefined;
      if (isUnqueried && !isCounted(user)) this.#users.delete(userID);
      else if (isUnqueried && userID === this.currentUser) kept.push(userID);
      else if (isUnqueried && !visit(userID)) break;
      visited += 1;
    }
    this.#unqueried.splice(0, visited, ...kept);
  }

  /**
   * Visits all wanted users in turn, at most once each, until `visit` returns false; the next round
   * continues there.
   *
   * @returns whether all users were visited
   */
  visitInTurn(visit: (userID: string) => boolean): boolean {
    for (let left = this.#users.size; left > 0; left--) {
      const userID = this.#nextInTurn();
      if (!this.isWanted(userID) || visit(userID)) continue;
      this.#stoppedAt = userID;
      return false;
    }
    return true;
  }

  /**
   * Forgets users without interest whose query is older than `maxAge` ms, or void.
   *
   * @returns whether there are others without interest
   */
  forgetUnwanted(maxAge: number, now: number): boolean {
    const { size } = this.#users;
    let hasUnwanted = false;
    for (const [userID, user] of this.#users) {
      if (isCounted(user)) continue;
      if (this.isDue(userID, maxAge, now)) this.#users.delete(userID);
      else hasUnwanted = true;
    }
    if (this.#users.size < size) {
      this.#unqueried = this.#unqueried.filter((userID) => this.#users.has(userID));
    }
    return hasUnwanted;
  }

  #nextInTurn(): string {
    const stoppedAt = this.#stoppedAt;
    this.#stoppedAt = undefined;
    if (stoppedAt !== undefined) return stoppedAt;
    let next = this.#round?.next();
    if (!next || next.done) {
      this.#round = this.#users.keys();
      next = this.#round.next();
    }
    return next.value!;
  }
}

function isCounted(user: UserInterest | undefined): boolean {
  return user !== undefined && user.live + user.listed > 0;
}
