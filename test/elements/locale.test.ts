import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { localeOf, observeLocale } from '../../elements/locale.js';
import { setStrings } from '../../src/words/index.js';

describe('localeOf', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('lang');
  });

  it('is that of the nearest ancestor with a lang', async () => {
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

  it('looks out through shadow roots', async () => {
    const outer = await fixture(html`<div lang="ja"><section></section></div>`);
    const section = outer.firstElementChild!;
    const middle = document.createElement('div');
    section.attachShadow({ mode: 'closed' }).append(middle);
    const inner = document.createElement('i');
    middle.attachShadow({ mode: 'open' }).append(inner);
    expect(localeOf(inner)).to.equal('ja');
  });

  it("is the document's at last, and empty without one", async () => {
    const element = await fixture(html`<i></i>`);
    expect(localeOf(element)).to.equal('');
    document.documentElement.lang = 'ar-EG';
    expect(localeOf(element)).to.equal('ar-EG');
    expect(localeOf(document.createElement('i'))).to.equal('');
  });
});

describe('observeLocale', () => {
  it('tells of a lang that changes and of words that are set, until it is stopped', async () => {
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

  it('uses one MutationObserver however many listen', () => {
    const Real = window.MutationObserver;
    let made = 0;
    window.MutationObserver = class extends Real {
      constructor(callback: MutationCallback) {
        super(callback);
        made += 1;
      }
    };
    try {
      const stops = [1, 2, 3].map(() => observeLocale(() => undefined));
      for (const stop of stops) stop();
      expect(made).to.equal(1);
    } finally {
      window.MutationObserver = Real;
    }
  });
});
