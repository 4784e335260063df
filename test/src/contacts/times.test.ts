import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatTime } from '../../../src/contacts/times.js';

// A zone whose clock changes.
process.env['TZ'] = 'Europe/Berlin';

describe('formatTime', () => {
  const at = (...parts: [number, number, number, number?, number?]) => {
    const [year, month, day, hour = 0, minute = 0] = parts;
    return new Date(year, month - 1, day, hour, minute).getTime();
  };
  // Spaces differ between versions of the data behind Intl.
  const plain = (text: string) => text.replace(/\s/g, ' ');
  const now = at(2025, 11, 12, 18, 0); // a Wednesday

  for (const [name, time, expected] of [
    ['the hour for today', at(2025, 11, 12, 9, 41), '9:41 AM'],
    ['the hour at midnight', at(2025, 11, 12), '12:00 AM'],
    ['the hour for what is later today', at(2025, 11, 12, 23, 59), '11:59 PM'],
    ['the weekday for yesterday', at(2025, 11, 11, 23, 59), 'Tue'],
    ['the weekday for six days ago', at(2025, 11, 6), 'Thu'],
    ['day and month for seven days ago', at(2025, 11, 5, 23, 59), 'Nov 5'],
    ['day and month from New Year on', at(2025, 1, 1), 'Jan 1'],
    ['the date for last year', at(2024, 12, 31, 23, 59), '12/31/24'],
    ['day and month for tomorrow', at(2025, 11, 13), 'Nov 13'],
    ['the date for next year', at(2026, 1, 1), '1/1/26'],
  ] as const) {
    it(`is ${name}`, () => {
      assert.equal(plain(formatTime(time, now, 'en-US')), expected);
    });
  }

  it('is a weekday across New Year', () => {
    assert.equal(formatTime(at(2025, 12, 31, 12), at(2026, 1, 2, 12), 'en'), 'Wed');
  });

  it('counts days by the calendar when the clock changes', () => {
    // 26 October 2025 has 25 hours there, 30 March has 23.
    assert.equal(
      plain(formatTime(at(2025, 10, 26, 0, 5), at(2025, 10, 26, 23, 55), 'en')),
      '12:05 AM',
    );
    assert.equal(formatTime(at(2025, 10, 25, 23, 55), at(2025, 10, 26, 0, 5), 'en'), 'Sat');
    assert.equal(formatTime(at(2025, 10, 20), at(2025, 10, 26, 23, 55), 'en'), 'Mon');
    assert.equal(formatTime(at(2025, 10, 19, 23), at(2025, 10, 26, 0, 5), 'en'), 'Oct 19');
    assert.equal(formatTime(at(2025, 3, 29, 0, 5), at(2025, 3, 30, 23, 55), 'en'), 'Sat');
    assert.equal(formatTime(at(2025, 3, 24), at(2025, 3, 30, 23, 55), 'en'), 'Mon');
  });

  it('is in the language of the page', () => {
    const yesterday = at(2025, 11, 11, 12);
    const words = ['zh-CN', 'zh-TW', 'ja', 'ko', 'ar', 'de'].map((lang) =>
      formatTime(yesterday, now, lang),
    );
    assert.deepEqual(words, ['周二', '週二', '火', '화', 'الثلاثاء', 'Di']);
    assert.equal(formatTime(at(2025, 11, 12, 18, 5), now, 'de'), '18:05');
    assert.equal(formatTime(at(2025, 11, 12, 9, 5), now, 'en-GB'), '09:05');
    assert.equal(formatTime(yesterday, now, 'no language'), 'Tue');
  });

  it('is empty for what is no moment', () => {
    for (const time of [undefined, null, NaN, Infinity, -Infinity, 0, -1, 1e30, 'soon', {}]) {
      assert.equal(formatTime(time as number, now, 'en'), '');
    }
  });

  it('is a short text for any moments', () => {
    const moment = fc.date({ min: new Date(1), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (time, today) => {
        const text = formatTime(time.getTime(), today.getTime(), 'en');
        assert.ok(text.length > 0 && text.length < 16, text);
      }),
    );
  });
});
