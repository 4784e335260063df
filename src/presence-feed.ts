import type { Page } from './page.js';
import type { PresenceController, PresenceStats } from './presence-controller.js';
import { PresenceCore } from './presence-core.js';
import { PresenceError, presenceError } from './presence-error.js';
import type { PresenceState } from './presence-events.js';
import type { PresenceMap } from './presence-map.js';
import type { Observer } from './presence-observers.js';
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
import { FRESHNESS, isUserID } from './presence.js';
import type { StatusEntry } from './presence.js';
import { Waker } from './waker.js';

/** What the service takes: Chat SDK 3.6.6 and TENCENT's documentation of user status. */
const SERVICE_LIMITS: SourceLimits = { subscribe: 100, query: 500, held: 200 };

/** Failures after which nothing is asked until `retry()` or another login. */
const FINAL = new Set([
  'feature-disabled',
  'plan-unsupported',
  'user-sig-expired',
  'kicked-offline',
]);

/** The controller as its feeds see it: who listens, and what is to be told. */
export interface FeedHost {
  readonly controller: Pick<
    PresenceController,
    'directory' | 'displayOnlineStatus' | 'error' | 'page' | 'statusOf'
  >;
  readonly limits: SourceLimits | undefined;
  /** Whoever observes. */
  readonly observers: ReadonlySet<Observer>;
  /** Counters, which outlast a feed. */
  readonly counts: Pick<
    Record<keyof PresenceStats, number>,
    `${CallKind}Calls` | 'refused' | 'evicted' | 'notifications'
  >;
  /** What is known, once there has been a feed. */
  core: PresenceCore | undefined;
  setUserID(userID: string | undefined): void;
  setDisplay(on: boolean): void;
  setState(state: PresenceState): void;
  setError(error: PresenceError | undefined): void;
  /** Has the feed collect what waits at its source. */
  collect(): void;
}

/** What a controller asks of its feed. */
export interface Feed {
  /** Places at the service, as far as we know. */
  readonly places: number;
  /** Places given up for others, or taken away. */
  readonly evicted: number;
  /** Begins. Whoever is observed by then is wanted. */
  start(): void;
  stop(): void;
  want(observer: Observer): void;
  release(observer: Observer): void;
  switchUserStatus(on: boolean): void;
  retry(): void;
  /** Has the source report what waits there, before a frame is drawn. */
  collect(): void;
}

/** Joins a controller to a source. */
export function feedOf(host: FeedHost, source: PresenceSource): Feed | Promise<Feed> {
  host.core ??= new PresenceCore(host);
  return new PresenceFeed(host, host.core, source);
}

/**
 * Takes news from one source to a controller, and the wishes of its observers to the source: it
 * plans the calls, makes them, and knows what an answer is worth. A failure is state.
 */
class PresenceFeed implements Feed {
  readonly #host: FeedHost;
  readonly #core: PresenceCore;
  readonly #page: Page;
  readonly #map: PresenceMap;
  readonly #begin: PresenceSource;
  readonly #planner: PresencePlanner;
  readonly #waker: Waker;
  #source: RunningSource | undefined;
  /** Whether a source has begun that takes its time to come. */
  #isStarting = false;
  #way: 'idle' | 'connecting' | 'ready' | 'disconnected' = 'connecting';
  #self: string | undefined;
  /** The code of the passing failure that was told last, and the calls that fail so. */
  #toldCode: number | undefined;
  #toldKind: CallKind | undefined;
  #order = 0;
  /** Counts up whenever answers under way become void. */
  #epoch = 0;
  #liveSlots = new Set<number>();
  /** Who is wanted live, until somebody comes or goes. */
  #onScreen: readonly string[] | undefined;
  /** Whom elements have drawn while news waited at the source: they may show something old. */
  #glanced: string[] = [];
  #switchWish: boolean | undefined;
  #timer: (() => void) | undefined;
  #timerAt = Infinity;
  #stopLooking: (() => void) | undefined;
  #stopped = false;

  constructor(host: FeedHost, core: PresenceCore, source: PresenceSource) {
    this.#host = host;
    this.#core = core;
    this.#page = host.controller.page;
    this.#map = core.map;
    this.#begin = source;
    this.#planner = new PresencePlanner(host.limits ?? SERVICE_LIMITS);
    this.#waker = new Waker(this.#page, () => this.#wake());
  }

  get evicted(): number {
    return this.#planner.evicted;
  }

  get places(): number {
    return this.#planner.places;
  }

  start(): void {
    this.#core.glanced = (userID) => this.#glance(userID);
    for (const observer of this.#host.observers) this.#want(observer);
    // What was put off while nobody looked is due when somebody does.
    this.#stopLooking = this.#page.observe(() => {
      this.#planner.stir(this.#page.now());
      this.#pump();
    });
    this.#startSource();
    this.#update();
  }

  stop(): void {
    const source = this.#source;
    this.#stopped = true;
    this.#core.glanced = undefined;
    this.#host.counts.evicted += this.#planner.evicted;
    this.#source = undefined;
    this.#stopLooking?.();
    this.#waker.run(false);
    this.#setTimer(Infinity);
    this.#core.attempt(() => source?.stop());
    this.#setSession(undefined);
    this.#core.schedule();
  }

  want(observer: Observer): void {
    this.#want(observer);
    // Who is on screen does not wait for its turn at the source.
    if (observer.live && this.#source?.isWaiting) this.#core.schedule(true);
    this.#pump();
  }

  release({ slots, live }: Observer): void {
    const now = this.#page.now();
    if (live) this.#onScreen = undefined;
    for (const slot of slots) this.#planner.release(slot, live, now);
    this.#pump();
  }

  switchUserStatus(on: boolean): void {
    this.#switchWish = on;
    this.#core.attempt(() => this.#source?.switchUserStatus(on));
  }

  retry(): void {
    this.#setError(undefined);
    if (this.#source) this.#core.attempt(() => this.#source?.retry?.());
    else if (!this.#isStarting) this.#startSource();
    this.#update();
  }

  collect(): void {
    const userIDs = this.#glanced.length
      ? this.#wantedLive.concat(this.#glanced)
      : this.#wantedLive;
    this.#glanced = [];
    this.#core.attempt(() => this.#source?.collect?.(userIDs));
  }

  /** A row that comes into sight is followed only when it stays there; it shows what is so at once. */
  #glance(userID: string): void {
    if (!this.#source?.isWaiting) return;
    this.#glanced.push(userID);
    this.#core.schedule(true);
  }

  #startSource(): void {
    const started = (source: RunningSource): void => {
      if (this.#stopped) {
        source.stop();
        return;
      }
      this.#source = source;
      const on = this.#switchWish;
      if (on !== undefined) source.switchUserStatus(on);
    };
    this.#core.attempt(() => {
      const source = this.#begin(this.#report());
      if (!(source instanceof Promise)) {
        started(source);
        return;
      }
      this.#isStarting = true;
      source
        .finally(() => (this.#isStarting = false))
        .then(started)
        .catch((cause: unknown) => {
          // Another feed may have begun since.
          if (!this.#stopped) this.#heardRefusal(cause);
        })
        .finally(() => this.#update());
    });
  }

  #want({ slots, live }: Observer): void {
    const now = this.#page.now();
    if (live) this.#onScreen = undefined;
    this.#planner.reserve(slots.length);
    for (const slot of slots) this.#planner.want(slot, live, now);
  }

  /** What the source says; after the stop nobody listens. */
  #report(): SourceReport {
    const { directory } = this.#host.controller;
    const heard =
      <Values extends unknown[]>(hear: (...values: Values) => void) =>
      (...values: Values): void => {
        if (this.#stopped) return;
        this.#core.attempt(() => hear(...values));
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
      // Of this a frame may have a dozen: nothing else follows from it.
      noticed: (entries) => {
        if (this.#stopped) return;
        this.#core.attempt(() => this.#take(entries, ++this.#order, undefined, true));
        this.#core.schedule();
      },
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
      isOnScreen: (userID) => {
        const slot = this.#map.find(userID);
        return slot !== undefined && this.#planner.isWantedLive(slot);
      },
      // Told at every push, before anything of it is known: it has no consequence but a frame.
      dirty: () => {
        if (!this.#stopped) this.#core.schedule(true);
      },
      failed: heard((error) => this.#fail(error)),
      contacts: heard((contacts) => directory.setContacts(contacts)),
      conversations: heard((conversations) => directory.setConversations(conversations)),
    };
  }

  #slotsOf(userIDs: readonly string[]): number[] {
    return userIDs.filter(isUserID).map((userID) => this.#map.slotOf(userID));
  }

  /**
   * Applies news; `older` answers are put right at the source and asked for again. What was only
   * noticed and agrees is no news: it may be older than an answer that is still under way.
   */
  #take(
    entries: readonly StatusEntry[],
    order: number,
    each?: (slot: number) => void,
    isNoticed = false,
  ): void {
    if (!this.#host.controller.displayOnlineStatus || this.#isFinal) return;
    const now = this.#page.now();
    const corrections: StatusEntry[] = [];
    for (const entry of arrayOf(entries)) {
      if (!isUserID(entry?.userID)) continue;
      const slot = this.#map.slotOf(entry.userID);
      const { statusType, customStatus } = entry;
      const type = this.#map.typeOf(slot);
      const words = this.#map.customStatusOf(slot);
      const agrees = type === statusType && words === (customStatus ?? '');
      if (isNoticed && agrees) continue;
      if (this.#map.apply(slot, statusType, customStatus, order, now) === 'older') {
        if (agrees) continue;
        corrections.push({ userID: entry.userID, statusType: type!, customStatus: words });
        this.#planner.askAgain(slot, now);
      }
      each?.(slot);
    }
    if (corrections.length === 0) return;
    this.#core.attempt(() => this.#source?.correct?.(corrections));
    this.#pump();
  }

  #setSession(userID: string | undefined): void {
    const user = isUserID(userID) ? userID : undefined;
    if (user !== undefined && user === this.#self) return;
    if (user !== undefined) this.#setError(undefined);
    this.#self = user;
    this.#way = user === undefined ? 'idle' : 'connecting';
    this.#drop();
    this.#planner.setSelf(user === undefined ? undefined : this.#map.slotOf(user));
    this.#onScreen = undefined;
    this.#host.setUserID(user);
    const { directory } = this.#host.controller;
    directory.setContacts(undefined);
    directory.setConversations(undefined);
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
    if (on === this.#host.controller.displayOnlineStatus) return;
    this.#drop();
    this.#host.setDisplay(on);
  }

  /** An error without a message gets the page's words for its reason. */
  #setError(error: PresenceError | undefined): void {
    if (!error) this.#toldKind = this.#toldCode = undefined;
    this.#host.setError(
      error?.message === '' ? presenceError(error.reason, error.code, '', error.cause) : error,
    );
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
    const { error } = this.#host.controller;
    return error !== undefined && FINAL.has(error.reason);
  }

  get #mayAsk(): boolean {
    return (
      this.#way === 'ready' &&
      this.#host.controller.displayOnlineStatus &&
      !this.#isFinal &&
      this.#source !== undefined
    );
  }

  /** Draws the consequences of whatever has just changed. */
  #update(): void {
    if (this.#stopped) return;
    if (this.#mayAsk) {
      if (!this.#planner.isRunning) this.#planner.resume(this.#page.now());
      this.#knowSelf();
    }
    this.#waker.run(
      this.#way === 'disconnected' && !this.#isFinal && this.#core.observers.observed > 0,
    );
    this.#host.setState(this.#isFinal ? 'unavailable' : this.#way);
    this.#core.schedule();
    this.#pump();
  }

  /** The service has no subscription to oneself: whoever is logged in and connected is online. */
  #knowSelf(): void {
    const slot = this.#map.find(this.#self!)!;
    if (this.#map.freshness(slot) === FRESHNESS.indexOf('live')) return;
    this.#map.apply(slot, 1, this.#map.customStatusOf(slot), ++this.#order, this.#page.now());
    this.#map.setLive(slot, true);
  }

  /** Kept, since every frame with news asks for it. */
  get #wantedLive(): readonly string[] {
    return (this.#onScreen ??= Array.from(this.#planner.wantedLive(), (slot) =>
      this.#map.userID(slot),
    ));
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
    this.#host.counts[`${call.kind}Calls`] += 1;
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
      this.#host.counts.refused += 1;
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
    if (this.#host.controller.error && !this.#isFinal) this.#setError(undefined);
  }

  #heardRefusal(error: unknown, kind?: CallKind): void {
    const known =
      error instanceof PresenceError
        ? error
        : new PresenceError('unknown', 0, textOf(error), { cause: error });
    if (FINAL.has(known.reason)) {
      this.#fail(known);
    } else if (known.reason === 'unknown' && known.code !== this.#toldCode) {
      // Whoever hears of it may try again at once, and then it is news again.
      this.#toldCode = known.code;
      this.#toldKind = kind;
      this.#setError(known);
    }
  }

  #syncLive(): void {
    const live = new Set(this.#planner.live());
    for (const slot of this.#liveSlots) if (!live.has(slot)) this.#map.setLive(slot, false);
    for (const slot of live) this.#map.setLive(slot, true);
    this.#liveSlots = live;
  }

  #wake(): void {
    const userIDs = this.#wantedLive.slice(0, 1);
    if (userIDs.length === 0) {
      this.#core.observers.eachSlot((slot) => {
        if (userIDs.length === 0 && this.#planner.isWanted(slot))
          userIDs.push(this.#map.userID(slot));
      });
    }
    if (userIDs.length > 0) this.#core.attempt(() => this.#source?.wake?.(userIDs));
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
