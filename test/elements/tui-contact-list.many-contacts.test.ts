import { expect, fixture, html } from '@open-wc/testing';
import { ContactListPage, contactsNumbered } from '../support/contact-list-page.js';
import { A_WHILE, startPresence } from '../support/elements.js';

describe('<tui-contact-list> many contacts', () => {
  const MANY = contactsNumbered(20_000);

  it('draws the visible rows and a few more, at any scroll position', async () => {
    const page = await ContactListPage.open({
      contacts: MANY,
      attributes: { order: 'given' },
    });
    const seen: number[] = [];
    for (const top of [0, 35, 61, 700, 599_990, 1e9, 300_000, 0]) {
      page.scrollTo(top);
      const first = Math.floor((page.scroller.scrollTop - 4) / 60);
      const { length } = page.visibleRows;
      expect(length, `at ${top}`).to.be.within(10, 11);
      expect(page.visibleRows[0]!.dataset['userId'], `at ${top}`).to.equal(
        MANY[Math.max(0, first)]!.userID,
      );
      expect(page.all('[role=option]').length).to.be.below(20);
      seen.push(page.scroller.scrollHeight);
    }
    expect(new Set(seen)).to.deep.equal(new Set([20_000 * 60 + 8]));
    expect(page.list.shadowRoot!.querySelectorAll('*').length).to.be.below(200);
  });

  it('observes visible users live and all others by query', async () => {
    const page = await ContactListPage.open({
      contacts: MANY,
      attributes: { order: 'given' },
    });
    expect(page.presence.controller.stats.observed).to.equal(20_000);
    page.scrollTo(60_000);
    await page.pass(A_WHILE);
    page.setStatus('user1005', 'online');
    await page.draw();
    expect(page.statusOf('Name 01005')).to.equal('online');
    expect(page.freshnessOf('Name 01005')).to.equal('live');
  });

  it('draws the visible rows and observes with the first update', async () => {
    const presence = startPresence();
    const list = document.createElement('tui-contact-list');
    Object.assign(list, { contacts: MANY, order: 'given', presence: presence.controller });
    list.style.height = '600px';
    await fixture(html`<div>${list}</div>`);
    const page = new ContactListPage(list, presence);
    expect(page.rows.length).to.be.within(11, 16);
    expect(presence.controller.stats.observed).to.be.within(page.rows.length, 2000);
    list.remove();
  });

  it('does not subscribe the users that a fast scroll passes', async () => {
    const page = await ContactListPage.open({ contacts: MANY, attributes: { order: 'given' } });
    for (let top = 0; top <= 60_000; top += 6000) {
      page.scrollTo(top);
      await page.pass(5);
    }
    await page.pass(A_WHILE);
    const { controller } = page.presence;
    expect(controller.presenceOf('user1005').freshness).to.equal('live');
    for (const passed of ['user205', 'user505', 'user905']) {
      expect(controller.presenceOf(passed).freshness, passed).to.be.oneOf(['none', 'snapshot']);
    }
  });

  it('observes the visible users during a long scroll too', async () => {
    const page = await ContactListPage.open({ contacts: MANY, attributes: { order: 'given' } });
    for (let top = 60_000; top < 60_600; top += 30) {
      page.scrollTo(top);
      await page.pass(50);
    }
    expect(page.presence.controller.presenceOf('user1008').freshness).to.equal('live');
  });

  it('shows a change of a user who has just come into view', async () => {
    const page = await ContactListPage.open({
      contacts: MANY,
      attributes: { order: 'given' },
    });
    // Another element of the page has a subscription already.
    page.presence.controller.observe('user1005', () => undefined);
    await page.pass(A_WHILE);
    page.scrollTo(60_000);
    page.setStatus('user1005', 'online');
    await page.draw();
    expect(page.statusOf('Name 01005')).to.equal('online');
  });

  it('brings the nodes into the order of the list after a scroll', async () => {
    const page = await ContactListPage.open({
      contacts: MANY,
      attributes: { order: 'given', 'group-by': 'initial' },
    });
    for (const top of [130, 420, 1000, 777]) {
      page.scrollTo(top);
      await page.pass(1000);
      expect(page.all('[role=option]')).to.deep.equal(page.rows);
      expect(page.all('[part=group]')[0]!.parentElement!.firstElementChild).to.equal(
        page.all('[part=group]')[0],
      );
    }
  });

  it('adapts to the height of the list and of its rows', async () => {
    const page = await ContactListPage.open({ contacts: MANY, height: 300 });
    expect(page.visibleRows).to.have.length(5);
    page.list.style.height = '480px';
    await resized();
    expect(page.visibleRows).to.have.length(8);
    page.list.style.setProperty('--tui-row-height', '40px');
    await resized();
    expect(page.visibleRows).to.have.length(12);
    expect(page.rows[0]!.offsetHeight).to.equal(40);
    page.list.style.display = 'none';
    await resized();
    expect(page.rows).to.have.length(0);
    page.list.style.display = '';
    await resized();
    expect(page.visibleRows).to.have.length(12);
  });
});

/** Resize observers call back within a frame of their own. */
async function resized(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
