import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byteLength, CUSTOM_STATUS_LIMIT } from '../../src/custom-status.js';
import * as choiceWords from '../../src/i18n/choice-words.js';
import { setStrings, shippedStrings, stringsFor } from '../../src/i18n/index.js';
import {
  customStatusText,
  knownWords,
  STATUS_CHOICES,
  wordsToSend,
} from '../../src/known-words.js';
import type { StatusChoice } from '../../src/known-words.js';
import { PresenceMap } from '../../src/presence-map.js';

const CHOICES = Object.keys(STATUS_CHOICES) as StatusChoice[];

/** Those in the main file, and those that a page loads by itself. */
const LOCALES = [...shippedStrings.keys(), ...Object.keys(choiceWords)];

describe('the words of a custom status', () => {
  it('are known in every language, whichever language they were set in, loaded or not', () => {
    assert.equal(LOCALES.length, 14);
    for (const locale of LOCALES) {
      for (const key of CHOICES) {
        const sent = wordsToSend(key, locale);
        assert.deepEqual(knownWords(sent), { key, status: STATUS_CHOICES[key] }, sent);
        for (const [reader, strings] of shippedStrings) {
          assert.equal(customStatusText(sent, strings), wordsToSend(key, reader));
        }
      }
    }
  });

  it('are sent in the language of the page', () => {
    assert.equal(wordsToSend('choice-meeting', 'de-CH'), 'In einer Besprechung');
    assert.equal(wordsToSend('choice-meeting', 'pt-PT'), 'Em reunião');
    assert.equal(wordsToSend('choice-meeting', 'zh-HK'), '會議中');
    assert.equal(wordsToSend('choice-meeting', 'nb'), 'In a meeting');
  });

  it('stand for one choice in all languages', () => {
    const meanings = new Map<string, string>();
    for (const locale of LOCALES) {
      for (const key of CHOICES) {
        const words = wordsToSend(key, locale).toLowerCase();
        assert.equal(meanings.get(words) ?? key, key, words);
        meanings.set(words, key);
      }
    }
  });

  it('fit into a custom status', () => {
    for (const locale of LOCALES) {
      for (const key of CHOICES) {
        assert.ok(byteLength(wordsToSend(key, locale)) <= CUSTOM_STATUS_LIMIT);
      }
    }
  });

  it('are known whatever their case, their width and the space around them', () => {
    assert.equal(knownWords(' IN A MEETING\n')?.key, 'choice-meeting');
    assert.equal(knownWords('Ｉｎ ａ ｍｅｅｔｉｎｇ')?.key, 'choice-meeting');
  });

  it("are the user's own otherwise", () => {
    const { strings } = stringsFor('ja');
    for (const words of ['In a meeting with Ana', 'meeting', '', 'constructor']) {
      assert.equal(knownWords(words), undefined, words);
      assert.equal(customStatusText(words, strings), words);
    }
  });

  it('are shown as the page has set them, and sent as all pages know them', () => {
    setStrings('nl', { 'choice-meeting': 'In vergadering' });
    assert.equal(customStatusText('会议中', stringsFor('nl').strings), 'In vergadering');
    assert.equal(wordsToSend('choice-meeting', stringsFor('nl').locale), 'In a meeting');
    assert.equal(knownWords('In vergadering'), undefined);
    setStrings('fr', { 'choice-meeting': 'Au travail' });
    assert.equal(customStatusText('In einer Besprechung', stringsFor('fr').strings), 'Au travail');
    assert.equal(wordsToSend('choice-meeting', stringsFor('fr').locale), 'En réunion');
  });
});

describe('a status with known words', () => {
  const statusOf = (statusType: number, customStatus: string, map = new PresenceMap()) => {
    map.apply({ userID: 'ana', statusType, customStatus }, 1, 0);
    return map.presenceOf('ana').status;
  };

  it('is busy or away in every language, without a `statusOf` of the page', () => {
    assert.equal(statusOf(1, 'In a meeting'), 'busy');
    assert.equal(statusOf(1, '勿扰'), 'online');
    assert.equal(statusOf(1, '请勿打扰'), 'busy');
    assert.equal(statusOf(1, '不在'), 'away');
    assert.equal(statusOf(1, 'سأعود بعد قليل'), 'away');
    assert.equal(statusOf(1, 'Available'), 'online');
    assert.equal(statusOf(1, 'In einer Besprechung'), 'busy');
    assert.equal(statusOf(1, 'Скоро вернусь'), 'away');
    assert.equal(statusOf(1, 'NE PAS DÉRANGER'), 'busy');
  });

  it('is what the service says for a user who is not online', () => {
    assert.equal(statusOf(2, 'In a meeting'), 'offline');
    assert.equal(statusOf(3, 'Out of office'), 'not-logged-in');
    assert.equal(statusOf(0, 'Out of office'), 'unknown');
  });

  it('is what the `statusOf` of the page says, if it says something', () => {
    const errors: unknown[] = [];
    const map = new PresenceMap((error) => errors.push(error));
    map.statusOf = (words) => (words === 'In a meeting' ? 'away' : undefined);
    assert.equal(statusOf(1, 'In a meeting', map), 'away');
    map.statusOf = () => undefined;
    assert.equal(map.presenceOf('ana').status, 'busy');
    map.statusOf = (_, status) => status;
    assert.equal(map.presenceOf('ana').status, 'online');
    map.statusOf = () => {
      throw new Error('no words');
    };
    assert.equal(map.presenceOf('ana').status, 'busy');
    assert.equal(errors.length, 1);
  });
});

describe('the length of a custom status', () => {
  it('is counted in bytes of UTF-8', () => {
    for (const text of ['', 'a', 'é', '会', '🎧', 'In a meeting 会议中 🎧', '\ud800', '\udc00a']) {
      assert.equal(byteLength(text), new TextEncoder().encode(text).length, text);
    }
  });
});
