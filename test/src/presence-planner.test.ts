import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PresencePlanner } from '../../src/presence-planner.js';
import type { Owner, PlannedCall } from '../../src/presence-planner.js';
import type { CallKind, SourceLimits } from '../../src/presence-source.js';

/** Runs of the property; a nightly run may ask for more. */
const RUNS = Number(process.env['PRESENCE_RUNS'] ?? 200);

const SERVICE: SourceLimits = { subscribe: 100, query: 500, held: 200 };
const KINDS: readonly CallKind[] = ['subscribe', 'unsubscribe', 'query'];

/** What becomes of a call: answered but for those refused by name, `failed`, or still under way. */
type Outcome = readonly number[] | 'failed' | 'under way';

interface Made {
  readonly kind: CallKind;
  readonly users: readonly number[];
  readonly at: number;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** A planner on a clock of the test's, whose calls are answered after `latency` ms. */
class Drive {
  readonly planner: PresencePlanner;
  readonly calls: Made[] = [];
  latency = 10;
  quiet = false;
  answer: (call: PlannedCall) => Outcome = () => [];
  now = 1_000_000;
  #pending: { at: number; call: PlannedCall; outcome: Outcome }[] = [];

  constructor(limits = SERVICE) {
    this.planner = new PresencePlanner(limits);
    this.planner.resume(this.now);
  }

  want(users: readonly number[], live = true): void {
    for (const user of users) this.planner.want(user, live, this.now);
  }

  release(users: readonly number[], live = true): void {
    for (const user of users) this.planner.release(user, live, this.now);
  }

  /** The engine or the page subscribes by itself, and is answered at once. */
  subscribeElsewhere(users: readonly number[], owner: Owner): void {
    const call = this.planner.subscribeElsewhere(users, owner, this.now);
    this.planner.settleElsewhere(call, new Set(users), this.now);
  }

  /** Lets `ms` pass and tells of the calls made meanwhile. */
  pass(ms: number): Made[] {
    const before = this.calls.length;
    const end = this.now + ms;
    for (let turns = 0; ; turns++) {
      assert.ok(turns < 20_000, 'the planner comes to an end');
      const plan = this.planner.next(this.now, this.quiet);
      for (const call of plan.calls) {
        this.calls.push({ kind: call.kind, users: call.users, at: this.now });
        this.#pending.push({ at: this.now + this.latency, call, outcome: this.answer(call) });
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
    else if (outcome !== 'under way') this.planner.done(call, outcome, this.now);
  }

  /** Everybody a call of this kind was made for since `from`, in order. */
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

const sizes = (calls: readonly Made[], kind: CallKind): number[] =>
  calls.filter((call) => call.kind === kind).map(({ users }) => users.length);

describe('PresencePlanner', () => {
  describe('first calls', () => {
    it('wait a moment, so that wishes go out together', () => {
      const drive = new Drive();
      drive.want([0, 1]);
      assert.deepEqual(drive.pass(40), []);
      drive.want([2]);
      const calls = drive.pass(15);
      assert.deepEqual(
        calls.map(({ kind, users }) => [kind, users]),
        [
          ['subscribe', [0, 1, 2]],
          ['query', [0, 1, 2]],
        ],
      );
    });

    it('are none while nobody is wanted', () => {
      const drive = new Drive();
      assert.deepEqual(drive.pass(600_000), []);
      assert.equal(drive.planner.next(drive.now).at, Infinity);
    });

    it('are none before the planner may', () => {
      const planner = new PresencePlanner(SERVICE);
      planner.want(0, true, 1_000_000);
      assert.deepEqual(planner.next(2_000_000), { calls: [], at: Infinity });
      assert.equal(planner.isRunning, false);
      planner.resume(2_000_000);
      assert.equal(planner.isRunning, true);
      assert.equal(planner.next(2_000_050).calls.length, 2);
    });

    it('subscribe before they ask, so that nothing falls between', () => {
      const drive = new Drive();
      drive.want([0]);
      drive.pass(1_000);
      assert.deepEqual(drive.calls.map(({ kind }) => kind).slice(0, 2), ['subscribe', 'query']);
    });

    it('take 100 users in a subscription and 500 in a question', () => {
      const drive = new Drive();
      drive.want(range(0, 170));
      drive.want(range(170, 1_200), false);
      const calls = drive.pass(2_000);
      assert.deepEqual(sizes(calls, 'subscribe'), [100, 70]);
      assert.deepEqual(new Set(drive.users('query')), new Set(range(0, 1_200)));
      assert.ok(sizes(calls, 'query').every((size) => size <= 500));
    });

    it('ask for thousands within a few seconds, who is on screen first', () => {
      const drive = new Drive();
      drive.want(range(0, 3_000), false);
      drive.want(range(2_980, 3_000));
      const calls = drive.pass(5_000);
      assert.deepEqual(new Set(drive.users('query')), new Set(range(0, 3_000)));
      const [first] = calls.filter(({ kind }) => kind === 'query');
      for (const user of range(2_980, 3_000)) assert.ok(first!.users.includes(user));
    });

    it('are none for a wish that ends within the moment', () => {
      const drive = new Drive();
      drive.want([0]);
      drive.release([0]);
      assert.deepEqual(drive.pass(60_000), []);
    });
  });

  describe('oneself', () => {
    it('is never called for', () => {
      const drive = new Drive();
      drive.planner.setSelf(1);
      drive.want([0, 1, 2]);
      drive.want([1], false);
      drive.pass(600_000);
      assert.ok(!drive.calls.some(({ users }) => users.includes(1)));
      assert.equal(drive.planner.isWanted(1), false);
    });

    it('is called for once another is logged in', () => {
      const drive = new Drive();
      drive.planner.setSelf(1);
      drive.want([0, 1]);
      drive.pass(1_000);
      drive.planner.reset();
      drive.planner.setSelf(0);
      drive.planner.resume(drive.now);
      const calls = drive.pass(1_000);
      assert.deepEqual(calls[0]!.users, [1]);
      assert.ok(!calls.some(({ users }) => users.includes(0)));
    });
  });

  describe('a live status', () => {
    it('is one that was asked for after the subscription was confirmed', () => {
      const drive = new Drive();
      drive.latency = 1_000;
      drive.want([0]);
      drive.pass(1_055);
      assert.equal(drive.planner.isLive(0), false, 'the question was asked before the answer');
      drive.pass(2_000);
      assert.equal(drive.planner.isLive(0), true);
      assert.deepEqual([...drive.planner.live()], [0]);
      assert.equal(drive.users('query').length, 2);
    });

    it('is one that was pushed after the subscription was confirmed', () => {
      const drive = new Drive();
      drive.answer = ({ kind }) => (kind === 'query' ? 'under way' : []);
      drive.want([0]);
      drive.planner.heard(0);
      drive.pass(100);
      assert.equal(drive.planner.isLive(0), false);
      drive.planner.heard(0);
      assert.equal(drive.planner.isLive(0), true);
    });

    it('is verified from time to time', () => {
      const drive = new Drive();
      drive.want([0]);
      drive.pass(1_000);
      const asked = drive.users('query').length;
      drive.pass(170_000);
      assert.equal(drive.users('query').length, asked);
      drive.pass(30_000);
      assert.equal(drive.users('query').length, asked + 1);
    });
  });

  describe('an element that moves', () => {
    it('makes no call', () => {
      const drive = new Drive();
      drive.want(range(0, 20));
      drive.pass(1_000);
      const before = drive.calls.length;
      drive.release(range(0, 20));
      drive.want(range(0, 20));
      drive.pass(20_000);
      assert.equal(drive.calls.length, before);
    });

    it('makes no call when it is back within the grace', () => {
      const drive = new Drive();
      drive.want([0]);
      drive.pass(1_000);
      drive.release([0]);
      assert.deepEqual(drive.pass(4_900), []);
      drive.want([0]);
      assert.deepEqual(drive.pass(20_000), []);
      assert.equal(drive.planner.isLive(0), true);
    });
  });

  describe('somebody nobody wants', () => {
    it('is let go after the grace', () => {
      const drive = new Drive();
      drive.want([0, 1]);
      drive.pass(1_000);
      drive.release([0]);
      assert.deepEqual(drive.pass(4_990), []);
      const calls = drive.pass(100);
      assert.deepEqual(
        calls.map(({ kind, users }) => [kind, users]),
        [['unsubscribe', [0]]],
      );
      assert.deepEqual(drive.planner.held(), [1]);
    });

    it('is not asked for again', () => {
      const drive = new Drive();
      drive.want([0, 1], false);
      drive.pass(1_000);
      drive.release([0], false);
      drive.pass(200_000);
      assert.equal(drive.users('query').filter((user) => user === 0).length, 1);
      assert.ok(drive.users('query').filter((user) => user === 1).length > 2);
    });

    it('is subscribed again when it is wanted while it is let go', () => {
      const drive = new Drive();
      drive.want([0]);
      drive.pass(1_000);
      drive.release([0]);
      drive.latency = 500;
      drive.pass(5_050);
      drive.want([0]);
      drive.pass(10_000);
      assert.equal(drive.planner.isLive(0), true);
      assert.deepEqual(drive.users('unsubscribe'), [0]);
      assert.deepEqual(drive.users('subscribe'), [0, 0]);
    });

    it('who is only let go in vain keeps its place and is tried again', () => {
      const drive = new Drive();
      drive.want([0]);
      drive.pass(1_000);
      drive.answer = ({ kind, users }) => (kind === 'unsubscribe' ? users : []);
      drive.release([0]);
      drive.pass(6_000);
      assert.equal(drive.planner.places, 1);
      drive.answer = () => [];
      drive.pass(120_000);
      assert.equal(drive.planner.places, 0);
      assert.equal(drive.users('unsubscribe').length, 2);
    });
  });

  describe('places', () => {
    it('are never more than the service has, with some to spare', () => {
      const drive = new Drive();
      drive.want(range(0, 1_000));
      drive.pass(60_000);
      assert.ok(drive.planner.held().length <= 190);
      assert.ok(drive.planner.held().length >= 170);
    });

    it('are kept by who scrolled away, as long as nobody needs them', () => {
      const drive = new Drive();
      drive.want(range(0, 300), false);
      drive.want(range(0, 50));
      drive.pass(1_000);
      drive.release(range(0, 50));
      drive.want(range(50, 100));
      drive.pass(60_000);
      assert.deepEqual(drive.users('unsubscribe'), []);
      assert.equal(drive.planner.held().length, 100);
    });

    it('are taken from who was seen longest ago', () => {
      const drive = new Drive();
      drive.want(range(0, 1_000), false);
      for (const screen of [0, 40, 80, 120]) {
        drive.want(range(screen, screen + 40));
        drive.pass(1_000);
        drive.release(range(screen, screen + 40));
      }
      // Back to the first: it is now the one seen last.
      drive.want(range(0, 40));
      drive.pass(1_000);
      drive.release(range(0, 40));
      drive.want(range(500, 540));
      drive.pass(2_000);
      const gone = drive.users('unsubscribe');
      assert.ok(gone.length >= 20);
      assert.deepEqual(gone, range(40, 40 + gone.length));
      for (const user of range(500, 540)) assert.equal(drive.planner.isLive(user), true);
      assert.equal(drive.planner.evicted, gone.length);
    });

    it('cost no call a row while somebody scrolls through thousands', () => {
      const drive = new Drive();
      drive.want(range(0, 3_000), false);
      drive.pass(10_000);
      const before = drive.calls.length;
      for (let row = 0; row < 2_970; row++) {
        drive.want([row + 29]);
        if (row > 0) drive.release([row - 1]);
        drive.pass(20);
      }
      const calls = drive.calls.slice(before);
      assert.ok(calls.length < 300, `${calls.length} calls`);
      for (const kind of KINDS) assert.ok(drive.most(kind) <= 10);
      drive.pass(3_000);
      for (const user of range(2_970, 2_998)) assert.equal(drive.planner.isLive(user), true);
    });

    it('go to as many as there are; the others on screen are asked for every 10 s', () => {
      const drive = new Drive();
      drive.want(range(0, 300));
      drive.pass(10_000);
      const live = new Set(drive.planner.live());
      const others = range(0, 300).filter((user) => !live.has(user));
      assert.ok(others.length > 0);
      const before = drive.calls.length;
      drive.pass(60_000);
      for (const user of others) {
        const asked = drive.users('query', before).filter((each) => each === user).length;
        assert.ok(asked >= 5 && asked <= 7, `asked ${asked} times in 60 s`);
      }
      assert.deepEqual(drive.users('unsubscribe', before), [], 'and nobody is swapped for another');
    });

    it('are left free for what the engine is about to subscribe', () => {
      const drive = new Drive();
      drive.planner.expect(range(500, 600));
      drive.want(range(0, 300));
      drive.pass(5_000);
      assert.ok(drive.planner.places <= 100);
      drive.subscribeElsewhere(range(500, 600), 'engine');
      assert.equal(drive.planner.evicted, 0, 'nobody had to go for them');
      drive.pass(5_000);
      assert.ok(drive.planner.places <= 200);
    });
  });

  describe('subscriptions of others', () => {
    it('of the page are never let go, wanted or not', () => {
      const drive = new Drive();
      const hosts = range(900, 950);
      drive.subscribeElsewhere(hosts, 'host');
      drive.want(range(0, 400));
      drive.pass(30_000);
      drive.release(range(0, 400));
      drive.want(range(400, 800));
      drive.pass(60_000);
      drive.want(hosts);
      drive.pass(10_000);
      drive.release(hosts);
      drive.pass(60_000);
      assert.ok(!drive.users('unsubscribe').some((user) => hosts.includes(user)));
      assert.ok(drive.planner.places <= 200);
    });

    it('that the page makes of a user of ours turn it into one of theirs', () => {
      const drive = new Drive();
      drive.want([0]);
      drive.pass(1_000);
      drive.subscribeElsewhere([0], 'host');
      drive.release([0]);
      drive.pass(60_000);
      assert.deepEqual(drive.users('unsubscribe'), []);
    });

    it('of the engine stay while there is room', () => {
      const drive = new Drive();
      drive.subscribeElsewhere(range(0, 100), 'engine');
      drive.want(range(500, 550));
      drive.pass(60_000);
      assert.deepEqual(drive.users('unsubscribe'), []);
    });

    it('of the engine give way to who is on screen, and are asked for instead', () => {
      const drive = new Drive();
      drive.subscribeElsewhere(range(0, 100), 'engine');
      drive.want(range(500, 650));
      drive.pass(5_000);
      const gone = drive.users('unsubscribe');
      assert.ok(gone.length >= 50 && gone.every((user) => user < 100));
      for (const user of range(500, 650)) assert.equal(drive.planner.isLive(user), true);
      drive.pass(70_000);
      for (const user of gone) assert.ok(drive.users('query').includes(user));
    });

    it('are taken as they are: who is wanted is not subscribed a second time, but asked for', () => {
      const drive = new Drive();
      drive.subscribeElsewhere([0], 'engine');
      drive.want([0]);
      drive.pass(1_000);
      assert.deepEqual(drive.users('subscribe'), []);
      assert.deepEqual(drive.users('query'), [0]);
      assert.equal(drive.planner.isLive(0), true);
    });

    it('that the page ends are made anew for who is wanted', () => {
      const drive = new Drive();
      drive.want([0, 1]);
      drive.want([2], false);
      drive.pass(1_000);
      drive.subscribeElsewhere([2], 'host');
      drive.planner.unsubscribedElsewhere([0, 2], drive.now);
      drive.pass(1_000);
      assert.deepEqual(drive.users('subscribe'), [0, 1, 0]);
      assert.equal(drive.planner.isLive(0), true);
      assert.equal(drive.planner.isLive(2), false);
      drive.planner.unsubscribedElsewhere(undefined, drive.now);
      drive.pass(1_000);
      assert.deepEqual(drive.planner.held().sort(), [0, 1]);
      assert.equal(drive.planner.isLive(1), true);
    });

    it('over the limit make everything doubtful: it is subscribed and asked for again', () => {
      const drive = new Drive();
      drive.want(range(0, 150));
      drive.pass(3_000);
      const before = drive.calls.length;
      drive.subscribeElsewhere(range(500, 600), 'engine');
      drive.pass(20_000);
      assert.ok(drive.planner.places <= 200);
      assert.ok(drive.planner.evicted >= 50);
      const again = new Set(drive.users('subscribe', before));
      for (const user of range(0, 150)) {
        assert.ok(again.has(user), `${user} is subscribed again`);
        assert.equal(drive.planner.isLive(user), true);
      }
    });
  });

  describe('a user the service refuses by name', () => {
    it('is not subscribed again for ten minutes, and holds up nobody', () => {
      const drive = new Drive();
      drive.answer = ({ kind, users }) =>
        kind === 'subscribe' ? users.filter((user) => user === 3) : [];
      drive.want(range(0, 10));
      drive.pass(60_000);
      assert.equal(drive.users('subscribe').filter((user) => user === 3).length, 1);
      assert.equal(drive.planner.isLive(3), false);
      assert.equal(drive.planner.isLive(4), true);
      drive.answer = () => [];
      drive.pass(500_000);
      assert.equal(drive.planner.isLive(3), false);
      drive.pass(200_000);
      assert.equal(drive.planner.isLive(3), true);
    });

    it('takes no place from others', () => {
      const drive = new Drive();
      drive.answer = ({ kind, users }) =>
        kind === 'subscribe' ? users.filter((user) => user < 100) : [];
      drive.want(range(0, 250));
      drive.pass(30_000);
      for (const user of range(100, 250)) assert.equal(drive.planner.isLive(user), true);
      assert.deepEqual(drive.users('unsubscribe'), []);
    });

    it('is asked for seldom when even that is refused', () => {
      const drive = new Drive();
      drive.answer = ({ kind }) => (kind === 'query' ? [0] : []);
      drive.want([0, 1], false);
      drive.pass(60_000);
      assert.ok(drive.users('query').filter((user) => user === 0).length <= 2);
      drive.answer = () => [];
      drive.pass(240_000);
      assert.ok(drive.users('query').filter((user) => user === 0).length >= 2);
    });
  });

  describe('a call that fails', () => {
    it('is made again, ever later', () => {
      const drive = new Drive();
      drive.answer = () => 'failed';
      drive.want([0]);
      drive.pass(120_000);
      const times = drive.calls.filter(({ kind }) => kind === 'subscribe').map(({ at }) => at);
      const waits = times.slice(1).map((at, index) => at - times[index]!);
      assert.ok(waits.length >= 5 && waits.length <= 10, `${waits.length} waits`);
      assert.ok(waits.every((wait, index) => index === 0 || wait >= waits[index - 1]!));
      drive.answer = () => [];
      drive.pass(40_000);
      assert.equal(drive.planner.isLive(0), true);
    });

    it('holds up no call of another kind', () => {
      const drive = new Drive();
      drive.answer = ({ kind }) => (kind === 'subscribe' ? 'failed' : []);
      drive.want([0]);
      drive.pass(100);
      drive.want([1], false);
      drive.pass(100);
      assert.deepEqual(new Set(drive.users('query')), new Set([0, 1]));
    });
  });

  describe('lost', () => {
    it('subscribes and asks for everybody again once it may', () => {
      const drive = new Drive();
      drive.want(range(0, 150));
      drive.want(range(150, 400), false);
      drive.pass(3_000);
      drive.planner.lost();
      assert.deepEqual(drive.planner.held(), []);
      assert.deepEqual([...drive.planner.live()], []);
      const before = drive.calls.length;
      assert.deepEqual(drive.pass(60_000), []);
      drive.planner.resume(drive.now);
      drive.pass(3_000);
      assert.deepEqual(new Set(drive.users('subscribe', before)), new Set(range(0, 150)));
      assert.deepEqual(new Set(drive.users('query', before)), new Set(range(0, 400)));
      for (const user of range(0, 150)) assert.equal(drive.planner.isLive(user), true);
    });

    it('takes no answer from before', () => {
      const drive = new Drive();
      drive.latency = 2_000;
      drive.want([0]);
      drive.pass(1_000);
      drive.planner.lost();
      drive.pass(5_000);
      assert.deepEqual(drive.planner.held(), []);
      drive.planner.resume(drive.now);
      drive.pass(100);
      assert.deepEqual(drive.calls.map(({ kind }) => kind).slice(2), ['subscribe', 'query']);
    });
  });

  describe('reset', () => {
    it('leaves nothing held, banned or put off', () => {
      const drive = new Drive();
      drive.answer = ({ kind, users }) => (kind === 'subscribe' ? users : 'failed');
      drive.planner.expect(range(500, 600));
      drive.want([0]);
      drive.pass(1_000);
      drive.planner.reset();
      assert.equal(drive.planner.places, 0);
      assert.deepEqual(drive.pass(10_000), []);
      drive.answer = () => [];
      drive.planner.resume(drive.now);
      drive.pass(1_000);
      assert.equal(drive.planner.isLive(0), true);
    });

    it('keeps the wishes', () => {
      const drive = new Drive();
      drive.want([0]);
      drive.want([1], false);
      drive.planner.reset();
      assert.equal(drive.planner.isWantedLive(0), true);
      assert.equal(drive.planner.isWanted(1), true);
      assert.deepEqual([...drive.planner.wantedLive()], [0]);
    });
  });

  describe('doubt', () => {
    it('subscribes and asks again, and counts the place as taken away', () => {
      const drive = new Drive();
      drive.want([0, 1]);
      drive.pass(1_000);
      const before = drive.calls.length;
      drive.planner.doubt(0, drive.now);
      assert.equal(drive.planner.isLive(0), false);
      drive.pass(1_000);
      assert.deepEqual(drive.users('subscribe', before), [0]);
      assert.ok(drive.users('query', before).includes(0));
      assert.equal(drive.planner.isLive(0), true);
      assert.equal(drive.planner.evicted, 1);
    });
  });

  describe('refreshing', () => {
    it('gives everybody listed a turn about once a minute', () => {
      const drive = new Drive();
      drive.want(range(0, 3_000), false);
      drive.pass(600_000);
      const asked = new Map<number, number[]>();
      for (const { users, at } of drive.calls) {
        for (const user of users) asked.set(user, [...(asked.get(user) ?? []), at]);
      }
      for (const [user, times] of asked) {
        const waits = [...times.slice(1), drive.now].map((at, index) => at - times[index]!);
        // The first answers came all at once; from then on the turns are spread.
        assert.ok(waits[0]! <= 120_000, `${user} waits ${waits[0]} ms at first`);
        assert.ok(Math.max(...waits.slice(1)) <= 75_000, `${user} waits ${waits}`);
      }
      assert.ok(drive.calls.length <= 6 * 12, `${drive.calls.length} calls in ten minutes`);
    });

    it('keeps everybody on screen and everybody listed fresh at once', () => {
      const drive = new Drive();
      drive.want(range(0, 2_000), false);
      drive.want(range(0, 400));
      drive.pass(60_000);
      const before = drive.calls.length;
      drive.pass(120_000);
      const asked = new Set([...drive.users('query', before), ...drive.planner.live()]);
      assert.deepEqual(asked, new Set(range(0, 2_000)));
    });

    it('takes one call a second at most, however many there are', () => {
      const drive = new Drive();
      drive.want(range(0, 50_000), false);
      drive.pass(120_000);
      const before = drive.now;
      drive.pass(120_000);
      const times = drive.calls.filter(({ at }) => at >= before).map(({ at }) => at);
      assert.ok(times.length >= 60);
      assert.ok(times.every((at, index) => index === 0 || at - times[index - 1]! >= 1_000));
    });

    it('is put off while nobody looks, and caught up', () => {
      const drive = new Drive();
      drive.want([0], false);
      drive.pass(1_000);
      drive.quiet = true;
      assert.deepEqual(drive.pass(600_000), []);
      drive.want([1], false);
      assert.deepEqual(
        drive.pass(1_000).map(({ users }) => users),
        [[1]],
      );
      drive.quiet = false;
      drive.planner.stir(drive.now);
      assert.deepEqual(
        drive.pass(100).map(({ users }) => users),
        [[0]],
      );
    });

    it('asks again for somebody whose answer came too late', () => {
      const drive = new Drive();
      drive.want([0, 1], false);
      drive.pass(1_000);
      drive.planner.askAgain(0, drive.now);
      assert.deepEqual(
        drive.pass(1_000).map(({ users }) => users),
        [[0]],
      );
    });
  });
});

/** Small, so that every limit is met in a short history. */
const SMALL: SourceLimits = { subscribe: 5, query: 8, held: 20 };
const SELF = 39;

const some = { from: fc.nat({ max: 38 }), count: fc.integer({ min: 1, max: 14 }) };
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('want' as const), ...some, live: fc.boolean() }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('release' as const), which: fc.nat(9) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(0, 10, 60, 700, 6_000, 20_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom<'failed' | 'failed, but done' | 'refused'>(
        'failed',
        'failed, but done',
        'refused',
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom<'lost' | 'reset' | 'quiet' | 'loud' | 'doubt'>(
        'lost',
        'reset',
        'quiet',
        'loud',
        'doubt',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('host' as const),
      user: fc.nat({ max: 2 }),
      subscribes: fc.boolean(),
    }),
  },
);

describe('any history of wishes and failures', () => {
  it('keeps within every limit, and ends with the wanted subscribed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: 'max' }), (history) => {
        const drive = new Drive(SMALL);
        const { planner } = drive;
        planner.setSelf(SELF);
        const subscribed = new Set<number>();
        const hosts = new Set<number>();
        const wishes: { users: number[]; live: boolean }[] = [];
        let faults: string[] = [];
        drive.answer = ({ kind, users }) => {
          const most = kind === 'query' ? SMALL.query : SMALL.subscribe;
          assert.ok(users.length > 0 && users.length <= most, `${kind} of ${users.length}`);
          assert.equal(new Set(users).size, users.length, 'no user is named twice');
          assert.ok(!users.includes(SELF), 'not oneself');
          if (kind === 'unsubscribe') assert.ok(!users.some((user) => hosts.has(user)));
          const fault = faults.shift();
          if (fault === 'failed') return 'failed';
          const refused = fault === 'refused' ? users.slice(0, 1) : [];
          for (const user of users) {
            if (refused.includes(user)) {
              if (kind !== 'subscribe') continue;
              // Whom the service does not know, nobody has subscribed.
              subscribed.delete(user);
              hosts.delete(user);
            } else if (kind === 'subscribe') subscribed.add(user);
            if (kind === 'unsubscribe') subscribed.delete(user);
          }
          assert.ok(subscribed.size <= SMALL.held, 'the service drops nobody for us');
          return fault === 'failed, but done' ? 'failed' : refused;
        };
        for (const next of history) {
          if (next.do === 'want') {
            const users = range(next.from, Math.min(40, next.from + next.count));
            drive.want(users, next.live);
            wishes.push({ users, live: next.live });
          } else if (next.do === 'release') {
            const [wish] = wishes.splice(next.which, 1);
            if (wish) drive.release(wish.users, wish.live);
          } else if (next.do === 'pass') {
            drive.pass(next.ms);
          } else if (next.do === 'fault') {
            faults.push(next.fault);
          } else if (next.do === 'host') {
            if (next.subscribes) {
              subscribed.add(next.user);
              hosts.add(next.user);
              // The page may ask for more than there are places: the oldest go.
              for (const user of subscribed) {
                if (subscribed.size > SMALL.held) subscribed.delete(user);
              }
              drive.subscribeElsewhere([next.user], 'host');
            } else if (hosts.delete(next.user)) {
              subscribed.delete(next.user);
              planner.unsubscribedElsewhere([next.user], drive.now);
            }
          } else if (next.do === 'lost' || next.do === 'reset') {
            subscribed.clear();
            if (next.do === 'reset') hosts.clear();
            planner[next.do]();
            planner.resume(drive.now);
          } else if (next.do === 'doubt') {
            planner.doubt(3, drive.now);
          } else {
            drive.quiet = next.do === 'quiet';
            planner.stir(drive.now);
          }
          for (const kind of KINDS) assert.ok(drive.most(kind) <= 10);
        }
        faults = [];
        drive.quiet = false;
        planner.stir(drive.now);
        // Longer than any ban, so that even who was refused by name is tried again.
        drive.pass(700_000);
        assert.deepEqual(planner.held().sort(), [...subscribed].sort());
        const live = new Set(wishes.flatMap((wish) => (wish.live ? wish.users : [])));
        live.delete(SELF);
        if (live.size <= 15) {
          for (const user of live) assert.ok(planner.isLive(user), `${user} is live`);
        }
        for (const { users, live } of wishes) drive.release(users, live);
        drive.pass(200_000);
        assert.deepEqual(planner.held().sort(), [...hosts].sort());
        for (const user of range(0, 40)) assert.equal(planner.isWanted(user), false);
      }),
      { numRuns: RUNS, includeErrorInReport: true },
    );
  });
});
