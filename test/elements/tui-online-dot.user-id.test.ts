import { expect, fixture, html } from '@open-wc/testing';
import { TuiOnlineDot } from '../../elements/tui-online-dot.js';
import { A_WHILE, recordMutations, startPresence } from '../support/elements.js';
import { follow, followAna, hasBox, innerOf, makeDot, nameOf } from '../support/online-dot.js';

describe('<tui-online-dot user-id>', () => {
  it('shows what the controller learns, in its frame', async () => {
    const { environment, source, controller } = startPresence();
    const dot = await follow('ana', controller);
    expect(dot.getAttribute('status')).to.equal('unknown');
    expect(dot.getAttribute('freshness')).to.equal('none');
    await environment.pass(A_WHILE);
    source.setStatus('ana', 'online');
    environment.draw();
    await dot.updateComplete;
    expect(dot.status).to.equal('online');
    expect(dot.freshness).to.equal('live');
    expect(dot.getAttribute('status')).to.equal('online');
    expect(dot.getAttribute('freshness')).to.equal('live');
    expect(innerOf(dot).part.contains('online-status-online')).to.be.true;
    expect(nameOf(dot)).to.equal('online');
  });

  it('is not updated when another user changes', async () => {
    const { environment, source, controller, dot } = await followAna();
    const other = await follow('ben', controller);
    await environment.pass(A_WHILE);
    source.setStatus('ben', 'online');
    environment.draw();
    expect(other.isUpdatePending).to.be.true;
    expect(dot.isUpdatePending).to.be.false;
  });

  it('leaves the document alone in an update without a change', async () => {
    const { environment, source, dot } = await followAna();
    const mutations = recordMutations(dot);
    source.setStatus('ana', 'online');
    await environment.pass(A_WHILE);
    dot.requestUpdate();
    await dot.updateComplete;
    expect(mutations.take()).to.be.empty;
  });

  it('catches up after a move, without a call', async () => {
    const { environment, source, controller, dot } = await followAna();
    const { subscribeCalls, unsubscribeCalls, queryCalls } = controller.stats;
    dot.remove();
    source.setStatus('ana', 'offline');
    environment.draw();
    expect(dot.status).to.equal('online');
    await fixture(html`<div>${dot}</div>`);
    expect(dot.status).to.equal('offline');
    await environment.pass(100);
    expect(controller.stats).to.include({ subscribeCalls, unsubscribeCalls, queryCalls });
  });

  it('follows another user', async () => {
    const { environment, source, controller, dot } = await followAna();
    source.setStatus('ben', 'offline');
    dot.userId = 'ben';
    await environment.pass(A_WHILE);
    await dot.updateComplete;
    expect(dot.getAttribute('user-id')).to.equal('ben');
    expect(dot.status).to.equal('offline');
    expect(controller.stats.observed).to.equal(1);
  });

  it('never shows the status of the previous user', async () => {
    const { environment, source, controller, dot } = await followAna();
    controller.observe('ana', () => (dot.userId = 'ben'));
    await environment.pass(A_WHILE);
    source.setStatus('ana', 'offline');
    const mutations = recordMutations(dot);
    environment.draw();
    await dot.updateComplete;
    expect([dot.status, dot.getAttribute('status')]).to.deep.equal(['unknown', 'unknown']);
    const written = mutations.take().filter((each) => each.attributeName === 'status');
    expect(written).to.have.lengthOf(1);
  });

  it('keeps its status when it is given the same user again', async () => {
    const { dot } = await followAna();
    const mutations = recordMutations(dot);
    dot.userId = 'ana';
    await dot.updateComplete;
    dot.setAttribute('user-id', 'ana');
    await dot.updateComplete;
    expect(dot.status).to.equal('online');
    const written = mutations.take().map((each) => each.attributeName);
    expect(new Set(written)).to.deep.equal(new Set(['user-id']));
  });

  it('gives the status back to the page when it is removed', async () => {
    const { controller, dot } = await followAna();
    dot.removeAttribute('user-id');
    await dot.updateComplete;
    expect(dot.getAttribute('status')).to.equal('unknown');
    expect(dot.getAttribute('freshness')).to.equal('none');
    expect(controller.stats.observed).to.equal(0);
    dot.status = 'away';
    await dot.updateComplete;
    expect(dot.getAttribute('status')).to.equal('away');
  });

  it('takes a status that the page sets in the same task as it removes the user', async () => {
    const { dot } = await followAna();
    dot.removeAttribute('user-id');
    dot.setAttribute('status', 'busy');
    await dot.updateComplete;
    expect(dot.status).to.equal('busy');
    expect(nameOf(dot)).to.equal('busy');
  });

  it('takes that status also where it is the one that the user has had', async () => {
    for (const set of [
      (dot: TuiOnlineDot) => (dot.status = 'online'),
      (dot: TuiOnlineDot) => dot.setAttribute('status', 'online'),
    ]) {
      const { dot } = await followAna();
      set(dot);
      dot.userId = '';
      await dot.updateComplete;
      expect(dot.status).to.equal('online');
      expect(dot.freshness).to.equal('none');
    }
  });

  it('forgets a status that the page set while the dot had a user', async () => {
    const { dot } = await followAna();
    dot.status = 'away';
    await dot.updateComplete;
    dot.userId = '';
    await dot.updateComplete;
    expect(dot.status).to.equal('unknown');
  });

  it('follows a user that was set before the element was defined', async () => {
    const { environment, source, controller } = startPresence();
    source.setStatus('ana', 'online');
    class LaterFollower extends TuiOnlineDot {}
    const dot = document.createElement('later-follower') as LaterFollower;
    Object.assign(dot, { userId: 'ana', presence: controller });
    const parent = await fixture(html`<div>${dot}</div>`);
    customElements.define('later-follower', LaterFollower);
    customElements.upgrade(parent);
    await environment.pass(A_WHILE);
    await dot.updateComplete;
    expect(dot.status).to.equal('online');
    expect(dot.getAttribute('user-id')).to.equal('ana');
  });

  it('takes a number as the text of an ID', async () => {
    const { environment, source, controller } = startPresence();
    source.setStatus('10001', 'online');
    const dot = await follow('', controller);
    dot.userId = 10001 as unknown as string;
    await dot.updateComplete;
    await environment.pass(A_WHILE);
    await dot.updateComplete;
    expect(dot.userId).to.equal('10001');
    expect(dot.getAttribute('user-id')).to.equal('10001');
    expect(dot.status).to.equal('online');
  });

  describe('by the attribute userid, as frameworks write a property of a tag that is not defined', () => {
    it('follows that user, and the next one', async () => {
      const dot = await makeDot(html`<tui-online-dot userId="ana"></tui-online-dot>`);
      expect(dot.userId).to.equal('ana');
      expect(dot.getAttribute('user-id')).to.equal('ana');
      dot.setAttribute('userid', 'ben');
      expect(dot.userId).to.equal('ben');
    });

    it('goes by user-id where a tag has both, as a copy of a dot may', async () => {
      const dot = await makeDot(html`<tui-online-dot userId="ana"></tui-online-dot>`);
      dot.userId = 'ben';
      await dot.updateComplete;
      const copy = dot.cloneNode(true) as TuiOnlineDot;
      expect(copy.userId).to.equal('ben');
    });
  });

  for (const nonsense of [null, undefined, 7.5, {}, [], '']) {
    it(`follows no user for ${JSON.stringify(nonsense)}`, async () => {
      const { controller, dot } = await followAna();
      dot.userId = nonsense as string;
      await dot.updateComplete;
      expect(dot.userId).to.equal('');
      expect(dot.hasAttribute('user-id')).to.be.false;
      expect(dot.status).to.equal('unknown');
      expect(controller.stats.observed).to.equal(0);
    });
  }

  const ODD = ['<img src=x onerror=alert(1)>', '"\'`', '\u202eana', '🐈‍⬛', 'a'.repeat(5000)];
  for (const odd of ODD) {
    it(`follows a user named ${JSON.stringify(odd.slice(0, 30))}`, async () => {
      const { environment, source, controller } = startPresence();
      source.setStatus(odd, 'online');
      const dot = await follow(odd, controller);
      await environment.pass(A_WHILE);
      await dot.updateComplete;
      expect(dot.userId).to.equal(odd);
      expect(dot.status).to.equal('online');
    });
  }

  describe('when the page overwrites what only the dot knows', () => {
    for (const [how, overwrite] of Object.entries<(dot: TuiOnlineDot) => void>({
      'the status attribute': (dot) => dot.setAttribute('status', 'busy'),
      'the freshness attribute': (dot) => dot.setAttribute('freshness', 'stale'),
      'the status property': (dot) => (dot.status = 'away'),
      'the freshness property': (dot) => (dot.freshness = 'stale'),
      'all of them': (dot) => {
        dot.removeAttribute('status');
        dot.status = 'away';
        dot.setAttribute('status', 'busy');
        dot.removeAttribute('freshness');
      },
    })) {
      it(`restores it with the next update: ${how}`, async () => {
        const { dot } = await followAna();
        overwrite(dot);
        await dot.updateComplete;
        expect(dot.status).to.equal('online');
        expect(dot.freshness).to.equal('live');
        expect(dot.getAttribute('status')).to.equal('online');
        expect(dot.getAttribute('freshness')).to.equal('live');
        expect(dot.isUpdatePending).to.be.false;
      });
    }

    for (const label of [undefined, 'Ana', '']) {
      it(`restores every attribute that was removed, labelled ${String(label)}`, async () => {
        const { dot } = await followAna();
        dot.label = label;
        await dot.updateComplete;
        const read = (): (string | null)[] =>
          ['status', 'freshness'].map((each) => dot.getAttribute(each));
        const before = read();
        // As a library does that morphs the page into what a server has just rendered.
        for (const each of dot.getAttributeNames()) {
          if (each !== 'user-id') dot.removeAttribute(each);
        }
        await dot.updateComplete;
        expect(before).to.include('live');
        expect(read()).to.deep.equal(before);
        expect(hasBox(dot)).to.be.true;
      });
    }
  });

  it('follows the shared controller of the page, whose statuses are switched off', async () => {
    const dot = await makeDot(html`<tui-online-dot user-id="ana"></tui-online-dot>`);
    expect(hasBox(dot)).to.be.false;
    expect(dot.status).to.equal('unknown');
  });
});
