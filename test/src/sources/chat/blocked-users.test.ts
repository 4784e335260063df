import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blockedUsers } from '../../../../src/sources/chat/blocked-users.js';
import { StoreList } from '../../../../src/sources/engine/store-list.js';
import { FakeEngine } from '../../../support/fake-engine.js';

const blockedBy = (engine: FakeEngine): ReadonlySet<string | undefined> =>
  blockedUsers(new StoreList(engine, 'user', 'userBlacklist'));

describe('blockedUsers', () => {
  it('returns the IDs of the profiles in the store', () => {
    const engine = new FakeEngine();
    engine.TUIStore.update('user', 'userBlacklist', [{ userID: 'bob', nick: 'Bob', avatar: '' }]);
    assert.deepEqual([...blockedBy(engine)], ['bob']);
  });

  it('returns no user where the store holds no list', () => {
    const engine = new FakeEngine();
    for (const value of [undefined, null, 7, {}, 'ana']) {
      engine.TUIStore.update('user', 'userBlacklist', value);
      assert.equal(blockedBy(engine).size, 0);
    }
  });

  it('returns the IDs that the SDK has', () => {
    const list = { items: ['bob', 'carol'], start: () => undefined };
    assert.deepEqual([...blockedUsers(list)], ['bob', 'carol']);
  });
});
