/** So many users fit before there has to be more room. */
const ROOM = 256;

/** Marks a user never asked for; times start above it. */
const NEVER = 0;

/**
 * Who is wanted, how, and when each was asked for last: counts in columns by slot, so that a list
 * of fifty thousand costs a few bytes a user. Pure; part of the planner.
 */
export class PresenceWishes {
  /** The logged-in user, whom the service lets nobody subscribe: never wanted. */
  self: number | undefined;

  #live = new Uint16Array(ROOM);
  #listed = new Uint16Array(ROOM);
  #asked = new Float64Array(ROOM);
  #size = 0;
  #count = 0;
  /** Nobody below this is wanted and was never asked for. */
  #lowest = 0;
  #cursor = 0;

  /** One more than the highest slot ever wanted. */
  get size(): number {
    return this.#size;
  }

  /** How many wishes there are. */
  get count(): number {
    return this.#count;
  }

  reserve(size: number): void {
    if (size <= this.#live.length) return;
    const room = Math.max(size, Math.ceil(this.#live.length * 1.5));
    const [live, listed, asked] = [this.#live, this.#listed, this.#asked];
    this.#live = new Uint16Array(room);
    this.#listed = new Uint16Array(room);
    this.#asked = new Float64Array(room);
    this.#live.set(live);
    this.#listed.set(listed);
    this.#asked.set(asked);
  }

  want(user: number, live: boolean): void {
    if (user >= this.#size) {
      this.#size = user + 1;
      this.reserve(this.#size);
    }
    (live ? this.#live : this.#listed)[user]! += 1;
    this.#count += 1;
    if (!this.wasAsked(user)) this.#lowest = Math.min(this.#lowest, user);
  }

  /** Whether there was such a wish to end. */
  release(user: number, live: boolean): boolean {
    const wishes = live ? this.#live : this.#listed;
    if (!wishes[user]) return false;
    wishes[user]! -= 1;
    this.#count -= 1;
    return true;
  }

  isWanted(user: number): boolean {
    return this.isWantedLive(user) || (this.#listed[user]! > 0 && user !== this.self);
  }

  isWantedLive(user: number): boolean {
    return this.#live[user]! > 0 && user !== this.self;
  }

  wasAsked(user: number): boolean {
    return user < this.#size && this.#asked[user] !== NEVER;
  }

  /** Whether it was asked for at least `ms` ago. */
  isDue(user: number, ms: number, now: number): boolean {
    return this.#asked[user]! + ms <= now;
  }

  setAsked(user: number, now: number): void {
    if (user < this.#size) this.#asked[user] = now;
  }

  /** What was asked is void: ask again. */
  forget(user: number): void {
    if (user >= this.#size) return;
    this.#asked[user] = NEVER;
    this.#lowest = Math.min(this.#lowest, user);
  }

  forgetAll(): void {
    this.#asked.fill(NEVER);
    this.#lowest = 0;
  }

  /** Visits wanted users never asked for, lowest first, until `visit` says that it is full. */
  eachNew(visit: (user: number) => boolean): void {
    for (; this.#lowest < this.#size; this.#lowest++) {
      const user = this.#lowest;
      if (this.wasAsked(user) || !this.isWanted(user)) continue;
      if (!visit(user)) return;
    }
  }

  /** Visits wanted users round and round, one lap at most; answers whether it got all the way. */
  eachInTurn(visit: (user: number) => boolean): boolean {
    for (let step = 0; step < this.#size; step++) {
      if (this.#cursor >= this.#size) this.#cursor = 0;
      const user = this.#cursor;
      if (this.isWanted(user) && !visit(user)) return false;
      this.#cursor += 1;
    }
    return true;
  }
}
