import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeArrayFrom } from '../../../src/login/complete-array-from.js';

/** As MooTools 1.5 has it. */
const replaced = (item: unknown): unknown[] => {
  if (item === null || item === undefined) return [];
  const isList = typeof (item as { length?: unknown }).length === 'number';
  return isList && typeof item !== 'string' ? [].slice.call(item) : [item];
};

function completed(from: unknown = replaced): ArrayConstructor['from'] {
  const array = { from } as Pick<ArrayConstructor, 'from'>;
  completeArrayFrom(array);
  return array.from;
}

describe('completeArrayFrom', () => {
  it('leaves a function that is complete', () => {
    assert.equal(completed(Array.from), Array.from);
    const once = completed();
    assert.equal(completed(once), once);
  });

  it('completes one that does not know iterables, or that throws', () => {
    for (const from of [
      replaced,
      () => {
        throw new TypeError('callee');
      },
    ]) {
      const all = completed(from);
      assert.deepEqual(all(new Set([1, 2])), [1, 2]);
      assert.deepEqual(all(new Map([[1, 2]]).keys()), [1]);
      assert.deepEqual(all([1, 2], String), ['1', '2']);
      assert.deepEqual(
        all({ length: 2 }, (_, index) => index),
        [0, 1],
      );
      (function (...given: unknown[]) {
        // eslint-disable-next-line prefer-rest-params
        assert.deepEqual(all(arguments), given);
      })(1, 'b');
    }
  });

  it('returns a copy of an array', () => {
    const given = [1];
    assert.notEqual(completed()(given), given);
  });

  it('leaves to the library what only the library knows', () => {
    const all = completed() as (item: unknown) => unknown[];
    assert.deepEqual([all(null), all(5), all('ab')], [[], [5], ['ab']]);
    assert.deepEqual(all({ length: 1, 0: 'a' }), ['a']);
  });
});
