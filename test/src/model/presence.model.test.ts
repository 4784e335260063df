import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PresenceController } from '../../../src/presence-controller.js';
import { STATUSES } from '../../../src/presence.js';
import { FakeEnvironment } from '../../support/fake-environment.js';
import { SimulatedService } from '../../support/simulated-service.js';
import type { Fault } from '../../support/simulated-service.js';

/** Small, so that every limit is met in a short history. */
const LIMITS = { subscribe: 5, query: 8, held: 20 };
const USERS = 40;
/** Runs of the long property; a nightly run may ask for more. */
const RUNS = Number(process.env['PRESENCE_RUNS'] ?? 150);

type Step =
  | { do: 'change'; user: number; type: number; words: string; delay: number }
  | { do: 'look'; from: number; count: number }
  | { do: 'list'; from: number; count: number }
  | { do: 'leave'; which: number }
  | { do: 'pass'; ms: number }
  | { do: 'fault'; fault: Fault }
  | { do: 'drop' | 'restore' | 'hide' | 'show' | 'off' | 'on' | 'relogin' }
  | { do: 'external call'; from: number; count: number; owner: 'engine' | 'host' }
  | { do: 'forget'; count: number }
  | { do: 'set clock'; ms: number };

const user = fc.nat({ max: USERS - 1 });
const some = { from: user, count: fc.integer({ min: 1, max: 14 }) };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      user,
      type: fc.integer({ min: 1, max: 3 }),
      words: fc.constantFrom('', '', 'busy'),
      delay: fc.constantFrom(0, 5, 30, 300),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('look' as const), ...some }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('list' as const), ...some }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('leave' as const), which: fc.nat({ max: 9 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(0, 10, 60, 700, 6_000, 20_000),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom<Fault>(
        'late',
        'answer lost',
        'request lost',
        'refused',
        'rejected by name',
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('drop', 'restore', 'hide', 'show', 'off', 'on', 'relogin' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('external call' as const),
      ...some,
      owner: fc.constantFrom('engine' as const, 'host' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('forget' as const),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set clock' as const),
      ms: fc.constantFrom(-86_400_000, -3_600_000, -1_000, 3_600_000, 86_400_000),
    }),
  },
);

/** One page with one controller on a simulated service, and what a spectator knows of both. */
class World {
  readonly environment = new FakeEnvironment();
  readonly service = new SimulatedService(this.environment, LIMITS);
  readonly controller = new PresenceController({ environment: this.environment, limits: LIMITS });
  readonly notified = new Map<string, string>();
  /** What the service forgot without a word shows only in statuses, never in what it holds. */
  #forgotten = false;
  /** The engine or the page holds subscriptions of its own. */
  #hasOthers = false;
  #watching: { users: string[]; live: boolean; stop: () => void }[] = [];

  constructor(keepsWhileOff: boolean) {
    this.service.keepsWhileOff = keepsWhileOff;
    this.controller.use(this.service.source);
    this.service.login();
    this.controller.switchUserStatus({ displayOnlineStatus: true });
  }

  async run(step: Step): Promise<void> {
    switch (step.do) {
      case 'change':
        return this.service.set(`u${step.user}`, step.type, step.words, step.delay);
      case 'look':
      case 'list':
        return this.#watch(step.from, step.count, step.do === 'look');
      case 'leave':
        return this.#watching.splice(step.which, 1)[0]?.stop();
      case 'pass':
        return this.environment.pass(step.ms);
      case 'fault':
        return this.service.fault(step.fault);
      case 'hide':
      case 'show':
        return this.environment.setActive(step.do === 'show');
      case 'off':
      case 'on':
        if (step.do === 'off' && !this.service.keepsWhileOff) this.service.unsubscribeAll();
        return this.controller.switchUserStatus({ displayOnlineStatus: step.do === 'on' });
      case 'relogin':
        this.service.logout();
        return this.service.login();
      case 'external call':
        if (!this.controller.displayOnlineStatus && !this.service.keepsWhileOff) return;
        this.#hasOthers = true;
        return this.service.subscribeExternally(
          // A page that goes over the limit by itself is past our help: its users are few.
          step.owner === 'host'
            ? users(step.from % 4, step.count % 4)
            : users(step.from, step.count),
          step.owner,
        );
      case 'forget':
        this.#forgotten = true;
        return this.service.forget(step.count);
      case 'set clock':
        return this.environment.setClock(step.ms);
      default:
        return this.service[step.do]();
    }
  }

  #watch(from: number, count: number, live: boolean): void {
    const watched = users(from, count);
    const stop = this.controller.observe(
      watched,
      (userID, presence) => {
        const shown = JSON.stringify([presence.status, presence.freshness, presence.customStatus]);
        assert.notEqual(this.notified.get(`${userID} ${live}`), undefined);
        assert.ok(Object.isFrozen(presence));
        this.notified.set(`${userID} ${live}`, shown);
      },
      { live },
    );
    for (const userID of watched) this.notified.set(`${userID} ${live}`, '');
    this.#watching.push({ users: watched, live, stop });
  }

  get visible(): Set<string> {
    return new Set(this.#watching.flatMap(({ users, live }) => (live ? users : [])));
  }

  get watched(): Set<string> {
    return new Set(this.#watching.flatMap(({ users }) => users));
  }

  /** What holds after every step, whatever the network does. */
  check(): void {
    assert.deepEqual(this.service.offences, []);
    assert.equal(this.service.evictions, 0, 'the service had to drop a subscription of ours');
    for (const kind of ['subscribe', 'unsubscribe', 'query'] as const) {
      assert.ok(this.service.mostCalls(kind, 5_000) <= 10, `${kind} is called too often`);
    }
    assert.deepEqual(this.environment.errors, []);
  }

  /** Ends all trouble and waits until nothing is left to do. */
  async rest(): Promise<void> {
    this.service.clearFaults();
    this.service.restore();
    this.environment.setActive(true);
    this.controller.switchUserStatus({ displayOnlineStatus: true });
    await this.environment.pass(400_000);
  }

  /** The service forgets all subscriptions without a word, and then all statuses change. */
  async loseSilently(): Promise<void> {
    this.#forgotten = true;
    this.service.forget(Infinity);
    for (const userID of this.visible) {
      this.service.set(userID, (this.service.statusOf(userID).statusType % 3) + 1);
    }
    await this.environment.pass(30_000);
  }

  /** What holds 30 s after that. */
  checkVisible(): void {
    this.check();
    for (const userID of this.visible) {
      const { statusType } = this.service.statusOf(userID);
      const { status } = this.controller.presenceOf(userID);
      assert.equal(status, STATUSES[statusType], `${userID} shows the truth within 30 s`);
    }
  }

  /** What holds when the network has been good for a while. */
  checkRest(): void {
    this.check();
    assert.equal(this.controller.state, 'ready');
    const subscribed = [...this.service.subscribed];
    if (!this.#forgotten) {
      assert.equal(this.controller.stats.held, subscribed.length, 'our picture of what is held');
    }
    if (!this.#hasOthers) {
      const unseen = subscribed.filter((userID) => !this.visible.has(userID));
      assert.ok(unseen.length <= LIMITS.held / 3, `${unseen} are held without being visible`);
    }
    for (const userID of this.watched) {
      const { status, freshness, customStatus } = this.controller.presenceOf(userID);
      const truth = this.service.statusOf(userID);
      assert.equal(status, STATUSES[truth.statusType], `${userID} shows the truth`);
      assert.equal(customStatus, truth.customStatus);
      assert.notEqual(freshness, 'stale');
      if (freshness === 'live' && !this.#forgotten)
        assert.ok(subscribed.includes(userID), `${userID} is live`);
    }
  }
}

function users(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `u${(from + index) % USERS}`);
}

for (const [name, keepsWhileOff] of [
  ['a switch that ends all subscriptions', false],
  ['a switch that leaves them', true],
] as const) {
  test(`after any history of faults the limits hold, and at rest every status is the truth, with ${name}`, async () => {
    let steps = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 120, size: 'max' }),
        async (history) => {
          const world = new World(keepsWhileOff);
          for (const next of history) {
            steps += 1;
            await world.run(next);
            world.check();
          }
          await world.rest();
          world.checkRest();
          await world.loseSilently();
          world.checkVisible();
        },
      ),
      { numRuns: RUNS, includeErrorInReport: true },
    );
    console.log(`# ${name}, ${RUNS} histories, ${steps} steps`);
  });
}
