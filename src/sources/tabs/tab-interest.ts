/** Whom one tab observes. */
export interface TabInterest {
  readonly active: boolean;
  readonly live: ReadonlySet<string>;
  readonly listed: ReadonlySet<string>;
}

/** Observes users at a controller; returns the stop. */
export type ObserveUsers = (userIDs: readonly string[], live: boolean) => () => void;

/**
 * The interest of all tabs that follow, as one. What a tab that is not visible wants live counts as
 * listed: the subscriptions are for who is on a screen.
 */
export class TabInterests {
  readonly #observe: ObserveUsers;
  readonly #tabs = new Map<string, TabInterest>();
  readonly #observed = {
    live: { users: new Set<string>() as ReadonlySet<string>, stop: (): void => undefined },
    listed: { users: new Set<string>() as ReadonlySet<string>, stop: (): void => undefined },
  };

  constructor(observe: ObserveUsers) {
    this.#observe = observe;
  }

  /** Whether a tab that follows is on a screen. */
  get isAnyActive(): boolean {
    return [...this.#tabs.values()].some(({ active }) => active);
  }

  get(tab: string): TabInterest | undefined {
    return this.#tabs.get(tab);
  }

  has(userID: string): boolean {
    const { live, listed } = this.#observed;
    return live.users.has(userID) || listed.users.has(userID);
  }

  /** Sets whom a tab observes; returns who is new to it. */
  set(tab: string, interest: TabInterest): string[] {
    const before = this.#tabs.get(tab);
    this.#tabs.set(tab, interest);
    this.#update();
    return [...new Set([...interest.live, ...interest.listed])].filter(
      (userID) => !before?.live.has(userID) && !before?.listed.has(userID),
    );
  }

  delete(tab: string): void {
    if (this.#tabs.delete(tab)) this.#update();
  }

  stop(): void {
    this.#tabs.clear();
    this.#update();
  }

  #update(): void {
    const live = new Set<string>();
    const listed = new Set<string>();
    for (const tab of this.#tabs.values()) {
      for (const userID of tab.live) (tab.active ? live : listed).add(userID);
      for (const userID of tab.listed) listed.add(userID);
    }
    // First all that is new: what is in both is not let go in between.
    const ends = [this.#replace('live', live), this.#replace('listed', listed)];
    for (const end of ends) end();
  }

  #replace(kind: 'live' | 'listed', users: ReadonlySet<string>): () => void {
    const before = this.#observed[kind];
    const isSame =
      users.size === before.users.size && [...users].every((userID) => before.users.has(userID));
    if (isSame) return () => undefined;
    const stop = users.size > 0 ? this.#observe([...users], kind === 'live') : () => undefined;
    this.#observed[kind] = { users, stop };
    return before.stop;
  }
}
