import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blockedUsers } from '../../../../src/sources/chat/blocked-users.js';
import { StoreList } from '../../../../src/sources/engine/store-list.js';
import { FakeEngine } from '../../../support/fake-engine.js';

function setUp() {
  const engine = new FakeEngine();
  const list = new StoreList<string>(engine, engine.StoreName.FRIEND, 'friendList');
  const publish = (value: unknown): void => engine.TUIStore.update('friend', 'friendList', value);
  return { engine, list, publish };
}

describe('StoreList', () => {
  it('returns the array in the store itself, with or without a login', () => {
    const { list, publish } = setUp();
    const friends = ['ana'];
    publish(friends);
    assert.equal(list.items, friends);
    list.start('alice');
    assert.equal(list.items, friends);
  });

  it('returns nothing while the store holds no array', () => {
    const { list, publish } = setUp();
    for (const value of [undefined, null, 7, {}, 'ana']) {
      publish(value);
      assert.equal(list.items, undefined);
    }
  });

  it('returns nothing to another user until the engine publishes another array', () => {
    const { list, publish } = setUp();
    list.start('alice');
    publish(['friend of alice']);
    list.start('bob');
    assert.deepEqual(list.items ?? [], []);
    publish(['friend of bob']);
    assert.deepEqual(list.items, ['friend of bob']);
    publish([]);
    assert.deepEqual(list.items, []);
  });

  it('returns the array that the store holds when the same user logs in again', () => {
    const { list, publish } = setUp();
    list.start('alice');
    publish(['friend of alice']);
    list.start('alice');
    assert.deepEqual(list.items, ['friend of alice']);
  });

  it('returns nothing to a third user of what it held for the second', () => {
    const { list, publish } = setUp();
    list.start('alice');
    publish(['friend of alice']);
    list.start('bob');
    publish(['friend of bob']);
    list.start('alice');
    assert.deepEqual(list.items ?? [], []);
  });
});

describe('blockedUsers', () => {
  it('holds no user of the user before', () => {
    const engine = new FakeEngine();
    const list = new StoreList<{ userID?: string }>(engine, 'user', 'userBlacklist');
    list.start('alice');
    engine.TUIStore.update('user', 'userBlacklist', [{ userID: 'ana' }]);
    assert.deepEqual([...blockedUsers(list)], ['ana']);
    list.start('bob');
    assert.deepEqual([...blockedUsers(list)], []);
  });
});
