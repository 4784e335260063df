import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { observeStrings, plural, setStrings, stringsFor } from '../../../src/i18n/index.js';
import type { Strings } from '../../../src/i18n/index.js';

const english = stringsFor('en').strings;

// Each test has a language of its own, since strings that are set stay.
describe('setStrings', () => {
  it('adds a language that falls back to English', () => {
    setStrings('fr', { online: 'en ligne', unread: '{count} message non lu|{count} non lus' });
    const { locale, strings } = stringsFor('fr-CA');
    assert.equal(locale, 'fr-CA');
    assert.equal(strings.online, 'en ligne');
    assert.equal(strings.offline, 'offline');
    assert.equal(plural(strings.unread, 0, locale), '0 message non lu');
    assert.equal(plural(strings.unread, 2, locale), '2 non lus');
    assert.equal(stringsFor('fr').strings.online, 'en ligne');
    assert.equal(english.online, 'online');
  });

  it('adds a region on top of its language', () => {
    setStrings('pt', { online: 'online (pt)', offline: 'offline (pt)' });
    setStrings('pt-br', { online: 'online (br)' });
    const { locale, strings } = stringsFor('pt-BR');
    assert.equal(locale, 'pt-BR');
    assert.deepEqual([strings.online, strings.offline], ['online (br)', 'offline (pt)']);
    assert.equal(stringsFor('pt-PT').strings.online, 'online (pt)');
  });

  it('replaces single strings of a shipped language and keeps the rest', () => {
    setStrings('ja', { busy: '会議中' });
    setStrings('ja', { away: '外出中' });
    const { strings } = stringsFor('ja');
    assert.deepEqual(
      [strings.busy, strings.away, strings.online],
      ['会議中', '外出中', 'オンライン'],
    );
  });

  it('adds a region of Chinese on top of the shipped script', () => {
    setStrings('zh-HK', { online: '上線' });
    assert.deepEqual(
      [stringsFor('zh-HK').strings.online, stringsFor('zh-HK').strings.offline],
      ['上線', '離線'],
    );
    assert.equal(stringsFor('zh-MO').strings.online, '線上');
  });

  it('ignores values that are not strings', () => {
    const strings = { online: undefined, offline: 5, busy: null } as unknown as Partial<Strings>;
    setStrings('it', strings);
    assert.deepEqual(stringsFor('it').strings, english);
  });

  it('throws for a locale that is not a language tag', () => {
    assert.throws(() => setStrings('no language', {}), RangeError);
  });
});

describe('observeStrings', () => {
  it('calls back after every change until it is stopped', () => {
    let calls = 0;
    const stop = observeStrings(() => calls++);
    const other = observeStrings(() => {});
    setStrings('de', { online: 'online' });
    setStrings('de', {});
    assert.equal(calls, 2);
    stop();
    stop();
    setStrings('de', {});
    assert.equal(calls, 2);
    other();
  });

  it('calls back when the new strings can be read', () => {
    let seen = '';
    stringsFor('es');
    const stop = observeStrings(() => (seen = stringsFor('es').strings.online));
    setStrings('es', { online: 'en línea' });
    stop();
    assert.equal(seen, 'en línea');
  });

  it('calls the next listener when one throws, and reports the error', async () => {
    const surfaced = new Promise((resolve) => {
      const before = process.listeners('uncaughtException');
      process.removeAllListeners('uncaughtException');
      process.once('uncaughtException', (error) => {
        before.forEach((listener) => process.on('uncaughtException', listener));
        resolve(error);
      });
    });
    const error = new Error('a listener threw');
    let isCalled = false;
    const stops = [
      observeStrings(() => {
        throw error;
      }),
      observeStrings(() => (isCalled = true)),
    ];
    setStrings('nl', {});
    stops.forEach((stop) => stop());
    assert.ok(isCalled);
    assert.equal(await surfaced, error);
  });
});
