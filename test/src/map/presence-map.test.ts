import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceMap } from '../../../src/presence-map.js';
import { STATUSES, UNKNOWN } from '../../../src/presence.js';
import type { Presence, StatusOf } from '../../../src/presence.js';

const ONLINE = 1;
const OFFLINE = 2;
const NOT_LOGGED_IN = 3;

/** A map of which a test mostly follows one user. */
class World {
  readonly errors: unknown[] = [];
  readonly map = new PresenceMap((error) => this.errors.push(error));

  apply(statusType: number, version: number, customStatus = '', now = 0, userID = 'ana') {
    return this.map.apply({ userID, statusType, customStatus }, version, now);
  }

  get presence(): Presence {
    return this.map.presenceOf('ana');
  }

  /** The users whose changes the map returns. */
  changes(): string[] {
    return this.map.takeChanges().map(([userID]) => userID);
  }
}

describe('PresenceMap', () => {
  it('knows nothing of a user without an update', () => {
    const world = new World();
    assert.equal(world.presence, UNKNOWN);
    assert.deepEqual(world.presence, { status: 'unknown', freshness: 'none', customStatus: '' });
    assert.equal(world.map.entryOf('ana'), undefined);
    assert.equal(world.map.versionOf('ana'), 0);
    assert.deepEqual(world.changes(), []);
  });

  it('keeps users apart that are named like the members of an object', () => {
    const { map } = new World();
    for (const userID of ['__proto__', 'constructor', 'toString']) {
      assert.equal(map.presenceOf(userID), UNKNOWN);
      map.apply({ userID, statusType: ONLINE, customStatus: '' }, 1, 0);
      assert.equal(map.presenceOf(userID).status, 'online');
    }
  });

  it('keeps the status of each of thousands of users', () => {
    const { map } = new World();
    for (let user = 0; user < 5_000; user++) {
      const customStatus = user % 7 ? '' : `words ${user}`;
      map.apply({ userID: `u${user}`, statusType: (user % 3) + 1, customStatus }, 1, 0);
      map.setLive(`u${user}`, user % 2 === 0);
    }
    for (let user = 0; user < 5_000; user++) {
      assert.deepEqual(map.presenceOf(`u${user}`), {
        status: STATUSES[(user % 3) + 1],
        freshness: user % 2 === 0 ? 'live' : 'snapshot',
        customStatus: user % 7 ? '' : `words ${user}`,
      });
    }
  });

  describe('versions', () => {
    it('let a push win over the response to an earlier request', () => {
      const world = new World();
      assert.equal(world.apply(ONLINE, 2), 'changed');
      assert.equal(world.apply(OFFLINE, 1), 'older');
      assert.equal(world.presence.status, 'online');
      assert.equal(world.map.versionOf('ana'), 2);
    });

    it('let the response to a later request win over a push', () => {
      const world = new World();
      world.apply(ONLINE, 2);
      assert.equal(world.apply(OFFLINE, 3), 'changed');
      assert.equal(world.presence.status, 'offline');
    });

    it('let an update count only once', () => {
      const world = new World();
      world.apply(ONLINE, 2);
      assert.equal(world.apply(ONLINE, 2), 'older');
      assert.equal(world.apply(OFFLINE, 2), 'older');
      assert.equal(world.presence.status, 'online');
    });

    it('rise with an update that changes nothing', () => {
      const world = new World();
      world.apply(ONLINE, 1);
      assert.equal(world.apply(ONLINE, 5), 'same');
      assert.equal(world.apply(OFFLINE, 3), 'older');
      assert.equal(world.presence.status, 'online');
    });

    it('do not matter to the first update', () => {
      const world = new World();
      assert.equal(world.apply(OFFLINE, 0), 'changed');
      assert.equal(world.presence.status, 'offline');
    });
  });

  describe('entries', () => {
    it('are frozen', () => {
      const world = new World();
      world.apply(ONLINE, 1, 'at the dentist');
      assert.ok(Object.isFrozen(world.presence));
      assert.ok(Object.isFrozen(UNKNOWN));
    });

    it('stay the same object until something changes', () => {
      const world = new World();
      world.apply(ONLINE, 1);
      const before = world.presence;
      world.apply(ONLINE, 2);
      assert.equal(world.presence, before);
      world.apply(OFFLINE, 3);
      assert.notEqual(world.presence, before);
      assert.equal(before.status, 'online');
    });

    it("carry the user's own words", () => {
      const world = new World();
      world.apply(ONLINE, 1, 'at the dentist');
      assert.equal(world.presence.customStatus, 'at the dentist');
      world.apply(ONLINE, 2, '');
      assert.equal(world.presence.customStatus, '');
    });

    it('say when the page saw the status change, once it did', () => {
      const world = new World();
      world.apply(ONLINE, 1, '', 1_000);
      assert.ok(!('changedAt' in world.presence));
      world.apply(OFFLINE, 2, '', 2_000);
      assert.equal(world.presence.changedAt, 2_000);
      world.apply(OFFLINE, 3, 'gone', 3_000);
      assert.equal(world.presence.changedAt, 2_000);
    });

    const nonsense: readonly unknown[] = [0, 4, -1, 1.5, 255, NaN, '1', null, undefined, {}];
    for (const type of nonsense) {
      it(`call the status type ${JSON.stringify(type) ?? 'undefined'} unknown`, () => {
        const world = new World();
        assert.equal(world.apply(type as number, 1), 'changed');
        assert.deepEqual(world.presence, {
          status: 'unknown',
          freshness: 'snapshot',
          customStatus: '',
        });
        assert.equal(world.apply(ONLINE, 2), 'changed');
        assert.equal(world.presence.status, 'online');
      });
    }

    it('have no words where the words are no text', () => {
      const world = new World();
      for (const [version, words] of [7, null, undefined, { toString: () => 'x' }].entries()) {
        world.apply(ONLINE, version, words as string);
        assert.equal(world.presence.customStatus, '');
      }
      assert.deepEqual(world.changes(), ['ana']);
    });

    it('are compared with what the service says by value', () => {
      const world = new World();
      const entry = { userID: 'ana', statusType: ONLINE, customStatus: 'x' };
      assert.equal(world.map.agreesWith(entry), false);
      world.map.apply(entry, 1, 0);
      assert.equal(world.map.agreesWith({ ...entry }), true);
      assert.equal(world.map.agreesWith({ ...entry, customStatus: '' }), false);
      assert.equal(world.map.agreesWith({ ...entry, statusType: OFFLINE }), false);
      assert.deepEqual(world.map.entryOf('ana'), entry);
    });
  });

  describe('freshness', () => {
    it('is live only while the user is subscribed', () => {
      const world = new World();
      world.apply(ONLINE, 1);
      assert.equal(world.presence.freshness, 'snapshot');
      world.map.setLive('ana', true);
      assert.equal(world.presence.freshness, 'live');
      world.map.setLive('ana', false);
      assert.equal(world.presence.freshness, 'snapshot');
      assert.deepEqual(world.changes(), ['ana']);
    });

    it('is none for a subscribed user without a status, and live with the first', () => {
      const world = new World();
      world.map.setLive('ana', true);
      assert.equal(world.presence, UNKNOWN);
      assert.deepEqual(world.changes(), []);
      world.apply(ONLINE, 1);
      assert.equal(world.presence.freshness, 'live');
    });
  });

  describe('statusOf', () => {
    it("shows an app's own words as a status", () => {
      const world = new World();
      world.map.statusOf = (words, status) =>
        words === 'at the dentist' && status === 'online' ? 'busy' : undefined;
      world.apply(ONLINE, 1, 'at the dentist');
      assert.equal(world.presence.status, 'busy');
      world.apply(OFFLINE, 2, 'at the dentist');
      assert.equal(world.presence.status, 'offline');
    });

    it('maps all users again when it is replaced, and returns only those that differ', () => {
      const world = new World();
      world.apply(ONLINE, 1, 'lunch', 0, 'bob');
      world.apply(ONLINE, 1, 'at the dentist');
      world.changes();
      world.map.statusOf = (words) => (words === 'lunch' ? 'away' : undefined);
      assert.equal(world.map.presenceOf('bob').status, 'away');
      assert.equal(world.presence.status, 'online');
      assert.deepEqual(world.changes(), ['bob']);
      world.map.statusOf = undefined;
      assert.equal(world.map.presenceOf('bob').status, 'online');
      assert.deepEqual(world.changes(), ['bob']);
    });

    it('keeps the status and reports the error where it throws', () => {
      const world = new World();
      world.map.statusOf = () => {
        throw new Error('broken');
      };
      assert.equal(world.apply(ONLINE, 1, 'x'), 'changed');
      assert.equal(world.presence.status, 'online');
      assert.deepEqual(world.changes(), ['ana']);
      assert.deepEqual(world.errors.map(String), ['Error: broken']);
    });

    for (const answer of ['asleep', '', 7, null, undefined, {}, NaN]) {
      it(`keeps the status where it returns ${JSON.stringify(answer) ?? 'undefined'}`, () => {
        const world = new World();
        world.map.statusOf = (() => answer) as StatusOf;
        world.apply(NOT_LOGGED_IN, 1, 'x');
        assert.equal(world.presence.status, 'not-logged-in');
        assert.deepEqual(world.errors, []);
      });
    }
  });
});
