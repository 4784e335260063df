import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { initialOf } from '../../../src/contacts/alphabet.js';
import { nameCollator } from '../../../src/contacts/collators.js';
import { usableContacts } from '../../../src/contacts/contact.js';
import type { Contact } from '../../../src/contacts/contact.js';
import { sortByName } from '../../../src/contacts/order.js';
import { displayName } from '../../../src/contacts/text.js';

const named = (...names: string[]): Contact[] =>
  names.map((name, number) => ({ userID: `u${number}`, name }));
const sorted = (names: string[], lang?: string) =>
  sortByName(named(...names), lang).map(({ name }) => name);

describe('sortByName', () => {
  it('goes by letters before marks and case', () => {
    assert.deepEqual(sorted(['zoe', 'Émile', 'eve', 'Ana', 'ana', 'Emma', 'Zoé'], 'en'), [
      ...['ana', 'Ana', 'Émile', 'Emma', 'eve', 'zoe', 'Zoé'],
    ]);
  });

  it('takes numbers for numbers', () => {
    assert.deepEqual(sorted(['Room 10', 'Room 9', 'Room 1'], 'en'), [
      'Room 1',
      'Room 9',
      'Room 10',
    ]);
  });

  it('goes by the language of the page', () => {
    assert.deepEqual(sorted(['Zoe', 'Östlund', 'Oz'], 'sv'), ['Oz', 'Zoe', 'Östlund']);
    assert.deepEqual(sorted(['Zoe', 'Östlund', 'Oz'], 'de'), ['Östlund', 'Oz', 'Zoe']);
    assert.deepEqual(sorted(['サクラ', 'あおい', 'かな', 'ガイ'], 'ja'), [
      'あおい',
      'ガイ',
      'かな',
      'サクラ',
    ]);
  });

  it('puts Chinese in the order of pinyin, or of strokes where the page says so', () => {
    const names = ['张伟', '王芳', '李娜', '陈静', '安琪'];
    const pinyin = ['安琪', '陈静', '李娜', '王芳', '张伟'];
    assert.deepEqual(sorted(names, 'zh-CN'), pinyin);
    assert.deepEqual(sorted(names, 'zh-TW'), pinyin);
    assert.deepEqual(sorted(['張', '丁', '王'], 'zh-TW-u-co-stroke'), ['丁', '王', '張']);
  });

  it('goes by remark before name before ID', () => {
    const contacts = [
      { userID: 'b' },
      { userID: 'x', name: 'Zoe', remark: 'Ana' },
      { userID: 'y', name: 'Carla' },
    ];
    assert.deepEqual(sortByName(contacts, 'en'), [contacts[1], contacts[0], contacts[2]]);
  });

  it('orders people of one name by ID, whatever the order given', () => {
    const userIDs = ['c', 'a', 'B', 'b', 'd'];
    const contacts = userIDs.map((userID) => ({ userID, name: 'Ana' }));
    const order = sortByName(contacts, 'en').map(({ userID }) => userID);
    assert.deepEqual(order, ['B', 'a', 'b', 'c', 'd']);
  });

  it('takes a nonsense language for English', () => {
    for (const lang of [undefined, '', '!!', 'not a language', 'zh_CN_', 'x'.repeat(500)]) {
      assert.deepEqual(sorted(['Zoe', 'Émile', 'Ana'], lang), ['Ana', 'Émile', 'Zoe']);
    }
  });

  it('sorts the same contacts once for each language', () => {
    const contacts = named('Zoe', 'Östlund', 'Oz');
    assert.equal(sortByName(contacts, 'sv'), sortByName(contacts, 'sv'));
    assert.notDeepEqual(sortByName(contacts, 'sv'), sortByName(contacts, 'de'));
  });

  it('is the order of the collator for any names but Chinese ones', () => {
    const name = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'aAáÁbB ß1290-_さザ김م') }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ userID: fc.string(), name })),
        fc.constantFrom('en', 'sv', 'cs', 'zh', 'ja', 'ko', 'ar'),
        (given, lang) => {
          const isChinese = (contact: Contact) => /^\p{sc=Han}/u.test(displayName(contact));
          const contacts = usableContacts(given).filter((contact) => !isChinese(contact));
          const { compare } = nameCollator(lang);
          const model = [...contacts].sort(
            (a, b) =>
              compare(displayName(a), displayName(b)) ||
              Number(a.userID > b.userID) - Number(a.userID < b.userID),
          );
          assert.deepEqual(sortByName(contacts, lang), model);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('puts Chinese names under their letters, each kind in its own order, on any page', () => {
    const name = fc.oneof(
      fc.constantFrom('Ana', 'Zoe', 'Çelik', 'Örn', 'Иван', '7', 'z', 'Anna', 'Bo'),
      fc.constantFrom('张伟', '曾敏', '安琪', '单田芳', '李', '尉迟恭', '陈静', '陳靜'),
    );
    fc.assert(
      fc.property(
        fc.array(name),
        fc.constantFrom('en', 'zh-CN', 'zh-TW', 'sv', 'tr', 'fr'),
        (names, lang) => {
          const order = sorted(names, lang);
          const isHan = (each: string) => /\p{sc=Han}/u.test(each);
          const latin = names.filter((each) => !isHan(each));
          assert.deepEqual(
            order.filter((each) => !isHan(each!)),
            sorted(latin, lang),
          );
          assert.deepEqual(
            order.filter((each) => isHan(each!)),
            sorted(names.filter(isHan), 'zh'),
          );
          const { compare } = nameCollator(lang);
          const letters = order
            .map((each) => initialOf(each!, lang))
            .filter((each) => each !== '#');
          assert.deepEqual(letters, letters.toSorted(compare));
        },
      ),
    );
  });
});
