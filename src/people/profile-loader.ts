import { usablePerson } from '../contacts/person.js';
import type { Person } from '../contacts/person.js';
import type { Environment } from '../environment.js';
import { retryDelay } from '../retry-delay.js';

/** Users are collected for this long before they are requested, in ms. */
const COLLECT = 50;
/** Users in one request (Chat SDK 3.6.6, `getUserProfile`). */
const USERS = 100;
/** Requests under way at the same time. */
const PARALLEL = 3;

export type LoadProfiles = (userIDs: readonly string[]) => Promise<readonly Person[]>;

export interface ProfileLoaderOptions {
  readonly environment: Environment;
  /** Whether someone still waits for the profile of a user. */
  readonly isWanted: (userID: string) => boolean;
  readonly onLoaded: (persons: readonly Person[]) => void;
}

/** A user whose profile did not come. */
interface Failure {
  readonly count: number;
  readonly retryAt: number;
  /** Whether the service has answered, without this user. */
  readonly isMissing: boolean;
}

/**
 * Loads the profiles of users, collected for a moment, each user once. What fails is requested again
 * with backoff, as long as someone waits for it.
 */
export class ProfileLoader {
  readonly #options: ProfileLoaderOptions;
  readonly #pending = new Set<string>();
  readonly #requested = new Set<string>();
  readonly #failures = new Map<string, Failure>();
  #load: LoadProfiles | undefined;
  #requests = 0;
  /** Counts up when requests under way have become void. */
  #generation = 0;
  #cancel: (() => void) | undefined;
  #timerAt = Infinity;

  constructor(options: ProfileLoaderOptions) {
    this.#options = options;
  }

  /** Profiles can be loaded from now on, or (`undefined`) not for now. */
  setLoad(load: LoadProfiles | undefined): void {
    this.#load = load;
    if (!load) return;
    // What failed without an answer failed by the connection, which is back.
    for (const [userID, { isMissing }] of this.#failures) {
      if (isMissing) continue;
      this.#failures.delete(userID);
      this.#pending.add(userID);
    }
    if (this.#pending.size > 0 || this.#failures.size > 0) this.#runIn(COLLECT);
  }

  want(userIDs: readonly string[]): void {
    for (const userID of userIDs) {
      if (!this.#requested.has(userID) && !this.#failures.has(userID)) this.#pending.add(userID);
    }
    if (this.#pending.size > 0 || this.#failures.size > 0) this.#runIn(COLLECT);
  }

  /** Another user is logged in, or none: what is under way is void. */
  clear(): void {
    this.#generation += 1;
    this.#requests = 0;
    this.#pending.clear();
    this.#requested.clear();
    this.#failures.clear();
    this.#cancel?.();
    this.#cancel = undefined;
    this.#timerAt = Infinity;
  }

  #runIn(ms: number): void {
    const { environment } = this.#options;
    const at = environment.elapsed() + ms;
    if (at >= this.#timerAt) return;
    this.#cancel?.();
    this.#timerAt = at;
    this.#cancel = environment.setTimer(() => {
      this.#timerAt = Infinity;
      this.#run();
    }, ms);
  }

  #run(): void {
    if (!this.#load) return;
    const { environment, isWanted } = this.#options;
    const now = environment.elapsed();
    for (const userID of this.#pending) if (!isWanted(userID)) this.#pending.delete(userID);
    let next = Infinity;
    for (const [userID, { retryAt }] of this.#failures) {
      if (!isWanted(userID) || this.#requested.has(userID)) continue;
      if (retryAt <= now) this.#pending.add(userID);
      else next = Math.min(next, retryAt);
    }
    while (this.#pending.size > 0 && this.#requests < PARALLEL) {
      const userIDs = [...this.#pending].slice(0, USERS);
      for (const userID of userIDs) {
        this.#pending.delete(userID);
        this.#requested.add(userID);
      }
      void this.#request(this.#load, userIDs);
    }
    if (next < Infinity) this.#runIn(next - now);
  }

  async #request(load: LoadProfiles, userIDs: readonly string[]): Promise<void> {
    const generation = this.#generation;
    this.#requests += 1;
    let persons: readonly Person[] | undefined;
    try {
      const answer: unknown = await load(userIDs);
      persons = (Array.isArray(answer) ? answer : []).flatMap((each) => usablePerson(each) ?? []);
    } catch {
      // A failure of the service: requested again later.
    }
    if (generation !== this.#generation) return;
    this.#requests -= 1;
    const loaded = new Set(persons?.map(({ userID }) => userID));
    for (const userID of userIDs) {
      this.#requested.delete(userID);
      if (loaded.has(userID)) this.#failures.delete(userID);
      else this.#failed(userID, persons !== undefined);
    }
    if (persons) this.#options.onLoaded(persons.filter(({ userID }) => userIDs.includes(userID)));
    this.#run();
  }

  #failed(userID: string, isMissing: boolean): void {
    const { environment } = this.#options;
    const { count = 0 } = this.#failures.get(userID) ?? {};
    const retryAt = environment.elapsed() + retryDelay(count, environment.random());
    this.#failures.set(userID, { count: count + 1, retryAt, isMissing });
  }
}
