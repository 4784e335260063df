import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  errorStringsFor,
  listStringsFor,
  messageStringsFor,
  observeStrings,
  plural,
  setStrings,
  statusStringsFor,
} from '../../../src/words/index.js';
import type { Strings } from '../../../src/words/index.js';

const shipped = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'ar'];
/** Every string there is. */
const stringsFor = (lang?: string): { locale: string; tag: string; strings: Strings } => ({
  ...listStringsFor(lang),
  strings: {
    ...listStringsFor(lang).strings,
    ...errorStringsFor(lang).strings,
    ...messageStringsFor(lang).strings,
  },
});

const counted = ['found', 'unread', 'changes'] as const;
const english = stringsFor('en').strings;
const keys = Object.keys(english) as (keyof Strings)[];
const holesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole).sort();

describe('the shipped languages', () => {
  for (const locale of shipped) {
    const { strings } = stringsFor(locale);

    it(`${locale} has every string, and none that English lacks`, () => {
      assert.equal(stringsFor(locale).locale, locale);
      assert.deepEqual(Object.keys(strings).sort(), [...keys].sort());
      for (const key of keys) {
        assert.ok(strings[key].trim(), key);
        assert.equal(strings[key], strings[key].trim(), key);
      }
    });

    it(`${locale} has the holes of English`, () => {
      for (const key of keys) {
        const forms = strings[key].split('|');
        assert.deepEqual(holesOf(forms.pop()!), holesOf(english[key].split('|').pop()!), key);
        for (const form of forms) {
          assert.ok(
            holesOf(form).every((hole) => hole === 'count'),
            key,
          );
        }
      }
    });

    it(`${locale} has a form for every plural category and no more`, () => {
      const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
      for (const key of keys) {
        const isCounted = (counted as readonly string[]).includes(key);
        assert.equal(strings[key].split('|').length, isCounted ? pluralCategories.length : 1, key);
      }
    });

    it(`${locale} says every number, or the word for it`, () => {
      for (const key of counted) {
        const said = Array.from({ length: 200 }, (_, count) => plural(strings[key], count, locale));
        said.forEach((text, count) => {
          assert.ok(!/[{}|]/.test(text) && text.trim(), text);
          assert.ok(count === 1 || count === 2 || text.includes(String(count)), text);
        });
        assert.equal(new Set(said).size, said.length);
      }
    });

    it(`${locale} has words of its own`, () => {
      // A word may be the same, as "online" is in German; a phrase is not.
      if (locale !== 'en') {
        assert.deepEqual(
          keys.filter((key) => /\w \w/.test(english[key]) && strings[key] === english[key]),
          [],
        );
      }
    });
  }

  it('name online, offline and contacts as the official kit does', () => {
    const official = {
      'zh-CN': ['在线', '离线', '未登录', '联系人', '搜索联系人', '暂无联系人'],
      'zh-TW': ['在線', '離線', '未登入', '聯絡人', '搜索聯絡人', '暫無聯絡人'],
      ja: [
        'オンライン',
        'オフライン',
        '未ログイン',
        '連絡先',
        '連絡先を検索',
        '連絡先がありません',
      ],
      ko: ['온라인', '오프라인', '로그인 안 함', '연락처', '연락처 검색', '연락처 없음'],
    };
    for (const [locale, words] of Object.entries(official)) {
      const { strings: s } = stringsFor(locale);
      assert.deepEqual(
        [s.online, s.offline, s['not-logged-in'], s.contacts, s.search, s.noContacts],
        words,
      );
    }
  });

  it('say what to do about each error', () => {
    const { strings } = errorStringsFor('en');
    assert.match(strings['error-feature-disabled'], /console.*switch on user status/);
    assert.match(strings['error-plan-unsupported'], /Upgrade.*Pro, Pro Plus or Enterprise/);
    assert.match(strings['error-user-sig-expired'], /UserSig.*your server/);
  });
});

describe('listStringsFor', () => {
  for (const [lang, locale, tag] of [
    ['en', 'en', 'en'],
    ['en-GB', 'en', 'en-GB'],
    ['EN-us', 'en', 'en-US'],
    ['zh-CN', 'zh-CN', 'zh-CN'],
    ['zh', 'zh-CN', 'zh'],
    ['zh-Hans', 'zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-CN', 'zh-SG'],
    ['zh-Hans-HK', 'zh-CN', 'zh-Hans-HK'],
    ['zh-TW', 'zh-TW', 'zh-TW'],
    ['zh-Hant', 'zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-TW', 'zh-HK'],
    ['zh-MO', 'zh-TW', 'zh-MO'],
    ['zh-Hant-HK', 'zh-TW', 'zh-Hant-HK'],
    ['zh_TW', 'zh-TW', 'zh-TW'],
    ['zh-TW-u-co-stroke', 'zh-TW', 'zh-TW-u-co-stroke'],
    ['cmn-Hant', 'zh-TW', 'zh-Hant'],
    ['ja-JP', 'ja', 'ja-JP'],
    ['ko-KR', 'ko', 'ko-KR'],
    ['ar-EG', 'ar', 'ar-EG'],
    ['ar-u-nu-arab', 'ar', 'ar-u-nu-arab'],
    ['pt-BR', 'en', 'pt-BR'],
    ['fr', 'en', 'fr'],
    ['', 'en', 'en'],
    [undefined, 'en', 'en'],
    ['!', 'en', 'en'],
    ['not a language', 'en', 'en'],
    ['undefined', 'en', 'en'],
    ['valueOf', 'en', 'valueof'],
    ['__proto__', 'en', 'en'],
    ['z'.repeat(10_000), 'en', 'en'],
  ] as const) {
    it(`takes ${String(lang).slice(0, 30) || "''"} for ${locale}`, () => {
      const words = stringsFor(lang);
      assert.equal(words.locale, locale);
      assert.equal(words.tag, tag);
      assert.equal(words.strings.online, stringsFor(locale).strings.online);
    });
  }

  it('gives the same object each time', () => {
    assert.equal(listStringsFor('ja'), listStringsFor('ja'));
    assert.equal(statusStringsFor('zh-HK'), statusStringsFor('zh-HK'));
  });

  it('throws at nothing, and always has a tag that Intl takes', () => {
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
          assert.ok(shipped.includes(locale));
          assert.ok(strings.online && Intl.getCanonicalLocales(tag).length === 1);
        },
      ),
    );
  });
});

describe('the parts', () => {
  it('have the strings of the whole', () => {
    for (const part of [statusStringsFor, errorStringsFor]) {
      const { locale, strings } = part('ko-KR');
      assert.equal(locale, 'ko');
      assert.ok(Object.keys(strings).length > 0);
      for (const [key, text] of Object.entries(strings)) {
        assert.equal(text, stringsFor('ko').strings[key as keyof Strings]);
      }
    }
  });
});

// Each test has a language of its own, since what is set stays.
describe('setStrings', () => {
  it('adds a language, English where it says nothing', () => {
    setStrings('fr', { online: 'en ligne', unread: '{count} message non lu|{count} non lus' });
    const { locale, strings } = stringsFor('fr-CA');
    assert.equal(locale, 'fr');
    assert.equal(strings.online, 'en ligne');
    assert.equal(strings.offline, 'offline');
    assert.equal(plural(strings.unread, 0, locale), '0 message non lu');
    assert.equal(plural(strings.unread, 2, locale), '2 non lus');
    assert.equal(statusStringsFor('fr').strings.online, 'en ligne');
    assert.equal(english.online, 'online');
  });

  it('adds a region on top of its language', () => {
    setStrings('pt', { online: 'online (pt)', offline: 'offline (pt)' });
    setStrings('pt-br', { online: 'online (br)' });
    const { locale, strings } = stringsFor('pt-BR');
    assert.equal(locale, 'pt-BR');
    assert.deepEqual([strings.online, strings.offline], ['online (br)', 'offline (pt)']);
    assert.equal(stringsFor('pt-PT').strings.online, 'online (pt)');
  });

  it('changes single words of a shipped language and keeps the rest', () => {
    setStrings('ja', { busy: '会議中' });
    setStrings('ja', { away: '外出中' });
    const { strings } = stringsFor('ja');
    assert.deepEqual(
      [strings.busy, strings.away, strings.online],
      ['会議中', '外出中', 'オンライン'],
    );
  });

  it('puts a script of Chinese on top of the shipped one', () => {
    setStrings('zh-HK', { online: '上線' });
    assert.deepEqual(
      [stringsFor('zh-HK').strings.online, stringsFor('zh-HK').strings.offline],
      ['上線', '離線'],
    );
    assert.equal(stringsFor('zh-MO').strings.online, '在線');
  });

  it('takes no value that is no text', () => {
    const strings = { online: undefined, offline: 5, busy: null } as unknown as Partial<Strings>;
    setStrings('it', strings);
    assert.deepEqual(stringsFor('it').strings, english);
  });

  it('throws for what is no language tag', () => {
    assert.throws(() => setStrings('no language', {}), RangeError);
  });
});

describe('observeStrings', () => {
  it('tells of every change until it is stopped', () => {
    let calls = 0;
    const stop = observeStrings(() => calls++);
    const other = observeStrings(() => {});
    setStrings('de', { online: 'online' });
    setStrings('de', {});
    assert.equal(calls, 2);
    stop();
    stop();
    setStrings('de', {});
    assert.equal(calls, 2);
    other();
  });

  it('has the new words by then', () => {
    let heard = '';
    stringsFor('es');
    const stop = observeStrings(() => (heard = stringsFor('es').strings.online));
    setStrings('es', { online: 'en línea' });
    stop();
    assert.equal(heard, 'en línea');
  });

  it('lets one listener throw without silencing the next', async () => {
    const surfaced = new Promise((resolve) => {
      const before = process.listeners('uncaughtException');
      process.removeAllListeners('uncaughtException');
      process.once('uncaughtException', (error) => {
        before.forEach((listener) => process.on('uncaughtException', listener));
        resolve(error);
      });
    });
    const error = new Error('a listener threw');
    let isCalled = false;
    const stops = [
      observeStrings(() => {
        throw error;
      }),
      observeStrings(() => (isCalled = true)),
    ];
    setStrings('nl', {});
    stops.forEach((stop) => stop());
    assert.ok(isCalled);
    assert.equal(await surfaced, error);
  });
});
