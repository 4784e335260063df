import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PresenceMap } from '../../../src/presence-map.js';
import { STATUSES } from '../../../src/presence.js';
import type { Presence, StatusOf } from '../../../src/presence.js';

/** Runs of the property; a nightly run may ask for more. */
const RUNS = Number(process.env['PRESENCE_RUNS'] ?? 400);

/** The map as a naive reader of its description would write it. */
class NaiveMap {
  readonly known = new Map<string, { type: number; words: string; version: number }>();
  readonly changedAt = new Map<string, number>();
  readonly live = new Set<string>();
  readonly stale = new Set<string>();
  readonly notified = new Map<string, string>();
  /** Users of whom something else was read than listeners know. */
  readonly readEarly = new Set<string>();
  statusOf: StatusOf | undefined;

  apply(userID: string, type: number, words: string, version: number, now: number): void {
    const before = this.known.get(userID);
    if (before && version <= before.version) return;
    if (before && before.type !== type) this.changedAt.set(userID, now);
    this.known.set(userID, { type, words, version });
    this.stale.delete(userID);
  }

  markAllStale(): void {
    for (const userID of this.known.keys()) this.stale.add(userID);
    this.live.clear();
  }

  clear(): void {
    for (const part of [this.known, this.changedAt, this.live, this.stale]) part.clear();
  }

  presence(userID: string): Presence {
    const known = this.known.get(userID);
    if (!known) return { status: 'unknown', freshness: 'none', customStatus: '' };
    const status = STATUSES[known.type]!;
    const mapped = known.words ? this.statusOf?.(known.words, status) : undefined;
    const changedAt = this.changedAt.get(userID);
    return {
      status: mapped ?? status,
      freshness: this.stale.has(userID) ? 'stale' : this.live.has(userID) ? 'live' : 'snapshot',
      customStatus: known.words,
      ...(changedAt !== undefined && { changedAt }),
    };
  }

  read(userID: string): void {
    if (this.#isNew(userID)) this.readEarly.add(userID);
  }

  takeChanges(users: readonly string[]): string[] {
    const changed = users.filter((userID) => this.#isNew(userID) || this.readEarly.has(userID));
    for (const userID of users) this.notified.set(userID, this.#value(userID));
    this.readEarly.clear();
    return changed;
  }

  #isNew(userID: string): boolean {
    return this.#value(userID) !== (this.notified.get(userID) ?? '["unknown","none",""]');
  }

  #value(userID: string): string {
    const { status, freshness, customStatus } = this.presence(userID);
    return JSON.stringify([status, freshness, customStatus]);
  }
}

const USERS = ['ana', 'bob', 'carol', 'dave', 'eve'];
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
      version: fc.nat({ max: 30 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('read' as const), user }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('live' as const), user, live: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('take', 'take', 'stale', 'clear' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('remap' as const), mapping: fc.nat({ max: 2 }) }),
  },
);

describe('any history of updates', () => {
  it('leaves the map as a naive one, with the same changes', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 80, size: 'max' }), (history) => {
        const map = new PresenceMap((error) => assert.fail(String(error)));
        const naive = new NaiveMap();
        /** What a page shows: what it has read, or was notified of. */
        const shown = new Map<string, Presence>();
        let now = 0;
        for (const next of history) {
          now += 1;
          if (next.do === 'apply') {
            map.apply(
              { userID: next.user, statusType: next.type, customStatus: next.words },
              next.version,
              now,
            );
            naive.apply(next.user, next.type, next.words, next.version, now);
          } else if (next.do === 'live') {
            map.setLive(next.user, next.live);
            naive.live[next.live ? 'add' : 'delete'](next.user);
          } else if (next.do === 'stale') {
            map.markAllStale();
            naive.markAllStale();
          } else if (next.do === 'clear') {
            map.clear();
            naive.clear();
          } else if (next.do === 'remap') {
            map.statusOf = naive.statusOf = MAPPINGS[next.mapping];
          } else if (next.do === 'read') {
            shown.set(next.user, map.presenceOf(next.user));
            assert.deepEqual(shown.get(next.user), naive.presence(next.user));
            naive.read(next.user);
          } else {
            const changes = map.takeChanges();
            const changed = changes.map(([userID]) => userID);
            assert.deepEqual(changed.sort(), naive.takeChanges(USERS));
            for (const [userID, presence] of changes) shown.set(userID, presence);
            for (const [userID, presence] of shown) {
              const { changedAt: _, ...value } = presence;
              const { changedAt: __, ...truth } = naive.presence(userID);
              assert.deepEqual(value, truth);
            }
          }
        }
        for (const each of USERS) assert.deepEqual(map.presenceOf(each), naive.presence(each));
      }),
      { numRuns: RUNS, includeErrorInReport: true },
    );
  });
});
