import { presenceError } from '../presence-error.js';
import type { ActiveLogin, LoginDriver, LogoutOptions, Session } from './active-login.js';
import { unlessAborted } from './bounded-wait.js';
import type { CheckedOptions } from './login-options.js';

/** A call of `login` that has not settled yet. */
interface LoginRequest {
  readonly key: string;
  readonly abort: AbortController;
}

/** The user who is logged in, with the number of sessions that have not ended. */
interface CurrentLogin {
  readonly key: string;
  readonly login: ActiveLogin;
  sessions: number;
}

/**
 * Makes one login at a time. A login for another user overtakes all before it, which reject as
 * `superseded`; logins of one user share one, which ends with its last session.
 */
export class LoginQueue {
  readonly #driver: LoginDriver;
  readonly #requests = new Set<LoginRequest>();
  #current: CurrentLogin | undefined;
  /** Settles when the login or logout that runs now has ended; never rejects. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(driver: LoginDriver) {
    this.#driver = driver;
  }

  async login(options: CheckedOptions): Promise<Session> {
    const key = JSON.stringify([options.SDKAppID, options.userID]);
    for (const other of this.#requests) {
      if (other.key !== key) other.abort.abort(presenceError('superseded'));
    }
    const request = { key, abort: new AbortController() };
    this.#requests.add(request);
    const session = this.#turn.then(() => this.#run(request, options));
    this.#turn = session.catch(() => undefined);
    try {
      // One that is overtaken has nothing to wait for, but its turn lasts until the SDK is free.
      return await unlessAborted(session, request.abort.signal);
    } finally {
      this.#requests.delete(request);
      if (this.#current && this.#isUnused(this.#current)) void this.#end();
    }
  }

  async #run({ key, abort: { signal } }: LoginRequest, options: CheckedOptions): Promise<Session> {
    signal.throwIfAborted();
    if (this.#current?.key !== key || !this.#current.login.isCurrent()) {
      await this.#current?.login.end();
      this.#current = undefined;
      signal.throwIfAborted();
      this.#current = { key, login: await this.#driver(options, signal), sessions: 0 };
      // The login that has overtaken this one ends it in its turn.
      signal.throwIfAborted();
    }
    return this.#sessionOf(this.#current, options.userID);
  }

  #sessionOf(current: CurrentLogin, userID: string): Session {
    current.sessions += 1;
    let ended: Promise<void> | undefined;
    return {
      userID,
      logout: (options) => (ended ??= this.#logout(current, options)),
    };
  }

  async #logout(current: CurrentLogin, options: LogoutOptions = {}): Promise<void> {
    current.sessions -= 1;
    // The session of a login that another one has ended has nothing to end.
    if (current !== this.#current) return;
    if (this.#isUnused(current) || options.everywhere) await this.#end(options);
  }

  /** Whether no session is left, nor one on its way (an effect of React's StrictMode that runs twice). */
  #isUnused({ key, sessions }: CurrentLogin): boolean {
    return sessions === 0 && ![...this.#requests].some((request) => request.key === key);
  }

  /** The next login waits for the end of this one. */
  #end(options?: LogoutOptions): Promise<void> {
    const ended = this.#current?.login.end(options) ?? Promise.resolve();
    this.#current = undefined;
    this.#turn = Promise.all([this.#turn, ended]);
    return ended;
  }
}
