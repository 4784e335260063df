import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalLocale, perLocale } from '../../../src/words/locale.js';

describe('canonicalLocale', () => {
  it('takes underscores and any case', () => {
    assert.equal(String(canonicalLocale('ZH_hant_hk')), 'zh-Hant-HK');
  });

  it('is undefined for what is no tag', () => {
    for (const lang of ['', ' ', 'e', '-', 'en-', 'a'.repeat(9), null, undefined, 5, {}]) {
      assert.equal(canonicalLocale(lang), undefined);
    }
  });
});

describe('perLocale', () => {
  it('makes one thing for each language', () => {
    const made: string[] = [];
    const make = perLocale((tag) => ({ number: made.push(tag) }));
    assert.equal(make('en_GB'), make('en_GB'));
    assert.equal(make(undefined), make(undefined));
    make('nonsense!');
    assert.deepEqual(made, ['en-GB', 'en', 'en']);
  });
});
