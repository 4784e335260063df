import type { CallKind } from './presence-source.js';
import { RateLimiter } from './rate-limiter.js';

/**
 * What the service counts for one SDK instance, and so outlasts a session with it: the rate of calls,
 * and the subscriptions of ours that could not be given back.
 */
export class ServiceUsage {
  readonly limiters: Readonly<Record<CallKind, RateLimiter>> = {
    subscribe: new RateLimiter(),
    unsubscribe: new RateLimiter(),
    query: new RateLimiter(),
  };

  #userID: string | undefined;
  /** The users whose subscriptions may still count, each with the call that is to end it. */
  readonly #leftover = new Map<string, object>();

  /**
   * Remembers subscriptions of a logged-in user that may still count. If a call is made that ends them,
   * pass the users whom it refused to `succeeded` of what this returns.
   */
  leave(userID: string, subscriptions: readonly string[]): { succeeded(refused: string[]): void } {
    if (userID !== this.#userID) this.#leftover.clear();
    this.#userID = userID;
    const call = {
      succeeded: (refused: string[]): void => {
        for (const subscription of subscriptions) {
          // A later call may be about the same user.
          const isLast = this.#leftover.get(subscription) === call;
          if (isLast && !refused.includes(subscription)) this.#leftover.delete(subscription);
        }
      },
    };
    for (const subscription of subscriptions) this.#leftover.set(subscription, call);
    return call;
  }

  /** Returns and forgets what was left of this user. */
  takeLeftover(userID: string): string[] {
    const leftover = userID === this.#userID ? [...this.#leftover.keys()] : [];
    this.#leftover.clear();
    return leftover;
  }
}

const usages = new WeakMap<object, ServiceUsage>();

/** The usage of a source's origin; a source without an origin has one of its own. */
export function usageOf(origin: object | undefined): ServiceUsage {
  let usage = origin && usages.get(origin);
  if (!usage) {
    usage = new ServiceUsage();
    if (origin) usages.set(origin, usage);
  }
  return usage;
}
