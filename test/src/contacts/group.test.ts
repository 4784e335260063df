import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Contact } from '../../../src/contacts/contact.js';
import { groupByFriendGroup, groupByInitial } from '../../../src/contacts/group.js';
import type { ContactGroup } from '../../../src/contacts/group.js';
import { sortByName } from '../../../src/contacts/order.js';

const named = (...names: string[]): Contact[] =>
  names.map((name, number) => ({ userID: `u${number}`, name }));

/** Each heading with the names under it. */
const drawn = (groups: readonly ContactGroup[]) =>
  groups.map(({ key, contacts }) => [key, ...contacts.map(({ name }) => name)]);

describe('groupByInitial', () => {
  const byInitial = (names: string[], lang: string) =>
    drawn(groupByInitial(sortByName(named(...names), lang), lang));

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
    const groups = groupByInitial(named('O\u0308stlund', 'Östlund', 'Olsson'), 'sv');
    assert.deepEqual(
      groups.map(({ key }) => key),
      ['O', 'Ö'],
    );
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
    assert.deepEqual(drawn(groupByFriendGroup(contacts, 'en')), [
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
    assert.deepEqual(groupByFriendGroup(contacts, 'en'), [{ key: '', contacts }]);
  });
});

describe('groups', () => {
  it('contain every contact once, in the order given, for any names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.constantFrom('en', 'zh', 'ja', 'ar'),
        (names, lang) => {
          const contacts = named(...names);
          for (const groups of [
            groupByInitial(contacts, lang),
            groupByFriendGroup(contacts, lang),
          ]) {
            assert.equal(new Set(groups.map(({ key }) => key)).size, groups.length);
            const places = groups.map((group) =>
              group.contacts.map((one) => contacts.indexOf(one)),
            );
            for (const each of places)
              assert.deepEqual(
                each,
                each.toSorted((a, b) => a - b),
              );
            assert.deepEqual(
              places.flat().sort((a, b) => a - b),
              [...contacts.keys()],
            );
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
