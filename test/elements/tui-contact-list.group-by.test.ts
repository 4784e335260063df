import { expect } from '@open-wc/testing';
import type { Contact } from '../../src/contacts/index.js';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';

const PEOPLE = contactsNamed('Carla', 'ana', 'Björn', 'Zoë', 'Ana B');

describe('<tui-contact-list> [group-by]', () => {
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

  it('keeps the heading of the visible rows in view', async () => {
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
    const page = await ContactListPage.open({
      contacts,
      attributes: { 'group-by': 'group' },
    });
    page.scrollTo(200_000);
    expect(page.headings().length).to.be.within(7, 20);
    expect(page.visibleRows.length).to.be.within(6, 8);
  });
});
