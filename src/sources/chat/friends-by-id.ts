import type { ChatFriend } from './chat-instance.js';
import type { ItemList } from './sdk-lists.js';

/** Finds the friends of a list by ID; the map is made once for each array that the list holds. */
export class FriendsByID {
  readonly #list: ItemList<ChatFriend>;
  #friends: readonly ChatFriend[] = [];
  #byID: ReadonlyMap<string, ChatFriend> = new Map();

  constructor(list: ItemList<ChatFriend>) {
    this.#list = list;
  }

  get(userID: string): ChatFriend | undefined {
    const friends = this.#list.items ?? [];
    if (this.#friends !== friends) {
      this.#friends = friends;
      this.#byID = new Map(friends.map((each) => [each?.userID, each]));
    }
    return this.#byID.get(userID);
  }
}
