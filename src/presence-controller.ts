import { assertCustomStatus } from './custom-status.js';
import { Directory } from './directory.js';
import { browserEnvironment } from './environment.js';
import type { Environment } from './environment.js';
import { presenceError } from './presence-error.js';
import type { PresenceError } from './presence-error.js';
import { PresenceDisplayEvent, PresenceErrorEvent, PresenceStateEvent } from './presence-events.js';
import type { PresenceEventTarget, PresenceState } from './presence-events.js';
import { PresenceMap } from './presence-map.js';
import { PresenceNotifier } from './presence-notifier.js';
import type { PresenceListener } from './presence-notifier.js';
import type { PresenceSource, SourceLimits } from './presence-source.js';
import type { PresenceStats } from './presence-stats.js';
import { isUserID } from './presence.js';
import type { Presence, StatusOf } from './presence.js';
import { SourceSession } from './source-session.js';

export interface PresenceControllerOptions {
  /** Time, frames and chance; a test brings its own. */
  environment?: Environment;
  limits?: SourceLimits;
}

export interface ObserveOptions {
  /** Whether a subscription is wanted (default); else a status by query is enough. */
  live?: boolean;
}

/** A session with the number of those who use it. */
interface SessionUse {
  readonly origin: object | undefined;
  readonly session: SourceSession;
  users: number;
}

/**
 * The presence of users, for a whole page: elements and apps read it here, a source fills it.
 *
 * It runs from `use(source)` (see `connect`) until the stop which that returns. Statuses can be read
 * with `presenceOf` at any time; listeners are called once a frame, and only for users whom they
 * observe. A failure of the service never throws: it is `state` and `error`.
 */
export class PresenceController extends (EventTarget as new () => PresenceEventTarget) {
  /** The contacts and conversations of the logged-in user, for lists without their own. */
  readonly directory: Directory;

  /** Time, frames and chance, for elements that share the controller's clock. */
  readonly environment: Environment;

  readonly #limits: SourceLimits | undefined;
  readonly #map: PresenceMap;
  readonly #notifier: PresenceNotifier;
  readonly #counts = {
    subscribeCalls: 0,
    unsubscribeCalls: 0,
    queryCalls: 0,
    refused: 0,
    evicted: 0,
  };
  #use: SessionUse | undefined;
  #state: PresenceState = 'idle';
  #error: PresenceError | undefined;
  #userID: string | undefined;
  #display = false;
  /** The switch as the page wants it, for a source that is yet to come. */
  #wantedDisplay: boolean | undefined;
  #statusOf: StatusOf | undefined;

  constructor(options: PresenceControllerOptions = {}) {
    super();
    const { environment = browserEnvironment(), limits } = options;
    const reportError = (error: unknown): void => environment.reportError(error);
    this.environment = environment;
    this.directory = new Directory(environment);
    this.#limits = limits;
    this.#map = new PresenceMap(reportError);
    this.#notifier = new PresenceNotifier({
      map: this.#map,
      environment,
      beforeFlush: () => this.#use?.session.pull(),
    });
  }

  get state(): PresenceState {
    return this.#state;
  }

  /** Why there are no statuses, in words that say what to do. */
  get error(): PresenceError | undefined {
    return this.#error;
  }

  /** Whether statuses are shown at all; off by default, as in the official kit. */
  get displayOnlineStatus(): boolean {
    return this.#display;
  }

  /** The logged-in user. */
  get userID(): string | undefined {
    return this.#userID;
  }

  /** Maps an app's own words to a status; setting it maps the statuses of all users again. */
  get statusOf(): StatusOf | undefined {
    return this.#statusOf;
  }

  set statusOf(statusOf: StatusOf | undefined) {
    this.#statusOf = typeof statusOf === 'function' ? statusOf : undefined;
    this.#map.statusOf = this.#statusOf;
    this.#notifier.requestFlushOfChanges();
  }

  /** Counters for a page that wants to show, or to test, what presence does. */
  get stats(): PresenceStats {
    const slots = this.#use?.session.slots;
    const counts = { live: 0, snapshot: 0, stale: 0, none: 0 };
    for (const userID of this.#notifier.observedUsers) counts[this.presenceOf(userID).freshness]++;
    return {
      ...this.#counts,
      observed: this.#notifier.observedCount,
      live: counts.live,
      snapshot: counts.snapshot,
      held: slots?.slotCount ?? 0,
      evicted: this.#counts.evicted + (slots?.evicted ?? 0),
      notifications: this.#notifier.notifications,
    };
  }

  /**
   * Switches statuses on or off for the whole page, as the engine's `switchUserStatus` does. Before
   * there is a source or a login, it is remembered until there is.
   */
  switchUserStatus(options: { displayOnlineStatus: boolean }): void {
    const on = options?.displayOnlineStatus === true;
    this.#wantedDisplay = on;
    this.#use?.session.switchUserStatus(on);
  }

  /**
   * Sets the own words of the logged-in user, such as "In a meeting"; empty, it removes them. Own dots
   * show them at once. Needs neither the plan nor the switch in the console. They are sent once: if the
   * service refuses them, the words before are shown again, and the promise rejects with a
   * {@link PresenceError} that says why; before a login the reason is `not-logged-in`.
   *
   * @throws TypeError when it is no text, RangeError when it is longer than `CUSTOM_STATUS_LIMIT` bytes
   */
  setOwnStatus(customStatus: string): Promise<void> {
    assertCustomStatus(customStatus);
    const session = this.#use?.session;
    return session?.setOwnStatus(customStatus) ?? Promise.reject(presenceError('not-logged-in'));
  }

  /** What is known of a user now; the same object until that changes. Never throws. */
  presenceOf(userID: string): Presence {
    return this.#map.presenceOf(userID);
  }

  /**
   * Calls `listener` after the presence of one of these users has changed, once a frame. `live`
   * (default) wants a subscription; with `false` a status by query from time to time is enough. IDs
   * that are no text are left out. Returns the stop, safe to call twice.
   *
   * @throws TypeError when `listener` is no function
   */
  observe(
    userIDs: string | readonly string[],
    listener: PresenceListener,
    options: ObserveOptions = {},
  ): () => void {
    if (typeof listener !== 'function') {
      throw new TypeError('observe(userIDs, listener) needs a function as its listener.');
    }
    const given: unknown[] = Array.isArray(userIDs) ? userIDs : [userIDs];
    const users = given.filter(isUserID);
    const observer = { listener, live: options?.live !== false, userIDs: users };
    this.#notifier.add(observer);
    this.#use?.session.addInterest(users, observer.live);
    return () => {
      if (this.#notifier.remove(observer)) this.#use?.session.removeInterest(users, observer.live);
    };
  }

  /** Checks again whether there can be statuses, after `unavailable`. */
  retry(): void {
    if (this.#error) this.#use?.session.retry();
  }

  /**
   * Takes statuses from this source, in place of the one before; returns its stop, safe to call
   * twice. Sources with the same `origin` (an engine's store) share one session, which ends with its
   * last user; while there is one, a source with another origin is refused with a warning.
   *
   * @throws TypeError when `source` is no function
   */
  use(source: PresenceSource): () => void {
    if (typeof source !== 'function') throw new TypeError('use(source) needs a PresenceSource.');
    const { origin } = source;
    if (origin && this.#use?.origin) {
      if (origin === this.#use.origin) return this.#share(this.#use);
      console.warn(
        'tui-presence: another engine is connected already and stays. Disconnect it first, ' +
          'or connect this one to a PresenceController of its own.',
      );
      return () => undefined;
    }
    // A listener may start another source when the one before ends.
    while (this.#use) this.#end(this.#use);
    const use: SessionUse = { origin, session: this.#createSession(source), users: 0 };
    this.#use = use;
    for (const { userIDs, live } of this.#notifier.observers) {
      use.session.addInterest(userIDs, live);
    }
    use.session.start();
    return this.#share(use);
  }

  #createSession(source: PresenceSource): SourceSession {
    return new SourceSession({
      source,
      limits: this.#limits,
      environment: source.environment ?? this.environment,
      map: this.#map,
      directory: this.directory,
      counts: this.#counts,
      wantedDisplay: () => this.#wantedDisplay,
      onState: (state) => this.#setState(state),
      onError: (error) => this.#setError(error),
      onUser: (userID) => (this.#userID = userID),
      onDisplay: (on) => this.#setDisplay(on),
      onUpdate: () => this.#notifier.requestFlushOfChanges(),
      onInvalidate: () => this.#notifier.requestFlush(),
    });
  }

  #share(use: SessionUse): () => void {
    use.users += 1;
    let isUsing = true;
    return () => {
      if (!isUsing) return;
      isUsing = false;
      use.users -= 1;
      if (use.users === 0) this.#end(use);
    };
  }

  #end(use: SessionUse): void {
    if (this.#use !== use) return;
    this.#use = undefined;
    use.session.stop();
    // A listener may start another source at each of these steps.
    if (!this.#use) this.#setError(undefined);
    if (!this.#use) this.#setState('idle');
    if (!this.#use) this.#setDisplay(false);
  }

  #setDisplay(on: boolean): void {
    if (on === this.#display) return;
    this.#display = on;
    this.dispatchEvent(new PresenceDisplayEvent(on));
  }

  #setState(state: PresenceState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.dispatchEvent(new PresenceStateEvent(state));
  }

  #setError(error: PresenceError | undefined): void {
    const before = this.#error;
    this.#error = error;
    if (error && error.reason === before?.reason && error.code === before.code) return;
    if (error) this.dispatchEvent(new PresenceErrorEvent(error));
  }
}
