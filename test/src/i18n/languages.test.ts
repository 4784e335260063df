import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { plural, setStrings, shippedStrings, stringsFor } from '../../../src/i18n/index.js';
import type { Strings } from '../../../src/i18n/index.js';

const FOLDER = new URL('../../../src/i18n/languages/', import.meta.url);

/** The languages that a page loads by itself. */
const LOADED = readdirSync(FOLDER).map((file) => file.replace('.ts', ''));

const COUNTED: readonly string[] = [
  'found',
  'unread',
  'newConversations',
  'changes',
  'more',
  'own-left',
  'own-over',
] satisfies (keyof Strings)[];

const english = shippedStrings.get('en')!;
const keys = Object.keys(english) as (keyof Strings)[];

const placeholdersOf = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

// What a page has set for a language before it arrives.
setStrings('de', { online: 'da' });

const loaded = await Promise.all(
  LOADED.map(async (locale) => {
    const file = (await import(new URL(`${locale}.ts`, FOLDER).href)) as { default: Strings };
    return [locale, file.default] as const;
  }),
);

const languages = new Map<string, Readonly<Strings>>([
  ...shippedStrings,
  ...loaded,
  ['pt-PT', stringsFor('pt-PT').strings],
]);

describe('the strings', () => {
  for (const [locale, strings] of languages) {
    it(`of ${locale} are all there, and none that English lacks`, () => {
      assert.deepEqual(Object.keys(strings).sort(), [...keys].sort());
      for (const key of keys) {
        assert.ok(strings[key].trim(), key);
        assert.equal(strings[key], strings[key].trim(), key);
      }
    });

    it(`of ${locale} have the placeholders of English`, () => {
      for (const key of keys) {
        const forms = strings[key].split('|');
        const expected = placeholdersOf(english[key].split('|').pop()!);
        assert.deepEqual(placeholdersOf(forms.pop()!), expected, key);
        for (const form of forms) {
          assert.ok(
            placeholdersOf(form).every((name) => name === 'count'),
            key,
          );
        }
      }
    });

    it(`of ${locale} have a form for every plural category and no more`, () => {
      const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
      for (const key of keys) {
        const expected = COUNTED.includes(key) ? pluralCategories.length : 1;
        assert.equal(strings[key].split('|').length, expected, key);
      }
    });

    it(`of ${locale} are different for every number`, () => {
      for (const key of COUNTED as (keyof Strings)[]) {
        const texts = Array.from({ length: 200 }, (_, count) =>
          plural(strings[key], count, locale),
        );
        texts.forEach((text, count) => {
          assert.ok(!/[{}|]/.test(text) && text.trim(), text);
          assert.ok(count === 1 || count === 2 || text.includes(String(count)), text);
        });
        assert.equal(new Set(texts).size, texts.length);
      }
    });

    it(`of ${locale} are phrases of its own`, () => {
      // A word may be the same, as "online" is in German; a phrase cannot.
      const isEnglish = (key: keyof Strings) =>
        /\w \w/.test(english[key]) && strings[key] === english[key];
      assert.deepEqual(locale === 'en' ? [] : keys.filter(isEnglish), []);
    });

    it(`of ${locale} have its punctuation`, () => {
      const narrow = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}}] ?[,:;!?]|[,:;!?] ?\p{sc=Han}/u;
      for (const key of keys) {
        assert.doesNotMatch(strings[key], /\.\.\.|[ \t]…| {2}/, key);
        if (/^(zh|ja)/.test(locale)) assert.doesNotMatch(strings[key], narrow, key);
        // A colon at the start of a line would belong to nothing.
        if (locale === 'fr') assert.doesNotMatch(strings[key], /[^\u00a0\w][:;»]|«[^\u00a0]/, key);
      }
    });
  }

  it('of Arabic are in all six plural forms', () => {
    const numbers = [0, 1, 2, 3, 11, 100];
    const texts = numbers.map((count) => plural(languages.get('ar')!.unread, count, 'ar'));
    assert.deepEqual(texts, [
      '0 رسالة غير مقروءة',
      'رسالة واحدة غير مقروءة',
      'رسالتان غير مقروءتين',
      '3 رسائل غير مقروءة',
      '11 رسالة غير مقروءة',
      '100 رسالة غير مقروءة',
    ]);
  });

  for (const [locale, key, expected] of [
    ['ru', 'unread', { 1: 'непрочитанное сообщение', 3: 'непрочитанных сообщения' }],
    ['ru', 'unread', { 11: 'непрочитанных сообщений', 21: 'непрочитанное сообщение' }],
    ['ru', 'changes', { 1: 'у 1 человека', 2: 'у 2 человек', 5: 'у 5 человек' }],
    ['de', 'more', { 1: '1 weitere Person', 2: '2 weitere Personen' }],
    ['fr', 'found', { 0: '0 contact', 1: '1 contact', 2: '2 contacts', 1e6: 'de contacts' }],
    ['es', 'found', { 0: '0 contactos', 1: '1 contacto', 1e6: '1.000.000 de contactos' }],
    ['pt', 'found', { 0: '0 contato', 1: '1 contato', 2: '2 contatos', 1e6: 'de contatos' }],
    ['pt-PT', 'found', { 0: '0 contactos', 1: '1 contacto', 2: '2 contactos' }],
  ] as const) {
    it(`of ${locale} have the plural forms of ${key}: ${Object.keys(expected).join(', ')}`, () => {
      for (const [count, part] of Object.entries(expected)) {
        const text = plural(languages.get(locale)![key], Number(count), locale);
        assert.ok(text.includes(part), text);
      }
    });
  }

  it('name online, offline and contacts as the official kit does', () => {
    const official = {
      'zh-CN': ['在线', '离线', '未登录', '联系人', '搜索联系人', '暂无联系人'],
      ja: [
        'オンライン',
        'オフライン',
        '未ログイン',
        '連絡先',
        '連絡先を検索',
        '連絡先がありません',
      ],
      ko: ['온라인', '오프라인', '로그인하지 않음', '연락처', '연락처 검색', '연락처 없음'],
    };
    for (const [locale, words] of Object.entries(official)) {
      const s = languages.get(locale)!;
      assert.deepEqual(
        [s.online, s.offline, s['not-logged-in'], s.contacts, s.search, s.noContacts],
        words,
      );
    }
  });

  it('say what to do about each error', () => {
    assert.match(english['error-kicked-offline'], /in use in another tab or device/);
    assert.match(english['error-feature-disabled'], /console.*switch on user status/);
    assert.match(english['error-plan-unsupported'], /Upgrade.*Pro, Pro Plus or Enterprise/);
    assert.match(english['error-user-sig-expired'], /UserSig.*your server/);
  });
});

describe('a language that a page has loaded', () => {
  it('is found for all its regions', () => {
    for (const lang of ['pt-BR', 'pt_BR.UTF-8', 'pt-AO']) {
      assert.equal(stringsFor(lang).strings.contacts, 'Contatos');
    }
    assert.equal(stringsFor('pt-PT').strings.contacts, 'Contactos');
    assert.equal(stringsFor('de-AT').strings.contacts, 'Kontakte');
    assert.equal(stringsFor('es-419').strings.contacts, 'Contactos');
    assert.equal(stringsFor('in').strings.contacts, 'Kontak');
  });

  it('keeps what the page has set, before or after', () => {
    assert.equal(stringsFor('de').strings.online, 'da');
    assert.equal(stringsFor('de').strings.offline, 'offline');
    setStrings('de', { offline: 'weg' });
    assert.deepEqual(
      [stringsFor('de').strings.online, stringsFor('de').strings.offline],
      ['da', 'weg'],
    );
  });
});
