import { Interest } from './interest.js';
import type { Plan, PlannedCall } from './planned-call.js';
import type { CallKind, ObservedUsers, SourceLimits } from './presence-source.js';
import { QuerySchedule, REFRESH_AFTER } from './query-schedule.js';
import type { RateLimiter } from './rate-limiter.js';
import { ServiceUsage } from './service-usage.js';
import { confirmSlot, doubtSlot, GRACE } from './subscription-slot.js';
import type { SlotOwner } from './subscription-slot.js';
import { SubscriptionSlots } from './subscription-slots.js';

/** Interest is collected for this long before calls go out, in ms. */
const COLLECT = 50;

/**
 * Decides which calls come next, from who is wanted and what is subscribed. Pure: it knows no clock
 * and no network; times are the caller's ms and above 0.
 *
 * Users wanted live are subscribed as far as the service allows. All wanted users are queried once,
 * and then again from time to time, within the rate limits.
 */
export class PresencePlanner {
  readonly #interest = new Interest();
  readonly #limits: SourceLimits;
  readonly #slots: SubscriptionSlots;
  readonly #queries: QuerySchedule;
  readonly #limiters: Readonly<Record<CallKind, RateLimiter>>;
  #nextRequestId = 1;
  #generation = 1;
  #isRunning = false;
  #actAt = Infinity;

  constructor(limits: SourceLimits, limiters = new ServiceUsage().limiters) {
    this.#limits = limits;
    this.#limiters = limiters;
    this.#slots = new SubscriptionSlots(limits, this.#interest);
    this.#queries = new QuerySchedule(limits, this.#interest, this.#slots);
  }

  /** Counts up when responses to earlier calls have become void. */
  get generation(): number {
    return this.#generation;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Subscriptions that count against the service's limit, confirmed or not. */
  get slotCount(): number {
    return this.#slots.size;
  }

  /** Slots given up for others, and subscriptions that the service took away. */
  get evicted(): number {
    return this.#slots.evicted;
  }

  /** Whether the user is subscribed and a status arrived since. */
  isLive(userID: string): boolean {
    return this.#slots.isLive(userID);
  }

  /** Users whose status is live. */
  *liveUsers(): Iterable<string> {
    for (const [userID] of this.#slots.entries()) if (this.isLive(userID)) yield userID;
  }

  /** Whether the user has interest or a slot, or had one of them a short time ago, or is logged in. */
  isRemembered(userID: string): boolean {
    return this.#interest.has(userID) || this.#slots.get(userID) !== undefined;
  }

  /** Forgets users without interest after a while. Returns whether there are others left. */
  forgetUnwanted(now: number): boolean {
    this.#slots.forgetUnwanted(now);
    return this.#interest.forgetUnwanted(REFRESH_AFTER, now);
  }

  isWantedLive(userID: string): boolean {
    return this.#interest.isWantedLive(userID);
  }

  /** Users wanted live, with or without a slot. */
  *wantedLive(): Iterable<string> {
    for (const [userID] of this.#slots.entries()) if (this.isWantedLive(userID)) yield userID;
    yield* this.#slots.waiting;
  }

  get observed(): ObservedUsers {
    return this.#interest.observed;
  }

  /** Whether anyone is observed, the logged-in user included. */
  get hasInterest(): boolean {
    return this.#interest.count > 0;
  }

  /** Some user who is wanted, live if possible. */
  anyWanted(): string | undefined {
    for (const userID of this.wantedLive()) return userID;
    return this.#interest.anyWanted();
  }

  /** Sets who is logged in: the service allows no subscription to oneself. */
  setCurrentUser(userID: string | undefined): void {
    const before = this.#interest.currentUser;
    this.#interest.currentUser = userID;
    this.#slots.currentUserChanged(before);
  }

  /** Someone wants the user's status: live, or by query from time to time. */
  addInterest(userID: string, live: boolean, now: number): void {
    this.#interest.add(userID, live);
    this.#slots.interestAdded(userID);
    const isNew = !this.#interest.wasQueried(userID);
    if (isNew || (live && !this.#slots.get(userID)?.isVerified)) this.#actSoon(now);
  }

  /** Ends what one `addInterest` began. */
  removeInterest(userID: string, live: boolean, now: number): void {
    if (!this.#interest.remove(userID, live)) return;
    this.#slots.interestRemoved(userID, live, now);
    if (!this.#slots.get(userID)) return;
    if (live && this.#slots.hasWaiting) this.#actSoon(now);
    this.#actSoon(now, GRACE);
  }

  /** Calls may go out: a user is logged in and connected, and the feature is on. */
  resume(now: number): void {
    this.#isRunning = true;
    this.#actAt = now + COLLECT;
  }

  /** The page is visible again: what was put off is due. */
  wake(now: number): void {
    this.#actSoon(now);
  }

  /** The connection is lost, and all subscriptions with it: all users are queried again. */
  connectionLost(): void {
    this.#startGeneration();
    this.#slots.doubtAll();
  }

  /** Nothing may be called, and nothing is subscribed, but for what others have. */
  reset(keepsOthers = false): void {
    this.#startGeneration();
    this.#slots.closeAll(keepsOthers);
    for (const limiter of Object.values(this.#limiters)) limiter.succeeded();
  }

  /** Our own subscriptions, confirmed or not. */
  ownSubscriptions(): string[] {
    return this.#slots.ownedBy('own');
  }

  /** Takes over our own subscriptions of an earlier connection, which the service may still count. */
  adopt(userIDs: readonly string[], now: number): void {
    this.#slots.adopt(userIDs, now);
  }

  /** Keeps slots free for users whom the engine is about to subscribe by itself. */
  reserve(userIDs: readonly string[]): void {
    this.#slots.reserve(userIDs);
  }

  /** The engine or the page has made a call of the same limited kind. */
  addExternalCall(kind: CallKind, now: number): void {
    this.#limiters[kind].addExternalCall(now);
  }

  /**
   * The engine or the page subscribes users without us: their slots are taken from now on. Give the
   * call back to `externalSubscribed` with its result.
   */
  externalSubscribe(userIDs: readonly string[], owner: SlotOwner, now: number): PlannedCall {
    const call = this.#request('subscribe', userIDs);
    const doubted = this.#slots.openExternal(userIDs, owner, call.requestId, now);
    for (const userID of doubted) this.#interest.forgetQuery(userID);
    this.#actSoon(now);
    return call;
  }

  /** The others of the call are not subscribed, unless we have requested them since. */
  externalSubscribed(call: PlannedCall, subscribed: ReadonlySet<string>, now: number): void {
    if (call.generation !== this.#generation) return;
    for (const userID of call.userIDs) {
      const slot = this.#slots.get(userID);
      if (slot?.requestId !== call.requestId) continue;
      if (subscribed.has(userID)) confirmSlot(slot, this.#nextRequestId - 1);
      else this.#slots.close(userID);
    }
    this.#actSoon(now, 0);
  }

  /** The engine or the page has unsubscribed users; `undefined` means all of them. */
  externalUnsubscribed(userIDs: readonly string[] | undefined, now: number): void {
    const all = userIDs ?? [...this.#slots.entries()].map(([userID]) => userID);
    for (const userID of all) this.#slots.close(userID);
    this.#actSoon(now);
  }

  /** The service sent a status by itself: the subscription works. */
  pushReceived(userID: string): void {
    const slot = this.#slots.get(userID);
    if (slot?.state === 'subscribed') slot.isVerified = true;
  }

  /** A live status turned out to be wrong without a push: the user is queried and subscribed again. */
  doubt(userID: string, now: number): void {
    const slot = this.#slots.get(userID);
    if (slot?.state === 'subscribed') this.#slots.lost(slot);
    this.queryAgain(userID, now);
  }

  /** What is known of the user may be old. */
  queryAgain(userID: string, now: number): void {
    this.#interest.forgetQuery(userID);
    this.#actSoon(now);
  }

  /**
   * The service has responded; it refused the users in `refused` by name.
   *
   * @param answered the users of a query with a status in the response; by default all not refused
   */
  succeeded(
    call: PlannedCall,
    refused: readonly string[],
    now: number,
    answered?: ReadonlySet<string>,
  ): void {
    this.#limiters[call.kind].succeeded();
    if (call.generation !== this.#generation) return;
    const refusedUsers = new Set(refused);
    if (call.kind === 'query') this.#queries.responded(call, refusedUsers, answered, now);
    else this.#slots.responded(call, refusedUsers, this.#nextRequestId - 1, now);
    this.#actSoon(now, 0);
  }

  /** The call was refused or never answered: what it did at the service is not known. */
  failed(call: PlannedCall, now: number, random: number): void {
    this.#limiters[call.kind].failed(now, random);
    if (call.generation !== this.#generation) return;
    for (const userID of call.userIDs) {
      const slot = this.#slots.get(userID);
      if (call.kind === 'query') {
        this.#interest.forgetQuery(userID);
        if (slot?.verifyingId === call.requestId) slot.verifyingId = 0;
      } else if (slot?.requestId === call.requestId) {
        doubtSlot(slot);
      }
    }
    this.#actSoon(now, 0);
  }

  /** The calls to make now, and when to ask again. `isQuiet` puts off what is only a refresh. */
  next(now: number, isQuiet = false): Plan {
    const calls: PlannedCall[] = [];
    if (!this.#isRunning) return { calls, at: Infinity };
    if (now < this.#actAt) return { calls, at: this.#actAt };
    let at = Infinity;
    const plan = (kind: CallKind, pick: (requestId: number) => string[]): void => {
      const limiter = this.#limiters[kind];
      const freeAt = limiter.nextAt(now);
      const userIDs = freeAt <= now ? pick(this.#nextRequestId) : [];
      if (userIDs.length > 0) {
        limiter.spend(now);
        calls.push(this.#request(kind, userIDs));
      }
      const most = kind === 'query' ? this.#limits.query : this.#limits.subscribe;
      if (freeAt > now || userIDs.length === most) at = Math.min(at, limiter.nextAt(now));
    };
    plan('unsubscribe', (requestId) => this.#slots.pickUnsubscribed(requestId, now));
    plan('subscribe', (requestId) => this.#slots.pickSubscribed(requestId, now));
    plan('query', (requestId) => this.#queries.pick(requestId, now, isQuiet));
    at = Math.min(at, this.#slots.nextGiveUpAt(now));
    if (!isQuiet && this.hasInterest) {
      at = Math.min(at, Math.max(this.#queries.refreshAt, now + COLLECT));
    }
    this.#actAt = at;
    return { calls, at };
  }

  #request(kind: CallKind, userIDs: readonly string[]): PlannedCall {
    return { kind, userIDs, requestId: this.#nextRequestId++, generation: this.#generation };
  }

  #actSoon(now: number, wait = COLLECT): void {
    this.#actAt = Math.min(Math.max(this.#actAt, now), now + wait);
  }

  #startGeneration(): void {
    this.#isRunning = false;
    this.#generation += 1;
    this.#interest.forgetAllQueries();
  }
}
