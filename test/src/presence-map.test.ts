import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PresenceMap } from '../../src/presence-map.js';
import { STATUSES, UNKNOWN } from '../../src/presence.js';
import type { Presence, StatusOf } from '../../src/presence.js';

/** Runs of the property; a nightly run may ask for more. */
const RUNS = Number(process.env['PRESENCE_RUNS'] ?? 400);

const ONLINE = 1;
const OFFLINE = 2;
const NOT_LOGGED_IN = 3;

/** A map of one user, with the changes it has told. */
class One {
  readonly errors: unknown[] = [];
  readonly map = new PresenceMap((error) => this.errors.push(error));
  readonly ana = this.map.slotOf('ana');

  hear(type: number, order: number, words = '', now = 0) {
    return this.map.apply(this.ana, type, words, order, now);
  }

  get presence(): Presence {
    return this.map.presence(this.ana);
  }

  /** How many users are told of. */
  told(): number {
    let told = 0;
    this.map.takeChanges(() => {
      told += 1;
    });
    return told;
  }
}

describe('PresenceMap', () => {
  it('knows nothing of a user it was never told of', () => {
    const one = new One();
    assert.equal(one.presence, UNKNOWN);
    assert.deepEqual(one.presence, { status: 'unknown', freshness: 'none', customStatus: '' });
    assert.equal(one.map.find('bob'), undefined);
    assert.equal(one.map.typeOf(one.ana), undefined);
    assert.equal(one.told(), 0);
  });

  it('gives a user one slot for good', () => {
    const map = new PresenceMap();
    const slots = ['ana', 'bob', 'ana', 'ＡＮＡ', 'bob'].map((userID) => map.slotOf(userID));
    assert.deepEqual(slots, [0, 1, 0, 2, 1]);
    assert.equal(map.find('bob'), 1);
    assert.equal(map.userID(2), 'ＡＮＡ');
    assert.equal(map.size, 3);
  });

  it('keeps users named like the members of an object apart from them', () => {
    const map = new PresenceMap();
    for (const userID of ['__proto__', 'constructor', 'toString']) {
      assert.equal(map.find(userID), undefined);
      map.apply(map.slotOf(userID), ONLINE, '', 1, 0);
      assert.equal(map.presence(map.find(userID)!).status, 'online');
    }
  });

  it('keeps every status while it grows to thousands of users', () => {
    const map = new PresenceMap();
    for (let user = 0; user < 5_000; user++) {
      map.apply(map.slotOf(`u${user}`), (user % 3) + 1, user % 7 ? '' : `words ${user}`, 1, 0);
      map.setLive(user, user % 2 === 0);
    }
    for (let user = 0; user < 5_000; user++) {
      assert.deepEqual(map.presence(map.find(`u${user}`)!), {
        status: STATUSES[(user % 3) + 1],
        freshness: user % 2 === 0 ? 'live' : 'snapshot',
        customStatus: user % 7 ? '' : `words ${user}`,
      });
    }
  });

  describe('order of news', () => {
    it('lets a push beat the answer to a question that was asked before it', () => {
      const one = new One();
      const asked = 1;
      assert.equal(one.hear(ONLINE, 2), 'new');
      assert.equal(one.hear(OFFLINE, asked), 'older');
      assert.equal(one.presence.status, 'online');
      assert.equal(one.map.orderOf(one.ana), 2);
    });

    it('lets the answer to a later question beat a push', () => {
      const one = new One();
      one.hear(ONLINE, 2);
      assert.equal(one.hear(OFFLINE, 3), 'new');
      assert.equal(one.presence.status, 'offline');
    });

    it('takes the same news a second time for older', () => {
      const one = new One();
      one.hear(ONLINE, 2);
      assert.equal(one.hear(ONLINE, 2), 'older');
      assert.equal(one.hear(OFFLINE, 2), 'older');
      assert.equal(one.presence.status, 'online');
    });

    it('counts the order of news that agrees', () => {
      const one = new One();
      one.hear(ONLINE, 1);
      assert.equal(one.hear(ONLINE, 5), 'agrees');
      assert.equal(one.hear(OFFLINE, 3), 'older');
      assert.equal(one.presence.status, 'online');
    });

    it('takes any first news', () => {
      const one = new One();
      assert.equal(one.hear(OFFLINE, 0), 'new');
      assert.equal(one.presence.status, 'offline');
    });
  });

  describe('entries', () => {
    it('are frozen', () => {
      const one = new One();
      one.hear(ONLINE, 1, 'in a meeting');
      assert.ok(Object.isFrozen(one.presence));
      assert.ok(Object.isFrozen(UNKNOWN));
    });

    it('stay the same object until there is news', () => {
      const one = new One();
      one.hear(ONLINE, 1);
      const before = one.presence;
      one.hear(ONLINE, 2);
      assert.equal(one.presence, before);
      one.hear(OFFLINE, 3);
      assert.notEqual(one.presence, before);
      assert.equal(before.status, 'online');
    });

    it('are one object for all of whom the same is known', () => {
      const one = new One();
      const ben = one.map.slotOf('ben');
      one.hear(ONLINE, 1);
      one.map.apply(ben, ONLINE, '', 2, 0);
      assert.equal(one.map.presence(ben), one.presence);
      one.map.apply(ben, ONLINE, 'away from my desk', 3, 0);
      assert.notEqual(one.map.presence(ben), one.presence);
      assert.equal(one.presence.customStatus, '');
    });

    it('say the same when they are made again, since only the last few are kept', () => {
      const one = new One();
      one.hear(ONLINE, 1, 'in a meeting');
      const before = one.presence;
      for (let user = 0; user < 1_000; user++) {
        const slot = one.map.slotOf(`u${user}`);
        one.map.apply(slot, OFFLINE, `words of ${user}`, 1, 0);
        assert.equal(one.map.presence(slot).customStatus, `words of ${user}`);
      }
      assert.notEqual(one.presence, before);
      assert.deepEqual(one.presence, before);
    });

    it("carry the user's own words", () => {
      const one = new One();
      one.hear(ONLINE, 1, 'in a meeting');
      assert.equal(one.presence.customStatus, 'in a meeting');
      one.hear(ONLINE, 2, '');
      assert.equal(one.presence.customStatus, '');
    });

    it('say when the page saw the status change, once it did', () => {
      const one = new One();
      one.hear(ONLINE, 1, '', 1_000);
      assert.ok(!('changedAt' in one.presence));
      one.hear(OFFLINE, 2, '', 2_000);
      assert.equal(one.presence.changedAt, 2_000);
      one.hear(OFFLINE, 3, 'gone', 3_000);
      assert.equal(one.presence.changedAt, 2_000);
    });

    it('leave the time out where it is not asked for, and are shared then', () => {
      const one = new One();
      const ben = one.map.slotOf('ben');
      one.hear(ONLINE, 1, '', 1_000);
      one.hear(OFFLINE, 2, '', 2_000);
      one.map.apply(ben, OFFLINE, '', 3, 3_000);
      const brief = one.map.presence(one.ana, true);
      assert.deepEqual(brief, { status: 'offline', freshness: 'snapshot', customStatus: '' });
      assert.equal(one.map.presence(ben, true), brief);
      assert.equal(one.presence.changedAt, 2_000);
      one.hear(OFFLINE, 3, 'gone', 3_000);
      assert.equal(one.map.presence(one.ana, true).customStatus, 'gone');
    });

    const nonsense: readonly unknown[] = [0, 4, -1, 1.5, 255, NaN, '1', null, undefined, {}];
    for (const type of nonsense) {
      it(`call the status type ${JSON.stringify(type) ?? 'undefined'} unknown`, () => {
        const one = new One();
        assert.equal(one.hear(type as number, 1), 'new');
        assert.deepEqual(one.presence, {
          status: 'unknown',
          freshness: 'snapshot',
          customStatus: '',
        });
        assert.equal(one.hear(ONLINE, 2), 'new');
        assert.equal(one.presence.status, 'online');
      });
    }

    it('have no words where the words are no text', () => {
      const one = new One();
      for (const [index, words] of [7, null, undefined, { toString: () => 'x' }].entries()) {
        one.hear(ONLINE, index, words as string);
        assert.equal(one.presence.customStatus, '');
      }
      assert.equal(one.told(), 1);
    });
  });

  describe('changes', () => {
    it('are told once', () => {
      const one = new One();
      one.hear(ONLINE, 1);
      assert.equal(one.map.hasChanges, true);
      assert.equal(one.told(), 1);
      assert.equal(one.map.hasChanges, false);
      assert.equal(one.told(), 0);
    });

    it('are silent where the value is the same', () => {
      const one = new One();
      one.hear(ONLINE, 1, 'x');
      one.told();
      one.hear(ONLINE, 2, 'x');
      assert.equal(one.map.hasChanges, false);
    });

    it('are told of when only the words differ', () => {
      const one = new One();
      one.hear(ONLINE, 1, 'x');
      one.told();
      one.hear(ONLINE, 2, 'y');
      assert.equal(one.told(), 1);
      one.hear(ONLINE, 3, '');
      assert.equal(one.told(), 1);
    });

    it('are silent after a burst that ends where it began', () => {
      const one = new One();
      one.hear(ONLINE, 1);
      one.told();
      one.hear(OFFLINE, 2);
      one.hear(ONLINE, 3);
      assert.equal(one.told(), 0);
    });

    it('of one user in a burst are told as one', () => {
      const one = new One();
      for (let order = 1; order < 100; order++) one.hear((order % 3) + 1, order);
      assert.equal(one.told(), 1);
    });

    it('made while changes are handed over wait for the next time', () => {
      const map = new PresenceMap();
      const [ana, bob] = [map.slotOf('ana'), map.slotOf('bob')];
      map.apply(ana, ONLINE, '', 1, 0);
      const told: number[] = [];
      map.takeChanges((slot) => {
        told.push(slot);
        map.apply(bob, ONLINE, '', 2, 0);
        map.apply(ana, OFFLINE, '', 3, 0);
      });
      assert.deepEqual(told, [ana]);
      map.takeChanges((slot) => told.push(slot));
      assert.deepEqual(told.slice(1).sort(), [ana, bob]);
    });
  });

  describe('freshness', () => {
    it('is live only while the user is subscribed', () => {
      const one = new One();
      one.hear(ONLINE, 1);
      assert.equal(one.presence.freshness, 'snapshot');
      one.map.setLive(one.ana, true);
      assert.equal(one.presence.freshness, 'live');
      one.map.setLive(one.ana, false);
      assert.equal(one.presence.freshness, 'snapshot');
      assert.equal(one.told(), 1);
    });

    it('is none for a subscribed user without a status, and live with the first', () => {
      const one = new One();
      one.map.setLive(one.ana, true);
      assert.equal(one.presence, UNKNOWN);
      assert.equal(one.told(), 0);
      one.hear(ONLINE, 1);
      assert.equal(one.presence.freshness, 'live');
    });
  });

  describe('staleAll', () => {
    it('keeps every status and tells of it', () => {
      const one = new One();
      one.hear(ONLINE, 1, 'x');
      one.map.setLive(one.ana, true);
      one.told();
      one.map.staleAll();
      assert.deepEqual(one.presence, { status: 'online', freshness: 'stale', customStatus: 'x' });
      assert.equal(one.told(), 1);
      one.map.staleAll();
      assert.equal(one.told(), 0);
    });

    it('leaves who is not known unknown', () => {
      const one = new One();
      one.map.setLive(one.ana, true);
      one.map.staleAll();
      assert.equal(one.presence, UNKNOWN);
      assert.equal(one.told(), 0);
      one.hear(ONLINE, 1);
      assert.equal(one.presence.freshness, 'snapshot');
    });

    it('ends user by user, with news that agrees too', () => {
      const map = new PresenceMap();
      const [ana, bob] = [map.slotOf('ana'), map.slotOf('bob')];
      map.apply(ana, ONLINE, '', 1, 0);
      map.apply(bob, ONLINE, '', 1, 0);
      map.staleAll();
      map.takeChanges(() => undefined);
      assert.equal(map.apply(ana, ONLINE, '', 2, 0), 'agrees');
      const told: number[] = [];
      map.takeChanges((slot) => told.push(slot));
      assert.deepEqual(told, [ana]);
      assert.equal(map.presence(ana).freshness, 'snapshot');
      assert.equal(map.presence(bob).freshness, 'stale');
    });

    it('is not ended by older news', () => {
      const one = new One();
      one.hear(ONLINE, 5);
      one.map.staleAll();
      assert.equal(one.hear(ONLINE, 4), 'older');
      assert.equal(one.presence.freshness, 'stale');
    });
  });

  describe('forgetAll', () => {
    it('leaves nothing of anybody and tells of it', () => {
      const one = new One();
      one.hear(ONLINE, 1);
      one.hear(OFFLINE, 2, 'x', 5);
      one.map.setLive(one.ana, true);
      one.told();
      one.map.forgetAll();
      assert.equal(one.presence, UNKNOWN);
      assert.equal(one.map.typeOf(one.ana), undefined);
      assert.equal(one.map.customStatusOf(one.ana), '');
      assert.equal(one.told(), 1);
    });

    it('forgets the orders, the times and the subscriptions too', () => {
      const one = new One();
      one.hear(OFFLINE, 1);
      one.hear(ONLINE, 90, '', 5);
      one.map.setLive(one.ana, true);
      one.map.forgetAll();
      assert.equal(one.hear(NOT_LOGGED_IN, 2), 'new');
      assert.deepEqual(one.presence, {
        status: 'not-logged-in',
        freshness: 'snapshot',
        customStatus: '',
      });
    });

    it('is silent where the same is known again before anybody is told', () => {
      const one = new One();
      one.hear(ONLINE, 1);
      one.told();
      one.map.forgetAll();
      one.hear(ONLINE, 2);
      assert.equal(one.told(), 0);
    });
  });

  describe('statusOf', () => {
    const map = (one: One, statusOf: unknown) => {
      one.map.statusOf = statusOf as StatusOf;
      one.map.remap();
    };

    it("shows an app's own words as a status", () => {
      const one = new One();
      map(one, (words: string, status: string) =>
        words === 'in a meeting' && status === 'online' ? 'busy' : undefined,
      );
      one.hear(ONLINE, 1, 'in a meeting');
      assert.equal(one.presence.status, 'busy');
      assert.equal(one.map.status(one.ana), 'busy');
      one.hear(OFFLINE, 2, 'in a meeting');
      assert.equal(one.presence.status, 'offline');
    });

    it('shows everybody anew when it is replaced, and tells only of those that differ', () => {
      const one = new One();
      const bob = one.map.slotOf('bob');
      one.map.apply(bob, ONLINE, 'lunch', 1, 0);
      one.hear(ONLINE, 1, 'in a meeting');
      one.told();
      map(one, (words: string) => (words === 'lunch' ? 'away' : undefined));
      assert.equal(one.map.presence(bob).status, 'away');
      assert.equal(one.presence.status, 'online');
      assert.equal(one.told(), 1);
      map(one, undefined);
      assert.equal(one.map.presence(bob).status, 'online');
      assert.equal(one.told(), 1);
    });

    it('keeps the status and reports the error where it throws', () => {
      const one = new One();
      map(one, () => {
        throw new Error('words fail me');
      });
      assert.equal(one.hear(ONLINE, 1, 'x'), 'new');
      assert.equal(one.presence.status, 'online');
      assert.equal(one.told(), 1);
      assert.deepEqual(one.errors.map(String), ['Error: words fail me']);
    });

    for (const answer of ['asleep', '', 7, null, undefined, {}, NaN]) {
      it(`keeps the status where it answers ${JSON.stringify(answer) ?? 'undefined'}`, () => {
        const one = new One();
        map(one, () => answer);
        one.hear(OFFLINE, 1, 'x');
        assert.equal(one.presence.status, 'offline');
        assert.deepEqual(one.errors, []);
      });
    }
  });
});

/** The map as a naive reader of its description would write it. */
class NaiveMap {
  readonly known = new Map<number, { type: number; words: string; order: number }>();
  readonly changedAt = new Map<number, number>();
  readonly live = new Set<number>();
  readonly stale = new Set<number>();
  readonly told = new Map<number, string>();
  statusOf: StatusOf | undefined;

  apply(user: number, type: number, words: string, order: number, now: number): void {
    const before = this.known.get(user);
    if (before && order <= before.order) return;
    if (before && before.type !== type) this.changedAt.set(user, now);
    this.known.set(user, { type, words, order });
    this.stale.delete(user);
  }

  staleAll(): void {
    for (const user of this.known.keys()) this.stale.add(user);
    this.live.clear();
  }

  forgetAll(): void {
    for (const part of [this.known, this.changedAt, this.live, this.stale]) part.clear();
  }

  presence(user: number): Presence {
    const known = this.known.get(user);
    if (!known) return { status: 'unknown', freshness: 'none', customStatus: '' };
    const status = STATUSES[known.type]!;
    const mapped = known.words ? this.statusOf?.(known.words, status) : undefined;
    const changedAt = this.changedAt.get(user);
    return {
      status: mapped ?? status,
      freshness: this.stale.has(user) ? 'stale' : this.live.has(user) ? 'live' : 'snapshot',
      customStatus: known.words,
      ...(changedAt !== undefined && { changedAt }),
    };
  }

  takeChanges(users: readonly number[]): number[] {
    return users.filter((user) => {
      const { status, freshness, customStatus } = this.presence(user);
      const value = JSON.stringify([status, freshness, customStatus]);
      const changed = value !== (this.told.get(user) ?? '["unknown","none",""]');
      this.told.set(user, value);
      return changed;
    });
  }
}

const USERS = [0, 1, 2, 3, 4];
const MAPPINGS: readonly (StatusOf | undefined)[] = [
  undefined,
  (words) => (words === 'lunch' ? 'away' : undefined),
  (words, status) => (words === 'busy' && status === 'online' ? 'busy' : 'offline'),
];

const user = fc.constantFrom(...USERS);
const operation = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('apply' as const),
      user,
      type: fc.nat({ max: 3 }),
      words: fc.constantFrom('', '', 'lunch', 'busy'),
      order: fc.nat({ max: 30 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('live' as const), user, live: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('take', 'take', 'stale', 'forget' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('remap' as const), mapping: fc.nat({ max: 2 }) }),
  },
);

describe('any history of news', () => {
  it('leaves the map as a naive one has it, and tells of the same changes', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 80, size: 'max' }), (history) => {
        const map = new PresenceMap((error) => assert.fail(String(error)));
        const naive = new NaiveMap();
        for (const each of USERS) map.slotOf(`u${each}`);
        let now = 0;
        for (const next of history) {
          now += 1;
          if (next.do === 'apply') {
            map.apply(next.user, next.type, next.words, next.order, now);
            naive.apply(next.user, next.type, next.words, next.order, now);
          } else if (next.do === 'live') {
            map.setLive(next.user, next.live);
            naive.live[next.live ? 'add' : 'delete'](next.user);
          } else if (next.do === 'stale') {
            map.staleAll();
            naive.staleAll();
          } else if (next.do === 'forget') {
            map.forgetAll();
            naive.forgetAll();
          } else if (next.do === 'remap') {
            map.statusOf = naive.statusOf = MAPPINGS[next.mapping];
            map.remap();
          } else {
            const told: number[] = [];
            map.takeChanges((slot) => told.push(slot));
            assert.deepEqual(told.sort(), naive.takeChanges(USERS));
          }
          for (const each of USERS) {
            const { changedAt: _, ...brief } = naive.presence(each);
            assert.deepEqual(map.presence(each), naive.presence(each));
            const { changedAt: __, ...known } = map.presence(each, true);
            assert.deepEqual(known, brief);
          }
        }
      }),
      { numRuns: RUNS, includeErrorInReport: true },
    );
  });
});
