import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import { A_WHILE, startPresence } from '../support/elements.js';

const PEOPLE = contactsNamed('Carla', 'Ana', 'Björn');

describe('<tui-contact-list> lifecycle', () => {
  it('leaves no listener after it is removed', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(5000) });
    const { controller, environment: clock } = page.presence;
    expect(controller.stats.observed).to.equal(5000);
    page.list.remove();
    await page.pass(A_WHILE);
    expect(controller.stats.observed).to.equal(0);
    expect(controller.listeners).to.equal(0);
    const { timers } = clock;
    await clock.pass(A_WHILE);
    expect(clock.timers).to.be.at.most(timers);
  });

  it('observes no user after it is removed before the first frame', async () => {
    const presence = startPresence();
    const list = document.createElement('tui-contact-list');
    list.presence = presence.controller;
    list.contacts = PEOPLE;
    document.body.append(list);
    await list.updateComplete;
    list.remove();
    await presence.environment.pass(A_WHILE);
    expect(presence.controller.stats.observed).to.equal(0);
  });

  for (const [what, act] of [
    ['a contact is chosen, at which the page removes it', (page) => page.click('Ana')],
    ['the page scrolls it after it is removed', ({ list }) => list.scrollToContact('ana')],
  ] as readonly [string, (page: ContactListPage) => void][]) {
    it(`observes no user when ${what}`, async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { order: 'status' },
      });
      const { controller } = page.presence;
      page.list.addEventListener('tui-contact-select', () => page.list.remove());
      // The order waits for the pointer.
      page.point(true);
      page.setStatus('carla', 'online');
      await page.draw();
      if (what.startsWith('the page')) page.list.remove();
      act(page);
      await page.pass(A_WHILE);
      expect(page.list.isConnected).to.be.false;
      expect(controller.stats.observed).to.equal(0);
    });
  }

  it('keeps its subscriptions while it is moved in the page', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      statuses: { ana: 'online' },
    });
    const { subscribeCalls } = page.presence.controller.stats;
    page.list.parentElement!.append(page.list);
    await page.pass(A_WHILE);
    expect(page.statusOf('Ana')).to.equal('online');
    expect(page.presence.controller.stats.subscribeCalls).to.equal(subscribeCalls);
    page.setStatus('ana', 'offline');
    await page.draw();
    expect(page.statusOf('Ana')).to.equal('offline');
  });

  it('switches to another controller', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      statuses: { ana: 'online' },
    });
    const other = startPresence();
    other.source.setStatus('ana', 'offline');
    page.list.presence = other.controller;
    await page.list.updateComplete;
    await other.environment.pass(A_WHILE);
    expect(page.statusOf('Ana')).to.equal('offline');
    expect(page.presence.controller.stats.observed).to.equal(0);
    expect(other.controller.stats.observed).to.equal(3);
  });

  it('stops observing users who are no longer listed', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.list.contacts = contactsNamed('Ana', 'Dele');
    await page.pass(A_WHILE);
    expect(page.names()).to.deep.equal(['Ana', 'Dele']);
    expect(page.presence.controller.stats.observed).to.equal(2);
  });
});
