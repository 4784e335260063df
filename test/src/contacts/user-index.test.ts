import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { userIndex } from '../../../src/contacts/user-index.js';

describe('userIndex', () => {
  it('finds nobody before somebody is added', () => {
    const index = userIndex(() => '');
    assert.equal(index.find('ana'), -1);
    assert.equal(index.find(''), -1);
  });

  it('keeps ten thousand apart, with room made or not', () => {
    const users = Array.from({ length: 10_000 }, (_, place) => `user${place}`);
    for (const room of [0, users.length]) {
      const index = userIndex((place) => users[place]!);
      index.reserve(room);
      users.forEach((userID, place) => index.add(userID, place));
      assert.deepEqual(
        users.map((userID) => index.find(userID)),
        [...users.keys()],
      );
      assert.equal(index.find('user10000'), -1);
    }
  });

  it('finds the same as a Map, whatever the IDs and the room', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'binary' })),
        fc.array(fc.string()),
        fc.nat(50),
        (users, others, room) => {
          const index = userIndex((place) => users[place]!);
          const known = new Map<string, number>();
          users.forEach((userID, place) => {
            if (place === 3) index.reserve(room);
            index.add(userID, place);
            known.set(userID, place);
            assert.equal(index.find(userID), place);
          });
          for (const userID of [...users, ...others]) {
            assert.equal(index.find(userID), known.get(userID) ?? -1);
          }
        },
      ),
    );
  });

  it('keeps users apart whose hashes are equal', () => {
    // "Aa" and "BB" have one hash, and so has every row of them.
    const users = ['AaAa', 'AaBB', 'BBAa', 'BBBB'];
    const index = userIndex((place) => users[place]!);
    users.forEach((userID, place) => index.add(userID, place));
    assert.deepEqual(
      users.map((userID) => index.find(userID)),
      [0, 1, 2, 3],
    );
  });
});
