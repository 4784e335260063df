import { expect } from '@open-wc/testing';
import type { Contact } from '../../src/contacts/index.js';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import { A_WHILE, startPresence } from '../support/elements.js';
import { revocable, revoked } from '../support/hostile-values.js';

const PEOPLE = contactsNamed('Carla', 'Ana', 'Björn');

describe('<tui-contact-list> bad input', () => {
  for (const contacts of ['Ana', 7, {}, true, () => [], Symbol('contacts')]) {
    it(`is empty with ${String(contacts)} for contacts`, async () => {
      const page = await ContactListPage.open({ contacts });
      expect(page.state).to.equal('No contacts');
      expect(page.list.loading).to.be.false;
    });
  }

  it('lists what can be read of contacts whose getters throw, and leaves out revoked ones', async () => {
    const throwing = (name: string, more: object) =>
      Object.defineProperty({ ...more }, name, {
        enumerable: true,
        get: () => {
          throw new Error(name);
        },
      });
    const page = await ContactListPage.open({
      contacts: [
        throwing('userID', { name: 'No' }),
        throwing('name', { userID: 'ana' }),
        throwing('avatar', { userID: 'ben', name: 'Ben' }),
        throwing('groups', { userID: 'carla', name: 'Carla' }),
        throwing('blocked', { userID: 'dan', name: 'Dan' }),
        revoked({ userID: 'eve' }),
        { userID: 'fay', name: 'Fay', groups: revoked([]) },
      ],
      attributes: { 'group-by': 'group' },
    });
    expect(page.names()).to.deep.equal(['ana', 'Ben', 'Carla', 'Dan', 'Fay']);
    page.list.contacts = revoked([]) as Contact[];
    await page.pass(100);
    expect(page.state).to.equal('No contacts');
  });

  describe('with contacts that are revoked after they were set', () => {
    const FRIENDS = [{ userID: 'fay', name: 'Fay' }];
    const open = async (properties: Record<string, unknown> = {}) => {
      const proxies = PEOPLE.map((contact) => revocable(contact));
      const [contacts, revokeArray] = revocable(proxies.map(([contact]) => contact));
      const page = await ContactListPage.open({
        contacts,
        properties,
        presence: startPresence({ contacts: FRIENDS }),
      });
      const revoke = (): void => {
        revokeArray();
        for (const [, revokeOne] of proxies) revokeOne();
      };
      return { page, contacts, proxies, revoke };
    };
    const errorsOf = ({ presence }: ContactListPage) => presence.environment.errors.map(String);

    it('keeps the rows through statuses, searches, other orders and other languages', async () => {
      const { page, revoke } = await open();
      revoke();
      page.setStatus('ana', 'online');
      await page.pass(A_WHILE);
      expect(page.statusOf('Ana')).to.equal('online');
      for (const change of [
        { order: 'status' },
        { groupBy: 'status' },
        { groupBy: 'group' },
        { groupBy: 'initial', lang: 'zh-CN' },
        { groupBy: 'none', order: 'given', filter: 'a' },
      ]) {
        Object.assign(page.list, change);
        await page.pass(A_WHILE);
        expect(page.names(), JSON.stringify(change)).to.include.members(['Ana', 'Carla']);
      }
      expect(errorsOf(page)).to.deep.equal([]);
    });

    it('keeps the rows when the source brings the names that it knows', async () => {
      const { page, revoke } = await open();
      revoke();
      page.presence.source.setContacts([{ userID: 'ben', name: 'Ben' }]);
      await page.pass(A_WHILE);
      expect(page.names()).to.deep.equal(['Ana', 'Björn', 'Carla']);
      expect(errorsOf(page)).to.deep.equal([]);
    });

    it('selects, types ahead and asks for menus, with the very object of the page', async () => {
      const { page, proxies, revoke } = await open();
      revoke();
      const fields: unknown[] = [];
      for (const type of ['tui-contact-select', 'tui-contact-menu'] as const) {
        page.list.addEventListener(type, ({ userID, contact }) => {
          fields.push(
            userID,
            proxies.findIndex(([proxy]) => proxy === contact),
          );
        });
      }
      page.click('Ana');
      page.focus();
      page.press('c', 'Enter');
      page.row('Björn').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true }));
      await page.pass(0);
      expect(fields).to.deep.equal(['ana', 1, 'carla', 0, 'björn', 2]);
      expect(errorsOf(page)).to.deep.equal([]);
    });

    it('draws the name where the page’s own row cannot be rendered any more', async () => {
      const renderContact = (contact: Contact) => document.createTextNode(`${contact.name}!`);
      const { page, revoke } = await open({ renderContact });
      const own = () => page.all('.own').map(({ textContent }) => textContent.trim());
      expect(own()).to.have.members(['Ana!', 'Björn!', 'Carla!']);
      revoke();
      page.setStatus('ana', 'online');
      await page.pass(A_WHILE);
      expect(own()).to.include('Ana');
      expect(errorsOf(page).join()).to.match(/revoked/);
    });

    it('leaves out those that are revoked before they are read, and reports it once', async () => {
      const { page } = await open();
      const revokedOnes = ['eve', 'gil'].map((userID) => revoked({ userID }));
      for (let times = 0; times < 3; times++) {
        page.list.contacts = [...revokedOnes, ...PEOPLE] as Contact[];
        await page.pass(A_WHILE);
      }
      expect(page.names()).to.deep.equal(['Ana', 'Björn', 'Carla']);
      expect(errorsOf(page)).to.have.length(1);
      expect(errorsOf(page)[0]).to.match(/revoked/);
    });

    it('reports an array that is revoked before it is read', async () => {
      const { page } = await open();
      page.list.contacts = revoked([]) as Contact[];
      await page.pass(A_WHILE);
      expect(page.state).to.equal('No contacts');
      expect(errorsOf(page)).to.have.length(1);
      page.list.contacts = PEOPLE;
      await page.pass(A_WHILE);
      page.list.contacts = revoked([]) as Contact[];
      await page.pass(A_WHILE);
      expect(errorsOf(page)).to.have.length(2);
    });
  });

  it('draws an array of four billion places with three contacts in it at once', async () => {
    const contacts: Contact[] = [];
    contacts.length = 2 ** 32 - 1;
    PEOPLE.forEach((contact, place) => (contacts[place * 1_000_000_000] = contact));
    const start = performance.now();
    const page = await ContactListPage.open({ contacts });
    expect(page.names()).to.deep.equal(['Ana', 'Björn', 'Carla']);
    expect(performance.now() - start).to.be.below(2000);
  });

  it('leaves out entries that are no contacts, and each user after the first time', async () => {
    const contacts = [null, 7, 'ana', [], {}, { userID: '' }, { userID: null }, undefined];
    const page = await ContactListPage.open({
      contacts: [...contacts, ...PEOPLE, { userID: 'ana', name: 'Other' }, { userID: 12 }],
    });
    expect(page.names()).to.deep.equal(['12', 'Ana', 'Björn', 'Carla']);
  });

  it('lists each of thousands of users once', async () => {
    const contacts = contactsNumbered(2000);
    const page = await ContactListPage.open({ contacts: [contacts[1]!, ...contacts] });
    expect(page.names().slice(0, 2)).to.deep.equal(['Name 00000', 'Name 00001']);
    expect(page.rows[0]!.getAttribute('aria-setsize')).to.equal('2000');
    page.list.contacts = [...contacts, null as unknown as Contact];
    await page.pass(A_WHILE);
    expect(page.rows[0]!.getAttribute('aria-setsize')).to.equal('2000');
  });

  it('draws markup, steering characters and endless names as text in one row', async () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      '\u202Egnp.exe\u202C',
      'x'.repeat(5000),
      'two\nlines',
      '{{name}} ${name}',
    ];
    const page = await ContactListPage.open({
      contacts: names.map((name, place) => ({ userID: String(place), name })),
      attributes: { order: 'given' },
    });
    const drawn = page.names();
    expect(drawn[0]).to.equal(names[0]);
    expect(drawn[1]).to.equal('gnp.exe');
    expect(drawn[2]!.length).to.be.below(200);
    expect(drawn[3]).to.equal('two lines');
    expect(drawn[4]).to.equal(names[4]);
    expect(page.all('img')).to.have.length(0);
    expect(new Set(page.rows.map(({ offsetHeight }) => offsetHeight))).to.deep.equal(new Set([60]));
    expect(page.scroller.scrollWidth).to.be.at.most(page.scroller.clientWidth);
  });

  it('falls back to the defaults for nonsense in attributes and properties', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      attributes: {
        order: 'sideways',
        'group-by': 'colour',
        selected: '<b>',
        label: '',
        lang: '!',
      },
    });
    expect(page.list.order).to.equal('name');
    expect(page.list.groupBy).to.equal('none');
    expect(page.names()).to.deep.equal(['Ana', 'Björn', 'Carla']);
    for (const value of [7, null, Symbol('x'), Object.create(null), ['a'], () => 'x']) {
      const names = ['filter', 'selected', 'label', 'order', 'groupBy'];
      Object.assign(page.list, Object.fromEntries(names.map((name) => [name, value])));
      await page.pass(100);
      expect(page.names()).to.deep.equal(['Ana', 'Björn', 'Carla']);
      expect(page.scroller.getAttribute('aria-label')).to.equal('Contacts');
    }
  });

  it('shows a custom status without steering characters', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      statuses: { ana: ['online', '<b>\u202Ebusy\u2066'] },
    });
    expect(page.row('Ana').querySelector('[part=custom-status]')!.textContent).to.equal('<b>busy');
    expect(page.spoken('Ana')).to.equal('Ana, <b>busy, online');
  });
});

describe('<tui-contact-list> with contacts of a page that are not there yet', () => {
  const FRIENDS = [{ userID: 'friend', name: 'A friend' }];

  it('is loading for null, and never shows the friends of the source', async () => {
    const presence = startPresence({ contacts: FRIENDS });
    const page = await ContactListPage.open({ contacts: null, presence });
    expect(page.rows).to.be.empty;
    expect(page.list.hasAttribute('loading')).to.be.true;
    page.list.contacts = [{ userID: 'ana', name: 'Ana' }];
    await page.pass(0);
    expect(page.names()).to.deep.equal(['Ana']);
    expect(page.list.hasAttribute('loading')).to.be.false;
  });

  it('shows the friends of the source for undefined', async () => {
    const presence = startPresence({ contacts: FRIENDS });
    const page = await ContactListPage.open({ contacts: undefined, presence });
    expect(page.names()).to.deep.equal(['A friend']);
  });

  it('selects by a number as by its text', async () => {
    const page = await ContactListPage.open({
      contacts: [{ userID: 10001, name: 'Ana' }],
      properties: { selected: 10001 },
    });
    expect(page.row('Ana').getAttribute('aria-selected')).to.equal('true');
    expect(page.list.selected).to.equal('10001');
  });
});
