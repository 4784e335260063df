import { expect } from '@open-wc/testing';
import { A_WHILE, startPresence } from '../support/elements.js';
import {
  at,
  ConversationListPage,
  inGroup,
  startInTheEvening,
  TALKS,
  withPerson,
} from '../support/conversation-list-page.js';

const HOUR = 3_600_000;

describe('<tui-conversation-list> lifecycle', () => {
  it('leaves no listener and no timer after it is removed', async () => {
    const page = await ConversationListPage.open({ conversations: TALKS });
    const { controller, environment: clock } = page.presence;
    expect(controller.stats.observed).to.equal(2);
    page.list.remove();
    await clock.pass(A_WHILE);
    expect(controller.stats.observed).to.equal(0);
    expect(controller.listeners).to.equal(0);
    // Unused users are forgotten some minutes later.
    await clock.pass(300_000);
    expect(clock.timers).to.equal(0);
  });

  it('keeps its subscriptions while it is moved in the page', async () => {
    const presence = await startInTheEvening();
    const time = at(presence, 0, 17);
    const page = await ConversationListPage.open({
      presence,
      conversations: [withPerson('Ana', { lastMessageTime: time })],
      statuses: { ana: 'online' },
      attributes: { lang: 'en-US' },
    });
    page.list.parentElement!.append(page.list);
    await page.pass(7 * HOUR);
    expect(page.statusOf('Ana')).to.equal('online');
    expect(page.textOf('Ana', 'time')).to.equal('Yesterday');
  });

  it('switches to another controller', async () => {
    const page = await ConversationListPage.open({
      conversations: TALKS,
      statuses: { ana: 'online' },
    });
    const other = startPresence();
    other.source.setStatus('ana', 'offline');
    page.list.presence = other.controller;
    await page.list.updateComplete;
    await other.environment.pass(A_WHILE);
    expect(page.statusOf('Ana')).to.equal('offline');
    await page.pass(A_WHILE);
    expect(page.presence.controller.stats.observed).to.equal(0);
    // Unused users are forgotten some minutes later.
    await page.pass(300_000);
    expect(page.presence.environment.timers).to.equal(0);
  });

  it('stops observing users who are no longer listed', async () => {
    const page = await ConversationListPage.open({ conversations: TALKS });
    await page.give([withPerson('Ana'), withPerson('Dele'), inGroup('Design')]);
    await page.pass(A_WHILE);
    expect(page.presence.controller.stats.observed).to.equal(2);
  });
});
