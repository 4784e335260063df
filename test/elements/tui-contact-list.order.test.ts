import { expect, fixture, html } from '@open-wc/testing';
import type { Contact } from '../../src/contacts/index.js';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import { A_WHILE, recordMutations, startPresence } from '../support/elements.js';

const PEOPLE = contactsNamed('Carla', 'ana', 'Björn', 'Zoë', 'Ana B');

/** Longer than an order waits after the list is left. */
const CALM = 1000;

describe('<tui-contact-list> in order', () => {
  describe('[order]', () => {
    it('goes by name, whatever the case', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      expect(page.names()).to.deep.equal(['ana', 'Ana B', 'Björn', 'Carla', 'Zoë']);
    });

    it('goes by the collation of the language of the page', async () => {
      const contacts = contactsNamed('张伟', '李娜', '王芳', '赵敏');
      const page = await ContactListPage.open({ contacts, attributes: { lang: 'zh-CN' } });
      expect(page.names()).to.deep.equal(['李娜', '王芳', '张伟', '赵敏']);
    });

    it('goes as given', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE, attributes: { order: 'given' } });
      expect(page.names()).to.deep.equal(PEOPLE.map(({ name }) => name));
    });

    it('goes by status, and then by name', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { order: 'status' },
        statuses: { carla: 'online', zoë: 'online', ana: 'offline', 'ana b': 'not-logged-in' },
      });
      expect(page.names()).to.deep.equal(['Carla', 'Zoë', 'ana', 'Ana B', 'Björn']);
    });

    it('moves a row to its new place, in the frame of the news, with the nodes it has', async () => {
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

    it('settles once for all changes of one frame', async () => {
      const contacts = contactsNumbered(10);
      const page = await ContactListPage.open({ contacts, attributes: { order: 'status' } });
      const places = recordMutations(page.row('Name 00000'));
      for (const { userID } of contacts.slice(1)) page.setStatus(userID, 'online');
      await page.draw();
      expect(page.names().at(-1)).to.equal('Name 00000');
      const moves = places.take().filter(({ attributeName }) => attributeName === 'aria-posinset');
      expect(moves).to.have.length(1);
    });

    it('takes up what a query has found out about those who are not in sight', async () => {
      const contacts = contactsNumbered(150);
      const page = await ContactListPage.open({ contacts, attributes: { order: 'status' } });
      page.setStatus('user149', 'online');
      await page.pass(600_000);
      expect(page.names()[0]).to.equal('Name 00149');
    });

    it('shows what has changed after it was drawn and before it followed anybody', async () => {
      const presence = startPresence();
      const contacts = contactsNumbered(150);
      const userIDs = contacts.map(({ userID }) => userID);
      presence.controller.observe(userIDs, () => undefined);
      await presence.page.pass(A_WHILE);
      const list = document.createElement('tui-contact-list');
      Object.assign(list, { contacts, order: 'status', presence: presence.controller });
      await fixture(html`<div>${list}</div>`);
      const page = new ContactListPage(list, presence);
      expect(page.names()[0]).to.equal('Name 00000');
      page.setStatus('user3', 'online');
      page.setStatus('user149', 'online');
      presence.page.draw();
      await page.pass(100);
      expect(page.names().slice(0, 3)).to.deep.equal(['Name 00003', 'Name 00149', 'Name 00000']);
      expect(page.statusOf('Name 00003')).to.equal('online');
    });

    it('goes by name while the page has statuses switched off', async () => {
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

    it('keeps the status of the blocked out of the order', async () => {
      const contacts = [
        { userID: 'z', name: 'Zoe' },
        { userID: 'a', name: 'Ana', blocked: true },
      ];
      const page = await ContactListPage.open({ contacts, attributes: { order: 'status' } });
      // Somebody else on the page follows the blocked user.
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

  describe('[group-by]', () => {
    const STATUSES = { ana: 'online', carla: 'online', 'ana b': 'offline' } as const;

    it('has headings with counts', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { 'group-by': 'status' },
        statuses: STATUSES,
      });
      expect(page.headings()).to.deep.equal(['Online 2', 'Offline 1', 'Status unknown 2']);
      expect(page.names()).to.deep.equal(['ana', 'Carla', 'Ana B', 'Björn', 'Zoë']);
      const group = page.row('Carla').parentElement!;
      expect(group.getAttribute('role')).to.equal('group');
      expect(group.getAttribute('aria-label')).to.equal('Online 2');
      await expect(page.list).to.be.accessible();
    });

    it('moves a row to another heading when its status changes', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { 'group-by': 'status' },
        statuses: STATUSES,
      });
      page.setStatus('ana b', 'online');
      await page.draw();
      expect(page.headings()).to.deep.equal(['Online 3', 'Status unknown 2']);
      expect(page.row('Ana B').parentElement).to.equal(page.row('ana').parentElement);
    });

    it('groups by initial', async () => {
      const page = await ContactListPage.open({
        contacts: [...PEOPLE, { userID: '7', name: '7 of 9' }],
        attributes: { 'group-by': 'initial' },
      });
      expect(page.headings()).to.deep.equal(['A 2', 'B 1', 'C 1', 'Z 1', '# 1']);
    });

    it('groups by friend group, and by status within', async () => {
      const contacts: Contact[] = [
        { userID: 'a', name: 'Ana', groups: ['Work'] },
        { userID: 'b', name: 'Ben', groups: ['Family', 'Work'] },
        { userID: 'c', name: 'Carla', groups: ['Work'] },
        { userID: 'd', name: 'Dele' },
      ];
      const page = await ContactListPage.open({
        contacts,
        attributes: { 'group-by': 'group', order: 'status' },
        statuses: { c: 'online' },
      });
      expect(page.headings()).to.deep.equal(['Family 1', 'Work 2', 'No group 1']);
      expect(page.names()).to.deep.equal(['Ben', 'Carla', 'Ana', 'Dele']);
      page.list.groupBy = 'none';
      await page.list.updateComplete;
      expect(page.headings()).to.deep.equal([]);
      expect(page.names()).to.deep.equal(['Carla', 'Ana', 'Ben', 'Dele']);
      expect(page.all('[role=group]')).to.deep.equal([]);
    });

    it('keeps the heading of the rows that pass by in sight', async () => {
      const page = await ContactListPage.open({
        contacts: contactsNumbered(500),
        attributes: { 'group-by': 'initial', order: 'given' },
      });
      for (const top of [0, 37, 4321, 29_000]) {
        page.scrollTo(top);
        const heading = page.all('[part=group]')[0]!.getBoundingClientRect();
        const list = page.scroller.getBoundingClientRect();
        expect(heading.top - list.top, `at ${top}`).to.be.closeTo(top === 0 ? 4 : 0, 0.5);
      }
    });

    it('draws a heading for each of thousands of groups, and few at a time', async () => {
      const contacts = contactsNumbered(5000).map((contact, number) => ({
        ...contact,
        groups: [`Team ${number}`],
      }));
      const page = await ContactListPage.open({ contacts, attributes: { 'group-by': 'group' } });
      page.scrollTo(200_000);
      expect(page.headings().length).to.be.within(7, 20);
      expect(page.visibleRows.length).to.be.within(6, 8);
    });
  });

  describe('the order that waits', () => {
    const open = () =>
      ContactListPage.open({
        contacts: PEOPLE,
        attributes: { order: 'status', 'group-by': 'status' },
        statuses: { carla: 'online' },
      });
    const BEFORE = ['Carla', 'ana', 'Ana B', 'Björn', 'Zoë'];
    const AFTER = ['Carla', 'Zoë', 'ana', 'Ana B', 'Björn'];

    it('waits while a pointer rests on the list, and then settles', async () => {
      const page = await open();
      page.point(true);
      page.setStatus('zoë', 'online');
      await page.pass(60_000);
      expect(page.names()).to.deep.equal(BEFORE);
      expect(page.statusOf('Zoë')).to.equal('online');
      expect(page.spoken('Zoë')).to.equal('Zoë, online');
      page.point(false);
      await page.pass(0);
      expect(page.names()).to.deep.equal(BEFORE);
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(AFTER);
    });

    it('goes on waiting when the pointer comes back at once', async () => {
      const page = await open();
      page.point(true);
      page.setStatus('zoë', 'online');
      await page.pass(0);
      page.point(false);
      await page.pass(100);
      page.point(true);
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(BEFORE);
    });

    it('waits while the focus is in the list, and then settles', async () => {
      const page = await open();
      page.focus();
      page.setStatus('zoë', 'online');
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(BEFORE);
      page.scroller.blur();
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(AFTER);
    });

    it('does not wait for a list that was removed under the pointer', async () => {
      const page = await open();
      page.point(true);
      page.setStatus('björn', 'online');
      await page.draw();
      const parent = page.list.parentElement!;
      page.list.remove();
      parent.append(page.list);
      await page.pass(100);
      page.setStatus('zoë', 'online');
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(['Björn', 'Carla', 'Zoë', 'ana', 'Ana B']);
    });
  });

  describe('the place on the screen', () => {
    const topOf = (page: ContactListPage, name: string) =>
      page.row(name).getBoundingClientRect().top - page.list.getBoundingClientRect().top;

    it('stays for the focused row, when others come before it', async () => {
      const contacts = contactsNumbered(100);
      const page = await ContactListPage.open({ contacts });
      page.focus();
      page.press('PageDown', 'PageDown');
      const name = page.activeName!;
      const before = topOf(page, name);
      page.list.contacts = [{ userID: 'first', name: 'A first' }, ...contacts.slice(3)];
      await page.list.updateComplete;
      expect(page.activeName).to.equal(name);
      expect(topOf(page, name)).to.be.closeTo(before, 0.5);
    });

    it('stays for what is in sight, when others come before it', async () => {
      const contacts = contactsNumbered(100);
      const page = await ContactListPage.open({ contacts });
      page.scrollTo(2000);
      const before = topOf(page, 'Name 00040');
      page.list.contacts = [{ userID: 'first', name: 'A first' }, ...contacts];
      await page.list.updateComplete;
      expect(topOf(page, 'Name 00040')).to.be.closeTo(before, 0.5);
    });

    it('does not follow a row that moves by itself', async () => {
      const contacts = contactsNumbered(100);
      const page = await ContactListPage.open({ contacts, attributes: { order: 'status' } });
      page.scrollTo(2000);
      await page.pass(10_000);
      const first = page.visibleRows[0]!.dataset['userId']!;
      const second = page.visibleRows[1]!.querySelector('.name')!.textContent;
      const before = topOf(page, second);
      page.setStatus(first, 'online');
      await page.draw();
      expect(topOf(page, second)).to.be.closeTo(before, 0.5);
      expect(page.rows.map(({ dataset }) => dataset['userId'])).not.to.include(first);
    });

    it('stays at the top when the list is at the top', async () => {
      const contacts = contactsNumbered(100);
      const page = await ContactListPage.open({ contacts });
      page.list.contacts = [{ userID: 'first', name: 'A first' }, ...contacts];
      await page.list.updateComplete;
      expect(page.scroller.scrollTop).to.equal(0);
      expect(page.visibleRows[0]!.dataset['userId']).to.equal('first');
    });

    it('comes back into the list when the list has become short', async () => {
      const page = await ContactListPage.open({ contacts: contactsNumbered(1000) });
      page.scrollTo(50_000);
      page.list.contacts = contactsNumbered(20);
      await page.list.updateComplete;
      expect(page.visibleRows.at(-1)!.dataset['userId']).to.equal('user19');
      expect(page.visibleRows.length).to.be.within(10, 11);
    });
  });
});
