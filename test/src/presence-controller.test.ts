import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import fc from 'fast-check';
import { PresenceController } from '../../src/presence-controller.js';
import { PresenceError } from '../../src/presence-error.js';
import type { PresenceErrorReason } from '../../src/presence-error.js';
import {
  PresenceDisplayEvent,
  PresenceErrorEvent,
  PresenceStateEvent,
} from '../../src/presence-events.js';
import type {
  CallKind,
  PresenceSource,
  RunningSource,
  SourceReport,
} from '../../src/presence-source.js';
import { UNKNOWN } from '../../src/presence.js';
import type { Presence, StatusEntry } from '../../src/presence.js';
import { FakePage, settled } from '../support/fake-page.js';
import { SimulatedService } from '../support/simulated-service.js';

const ONLINE = 1;
const OFFLINE = 2;
const NOT_LOGGED_IN = 3;

const entry = (userID: string, statusType: number, customStatus = ''): StatusEntry => ({
  userID,
  statusType,
  customStatus,
});

const users = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `u${from + index}`);

const refusal = (reason: PresenceErrorReason, code: number): PresenceError =>
  new PresenceError(reason, code, reason);

/** A call that waits for the test to answer it. */
interface Call {
  readonly kind: CallKind;
  readonly userIDs: readonly string[];
  answer(value?: unknown): void;
  refuse(error: unknown): void;
}

/** A source that does nothing by itself: the test answers each call and reports what it likes. */
class HandSource {
  readonly calls: Call[] = [];
  readonly corrections: (readonly StatusEntry[])[] = [];
  readonly collected: string[][] = [];
  /** Whether a look has left news for later. */
  isWaiting = false;
  readonly switches: boolean[] = [];
  readonly wakes: (readonly string[])[] = [];
  retries = 0;
  stops = 0;
  report!: SourceReport;
  /** Answers calls by itself, from these statuses; all others are not logged in. */
  truth: Map<string, StatusEntry> | undefined;

  readonly source = (report: SourceReport): RunningSource => {
    this.report = report;
    const isWaiting = (): boolean => this.isWaiting;
    return {
      get isWaiting() {
        return isWaiting();
      },
      subscribe: (userIDs) => this.#call('subscribe', userIDs),
      unsubscribe: (userIDs) => this.#call('unsubscribe', userIDs),
      query: (userIDs) => this.#call('query', userIDs),
      switchUserStatus: (on) => {
        this.switches.push(on);
      },
      wake: (userIDs) => {
        this.wakes.push(userIDs);
      },
      correct: (entries) => {
        this.corrections.push(entries);
      },
      collect: (userIDs) => {
        this.collected.push([...userIDs]);
      },
      retry: () => {
        this.retries += 1;
      },
      stop: () => {
        this.stops += 1;
      },
    };
  };

  of(kind: CallKind): Call[] {
    return this.calls.filter((call) => call.kind === kind);
  }

  /** Everybody asked for, in order. */
  users(kind: CallKind): string[] {
    return this.of(kind).flatMap(({ userIDs }) => userIDs);
  }

  #call<Answer>(kind: CallKind, userIDs: readonly string[]): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const call: Call = {
        kind,
        userIDs,
        answer: (value) => resolve(value as Answer),
        refuse: reject,
      };
      this.calls.push(call);
      if (this.truth) this.answer(call);
    });
  }

  /** Answers as the service would, with the truth as it is now. */
  answer(call: Call): void {
    const entries = call.userIDs.map((id) => this.truth?.get(id) ?? entry(id, NOT_LOGGED_IN));
    call.answer(call.kind === 'query' ? { entries, failures: [] } : []);
  }
}

/** A controller with a source by hand, logged in and switched on. */
class World {
  readonly page = new FakePage();
  readonly hand = new HandSource();
  readonly controller = new PresenceController({ page: this.page });
  readonly states: string[] = [];
  readonly errors: PresenceError[] = [];
  readonly heard: [string, string][] = [];
  readonly stop: () => void;

  constructor({ answering = true, login = true } = {}) {
    this.controller.addEventListener('tui-presence-state', (event) => {
      this.states.push((event as PresenceStateEvent).state);
    });
    this.controller.addEventListener('tui-presence-error', (event) => {
      assert.ok(event instanceof PresenceErrorEvent);
      this.errors.push(event.error);
    });
    if (answering) this.hand.truth = new Map();
    this.stop = this.controller.use(this.hand.source);
    if (login) this.login();
  }

  login(userID = 'me'): void {
    this.hand.report.session(userID);
    this.hand.report.connection('connected');
    this.hand.report.display(true);
  }

  /** Follows users and keeps what is heard of them. */
  observe(userIDs: string | readonly string[], live = true): () => void {
    return this.controller.observe(
      userIDs,
      (userID, { status, freshness }) => this.heard.push([userID, `${status} ${freshness}`]),
      { live },
    );
  }

  push(...entries: StatusEntry[]): void {
    this.hand.report.pushed(entries);
  }

  shown(userID: string): string {
    const { status, freshness } = this.controller.presenceOf(userID);
    return `${status} ${freshness}`;
  }

  /** What a listener has heard since the last time. */
  takeHeard(): [string, string][] {
    return this.heard.splice(0);
  }
}

describe('PresenceController', () => {
  describe('presenceOf', () => {
    const { controller } = new World();

    it('knows nothing of a stranger', () => {
      assert.equal(controller.presenceOf('stranger'), UNKNOWN);
      assert.equal(controller.statusFor('stranger'), 'unknown');
    });

    const nonsense: readonly unknown[] = [undefined, null, '', 7, NaN, {}, [], Symbol('x'), 1n];
    for (const value of nonsense) {
      it(`knows nothing of ${String(typeof value)} ${String(value)}, and does not throw`, () => {
        assert.equal(controller.presenceOf(value as string), UNKNOWN);
        assert.equal(controller.statusFor(value as string), 'unknown');
      });
    }

    it('does not ask for whom nobody observes', async () => {
      const world = new World();
      world.controller.presenceOf('ana');
      await world.page.pass(60_000);
      assert.deepEqual(world.hand.calls, []);
    });
  });

  describe('observe', () => {
    it('subscribes and asks, and tells once a frame', async () => {
      const world = new World();
      world.hand.truth!.set('ana', entry('ana', ONLINE, 'hello'));
      world.observe('ana');
      await world.page.pass(1_000);
      assert.deepEqual(world.hand.users('subscribe'), ['ana']);
      assert.deepEqual(world.controller.presenceOf('ana'), {
        status: 'online',
        freshness: 'live',
        customStatus: 'hello',
      });
      assert.equal(world.takeHeard().at(-1)![1], 'online live');
    });

    it('only asks for users that need not be live', async () => {
      const world = new World();
      world.observe(['ana', 'bob'], false);
      await world.page.pass(1_000);
      assert.deepEqual(world.hand.users('subscribe'), []);
      assert.deepEqual(world.hand.users('query'), ['ana', 'bob']);
      assert.equal(world.shown('ana'), 'not-logged-in snapshot');
    });

    it('does not call back at once, nor without a change', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      world.takeHeard();
      world.observe('ana');
      await world.page.pass(1_000);
      assert.deepEqual(world.takeHeard(), []);
    });

    it('tells each listener of its own users alone', async () => {
      const world = new World();
      const heard: string[] = [];
      world.controller.observe(['ana', 'bob'], (userID) => heard.push(`one ${userID}`));
      world.controller.observe('bob', (userID) => heard.push(`other ${userID}`));
      await world.page.pass(1_000);
      heard.length = 0;
      world.push(entry('bob', ONLINE));
      world.page.draw();
      assert.deepEqual(heard.sort(), ['one bob', 'other bob']);
    });

    it('tells of one change to one listener among thousands', async () => {
      const world = new World();
      for (const userID of users(5_000)) world.observe(userID, false);
      await world.page.pass(20_000);
      const before = world.controller.stats.notifications;
      world.takeHeard();
      world.push(entry('u4000', ONLINE));
      world.page.draw();
      assert.deepEqual(world.takeHeard(), [['u4000', 'online snapshot']]);
      assert.equal(world.controller.stats.notifications, before + 1);
    });

    it('tells of a burst once, and of one that ends where it began not at all', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      world.takeHeard();
      for (const type of [ONLINE, OFFLINE, ONLINE]) world.push(entry('ana', type));
      world.page.draw();
      assert.deepEqual(world.takeHeard(), [['ana', 'online live']]);
      for (const type of [OFFLINE, ONLINE]) world.push(entry('ana', type));
      world.page.draw();
      assert.deepEqual(world.takeHeard(), []);
    });

    it('hands over a frozen entry with the time of the change', async () => {
      const world = new World();
      let heard: Presence | undefined;
      world.controller.observe('ana', (_, presence) => {
        heard = presence;
      });
      await world.page.pass(1_000);
      assert.equal(heard!.changedAt, undefined);
      const now = world.page.now();
      world.push(entry('ana', ONLINE));
      world.page.draw();
      assert.ok(Object.isFrozen(heard));
      assert.equal(heard!.changedAt, now);
      assert.equal(world.controller.presenceOf('ana'), heard);
    });

    it('tells an observer that is brief what is shown, without the time of the change', async () => {
      const world = new World();
      let heard: Presence | undefined;
      const listener = (_: string, presence: Presence) => void (heard = presence);
      world.controller.observe('ana', listener, { brief: true });
      await world.page.pass(1_000);
      world.push(entry('ana', ONLINE));
      world.page.draw();
      assert.deepEqual(heard, { status: 'online', freshness: 'live', customStatus: '' });
      assert.equal(world.controller.shownOf('ana'), heard);
    });

    it('counts a user named twice once', async () => {
      const world = new World();
      const stop = world.observe(['ana', 'ana']);
      await world.page.pass(1_000);
      world.takeHeard();
      world.push(entry('ana', ONLINE));
      world.page.draw();
      assert.equal(world.takeHeard().length, 1);
      assert.equal(world.controller.stats.observed, 1);
      stop();
      assert.equal(world.controller.stats.observed, 0);
    });

    it('wants a user as long as anybody does', async () => {
      const world = new World();
      const stops = [world.observe('ana'), world.observe('ana'), world.observe('ana', false)];
      await world.page.pass(1_000);
      stops[0]!();
      stops[0]!();
      await world.page.pass(10_000);
      assert.deepEqual(world.hand.users('unsubscribe'), []);
      stops[1]!();
      await world.page.pass(10_000);
      assert.deepEqual(world.hand.users('unsubscribe'), [], 'listed users keep their place');
      stops[2]!();
      await world.page.pass(10_000);
      assert.deepEqual(world.hand.users('unsubscribe'), ['ana']);
    });

    it('makes no call for an element that is moved in the page', async () => {
      const world = new World();
      let stop = world.observe('ana');
      await world.page.pass(1_000);
      const calls = world.hand.calls.length;
      for (let move = 0; move < 50; move++) {
        stop();
        stop = world.observe('ana');
        await world.page.pass(100);
      }
      assert.equal(world.hand.calls.length, calls);
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });

    it('makes no call for an element that is gone within the moment', async () => {
      const world = new World();
      for (const userID of users(200)) world.observe(userID)();
      await world.page.pass(60_000);
      assert.deepEqual(world.hand.calls, []);
    });

    it('collects the wishes of a moment in one call', async () => {
      const world = new World();
      for (const userID of users(60)) world.observe(userID);
      await world.page.pass(55);
      assert.deepEqual(
        world.hand.calls.slice(0, 2).map(({ kind, userIDs }) => [kind, userIDs.length]),
        [
          ['subscribe', 60],
          ['query', 60],
        ],
      );
    });

    it('never asks for oneself, who is online as long as we are', async () => {
      const world = new World();
      world.observe(['me', 'ana']);
      await world.page.pass(1_000);
      assert.ok(!world.hand.calls.some(({ userIDs }) => userIDs.includes('me')));
      assert.equal(world.shown('me'), 'online live');
      assert.deepEqual(
        world.takeHeard().filter(([userID]) => userID === 'me'),
        [['me', 'online live']],
      );
      world.hand.report.connection('disconnected');
      assert.equal(world.shown('me'), 'online stale');
      world.hand.report.connection('connected');
      assert.equal(world.shown('me'), 'online live');
      world.push(entry('me', OFFLINE, 'lunch'));
      assert.equal(world.shown('me'), 'online live');
      assert.equal(world.controller.presenceOf('me').customStatus, 'lunch');
    });

    it('needs a listener', () => {
      const { controller } = new World();
      for (const listener of [undefined, null, {}, 'listener']) {
        assert.throws(() => controller.observe('ana', listener as () => void), TypeError);
      }
      assert.equal(controller.stats.observed, 0);
    });

    it('takes options of nothing for none', async () => {
      const world = new World();
      world.controller.observe('ana', () => undefined, null as unknown as object);
      world.controller.observe('bob', () => undefined, {});
      await world.page.pass(1_000);
      assert.deepEqual(world.hand.users('subscribe'), ['ana', 'bob']);
    });
  });

  describe('IDs', () => {
    it('that are no text, or empty, are left out', async () => {
      const world = new World();
      const ids = ['', 'ana', undefined, null, 7, {}, ['bob'], true, Symbol('x'), 'ana'];
      const stop = world.observe(ids as string[]);
      await world.page.pass(1_000);
      assert.deepEqual(world.hand.users('subscribe'), ['ana']);
      assert.equal(world.controller.stats.observed, 1);
      stop();
      assert.equal(world.controller.stats.observed, 0);
    });

    for (const ids of ['', [], undefined, null, 7, {}, new Set(['ana'])]) {
      it(`given as ${ids instanceof Set ? 'a set' : JSON.stringify(ids)} make no call`, async () => {
        const world = new World();
        const stop = world.observe(ids as string[]);
        await world.page.pass(60_000);
        assert.deepEqual(world.hand.calls, []);
        stop();
        stop();
        assert.deepEqual(world.page.errors, []);
      });
    }

    it('with control characters, spaces and other scripts go through as they are', async () => {
      const world = new World();
      const ids = ['a\u0000b', 'a\nb', ' ', '\u202eana', '用户', '\ud800', '__proto__', 'toString'];
      world.observe(ids);
      await world.page.pass(1_000);
      assert.deepEqual(world.hand.users('subscribe'), ids);
      for (const id of ids) assert.equal(world.shown(id), 'not-logged-in live');
      world.push(entry('a\u0000b', ONLINE));
      assert.equal(world.shown('a\u0000b'), 'online live');
      assert.equal(world.shown('a'), 'unknown none');
    });

    it('ten thousand at once are all answered, within every limit', async () => {
      const page = new FakePage();
      const service = new SimulatedService(page, { subscribe: 100, query: 500, held: 200 });
      const controller = new PresenceController({ page });
      controller.use(service.source);
      service.login();
      controller.switchUserStatus({ displayOnlineStatus: true });
      const all = users(10_000);
      const stop = controller.observe(all, () => undefined);
      await page.pass(30_000);
      for (const userID of all) assert.notEqual(controller.statusFor(userID), 'unknown');
      assert.deepEqual(service.offences, []);
      assert.equal(service.evictions, 0);
      for (const kind of ['subscribe', 'query', 'unsubscribe'] as const) {
        assert.ok(service.mostCalls(kind, 5_000) <= 10);
      }
      assert.equal(controller.stats.observed, 10_000);
      stop();
      await page.pass(30_000);
      assert.equal(service.subscribed.size, 0);
    });
  });

  describe('listeners', () => {
    it('that throw silence nobody, and the error comes to light', async () => {
      const world = new World();
      const heard: string[] = [];
      world.controller.observe(['ana', 'bob'], (userID) => {
        throw new Error(`of ${userID}`);
      });
      world.controller.observe(['ana', 'bob'], (userID) => heard.push(userID));
      world.push(entry('ana', ONLINE), entry('bob', ONLINE));
      world.page.draw();
      assert.deepEqual(heard.sort(), ['ana', 'bob']);
      assert.deepEqual(world.page.errors.map(String).sort(), ['Error: of ana', 'Error: of bob']);
      assert.deepEqual(world.errors, [], 'it is none of the service');
      world.push(entry('ana', OFFLINE));
      world.page.draw();
      assert.equal(heard.length, 3);
    });

    it('may end themselves in the middle of a pass', async () => {
      const world = new World();
      const heard: string[] = [];
      for (const name of ['one', 'two', 'three']) {
        const stop = world.controller.observe(['ana', 'bob'], (userID) => {
          heard.push(`${name} ${userID}`);
          stop();
        });
      }
      world.push(entry('ana', ONLINE), entry('bob', ONLINE));
      world.page.draw();
      assert.deepEqual(heard.sort(), ['one ana', 'three ana', 'two ana']);
      assert.equal(world.controller.stats.observed, 0);
      assert.deepEqual(world.page.errors, []);
    });

    it('that another one ended are not called any more', async () => {
      const world = new World();
      const stops: (() => void)[] = [];
      let calls = 0;
      const endAll = () => {
        calls += 1;
        for (const stop of stops) stop();
      };
      for (let count = 0; count < 5; count++) stops.push(world.controller.observe('ana', endAll));
      stops.push(world.controller.observe('bob', endAll));
      world.push(entry('ana', ONLINE), entry('bob', ONLINE));
      world.page.draw();
      assert.equal(calls, 1);
    });

    it('may begin others in the middle of a pass', async () => {
      const world = new World();
      const heard: string[] = [];
      world.controller.observe('ana', () => {
        world.controller.observe('bob', (userID) => heard.push(userID));
      });
      world.push(entry('ana', ONLINE));
      world.page.draw();
      world.push(entry('bob', ONLINE));
      world.page.draw();
      assert.deepEqual(heard, ['bob']);
      await world.page.pass(1_000);
      assert.ok(world.hand.users('subscribe').includes('bob'));
    });

    it('see the news they bring about in the next frame', () => {
      const world = new World();
      const heard: string[] = [];
      world.controller.observe(['ana', 'bob'], (userID, { status }) => {
        heard.push(`${userID} ${status}`);
        if (userID === 'ana' && heard.length < 3) world.push(entry('bob', ONLINE));
      });
      world.push(entry('ana', ONLINE));
      world.page.draw();
      assert.deepEqual(heard, ['ana online']);
      world.page.draw();
      assert.deepEqual(heard, ['ana online', 'bob online']);
    });

    it('read in a call what they are told', () => {
      const world = new World();
      let agreed = 0;
      world.controller.observe('ana', (userID, presence) => {
        assert.equal(world.controller.presenceOf(userID), presence);
        assert.equal(world.controller.statusFor(userID), presence.status);
        agreed += 1;
      });
      world.push(entry('ana', ONLINE));
      world.page.draw();
      assert.equal(agreed, 1);
    });
  });

  describe('what a source brings', () => {
    it('of a status type nobody knows is unknown, and loses nothing else', () => {
      const world = new World();
      world.observe(['ana', 'bob']);
      for (const type of [4, -1, NaN, '1', null, undefined, {}]) {
        world.push(entry('ana', type as number), entry('bob', ONLINE));
        assert.equal(world.controller.presenceOf('ana').status, 'unknown');
        assert.equal(world.controller.presenceOf('bob').status, 'online');
      }
      assert.deepEqual(world.page.errors, []);
    });

    const headless: readonly unknown[] = [
      null,
      undefined,
      7,
      'ana',
      {},
      { userID: '' },
      { userID: 7, statusType: ONLINE },
      { statusType: ONLINE, customStatus: '' },
    ];

    it('without an ID is left out of a push', () => {
      const world = new World();
      world.observe(['ana', 'bob']);
      world.push(entry('ana', ONLINE), ...(headless as StatusEntry[]), entry('bob', ONLINE));
      assert.equal(world.controller.statusFor('ana'), 'online');
      assert.equal(world.controller.statusFor('bob'), 'online');
      assert.deepEqual(world.page.errors, []);
    });

    it('without an ID is left out of an answer', async () => {
      const world = new World({ answering: false });
      world.observe(['ana', 'bob'], false);
      await world.page.pass(100);
      world.hand.calls[0]!.answer({
        entries: [entry('ana', ONLINE), ...(headless as StatusEntry[]), entry('bob', ONLINE)],
        failures: [],
      });
      await settled();
      assert.equal(world.controller.statusFor('ana'), 'online');
      assert.equal(world.controller.statusFor('bob'), 'online');
      assert.equal(world.controller.stats.refused, 0);
      assert.deepEqual(world.errors, []);
    });

    it('without an ID is left out of the users that a call left out', async () => {
      const world = new World({ answering: false });
      world.observe(['ana', 'bob']);
      await world.page.pass(100);
      world.hand
        .of('subscribe')[0]!
        .answer([...headless, { userID: 'bob', code: 70107 }, { userID: 'stranger', code: 70107 }]);
      await settled();
      assert.equal(world.controller.stats.refused, 0);
      assert.deepEqual(world.errors, []);
      world.push(entry('ana', ONLINE), entry('bob', ONLINE));
      assert.equal(world.shown('ana'), 'online live');
      assert.equal(world.shown('bob'), 'online snapshot');
    });

    for (const list of [undefined, null, 7, 'ana', {}]) {
      it(`as a list of ${JSON.stringify(list)} is nobody`, () => {
        const world = new World();
        world.observe('ana');
        world.hand.report.pushed(list as unknown as StatusEntry[]);
        world.hand.report.answered(list as unknown as StatusEntry[], 1);
        assert.equal(world.shown('ana'), 'unknown none');
        assert.deepEqual(world.page.errors, []);
      });
    }

    it('of users nobody observes is known all the same', () => {
      const world = new World();
      world.push(entry('ana', ONLINE));
      assert.equal(world.shown('ana'), 'online snapshot');
    });

    it('while statuses are switched off is not', () => {
      const world = new World({ login: false });
      world.hand.report.session('me');
      world.hand.report.connection('connected');
      world.push(entry('ana', ONLINE));
      assert.equal(world.shown('ana'), 'unknown none');
      world.hand.report.display(true);
      world.push(entry('ana', ONLINE));
      assert.equal(world.shown('ana'), 'online snapshot');
    });
  });

  describe('an answer', () => {
    it('does not overwrite a push that came after it was asked for', async () => {
      const world = new World({ answering: false });
      world.observe('ana', false);
      await world.page.pass(100);
      world.push(entry('ana', ONLINE));
      world.hand.calls[0]!.answer({ entries: [entry('ana', OFFLINE)], failures: [] });
      await settled();
      assert.equal(world.controller.statusFor('ana'), 'online');
      assert.deepEqual(world.hand.corrections, [[entry('ana', ONLINE)]], 'and is put right');
    });

    it('that is older is asked for again', async () => {
      const world = new World({ answering: false });
      world.observe('ana', false);
      await world.page.pass(100);
      world.push(entry('ana', ONLINE));
      world.hand.calls[0]!.answer({ entries: [entry('ana', OFFLINE)], failures: [] });
      await world.page.pass(1_000);
      assert.deepEqual(world.hand.users('query'), ['ana', 'ana']);
    });

    it('that is older but says the same is no fault', async () => {
      const world = new World({ answering: false });
      world.observe('ana', false);
      await world.page.pass(100);
      world.push(entry('ana', ONLINE));
      world.hand.calls[0]!.answer({ entries: [entry('ana', ONLINE)], failures: [] });
      await world.page.pass(1_000);
      assert.deepEqual(world.hand.corrections, []);
      assert.deepEqual(world.hand.users('query'), ['ana']);
    });

    it('that is older than a push casts no doubt on the subscription', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'not-logged-in live');
      world.hand.truth = undefined;
      await world.page.pass(200_000);
      const verifying = world.hand.calls.at(-1)!;
      assert.equal(verifying.kind, 'query');
      world.push(entry('ana', ONLINE));
      verifying.answer({ entries: [entry('ana', NOT_LOGGED_IN)], failures: [] });
      await settled();
      assert.equal(world.shown('ana'), 'online live');
      assert.equal(world.controller.stats.evicted, 0);
    });

    it('that contradicts a live status shows that the subscription was lost', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      world.hand.truth!.set('ana', entry('ana', ONLINE));
      await world.page.pass(200_000);
      assert.equal(world.shown('ana'), 'online live');
      assert.deepEqual(world.hand.users('subscribe'), ['ana', 'ana']);
      assert.equal(world.controller.stats.evicted, 1);
    });

    it('to a question of somebody else counts from when that was asked', () => {
      const world = new World();
      const sentAt = world.hand.report.order();
      world.push(entry('ana', ONLINE));
      world.hand.report.answered([entry('ana', OFFLINE), entry('bob', OFFLINE)], sentAt);
      assert.equal(world.controller.statusFor('ana'), 'online');
      assert.equal(world.controller.statusFor('bob'), 'offline');
      assert.deepEqual(world.hand.corrections, [[entry('ana', ONLINE)]]);
      world.hand.report.answered([entry('ana', OFFLINE)], world.hand.report.order());
      assert.equal(world.controller.statusFor('ana'), 'offline');
    });

    it('that is brought twice counts once', () => {
      const world = new World();
      const sentAt = world.hand.report.order();
      world.hand.report.answered([entry('ana', OFFLINE)], sentAt);
      world.push(entry('ana', ONLINE));
      world.hand.report.answered([entry('ana', OFFLINE)], sentAt);
      assert.equal(world.controller.statusFor('ana'), 'online');
      assert.deepEqual(world.page.errors, []);
    });

    it('to a call made before the connection was lost counts for nothing', async () => {
      const world = new World({ answering: false });
      world.observe('ana');
      await world.page.pass(100);
      const [subscribe, query] = world.hand.calls;
      world.hand.report.connection('disconnected');
      world.hand.report.connection('connected');
      subscribe!.answer([]);
      query!.answer({ entries: [entry('ana', ONLINE)], failures: [] });
      await settled();
      assert.equal(world.shown('ana'), 'unknown none');
      assert.equal(world.controller.stats.live, 0);
    });

    it('after the stop counts for nothing', async () => {
      const world = new World({ answering: false });
      world.observe('ana');
      await world.page.pass(100);
      world.stop();
      for (const call of world.hand.calls) world.hand.answer(call);
      world.push(entry('ana', ONLINE));
      world.hand.report.session('bob');
      world.hand.report.failed(refusal('feature-disabled', 72001));
      await world.page.pass(60_000);
      assert.equal(world.shown('ana'), 'unknown none');
      assert.equal(world.controller.state, 'idle');
      assert.equal(world.controller.userID, undefined);
      assert.deepEqual(world.errors, []);
      assert.equal(world.page.timers, 0);
    });

    for (const value of [undefined, null, 7, {}, { entries: 7 }, { entries: null, failures: 7 }]) {
      it(`of ${JSON.stringify(value)} loses nothing that is known`, async () => {
        const world = new World();
        world.observe('bob', false);
        await world.page.pass(1_000);
        world.hand.truth = undefined;
        world.observe('ana');
        await world.page.pass(100);
        for (const call of world.hand.calls.slice(1)) call.answer(value);
        await world.page.pass(1_000);
        assert.equal(world.shown('bob'), 'not-logged-in snapshot');
        assert.ok(world.errors.length <= 1);
        world.hand.truth = new Map([['ana', entry('ana', ONLINE)]]);
        for (const call of world.hand.calls) world.hand.answer(call);
        await world.page.pass(90_000);
        assert.equal(world.shown('ana'), 'online live');
        assert.equal(world.controller.error, undefined);
      });
    }
  });

  describe('a source', () => {
    it('that throws at its start is reported once and harms nothing', async () => {
      const page = new FakePage();
      const controller = new PresenceController({ page });
      const stop = controller.use(() => {
        throw new Error('no engine');
      });
      controller.observe('ana', () => undefined);
      controller.switchUserStatus({ displayOnlineStatus: true });
      controller.retry();
      await page.pass(60_000);
      stop();
      assert.deepEqual(page.errors.map(String), ['Error: no engine']);
      assert.equal(controller.state, 'idle');
    });

    it('that throws at its stop is reported and stopped', () => {
      const page = new FakePage();
      const hand = new HandSource();
      const controller = new PresenceController({ page });
      const stop = controller.use((report) => ({
        ...hand.source(report),
        stop: () => {
          throw new Error('still here');
        },
      }));
      hand.report.session('me');
      stop();
      assert.deepEqual(page.errors.map(String), ['Error: still here']);
      assert.equal(controller.state, 'idle');
      assert.equal(controller.userID, undefined);
    });

    for (const method of [
      'switchUserStatus',
      'retry',
      'wake',
      'collect',
      'correct',
    ] as const satisfies (keyof RunningSource)[]) {
      it(`that throws at ${method} is reported, and nothing leaves the controller`, async () => {
        const page = new FakePage();
        const hand = new HandSource();
        hand.truth = new Map([['ana', entry('ana', ONLINE)]]);
        const controller = new PresenceController({ page });
        controller.observe('ana', () => undefined);
        controller.use((report) => ({
          ...hand.source(report),
          [method]: () => {
            throw new Error(`at ${method}`);
          },
        }));
        hand.report.session('me');
        hand.report.connection('connected');
        hand.report.display(true);
        await page.pass(1_000);
        controller.switchUserStatus({ displayOnlineStatus: true });
        const sentAt = hand.report.order();
        hand.report.pushed([entry('ana', ONLINE)]);
        hand.report.answered([entry('ana', OFFLINE)], sentAt);
        hand.report.dirty();
        await page.pass(100);
        assert.equal(controller.statusFor('ana'), 'online');
        hand.report.connection('disconnected');
        await page.pass(400);
        hand.report.connection('connected');
        hand.report.failed(refusal('feature-disabled', 72001));
        controller.retry();
        await page.pass(1_000);
        assert.equal(controller.state, 'ready');
        assert.deepEqual(page.errors.map(String), [`Error: at ${method}`]);
      });
    }

    for (const kind of ['subscribe', 'unsubscribe', 'query'] as const) {
      it(`that throws at ${kind} fails the call, and the error surfaces once`, async () => {
        const world = new World();
        world.hand.truth = new Map([['ana', entry('ana', ONLINE)]]);
        const hand = new HandSource();
        hand.truth = world.hand.truth;
        let throws = true;
        world.controller.use((report) => {
          const running = hand.source(report);
          const { [kind]: original } = running;
          return Object.assign(running, {
            [kind]: (userIDs: readonly string[]) => {
              if (throws) throw new Error(`at ${kind}`);
              return original(userIDs);
            },
          });
        });
        hand.report.session('me');
        hand.report.connection('connected');
        hand.report.display(true);
        const stop = world.observe(['ana', 'bob']);
        await world.page.pass(500);
        stop();
        world.observe('ana');
        await world.page.pass(60_000);
        assert.deepEqual(
          world.errors.map(({ reason, message }) => [reason, message]),
          [['unknown', `at ${kind}`]],
        );
        assert.deepEqual(world.page.errors, []);
        assert.equal(world.controller.state, 'ready');
        throws = false;
        await world.page.pass(60_000);
        assert.equal(world.shown('ana'), 'online live');
        assert.equal(world.controller.error, undefined);
      });
    }

    const nonsense: readonly (readonly [string, unknown])[] = [
      ['nothing', undefined],
      ['null', null],
      ['a text', 'no'],
      ['a number', 7],
      ['a symbol', Symbol('no')],
      ['an object', { code: 'x' }],
      ['an object without a prototype', Object.create(null)],
      [
        'an object whose message throws',
        {
          get message() {
            throw new Error('worse');
          },
        },
      ],
      ['a function', () => undefined],
    ];
    for (const [name, error] of nonsense) {
      it(`that rejects with ${name} is asked again, and the error surfaces once`, async () => {
        const world = new World({ answering: false });
        world.observe('ana', false);
        for (let turn = 0; turn < 4; turn++) {
          await world.page.pass(20_000);
          for (const call of world.hand.calls) call.refuse(error);
        }
        await world.page.pass(60_000);
        assert.ok(world.hand.calls.length >= 4, 'it is asked again');
        assert.equal(world.errors.length, 1);
        assert.equal(world.errors[0]!.reason, 'unknown');
        assert.equal(typeof world.errors[0]!.message, 'string');
        assert.equal(world.controller.error, world.errors[0]);
        assert.equal(world.controller.state, 'ready');
        assert.deepEqual(world.page.errors, []);
        world.hand.calls.at(-1)!.answer({ entries: [entry('ana', ONLINE)], failures: [] });
        await world.page.pass(100);
        assert.equal(world.shown('ana'), 'online snapshot');
        assert.equal(world.controller.error, undefined);
      });
    }

    it('that never answers is not asked again and again', async () => {
      const world = new World({ answering: false });
      world.observe('ana');
      await world.page.pass(50_000);
      assert.equal(world.hand.of('subscribe').length, 1);
      assert.equal(world.hand.of('query').length, 1);
    });

    it('may report before its start is over', async () => {
      const page = new FakePage();
      const hand = new HandSource();
      hand.truth = new Map([['ana', entry('ana', ONLINE)]]);
      const controller = new PresenceController({ page });
      controller.observe('ana', () => undefined);
      controller.use((report) => {
        report.session('me');
        report.connection('connected');
        report.display(true);
        return hand.source(report);
      });
      assert.equal(controller.state, 'ready');
      await page.pass(1_000);
      assert.equal(controller.statusFor('ana'), 'online');
    });

    it('may come later, with the wishes of the meantime', async () => {
      const page = new FakePage();
      const hand = new HandSource();
      hand.truth = new Map([['ana', entry('ana', ONLINE)]]);
      const controller = new PresenceController({ page });
      let come = (): void => undefined;
      controller.use(async (report) => {
        await new Promise<void>((resolve) => (come = resolve));
        return hand.source(report);
      });
      assert.equal(controller.state, 'connecting');
      controller.observe('ana', () => undefined);
      controller.switchUserStatus({ displayOnlineStatus: true });
      come();
      await settled();
      assert.deepEqual(hand.switches, [true]);
      hand.report.session('me');
      hand.report.connection('connected');
      hand.report.display(true);
      await page.pass(1_000);
      assert.equal(controller.statusFor('ana'), 'online');
    });

    it('that comes after its stop is stopped, and heard no more', async () => {
      const controller = new PresenceController({ page: new FakePage() });
      const hand = new HandSource();
      const stop = controller.use((report) => Promise.resolve(hand.source(report)));
      stop();
      await settled();
      assert.equal(hand.stops, 1);
      hand.report.session('me');
      assert.deepEqual([controller.state, controller.userID], ['idle', undefined]);
    });

    it('that cannot be had after its stop is no error any more', async () => {
      const controller = new PresenceController({ page: new FakePage() });
      const stop = controller.use(() => Promise.reject(new Error('no such file')));
      stop();
      await settled();
      assert.deepEqual([controller.state, controller.error], ['idle', undefined]);
    });

    it('that cannot be had is an error, and retry() begins it again', async () => {
      const controller = new PresenceController({ page: new FakePage() });
      const hand = new HandSource();
      let works = false;
      controller.use((report) =>
        works ? Promise.resolve(hand.source(report)) : Promise.reject(new Error('no such file')),
      );
      await settled();
      assert.equal(controller.error?.reason, 'unknown');
      assert.match(controller.error.message, /no such file/);
      works = true;
      controller.retry();
      await settled();
      assert.equal(controller.error, undefined);
      hand.report.session('me');
      hand.report.connection('connected');
      assert.equal(controller.state, 'ready');
    });

    it('that takes its time is not begun twice by retry()', async () => {
      const world = new World();
      const hand = new HandSource();
      let arrive!: () => void;
      let begun = 0;
      world.controller.use((report) => {
        begun += 1;
        const source = hand.source(report);
        return new Promise((resolve) => (arrive = () => resolve(source)));
      });
      hand.report.failed(new PresenceError('timeout', 1, 'slow'));
      world.controller.retry();
      assert.equal(begun, 1);
      arrive();
      await settled();
      hand.report.session('me');
      hand.report.connection('connected');
      assert.deepEqual([world.controller.state, hand.stops], ['ready', 0]);
    });

    it('that cannot be had may be begun anew by whoever hears of it', async () => {
      const controller = new PresenceController({ page: new FakePage() });
      let begun = 0;
      controller.addEventListener('tui-presence-error', () => {
        if (begun < 3) controller.retry();
      });
      controller.use(() => Promise.reject(new Error(`no such file, ${++begun}`)));
      for (let turn = 0; turn < 10; turn++) await settled();
      assert.equal(begun, 3);
      assert.match(controller.error!.message, /no such file, 3/);
    });

    it('begun by whoever hears that the one before has stopped keeps its state', () => {
      const world = new World();
      const other = new HandSource();
      world.controller.addEventListener(
        'tui-presence-state',
        () => {
          world.controller.use(other.source);
          other.report.session('you');
          other.report.connection('connected');
          other.report.display(true);
        },
        { once: true },
      );
      world.stop();
      const { state, userID, displayOnlineStatus } = world.controller;
      assert.deepEqual([state, userID, displayOnlineStatus], ['ready', 'you', true]);
    });

    it('has to be a function', () => {
      const { controller } = new World();
      for (const source of [undefined, null, {}, 'source']) {
        assert.throws(() => controller.use(source as unknown as PresenceSource), TypeError);
      }
    });
  });

  describe('use', () => {
    it('takes another source in place of the first', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      const other = new HandSource();
      other.truth = new Map([['ana', entry('ana', ONLINE)]]);
      const stop = world.controller.use(other.source);
      assert.equal(world.hand.stops, 1);
      assert.equal(world.shown('ana'), 'unknown none', 'what the first one knew is gone');
      assert.equal(world.controller.state, 'connecting');
      other.report.session('me');
      other.report.connection('connected');
      other.report.display(true);
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'online live');
      world.stop();
      assert.equal(other.stops, 0, 'the stop of the first one stops nothing any more');
      stop();
      stop();
      assert.equal(other.stops, 1);
      assert.equal(world.controller.state, 'idle');
    });

    it('counts who uses one key, and stops with the last', () => {
      const controller = new PresenceController({ page: new FakePage() });
      const [hand, second] = [new HandSource(), new HandSource()];
      const key = {};
      const stops = [controller.use(hand.source, key), controller.use(second.source, key)];
      assert.equal(second.report, undefined, 'the second one is not started');
      stops[0]!();
      stops[0]!();
      assert.equal(hand.stops, 0);
      stops[1]!();
      assert.equal(hand.stops, 1);
      controller.use(second.source, key);
      assert.notEqual(second.report, undefined);
    });

    it('turns down a second key with a warning', (test) => {
      const warn = test.mock.method(console, 'warn', () => undefined);
      const controller = new PresenceController({ page: new FakePage() });
      const [hand, second] = [new HandSource(), new HandSource()];
      const stop = controller.use(hand.source, {});
      const stopSecond = controller.use(second.source, {});
      assert.equal(warn.mock.callCount(), 1);
      assert.match(String(warn.mock.calls[0]!.arguments[0]), /tui-presence.*PresenceController/s);
      assert.equal(second.report, undefined);
      stopSecond();
      assert.equal(hand.stops, 0);
      stop();
      controller.use(second.source, {});
      assert.notEqual(second.report, undefined);
    });

    it('stops listening to the page with the source', () => {
      const world = new World();
      assert.equal(world.page.listeners, 1);
      world.stop();
      assert.equal(world.page.listeners, 0);
      assert.equal(world.page.timers, 0);
    });

    it('starts again where it stopped, with the same wishes', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      world.stop();
      const other = new HandSource();
      other.truth = new Map();
      world.controller.use(other.source);
      other.report.session('me');
      other.report.connection('connected');
      other.report.display(true);
      await world.page.pass(1_000);
      assert.deepEqual(other.users('subscribe'), ['ana']);
    });
  });

  describe('switchUserStatus', () => {
    it('is remembered until there is a source', () => {
      const controller = new PresenceController({ page: new FakePage() });
      const hand = new HandSource();
      assert.equal(controller.displayOnlineStatus, false);
      controller.switchUserStatus({ displayOnlineStatus: true });
      assert.equal(controller.displayOnlineStatus, false);
      controller.use(hand.source);
      assert.deepEqual(hand.switches, [true]);
    });

    it('is not called by the controller itself', () => {
      const world = new World();
      world.stop();
      assert.deepEqual(world.hand.switches, []);
    });

    it('takes anything but true for off', () => {
      const world = new World();
      const { controller, hand } = world;
      controller.switchUserStatus({ displayOnlineStatus: true });
      controller.switchUserStatus({} as { displayOnlineStatus: boolean });
      controller.switchUserStatus(undefined as unknown as { displayOnlineStatus: boolean });
      assert.deepEqual(hand.switches, [true, false, false]);
    });

    it('is shown when the source says so, with an event', () => {
      const { controller, hand } = new World();
      const heard: boolean[] = [];
      controller.addEventListener('tui-presence-display', (event) => {
        assert.ok(event instanceof PresenceDisplayEvent);
        heard.push(event.displayOnlineStatus);
      });
      hand.report.display(true);
      hand.report.display(false);
      hand.report.display(false);
      assert.deepEqual(heard, [false]);
      assert.equal(controller.displayOnlineStatus, false);
    });

    it('off drops everything known, and nothing is asked', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      const calls = world.hand.calls.length;
      world.takeHeard();
      world.hand.report.display(false);
      world.push(entry('ana', ONLINE));
      await world.page.pass(200_000);
      assert.deepEqual(world.takeHeard(), [['ana', 'unknown none']]);
      assert.equal(world.hand.calls.length, calls);
      assert.equal(world.controller.stats.held, 0);
    });

    it('on again subscribes and asks for everybody again', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      world.hand.report.display(false);
      await world.page.pass(1_000);
      world.hand.calls.length = 0;
      world.hand.truth!.set('ana', entry('ana', ONLINE));
      world.hand.report.display(true);
      assert.equal(world.shown('ana'), 'unknown none', 'nothing old comes back');
      await world.page.pass(1_000);
      assert.deepEqual(world.hand.users('subscribe'), ['ana']);
      assert.equal(world.shown('ana'), 'online live');
    });
  });

  describe('state', () => {
    it('follows the login and the connection, with an event for each change', () => {
      const world = new World({ login: false });
      const { hand, states, controller } = world;
      assert.equal(controller.state, 'connecting');
      hand.report.session(undefined);
      hand.report.session('me');
      hand.report.connection('connecting');
      hand.report.connection('connected');
      hand.report.connection('connected');
      hand.report.connection('connecting');
      hand.report.connection('disconnected');
      hand.report.connection('connecting');
      hand.report.connection('connected');
      hand.report.session(undefined);
      world.stop();
      assert.deepEqual(states, [
        'connecting',
        'idle',
        'connecting',
        'ready',
        'disconnected',
        'ready',
        'idle',
      ]);
    });

    it('is idle before any source', () => {
      assert.equal(new PresenceController({ page: new FakePage() }).state, 'idle');
    });

    it('may be read in its event', () => {
      const world = new World({ login: false });
      let checked = 0;
      world.controller.addEventListener('tui-presence-state', (event) => {
        assert.ok(event instanceof PresenceStateEvent);
        assert.equal(event.state, world.controller.state);
        checked += 1;
      });
      world.login();
      assert.equal(checked, 1);
    });

    it('of a connection is nothing without a login', () => {
      const world = new World({ login: false });
      world.hand.report.connection('connected');
      assert.equal(world.controller.state, 'idle');
      world.hand.report.connection('connecting');
      assert.equal(world.controller.state, 'connecting');
      world.hand.report.connection('disconnected');
      assert.equal(world.controller.state, 'idle');
    });
  });

  describe('a lost connection', () => {
    it('makes every status stale within a frame, and keeps it', async () => {
      const world = new World();
      world.hand.truth!.set('ana', entry('ana', ONLINE));
      world.observe(['ana', 'bob']);
      await world.page.pass(1_000);
      world.takeHeard();
      world.hand.report.connection('disconnected');
      world.page.draw();
      assert.deepEqual(world.takeHeard().sort(), [
        ['ana', 'online stale'],
        ['bob', 'not-logged-in stale'],
      ]);
      assert.equal(world.controller.stats.live, 0);
    });

    it('makes no call until it is back, then subscribes and asks again', async () => {
      const world = new World();
      world.observe(['ana', 'bob']);
      await world.page.pass(1_000);
      world.hand.report.connection('disconnected');
      world.hand.calls.length = 0;
      await world.page.pass(60_000);
      assert.deepEqual(world.hand.calls, []);
      world.hand.truth!.set('ana', entry('ana', ONLINE));
      world.hand.report.connection('connected');
      assert.equal(world.shown('ana'), 'not-logged-in stale', 'until it is answered');
      await world.page.pass(1_000);
      assert.deepEqual(world.hand.users('subscribe').sort(), ['ana', 'bob']);
      assert.equal(world.shown('ana'), 'online live');
      assert.equal(world.shown('bob'), 'not-logged-in live');
    });

    it('clears answer by answer', async () => {
      const world = new World();
      world.observe(users(600), false);
      await world.page.pass(5_000);
      world.hand.truth = undefined;
      world.hand.calls.length = 0;
      world.hand.report.connection('disconnected');
      world.hand.report.connection('connected');
      await world.page.pass(100);
      world.hand.answer(world.hand.calls[0]!);
      await settled();
      const shown = new Set(users(600).map((userID) => world.shown(userID)));
      assert.deepEqual(shown, new Set(['not-logged-in snapshot', 'not-logged-in stale']));
    });

    it('is woken after growing waits while somebody looks', async () => {
      const world = new World();
      world.page.chance = 1;
      world.observe('ana');
      await world.page.pass(1_000);
      world.hand.report.connection('disconnected');
      await world.page.pass(20_000);
      assert.equal(world.hand.wakes.length, 5);
      assert.deepEqual(world.hand.wakes[0], ['ana']);
      world.page.setAwake(false);
      await world.page.pass(60_000);
      assert.equal(world.hand.wakes.length, 5);
      world.page.setAwake(true);
      await world.page.pass(600);
      assert.equal(world.hand.wakes.length, 6);
      world.hand.report.connection('connected');
      await world.page.pass(60_000);
      assert.equal(world.hand.wakes.length, 6);
    });

    it('is woken for who is only listed, too', async () => {
      const world = new World();
      world.observe('ana', false);
      world.hand.report.connection('disconnected');
      await world.page.pass(1_000);
      assert.deepEqual(world.hand.wakes[0], ['ana']);
    });

    it('is left alone while nobody is observed, and never woken with oneself', async () => {
      const world = new World();
      world.hand.report.connection('disconnected');
      await world.page.pass(60_000);
      world.observe('me');
      await world.page.pass(60_000);
      assert.deepEqual(world.hand.wakes, []);
    });

    it('is left alone where presence is not to be had', async () => {
      const world = new World();
      world.observe('ana');
      world.hand.report.failed(refusal('feature-disabled', 72001));
      world.hand.report.connection('disconnected');
      await world.page.pass(60_000);
      assert.deepEqual(world.hand.wakes, []);
    });
  });

  describe('a session', () => {
    it('that ends drops everything known', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      world.takeHeard();
      world.hand.report.session(undefined);
      assert.equal(world.shown('ana'), 'unknown none');
      world.page.draw();
      assert.deepEqual(world.takeHeard(), [['ana', 'unknown none']]);
      assert.equal(world.controller.userID, undefined);
      world.hand.calls.length = 0;
      await world.page.pass(60_000);
      assert.deepEqual(world.hand.calls, []);
    });

    it('of another user begins with nothing, and with the wishes there are', async () => {
      const world = new World();
      world.observe(['ana', 'me', 'bob']);
      await world.page.pass(1_000);
      world.hand.calls.length = 0;
      world.hand.report.session('bob');
      for (const userID of ['ana', 'me', 'bob']) assert.equal(world.shown(userID), 'unknown none');
      world.hand.report.connection('connected');
      await world.page.pass(1_000);
      assert.deepEqual(world.hand.users('subscribe').sort(), ['ana', 'me']);
      assert.equal(world.shown('bob'), 'online live');
      assert.equal(world.shown('me'), 'not-logged-in live');
    });

    it('of another user takes no answer that was for the first', async () => {
      const world = new World({ answering: false });
      world.observe('ana');
      await world.page.pass(100);
      world.login('bob');
      for (const call of world.hand.calls) {
        call.answer(call.kind === 'query' ? { entries: [entry('ana', ONLINE)], failures: [] } : []);
      }
      await settled();
      assert.equal(world.shown('ana'), 'unknown none');
    });

    it('drops contacts and conversations too', () => {
      const { controller, hand } = new World();
      hand.report.contacts([{ userID: 'ana' }]);
      hand.report.conversations([]);
      assert.equal(controller.directory.contacts?.length, 1);
      hand.report.session('bob');
      assert.equal(controller.directory.contacts, undefined);
      assert.equal(controller.directory.conversations, undefined);
    });

    it('that is told again changes nothing', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      const calls = world.hand.calls.length;
      world.hand.report.session('me');
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'not-logged-in live');
      assert.equal(world.hand.calls.length, calls);
    });

    for (const userID of ['', 7, null, {}]) {
      it(`of ${JSON.stringify(userID)} is nobody's`, () => {
        const world = new World();
        world.hand.report.session(userID as string);
        assert.equal(world.controller.userID, undefined);
        assert.equal(world.controller.state, 'idle');
      });
    }
  });

  describe('a service that does not have presence', () => {
    const final: readonly (readonly [PresenceErrorReason, number])[] = [
      ['feature-disabled', 72001],
      ['plan-unsupported', 3122],
      ['user-sig-expired', 70001],
      ['kicked-offline', 3002],
    ];
    for (const [reason, code] of final) {
      it(`because of ${reason} makes one error and silence, until retry()`, async () => {
        const world = new World({ answering: false });
        const { hand, controller } = world;
        world.observe(['ana', 'bob']);
        await world.page.pass(100);
        for (const call of hand.calls) call.refuse(refusal(reason, code));
        await world.page.pass(600_000);
        assert.equal(controller.state, 'unavailable');
        assert.deepEqual(
          world.errors.map((error) => [error.reason, error.code]),
          [[reason, code]],
        );
        assert.equal(controller.error, world.errors[0]);
        assert.equal(hand.calls.length, 2, 'nothing more is asked');
        assert.equal(world.shown('ana'), 'unknown none');
        world.push(entry('ana', ONLINE));
        assert.equal(world.shown('ana'), 'unknown none');

        hand.truth = new Map([['ana', entry('ana', ONLINE)]]);
        controller.retry();
        assert.equal(controller.error, undefined);
        assert.equal(controller.state, 'ready');
        await world.page.pass(1_000);
        assert.equal(world.shown('ana'), 'online live');
        assert.equal(hand.retries, 1);
        assert.equal(world.errors.length, 1);
      });
    }

    it('says so again when a retry was in vain', async () => {
      const world = new World({ answering: false });
      world.observe('ana');
      await world.page.pass(100);
      for (const call of world.hand.calls) call.refuse(refusal('feature-disabled', 72001));
      await settled();
      world.controller.retry();
      await world.page.pass(100);
      for (const call of world.hand.calls) call.refuse(refusal('feature-disabled', 72001));
      await world.page.pass(60_000);
      assert.equal(world.errors.length, 2);
      assert.equal(world.controller.state, 'unavailable');
      assert.equal(world.hand.calls.length, 4);
    });

    it('stays so through a reconnect, and is forgotten with the next login', async () => {
      const world = new World();
      world.observe('ana');
      world.hand.report.failed(refusal('feature-disabled', 72001));
      world.hand.report.connection('disconnected');
      world.hand.report.connection('connected');
      await world.page.pass(10_000);
      assert.equal(world.controller.state, 'unavailable');
      assert.deepEqual(world.hand.calls, []);
      world.hand.report.session('bob');
      assert.equal(world.controller.error, undefined);
      world.hand.report.connection('connected');
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });

    it('tells of what the source says just as well, once', () => {
      const world = new World();
      for (let turn = 0; turn < 5; turn++) {
        world.hand.report.failed(refusal('kicked-offline', 0));
      }
      assert.equal(world.errors.length, 1);
      assert.ok(world.errors[0] instanceof PresenceError);
      world.hand.report.failed(undefined);
      assert.equal(world.controller.state, 'ready');
      assert.equal(world.controller.error, undefined);
    });

    it('has nothing to retry while there is no error', () => {
      const world = new World();
      world.controller.retry();
      assert.equal(world.hand.retries, 0);
      new PresenceController({ page: new FakePage() }).retry();
    });

    it('is forgotten with the source', () => {
      const world = new World();
      world.hand.report.failed(refusal('feature-disabled', 72001));
      world.stop();
      assert.equal(world.controller.state, 'idle');
      assert.equal(world.controller.error, undefined);
    });
  });

  describe('a refusal that passes', () => {
    for (const reason of ['rate-limited', 'timeout', 'not-logged-in'] as const) {
      it(`because of ${reason} is waited out in silence`, async () => {
        const world = new World({ answering: false });
        world.observe('ana');
        await world.page.pass(100);
        for (const call of world.hand.calls) call.refuse(refusal(reason, 2801));
        await world.page.pass(500);
        assert.deepEqual(world.errors, []);
        assert.equal(world.controller.error, undefined);
        assert.equal(world.controller.state, 'ready');
        assert.equal(world.controller.stats.refused, 2);
        world.hand.truth = new Map([['ana', entry('ana', ONLINE)]]);
        await world.page.pass(2_000);
        assert.equal(world.shown('ana'), 'online live');
      });
    }

    it('of a kind nobody knows surfaces once, and again only when it is another', async () => {
      const world = new World({ answering: false });
      world.observe('ana', false);
      const refuse = async (code: number) => {
        await world.page.pass(60_000);
        world.hand.calls.at(-1)!.refuse(refusal('unknown', code));
        await settled();
      };
      for (const code of [9_999, 9_999, 9_999]) await refuse(code);
      assert.equal(world.errors.length, 1);
      await refuse(8_888);
      assert.equal(world.errors.length, 2);
      world.hand.truth = new Map();
      await world.page.pass(60_000);
      assert.equal(world.controller.error, undefined);
      world.hand.truth = undefined;
      await refuse(8_888);
      assert.equal(world.errors.length, 3);
    });

    it('loses nothing that is known', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      world.hand.truth = undefined;
      await world.page.pass(200_000);
      world.hand.calls.at(-1)!.refuse(refusal('rate-limited', 2996));
      await settled();
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });
  });

  describe('a hidden page', () => {
    it('puts off refreshing, and catches up when somebody looks', async () => {
      const world = new World();
      world.observe(['ana', 'bob'], false);
      await world.page.pass(1_000);
      world.page.setAwake(false);
      world.hand.calls.length = 0;
      await world.page.pass(3_600_000);
      assert.deepEqual(world.hand.calls, []);
      world.hand.truth!.set('ana', entry('ana', ONLINE));
      world.page.setAwake(true);
      await world.page.pass(200);
      assert.deepEqual(world.hand.users('query'), ['ana', 'bob']);
      assert.equal(world.shown('ana'), 'online snapshot');
    });

    it('still asks for who was never asked for', async () => {
      const world = new World();
      world.page.setAwake(false);
      world.observe('ana');
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });
  });

  describe('statusOf', () => {
    it("shows an app's words, and tells of whom it changes", async () => {
      const world = new World();
      const { controller } = world;
      world.hand.truth!.set('ana', entry('ana', ONLINE, 'in a meeting'));
      world.hand.truth!.set('bob', entry('bob', ONLINE));
      world.observe(['ana', 'bob'], false);
      await world.page.pass(1_000);
      world.takeHeard();
      controller.statusOf = (words) => (words === 'in a meeting' ? 'busy' : undefined);
      assert.equal(controller.statusFor('ana'), 'busy');
      world.page.draw();
      assert.deepEqual(world.takeHeard(), [['ana', 'busy snapshot']]);
      controller.statusOf = undefined;
      world.page.draw();
      assert.deepEqual(world.takeHeard(), [['ana', 'online snapshot']]);
    });

    it('that throws is reported and changes nothing', () => {
      const world = new World();
      world.push(entry('ana', ONLINE, 'x'));
      world.controller.statusOf = () => {
        throw new Error('no words');
      };
      assert.equal(world.controller.statusFor('ana'), 'online');
      assert.deepEqual(world.page.errors.map(String), ['Error: no words']);
    });

    it('that is no function is none', () => {
      const world = new World();
      world.controller.statusOf = 'busy' as unknown as () => 'busy';
      assert.equal(world.controller.statusOf, undefined);
      world.push(entry('ana', ONLINE, 'x'));
      assert.equal(world.controller.statusFor('ana'), 'online');
    });
  });

  describe('a source with a store of its own', () => {
    it('is collected once before the next frame is drawn, whoever is on screen first', async () => {
      const world = new World();
      world.observe('ana');
      world.observe('bob', false);
      await world.page.pass(1_000);
      world.hand.collected.length = 0;
      world.hand.report.dirty();
      world.hand.report.dirty();
      assert.deepEqual(world.hand.collected, []);
      world.page.draw();
      assert.deepEqual(world.hand.collected, [['ana']]);
      world.page.draw();
      assert.equal(world.hand.collected.length, 1);
    });

    it('is told who is on screen now', () => {
      const world = new World();
      const stop = world.observe('ana');
      world.observe(['bob', 'me'], false);
      const onScreen = () =>
        ['ana', 'bob', 'me', 'nobody'].filter((userID) => world.hand.report.isOnScreen(userID));
      assert.deepEqual(onScreen(), ['ana']);
      stop();
      assert.deepEqual(onScreen(), []);
    });

    it('with news left is asked in the next frame for whoever comes on screen', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      world.hand.collected.length = 0;
      world.observe('bob');
      world.page.draw();
      assert.deepEqual(world.hand.collected, []);
      world.hand.isWaiting = true;
      world.observe('cem', false);
      world.page.draw();
      assert.deepEqual(world.hand.collected, []);
      world.observe('dan');
      world.page.draw();
      assert.deepEqual(world.hand.collected, [['ana', 'bob', 'dan']]);
    });

    it('with news left is asked in the next frame for whoever an element draws', async () => {
      const world = new World();
      world.observe('ana');
      world.observe('bob', false);
      await world.page.pass(1_000);
      world.hand.collected.length = 0;
      world.controller.shownOf('bob');
      world.page.draw();
      assert.deepEqual(world.hand.collected, []);
      world.hand.isWaiting = true;
      world.controller.presenceOf('cem');
      world.page.draw();
      assert.deepEqual(world.hand.collected, []);
      world.controller.shownOf('bob');
      world.page.draw();
      world.page.draw();
      assert.deepEqual(world.hand.collected, [['ana', 'bob']]);
      world.hand.report.dirty();
      world.page.draw();
      assert.deepEqual(world.hand.collected.at(-1), ['ana']);
    });

    it('is heard in the same frame', () => {
      const world = new World();
      world.observe('ana');
      const { report } = world.hand;
      world.hand.collected.push = () => {
        report.noticed([{ userID: 'ana', statusType: ONLINE, customStatus: '' }]);
        return 0;
      };
      report.dirty();
      world.page.draw();
      assert.deepEqual(world.takeHeard(), [['ana', 'online snapshot']]);
    });

    it('that agrees with what is known beats no answer under way', async () => {
      const world = new World({ answering: false });
      world.push(entry('ana', OFFLINE));
      world.observe('ana', false);
      await world.page.pass(100);
      world.hand.report.noticed([{ userID: 'ana', statusType: OFFLINE, customStatus: '' }]);
      world.hand.calls[0]!.answer({ entries: [entry('ana', ONLINE)], failures: [] });
      await settled();
      assert.equal(world.controller.statusFor('ana'), 'online');
    });
  });

  describe('subscriptions of others', () => {
    it('of the page are never let go', async () => {
      const world = new World();
      const settle = world.hand.report.subscribeElsewhere(['ana', 'bob'], 'host');
      settle(['ana', 'bob']);
      const stop = world.observe(['ana', 'carol']);
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'not-logged-in live');
      assert.deepEqual(world.hand.users('subscribe'), ['carol']);
      stop();
      await world.page.pass(60_000);
      assert.deepEqual(world.hand.users('unsubscribe'), ['carol']);
      assert.equal(world.controller.stats.held, 2);
    });

    it('that end are made anew for who is on screen', async () => {
      const world = new World();
      world.observe('ana');
      await world.page.pass(1_000);
      world.hand.report.unsubscribedElsewhere(undefined);
      assert.equal(world.shown('ana'), 'not-logged-in snapshot');
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });

    it('settled after the stop are nobody else\u2019s', () => {
      const world = new World();
      const settle = world.hand.report.subscribeElsewhere(['ana'], 'host');
      world.stop();
      settle(['ana']);
      assert.equal(world.controller.stats.held, 0);
      assert.deepEqual(world.page.errors, []);
    });

    it('may name users that are no text', () => {
      const world = new World();
      const { report } = world.hand;
      report.subscribeElsewhere(['', 7, null] as string[], 'engine')(['', null] as string[]);
      report.unsubscribedElsewhere([null, ''] as string[]);
      assert.equal(world.controller.stats.held, 0);
      assert.deepEqual(world.page.errors, []);
    });
  });

  describe('stats', () => {
    it('count what is observed and what is done', async () => {
      const world = new World();
      assert.deepEqual(world.controller.stats, {
        observed: 0,
        live: 0,
        snapshot: 0,
        held: 0,
        subscribeCalls: 0,
        unsubscribeCalls: 0,
        queryCalls: 0,
        refused: 0,
        evicted: 0,
        notifications: 0,
      });
      const stop = world.observe(['ana', 'bob']);
      world.observe(['carol'], false);
      await world.page.pass(1_000);
      stop();
      world.observe(['bob']);
      await world.page.pass(10_000);
      const { notifications, ...stats } = world.controller.stats;
      assert.deepEqual(stats, {
        observed: 2,
        live: 1,
        snapshot: 1,
        held: 1,
        subscribeCalls: 1,
        unsubscribeCalls: 1,
        queryCalls: world.hand.of('query').length,
        refused: 0,
        evicted: 0,
      });
      assert.equal(notifications, world.heard.length);
    });
  });

  it('makes no noise on the console', async (test) => {
    const methods = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
      test.mock.method(console, method, () => undefined),
    );
    const world = new World();
    world.observe(users(300));
    await world.page.pass(10_000);
    world.hand.report.connection('disconnected');
    world.hand.report.connection('connected');
    world.hand.report.failed(refusal('feature-disabled', 72001));
    world.controller.retry();
    await world.page.pass(10_000);
    world.stop();
    for (const method of methods) assert.equal(method.mock.callCount(), 0);
    mock.reset();
  });

  it('is equal to anything a source may say: nothing is thrown, and it works afterwards', async () => {
    const anything = fc.oneof(
      fc.constantFrom<unknown>(undefined, null, '', 'u1', 0, 1, NaN, true, [], {}, [null], [{}]),
      fc.array(
        fc.record(
          {
            userID: fc.constantFrom<unknown>('u1', 'u2', '', 7, null),
            statusType: fc.constantFrom<unknown>(0, 1, 2, 3, 9, '1', null),
            customStatus: fc.constantFrom<unknown>('', 'x', 7, null),
          },
          { requiredKeys: [] },
        ),
        { maxLength: 3 },
      ),
      fc.constantFrom('connected', 'connecting', 'disconnected', 'host', 'engine', 'query'),
    );
    const word = fc.record({
      name: fc.constantFrom<Exclude<keyof SourceReport, 'order'>>(
        'session',
        'connection',
        'display',
        'pushed',
        'noticed',
        'answered',
        'expected',
        'subscribeElsewhere',
        'unsubscribedElsewhere',
        'calledElsewhere',
        'isOnScreen',
        'dirty',
        'contacts',
        'conversations',
      ),
      values: fc.array(anything, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 20 }), async (words) => {
        const world = new World();
        world.observe('ana');
        for (const { name, values } of words) {
          const say = world.hand.report[name] as (...values: unknown[]) => unknown;
          say(...values);
          await world.page.pass(20);
        }
        world.hand.report.session(undefined);
        world.login();
        world.hand.report.connection('connected');
        world.hand.report.display(true);
        await world.page.pass(20_000);
        assert.equal(world.shown('ana'), 'not-logged-in live');
      }),
      { numRuns: 200 },
    );
  });
});
