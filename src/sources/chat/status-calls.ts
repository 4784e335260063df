import type { CallFailure, RunningSource } from '../../presence-source.js';
import type { PresenceError } from '../../presence-error.js';
import type { StatusAnswer, StatusMethod } from './chat-instance.js';
import { toPresenceError } from './sdk-errors.js';
import { entriesOf, failuresOf } from './status-answer.js';

export interface StatusCallsOptions {
  /** Makes the call of this name. */
  readonly call: (method: StatusMethod, userIDs: readonly string[]) => unknown;
  /** The logged-in user. */
  readonly user: () => string | undefined;
  /** Takes note of a failure of a user's call, and returns the error that it means. */
  readonly onFailure: (error: PresenceError, userID: string | undefined) => PresenceError;
}

/** Makes our own status calls, and translates their responses and failures. */
export class StatusCalls {
  readonly #options: StatusCallsOptions;

  constructor(options: StatusCallsOptions) {
    this.#options = options;
  }

  subscribe(userIDs: readonly string[]): Promise<readonly CallFailure[]> {
    return this.#request('subscribeUserStatus', userIDs).then(failuresOf);
  }

  unsubscribe(userIDs: readonly string[]): Promise<readonly CallFailure[]> {
    return this.#request('unsubscribeUserStatus', userIDs).then(failuresOf);
  }

  query(userIDs: readonly string[]): ReturnType<RunningSource['query']> {
    return this.#request('getUserStatus', userIDs).then((answer) => ({
      entries: entriesOf(answer),
      failures: failuresOf(answer),
    }));
  }

  async #request(
    method: StatusMethod,
    userIDs: readonly string[],
  ): Promise<StatusAnswer | undefined> {
    const { call, user, onFailure } = this.#options;
    const userID = user();
    try {
      return (await call(method, userIDs)) as StatusAnswer | undefined;
    } catch (thrown) {
      throw onFailure(toPresenceError(thrown), userID);
    }
  }
}
