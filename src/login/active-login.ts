import type { CheckedOptions } from './login-options.js';

export interface LogoutOptions {
  /** Also ends the sessions of this user in all other tabs of the origin. */
  everywhere?: boolean;
}

/** A login that lasts until its `logout`. */
export interface Session {
  readonly userID: string;
  /**
   * Ends this session. The last session of a user removes all that is known at once, and then logs
   * out; it resolves when the service has responded, or after some seconds without a response.
   */
  logout(options?: LogoutOptions): Promise<void>;
}

export interface EndOptions extends LogoutOptions {
  /** The browser stops the page; it may let it go on later. */
  isPageStopping?: boolean;
}

/** A user who is logged in. */
export interface ActiveLogin {
  /** Whether the SDK is still logged in as this user. */
  isCurrent(): boolean;
  /** Removes all that is known at once, and logs out; never rejects, and never waits without limit. */
  end(options?: EndOptions): Promise<void>;
}

/**
 * Logs a user in. Once the signal is aborted, it rejects soon with the signal's reason, and the next
 * login may start.
 */
export type LoginDriver = (options: CheckedOptions, signal: AbortSignal) => Promise<ActiveLogin>;
