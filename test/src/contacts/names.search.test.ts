import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { beginsWith, filterContacts, matchRanges } from '../../../src/contacts/filter.js';
import { fold } from '../../../src/contacts/fold.js';
import { loadHanReadings } from '../../../src/contacts/han-readings.js';
import { MARKS, OTHERS, SPELLINGS } from '../../support/names.js';

const isFound = (name: string, query: string, lang = 'en') =>
  filterContacts([{ userID: 'u', name }], query, lang).length === 1;

const marked = (name: string, query: string, lang = 'en') =>
  matchRanges(name, query, lang)
    .reverse()
    .reduce(
      (text, [start, end]) =>
        `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
      name,
    );

before(() => loadHanReadings());

describe('a search for a name', () => {
  for (const [script, names] of Object.entries(SPELLINGS)) {
    for (const [name, ...spellings] of names) {
      it(`finds ${name}, in ${script}, and marks what was typed`, () => {
        for (const spelling of spellings) {
          assert.ok(isFound(name, spelling), spelling);
          assert.notEqual(marked(name, spelling), name, spelling);
        }
      });
    }
  }

  for (const [typed, name] of OTHERS) {
    it(`does not find ${name} by ${typed}`, () => {
      assert.ok(!isFound(name, typed));
      assert.equal(marked(name, typed), name);
    });
  }

  for (const [typed, text] of MARKS) {
    it(`marks ${text} for ${typed}`, () => {
      assert.equal(marked(text.replace(/[[\]]/g, ''), typed), text);
    });
  }

  it('reads Chinese characters by pinyin on no Japanese or Korean page', () => {
    for (const lang of ['ja', 'ja-JP', 'ko']) {
      assert.ok(!isFound('山田', 'shan', lang));
      assert.ok(!isFound('山田', 'st', lang));
      assert.ok(isFound('山田', '山', lang));
    }
    assert.ok(isFound('山田', 'shantian', 'zh-TW'));
  });

  it('finds a name by any reading of each of its characters', () => {
    const readings = {
      重: ['chong', 'zhong'],
      长: ['chang', 'zhang'],
      乐: ['le', 'yue'],
      伟: ['wei'],
    };
    const characters = Object.keys(readings) as (keyof typeof readings)[];
    const part = fc.constantFrom(...characters).chain((character) =>
      fc.record({
        character: fc.constant(character),
        typed: fc.constantFrom(...readings[character], character),
      }),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.nat(), (parts, cut) => {
        const name = parts.map(({ character }) => character).join('');
        const typed = parts.map((each) => each.typed).join('');
        assert.ok(isFound(name, typed), `${name} by ${typed}`);
        assert.ok(isFound(name, typed.slice(0, 1 + (cut % typed.length))), `${name} by a part`);
      }),
    );
  });

  it('takes long names and long queries', () => {
    const long = '张'.repeat(100_000);
    assert.ok(isFound(long, 'zhang'.repeat(20)));
    assert.ok(!isFound(long, `${'z'.repeat(100_000)}x`));
    assert.ok(isFound(`${' '.repeat(100_000)}张`, '张'));
  });
});

describe('a name', () => {
  for (const [name, typed] of [
    ['张伟', 'zhangw'],
    ['重庆', 'chong'],
    ['重庆', 'zhong'],
    ['單田芳', '单'],
    ['김민준', 'ㄱㅁ'],
    ['O’Neil', "o'n"],
    ['أحمد', 'اح'],
    ['٣ غرف', '3'],
    ['Ångström', 'å'],
    ['ßigma', 'ß'],
  ] as const) {
    it(`begins with ${typed}: ${name}`, () => assert.ok(beginsWith(name, fold(typed), 'en')));
  }

  it('does not begin with what is inside it', () => {
    assert.ok(!beginsWith('张伟', fold('wei'), 'en'));
    assert.ok(!beginsWith('김민준', fold('ㅁ'), 'ko'));
  });
});
