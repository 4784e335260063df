import type { SdkLists } from './sdk-lists.js';

/** The users whom the logged-in user has blocked. */
export class BlockedUsers {
  readonly #list: SdkLists['blocked'];

  constructor(list: SdkLists['blocked']) {
    this.#list = list;
  }

  get userIDs(): ReadonlySet<string | undefined> {
    return new Set(
      this.#list.items?.map((each) => (typeof each === 'string' ? each : each?.userID)),
    );
  }

  /** A user has logged in. */
  start(userID: string): void {
    this.#list.start(userID);
  }
}
