import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  hanReadings,
  loadHanReadings,
  needHanReadings,
  observeHanReadings,
  setHanLibrary,
} from '../../../src/contacts/han-readings.js';
import { filterContacts } from '../../../src/contacts/filter.js';
import { sortByName } from '../../../src/contacts/order.js';

const named = (...names: string[]) => names.map((name) => ({ userID: name, name }));

describe('the readings of Chinese names', () => {
  for (const [name, lang, isNeeded] of [
    ['张伟', 'en', true],
    ['张伟', 'zh-CN', true],
    ['Ana (张)', 'fr', true],
    ['𠮷田', 'en', true],
    ['Ana', 'zh-CN', false],
    ['김민준', 'en', false],
    ['さくら', 'en', false],
    ['田中さくら', 'en', false],
    ['山田', 'ja', false],
    ['金民俊', 'ko-KR', false],
    ['Ana – 🦊', 'en', false],
  ] as const) {
    it(`are ${isNeeded ? '' : 'not '}needed for ${name} on a page in ${lang}`, () => {
      assert.equal(needHanReadings(named('Bo', name), lang), isNeeded);
      assert.equal(needHanReadings([{ userID: 'u', remark: name }], lang), isNeeded);
    });
  }

  it('are not needed for fields that are no text', () => {
    const contacts = [{ userID: '张', name: 5, remark: null }] as never;
    assert.equal(needHanReadings(contacts, 'en'), false);
  });

  it('leave first letters to search by while they cannot be had, and move no row as they come', async () => {
    let calls = 0;
    setHanLibrary(() => {
      calls++;
      return Promise.reject(new Error('offline'));
    });
    await loadHanReadings();
    const contacts = named('Zoe', '重庆', '曾伟', 'Ana', '长城');
    const order = sortByName(contacts, 'en');
    const found = (query: string) => filterContacts(contacts, query, 'en').map(({ name }) => name);
    assert.deepEqual(found('zq'), ['重庆']);
    assert.deepEqual(found('zw'), ['曾伟']);
    assert.deepEqual(found('zengwei'), []);

    let notified = 0;
    const stop = observeHanReadings(() => notified++);
    setHanLibrary(() => {
      calls++;
      return import('../../../src/contacts/pinyin.js');
    });
    await Promise.all([loadHanReadings(), loadHanReadings()]);
    await loadHanReadings();
    stop();
    assert.deepEqual([calls, notified, hanReadings.version], [2, 1, 1]);
    assert.deepEqual(found('zengwei'), ['曾伟']);
    assert.deepEqual(found('chongqing'), ['重庆']);
    assert.deepEqual(found('長城'), ['长城']);
    assert.deepEqual(sortByName([...contacts], 'en'), order);
  });
});
