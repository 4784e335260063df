import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EngineStatusMap } from '../../../../src/sources/engine/engine-status-map.js';
import { FakeEngine } from '../../../support/fake-engine.js';
import { OFFLINE, ONLINE, UNKNOWN, users } from '../../../support/engine-page.js';

/** The status type with which an update takes a user out of the engine's map. */
const REMOVED = -1;

interface Update {
  readonly userID: string;
  readonly statusType?: number;
  readonly customStatus?: string;
}

/** An engine, the part that reads its map, and what a test does with both. */
class Drive {
  readonly engine = new FakeEngine();
  readonly map = new EngineStatusMap(this.engine);

  update(...entries: Update[]): void {
    this.engine.TUIStore.update('user', 'userStatusList', entries);
  }

  write(userIDs: readonly string[], statusType: number): void {
    this.update(...userIDs.map((userID) => ({ userID, statusType })));
  }

  /** What a pull returns, such as `ana 1`. */
  pull(): string[] {
    return this.map.pull().map(({ userID, statusType }) => `${userID} ${statusType}`);
  }

  get types(): Record<string, number> {
    return Object.fromEntries(
      [...this.engine.statuses].map(([userID, { statusType }]) => [userID, statusType]),
    );
  }
}

describe('EngineStatusMap', () => {
  describe('pull()', () => {
    it('returns all entries at first, and then those that have changed', () => {
      const drive = new Drive();
      drive.write(users(3), OFFLINE);
      assert.deepEqual(drive.pull(), ['u0 2', 'u1 2', 'u2 2']);
      drive.write(['u1'], ONLINE);
      assert.deepEqual(drive.pull(), ['u1 1']);
      assert.deepEqual(drive.pull(), []);
    });

    it('returns an update of 20,000 users whole, and a change among them alone', () => {
      const drive = new Drive();
      drive.write(users(20_000), OFFLINE);
      assert.equal(drive.map.pull().length, 20_000);
      drive.write(['u7', 'u19999'], ONLINE);
      assert.deepEqual(drive.pull(), ['u7 1', 'u19999 1']);
      drive.write(users(20_000), ONLINE);
      assert.equal(new Set(drive.pull()).size, 20_000);
    });

    it('returns entries in the form of the service', () => {
      const drive = new Drive();
      drive.update({ userID: 'ana', statusType: ONLINE, customStatus: 'here' });
      assert.deepEqual(drive.map.pull(), [
        { userID: 'ana', statusType: ONLINE, customStatus: 'here' },
      ]);
      drive.engine.statuses.set('ana', { statusType: OFFLINE } as never);
      assert.deepEqual(drive.map.pull(), [
        { userID: 'ana', statusType: OFFLINE, customStatus: '' },
      ]);
    });

    it('returns an entry that is replaced by an equal one', () => {
      const drive = new Drive();
      drive.write(['ana'], ONLINE);
      drive.pull();
      drive.write(['ana'], ONLINE);
      assert.deepEqual(drive.pull(), ['ana 1']);
    });

    it('returns users who are added in the place of users who were removed', () => {
      const drive = new Drive();
      drive.write(users(5), OFFLINE);
      drive.pull();
      drive.write(['u4'], REMOVED);
      drive.write(['new'], ONLINE);
      assert.deepEqual(drive.pull(), ['new 1']);
    });

    it('misses no change after other users were removed', () => {
      const drive = new Drive();
      drive.write(users(5), OFFLINE);
      drive.pull();
      drive.write(['u1', 'u2'], REMOVED);
      drive.write(['u3'], ONLINE);
      const pulled = drive.pull();
      assert.ok(pulled.includes('u3 1'));
      assert.ok(!pulled.some((line) => line.startsWith('u1') || line.startsWith('u2')));
      assert.deepEqual(drive.pull(), []);
    });

    it('returns nothing of users without a status', () => {
      const drive = new Drive();
      drive.write(['ana'], ONLINE);
      drive.pull();
      const noStatus: readonly unknown[] = [
        { statusType: UNKNOWN, customStatus: 'x' },
        { customStatus: 'x' },
        {},
        undefined,
        null,
        7,
        'online',
      ];
      for (const entry of noStatus) {
        drive.engine.statuses.set('ana', entry as never);
        assert.deepEqual(drive.pull(), []);
      }
    });

    it('returns every entry again after pullAllAgain()', () => {
      const drive = new Drive();
      drive.write(users(3), OFFLINE);
      drive.pull();
      drive.map.pullAllAgain();
      assert.deepEqual(drive.pull(), ['u0 2', 'u1 2', 'u2 2']);
      assert.deepEqual(drive.pull(), []);
    });

    it('follows the store to another map', () => {
      const drive = new Drive();
      drive.write(users(3), OFFLINE);
      drive.pull();
      const first = drive.engine.statuses;
      // The first map of the fake engine gives way to another one, as with the first login.
      drive.engine.TUIStore.reset();
      assert.notEqual(drive.engine.statuses, first);
      assert.deepEqual(drive.pull(), []);
      drive.write(['u0'], ONLINE);
      assert.deepEqual(drive.pull(), ['u0 1']);
    });

    it('returns nothing while the store holds no map', () => {
      const drive = new Drive();
      const { TUIStore } = drive.engine;
      drive.write(['ana'], ONLINE);
      const getData = TUIStore.getData.bind(TUIStore);
      for (const value of [undefined, null, 7, {}, []]) {
        TUIStore.getData = () => value;
        assert.deepEqual(drive.pull(), []);
        assert.equal(drive.map.has('ana'), false);
        drive.map.clear();
      }
      TUIStore.getData = getData;
      assert.deepEqual(drive.pull(), ['ana 1']);
    });

    it('works with a store that is frozen', () => {
      const drive = new Drive();
      Object.freeze(drive.engine.TUIStore);
      drive.write(users(2), OFFLINE);
      assert.deepEqual(drive.pull(), ['u0 2', 'u1 2']);
      drive.write(['u1'], ONLINE);
      assert.deepEqual(drive.pull(), ['u1 1']);
    });

    it('leads to the same statuses as the engine has, after any sequence of updates', () => {
      const update = fc.record({
        userID: fc.constantFrom(...users(6)),
        statusType: fc.constantFrom(REMOVED, UNKNOWN, ONLINE, OFFLINE, 3),
      });
      const step = fc.oneof(
        { weight: 5, arbitrary: fc.array(update, { minLength: 1, maxLength: 4 }) },
        { weight: 3, arbitrary: fc.constant('pull' as const) },
        { weight: 1, arbitrary: fc.constant('clear' as const) },
      );
      fc.assert(
        fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
          const drive = new Drive();
          const known = new Map<string, number>();
          for (const each of [...steps, 'pull' as const]) {
            if (each === 'clear') drive.map.clear();
            else if (each !== 'pull') drive.update(...each);
            else {
              for (const { userID, statusType } of drive.map.pull()) known.set(userID, statusType);
              for (const [userID, { statusType }] of drive.engine.statuses) {
                if (statusType !== UNKNOWN) assert.equal(known.get(userID), statusType);
              }
            }
          }
        }),
        { numRuns: 500 },
      );
    });
  });

  it('knows which users the map holds', () => {
    const drive = new Drive();
    drive.write(['ana'], UNKNOWN);
    assert.equal(drive.map.has('ana'), true);
    assert.equal(drive.map.has('bob'), false);
  });

  describe('clear()', () => {
    it('empties the map of the engine', () => {
      const drive = new Drive();
      drive.write(users(3), ONLINE);
      drive.map.clear();
      assert.deepEqual(drive.types, {});
      drive.write(['u1'], OFFLINE);
      assert.deepEqual(drive.pull(), ['u1 2']);
    });

    it('makes no update of a map that is empty', () => {
      const drive = new Drive();
      let updates = 0;
      drive.engine.TUIStore.watch('user', { userStatusList: () => (updates += 1) });
      updates = 0;
      drive.map.clear();
      assert.equal(updates, 0);
    });
  });

  it('writes entries to the map of the engine, and leaves the others', () => {
    const drive = new Drive();
    drive.write(users(2), OFFLINE);
    drive.map.write([{ userID: 'u1', statusType: ONLINE, customStatus: 'x' }]);
    assert.deepEqual(drive.types, { u0: OFFLINE, u1: ONLINE });
    assert.equal(drive.engine.statusOf('u1')?.customStatus, 'x');
  });

  describe('a placeholder', () => {
    it('is added for each partner missing from the map', () => {
      const drive = new Drive();
      drive.write(['u0'], ONLINE);
      drive.map.suppressEngineRetries(users(3));
      assert.deepEqual(drive.types, { u0: ONLINE, u1: UNKNOWN, u2: UNKNOWN });
    });

    it('is no news', () => {
      const drive = new Drive();
      drive.map.suppressEngineRetries(users(3));
      assert.deepEqual(drive.pull(), []);
    });

    it('is removed again, and no status of a partner with it', () => {
      const drive = new Drive();
      drive.write(['u0'], ONLINE);
      drive.map.suppressEngineRetries(users(3));
      drive.map.allowEngineRetries(['u0', 'u1', 'missing']);
      assert.deepEqual(drive.types, { u0: ONLINE, u2: UNKNOWN });
    });

    it('empties no map where there is nothing to add or to remove', () => {
      const drive = new Drive();
      drive.write(['u0'], ONLINE);
      drive.map.suppressEngineRetries([]);
      drive.map.suppressEngineRetries(['u0']);
      drive.map.allowEngineRetries([]);
      drive.map.allowEngineRetries(['u0', 'missing']);
      assert.deepEqual(drive.types, { u0: ONLINE });
    });
  });
});
