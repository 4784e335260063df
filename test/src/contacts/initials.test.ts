import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { colorIndex, initials } from '../../../src/contacts/initials.js';
import { graphemes } from '../../../src/contacts/text.js';

describe('initials', () => {
  for (const [name, expected] of [
    ['Ana Nowak', 'AN'],
    ['Björn Östlund-Håkansson the Second', 'BS'],
    ['ana nowak', 'AN'],
    ['Madonna', 'M'],
    ['  Ana   Maria Nowak', 'AN'],
    ['(Ana) "Nowak"', 'N'],
    ['Ana - Nowak', 'AN'],
    ["O'Neil", 'O'],
    ["Shaquille O'Neal", 'SO'],
    ['María José Carreño Quiñones', 'MQ'],
    ['Dr. Ana López (Sales)', 'AL'],
    ['Ana López, PhD', 'AL'],
    ['Prof. Dr. h.c. Ana Nowak', 'AN'],
    ['John Smith III', 'JS'],
    ['J. R. R. Tolkien', 'JT'],
    ['Yo-Yo Ma', 'YM'],
    ['Nguyễn Văn An', 'NA'],
    ['[Bot] Helper', 'H'],
    ['王伟（销售）', '王'],
    ['(Ana)', 'A'],
    ['Dr.', 'D'],
    ['Ana Nowak 2', 'AN'],
    ['Ana 🌸', 'A'],
    ['д-р Иван Петров', 'ИП'],
    ['د. أحمد علي', 'أ'],
    ['ანა ბერიძე', 'ა'],
    ['สมชาย ใจดี', 'ส'],
    ['E\u0301mile Zola', 'E\u0301Z'],
    ['Иван Петров', 'ИП'],
    ['Άννα Παπά', 'ΆΠ'],
    ['ßigma ﬁn', 'SF'],
    ['user_10', 'U'],
    ['7 Eleven', '7'],
    ['张伟', '张'],
    ['山田 太郎', '山'],
    ['さくら', 'さ'],
    ['김민수', '김'],
    ['𠮷田', '𠮷'],
    ['Ana 张', 'A'],
    ['محمد العلي', 'م'],
    ['דוד כהן', 'ד'],
    ['क्षितिज', 'क्षि'],
    ['🦊 Fox', '🦊'],
    ['👩‍👩‍👧 Family', '👩‍👩‍👧'],
    ['🇯🇵', '🇯🇵'],
    ['★Ana★', 'A'],
    ['***', '*'],
    ['', ''],
  ] as const) {
    it(`of ${name || 'nothing'} are ${expected || 'nothing'}`, () => {
      assert.equal(initials(name), expected);
    });
  }

  for (const [lang, expected] of [
    ['tr', 'İI'],
    ['az-Latn', 'İI'],
    ['en', 'II'],
    [undefined, 'II'],
  ] as const) {
    it(`are capitals of ${lang ?? 'English, without a language'}`, () => {
      assert.equal(initials('ilker ışık', lang), expected);
    });
  }

  it('are at most two letters of any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string()),
        (name) => {
          assert.ok(graphemes(initials(name)).length <= 2);
        },
      ),
    );
  });
});

describe('colorIndex', () => {
  it('stays the same from version to version', () => {
    assert.deepEqual(
      ['ana', 'ben', 'user1', 'user2', '', '张伟'].map(colorIndex),
      [6, 1, 3, 2, 0, 0],
    );
  });

  for (const [kind, userIDOf] of [
    ['counted', (number: number) => `user${number}`],
    ['padded', (number: number) => `u_${String(number).padStart(8, '0')}`],
    ['of even numbers', (number: number) => String(10_000 + number * 2)],
    ['lettered', (number: number) => number.toString(36)],
  ] as const) {
    it(`spreads IDs that are ${kind} over all eight colours`, () => {
      const counts = Array<number>(8).fill(0);
      for (let number = 0; number < 4000; number++) {
        counts[colorIndex(userIDOf(number))]!++;
      }
      assert.ok(Math.min(...counts) > 350 && Math.max(...counts) < 650, String(counts));
    });
  }

  it('is 0 to 7 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (userID) => {
        const index = colorIndex(userID);
        assert.ok(Number.isInteger(index) && index >= 0 && index < 8);
      }),
    );
  });
});
