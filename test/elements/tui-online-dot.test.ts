import { expect, fixture, html } from '@open-wc/testing';
import { TuiOnlineDot } from '../../elements/tui-online-dot.js';
import { recordMutations } from '../support/elements.js';
import { hasBox, innerOf, makeDot, nameOf, roleOf, STATUSES } from '../support/online-dot.js';

describe('<tui-online-dot>', () => {
  it('is defined', () => {
    expect(document.createElement('tui-online-dot')).to.be.instanceOf(TuiOnlineDot);
  });

  for (const [status, words] of STATUSES) {
    it(`passes the accessibility audit while it shows ${status}`, async () => {
      const dot = await makeDot(html`<tui-online-dot status=${status}></tui-online-dot>`);
      expect(roleOf(dot)).to.equal('img');
      expect(nameOf(dot)).to.equal(words);
      await expect(dot).to.be.accessible();
    });
  }

  it('is hidden by its hidden attribute', async () => {
    const dot = await makeDot(html`<tui-online-dot status="online" hidden></tui-online-dot>`);
    expect(hasBox(dot)).to.be.false;
    dot.hidden = false;
    expect(hasBox(dot)).to.be.true;
  });

  it('takes properties that were set before it was defined', async () => {
    class LaterDot extends TuiOnlineDot {}
    const dot = document.createElement('later-dot') as LaterDot;
    Object.assign(dot, { status: 'busy', label: 'Ana' });
    const parent = await fixture(html`<div>${dot}</div>`);
    customElements.define('later-dot', LaterDot);
    customElements.upgrade(parent);
    await dot.updateComplete;
    expect(dot.getAttribute('status')).to.equal('busy');
    expect(nameOf(dot)).to.equal('Ana');
  });

  describe('[status] without a user-id', () => {
    for (const [status] of STATUSES) {
      it(`draws ${status}`, async () => {
        const dot = await makeDot(html`<tui-online-dot status=${status}></tui-online-dot>`);
        expect(hasBox(dot)).to.be.true;
        expect(dot.status).to.equal(status);
        expect(dot.getAttribute('freshness')).to.equal('none');
        const part = status === 'online' ? 'online' : 'offline';
        expect(innerOf(dot).part.value).to.equal(`dot online-status online-status-${part}`);
      });
    }

    it('follows the attribute and the property', async () => {
      const dot = await makeDot();
      expect(dot.getAttribute('status')).to.equal('unknown');
      dot.setAttribute('status', 'online');
      await dot.updateComplete;
      expect(nameOf(dot)).to.equal('online');
      dot.status = 'busy';
      await dot.updateComplete;
      expect(dot.getAttribute('status')).to.equal('busy');
      expect(innerOf(dot).part.contains('online-status-offline')).to.be.true;
      dot.removeAttribute('status');
      await dot.updateComplete;
      expect(dot.status).to.equal('unknown');
      expect(dot.getAttribute('status')).to.equal('unknown');
    });

    it('takes the last of attribute and property before the update', async () => {
      const dot = await makeDot();
      dot.setAttribute('status', 'online');
      expect(dot.status).to.equal('online');
      dot.status = 'busy';
      expect(dot.status).to.equal('busy');
      dot.setAttribute('status', 'away');
      expect(dot.status).to.equal('away');
      await dot.updateComplete;
      expect(dot.getAttribute('status')).to.equal('away');
      expect(nameOf(dot)).to.equal('away');
    });

    it('takes the last of attribute and property before it is in the page', async () => {
      const one = document.createElement('tui-online-dot');
      one.setAttribute('status', 'online');
      one.status = 'busy';
      const two = document.createElement('tui-online-dot');
      two.status = 'busy';
      two.setAttribute('status', 'online');
      await fixture(html`<div>${one}${two}</div>`);
      expect([one.getAttribute('status'), nameOf(one)]).to.deep.equal(['busy', 'busy']);
      expect([two.getAttribute('status'), nameOf(two)]).to.deep.equal(['online', 'online']);
    });

    for (const nonsense of ['', 'ONLINE', 'green', '<b>']) {
      it(`shows unknown for ${JSON.stringify(nonsense)}`, async () => {
        const dot = await makeDot(html`<tui-online-dot status=${nonsense}></tui-online-dot>`);
        expect(dot.status).to.equal('unknown');
        expect(dot.getAttribute('status')).to.equal('unknown');
        expect(nameOf(dot)).to.equal('status unknown');
        dot.status = nonsense as 'online';
        await dot.updateComplete;
        expect(dot.status).to.equal('unknown');
      });
    }

    it('leaves the document alone in an update without a change', async () => {
      const dot = await makeDot(html`<tui-online-dot status="away"></tui-online-dot>`);
      const mutations = recordMutations(dot);
      dot.status = 'away';
      dot.requestUpdate();
      await dot.updateComplete;
      expect(mutations.take()).to.be.empty;
    });
  });
});
