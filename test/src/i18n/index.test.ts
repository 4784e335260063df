import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  preferredLanguage,
  setStrings,
  shippedStrings,
  stringsFor,
} from '../../../src/i18n/index.js';

describe('stringsFor', () => {
  for (const [lang, strings, tag, locale] of [
    ['en', 'en', 'en', 'en'],
    ['en-GB', 'en', 'en-GB', 'en-GB'],
    ['EN-us', 'en', 'en-US', 'en-US'],
    ['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN'],
    ['zh', 'zh-CN', 'zh', 'zh'],
    ['cmn', 'zh-CN', 'zh', 'zh'],
    ['zh-Hans', 'zh-CN', 'zh-Hans', 'zh-Hans'],
    ['zh-SG', 'zh-CN', 'zh-SG', 'zh-SG'],
    ['zh-Hans-HK', 'zh-CN', 'zh-Hans-HK', 'zh-Hans-HK'],
    ['zh-TW', 'zh-TW', 'zh-TW', 'zh-TW'],
    ['zh-Hant', 'zh-TW', 'zh-Hant', 'zh-Hant'],
    ['zh-HK', 'zh-TW', 'zh-HK', 'zh-HK'],
    ['zh-MO', 'zh-TW', 'zh-MO', 'zh-MO'],
    ['zh-Hant-HK', 'zh-TW', 'zh-Hant-HK', 'zh-Hant-HK'],
    ['zh-Hant-CN', 'zh-TW', 'zh-Hant-CN', 'zh-Hant-CN'],
    ['zh_TW', 'zh-TW', 'zh-TW', 'zh-TW'],
    ['zh-TW-u-co-stroke', 'zh-TW', 'zh-TW-u-co-stroke', 'zh-TW-u-co-stroke'],
    ['cmn-Hant', 'zh-TW', 'zh-Hant', 'zh-Hant'],
    ['zh-cmn-Hans', 'zh-CN', 'zh-Hans', 'zh-Hans'],
    ['zh-cmn-Hant-TW', 'zh-TW', 'zh-Hant-TW', 'zh-Hant-TW'],
    ['zh-CHS', 'zh-CN', 'zh-Hans', 'zh-Hans'],
    ['zh-CHT', 'zh-TW', 'zh-Hant', 'zh-Hant'],
    ['yue', 'zh-TW', 'yue', 'zh-TW'],
    ['yue-Hans', 'zh-CN', 'yue-Hans', 'zh-CN'],
    ['zh-yue-HK', 'zh-TW', 'yue-HK', 'zh-TW'],
    ['wuu', 'zh-CN', 'wuu', 'zh-CN'],
    ['zh_CN.UTF-8', 'zh-CN', 'zh-CN', 'zh-CN'],
    [' ja ', 'ja', 'ja', 'ja'],
    ['ja-JP', 'ja', 'ja-JP', 'ja-JP'],
    ['ko-KR', 'ko', 'ko-KR', 'ko-KR'],
    ['ar-EG', 'ar', 'ar-EG', 'ar-EG'],
    ['ar-u-nu-arab', 'ar', 'ar-u-nu-arab', 'ar-u-nu-arab'],
    ['pt_BR.UTF-8', 'en', 'pt-BR', 'en'],
    ['fr', 'en', 'fr', 'en'],
    ['in', 'en', 'id', 'en'],
    ['iw', 'en', 'he', 'en'],
    ['nb', 'en', 'nb', 'en'],
    ['', 'en', 'en', 'en'],
    ['x-default', 'en', 'en', 'en'],
    ['und', 'en', 'en', 'en'],
    ['C.UTF-8', 'en', 'en', 'en'],
    [undefined, 'en', 'en', 'en'],
    ['!', 'en', 'en', 'en'],
    ['not a language', 'en', 'en', 'en'],
    ['undefined', 'en', 'en', 'en'],
    ['valueOf', 'en', 'valueof', 'en'],
    ['__proto__', 'en', 'en', 'en'],
    ['z'.repeat(10_000), 'en', 'en', 'en'],
  ] as const) {
    it(`finds the strings of ${strings} for ${String(lang).slice(0, 30) || "''"}`, () => {
      const found = stringsFor(lang);
      assert.deepEqual(found, { strings: shippedStrings.get(strings), tag, locale });
    });
  }

  it('returns the same object until strings are set', () => {
    const found = stringsFor('zh-HK');
    assert.equal(stringsFor('zh-HK'), found);
    setStrings('sv', {});
    assert.notEqual(stringsFor('zh-HK'), found);
    assert.deepEqual(stringsFor('zh-HK'), found);
  });

  it('never throws, and always has a tag that Intl accepts', () => {
    const subtag = fc.constantFrom('zh', 'Hant', 'TW', 'u', 'co', 'x', '1', 'en', '_', '-', 'zz');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.anything(),
          fc.array(subtag).map((subtags) => subtags.join('-')),
        ),
        (lang) => {
          const { locale, tag, strings } = stringsFor(lang as string);
          assert.ok(strings.online);
          for (const each of [tag, locale]) new Intl.PluralRules(each);
        },
      ),
    );
  });
});

describe('preferredLanguage', () => {
  for (const [languages, expected] of [
    [['ja', 'en'], 'ja'],
    [['nb', 'zh-TW', 'en'], 'zh-TW'],
    [['nb', 'nn', 'en-GB', 'ko'], 'en-GB'],
    [['nb', 'uk'], 'nb'],
    [['', '!', 'ar-EG'], 'ar-EG'],
    [[], undefined],
    [undefined, undefined],
  ] as const) {
    it(`is ${expected} for a reader of ${languages?.join(', ') || 'nothing'}`, () => {
      assert.equal(preferredLanguage(languages), expected);
    });
  }

  it('is one whose strings a page has set', () => {
    const languages = ['uk', 'en'];
    assert.equal(preferredLanguage(languages), 'en');
    setStrings('uk', { online: 'у мережі' });
    assert.equal(preferredLanguage(languages), 'uk');
  });
});
