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
    ['a word for yesterday', at(2025, 11, 11, 23, 59), 'Yesterday'],
    ['the weekday for two days ago', at(2025, 11, 10, 23, 59), 'Mon'],
    ['the weekday for six days ago', at(2025, 11, 6), 'Thu'],
    ['day and month for seven days ago', at(2025, 11, 5, 23, 59), 'Nov 5'],
    ['day and month from New Year on', at(2025, 1, 1), 'Jan 1'],
    ['the date for last year', at(2024, 12, 31, 23, 59), 'Dec 31, 2024'],
    ['day and month for tomorrow', at(2025, 11, 13), 'Nov 13'],
    ['the date for next year', at(2026, 1, 1), 'Jan 1, 2026'],
  ] as const) {
    it(`is ${name}`, () => {
      assert.equal(plain(formatTime(time, now, 'en-US')), expected);
    });
  }

  it('is a word or a weekday across New Year', () => {
    assert.equal(formatTime(at(2025, 12, 31, 12), at(2026, 1, 1), 'en'), 'Yesterday');
    assert.equal(formatTime(at(2025, 12, 31, 12), at(2026, 1, 2, 12), 'en'), 'Wed');
  });

  it('counts days by the calendar when the clock changes', () => {
    // 26 October 2025 has 25 hours there, 30 March has 23.
    assert.equal(
      plain(formatTime(at(2025, 10, 26, 0, 5), at(2025, 10, 26, 23, 55), 'en')),
      '12:05 AM',
    );
    assert.equal(formatTime(at(2025, 10, 25, 23, 55), at(2025, 10, 26, 0, 5), 'en'), 'Yesterday');
    assert.equal(formatTime(at(2025, 10, 20), at(2025, 10, 26, 23, 55), 'en'), 'Mon');
    assert.equal(formatTime(at(2025, 10, 19, 23), at(2025, 10, 26, 0, 5), 'en'), 'Oct 19');
    assert.equal(formatTime(at(2025, 3, 29, 0, 5), at(2025, 3, 30, 23, 55), 'en'), 'Yesterday');
    assert.equal(formatTime(at(2025, 3, 24), at(2025, 3, 30, 23, 55), 'en'), 'Mon');
  });

  const moments = [
    at(2025, 11, 12, 16, 7),
    at(2025, 11, 11, 12),
    at(2025, 11, 10, 12),
    at(2025, 3, 5, 12),
    at(2024, 10, 23, 12),
  ];

  for (const [lang, ...expected] of [
    ['en-US', '4:07 PM', 'Yesterday', 'Mon', 'Mar 5', 'Oct 23, 2024'],
    ['en-GB', '16:07', 'Yesterday', 'Mon', '5 Mar', '23 Oct 2024'],
    ['zh-CN', '16:07', '昨天', '周一', '3月5日', '2024年10月23日'],
    ['zh-TW', '下午4:07', '昨天', '週一', '3月5日', '2024年10月23日'],
    ['ja', '16:07', '昨日', '月曜日', '3月5日', '2024年10月23日'],
    ['ko', /4:07/, '어제', '월요일', '3월 5일', '2024년 10월 23일'],
    ['ar-EG', '٤:٠٧ م', 'أمس', 'الاثنين', '٥ مارس', '٢٣ أكتوبر ٢٠٢٤'],
    ['ar-u-nu-latn', '4:07 م', 'أمس', 'الاثنين', '5 مارس', '23 أكتوبر 2024'],
    ['fa', '۱۶:۰۷', 'دیروز', 'دوشنبه', '۱۵ اسفند', '۲ آبان ۱۴۰۳'],
    ['de', '16:07', 'Gestern', 'Mo', '5. März', '23. Okt. 2024'],
    ['es', '16:07', 'Ayer', 'Lun', '5 mar', '23 oct 2024'],
    ['fr', '16:07', 'Hier', 'Lun.', '5 mars', '23 oct. 2024'],
    ['pt', '16:07', 'Ontem', 'Seg.', '5 de mar.', '23 de out. de 2024'],
    ['ru', '16:07', 'Вчера', 'Пн', '5 мар.', '23 окт. 2024 г.'],
    ['vi', '16:07', 'Hôm qua', /^Th/, '5 thg 3', '23 thg 10, 2024'],
    ['th', '16:07', 'เมื่อวาน', /^จ/, '5 มี.ค.', '23 ต.ค. 2567'],
    ['id', '16.07', 'Kemarin', 'Sen', '5 Mar', '23 Okt 2024'],
    ['ka', '16:07', 'გუშინ', 'ორშ', /^5 მარ/, '23 ოქტ. 2024'],
    ['no language', '4:07 PM', 'Yesterday', 'Mon', 'Mar 5', 'Oct 23, 2024'],
  ] as const) {
    it(`has the words, the order and the digits of the language: ${lang}`, () => {
      moments.forEach((moment, index) => {
        const text = plain(formatTime(moment, now, lang));
        const right = expected[index]!;
        // Some names differ between versions of the data behind Intl.
        if (right instanceof RegExp) assert.match(text, right);
        else assert.equal(text, right);
      });
    });
  }

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
