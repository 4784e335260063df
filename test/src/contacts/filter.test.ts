import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Contact } from '../../../src/contacts/contact.js';
import { beginsWith, filterContacts, matchRanges } from '../../../src/contacts/filter.js';
import { fold } from '../../../src/contacts/fold.js';
import { graphemes } from '../../../src/contacts/text.js';

/** Whether a single contact is found. */
const finds = (query: string, contact: Contact, lang?: string) =>
  filterContacts([contact], query, lang).length === 1;

const finding = [
  ['nowak', 'Ana Nowak'],
  ['NOW', 'Ana Nowak'],
  ['now an', 'Ana Nowak'],
  ['  ana  ', 'Ana Nowak'],
  ['ostlund', 'Björn Östlund'],
  ['östlund', 'Bjorn Ostlund'],
  ['o\u0308st', 'Östlund'],
  ['lukasz', 'Łukasz'],
  ['soren', 'Søren'],
  ['strasse', 'Große Straße'],
  ['aerø', 'Ærø'],
  ['istanbul', 'İSTANBUL'],
  ['ırmak', 'Irmak'],
  ['fin', 'ﬁn'],
  ['ａｎａ', 'Ana'],
  ['ana', 'Ａｎａ'],
  ['ana', 'A\u200bn\u202ea'],
  ['ben', 'B\0e\0n'],
  ['ガイ', 'ｶﾞｲ'],
  ['かい', 'ガイ'],
  ['サクラ', 'さくら'],
  ['οδος', 'ΟΔΟΣ'],
  ['김', '김민수'],
  ['기', '김민수'],
  ['احمد', 'أحمد'],
  ['محمد', 'مُحَمَّد'],
  ['伟', '张伟'],
  ['zw', '张伟'],
  ['w', '张伟'],
  ['ZW', '张伟'],
  ['zl', '曾丽'],
  ['z l', '曾 丽'],
  ['zwei', '张Wei'],
  ['🦊', '🦊 Fox'],
] as const;

describe('filterContacts', () => {
  for (const [query, name] of finding) {
    it(`finds ${name} by ${query}`, () => {
      assert.ok(finds(query, { userID: 'u', name }));
    });
  }

  for (const [query, name] of [
    ['nowaks', 'Ana Nowak'],
    ['ana b', 'Ana Nowak'],
    ['anow', 'Ana Nowak'],
    ['wz', '张伟'],
    ['zw', '山田'],
  ] as const) {
    it(`does not find ${name} by ${query}`, () => {
      assert.ok(!finds(query, { userID: 'u', name }));
    });
  }

  it('looks at remark, name and ID, and at nothing else', () => {
    const contact = { userID: 'x17', name: 'Ana', remark: 'Sister', avatar: 'picture.png' };
    for (const query of ['x17', 'ana', 'SIS', 'sis ana x1']) {
      assert.ok(finds(query, contact), query);
    }
    assert.ok(!finds('picture', contact));
    // One field does not run into the next.
    assert.ok(!finds('sisterana', contact));
  });

  it('reads no pinyin on Japanese and Korean pages', () => {
    assert.ok(finds('st', { userID: 'u', name: '山田' }, 'zh'));
    assert.ok(!finds('st', { userID: 'u', name: '山田' }, 'ja'));
  });

  it('keeps the order it is given', () => {
    const contacts = ['Hana', 'Ben', 'Anton', 'Ana'].map((name) => ({ userID: name, name }));
    const namesFor = (query: string) => filterContacts(contacts, query).map(({ name }) => name);
    assert.deepEqual(namesFor('an'), ['Hana', 'Anton', 'Ana']);
    assert.deepEqual(namesFor('zzz'), []);
  });

  it('returns the contacts themselves for an empty query', () => {
    const contacts = [{ userID: 'a' }, { userID: 'b' }];
    for (const query of ['', '  ', '\u3000', '\u200b']) {
      assert.equal(filterContacts(contacts, query), contacts);
    }
  });

  it('searches the same contacts in another language too', () => {
    const contacts = [{ userID: 'u', name: '山田' }];
    assert.equal(filterContacts(contacts, 'st', 'zh').length, 1);
    assert.equal(filterContacts(contacts, 'st', 'ja').length, 0);
    assert.equal(filterContacts(contacts, 'st', 'zh').length, 1);
  });

  it('ignores fields that are no text', () => {
    const contacts = [
      { userID: 'a', name: 42, remark: null },
      { userID: 'b', name: 'Ben' },
    ] as unknown as Contact[];
    assert.deepEqual(filterContacts(contacts, 'ben'), [contacts[1]]);
    assert.deepEqual(filterContacts(contacts, '42'), []);
  });

  it('finds every contact by a piece of its own name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (name, a, b) => {
          const letters = graphemes(name);
          const start = a % letters.length;
          const piece = letters.slice(start, start + 1 + (b % 4)).join('');
          assert.ok(finds(piece, { userID: 'u', name }));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('fold', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
        (text) => {
          assert.equal(fold(fold(text)), fold(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('makes no difference of case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.equal(fold(text.toLowerCase()), fold(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('matchRanges', () => {
  const marked = (text: string, query: string, lang?: string) => {
    let result = '';
    let from = 0;
    for (const [start, end] of matchRanges(text, query, lang)) {
      result += `${text.slice(from, start)}[${text.slice(start, end)}]`;
      from = end;
    }
    return result + text.slice(from);
  };

  for (const [text, query, expected] of [
    ['Ana Nowak', 'now', 'Ana [Now]ak'],
    ['Ana Nowak', 'AN', '[An]a Nowak'],
    ['Ananas', 'ana', '[Anana]s'],
    ['Ana Nowak', 'nowak ana', '[Ana] [Nowak]'],
    ['Ana', 'b', 'Ana'],
    ['Ana', '', 'Ana'],
    ['Große', 'ss', 'Gro[ß]e'],
    ['Große', 'ros', 'G[roß]e'],
    ['Zoe\u0301 Z', 'oe', 'Z[oe\u0301] Z'],
    ['Ａｎａ', 'na', 'Ａ[ｎａ]'],
    ['ﬁn', 'f', '[ﬁ]n'],
    ['김민수', '기', '[김]민수'],
    ['ｶﾞｲ', 'かい', '[ｶﾞｲ]'],
    ['👩‍👩‍👧 Fam', '👩', '[👩‍👩‍👧] Fam'],
    ['张伟', 'w', '张[伟]'],
    ['张伟 Wu', 'w', '张[伟] [W]u'],
    ['曾丽', 'zl', '[曾丽]'],
  ] as const) {
    it(`marks ${expected} for ${query || 'nothing'}`, () => {
      assert.equal(marked(text, query), expected);
    });
  }

  it('marks something wherever the filter finds a name', () => {
    for (const [query, name] of finding) {
      assert.notDeepEqual(matchRanges(name, query), [], `${query} in ${name}`);
    }
  });

  it('gives whole letters, in order, apart, each of them part of a match and no other', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'aAáß zw曾伟ガか김', 'e\u0301', '👩‍👩‍👧') }),
      fc.string({ unit: 'grapheme', maxLength: 10 }),
    );
    const query = fc.string({ unit: fc.constantFrom(...'aszwe伟か김 '), maxLength: 3 });
    fc.assert(
      fc.property(text, query, (name, search) => {
        const letters = graphemes(name);
        const ranges = matchRanges(name, search, 'ja');
        // The model: every stretch of letters that has a word in it and loses it without its ends.
        const words = fold(search).split(' ').filter(Boolean);
        const hits = new Set<number>();
        for (let from = 0; from < letters.length; from++) {
          for (let to = from + 1; to <= letters.length; to++) {
            const has = (a: number, b: number, word: string) =>
              fold(letters.slice(a, b).join('')).includes(word);
            for (const word of words) {
              if (has(from, to, word) && !has(from + 1, to, word) && !has(from, to - 1, word)) {
                for (let hit = from; hit < to; hit++) {
                  hits.add(hit);
                }
              }
            }
          }
        }
        const expected: string[] = letters.map((_, number) => (hits.has(number) ? 'x' : '.'));
        const actual = letters.map((letter, number) => {
          const start = letters.slice(0, number).join('').length;
          const inside = ranges.filter(([a, b]) => a <= start && start + letter.length <= b);
          const touched = ranges.filter(([a, b]) => a < start + letter.length && start < b);
          assert.deepEqual(inside, touched);
          return inside.length ? 'x' : '.';
        });
        assert.deepEqual(actual, expected);
        ranges.forEach(([start, end], number) => {
          assert.ok(start < end && end <= name.length);
          assert.ok(number === 0 || ranges[number - 1]![1] < start);
        });
      }),
    );
  });
});

describe('a name', () => {
  for (const [name, letters] of [
    ['Émile', 'EM'],
    ['Łukasz', 'LU'],
    ['张伟', '张'],
    ['张伟', 'ZW'],
    ['김민수', fold('ㄱ')],
  ] as const) {
    it(`begins with ${letters}: ${name}`, () => assert.ok(beginsWith(name, letters)));
  }

  for (const [name, letters, lang] of [
    ['Ana Nowak', 'NO', 'en'],
    ['张伟', 'W', 'en'],
    ['张伟', 'Z', 'ja'],
  ] as const) {
    it(`does not begin with ${letters} in ${lang}: ${name}`, () =>
      assert.ok(!beginsWith(name, letters, lang)));
  }
});
