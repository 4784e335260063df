import assert from 'node:assert/strict';
import type { PlannedCall } from '../../src/planned-call.js';
import { PresencePlanner } from '../../src/presence-planner.js';
import type { CallKind, SourceLimits } from '../../src/presence-source.js';
import type { SlotOwner } from '../../src/subscription-slot.js';

export const SERVICE: SourceLimits = { subscribe: 100, query: 500, held: 200 };
export const KINDS: readonly CallKind[] = ['subscribe', 'unsubscribe', 'query'];

/** What becomes of a call: answered but for the users refused by name, `failed`, or not answered. */
export type Outcome = readonly number[] | 'failed' | 'not answered';

/** A call that the planner has made. Users are numbers, for short. */
export interface MadeCall {
  readonly kind: CallKind;
  readonly users: readonly number[];
  readonly at: number;
}

export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

const idOf = (user: number): string => `u${user}`;
const idsOf = (users: readonly number[]): string[] => users.map(idOf);
const numbersOf = (userIDs: Iterable<string>): number[] =>
  Array.from(userIDs, (userID) => Number(userID.slice(1)));

/** A planner on a clock of the test's, whose calls are answered after `latency` ms. */
export class PlannerDrive {
  readonly planner: PresencePlanner;
  readonly calls: MadeCall[] = [];
  latency = 10;
  isQuiet = false;
  answer: (call: MadeCall) => Outcome = () => [];
  /** Users whom the responses to queries leave out. */
  leftOut: ReadonlySet<number> = new Set();
  now = 1_000_000;
  #currentUser: string | undefined;
  #pending: { at: number; call: PlannedCall; outcome: Outcome }[] = [];

  constructor(limits = SERVICE) {
    this.planner = new PresencePlanner(limits);
    this.planner.resume(this.now);
  }

  addInterest(users: readonly number[], live = true): void {
    for (const userID of idsOf(users)) this.planner.addInterest(userID, live, this.now);
  }

  removeInterest(users: readonly number[], live = true): void {
    for (const userID of idsOf(users)) this.planner.removeInterest(userID, live, this.now);
  }

  /** The engine or the page subscribes by itself, and is answered at once. */
  externalSubscribe(users: readonly number[], owner: SlotOwner): void {
    const call = this.planner.externalSubscribe(idsOf(users), owner, this.now);
    this.planner.externalSubscribed(call, new Set(idsOf(users)), this.now);
  }

  externalUnsubscribe(users?: readonly number[]): void {
    this.planner.externalUnsubscribed(users && idsOf(users), this.now);
  }

  reserve(users: readonly number[]): void {
    this.planner.reserve(idsOf(users));
  }

  setCurrentUser(user: number): void {
    this.#currentUser = idOf(user);
    this.planner.setCurrentUser(this.#currentUser);
  }

  pushReceived(user: number): void {
    this.planner.pushReceived(idOf(user));
  }

  doubt(user: number): void {
    this.planner.doubt(idOf(user), this.now);
  }

  queryAgain(user: number): void {
    this.planner.queryAgain(idOf(user), this.now);
  }

  resume(): void {
    this.planner.resume(this.now);
  }

  wake(): void {
    this.planner.wake(this.now);
  }

  isLive(user: number): boolean {
    return this.planner.isLive(idOf(user));
  }

  isWanted(user: number): boolean {
    const { live, listed } = this.planner.observed;
    return idOf(user) !== this.#currentUser && [...live, ...listed].includes(idOf(user));
  }

  isWantedLive(user: number): boolean {
    return this.planner.isWantedLive(idOf(user));
  }

  get live(): number[] {
    return numbersOf(this.planner.liveUsers());
  }

  get wantedLive(): number[] {
    return numbersOf(this.planner.wantedLive());
  }

  /** Whose subscriptions are ours. */
  get own(): number[] {
    return numbersOf(this.planner.ownSubscriptions());
  }

  /** Lets `ms` pass and returns the calls made meanwhile. */
  pass(ms: number): MadeCall[] {
    const before = this.calls.length;
    const end = this.now + ms;
    for (let turns = 0; ; turns++) {
      assert.ok(turns < 20_000, 'the planner comes to an end');
      const plan = this.planner.next(this.now, this.isQuiet);
      for (const call of plan.calls) {
        const made = { kind: call.kind, users: numbersOf(call.userIDs), at: this.now };
        this.calls.push(made);
        this.#pending.push({ at: this.now + this.latency, call, outcome: this.answer(made) });
      }
      const at = Math.min(plan.at, ...this.#pending.map((each) => each.at));
      if (at > end) break;
      assert.ok(at > this.now || plan.calls.length > 0 || this.latency === 0 || turns < 100);
      this.now = Math.max(this.now, at);
      const due = this.#pending.filter((each) => each.at <= this.now);
      this.#pending = this.#pending.filter((each) => each.at > this.now);
      for (const { call, outcome } of due) this.#settle(call, outcome);
    }
    this.now = end;
    return this.calls.slice(before);
  }

  #settle(call: PlannedCall, outcome: Outcome): void {
    if (outcome === 'failed') this.planner.failed(call, this.now, 0.5);
    else if (outcome !== 'not answered') {
      const answered = numbersOf(call.userIDs).filter((user) => !this.leftOut.has(user));
      this.planner.succeeded(call, idsOf(outcome), this.now, new Set(idsOf(answered)));
    }
  }

  /** The users of all calls of a kind since the call number `from`, in order. */
  users(kind: CallKind, from = 0): number[] {
    return this.calls.slice(from).flatMap((call) => (call.kind === kind ? call.users : []));
  }

  /** The most calls of a kind in any 5 s. */
  most(kind: CallKind): number {
    const times = this.calls.filter((call) => call.kind === kind).map(({ at }) => at);
    return Math.max(
      0,
      ...times.map((from) => times.filter((at) => at >= from && at < from + 5_000).length),
    );
  }
}

export const sizes = (calls: readonly MadeCall[], kind: CallKind): number[] =>
  calls.filter((call) => call.kind === kind).map(({ users }) => users.length);
