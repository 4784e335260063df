import type { FriendsByID } from './friends-by-id.js';

/**
 * The remarks that friends have now, for their conversations: these keep the one of a friendship that
 * has ended (Chat SDK 3.6.6, `lite-chat` 1.6.13), and over `lite-chat` that of a friend before.
 */
export class PartnerRemarks {
  readonly #friends: FriendsByID;
  /** Users who are or were friends. */
  readonly #known = new Set<string>();
  /** What was given out since the last `renew`. */
  readonly #given = new Map<string, string | undefined>();

  constructor(friends: FriendsByID) {
    this.#friends = friends;
  }

  /** Remarks are about to be given out again. */
  renew(): void {
    this.#given.clear();
  }

  /** Whether a remark that was given out is another one by now. */
  get areOutdated(): boolean {
    return [...this.#given].some(([userID, remark]) => this.#find(userID) !== remark);
  }

  /** Empty for a friend without one, and for who is a friend no longer; else `undefined`. */
  remarkOf(userID: string): string | undefined {
    const remark = this.#find(userID);
    if (remark !== undefined) this.#known.add(userID);
    this.#given.set(userID, remark);
    return remark;
  }

  /** The user has logged out. */
  reset(): void {
    this.#known.clear();
    this.#given.clear();
  }

  #find(userID: string): string | undefined {
    const friend = this.#friends.get(userID);
    if (friend) return friend.remark ?? '';
    return this.#known.has(userID) ? '' : undefined;
  }
}
