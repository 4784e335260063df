import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { displayName, displayText, graphemes } from '../../../src/contacts/text.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const segmentsOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

describe('graphemes', () => {
  for (const text of [
    'Ana Nowak',
    'e\u0301a\u0323\u0302',
    '张伟',
    '각나',
    '\u1100\u1161\u11a8\u1102\u1161',
    'がｶﾞ',
    'مُحَمَّد',
    'שָׁלוֹם',
    'ที่นี่',
    'கி',
    'क्षि',
    'Z\u0351\u036b\u0343a',
    '👩‍👩‍👧 Family',
    '👨🏽‍💻👍🏿',
    '❤️‍🔥1️⃣#️⃣',
    '🇩🇪🇯🇵🇨',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿England',
    '🧑🏻‍❤️‍💋‍🧑🏿!',
    '\u200dab\u200d',
    '\ud83d a \udc00',
    '',
  ]) {
    it(`parts ${JSON.stringify(text)} as the platform's segmenter does`, () => {
      assert.deepEqual(graphemes(text), segmentsOf(text));
    });
  }

  it('parts any run of letters as the segmenter does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 8 }), (text) => {
        assert.deepEqual(graphemes(text), segmentsOf(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(graphemes(text).join(''), text);
      }),
    );
  });
});

describe('displayText', () => {
  it('leaves honest names alone', () => {
    for (const name of [
      'Ana Nowak',
      '张伟',
      '山田　太郎',
      'محمد العلي',
      'می‌خواهم',
      '👩‍👩‍👧',
      '<b>Ana</b>',
    ]) {
      assert.equal(displayText(name), name);
    }
  });

  it('takes out what steers the text around it, and no letter', () => {
    assert.equal(displayText('\u202eevil\u202c\u2066\u200fAna\u2069\u061c\ufeff'), 'evilAna');
    assert.equal(displayText('A\0n\u0007a\u0085 \u009bN'), 'Ana N');
    assert.equal(displayText('A\ufeffn\u200ea \u202e N'), 'Ana N');
  });

  it('is one line', () => {
    assert.equal(displayText('  Ana\r\n\t Maria  Nowak\u2028 '), 'Ana Maria Nowak');
  });

  it('is empty for what shows nothing and what is no text', () => {
    for (const value of [
      '',
      ' \t',
      '\u200b\u200d',
      '\u3164',
      '\u202e',
      '\u00ad',
      null,
      undefined,
      5,
      {},
      ['Ana'],
    ]) {
      assert.equal(displayText(value), '');
    }
  });

  it('cuts a name of 5,000 letters between two of them', () => {
    assert.equal(displayText('a'.repeat(5000)), 'a'.repeat(128) + '…');
    assert.equal(displayText('a'.repeat(128)), 'a'.repeat(128));
    const families = displayText('👩‍👩‍👧'.repeat(1000));
    assert.equal(families, '👩‍👩‍👧'.repeat(16) + '…');
    const marks = displayText('Z' + '\u0301'.repeat(5000));
    assert.ok(marks.startsWith('Z\u0301') && marks.endsWith('…') && marks.length <= 129);
  });

  it('gives any text a bounded length, no steering, and the same again when given again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 1500, size: 'max' }),
          fc.string({ unit: 'grapheme', maxLength: 400, size: 'max' }),
          fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\u202e', '\0', '\u0301', '👍🏽') }),
        ),
        (text) => {
          const shown = displayText(text);
          assert.ok(shown.length <= 129);
          assert.doesNotMatch(shown, /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
          assert.equal(shown, shown.trim());
          if (!shown.endsWith('…')) {
            assert.equal(displayText(shown), shown);
          }
        },
      ),
    );
  });
});

describe('displayName', () => {
  it('is the remark, else the name, else the ID', () => {
    assert.equal(displayName({ userID: 'a', name: 'Ana', remark: 'Sister' }), 'Sister');
    assert.equal(displayName({ userID: 'a', name: 'Ana', remark: '' }), 'Ana');
    assert.equal(displayName({ userID: 'a', name: ' \u200b' }), 'a');
    assert.equal(displayName({ groupID: 'g1', name: '' }), 'g1');
  });

  it('passes over what is no text', () => {
    const contact = { userID: 'a', name: 42, remark: { text: 'Ana' } };
    assert.equal(displayName(contact as unknown as { userID: string }), 'a');
  });
});
