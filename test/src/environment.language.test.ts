import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserEnvironment, pageLanguage } from '../../src/environment.js';
import { FakeWindow } from '../support/fake-window.js';

describe('a page that changes its language', () => {
  it('is observed at its root element until the last observer stops', () => {
    const observers: [unknown, object, () => void][] = [];
    let stops = 0;
    class MutationObserver {
      readonly listener: () => void;
      constructor(listener: () => void) {
        this.listener = listener;
      }
      observe(target: unknown, options: object): void {
        observers.push([target, options, this.listener]);
      }
      disconnect(): void {
        stops += 1;
      }
    }
    const globals = Object.assign(new FakeWindow(), { MutationObserver });
    let notified = 0;
    const stop = browserEnvironment(globals).observeLanguage(() => (notified += 1));
    const [[target, options, listener] = []] = observers;
    assert.equal(target, globals.document.documentElement);
    assert.deepEqual(options, { attributeFilter: ['lang'] });
    listener!();
    assert.equal(notified, 1);
    stop();
    assert.equal(stops, 1);
  });

  it('is no matter where nothing can be watched', () => {
    for (const globals of [{}, new FakeWindow()]) {
      browserEnvironment(globals).observeLanguage(() => assert.fail())();
    }
  });
});

describe('pageLanguage', () => {
  it('is the language of the document', () => {
    const globals = new FakeWindow();
    globals.document.documentElement.lang = 'ko';
    assert.equal(pageLanguage(globals), 'ko');
  });

  it("is the first of the browser's that has strings where the document has none", () => {
    const globals = new FakeWindow();
    Object.assign(globals.navigator, { languages: ['nb', 'ja-JP', 'en'] });
    for (const lang of ['', 'x-default', 'und']) {
      globals.document.documentElement.lang = lang;
      assert.equal(pageLanguage(globals), 'ja-JP');
    }
    Object.assign(globals.navigator, { languages: ['nb', 'nn'] });
    assert.equal(pageLanguage(globals), 'nb');
    assert.equal(pageLanguage({ navigator: { languages: ['ja-JP'] } }), undefined);
  });

  it('is not known of a document without one, nor without a document', () => {
    assert.equal(pageLanguage(new FakeWindow()), undefined);
    assert.equal(pageLanguage({}), undefined);
    assert.equal(pageLanguage(), undefined);
  });
});
