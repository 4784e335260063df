import type { PresenceError } from '../presence-error.js';
import { toPresenceError } from '../sources/chat/sdk-errors.js';
import { Relay } from '../sources/tabs/relay.js';
import type { TabMembership } from '../sources/tabs/tab-membership.js';
import type { TabsSource } from '../sources/tabs/tabs-source.js';
import type { ActiveLogin, EndOptions, LoginDriver } from './active-login.js';
import { passed, settledWithin, unlessAborted } from './bounded-wait.js';
import type { CheckedOptions } from './login-options.js';
import { observeReturn } from './network-return.js';
import type { SharedLoginOptions } from './shared-login-options.js';

/** After a login that failed, the next attempt waits this long, in ms: the wait doubles. */
const FIRST_WAIT = 500;
const LAST_WAIT = 15_000;

/** The end of a login of this page is waited for this long before the next one, in ms. */
export const END_WAIT = 2_000;

export interface LeadershipOptions extends Omit<SharedLoginOptions, 'tabs'> {
  readonly login: CheckedOptions;
  readonly member: TabMembership;
  readonly source: TabsSource;
  /** The end of this page's login before. */
  readonly lastEnd: Promise<unknown>;
  onLoggedIn(): void;
  /** Returns whether to try again. */
  onFailed(error: PresenceError): boolean;
}

/** The time in which this tab has the lock: it logs in, and relays to the others. */
export class Leadership {
  readonly relay: Relay;
  readonly #options: LeadershipOptions;
  readonly #abort = new AbortController();
  readonly #attempts: Promise<void>;
  #official: ActiveLogin | undefined;

  constructor(options: LeadershipOptions) {
    const { controller, member, source } = options;
    this.#options = options;
    this.relay = new Relay({
      controller,
      sink: source.sink,
      source,
      channel: member.channel!,
      whenGone: (tab, onGone) => member.whenGone(tab, onGone),
      onActivity: () => source.environment.activityChanged(),
    });
    this.#attempts = this.#logIn(this.#abort.signal).catch(() => undefined);
  }

  /** Whether the SDK is still logged in as the user, or is about to be. */
  get isCurrent(): boolean {
    return this.#official?.isCurrent() !== false;
  }

  /** Ends the relay, and leaves the login to the page. */
  abandon(): void {
    this.#abort.abort();
    this.relay.stop();
  }

  /** Ends the relay and the login; resolves when the login has ended. */
  stop(options?: EndOptions): Promise<unknown> {
    this.abandon();
    return Promise.all([this.#attempts, this.#official?.end(options)]);
  }

  async #logIn(signal: AbortSignal): Promise<void> {
    const { official, source, environment, lastEnd } = this.#options;
    const logIn = official((used) => (signal.aborted ? () => undefined : source.use(used)));
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LAST_WAIT)) {
      await settledWithin(lastEnd, END_WAIT, environment);
      signal.throwIfAborted();
      const error = await this.#attempt(logIn, signal);
      if (signal.aborted || !error || !this.#options.onFailed(error)) return;
      await unlessAborted(this.#waited(wait * (0.5 + environment.random() / 2)), signal);
    }
  }

  /** Resolves after `ms`, or when the network is back. */
  async #waited(ms: number): Promise<void> {
    const { environment } = this.#options;
    let stopObserving = (): void => undefined;
    const isBack = new Promise<void>((resolve) => {
      stopObserving = observeReturn(environment, resolve);
    });
    await Promise.race([passed(environment, ms), isBack]);
    stopObserving();
  }

  /** Logs in once; returns the error if that fails. */
  async #attempt(logIn: LoginDriver, signal: AbortSignal): Promise<PresenceError | undefined> {
    try {
      const login = await logIn(this.#options.login, signal);
      if (signal.aborted) {
        await login.end();
        return undefined;
      }
      this.#official = login;
    } catch (thrown) {
      return toPresenceError(thrown);
    }
    this.#options.onLoggedIn();
    return undefined;
  }
}
