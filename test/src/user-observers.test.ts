import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UserObservers } from '../../src/user-observers.js';
import type { UserObserver } from '../../src/user-observers.js';

const COUNT = 30_000;

/** Adds so many observers and removes them again, the first one first; returns the time, in ms. */
function timeOf(userOf: (index: number) => string): number {
  const observers = new UserObservers<UserObserver>();
  const all = Array.from({ length: COUNT }, (_, index) => ({ userIDs: [userOf(index)] }));
  const started = performance.now();
  for (const observer of all) observers.add(observer);
  for (const observer of all) observers.remove(observer);
  assert.equal(observers.userCount, 0);
  return performance.now() - started;
}

describe('UserObservers', () => {
  it('takes about as long for many observers of one user as for those of many users', () => {
    const apart = timeOf((index) => `user${index}`);
    const together = timeOf(() => 'ana');
    assert.ok(together < 20 * apart, `${together} ms beside ${apart} ms`);
  });

  it('gives the observers of a user as they are, whatever is added or removed later', () => {
    const observers = new UserObservers<UserObserver>();
    const [one, other, late] = [['ana', 'bob'], ['ana'], ['ana']].map((userIDs) => ({ userIDs }));
    observers.add(one!);
    const alone = observers.of('ana');
    observers.add(other!);
    const both = observers.of('ana');
    observers.add(late!);
    observers.remove(one!);
    assert.deepEqual([alone, both], [[one], [one, other]]);
    assert.deepEqual([observers.of('ana'), observers.of('bob')], [[other, late], []]);
  });

  it('has an observer once who names a user twice, and leaves the others with the user', () => {
    const observers = new UserObservers<UserObserver>();
    const [one, other] = [{ userIDs: ['ana', 'ana'] }, { userIDs: ['ana', 'ana'] }];
    observers.add(one);
    assert.deepEqual(observers.of('ana'), [one]);
    observers.add(other);
    observers.remove(one);
    assert.deepEqual(observers.of('ana'), [other]);
    observers.remove(other);
    assert.equal(observers.userCount, 0);
  });

  it('removes an observer once', () => {
    const observers = new UserObservers<UserObserver>();
    const [one, other] = [{ userIDs: ['ana'] }, { userIDs: ['ana'] }];
    observers.add(one);
    assert.equal(observers.remove(one), true);
    observers.add(other);
    assert.equal(observers.remove(one), false);
    assert.deepEqual(
      [observers.of('ana'), observers.has(one), observers.has(other)],
      [[other], false, true],
    );
  });
});
