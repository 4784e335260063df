import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';
import type { ContactListOptions } from '../support/contact-list-page.js';
import { A_WHILE, startPresence } from '../support/elements.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla', 'Dele');

/** Opens a list of who is online, and waits until those on screen are followed live. */
async function open(
  statuses: NonNullable<ContactListOptions['statuses']>,
  attributes: Record<string, string> = {},
): Promise<ContactListPage> {
  const page = await ContactListPage.open({
    contacts: PEOPLE,
    statuses,
    attributes: { show: 'online', ...attributes },
  });
  await page.pass(A_WHILE);
  return page;
}

describe('<tui-contact-list>', () => {
  describe('[show=online]', () => {
    it('lists who is online, away or busy, with their count', async () => {
      const page = await open({
        ana: 'online',
        ben: ['online', 'In a meeting'],
        carla: ['online', 'Be right back'],
        dele: 'offline',
      });
      expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla']);
      expect(page.headings()).to.deep.equal(['Online 3']);
      expect(page.statusOf('Ben')).to.equal('busy');
      expect(page.statusOf('Carla')).to.equal('away');
      await expect(page.list).to.be.accessible();
    });

    it('follows who comes and who goes', async () => {
      const page = await open({ ana: 'online', ben: 'online' });
      page.setStatus('ana', 'offline');
      await page.draw();
      expect(page.names()).to.deep.equal(['Ben']);
      // Who is not on screen is queried now and then.
      page.setStatus('dele', 'online');
      await page.pass(600_000);
      expect(page.names()).to.deep.equal(['Ben', 'Dele']);
      expect(page.headings()).to.deep.equal(['Online 2']);
    });

    it('keeps a row where it is while the list is in use, for five seconds, and counts truly', async () => {
      const page = await open({ ana: 'online', ben: 'online' });
      const row = page.row('Ana');
      row.dispatchEvent(
        new PointerEvent('pointermove', { bubbles: true, composed: true, screenX: 7 }),
      );
      page.setStatus('ana', 'offline');
      await page.draw();
      expect(page.names()).to.deep.equal(['Ana', 'Ben']);
      expect(page.statusOf('Ana')).to.equal('offline');
      expect(page.headings()).to.deep.equal(['Online 1']);
      // The same people in another array.
      page.list.contacts = [...PEOPLE];
      await page.pass(0);
      expect(page.names()).to.deep.equal(['Ana', 'Ben']);
      await page.pass(5_000);
      expect(page.names()).to.deep.equal(['Ben']);
      expect(page.row('Ben').getAttribute('aria-posinset')).to.equal('1');
    });

    it('counts truly under initials too', async () => {
      const page = await open({ ana: 'online', ben: 'online' }, { 'group-by': 'initial' });
      expect(page.headings()).to.deep.equal(['A 1', 'B 1']);
      page
        .row('Ana')
        .dispatchEvent(
          new PointerEvent('pointermove', { bubbles: true, composed: true, screenX: 7 }),
        );
      page.setStatus('ana', 'offline');
      await page.draw();
      expect(page.headings()).to.deep.equal(['A 0', 'B 1']);
      await page.pass(5_000);
      expect(page.headings()).to.deep.equal(['B 1']);
    });

    it('says that no user is online, once that is known', async () => {
      const page = await open({
        ana: 'offline',
        ben: 'not-logged-in',
        carla: 'offline',
        dele: 'offline',
      });
      expect(page.names()).to.deep.equal([]);
      expect(page.state).to.equal('No one is online');
      expect(page.all('[role=listbox]')).to.deep.equal([]);
      page.setStatus('carla', 'online');
      await page.pass(600_000);
      expect(page.names()).to.deep.equal(['Carla']);
      expect(page.state).to.equal('');
      expect(page.all('[role=listbox]')).to.have.length(1);
      await page.pass(A_WHILE);
      page.setStatus('carla', 'offline');
      await page.pass(100);
      expect(page.state).to.equal('No one is online');
    });

    it('does not say so before the statuses have come, nor without them', async () => {
      const presence = startPresence();
      presence.source.drop();
      const page = await ContactListPage.open({
        presence,
        contacts: PEOPLE,
        attributes: { show: 'online' },
      });
      expect(page.state).to.equal('Loading…');
      presence.source.restore();
      await page.pass(10_000);
      expect(page.state).to.equal('No one is online');
      presence.source.switchUserStatus({ displayOnlineStatus: false });
      await page.pass(100);
      expect(page.state).to.equal('Status not available.');
      presence.source.switchUserStatus({ displayOnlineStatus: true });
      presence.source.fail('feature-disabled');
      await page.pass(10_000);
      expect(page.state).to.equal('');
      expect(page.all('.notice')[0]?.textContent).to.contain('Status not available.');
    });

    it('says that there are no contacts, or that none was found, where that is so', async () => {
      const page = await open({ ana: 'online' });
      page.list.filter = 'x';
      await page.pass(100);
      expect(page.state).to.equal('No results for “x”');
      page.list.filter = '';
      page.list.contacts = [];
      await page.pass(100);
      expect(page.state).to.equal('No contacts');
    });

    it('lists no user who is blocked', async () => {
      const contacts = [...PEOPLE, { userID: 'eva', name: 'Eva', blocked: true }];
      const presence = startPresence();
      presence.controller.observe(['eva'], () => undefined);
      const page = await ContactListPage.open({
        presence,
        contacts,
        statuses: { ana: 'online', eva: 'online' },
        attributes: { show: 'online' },
      });
      expect(page.names()).to.deep.equal(['Ana']);
    });

    it('shows all again, and takes anything else for all', async () => {
      const page = await open({ ana: 'online' });
      page.list.show = 'all';
      await page.pass(100);
      expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla', 'Dele']);
      expect(page.headings()).to.deep.equal([]);
      page.list.setAttribute('show', 'offline');
      await page.pass(100);
      expect(page.list.show).to.equal('all');
    });
  });
});
