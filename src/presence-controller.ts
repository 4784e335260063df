import { Directory } from './directory.js';
import { browserPage } from './page.js';
import type { Page } from './page.js';
import { PresenceError } from './presence-error.js';
import { PresenceDisplayEvent, PresenceErrorEvent, PresenceStateEvent } from './presence-events.js';
import type { PresenceState } from './presence-events.js';
import { PresenceMap } from './presence-map.js';
import { PresenceObservers } from './presence-observers.js';
import type { Observer, PresenceListener } from './presence-observers.js';
import { PresencePlanner } from './presence-planner.js';
import type { PlannedCall } from './presence-planner.js';
import type {
  CallFailure,
  CallKind,
  PresenceSource,
  RunningSource,
  SourceLimits,
  SourceReport,
} from './presence-source.js';
import { FRESHNESS, isUserID, UNKNOWN } from './presence.js';
import type { Presence, PresenceStatus, StatusEntry, StatusOf } from './presence.js';
import { Waker } from './waker.js';

/** What the service takes: Chat SDK 3.6.6 and TENCENT's documentation of user status. */
export const SERVICE_LIMITS: SourceLimits = { subscribe: 100, query: 500, held: 200 };

/** Failures after which nothing is asked until `retry()` or another login. */
const FINAL = new Set([
  'feature-disabled',
  'plan-unsupported',
  'user-sig-expired',
  'kicked-offline',
]);

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

/** A source in use, by how many. */
interface Running {
  readonly key: object | undefined;
  users: number;
  stopLooking?: () => void;
  readonly stop: () => void;
}

export interface PresenceControllerOptions {
  /** Time, frames and chance; a test brings its own. */
  page?: Page;
  limits?: SourceLimits;
}

/**
 * Joins the one map of statuses, the planner of calls and a source.
 *
 * It runs from `use(source)` (see `connect`) until the stop which that returns. Statuses may be read
 * with `presenceOf` at any time; listeners hear of changes once a frame, and only of users they
 * observe. A failure of the service never throws: it is `state` and `error`.
 */
export class PresenceController extends EventTarget {
  /** The contacts and conversations of the logged-in user, for lists without their own. */
  readonly directory: Directory;

  readonly #page: Page;
  readonly #map: PresenceMap;
  readonly #planner: PresencePlanner;
  readonly #observers = new PresenceObservers();
  readonly #waker: Waker;
  #source: RunningSource | undefined;
  #running: Running | undefined;
  #state: PresenceState = 'idle';
  #way: 'idle' | 'connecting' | 'ready' | 'disconnected' = 'idle';
  #error: PresenceError | undefined;
  /** The code of the passing failure that was told last, and the calls that fail so. */
  #toldCode: number | undefined;
  #toldKind: CallKind | undefined;
  #self: string | undefined;
  #display = false;
  #switchWish: boolean | undefined;
  #order = 0;
  /** Counts up whenever answers under way become void. */
  #epoch = 0;
  #liveSlots = new Set<number>();
  #frameAsked = false;
  #dirty = false;
  #timer: (() => void) | undefined;
  #timerAt = Infinity;
  #calls = { subscribe: 0, unsubscribe: 0, query: 0 };
  #refused = 0;
  #notifications = 0;

  constructor(options: PresenceControllerOptions = {}) {
    super();
    this.#page = options.page ?? browserPage();
    const report = (error: unknown) => this.#page.report(error);
    this.directory = new Directory(report);
    this.#map = new PresenceMap(report);
    this.#planner = new PresencePlanner(options.limits ?? SERVICE_LIMITS);
    this.#waker = new Waker(this.#page, () => this.#wake());
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
    return this.#self;
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
    return {
      observed: this.#observers.observed,
      live: counts.live,
      snapshot: counts.snapshot,
      held: this.#planner.places,
      subscribeCalls: this.#calls.subscribe,
      unsubscribeCalls: this.#calls.unsubscribe,
      queryCalls: this.#calls.query,
      refused: this.#refused,
      evicted: this.#planner.evicted,
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
    this.#attempt(() => this.#source?.switchUserStatus(on));
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
    const live = options?.live !== false;
    const wanted = new Set(typeof userIDs === 'string' ? [userIDs] : arrayOf(userIDs));
    this.#map.reserve(wanted.size);
    this.#planner.reserve(wanted.size);
    const slots = new Uint32Array(this.#slotsOf([...wanted]));
    const observer: Observer = { listener, live, slots };
    this.#observers.add(observer);
    const now = this.#page.now();
    for (const slot of slots) this.#planner.want(slot, live, now);
    this.#pump();
    let observing = true;
    return () => {
      if (!observing) return;
      observing = false;
      this.#observers.remove(observer);
      const then = this.#page.now();
      for (const slot of slots) this.#planner.release(slot, live, then);
      this.#pump();
    };
  }

  /** Looks again whether presence is to be had, after `unavailable`. */
  retry(): void {
    if (!this.#error) return;
    this.#setError(undefined);
    this.#attempt(() => this.#source?.retry?.());
    this.#update();
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
    const running: Running = { key, users: 0, stop: () => this.#stop(running) };
    this.#running = running;
    this.#way = 'connecting';
    this.#attempt(() => {
      const started = source(this.#reportTo(running));
      if (this.#running === running) this.#source = started;
      else started.stop();
    });
    // What was put off while nobody looked is due when somebody does.
    running.stopLooking = this.#page.observe(() => {
      this.#planner.stir(this.#page.now());
      this.#pump();
    });
    if (this.#switchWish !== undefined) {
      const wish = this.#switchWish;
      this.#attempt(() => this.#source?.switchUserStatus(wish));
    }
    this.#update();
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

  #stop(running: Running): void {
    if (this.#running !== running) return;
    const source = this.#source;
    this.#running = undefined;
    this.#source = undefined;
    running.stopLooking?.();
    this.#attempt(() => source?.stop());
    this.#setSession(undefined);
    this.#setDisplay(false);
    this.#setError(undefined);
    this.#update();
  }

  /** What one source says; once it is stopped, nobody listens. */
  #reportTo(running: Running): SourceReport {
    const heard =
      <Values extends unknown[]>(hear: (...values: Values) => void) =>
      (...values: Values): void => {
        if (this.#running !== running) return;
        this.#attempt(() => hear(...values));
        this.#update();
      };
    return {
      session: heard((userID) => this.#setSession(userID)),
      connection: heard((state) => this.#setConnection(state)),
      display: heard((on) => this.#setDisplay(on)),
      pushed: heard((entries) => {
        const order = ++this.#order;
        this.#take(entries, order, (slot) => {
          this.#planner.heard(slot);
          this.#map.setLive(slot, this.#planner.isLive(slot));
          if (this.#planner.isLive(slot)) this.#liveSlots.add(slot);
        });
      }),
      noticed: heard((entries) => {
        // What agrees is no news: it may be older than an answer that is still under way.
        const news = entries.filter(({ userID, statusType, customStatus }) => {
          const slot = this.#map.find(userID);
          return (
            slot === undefined ||
            this.#map.typeOf(slot) !== statusType ||
            this.#map.customStatusOf(slot) !== customStatus
          );
        });
        this.#take(news, ++this.#order);
      }),
      answered: heard((entries, sentAt) => this.#take(entries, sentAt)),
      order: () => ++this.#order,
      expected: heard((userIDs) => this.#planner.expect(this.#slotsOf(userIDs))),
      subscribeElsewhere: (userIDs, owner) => {
        let settle = (_held: readonly string[]): void => undefined;
        heard(() => {
          const slots = this.#slotsOf(userIDs);
          const call = this.#planner.subscribeElsewhere(slots, owner, this.#page.now());
          this.#syncLive();
          settle = heard((held) => {
            const slotsHeld = new Set(this.#slotsOf(held));
            this.#planner.settleElsewhere(call, slotsHeld, this.#page.now());
            this.#syncLive();
          });
        })();
        return (held) => settle(held);
      },
      unsubscribedElsewhere: heard((userIDs) => {
        const slots = userIDs && this.#slotsOf(userIDs);
        this.#planner.unsubscribedElsewhere(slots, this.#page.now());
        this.#syncLive();
      }),
      calledElsewhere: heard((kind) => this.#planner.calledElsewhere(kind, this.#page.now())),
      // Told at every push, before anything of it is known: it has no consequence but a frame.
      dirty: () => {
        if (this.#running !== running) return;
        this.#dirty = true;
        this.#schedule();
      },
      failed: heard((error) => this.#fail(error)),
      contacts: heard((contacts) => this.directory.setContacts(contacts)),
      conversations: heard((conversations) => this.directory.setConversations(conversations)),
    };
  }

  #slotsOf(userIDs: readonly string[]): number[] {
    return userIDs.filter(isUserID).map((userID) => this.#map.slotOf(userID));
  }

  /** Applies news; `older` answers are put right at the source and asked for again. */
  #take(entries: readonly StatusEntry[], order: number, each?: (slot: number) => void): void {
    if (!this.#display || this.#isFinal) return;
    const now = this.#page.now();
    const corrections: StatusEntry[] = [];
    for (const entry of arrayOf(entries)) {
      if (!isUserID(entry?.userID)) continue;
      const slot = this.#map.slotOf(entry.userID);
      const { statusType, customStatus } = entry;
      if (this.#map.apply(slot, statusType, customStatus, order, now) === 'older') {
        const type = this.#map.typeOf(slot)!;
        const words = this.#map.customStatusOf(slot);
        if (type === statusType && words === (customStatus ?? '')) continue;
        corrections.push({ userID: entry.userID, statusType: type, customStatus: words });
        this.#planner.askAgain(slot, now);
      }
      each?.(slot);
    }
    if (corrections.length > 0) this.#attempt(() => this.#source?.correct?.(corrections));
  }

  #setSession(userID: string | undefined): void {
    const user = isUserID(userID) ? userID : undefined;
    if (user !== undefined && user === this.#self) return;
    if (user !== undefined) this.#setError(undefined);
    this.#self = user;
    this.#way = user === undefined ? 'idle' : 'connecting';
    this.#drop();
    this.#planner.setSelf(user === undefined ? undefined : this.#map.slotOf(user));
    this.directory.setContacts(undefined);
    this.directory.setConversations(undefined);
  }

  #setConnection(state: 'connecting' | 'connected' | 'disconnected'): void {
    if (this.#self === undefined) {
      this.#way = state === 'connecting' ? 'connecting' : 'idle';
    } else if (state === 'connected') {
      this.#way = 'ready';
    } else if (this.#way === 'ready') {
      this.#way = 'disconnected';
      this.#epoch += 1;
      this.#planner.lost();
      this.#map.staleAll();
      this.#liveSlots.clear();
    }
  }

  #setDisplay(on: boolean): void {
    if (on === this.#display) return;
    this.#display = on;
    this.#drop();
    this.dispatchEvent(new PresenceDisplayEvent(on));
  }

  #fail(error: PresenceError | undefined): void {
    this.#setError(error);
    if (this.#isFinal) this.#drop();
  }

  /** Forgets everybody and voids what is under way. */
  #drop(): void {
    this.#epoch += 1;
    this.#planner.reset();
    this.#map.forgetAll();
    this.#liveSlots.clear();
  }

  get #isFinal(): boolean {
    return this.#error !== undefined && FINAL.has(this.#error.reason);
  }

  get #mayAsk(): boolean {
    return this.#way === 'ready' && this.#display && !this.#isFinal && this.#source !== undefined;
  }

  /** Draws the consequences of whatever has just changed. */
  #update(): void {
    if (this.#mayAsk) {
      if (!this.#planner.isRunning) this.#planner.resume(this.#page.now());
      this.#knowSelf();
    }
    this.#waker.run(this.#way === 'disconnected' && !this.#isFinal && this.#observers.observed > 0);
    const state = this.#isFinal ? 'unavailable' : this.#way;
    if (state !== this.#state) {
      this.#state = state;
      this.dispatchEvent(new PresenceStateEvent(state));
    }
    this.#schedule();
    this.#pump();
  }

  /** The service has no subscription to oneself: whoever is logged in and connected is online. */
  #knowSelf(): void {
    const slot = this.#map.find(this.#self!)!;
    if (this.#map.freshness(slot) === FRESHNESS.indexOf('live')) return;
    this.#map.apply(slot, 1, this.#map.customStatusOf(slot), ++this.#order, this.#page.now());
    this.#map.setLive(slot, true);
  }

  #setError(error: PresenceError | undefined): void {
    const before = this.#error;
    this.#error = error;
    if (!error) this.#toldKind = this.#toldCode = undefined;
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
      this.#attempt(() => this.#source?.collect?.(this.#wantedLive()));
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

  *#wantedLive(): Iterable<string> {
    for (const slot of this.#planner.wantedLive()) yield this.#map.userID(slot);
  }

  /** Makes the calls that are due, and comes back when the next are. */
  #pump(): void {
    if (!this.#mayAsk) {
      this.#setTimer(Infinity);
      return;
    }
    const plan = this.#planner.next(this.#page.now(), !this.#page.awake());
    this.#setTimer(plan.at);
    for (const call of plan.calls) void this.#call(call);
  }

  #setTimer(at: number): void {
    if (at === this.#timerAt) return;
    this.#timer?.();
    this.#timer = undefined;
    this.#timerAt = at;
    if (at === Infinity) return;
    this.#timer = this.#page.timer(
      () => {
        this.#timerAt = Infinity;
        this.#pump();
      },
      Math.max(0, at - this.#page.now()),
    );
  }

  async #call(call: PlannedCall): Promise<void> {
    const source = this.#source!;
    const epoch = this.#epoch;
    const order = ++this.#order;
    const userIDs = call.users.map((slot) => this.#map.userID(slot));
    this.#calls[call.kind] += 1;
    try {
      let failures: readonly CallFailure[];
      if (call.kind === 'query') {
        const answer = await source.query(userIDs);
        if (epoch !== this.#epoch) return;
        this.#compare(answer.entries, order);
        this.#take(answer.entries, order);
        failures = answer.failures;
      } else {
        failures = await source[call.kind](userIDs);
      }
      if (epoch !== this.#epoch) return;
      this.#heardAnswer(call.kind);
      const refused = this.#slotsOf(arrayOf(failures).map((failure) => failure?.userID));
      this.#planner.done(call, refused, this.#page.now());
    } catch (error) {
      if (epoch !== this.#epoch) return;
      this.#refused += 1;
      this.#planner.failed(call, this.#page.now(), this.#page.random());
      this.#heardRefusal(error, call.kind);
    }
    this.#syncLive();
    this.#update();
  }

  /** A live status that an answer contradicts was lost without a word: the place is gone. */
  #compare(entries: readonly StatusEntry[], order: number): void {
    for (const entry of arrayOf(entries)) {
      const slot = this.#map.find(entry?.userID);
      if (slot === undefined || !this.#planner.isLive(slot)) continue;
      const known = this.#map.typeOf(slot);
      if (known === undefined || known === entry.statusType) continue;
      // A push that crossed the answer came by the subscription.
      if (this.#map.orderOf(slot) < order) this.#planner.doubt(slot, this.#page.now());
    }
  }

  #heardAnswer(kind: CallKind): void {
    // Answers to calls of another kind do not mend what was told.
    if (this.#toldKind && kind !== this.#toldKind) return;
    this.#toldKind = this.#toldCode = undefined;
    if (this.#error && !this.#isFinal) this.#setError(undefined);
  }

  #heardRefusal(error: unknown, kind: CallKind): void {
    const known =
      error instanceof PresenceError
        ? error
        : new PresenceError('unknown', 0, textOf(error), { cause: error });
    if (FINAL.has(known.reason)) {
      this.#fail(known);
    } else if (known.reason === 'unknown' && known.code !== this.#toldCode) {
      this.#setError(known);
      this.#toldCode = known.code;
      this.#toldKind = kind;
    }
  }

  #syncLive(): void {
    const live = new Set(this.#planner.live());
    for (const slot of this.#liveSlots) if (!live.has(slot)) this.#map.setLive(slot, false);
    for (const slot of live) this.#map.setLive(slot, true);
    this.#liveSlots = live;
  }

  #wake(): void {
    const userIDs = [...this.#wantedLive()].slice(0, 1);
    if (userIDs.length === 0) {
      this.#observers.eachSlot((slot) => {
        if (userIDs.length === 0 && this.#planner.isWanted(slot))
          userIDs.push(this.#map.userID(slot));
      });
    }
    if (userIDs.length > 0) this.#attempt(() => this.#source?.wake?.(userIDs));
  }

  /** Runs somebody else's code: what it throws is brought to light and stops nobody. */
  #attempt(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#page.report(error);
    }
  }
}

/** The words of whatever a source threw; some things have none, and throw in turn. */
function textOf(error: unknown): string {
  try {
    return String((error as Error | undefined)?.message ?? error);
  } catch {
    return '';
  }
}

function arrayOf<Item>(value: readonly Item[]): readonly Item[] {
  return Array.isArray(value) ? value : [];
}
