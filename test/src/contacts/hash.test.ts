import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hashOf } from '../../../src/contacts/hash.js';

describe('hashOf', () => {
  it('is a whole number of 32 bits, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(hashOf(text), hashOf(text) | 0);
        assert.equal(hashOf(`${text}`), hashOf(text));
      }),
    );
  });

  it('differs for IDs that count up', () => {
    const hashes = Array.from({ length: 50_000 }, (_, number) => hashOf(`user_${number}`));
    assert.equal(new Set(hashes).size, hashes.length);
  });
});
