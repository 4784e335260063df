import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { capitalize, format, formatCount, plural, speak } from '../../../src/i18n/index.js';

describe('format', () => {
  it('replaces every placeholder', () => {
    assert.equal(format('{name}, {status}, {name}', { name: 'Ana', status: 1 }), 'Ana, 1, Ana');
  });

  it('keeps a placeholder without a value', () => {
    assert.equal(format('{name} {other}', { name: 'Ana' }), 'Ana {other}');
  });

  it('inserts values verbatim', () => {
    assert.equal(format('{a}{b}', { a: '{b}$&', b: '$1' }), '{b}$&$1');
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, status) => {
        assert.equal(format('{name}, {status}', { name, status }), `${name}, ${status}`);
      }),
    );
  });
});

describe('speak', () => {
  it('joins all parts', () => {
    assert.equal(
      speak('{name}, {status}', ['Ana', 'online', 'in Lisbon']),
      'Ana, online, in Lisbon',
    );
  });

  it('skips empty parts', () => {
    assert.equal(speak('{name}, {status}', ['', 'online', undefined]), 'online');
    assert.equal(speak('{name}, {status}', []), '');
  });

  it('keeps placeholders inside names', () => {
    assert.equal(speak('{name}, {status}', ['{status}', 'online']), '{status}, online');
  });
});

describe('plural', () => {
  it('chooses the form for the number', () => {
    assert.equal(plural('{count} day|{count} days', 1, 'en'), '1 day');
    assert.equal(plural('{count} day|{count} days', 1200, 'en'), '1,200 days');
  });

  it('uses all six forms of Arabic', () => {
    const forms = 'zero|one|two|few {count}|many {count}|other {count}';
    assert.deepEqual(
      [0, 1, 2, 3, 11, 100].map((count) => plural(forms, count, 'ar')),
      ['zero', 'one', 'two', 'few 3', 'many 11', 'other 100'],
    );
  });

  it('uses the last form in place of an empty or missing one', () => {
    assert.equal(plural('|one|two|few||{count} other', 11, 'ar'), '11 other');
    assert.equal(plural('{count} days', 1, 'en'), '1 days');
  });
});

describe('formatCount', () => {
  it('formats numbers as the language does', () => {
    assert.equal(formatCount(1204, 'en'), '1,204');
    assert.equal(formatCount(1204, 'de'), '1.204');
    assert.equal(formatCount(12, 'ar-EG'), '١٢');
    assert.equal(formatCount(1204, 'not a language'), '1,204');
  });

  it('shows numbers above the maximum as the maximum with a plus sign', () => {
    assert.equal(formatCount(99, 'en', 99), '99');
    assert.equal(formatCount(100, 'en', 99), '99+');
  });
});

describe('capitalize', () => {
  it('makes the first letter a capital', () => {
    assert.equal(capitalize('online', 'en'), 'Online');
    assert.equal(capitalize('在线', 'zh-CN'), '在线');
    assert.equal(capitalize('içeride', 'tr'), 'İçeride');
    assert.equal(capitalize('', 'en'), '');
  });

  it('changes only the first letter of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [first = '', ...rest] = text;
        const capital = /\p{sc=Georgian}/u.test(first) ? first : first.toUpperCase();
        assert.equal(capitalize(text), capital + rest.join(''));
      }),
    );
  });

  it('leaves Georgian, which has no capitals at the beginning of a word', () => {
    assert.equal(capitalize('გუშინ', 'ka'), 'გუშინ');
  });
});
