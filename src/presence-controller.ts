import { Directory } from './directory.js';
import { browserPage } from './page.js';
import type { Page } from './page.js';
import { PresenceError } from './presence-error.js';
import { PresenceDisplayEvent, PresenceErrorEvent, PresenceStateEvent } from './presence-events.js';
import type { PresenceEventTarget, PresenceState } from './presence-events.js';
import { feedOf } from './presence-feed.js';
import type { Feed, FeedHost } from './presence-feed.js';
import type { Observer, PresenceListener } from './presence-observers.js';
import type { PresenceSource, SourceLimits } from './presence-source.js';
import { isUserID, UNKNOWN } from './presence.js';
import type { Presence, PresenceStatus, StatusOf } from './presence.js';

/** Counters for a page that wants to show, or to test, what presence does. */
export interface PresenceStats {
  /** Users that somebody observes. */
  readonly observed: number;
  /** Of those, how many are subscribed and answered. */
  readonly live: number;
  /** Of those, how many are known by query. */
  readonly snapshot: number;
  /** Subscriptions in all that count against the service's limit, as far as we know. */
  readonly held: number;
  readonly subscribeCalls: number;
  readonly unsubscribeCalls: number;
  readonly queryCalls: number;
  /** Calls that were refused or never answered. */
  readonly refused: number;
  /** Subscriptions given up for others, or taken away. */
  readonly evicted: number;
  /** Calls of listeners. */
  readonly notifications: number;
}

export interface PresenceControllerOptions {
  /** Time, frames and chance; a test brings its own. */
  page?: Page;
  limits?: SourceLimits;
}

export interface ObserveOptions {
  /** Whether a subscription is wanted; else a status asked for now and then will do. */
  live?: boolean;
  /** Tells what `shownOf` does, without the time of the change. @internal */
  brief?: boolean;
  /** Asked before each call of the listener, with `live`: whether to leave it out. @internal */
  isSilent?: (live: boolean) => boolean;
}

/** A source in use, by how many. */
interface Running {
  readonly key: object | undefined;
  users: number;
  /** Makes the feed, anew after it could not be had. */
  readonly begin: () => void;
  readonly stop: () => void;
}

/**
 * Keeps the one map of statuses and tells of its changes; a feed fills it from a source.
 *
 * It runs from `use(source)` (see `connect`) until the stop which that returns. Statuses may be read
 * with `presenceOf` at any time; listeners hear of changes once a frame, and only of users they
 * observe. A failure of the service never throws: it is `state` and `error`.
 */
export class PresenceController extends (EventTarget as new () => PresenceEventTarget) {
  /** The contacts and conversations of the logged-in user, for lists without their own. */
  readonly directory: Directory;

  /** Time and frames, for elements that keep step. @internal */
  readonly page: Page;

  readonly #host: FeedHost;
  readonly #observers = new Set<Observer>();
  #feed: Feed | undefined;
  #running: Running | undefined;
  #state: PresenceState = 'idle';
  #error: PresenceError | undefined;
  #userID: string | undefined;
  #display = false;
  #switchWish: boolean | undefined;
  #statusOf: StatusOf | undefined;

  constructor(options: PresenceControllerOptions = {}) {
    super();
    const { page = browserPage(), limits } = options;
    this.page = page;
    this.directory = new Directory((error) => page.report(error));
    this.#host = {
      controller: this,
      limits,
      observers: this.#observers,
      counts: {
        subscribeCalls: 0,
        unsubscribeCalls: 0,
        queryCalls: 0,
        refused: 0,
        evicted: 0,
        notifications: 0,
      },
      core: undefined,
      setUserID: (userID) => (this.#userID = userID),
      setDisplay: (on) => this.#setDisplay(on),
      setState: (state) => this.#setState(state),
      setError: (error) => this.#setError(error),
      collect: () => this.#feed?.collect(),
    };
  }

  get state(): PresenceState {
    return this.#state;
  }

  /** Why presence is not to be had, in words that say what to do. */
  get error(): PresenceError | undefined {
    return this.#error;
  }

  /** Whether statuses are shown at all; off by default, as in the official kit. */
  get displayOnlineStatus(): boolean {
    return this.#display;
  }

  /** Who is logged in. */
  get userID(): string | undefined {
    return this.#userID;
  }

  /** Maps an app's own words to a status; setting it shows everybody anew. */
  get statusOf(): StatusOf | undefined {
    return this.#statusOf;
  }

  set statusOf(statusOf: StatusOf | undefined) {
    this.#statusOf = typeof statusOf === 'function' ? statusOf : undefined;
    this.#host.core?.remap(this.#statusOf);
  }

  get stats(): PresenceStats {
    const { core, counts } = this.#host;
    return {
      ...counts,
      ...(core?.count() ?? { observed: this.#observed, live: 0, snapshot: 0 }),
      held: this.#feed?.places ?? 0,
      evicted: counts.evicted + (this.#feed?.evicted ?? 0),
    };
  }

  /**
   * Switches statuses on or off for the whole page, as the engine's `switchUserStatus` does. Before
   * there is a source or a login, it is remembered until there is.
   */
  switchUserStatus(options: { displayOnlineStatus: boolean }): void {
    const on = options?.displayOnlineStatus === true;
    this.#switchWish = on;
    this.#feed?.switchUserStatus(on);
  }

  /** What is known of a user now. Never throws; of a stranger nothing is known. */
  presenceOf(userID: string): Presence {
    return this.#host.core?.presenceOf(userID) ?? UNKNOWN;
  }

  /**
   * What an element shows of a user: that without the time of the change, which would take an entry
   * for each. @internal
   */
  shownOf(userID: string): Presence {
    return this.#host.core?.presenceOf(userID, true) ?? UNKNOWN;
  }

  /** The status alone: for ordering and counting thousands, where an entry each would be dear. */
  statusFor(userID: string): PresenceStatus {
    return this.#host.core?.statusFor(userID) ?? 'unknown';
  }

  /**
   * Calls `listener` after the presence of one of these users has changed, once a frame. `live`
   * (default) wants a subscription; `false` is content with a status asked for now and then. IDs
   * that are no text are left out. Returns the stop, safe to call twice.
   */
  observe(
    userIDs: string | readonly string[],
    listener: PresenceListener,
    options: ObserveOptions = {},
  ): () => void {
    if (typeof listener !== 'function') {
      throw new TypeError('observe(userIDs, listener) needs a function as its listener.');
    }
    const given = typeof userIDs === 'string' ? [userIDs] : Array.isArray(userIDs) ? userIDs : [];
    const observer: Observer = {
      listener,
      live: options?.live !== false,
      brief: options?.brief === true,
      isSilent: options?.isSilent,
      userIDs: distinct(given),
      slots: [],
    };
    this.#observers.add(observer);
    this.#host.core?.add(observer);
    this.#feed?.want(observer);
    return () => {
      if (!this.#observers.delete(observer)) return;
      this.#host.core?.remove(observer);
      this.#feed?.release(observer);
    };
  }

  /** Looks again whether presence is to be had, after `unavailable`. */
  retry(): void {
    if (!this.#error) return;
    this.#setError(undefined);
    if (this.#feed) this.#feed.retry();
    else this.#running?.begin();
  }

  /**
   * Takes statuses from this source, in place of the one before; returns its stop, safe to call
   * twice. With a `key` (an engine's store) a source is shared: the same key again only counts, and
   * stops with its last user; another key is turned down with a warning, and the first stays.
   */
  use(source: PresenceSource, key?: object): () => void {
    if (typeof source !== 'function') throw new TypeError('use(source) needs a PresenceSource.');
    if (key && this.#running?.key === key) return this.#share(this.#running);
    if (key && this.#running?.key) {
      console.warn(
        'tui-presence: another engine is connected already and stays. Disconnect it first, ' +
          'or connect this one to a PresenceController of its own.',
      );
      return () => undefined;
    }
    this.#running?.stop();
    const running: Running = {
      key,
      users: 0,
      begin: () => this.#begin(running, source),
      stop: () => this.#stop(running),
    };
    this.#running = running;
    running.begin();
    return this.#share(running);
  }

  /** How many users are observed, as long as nobody knows them. */
  get #observed(): number {
    return new Set([...this.#observers].flatMap(({ userIDs = [] }) => userIDs)).size;
  }

  #share(running: Running): () => void {
    running.users += 1;
    let using = true;
    return () => {
      if (!using) return;
      using = false;
      running.users -= 1;
      if (running.users === 0) running.stop();
    };
  }

  /** The feed may be in a file of its own that has yet to come. */
  #begin(running: Running, source: PresenceSource): void {
    const start = (feed: Feed): void => {
      if (this.#running !== running) return;
      this.#feed = feed;
      if (this.#switchWish !== undefined) feed.switchUserStatus(this.#switchWish);
      feed.start();
    };
    const feed = feedOf(this.#host, source);
    if (!(feed instanceof Promise)) {
      start(feed);
      return;
    }
    this.#setState('connecting');
    feed.then(start, (cause: Error) => {
      if (this.#running !== running) return;
      this.#setError(new PresenceError('unknown', 0, cause.message, { cause }));
      this.#setState('unavailable');
    });
  }

  #stop(running: Running): void {
    if (this.#running !== running) return;
    const feed = this.#feed;
    this.#running = this.#feed = undefined;
    feed?.stop();
    this.#setError(undefined);
    this.#setState('idle');
    // Whoever heard that may have begun anew.
    if (!this.#running) this.#setDisplay(false);
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

/** Each ID once. Nearly all who observe are dots, of one user each. */
function distinct(given: readonly unknown[]): readonly string[] {
  const userIDs = given.filter(isUserID);
  return userIDs.length > 1 ? [...new Set(userIDs)] : userIDs;
}
