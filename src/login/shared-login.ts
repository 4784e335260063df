import { endsLogin, PresenceError, presenceError } from '../presence-error.js';
import { TabMembership } from '../sources/tabs/tab-membership.js';
import type { ReceivedMessage } from '../sources/tabs/tab-message.js';
import { TabsSource } from '../sources/tabs/tabs-source.js';
import type { ActiveLogin, EndOptions, LoginDriver, LogoutOptions } from './active-login.js';
import { settledWithin } from './bounded-wait.js';
import { END_WAIT, Leadership } from './leadership.js';
import type { CheckedOptions } from './login-options.js';
import type { SharedLoginOptions } from './shared-login-options.js';

/**
 * For this long after a page has gone on that was logged in when it was stopped, a kick is that of its
 * SDK, which logs in by itself when it reconnects; in ms.
 */
const RETURN_TIME = 10_000;

/** A tab whose login the service has ended holds the lock until the others know, in ms. */
const ENDED_WAIT = 1_000;

/**
 * - `following`: another tab is logged in, or will be; this one waits for its lock
 * - `leading`: this tab has the lock, and logs in
 * - `paused`: the browser has stopped the page
 * - `out`: the service has ended the login; this tab joins again with the next tab that logs in
 * - `ended`: logged out, for good
 */
type Phase = 'following' | 'leading' | 'paused' | 'out' | 'ended';

/**
 * Logs in through the one tab of the origin that is logged in as this user, or becomes that tab.
 * Where the page has connected an engine of its own already, it logs in by itself.
 */
export function sharedLogin(context: SharedLoginOptions): LoginDriver {
  return async (options, signal) => {
    signal.throwIfAborted();
    const login = new SharedLogin(options, context);
    if (login.connect()) return login.start(signal);
    return context.official((source) => context.controller.use(source))(options, signal);
  };
}

class SharedLogin implements ActiveLogin {
  readonly #options: CheckedOptions;
  readonly #context: SharedLoginOptions;
  readonly #member: TabMembership;
  readonly #source: TabsSource;
  #phase: Phase = 'following';
  /** Whether this tab may log in: its UserSig is not known to have expired. */
  #mayLead = true;
  #leadership: Leadership | undefined;
  /** Whether this tab was logged in when the browser stopped its page. */
  #wasLeading = false;
  /** When a page went on that was logged in when it was stopped, in ms of `elapsed`. */
  #returnedAt = -Infinity;
  /** The end of this page's last official login. */
  #lastEnd: Promise<unknown> = Promise.resolve();
  #stopUsing: (() => void) | undefined;
  #stopLifecycle: (() => void) | undefined;
  /** Settles the promise of `start`. */
  #starting: { resolve: () => void; reject: (error: unknown) => void } | undefined;
  #end: Promise<void> | undefined;

  constructor(options: CheckedOptions, context: SharedLoginOptions) {
    this.#options = options;
    this.#context = context;
    this.#member = new TabMembership(context.tabs, options);
    this.#source = new TabsSource(options.userID, context.environment, {
      onEnded: (error) => this.#serviceEnded(error),
      onLoggedOut: () => this.#pageLoggedOut(),
      onStatuses: (userIDs) => this.#leadership?.relay.changed(userIDs),
      onRetry: () => this.#retry(),
      isOtherTabActive: () => this.#leadership?.relay.isAnyActive === true,
    });
  }

  /** Returns whether the controller takes statuses from this login. */
  connect(): boolean {
    this.#stopUsing = this.#context.controller.use(this.#source.source);
    return this.#source.isStarted;
  }

  start(signal: AbortSignal): Promise<this> {
    return new Promise((resolve, reject) => {
      this.#starting = { resolve: () => resolve(this), reject };
      signal.addEventListener('abort', () => this.#fail(signal.reason), { once: true });
      this.#stopLifecycle = this.#context.tabs.observeLifecycle((isRunning) => {
        if (isRunning) this.#goOn();
        else this.#pause();
      });
      this.#join();
    });
  }

  /** A tab whose UserSig has expired is to start again with the next one. */
  isCurrent(): boolean {
    const isIn = this.#phase !== 'out' && this.#phase !== 'ended';
    return isIn && this.#mayLead && this.#leadership?.isCurrent !== false;
  }

  end({ everywhere = false }: LogoutOptions = {}): Promise<void> {
    if (everywhere && this.#phase !== 'ended') this.#member.logOutEverywhere();
    return this.#finish(everywhere);
  }

  /** Follows, and stands in the queue of those who may lead. */
  #join(): void {
    const channel = this.#member.join(
      (message) => this.#receive(message),
      () => this.#source.hello(),
    );
    this.#source.follow(channel);
    if (this.#phase !== 'out') this.#follow();
  }

  #follow(): void {
    this.#phase = 'following';
    if (this.#mayLead) this.#member.queue(() => this.#lead());
  }

  #lead(): void {
    this.#phase = 'leading';
    this.#source.lead();
    this.#leadership = new Leadership({
      ...this.#context,
      login: this.#options,
      member: this.#member,
      source: this.#source,
      lastEnd: this.#lastEnd,
      onLoggedIn: () => {
        this.#source.loggedIn();
        this.#started();
      },
      onFailed: (error) => {
        if (this.#starting) this.#fail(error);
        else if (endsLogin(error)) this.#serviceEnded(error);
        else return true;
        return false;
      },
    });
  }

  #receive(message: ReceivedMessage): void {
    if (message.type === 'logout') {
      void this.#finish(true);
    } else if (message.type === 'ended') {
      const { reason, code } = message;
      if (this.#phase === 'following') this.#out(new PresenceError(reason, code, ''));
    } else if (message.type === 'returning') {
      this.#returnedAt = this.#context.environment.elapsed();
    } else if (this.#leadership) {
      this.#leadership.relay.receive(message);
    } else {
      const isLogin = message.type === 'leading' || message.type === 'state';
      if (isLogin && this.#phase === 'out') this.#follow();
      this.#source.receive(message);
      if (message.type !== 'state') return;
      if (message.state === 'ready' || message.state === 'unavailable') this.#started();
    }
  }

  #retry(): void {
    if (this.#phase !== 'out' || !this.#member.channel) return;
    this.#follow();
    this.#source.hello();
  }

  #serviceEnded(error: PresenceError): void {
    if (this.#phase !== 'leading') return;
    if (error.reason === 'user-sig-expired') {
      void this.#handOver(error);
      return;
    }
    if (this.#context.environment.elapsed() - this.#returnedAt < RETURN_TIME) {
      this.#stopLeading();
      this.#member.leaveQueue();
      this.#source.pause();
      this.#followAgain();
      return;
    }
    // A tab that takes the lock before the others know would log in, and end the other device's login.
    const giveUpLock = this.#member.detachQueue();
    this.#context.environment.setTimer(giveUpLock, ENDED_WAIT);
    this.#member.post({ type: 'ended', reason: error.reason, code: error.code });
    this.#out(error);
  }

  /** The UserSig of this tab has expired: a tab with a fresh one leads, if there is one. */
  async #handOver(error: PresenceError): Promise<void> {
    this.#mayLead = false;
    this.#stopLeading();
    this.#source.pause();
    const isOtherWaiting = await this.#member.isOtherWaiting();
    if (this.#phase !== 'leading' || !this.#member.channel) return;
    this.#member.leaveQueue();
    this.#followAgain();
    if (isOtherWaiting) return;
    this.#member.post({ type: 'ended', reason: error.reason, code: error.code });
    this.#out(error);
  }

  /** This tab has led; from now on it follows, and waits for the lock if it may lead. */
  #followAgain(): void {
    this.#source.follow(this.#member.channel!);
    this.#follow();
    this.#source.hello();
  }

  #out(error: PresenceError): void {
    this.#stopLeading();
    this.#phase = 'out';
    this.#member.leaveQueue();
    if (this.#member.channel) this.#source.end(error, this.#member.channel);
    this.#starting?.reject(error.message ? error : presenceError(error.reason, error.code));
    this.#starting = undefined;
  }

  /** The page has logged out by itself: this tab leaves the others, which go on. */
  #pageLoggedOut(): void {
    if (this.#phase !== 'leading') return;
    this.#phase = 'ended';
    this.#leadership?.abandon();
    this.#leadership = undefined;
    this.#member.post({ type: 'leaving' });
    this.#member.leave();
  }

  #pause(): void {
    if (!this.#member.channel) return;
    this.#wasLeading = this.#leadership !== undefined;
    this.#stopLeading({ isPageStopping: true });
    this.#member.post({ type: 'leaving' });
    this.#member.leave();
    if (this.#phase !== 'out') {
      this.#phase = 'paused';
      this.#source.pause();
    }
  }

  #goOn(): void {
    if (this.#member.channel || this.#phase === 'ended') return;
    if (this.#member.isLoggedOut) {
      void this.#finish(true);
      return;
    }
    this.#join();
    if (this.#wasLeading) this.#member.post({ type: 'returning' });
  }

  /** Ends what only the tab that leads does; the lock is still held. */
  #stopLeading(options?: EndOptions): void {
    if (!this.#leadership) return;
    this.#member.post({ type: 'leaving' });
    this.#lastEnd = this.#leadership.stop(options);
    this.#leadership = undefined;
  }

  #finish(everywhere = false): Promise<void> {
    return (this.#end ??= this.#finishOnce(everywhere));
  }

  async #finishOnce(everywhere: boolean): Promise<void> {
    this.#phase = 'ended';
    // The page is cleared first, since the service may take long to respond.
    this.#stopUsing?.();
    this.#stopLifecycle?.();
    if (!this.#leadership) this.#member.post({ type: 'leaving' });
    this.#stopLeading();
    // After a logout in all tabs none of them is to log in before it is over.
    const giveUpLock = this.#member.detachQueue();
    this.#member.leave();
    if (!everywhere) giveUpLock();
    await settledWithin(this.#lastEnd, END_WAIT, this.#context.environment);
    giveUpLock();
  }

  #started(): void {
    this.#starting?.resolve();
    this.#starting = undefined;
  }

  #fail(error: unknown): void {
    if (!this.#starting) return;
    this.#starting.reject(error);
    this.#starting = undefined;
    void this.#finish();
  }
}
