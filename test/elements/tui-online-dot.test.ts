import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../elements/define/tui-online-dot.js';
import { TuiOnlineDot } from '../../elements/tui-online-dot.js';
import type { PresenceController } from '../../src/presence-controller.js';
import type { Presence, PresenceStatus } from '../../src/presence.js';
import { setStrings } from '../../src/words/index.js';
import { A_WHILE, recordMutations, startPresence } from '../support/elements.js';

const STATUSES: [PresenceStatus, string][] = [
  ['online', 'online'],
  ['offline', 'offline'],
  ['not-logged-in', 'not logged in'],
  ['unknown', 'status unknown'],
  ['away', 'away'],
  ['busy', 'busy'],
];

const follow = (userID: string, controller: PresenceController) =>
  fixture<TuiOnlineDot>(
    html`<tui-online-dot user-id=${userID} .presence=${controller}></tui-online-dot>`,
  );

const inner = (dot: TuiOnlineDot) => dot.shadowRoot!.querySelector('span')!;
const name = (dot: Element) => dot.getAttribute('aria-label');
/** Counts from now on how often the dot asks for an update, in place of it. */
const countUpdates = (dot: TuiOnlineDot): { count: number } => {
  const asked = { count: 0 };
  dot.requestUpdate = () => void (asked.count += 1);
  return asked;
};
const takesRoom = (dot: Element) => dot.getClientRects().length > 0;
const known = (status: PresenceStatus, freshness: Presence['freshness'] = 'live'): Presence => ({
  status,
  freshness,
  customStatus: '',
});

describe('<tui-online-dot>', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('lang');
  });

  it('is defined', () => {
    expect(document.createElement('tui-online-dot')).to.be.instanceOf(TuiOnlineDot);
  });

  it('follows the shared controller of the page, which has its statuses off', async () => {
    const dot = await fixture<TuiOnlineDot>(html`<tui-online-dot user-id="ana"></tui-online-dot>`);
    expect(takesRoom(dot)).to.be.false;
    expect(dot.status).to.equal('unknown');
  });

  describe('[status] set by the page', () => {
    for (const [status, words] of STATUSES) {
      it(`shows, names and styles ${status}`, async () => {
        const dot = await fixture<TuiOnlineDot>(
          html`<tui-online-dot status=${status}></tui-online-dot>`,
        );
        const parts = `online-status-${status === 'online' ? 'online' : 'offline'}`;
        expect(takesRoom(dot)).to.be.true;
        expect(dot.status).to.equal(status);
        expect(dot.getAttribute('role')).to.equal('img');
        expect(name(dot)).to.equal(words);
        expect(inner(dot).getAttribute('part')).to.equal(`dot online-status ${parts}`);
        const own = ['online', 'offline'].includes(status) ? '' : ` ${status}`;
        expect(inner(dot).className).to.equal(`dot online-status ${parts}${own}`);
        await expect(dot).to.be.accessible();
      });
    }

    it('draws every status but two differently, without colour too', async () => {
      const pictures = new Set<string>();
      for (const [status] of STATUSES) {
        const dot = await fixture<TuiOnlineDot>(
          html`<tui-online-dot status=${status}></tui-online-dot>`,
        );
        const { backgroundImage, backgroundColor, clipPath } = getComputedStyle(inner(dot));
        const isFilled = backgroundColor !== 'rgba(0, 0, 0, 0)';
        pictures.add(
          [backgroundImage.replace(/rgb\([^)]*\)/g, 'colour'), isFilled, clipPath].join(),
        );
      }
      // Not logged in is a kind of offline.
      expect(pictures.size).to.equal(STATUSES.length - 1);
    });

    it('follows the attribute and the property', async () => {
      const dot = await fixture<TuiOnlineDot>(html`<tui-online-dot></tui-online-dot>`);
      expect(dot.getAttribute('status')).to.equal('unknown');
      dot.setAttribute('status', 'online');
      await dot.updateComplete;
      expect(name(dot)).to.equal('online');
      dot.status = 'busy';
      await dot.updateComplete;
      expect(dot.getAttribute('status')).to.equal('busy');
      expect(inner(dot).part.contains('online-status-offline')).to.be.true;
      dot.removeAttribute('status');
      expect(dot.status).to.equal('unknown');
      await dot.updateComplete;
      expect(dot.getAttribute('status')).to.equal('unknown');
    });

    it('takes what came last, the attribute or the property, before there is an update', async () => {
      const dot = await fixture<TuiOnlineDot>(html`<tui-online-dot></tui-online-dot>`);
      dot.setAttribute('status', 'online');
      expect(dot.status).to.equal('online');
      dot.status = 'busy';
      expect(dot.status).to.equal('busy');
      dot.setAttribute('status', 'away');
      expect(dot.status).to.equal('away');
      await dot.updateComplete;
      expect(dot.getAttribute('status')).to.equal('away');
      expect(name(dot)).to.equal('away');
    });

    it('takes what came last before it is in the page', async () => {
      const one = document.createElement('tui-online-dot');
      one.setAttribute('status', 'online');
      one.status = 'busy';
      const two = document.createElement('tui-online-dot');
      two.status = 'busy';
      two.setAttribute('status', 'online');
      await fixture(html`<div>${one}${two}</div>`);
      expect([one.getAttribute('status'), name(one)]).to.deep.equal(['busy', 'busy']);
      expect([two.getAttribute('status'), name(two)]).to.deep.equal(['online', 'online']);
    });

    it('has its role and its name back when the page takes them away', async () => {
      const dot = await fixture<TuiOnlineDot>(
        html`<tui-online-dot status="away"></tui-online-dot>`,
      );
      dot.removeAttribute('role');
      dot.removeAttribute('aria-label');
      await dot.updateComplete;
      expect(dot.getAttribute('role')).to.equal('img');
      expect(name(dot)).to.equal('away');
    });

    for (const nonsense of ['', 'ONLINE', 'green', '<b>']) {
      it(`takes ${JSON.stringify(nonsense)} for unknown`, async () => {
        const dot = await fixture<TuiOnlineDot>(
          html`<tui-online-dot status=${nonsense}></tui-online-dot>`,
        );
        expect(dot.status).to.equal('unknown');
        expect(dot.getAttribute('status')).to.equal('unknown');
        expect(name(dot)).to.equal('status unknown');
      });
    }
  });

  describe('[user-id]', () => {
    it('shows what the controller learns, in its frame', async () => {
      const { page, source, controller } = startPresence();
      const dot = await follow('ana', controller);
      expect(dot.getAttribute('status')).to.equal('unknown');
      expect(dot.getAttribute('freshness')).to.equal('none');
      await page.pass(A_WHILE);
      const updates = countUpdates(dot);
      source.setStatus('ana', 'online');
      page.draw();
      expect(dot.getAttribute('status')).to.equal('online');
      expect(dot.getAttribute('freshness')).to.equal('live');
      expect(dot.freshness).to.equal('live');
      expect(inner(dot).part.contains('online-status-online')).to.be.true;
      expect(name(dot)).to.equal('online');
      expect(updates.count).to.equal(0);
    });

    it('changes nothing when another user changes, and nothing when nothing has changed', async () => {
      const { page, source, controller } = startPresence();
      const dot = await follow('ana', controller);
      const other = await follow('ben', controller);
      await page.pass(A_WHILE);
      source.setStatus('ana', 'online');
      await page.pass(A_WHILE);
      const mutations = recordMutations(dot);
      source.setStatus('ben', 'online');
      source.setStatus('ana', 'online');
      await page.pass(A_WHILE);
      dot.requestUpdate();
      await dot.updateComplete;
      expect(other.status).to.equal('online');
      expect(mutations.take()).to.be.empty;
    });

    it('catches up after a move, without a call', async () => {
      const { page, source, controller } = startPresence();
      const dot = await follow('ana', controller);
      await page.pass(A_WHILE);
      const { subscribeCalls, unsubscribeCalls, queryCalls } = controller.stats;
      dot.remove();
      source.setStatus('ana', 'online');
      page.draw();
      expect(dot.status).to.equal('unknown');
      await fixture(html`<div>${dot}</div>`);
      expect(dot.status).to.equal('online');
      await page.pass(100);
      expect(controller.stats).to.include({ subscribeCalls, unsubscribeCalls, queryCalls });
    });

    it('follows another user', async () => {
      const { page, source, controller } = startPresence();
      source.setStatus('ana', 'online');
      source.setStatus('ben', 'offline');
      const dot = await follow('ana', controller);
      await page.pass(A_WHILE);
      dot.userId = 'ben';
      await page.pass(A_WHILE);
      expect(dot.getAttribute('user-id')).to.equal('ben');
      expect(dot.status).to.equal('offline');
      expect(controller.stats.observed).to.equal(1);
    });

    it('shows nothing of the user before when it is told of them once more', async () => {
      const { page, source, controller } = startPresence();
      source.setStatus('ana', 'online');
      const seen: string[] = [];
      // Whoever observes last is told first.
      controller.observe('ana', () => seen.push(dot.status));
      const dot = await follow('ana', controller);
      await page.pass(A_WHILE);
      const stop = controller.observe('ana', () => (dot.userId = 'ben'));
      seen.length = 0;
      source.setStatus('ana', 'offline');
      page.draw();
      expect(seen).to.deep.equal(['unknown']);
      stop();
    });

    it('keeps its status when it is told the same user again', async () => {
      const { page, source, controller } = startPresence();
      source.setStatus('ana', 'online');
      const dot = await follow('ana', controller);
      await page.pass(A_WHILE);
      dot.userId = 'ana';
      expect(dot.status).to.equal('online');
    });

    it('gives the status back to the page when it is taken away', async () => {
      const { page, source, controller } = startPresence();
      source.setStatus('ana', 'online');
      const dot = await follow('ana', controller);
      await page.pass(A_WHILE);
      dot.removeAttribute('user-id');
      await dot.updateComplete;
      expect(dot.getAttribute('status')).to.equal('unknown');
      expect(dot.getAttribute('freshness')).to.equal('none');
      expect(controller.stats.observed).to.equal(0);
      dot.status = 'away';
      await dot.updateComplete;
      expect(dot.getAttribute('status')).to.equal('away');
    });

    for (const [how, write] of Object.entries<(dot: TuiOnlineDot) => void>({
      'writes over its attribute': (dot) => dot.setAttribute('status', 'busy'),
      'takes its attribute away': (dot) => dot.removeAttribute('status'),
      'sets its property': (dot) => (dot.status = 'away'),
      'does all of that': (dot) => {
        dot.removeAttribute('status');
        dot.status = 'away';
        dot.setAttribute('status', 'busy');
      },
    })) {
      it(`keeps its status when the page ${how}`, async () => {
        const { page, source, controller } = startPresence();
        source.setStatus('ana', 'online');
        const dot = await follow('ana', controller);
        await page.pass(A_WHILE);
        write(dot);
        expect(dot.status).to.equal('online');
        await dot.updateComplete;
        expect(dot.getAttribute('status')).to.equal('online');
      });
    }

    it('takes a status from the page that lets it follow nobody any more', async () => {
      const { page, source, controller } = startPresence();
      source.setStatus('ana', 'online');
      const dot = await follow('ana', controller);
      await page.pass(A_WHILE);
      dot.removeAttribute('user-id');
      dot.setAttribute('status', 'busy');
      await dot.updateComplete;
      expect(dot.status).to.equal('busy');
      expect(name(dot)).to.equal('busy');
    });

    for (const label of [undefined, 'Ana', '']) {
      it(`gives back what the page takes away, labelled ${String(label)}`, async () => {
        const { page, source, controller } = startPresence();
        source.setStatus('ana', 'online');
        const dot = await follow('ana', controller);
        dot.label = label;
        await page.pass(A_WHILE);
        await dot.updateComplete;
        // A name that nobody hears need not come back.
        const heard = label === '' ? ['aria-hidden'] : ['aria-hidden', 'role', 'aria-label'];
        const given = (): (string | null)[] =>
          ['status', 'freshness', ...heard].map((each) => dot.getAttribute(each));
        const before = given();
        // As libraries do that make a page what its server has drawn anew.
        for (const each of dot.getAttributeNames()) {
          if (each !== 'user-id') dot.removeAttribute(each);
        }
        await dot.updateComplete;
        expect(before).to.include('live');
        expect(given()).to.deep.equal(before);
        expect(dot.offsetWidth).to.equal(12);
      });
    }

    for (const nonsense of [null, undefined, 7, {}, [], '']) {
      it(`follows nobody for ${JSON.stringify(nonsense)}`, async () => {
        const { controller } = startPresence();
        const dot = await follow('ana', controller);
        dot.userId = nonsense as string;
        await dot.updateComplete;
        expect(dot.userId).to.equal('');
        expect(dot.status).to.equal('unknown');
        expect(controller.stats.observed).to.equal(0);
      });
    }

    for (const odd of [
      '<img src=x onerror=alert(1)>',
      '"\'`',
      '\u202eana',
      '🐈‍⬛',
      'a'.repeat(5000),
    ]) {
      it(`follows a user named ${JSON.stringify(odd.slice(0, 30))}`, async () => {
        const { page, source, controller } = startPresence();
        source.setStatus(odd, 'online');
        const dot = await follow(odd, controller);
        await page.pass(A_WHILE);
        expect(dot.userId).to.equal(odd);
        expect(dot.status).to.equal('online');
      });
    }

    it('takes properties that were set before it was defined', async () => {
      const { page, source, controller } = startPresence();
      source.setStatus('ana', 'online');
      class LaterDot extends TuiOnlineDot {}
      const dot = document.createElement('later-dot') as LaterDot;
      Object.assign(dot, { userId: 'ana', presence: controller });
      const parent = await fixture(html`<div>${dot}</div>`);
      customElements.define('later-dot', LaterDot);
      customElements.upgrade(parent);
      await page.pass(A_WHILE);
      expect(dot.status).to.equal('online');
      expect(dot.getAttribute('user-id')).to.equal('ana');
    });
  });

  describe('.presence', () => {
    it('switches to another controller', async () => {
      const one = startPresence();
      const two = startPresence();
      two.source.setStatus('ana', 'online');
      const dot = await follow('ana', one.controller);
      dot.presence = two.controller;
      await two.page.pass(A_WHILE);
      expect(dot.status).to.equal('online');
      expect(one.controller.stats.observed).to.equal(0);
      expect(one.controller.listeners).to.equal(0);
    });

    it('has no listener left after the dots are removed', async () => {
      const { controller } = startPresence();
      const dots = await Promise.all(['ana', 'ben', 'cy'].map((user) => follow(user, controller)));
      expect(controller.stats.observed).to.equal(3);
      const { listeners } = controller;
      expect(listeners).to.be.greaterThan(0);
      dots.push(await follow('dot', controller));
      expect(controller.listeners, 'a fourth dot adds none').to.equal(listeners);
      for (const dot of dots) dot.remove();
      expect(controller.stats.observed).to.equal(0);
      expect(controller.listeners).to.equal(0);
    });

    it('observes nobody when it is removed before its first update', async () => {
      const { controller } = startPresence();
      const dot = document.createElement('tui-online-dot');
      dot.userId = 'ana';
      dot.presence = controller;
      document.body.append(dot);
      dot.remove();
      await dot.updateComplete;
      expect(controller.stats.observed).to.equal(0);
      expect(controller.listeners).to.equal(0);
    });
  });

  describe('while statuses are off', () => {
    it('takes no room, whatever display the page gives it', async () => {
      const { page, source, controller } = startPresence({ displayOnlineStatus: false });
      source.setStatus('ana', 'online');
      const dot = await follow('ana', controller);
      const style = document.createElement('style');
      style.textContent = 'tui-online-dot { display: block }';
      dot.before(style);
      await page.pass(A_WHILE);
      expect(takesRoom(dot)).to.be.false;
      expect(dot.status).to.equal('unknown');
      controller.switchUserStatus({ displayOnlineStatus: true });
      expect(takesRoom(dot)).to.be.true;
      await page.pass(A_WHILE);
      expect(dot.status).to.equal('online');
      controller.switchUserStatus({ displayOnlineStatus: false });
      expect(takesRoom(dot)).to.be.false;
      page.draw();
      expect(dot.status).to.equal('unknown');
      expect(dot.hasAttribute('status')).to.be.false;
    });

    it('stays when the page sets its status', async () => {
      const { controller } = startPresence({ displayOnlineStatus: false });
      const dot = await fixture<TuiOnlineDot>(
        html`<tui-online-dot status="online" .presence=${controller}></tui-online-dot>`,
      );
      expect(takesRoom(dot)).to.be.true;
    });
  });

  describe('its spoken name', () => {
    it('says when the status is the last one known', async () => {
      const { page, source, controller } = startPresence();
      source.setStatus('ana', 'online');
      const dot = await follow('ana', controller);
      await page.pass(A_WHILE);
      source.drop();
      page.draw();
      expect(dot.getAttribute('status')).to.equal('online');
      expect(dot.getAttribute('freshness')).to.equal('stale');
      expect(name(dot)).to.equal('last known: online');
      await expect(dot).to.be.accessible();
      source.restore();
      await page.pass(A_WHILE);
      expect(name(dot)).to.equal('online');
    });

    it("has the user's own words", async () => {
      const { page, source, controller } = startPresence();
      source.setStatus('ana', 'online', 'in a <b>meeting</b>');
      const dot = await follow('ana', controller);
      await page.pass(A_WHILE);
      expect(name(dot)).to.equal('online, in a <b>meeting</b>');
    });

    const LANGUAGES = [
      ['zh-CN', '在线'],
      ['zh-TW', '在線'],
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
        expect(name(parent.firstElementChild!)).to.equal(words);
      });
    }

    it('follows the language of the page', async () => {
      const dot = await fixture<TuiOnlineDot>(
        html`<tui-online-dot status="online"></tui-online-dot>`,
      );
      document.documentElement.lang = 'ja';
      await nextFrame();
      expect(name(dot)).to.equal('オンライン');
    });

    it('is in the language of where the dot is, wherever it is moved', async () => {
      const { page, source, controller } = startPresence();
      source.setStatus('ana', 'online');
      const dot = await follow('ana', controller);
      await page.pass(A_WHILE);
      const part = await fixture(html`<div lang="ja"></div>`);
      part.append(dot);
      await dot.updateComplete;
      expect(name(dot)).to.equal('オンライン');
      (part as HTMLElement).lang = 'ko';
      await nextFrame();
      expect(name(dot)).to.equal('온라인');
      source.setStatus('ana', 'offline');
      page.draw();
      expect(name(dot)).to.equal('오프라인');
    });

    it('follows words that the page sets', async () => {
      const dot = await fixture<TuiOnlineDot>(
        html`<tui-online-dot lang="pl" status="online"></tui-online-dot>`,
      );
      setStrings('pl', { online: 'dostępna' });
      expect(name(dot)).to.equal('dostępna');
    });

    it('is the label instead', async () => {
      const dot = await fixture<TuiOnlineDot>(
        html`<tui-online-dot status="online" label="Ana is here"></tui-online-dot>`,
      );
      expect(name(dot)).to.equal('Ana is here');
      dot.label = null;
      await dot.updateComplete;
      expect(name(dot)).to.equal('online');
    });

    it('is left out when the label is empty, and comes back', async () => {
      const dot = await fixture<TuiOnlineDot>(
        html`<tui-online-dot status="online" label=""></tui-online-dot>`,
      );
      expect(dot.getAttribute('aria-hidden')).to.equal('true');
      expect(dot.hasAttribute('role')).to.be.false;
      dot.removeAttribute('label');
      await dot.updateComplete;
      expect(dot.hasAttribute('aria-hidden')).to.be.false;
      expect(name(dot)).to.equal('online');
    });

    it('leaves a role and a name that the page gave', async () => {
      const dot = await fixture<TuiOnlineDot>(
        html`<tui-online-dot status="online" role="note" aria-label="Ana"></tui-online-dot>`,
      );
      dot.status = 'offline';
      await dot.updateComplete;
      expect(dot.getAttribute('role')).to.equal('note');
      expect(name(dot)).to.equal('Ana');
    });

    it('leaves a name that the page gives later', async () => {
      const dot = await fixture<TuiOnlineDot>(
        html`<tui-online-dot status="online"></tui-online-dot>`,
      );
      dot.setAttribute('aria-label', 'Ana');
      dot.status = 'offline';
      await dot.updateComplete;
      expect(name(dot)).to.equal('Ana');
    });

    it('is none where the page wants a mere picture', async () => {
      const dot = await fixture<TuiOnlineDot>(
        html`<tui-online-dot status="online" role="presentation"></tui-online-dot>`,
      );
      expect(name(dot)).to.equal(null);
    });
  });

  describe('its look', () => {
    it('can be changed by parts and custom properties', async () => {
      const parent = await fixture(html`
        <div>
          <style>
            .mine {
              --tui-online-dot-size: 20px;
              --tui-online-color: rgb(1, 2, 3);
            }
            .mine::part(online-status-offline) {
              opacity: 0.5;
            }
          </style>
          <tui-online-dot class="mine" status="online"></tui-online-dot>
          <tui-online-dot class="mine" status="offline" label=""></tui-online-dot>
        </div>
      `);
      const [online, offline] = parent.querySelectorAll('tui-online-dot');
      expect(online!.getBoundingClientRect().width).to.equal(20);
      expect(online!.getBoundingClientRect().height).to.equal(20);
      expect(getComputedStyle(inner(online!)).color).to.equal('rgb(1, 2, 3)');
      expect(getComputedStyle(inner(offline!)).opacity).to.equal('0.5');
    });

    it('has colours for dark pages', async () => {
      const parent = await fixture(html`
        <div>
          <style>
            .night {
              color-scheme: dark;
            }
          </style>
          <tui-online-dot status="online"></tui-online-dot>
          <tui-online-dot class="night" status="online"></tui-online-dot>
        </div>
      `);
      const colors = [...parent.querySelectorAll('tui-online-dot')].map(
        (dot) => getComputedStyle(inner(dot)).color,
      );
      expect(colors).to.deep.equal(['rgb(15, 145, 80)', 'rgb(58, 208, 127)']);
    });

    it('is the same size whatever it shows, and of one box that fills it', async () => {
      const dot = await fixture<TuiOnlineDot>(html`<tui-online-dot></tui-online-dot>`);
      for (const [status] of STATUSES) {
        dot.show('ana', known(status, 'stale'));
        const { width, height } = dot.getBoundingClientRect();
        const box = inner(dot).getBoundingClientRect();
        expect([width, height, box.width, box.height], status).to.deep.equal([12, 12, 12, 12]);
      }
    });

    it('shares one style sheet and needs no inline style', async () => {
      const one = await fixture<TuiOnlineDot>(html`<tui-online-dot></tui-online-dot>`);
      const two = await fixture<TuiOnlineDot>(html`<tui-online-dot></tui-online-dot>`);
      expect(one.shadowRoot!.adoptedStyleSheets).to.deep.equal(two.shadowRoot!.adoptedStyleSheets);
      expect(one.shadowRoot!.adoptedStyleSheets.length).to.equal(1);
      expect(one.shadowRoot!.querySelectorAll('style, [style]').length).to.equal(0);
    });
  });

  describe('show()', () => {
    it('shows a presence at once and observes nobody', async () => {
      const { controller } = startPresence();
      const dot = await fixture<TuiOnlineDot>(
        html`<tui-online-dot label="" .presence=${controller}></tui-online-dot>`,
      );
      dot.show('ana', known('online'));
      expect(dot.userId).to.equal('ana');
      expect(dot.getAttribute('user-id')).to.equal('ana');
      expect(dot.getAttribute('status')).to.equal('online');
      expect(dot.getAttribute('freshness')).to.equal('live');
      expect(inner(dot).part.contains('online-status-online')).to.be.true;
      await dot.updateComplete;
      const updates = countUpdates(dot);
      dot.show('ben', known('offline', 'snapshot'));
      expect(updates.count).to.equal(0);
      expect(dot.getAttribute('user-id')).to.equal('ben');
      expect(dot.getAttribute('status')).to.equal('offline');
      expect(controller.stats.observed).to.equal(0);
      expect(controller.listeners).to.equal(0);
    });

    it('works before the dot is in the page, and survives being put there', async () => {
      const dot = document.createElement('tui-online-dot');
      dot.show('ana', known('online'));
      await fixture(html`<div>${dot}</div>`);
      await dot.updateComplete;
      expect(dot.status).to.equal('online');
      expect(inner(dot).part.contains('online-status-online')).to.be.true;
    });

    it('takes no room without a presence', async () => {
      const dot = await fixture<TuiOnlineDot>(html`<tui-online-dot></tui-online-dot>`);
      dot.show('ana', undefined);
      expect(takesRoom(dot)).to.be.false;
      dot.show('ana', known('offline'));
      expect(takesRoom(dot)).to.be.true;
    });

    it('changes nothing when it shows the same again', async () => {
      const dot = await fixture<TuiOnlineDot>(html`<tui-online-dot></tui-online-dot>`);
      dot.show('ana', known('online'));
      await dot.updateComplete;
      const mutations = recordMutations(dot);
      dot.show('ana', known('online'));
      await dot.updateComplete;
      expect(mutations.take()).to.be.empty;
    });

    it('leaves it to the list to say what it shows', async () => {
      const dot = document.createElement('tui-online-dot');
      dot.show('ana', known('away', 'stale'));
      await fixture(html`<div>${dot}</div>`);
      await dot.updateComplete;
      expect(dot.hasAttribute('role')).to.be.false;
      expect(dot.hasAttribute('aria-label')).to.be.false;
    });
  });
});
