import { PresencePace } from './presence-pace.js';
import type { CallKind, SourceLimits } from './presence-source.js';
import { PresenceWishes } from './presence-wishes.js';

/** A call the planner wants made; give it back to `done` or `failed`. Users are slots. */
export interface PlannedCall {
  readonly kind: CallKind;
  readonly users: readonly number[];
  /** Counts up with every call, so that an answer can be told from what came after it was asked. */
  readonly serial: number;
}

export interface Plan {
  readonly calls: readonly PlannedCall[];
  /** When to ask again at the latest, in the caller's ms; `Infinity` if only events can change it. */
  readonly at: number;
}

/** Who subscribed a user: we, the engine by itself, or the page, whose users we never let go. */
export type Owner = 'ours' | 'engine' | 'host';

/** A place among the service's subscriptions. */
interface Hold {
  owner: Owner;
  /**
   * `again`: to be subscribed (anew); `asked`: under way; `crossed`: under way while the service was
   * over its limit, so that its answer means little; `held`; `leaving`: being let go.
   */
  state: 'again' | 'asked' | 'crossed' | 'held' | 'leaving';
  /** A status arrived after the service confirmed the subscription. */
  verified: boolean;
  /** The serial of the call that asked to hold it, or to let it go, last. */
  asker: number;
  /** The serial at the moment the service confirmed it. */
  since: number;
  /** The serial of the query under way that is to verify it; 0 when there is none. */
  verifying: number;
  /** When the last interest of any kind ended, or `undefined` while there is some. */
  idleSince: number | undefined;
}

/** Wishes are collected for this long before calls go out, in ms. */
const MOMENT = 50;
/** A user that nobody wants keeps its place this long, in ms: an element may only be moving. */
const GRACE = 5_000;
/** The share of places left free for what the engine and the page subscribe by themselves. */
const HEADROOM = 0.1;
/** At least this share is let go at once, so that scrolling does not cost a call a row. */
const LET_GO = 0.1;
/** A status by query is asked for again after this long, in ms; a live one, to be sure, later. */
const REFRESH = 60_000;
const VERIFY = 180_000;
/** Who is on screen without a place is asked for again after this long, in ms. */
const REFRESH_ON_SCREEN = 10_000;
/** Refreshing takes at most one call in this long, in ms. */
const REFRESH_PACE = 1_000;
/** A user whom the service refused by name is not subscribed again for this long, in ms. */
const BANNED = 600_000;

/**
 * Decides which calls come next, from who is wanted and what is held. Pure: it knows no clock, no
 * network and no user IDs; users are the small numbers of `PresenceMap`, times are the caller's ms
 * and above 0.
 *
 * Who is wanted live is subscribed, as far as places go; who scrolled away keeps its place until it
 * is needed, and the least recently seen goes first, by our own call, so that this picture and the
 * service's agree. Everybody wanted is asked for once and then again at a gentle pace.
 */
export class PresencePlanner {
  readonly #limits: SourceLimits;
  readonly #wishes = new PresenceWishes();
  /** Users wanted live that have no place yet. */
  readonly #waiting = new Set<number>();
  /** Places, least recently seen first. */
  readonly #holds = new Map<number, Hold>();
  readonly #banned = new Map<number, number>();
  /** Users of the engine whose place we needed: we follow them for it. */
  readonly #followed = new Set<number>();
  readonly #pace: Record<CallKind, PresencePace> = {
    subscribe: new PresencePace(),
    unsubscribe: new PresencePace(),
    query: new PresencePace(),
  };
  #serial = 0;
  /** Answers to calls before this serial no longer mean anything. */
  #validFrom = 1;
  #running = false;
  #actAt = Infinity;
  #refreshAt = 0;
  #reserved = 0;
  #evicted = 0;

  constructor(limits: SourceLimits) {
    this.#limits = limits;
  }

  /** Places given up for others, and those the service took away. */
  get evicted(): number {
    return this.#evicted;
  }

  /** Users the service holds on this connection, as far as it has confirmed. */
  held(): number[] {
    return [...this.#holds].flatMap(([user, { state }]) =>
      state === 'held' || state === 'leaving' ? [user] : [],
    );
  }

  get isRunning(): boolean {
    return this.#running;
  }

  /** Users with a place, confirmed or not: what counts against the limit. */
  get places(): number {
    return this.#holds.size;
  }

  /** Whether the user is subscribed and its status arrived since. */
  isLive(user: number): boolean {
    const hold = this.#holds.get(user);
    return hold !== undefined && hold.state === 'held' && hold.verified;
  }

  isWanted(user: number): boolean {
    return this.#wishes.isWanted(user);
  }

  isWantedLive(user: number): boolean {
    return this.#wishes.isWantedLive(user);
  }

  /** Makes room for `size` users at once. */
  reserve(size: number): void {
    this.#wishes.reserve(size);
  }

  /** Says who is logged in: nobody subscribes to oneself. */
  setSelf(user: number | undefined): void {
    const before = this.#wishes.self;
    this.#wishes.self = user;
    if (user !== undefined) this.#waiting.delete(user);
    if (before !== undefined && this.isWantedLive(before)) this.#waiting.add(before);
  }

  /** Users wanted live, with or without a place. */
  *wantedLive(): Iterable<number> {
    for (const user of this.#holds.keys()) if (this.isWantedLive(user)) yield user;
    yield* this.#waiting;
  }

  /** Users whose status is live. */
  *live(): Iterable<number> {
    for (const [user, { state, verified }] of this.#holds) {
      if (state === 'held' && verified) yield user;
    }
  }

  /** Somebody wants the user's status: live, or from time to time. */
  want(user: number, live: boolean, now: number): void {
    this.#wishes.want(user, live);
    const hold = this.#holds.get(user);
    if (hold) hold.idleSince = undefined;
    else if (live && this.isWantedLive(user)) this.#waiting.add(user);
    if ((live && !hold?.verified) || !this.#wishes.wasAsked(user)) this.#soon(now);
  }

  /** Ends one wish that `want` began. */
  release(user: number, live: boolean, now: number): void {
    if (!this.#wishes.release(user, live)) return;
    const hold = this.#holds.get(user);
    if (live && !this.isWantedLive(user)) {
      this.#waiting.delete(user);
      if (hold) {
        // Seen last just now: to the end of the line.
        this.#holds.delete(user);
        this.#holds.set(user, hold);
        if (this.#waiting.size > 0) this.#soon(now);
      }
    }
    if (hold && !this.isWanted(user)) {
      hold.idleSince = now;
      this.#soon(now, GRACE);
    }
  }

  /** Calls may go out: somebody is logged in, connected, and the feature is on. */
  resume(now: number): void {
    this.#running = true;
    this.#actAt = now + MOMENT;
  }

  /** Somebody looks again: what was put off is due. */
  stir(now: number): void {
    this.#soon(now);
  }

  /** The connection is gone: nothing is held any more, and everybody is to be asked for again. */
  lost(): void {
    this.#void();
    for (const hold of this.#holds.values()) this.#doubt(hold);
  }

  /** Nobody is logged in, or the feature is off: nothing is held and nothing may be asked. */
  reset(): void {
    this.#void();
    for (const user of [...this.#holds.keys()]) this.#drop(user);
    for (const user of this.#followed) this.#wishes.release(user, false);
    this.#followed.clear();
    this.#banned.clear();
    this.#reserved = 0;
    for (const pace of Object.values(this.#pace)) pace.succeeded();
  }

  /** Users the engine is about to subscribe by itself: keeps places for those without one. */
  expect(users: readonly number[]): void {
    const without = users.filter((user) => !this.#holds.has(user));
    this.#reserved = Math.min(without.length, this.#limits.subscribe);
  }

  calledElsewhere(kind: CallKind, now: number): void {
    this.#pace[kind].spentElsewhere(now);
  }

  /**
   * Users that the engine or the page asks to subscribe, without us: their places are taken from
   * now on. Give the call back to `settleElsewhere` with its answer.
   */
  subscribeElsewhere(users: readonly number[], owner: Owner, now: number): PlannedCall {
    const call: PlannedCall = { kind: 'subscribe', users, serial: ++this.#serial };
    for (const user of users) {
      // The places kept for the engine are these.
      if (owner === 'engine' && !this.#holds.has(user) && this.#reserved > 0) this.#reserved -= 1;
      const hold = this.#holds.get(user) ?? this.#place(user, owner, now);
      if (owner === 'host') hold.owner = owner;
      if (hold.state === 'held') continue;
      // Whoever asks last is answered last, and knows best.
      if (hold.state === 'leaving') hold.state = 'asked';
      hold.asker = call.serial;
    }
    this.#overflow();
    this.#soon(now);
    return call;
  }

  /** What came of it: who is held. All others are not, unless we have asked for them since. */
  settleElsewhere(call: PlannedCall, held: ReadonlySet<number>, now: number): void {
    if (call.serial < this.#validFrom) return;
    for (const user of call.users) {
      const hold = this.#holds.get(user);
      if (hold?.asker !== call.serial) continue;
      if (!held.has(user)) this.#drop(user);
      else this.#settle(hold);
    }
    this.#soon(now, 0);
  }

  /** Users that the engine or the page let go without us; `undefined` means everybody. */
  unsubscribedElsewhere(users: readonly number[] | undefined, now: number): void {
    for (const user of users ?? [...this.#holds.keys()]) this.#drop(user);
    this.#soon(now);
  }

  /** The service sent a status by itself: the subscription works. */
  heard(user: number): void {
    const hold = this.#holds.get(user);
    if (hold?.state === 'held') hold.verified = true;
  }

  /** What we believed turned out wrong without a push: asks, and subscribes, again. */
  doubt(user: number, now: number): void {
    const hold = this.#holds.get(user);
    if (hold?.state === 'held') {
      this.#doubt(hold);
      this.#evicted += 1;
    }
    this.#wishes.forget(user);
    this.#soon(now);
  }

  /** An answer came too late to be believed: asks again. */
  askAgain(user: number, now: number): void {
    this.#wishes.forget(user);
    this.#soon(now);
  }

  /** The call was answered, but for the users in `refused`, whom the service turned down by name. */
  done(call: PlannedCall, refused: readonly number[], now: number): void {
    this.#pace[call.kind].succeeded();
    if (call.serial < this.#validFrom) return;
    const turnedDown = new Set(refused);
    for (const user of call.users) {
      const hold = this.#holds.get(user);
      if (call.kind === 'query') {
        if (hold?.state === 'held' && hold.since < call.serial) hold.verified = true;
        if (hold?.verifying === call.serial) hold.verifying = 0;
        if (turnedDown.has(user)) this.#wishes.setAsked(user, now + VERIFY - REFRESH);
      } else if (hold?.asker !== call.serial) {
        continue;
      } else if (call.kind === 'unsubscribe') {
        if (turnedDown.has(user)) this.#keep(user, hold, now);
        else this.#drop(user);
      } else if (turnedDown.has(user)) {
        this.#drop(user);
        this.#banned.set(user, now + BANNED);
      } else {
        this.#settle(hold);
      }
    }
    this.#soon(now, 0);
  }

  /** The call was refused or never answered: what it did at the service is not known. */
  failed(call: PlannedCall, now: number, random: number): void {
    this.#pace[call.kind].failed(now, random);
    if (call.serial < this.#validFrom) return;
    for (const user of call.users) {
      const hold = this.#holds.get(user);
      if (call.kind === 'query') {
        this.#wishes.forget(user);
        if (hold?.verifying === call.serial) hold.verifying = 0;
      } else if (hold?.asker === call.serial) {
        this.#doubt(hold);
      }
    }
    this.#soon(now, 0);
  }

  /** The calls to make now, and when to ask again. `quiet` puts off what is only a refresh. */
  next(now: number, quiet = false): Plan {
    const calls: PlannedCall[] = [];
    if (!this.#running) return { calls, at: Infinity };
    if (now < this.#actAt) return { calls, at: this.#actAt };
    let at = Infinity;
    const plan = (kind: CallKind, most: number, pick: () => number[]): void => {
      const pace = this.#pace[kind];
      const free = pace.next(now);
      const users = free <= now ? pick() : [];
      if (users.length > 0) {
        pace.spend(now);
        calls.push({ kind, users, serial: ++this.#serial });
      }
      // Whoever is left over is looked at when the next call of the kind may go out.
      if (free > now || users.length === most) at = Math.min(at, pace.next(now));
    };
    plan('unsubscribe', this.#limits.subscribe, () => this.#pickLeaving(now));
    plan('subscribe', this.#limits.subscribe, () => this.#pickSubscribed(now));
    plan('query', this.#limits.query, () => this.#pickAsked(now, quiet));
    at = Math.min(at, this.#nextIdle(now));
    if (!quiet && this.#wishes.count > 0)
      at = Math.min(at, Math.max(this.#refreshAt, now + MOMENT));
    this.#actAt = at;
    return { calls, at };
  }

  #soon(now: number, wait = MOMENT): void {
    this.#actAt = Math.min(Math.max(this.#actAt, now), now + wait);
  }

  #void(): void {
    this.#running = false;
    this.#validFrom = this.#serial + 1;
    this.#wishes.forgetAll();
  }

  #place(user: number, owner: Owner, now: number): Hold {
    const hold: Hold = {
      owner,
      state: 'asked',
      verified: false,
      asker: this.#serial,
      since: 0,
      verifying: 0,
      idleSince: this.isWanted(user) ? undefined : now,
    };
    this.#holds.set(user, hold);
    this.#waiting.delete(user);
    return hold;
  }

  /** The service has answered a subscription. */
  #settle(hold: Hold): void {
    if (hold.state === 'crossed') {
      this.#doubt(hold);
    } else if (hold.state === 'asked') {
      hold.state = 'held';
      hold.since = this.#serial;
    }
  }

  #doubt(hold: Hold): void {
    hold.state = 'again';
    hold.verified = false;
    hold.verifying = 0;
  }

  /** The service would not let a user go: others go first, and this one is tried again later. */
  #keep(user: number, hold: Hold, now: number): void {
    this.#holds.delete(user);
    this.#holds.set(user, hold);
    this.#doubt(hold);
    if (hold.idleSince !== undefined) hold.idleSince = now + REFRESH;
  }

  #drop(user: number): void {
    if (this.#holds.delete(user) && this.isWantedLive(user)) this.#waiting.add(user);
  }

  /**
   * Others took the total over the limit, so the service has dropped the oldest; which those are
   * hangs on the order it worked in. Everybody is subscribed again, once there is room.
   */
  #overflow(): void {
    const over = this.#holds.size - this.#limits.held;
    if (over <= 0) return;
    this.#evicted += over;
    for (const [user, hold] of this.#holds) {
      if (hold.state === 'asked') hold.state = 'crossed';
      if (hold.state !== 'held') continue;
      this.#doubt(hold);
      this.#wishes.forget(user);
    }
  }

  get #room(): number {
    return Math.floor(this.#limits.held * (1 - HEADROOM)) - this.#reserved - this.#holds.size;
  }

  /** When the next user has been idle for long enough; who is so already waits for the pace. */
  #nextIdle(now: number): number {
    let at = Infinity;
    for (const { owner, state, idleSince } of this.#holds.values()) {
      if (owner !== 'ours' || idleSince === undefined) continue;
      if (state !== 'held' && state !== 'again') continue;
      if (idleSince + GRACE > now) at = Math.min(at, idleSince + GRACE);
    }
    return at;
  }

  #pickLeaving(now: number): number[] {
    const leaving: number[] = [];
    let needed = this.#needed(now);
    if (needed > 0) needed = Math.max(needed, Math.floor(this.#limits.held * LET_GO));
    // Over the limit even those on screen have to give way; they are asked for instead.
    let over = this.#holds.size - this.#limits.held;
    for (const hold of this.#holds.values()) if (hold.state === 'leaving') over -= 1;
    for (const onScreen of [false, true]) {
      for (const [user, hold] of this.#holds) {
        if (leaving.length === this.#limits.subscribe) break;
        if (hold.owner === 'host' || (hold.state !== 'held' && hold.state !== 'again')) continue;
        if (this.isWantedLive(user) !== onScreen) continue;
        const idle =
          hold.owner === 'ours' && hold.idleSince !== undefined && hold.idleSince + GRACE <= now;
        if (!idle && (onScreen ? over : needed) <= 0) continue;
        if (!idle) this.#evicted += 1;
        if (hold.owner === 'engine') this.#follow(user);
        needed -= 1;
        over -= 1;
        hold.state = 'leaving';
        hold.asker = this.#serial + 1;
        hold.verified = false;
        leaving.push(user);
      }
    }
    return leaving;
  }

  /** The engine's view still shows the user it subscribed: keep that fresh by query. */
  #follow(user: number): void {
    if (this.#followed.has(user)) return;
    this.#followed.add(user);
    this.#wishes.want(user, false);
  }

  /** How many places are short for those who wait. */
  #needed(now: number): number {
    let short = -this.#room;
    for (const user of this.#waiting) if (!this.#isBanned(user, now)) short += 1;
    for (const hold of this.#holds.values()) if (hold.state === 'leaving') short -= 1;
    return short;
  }

  #pickSubscribed(now: number): number[] {
    const users: number[] = [];
    if (this.#holds.size > this.#limits.held) return users;
    for (const onScreen of [true, false]) {
      for (const [user, hold] of this.#holds) {
        if (users.length === this.#limits.subscribe) return users;
        if (hold.state !== 'again' || this.isWantedLive(user) !== onScreen) continue;
        // Who is to be let go anyway is not asked for before.
        if (hold.owner === 'ours' && hold.idleSince !== undefined) continue;
        hold.state = 'asked';
        hold.asker = this.#serial + 1;
        users.push(user);
      }
    }
    for (const user of this.#waiting) {
      if (users.length === this.#limits.subscribe || this.#room <= 0) break;
      if (this.#isBanned(user, now)) continue;
      this.#place(user, 'ours', now).asker = this.#serial + 1;
      users.push(user);
    }
    return users;
  }

  #isBanned(user: number, now: number): boolean {
    const until = this.#banned.get(user);
    if (until === undefined) return false;
    if (until > now) return true;
    this.#banned.delete(user);
    return false;
  }

  #pickAsked(now: number, quiet: boolean): number[] {
    const users = new Set<number>();
    const ask = (user: number): boolean => {
      if (users.size === this.#limits.query) return false;
      this.#wishes.setAsked(user, now);
      users.add(user);
      return true;
    };
    // Who was subscribed after it was asked for is asked again, so that nothing falls between.
    for (const [user, hold] of this.#holds) {
      if (hold.state !== 'held' || hold.verified || hold.verifying || !this.isWanted(user))
        continue;
      if (ask(user)) hold.verifying = this.#serial + 1;
    }
    for (const user of this.wantedLive()) if (!this.#wishes.wasAsked(user)) ask(user);
    this.#wishes.eachNew(ask);
    if (!quiet && users.size === 0 && now >= this.#refreshAt) this.#refresh(now, ask);
    return [...users];
  }

  #refresh(now: number, ask: (user: number) => boolean): void {
    // At most half a call for those without a place, so that all others have their turn too.
    let left = this.#limits.query / 2;
    for (const user of this.#waiting) {
      if (left > 0 && this.#wishes.isDue(user, REFRESH_ON_SCREEN, now) && ask(user)) left -= 1;
    }
    const lap = this.#wishes.eachInTurn((user) => {
      const due = this.#wishes.isDue(user, this.isLive(user) ? VERIFY : REFRESH, now);
      return !due || ask(user);
    });
    const all = lap && left > 0;
    const share = (REFRESH * this.#limits.query) / this.#wishes.size;
    this.#refreshAt = now + (all ? REFRESH_ON_SCREEN : Math.max(REFRESH_PACE, share));
  }
}
