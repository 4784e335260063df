import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contactIndex } from '../../../src/contacts/contact.js';
import type { Contact } from '../../../src/contacts/contact.js';
import { nameCollator, orderByRank, sortByName } from '../../../src/contacts/order.js';
import { displayName } from '../../../src/contacts/text.js';

const named = (...names: string[]): Contact[] =>
  names.map((name, number) => ({ userID: `u${number}`, name }));
const sorted = (names: string[], lang?: string) =>
  Array.from(sortByName(named(...names), lang), (place) => names[place]);

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
    assert.deepEqual([...sortByName(contacts, 'en')], [1, 0, 2]);
  });

  it('orders people of one name by ID, whatever the order given', () => {
    const userIDs = ['c', 'a', 'B', 'b', 'd'];
    const contacts = userIDs.map((userID) => ({ userID, name: 'Ana' }));
    const order = Array.from(sortByName(contacts, 'en'), (place) => userIDs[place]);
    assert.deepEqual(order, ['B', 'a', 'b', 'c', 'd']);
  });

  it('takes a nonsense language for English', () => {
    for (const lang of [undefined, '', '!!', 'not a language', 'zh_CN_', 'x'.repeat(500)]) {
      assert.deepEqual(sorted(['Zoe', 'Émile', 'Ana'], lang), ['Ana', 'Émile', 'Zoe']);
    }
  });

  it('is the order of the collator for any names', () => {
    const name = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'aAáÁbB ß1290-_张伟さザ김م') }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ userID: fc.string(), name })),
        fc.constantFrom('en', 'sv', 'cs', 'zh', 'ja', 'ko', 'ar'),
        (given, lang) => {
          const { contacts } = contactIndex(given);
          const { compare } = nameCollator(lang);
          const model = [...contacts].sort(
            (a, b) =>
              compare(displayName(a), displayName(b)) ||
              Number(a.userID > b.userID) - Number(a.userID < b.userID),
          );
          const order = sortByName(contacts, lang);
          assert.deepEqual(
            Array.from(order, (place) => contacts[place]),
            model,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('orderByRank', () => {
  it('puts low ranks first and keeps the order within a rank', () => {
    const order = Uint32Array.of(4, 2, 0, 1, 3);
    const rankOf = Uint8Array.of(1, 0, 1, 2, 0);
    const counts = new Uint32Array(4);
    assert.deepEqual([...orderByRank(order, rankOf, counts)], [4, 1, 2, 0, 3]);
    assert.deepEqual([...counts], [2, 2, 1, 0]);
    assert.deepEqual([...order], [4, 2, 0, 1, 3]);
  });

  it('fills the array it is given', () => {
    const out = new Uint32Array(2);
    const result = orderByRank(Uint32Array.of(0, 1), Uint8Array.of(1, 0), new Uint32Array(2), out);
    assert.equal(result, out);
    assert.deepEqual([...out], [1, 0]);
  });

  it('has nothing to do for nobody', () => {
    const counts = Uint32Array.of(7, 7);
    assert.equal(orderByRank(new Uint32Array(0), new Uint8Array(0), counts).length, 0);
    assert.deepEqual([...counts], [0, 0]);
  });

  it('stays a full sort by rank, then place, through any changes and any filter', () => {
    const size = 40;
    const change = fc.record({ place: fc.nat(size - 1), rank: fc.nat(4) });
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...Array(size).keys()]),
        fc.array(fc.array(change, { maxLength: 20 }), { maxLength: 8 }),
        (given, frames) => {
          const order = Uint32Array.from(given);
          const rankOf = new Uint8Array(size).fill(4);
          const counts = new Uint32Array(5);
          const out = new Uint32Array(order.length);
          for (const changes of frames) {
            for (const { place, rank } of changes) {
              rankOf[place] = rank;
            }
            orderByRank(order, rankOf, counts, out);
            // Array.prototype.sort is stable.
            assert.deepEqual(
              [...out],
              [...given].sort((a, b) => rankOf[a]! - rankOf[b]!),
            );
            for (let rank = 0; rank < 5; rank++) {
              assert.equal(counts[rank], given.filter((place) => rankOf[place] === rank).length);
            }
          }
        },
      ),
    );
  });
});
