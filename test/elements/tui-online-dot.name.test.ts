import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { setStrings } from '../../src/i18n/index.js';
import { A_WHILE, startPresence } from '../support/elements.js';
import { follow, followAna, makeDot, nameOf, roleOf } from '../support/online-dot.js';

describe('the accessible name of <tui-online-dot>', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('lang');
  });

  it('says that a stale status is the last known', async () => {
    const { environment, source, dot } = await followAna();
    source.drop();
    environment.draw();
    await dot.updateComplete;
    expect(dot.getAttribute('status')).to.equal('online');
    expect(dot.getAttribute('freshness')).to.equal('stale');
    expect(nameOf(dot)).to.equal('last known: online');
    await expect(dot).to.be.accessible();
    source.restore();
    await environment.pass(A_WHILE);
    await dot.updateComplete;
    expect(nameOf(dot)).to.equal('online');
  });

  it("contains the user's custom status", async () => {
    const { environment, source, dot } = await followAna();
    source.setStatus('ana', 'online', 'in a <b>meeting</b>');
    environment.draw();
    await dot.updateComplete;
    expect(nameOf(dot)).to.equal('online, in a <b>meeting</b>');
  });

  it('contains a custom status without control characters, cut to what a row shows', async () => {
    const { environment, source, dot } = await followAna();
    for (const [words, spoken] of [
      ['in\u0000 a\u202E call\u2066', 'online, in a call'],
      ['two\nlines', 'online, two lines'],
      ['\u202E\u0000', 'online'],
    ] as const) {
      source.setStatus('ana', 'online', words);
      environment.draw();
      await dot.updateComplete;
      expect(nameOf(dot)).to.equal(spoken);
    }
    source.setStatus('ana', 'online', 'x'.repeat(100_000));
    environment.draw();
    await dot.updateComplete;
    expect(nameOf(dot)!.length).to.be.below(200);
  });

  describe('and languages', () => {
    const LANGUAGES = [
      ['zh-CN', '在线'],
      ['zh-TW', '線上'],
      ['ja', 'オンライン'],
      ['ko', '온라인'],
      ['ar', 'متصل'],
      ['tlh', 'online'],
      ['', 'online'],
      ['nonsense!', 'online'],
    ] as const;
    for (const [lang, words] of LANGUAGES) {
      it(`is "${words}" in "${lang}"`, async () => {
        const parent = await fixture(
          html`<div lang=${lang}><tui-online-dot status="online"></tui-online-dot></div>`,
        );
        expect(nameOf(parent.firstElementChild!)).to.equal(words);
      });
    }

    it('follows the language of the page', async () => {
      const dot = await makeDot(html`<tui-online-dot status="online"></tui-online-dot>`);
      document.documentElement.lang = 'ja';
      await nextFrame();
      expect(nameOf(dot)).to.equal('オンライン');
    });

    it('is in the language around the dot, wherever it is moved', async () => {
      const { environment, source, dot } = await followAna();
      const part = await fixture<HTMLElement>(html`<div lang="ja"></div>`);
      part.append(dot);
      await dot.updateComplete;
      expect(nameOf(dot)).to.equal('オンライン');
      part.lang = 'ko';
      await nextFrame();
      expect(nameOf(dot)).to.equal('온라인');
      source.setStatus('ana', 'offline');
      environment.draw();
      await dot.updateComplete;
      expect(nameOf(dot)).to.equal('오프라인');
    });

    it('follows strings that the page sets', async () => {
      const dot = await makeDot(html`<tui-online-dot lang="pl" status="online"></tui-online-dot>`);
      setStrings('pl', { online: 'dostępna' });
      await dot.updateComplete;
      expect(nameOf(dot)).to.equal('dostępna');
    });
  });

  describe('and [label]', () => {
    it('is the label', async () => {
      const dot = await makeDot(
        html`<tui-online-dot status="online" label="Ana is here"></tui-online-dot>`,
      );
      expect(nameOf(dot)).to.equal('Ana is here');
      dot.label = null;
      await dot.updateComplete;
      expect(nameOf(dot)).to.equal('online');
    });

    it('is absent while the label is empty, and comes back', async () => {
      const dot = await makeDot(html`<tui-online-dot status="online" label=""></tui-online-dot>`);
      expect([roleOf(dot), nameOf(dot)]).to.deep.equal([null, null]);
      await expect(dot).to.be.accessible();
      dot.removeAttribute('label');
      await dot.updateComplete;
      expect([roleOf(dot), nameOf(dot)]).to.deep.equal(['img', 'online']);
    });

    it('leaves an aria-hidden of the page alone', async () => {
      const dot = await makeDot(
        html`<tui-online-dot status="online" aria-hidden="true"></tui-online-dot>`,
      );
      dot.label = 'Ana';
      await dot.updateComplete;
      expect(dot.getAttribute('aria-hidden')).to.equal('true');
    });
  });

  describe('and what the page writes', () => {
    it('keeps a role and a name from the markup', async () => {
      const dot = await makeDot(
        html`<tui-online-dot status="online" role="note" aria-label="Ana"></tui-online-dot>`,
      );
      dot.status = 'offline';
      await dot.updateComplete;
      expect(dot.getAttribute('role')).to.equal('note');
      expect(nameOf(dot)).to.equal('Ana');
    });

    it('keeps a name that is written later', async () => {
      const dot = await makeDot(html`<tui-online-dot status="online"></tui-online-dot>`);
      dot.setAttribute('aria-label', 'Ana');
      dot.status = 'offline';
      await dot.updateComplete;
      expect(nameOf(dot)).to.equal('Ana');
    });

    it('writes no name where the page wants a presentational image', async () => {
      const dot = await makeDot(
        html`<tui-online-dot status="online" role="presentation"></tui-online-dot>`,
      );
      expect(nameOf(dot)).to.equal(null);
    });

    it('is not added to by the dot', async () => {
      const { dot } = await followAna();
      expect(nameOf(dot)).to.equal('online');
      const names = dot.getAttributeNames().sort();
      expect(names).to.deep.equal(['freshness', 'status', 'user-id']);
    });
  });

  describe('of a copy', () => {
    const COPIES: Record<string, (dot: Element) => Element> = {
      cloneNode: (dot) => dot.cloneNode(true) as Element,
      innerHTML: (dot) => {
        const parent = document.createElement('div');
        parent.innerHTML = dot.outerHTML;
        return parent.firstElementChild!;
      },
      importNode: (dot) => {
        const template = document.createElement('template');
        template.innerHTML = dot.outerHTML;
        return document.importNode(template.content, true).firstElementChild!;
      },
    };
    for (const [way, copy] of Object.entries(COPIES)) {
      it(`by ${way} is that of its own user`, async () => {
        const { environment, source, controller, dot } = await followAna();
        source.setStatus('ben', 'offline');
        const other = copy(dot) as typeof dot;
        other.presence = controller;
        other.userId = 'ben';
        dot.parentElement!.append(other);
        await environment.pass(A_WHILE);
        await other.updateComplete;
        expect([nameOf(dot), nameOf(other)]).to.deep.equal(['online', 'offline']);
        source.setStatus('ben', 'online', 'back');
        environment.draw();
        await other.updateComplete;
        expect(nameOf(other)).to.equal('online, back');
        expect(roleOf(other)).to.equal('img');
      });
    }

    it('keeps a name that the page wrote', async () => {
      const { dot } = await followAna();
      dot.setAttribute('aria-label', 'Ana, my friend');
      const other = dot.cloneNode(true) as typeof dot;
      dot.parentElement!.append(other);
      await other.updateComplete;
      expect(nameOf(other)).to.equal('Ana, my friend');
    });
  });

  it('does not call a status last known that never was', async () => {
    const presence = startPresence();
    const dot = await follow('eva', presence.controller);
    await presence.environment.pass(A_WHILE);
    presence.source.drop();
    presence.environment.draw();
    await dot.updateComplete;
    expect(dot.getAttribute('freshness')).to.equal('stale');
    expect(nameOf(dot)).to.equal('status unknown');
  });
});
