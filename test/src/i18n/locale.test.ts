import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalLocale, perLocale } from '../../../src/i18n/locale.js';

describe('canonicalLocale', () => {
  it('accepts underscores and any case', () => {
    assert.equal(String(canonicalLocale('ZH_hant_hk')), 'zh-Hant-HK');
  });

  it('is undefined for anything that names no language', () => {
    for (const lang of [
      '',
      ' ',
      'und',
      'und-Latn',
      'x-default',
      'e',
      '-',
      'en-',
      'a'.repeat(9),
      null,
      undefined,
      5,
      {},
    ]) {
      assert.equal(canonicalLocale(lang), undefined);
    }
  });
});

describe('perLocale', () => {
  it('calls create once for each language', () => {
    const created: string[] = [];
    const get = perLocale((tag) => ({ count: created.push(tag) }));
    assert.equal(get('en_GB'), get('en_GB'));
    assert.equal(get(undefined), get(undefined));
    get('nonsense!');
    assert.deepEqual(created, ['en-GB', 'en', 'en']);
  });
});
