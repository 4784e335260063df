import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Contact } from '../../../src/contacts/contact.js';
import { groupByFriendGroup, groupByInitial, sectionsOf } from '../../../src/contacts/group.js';
import type { Grouping } from '../../../src/contacts/group.js';
import { orderByRank, sortByName } from '../../../src/contacts/order.js';

const named = (...names: string[]): Contact[] =>
  names.map((name, number) => ({ userID: `u${number}`, name }));

/** Each heading with the names under it, as a list would draw them. */
function drawn(contacts: Contact[], { keys, sectionOf }: Grouping, lang: string) {
  const counts = new Uint32Array(keys.length);
  const order = orderByRank(sortByName(contacts, lang), sectionOf, counts);
  return sectionsOf(keys, counts).map(({ key, start, count }) => [
    key,
    ...Array.from(order.subarray(start, start + count), (place) => contacts[place]!.name),
  ]);
}

describe('groupByInitial', () => {
  const byInitial = (names: string[], lang: string) =>
    drawn(named(...names), groupByInitial(named(...names), lang), lang);

  it('goes from A to Z with the rest last', () => {
    assert.deepEqual(byInitial(['Zoe', '7', 'émile', 'Ana', 'Eve', '🦊', 'alf'], 'en'), [
      ['A', 'alf', 'Ana'],
      ['E', 'émile', 'Eve'],
      ['Z', 'Zoe'],
      ['#', '🦊', '7'],
    ]);
  });

  it('puts Latin and Chinese names under the same letters', () => {
    assert.deepEqual(byInitial(['Zoe', '张伟', '安琪', 'Ana', '王芳', '李娜'], 'zh-CN'), [
      ['A', '安琪', 'Ana'],
      ['L', '李娜'],
      ['W', '王芳'],
      ['Z', '张伟', 'Zoe'],
    ]);
  });

  it('has the headings of the language', () => {
    const headings = (names: string[], lang: string) =>
      byInitial(names, lang).map(([heading]) => heading);
    assert.deepEqual(headings(['Ölander', 'Zoe', 'Ek', 'Åsa'], 'sv'), ['E', 'Z', 'Å', 'Ö']);
    assert.deepEqual(headings(['山田', 'さくら', 'アイ', 'Ana'], 'ja'), ['A', 'あ', 'さ', '#']);
    assert.deepEqual(headings(['최민', 'Ana', '김', '박'], 'ko'), ['가', '바', '차', 'A']);
    assert.deepEqual(headings(['Ana', 'يوسف', 'أحمد', 'باسم'], 'ar'), ['ا', 'ب', 'ي', 'A']);
  });

  it('keeps a letter with its mark together', () => {
    const { keys } = groupByInitial(named('O\u0308stlund', 'Östlund', 'Olsson'), 'sv');
    assert.deepEqual(keys, ['O', 'Ö']);
  });
});

describe('groupByFriendGroup', () => {
  it('puts a contact under its first group, those in none last', () => {
    const contacts: Contact[] = [
      { userID: 'a', name: 'Ana', groups: ['Work', 'Family'] },
      { userID: 'b', name: 'Ben' },
      { userID: 'c', name: 'Carla', groups: ['Family'] },
      { userID: 'd', name: 'Dele', groups: [] },
      { userID: 'e', name: 'Eve', groups: ['Work'] },
    ];
    assert.deepEqual(drawn(contacts, groupByFriendGroup(contacts, 'en'), 'en'), [
      ['Family', 'Carla'],
      ['Work', 'Ana', 'Eve'],
      ['', 'Ben', 'Dele'],
    ]);
  });

  it('takes nonsense for no group', () => {
    const contacts = [null, 'Work', 5, [null], [5], [' '], {}].map((groups, number) => ({
      userID: `u${number}`,
      groups: groups as unknown as string[],
    }));
    assert.deepEqual(groupByFriendGroup(contacts, 'en').keys, ['']);
  });
});

describe('sectionsOf', () => {
  it('leaves out headings without rows', () => {
    assert.deepEqual(sectionsOf(['a', 'b', 'c', 'd'], Uint32Array.of(0, 2, 0, 1)), [
      { key: 'b', start: 0, count: 2 },
      { key: 'd', start: 2, count: 1 },
    ]);
  });

  it('covers every row once, for any grouping', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.string({ unit: 'grapheme' }) })),
        fc.constantFrom('en', 'zh', 'ja', 'ar'),
        (given, lang) => {
          const contacts = given.map(({ name }, number) => ({ userID: `u${number}`, name }));
          for (const { keys, sectionOf } of [
            groupByInitial(contacts, lang),
            groupByFriendGroup(contacts, lang),
          ]) {
            assert.equal(new Set(keys).size, keys.length);
            const counts = new Uint32Array(keys.length);
            const order = orderByRank(sortByName(contacts, lang), sectionOf, counts);
            let next = 0;
            for (const { key, start, count } of sectionsOf(keys, counts)) {
              assert.equal(start, next);
              next += count;
              for (const place of order.subarray(start, next)) {
                assert.equal(keys[sectionOf[place]!], key);
              }
            }
            assert.equal(next, contacts.length);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
