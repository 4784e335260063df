import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { localeOf, observeLocale } from '../../elements/locale.js';
import { setStrings } from '../../src/i18n/index.js';

describe('localeOf', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('lang');
  });

  it('is the lang of the nearest ancestor that has one', async () => {
    const parent = await fixture(
      html`<div lang="fr">
        <p lang="ko"><i></i></p>
        <b></b>
      </div>`,
    );
    expect(localeOf(parent.querySelector('i')!)).to.equal('ko');
    expect(localeOf(parent.querySelector('p')!)).to.equal('ko');
    expect(localeOf(parent.querySelector('b')!)).to.equal('fr');
  });

  it('continues outside shadow roots', async () => {
    const outer = await fixture(html`<div lang="ja"><section></section></div>`);
    const section = outer.firstElementChild!;
    const middle = document.createElement('div');
    section.attachShadow({ mode: 'closed' }).append(middle);
    const inner = document.createElement('i');
    middle.attachShadow({ mode: 'open' }).append(inner);
    expect(localeOf(inner)).to.equal('ja');
  });

  it("is the document's without such an ancestor, and the browser's without either", async () => {
    const element = await fixture(html`<i></i>`);
    expect(localeOf(element)).to.equal(navigator.languages[0]);
    document.documentElement.lang = 'ar-EG';
    expect(localeOf(element)).to.equal('ar-EG');
    expect(localeOf(document.createElement('i'))).to.equal('ar-EG');
  });

  it('is that of the page where the nearest one names no language', async () => {
    for (const lang of ['', 'x-default', 'und', 'not a language']) {
      const parent = await fixture(html`<div lang=${lang}><i></i></div>`);
      const inner = parent.querySelector('i')!;
      document.documentElement.lang = 'ja';
      expect(localeOf(inner), lang).to.equal('ja');
      document.documentElement.lang = lang;
      expect(localeOf(inner), lang).to.equal(navigator.languages[0]);
      document.documentElement.removeAttribute('lang');
    }
  });

  it("is the first of the browser's that has strings", async () => {
    const element = await fixture(html`<i></i>`);
    Object.defineProperty(navigator, 'languages', { value: ['nb', 'ko-KR'], configurable: true });
    try {
      expect(localeOf(element)).to.equal('ko-KR');
    } finally {
      delete (navigator as { languages?: unknown }).languages;
    }
  });
});

describe('observeLocale', () => {
  it('calls back after a lang or the strings have changed, until it is stopped', async () => {
    const parent = await fixture(html`<div><i></i></div>`);
    let calls = 0;
    const stop = observeLocale(() => {
      calls += 1;
    });
    parent.setAttribute('lang', 'ko');
    await nextFrame();
    expect(calls).to.equal(1);
    setStrings('pl', { offline: 'niedostępna' });
    expect(calls).to.equal(2);
    parent.setAttribute('title', 'ko');
    await nextFrame();
    expect(calls).to.equal(2);
    stop();
    stop();
    parent.setAttribute('lang', 'ja');
    setStrings('pl', { offline: 'poza siecią' });
    await nextFrame();
    expect(calls).to.equal(2);
  });
});
