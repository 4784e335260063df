import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceMap } from '../../../src/presence-map.js';
import { UNKNOWN } from '../../../src/presence.js';

const ONLINE = 1;
const OFFLINE = 2;
const NOT_LOGGED_IN = 3;

function setUp() {
  const map = new PresenceMap();
  return {
    map,
    apply: (statusType: number, version: number, customStatus = '', userID = 'ana') =>
      map.apply({ userID, statusType, customStatus }, version, 5),
    changes: () => map.takeChanges().map(([userID]) => userID),
  };
}

describe('changes of a PresenceMap', () => {
  it('are returned once', () => {
    const { map, apply, changes } = setUp();
    apply(ONLINE, 1);
    assert.equal(map.hasChanges, true);
    assert.deepEqual(map.takeChanges(), [['ana', map.presenceOf('ana')]]);
    assert.equal(map.hasChanges, false);
    assert.deepEqual(changes(), []);
  });

  it('are none where the value is the same', () => {
    const { map, apply, changes } = setUp();
    apply(ONLINE, 1, 'x');
    changes();
    apply(ONLINE, 2, 'x');
    assert.equal(map.hasChanges, false);
  });

  it('are returned when only the words differ', () => {
    const { apply, changes } = setUp();
    apply(ONLINE, 1, 'x');
    changes();
    apply(ONLINE, 2, 'y');
    assert.deepEqual(changes(), ['ana']);
    apply(ONLINE, 3, '');
    assert.deepEqual(changes(), ['ana']);
  });

  it('are none after a burst that ends where it began', () => {
    const { apply, changes } = setUp();
    apply(ONLINE, 1);
    changes();
    apply(OFFLINE, 2);
    apply(ONLINE, 3);
    assert.deepEqual(changes(), []);
  });

  it('are returned after such a burst to a page that has read what was between', () => {
    const { map, apply, changes } = setUp();
    apply(ONLINE, 1);
    changes();
    map.clear();
    assert.equal(map.presenceOf('ana'), UNKNOWN);
    apply(ONLINE, 2);
    assert.deepEqual(changes(), ['ana']);
    apply(OFFLINE, 3);
    map.presenceOf('ana');
    map.clear();
    apply(ONLINE, 4);
    assert.deepEqual(changes(), ['ana']);
    apply(ONLINE, 5);
    map.presenceOf('ana');
    assert.deepEqual(changes(), []);
  });

  it('of one user in a burst are returned as one', () => {
    const { apply, changes } = setUp();
    for (let version = 1; version < 100; version++) apply((version % 3) + 1, version);
    assert.deepEqual(changes(), ['ana']);
  });

  describe('after markAllStale', () => {
    it('are all known users, who keep their values', () => {
      const { map, apply, changes } = setUp();
      apply(ONLINE, 1, 'x');
      map.setLive('ana', true);
      changes();
      map.markAllStale();
      assert.deepEqual(map.presenceOf('ana'), {
        status: 'online',
        freshness: 'stale',
        customStatus: 'x',
      });
      assert.deepEqual(changes(), ['ana']);
      map.markAllStale();
      assert.deepEqual(changes(), []);
    });

    it('leave out users about whom nothing is known', () => {
      const { map, apply, changes } = setUp();
      map.setLive('ana', true);
      map.markAllStale();
      assert.equal(map.presenceOf('ana'), UNKNOWN);
      assert.deepEqual(changes(), []);
      apply(ONLINE, 1);
      assert.equal(map.presenceOf('ana').freshness, 'snapshot');
    });

    it('are users with an update, even of the same value', () => {
      const { map, apply, changes } = setUp();
      apply(ONLINE, 1);
      apply(ONLINE, 1, '', 'bob');
      map.markAllStale();
      changes();
      assert.equal(apply(ONLINE, 2), 'same');
      assert.deepEqual(changes(), ['ana']);
      assert.equal(map.presenceOf('ana').freshness, 'snapshot');
      assert.equal(map.presenceOf('bob').freshness, 'stale');
    });

    it('are none by an older update', () => {
      const { map, apply } = setUp();
      apply(ONLINE, 5);
      map.markAllStale();
      assert.equal(apply(ONLINE, 4), 'older');
      assert.equal(map.presenceOf('ana').freshness, 'stale');
    });
  });

  describe('after clear', () => {
    it('are all known users, of whom nothing is left', () => {
      const { map, apply, changes } = setUp();
      apply(ONLINE, 1);
      apply(OFFLINE, 2, 'x');
      map.setLive('ana', true);
      changes();
      map.clear();
      assert.equal(map.presenceOf('ana'), UNKNOWN);
      assert.equal(map.entryOf('ana'), undefined);
      assert.deepEqual(changes(), ['ana']);
      assert.equal(
        map.forgetUnused(() => false),
        false,
        'there is no user to forget',
      );
    });

    it('know no version, no time and no subscription from before', () => {
      const { map, apply } = setUp();
      apply(OFFLINE, 1);
      apply(ONLINE, 90);
      map.setLive('ana', true);
      map.clear();
      assert.equal(apply(NOT_LOGGED_IN, 2), 'changed');
      assert.deepEqual(map.presenceOf('ana'), {
        status: 'not-logged-in',
        freshness: 'snapshot',
        customStatus: '',
      });
    });

    it('are none where the same value is known again before they are taken', () => {
      const { map, apply, changes } = setUp();
      apply(ONLINE, 1);
      changes();
      map.clear();
      apply(ONLINE, 2);
      assert.deepEqual(changes(), []);
    });
  });
});
