import { Directory } from './directory.js';
import { browserPage } from './page.js';
import type { Page } from './page.js';
import { PresenceError } from './presence-error.js';
import { PresenceDisplayEvent, PresenceErrorEvent, PresenceStateEvent } from './presence-events.js';
import type { PresenceEventTarget, PresenceState } from './presence-events.js';
import { feedOf } from './presence-feed.js';
import type { Feed, FeedHost } from './presence-feed.js';
import { PresenceMap } from './presence-map.js';
import { PresenceObservers } from './presence-observers.js';
import type { Observer, PresenceListener } from './presence-observers.js';
import type { PresenceSource, SourceLimits } from './presence-source.js';
import { FRESHNESS, isUserID, UNKNOWN } from './presence.js';
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

  readonly #host: FeedHost;
  readonly #page: Page;
  readonly #map: PresenceMap;
  readonly #observers = new PresenceObservers();
  readonly #counts = { subscribe: 0, unsubscribe: 0, query: 0, refused: 0 };
  #feed: Feed | undefined;
  #running: Running | undefined;
  #state: PresenceState = 'idle';
  #error: PresenceError | undefined;
  #userID: string | undefined;
  #display = false;
  #switchWish: boolean | undefined;
  #frameAsked = false;
  #dirty = false;
  #notifications = 0;
  /** Places that feeds before this one gave up. */
  #evicted = 0;

  constructor(options: PresenceControllerOptions = {}) {
    super();
    const { page = browserPage(), limits } = options;
    const report = (error: unknown) => page.report(error);
    const map = new PresenceMap(report);
    const directory = new Directory(report);
    const display = () => this.#display;
    const error = () => this.#error;
    this.#page = page;
    this.#map = map;
    this.directory = directory;
    this.#host = {
      page,
      limits,
      map,
      directory,
      observers: this.#observers,
      counts: this.#counts,
      get error() {
        return error();
      },
      get displayOnlineStatus() {
        return display();
      },
      setUserID: (userID) => {
        this.#userID = userID;
        directory.setContacts(undefined);
        directory.setConversations(undefined);
      },
      setDisplay: (on) => this.#setDisplay(on),
      setState: (state) => this.#setState(state),
      setError: (error) => this.#setError(error),
      schedule: (dirty) => {
        this.#dirty ||= dirty === true;
        this.#schedule();
      },
      attempt: (run) => this.#attempt(run),
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

  /** Time and frames, for elements that keep step. @internal */
  get page(): Page {
    return this.#page;
  }

  /** Who is logged in. */
  get userID(): string | undefined {
    return this.#userID;
  }

  /** Maps an app's own words to a status; setting it shows everybody anew. */
  get statusOf(): StatusOf | undefined {
    return this.#map.statusOf;
  }

  set statusOf(statusOf: StatusOf | undefined) {
    this.#map.statusOf = typeof statusOf === 'function' ? statusOf : undefined;
    this.#map.remap();
    this.#schedule();
  }

  get stats(): PresenceStats {
    const counts = { none: 0, snapshot: 0, live: 0, stale: 0 };
    this.#observers.eachSlot((slot) => {
      counts[FRESHNESS[this.#map.freshness(slot)]!] += 1;
    });
    const { subscribe, unsubscribe, query, refused } = this.#counts;
    return {
      observed: this.#observers.observed,
      live: counts.live,
      snapshot: counts.snapshot,
      held: this.#feed?.places ?? 0,
      subscribeCalls: subscribe,
      unsubscribeCalls: unsubscribe,
      queryCalls: query,
      refused,
      evicted: this.#evicted + (this.#feed?.evicted ?? 0),
      notifications: this.#notifications,
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
    const slot = this.#map.find(userID);
    return slot === undefined ? UNKNOWN : this.#map.presence(slot);
  }

  /** The status alone: for ordering and counting thousands, where an entry each would be dear. */
  statusFor(userID: string): PresenceStatus {
    const slot = this.#map.find(userID);
    return slot === undefined ? 'unknown' : this.#map.status(slot);
  }

  /**
   * Calls `listener` after the presence of one of these users has changed, once a frame. `live`
   * (default) wants a subscription; `false` is content with a status asked for now and then. IDs
   * that are no text are left out. Returns the stop, safe to call twice.
   */
  observe(
    userIDs: string | readonly string[],
    listener: PresenceListener,
    options: { live?: boolean } = {},
  ): () => void {
    if (typeof listener !== 'function') {
      throw new TypeError('observe(userIDs, listener) needs a function as its listener.');
    }
    const given = typeof userIDs === 'string' ? [userIDs] : Array.isArray(userIDs) ? userIDs : [];
    const wanted = new Set<string>(given.filter(isUserID));
    this.#map.reserve(wanted.size);
    const slots = Uint32Array.from(wanted, (userID) => this.#map.slotOf(userID));
    const observer: Observer = { listener, live: options?.live !== false, slots };
    this.#observers.add(observer);
    this.#feed?.want(observer);
    return () => {
      if (!this.#observers.all.has(observer)) return;
      this.#observers.remove(observer);
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
    this.#evicted += feed?.evicted ?? 0;
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

  #schedule(): void {
    if (this.#frameAsked || !(this.#dirty || this.#map.hasChanges)) return;
    this.#frameAsked = true;
    this.#page.frame(() => this.#flush());
  }

  #flush(): void {
    if (this.#dirty) {
      this.#dirty = false;
      this.#feed?.collect();
    }
    this.#map.takeChanges((slot) => {
      this.#observers.each(slot, ({ listener }) => {
        this.#notifications += 1;
        this.#attempt(() => listener(this.#map.userID(slot), this.#map.presence(slot)));
      });
    });
    // Only now: what was found above is told, and would ask for another frame in vain.
    this.#frameAsked = false;
    this.#schedule();
  }

  #attempt(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#page.report(error);
    }
  }
}
