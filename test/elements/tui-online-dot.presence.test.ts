import { expect, html } from '@open-wc/testing';
import { A_WHILE, startPresence } from '../support/elements.js';
import { follow, followAna, hasBox, makeDot } from '../support/online-dot.js';

describe('<tui-online-dot> and its controller', () => {
  it('switches to another controller', async () => {
    const one = startPresence();
    const two = startPresence();
    two.source.setStatus('ana', 'online');
    const dot = await follow('ana', one.controller);
    dot.presence = two.controller;
    await two.environment.pass(A_WHILE);
    await dot.updateComplete;
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

  it('observes no user when it is removed before its first update', async () => {
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

  describe('while statuses are switched off', () => {
    it('has no box, whatever display the page gives it', async () => {
      const { environment, controller, dot } = await followAna();
      const style = document.createElement('style');
      style.textContent = 'tui-online-dot { display: block }';
      dot.before(style);
      expect(hasBox(dot)).to.be.true;

      controller.switchUserStatus({ displayOnlineStatus: false });
      await dot.updateComplete;
      expect(hasBox(dot)).to.be.false;
      expect(dot.hasAttribute('freshness')).to.be.false;
      expect(dot.status).to.equal('unknown');

      controller.switchUserStatus({ displayOnlineStatus: true });
      await environment.pass(A_WHILE);
      await dot.updateComplete;
      expect(hasBox(dot)).to.be.true;
      expect(dot.status).to.equal('online');
    });

    it('has no box although the page brings a freshness', async () => {
      const { controller } = startPresence({ displayOnlineStatus: false });
      for (const freshness of ['none', 'live']) {
        const dot = await makeDot(
          html`<tui-online-dot
            user-id="ana"
            freshness=${freshness}
            .presence=${controller}
          ></tui-online-dot>`,
        );
        expect(hasBox(dot), freshness).to.be.false;
      }
    });

    it('shows a status that the page sets', async () => {
      const { controller } = startPresence({ displayOnlineStatus: false });
      const dot = await makeDot(
        html`<tui-online-dot status="online" .presence=${controller}></tui-online-dot>`,
      );
      expect(hasBox(dot)).to.be.true;
    });
  });
});
