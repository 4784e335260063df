import { expect, fixture, html } from '@open-wc/testing';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import { A_WHILE, recordMutations, startPresence } from '../support/elements.js';

const PEOPLE = contactsNamed('Carla', 'ana', 'Björn', 'Zoë', 'Ana B');

describe('<tui-contact-list>', () => {
  describe('[order]', () => {
    it('orders by name, whatever the case', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      expect(page.names()).to.deep.equal(['ana', 'Ana B', 'Björn', 'Carla', 'Zoë']);
    });

    it("uses the collation of the page's language", async () => {
      const contacts = contactsNamed('张伟', '李娜', '王芳', '赵敏');
      const page = await ContactListPage.open({ contacts, attributes: { lang: 'zh-CN' } });
      expect(page.names()).to.deep.equal(['李娜', '王芳', '张伟', '赵敏']);
    });

    it('keeps the order given', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { order: 'given' },
      });
      expect(page.names()).to.deep.equal(PEOPLE.map(({ name }) => name));
    });

    it('orders by status, and then by name', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { order: 'status' },
        statuses: { carla: 'online', zoë: 'online', ana: 'offline', 'ana b': 'not-logged-in' },
      });
      expect(page.names()).to.deep.equal(['Carla', 'Zoë', 'ana', 'Ana B', 'Björn']);
    });

    it('moves a row to its new place in the frame of the change, and keeps its nodes', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { order: 'status' },
        statuses: { carla: 'online' },
      });
      const row = page.row('Zoë');
      page.setStatus('zoë', 'online');
      await page.draw();
      expect(page.names()).to.deep.equal(['Carla', 'Zoë', 'ana', 'Ana B', 'Björn']);
      expect(page.row('Zoë')).to.equal(row);
      expect(row.getAttribute('aria-posinset')).to.equal('2');
    });

    it('arranges once for all changes of a frame', async () => {
      const contacts = contactsNumbered(10);
      const page = await ContactListPage.open({ contacts, attributes: { order: 'status' } });
      const places = recordMutations(page.row('Name 00000'));
      for (const { userID } of contacts.slice(1)) page.setStatus(userID, 'online');
      await page.draw();
      expect(page.names().at(-1)).to.equal('Name 00000');
      const moves = places.take().filter(({ attributeName }) => attributeName === 'aria-posinset');
      expect(moves).to.have.length(1);
    });

    it('orders users outside the view by what a query has found', async () => {
      const contacts = contactsNumbered(150);
      const page = await ContactListPage.open({ contacts, attributes: { order: 'status' } });
      page.setStatus('user149', 'online');
      await page.pass(600_000);
      expect(page.names()[0]).to.equal('Name 00149');
    });

    it('shows a change between the first update and the next frame', async () => {
      const presence = startPresence();
      const contacts = contactsNumbered(150);
      const userIDs = contacts.map(({ userID }) => userID);
      presence.controller.observe(userIDs, () => undefined);
      await presence.environment.pass(A_WHILE);
      const list = document.createElement('tui-contact-list');
      Object.assign(list, { contacts, order: 'status', presence: presence.controller });
      await fixture(html`<div>${list}</div>`);
      const page = new ContactListPage(list, presence);
      expect(page.names()[0]).to.equal('Name 00000');
      page.setStatus('user3', 'online');
      page.setStatus('user149', 'online');
      presence.environment.draw();
      await page.pass(100);
      expect(page.names().slice(0, 3)).to.deep.equal(['Name 00003', 'Name 00149', 'Name 00000']);
      expect(page.statusOf('Name 00003')).to.equal('online');
    });

    it('orders by name while statuses are switched off', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { order: 'status', 'group-by': 'status' },
        statuses: { zoë: 'online' },
      });
      expect(page.headings()).to.deep.equal(['Online 1', 'Status unknown 4']);
      page.presence.source.switchUserStatus({ displayOnlineStatus: false });
      await page.pass(100);
      expect(page.headings()).to.deep.equal([]);
      expect(page.names()).to.deep.equal(['ana', 'Ana B', 'Björn', 'Carla', 'Zoë']);
    });

    it('does not order blocked users by status', async () => {
      const contacts = [
        { userID: 'z', name: 'Zoe' },
        { userID: 'a', name: 'Ana', blocked: true },
      ];
      const page = await ContactListPage.open({ contacts, attributes: { order: 'status' } });
      // Another element of the page observes the blocked user.
      page.presence.controller.observe(['a'], () => undefined);
      page.setStatus('a', 'online');
      page.setStatus('z', 'offline');
      await page.pass(10_000);
      page.list.filter = 'e';
      await page.pass(100);
      page.list.filter = '';
      await page.pass(100);
      expect(page.names()).to.deep.equal(['Zoe', 'Ana']);
    });
  });
});
