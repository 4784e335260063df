import { replaceMethod } from '../chat/replace-method.js';
import type { ChatEngine } from './chat-engine.js';

/**
 * Tells the subscriptions of the page from those of the engine, which subscribes conversation
 * partners by itself. Until `stop` the engine's `subscribeUserStatus` is replaced by a function that
 * notes what the page passes, and passes it on unchanged.
 */
export class HostSubscriptions {
  readonly #partners: () => readonly string[];
  /** Arrays that the page has passed to the engine's own method. */
  readonly #passed = new WeakSet<readonly string[]>();
  readonly stop: () => void;

  constructor({ TUIUserService }: ChatEngine, partners: () => readonly string[]) {
    this.#partners = partners;
    this.stop = replaceMethod(TUIUserService, 'subscribeUserStatus', (original) => (options) => {
      if (Array.isArray(options?.userIDList)) this.#passed.add(options.userIDList);
      return original(options);
    });
  }

  /** Who subscribes the users of a call; a page that uses the SDK directly passes others too. */
  ownerOf(userIDs: readonly string[]): 'engine' | 'host' {
    if (this.#passed.has(userIDs)) return 'host';
    const partners = new Set(this.#partners());
    return userIDs.every((userID) => partners.has(userID)) ? 'engine' : 'host';
  }
}
