import { expect } from '@open-wc/testing';
import { AvatarStackPage } from '../support/avatar-stack.js';
import { contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import { A_WHILE, startPresence } from '../support/elements.js';
import { revocable } from '../support/hostile-values.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla', 'Dele', 'Eva', 'Fay', 'Gus');

describe('<tui-avatar-stack> bad input', () => {
  for (const contacts of ['Ana', 7, {}, true, () => [], Symbol('contacts'), null]) {
    it(`is empty with ${String(contacts)} for contacts or user IDs`, async () => {
      const presence = startPresence({ contacts: PEOPLE });
      for (const name of ['contacts', 'userIDs']) {
        const page = await AvatarStackPage.open({ [name]: contacts, count: true }, { presence });
        expect(page.userIDs).to.be.empty;
        expect(page.more).to.equal(null);
        expect(page.count).to.equal(undefined);
      }
    });
  }

  it('shows on people whose objects are revoked after they were set', async () => {
    const proxies = PEOPLE.map((contact) => revocable(contact));
    const [contacts, revokeArray] = revocable(proxies.map(([contact]) => contact));
    const page = await AvatarStackPage.open({ contacts, max: 3 });
    revokeArray();
    for (const [, revoke] of proxies) revoke();
    page.setStatus('carla', 'online');
    await page.pass(A_WHILE);
    expect(page.spoken).to.deep.equal([
      'Carla, online',
      'Ana, status unknown',
      'Ben, status unknown',
    ]);
    page.people[0]!.click();
    await page.openRest();
    expect(page.listed).to.deep.equal(['Dele', 'Eva', 'Fay', 'Gus']);
    page.list!.shadowRoot!.querySelector<HTMLElement>('[role=option]')!.click();
    expect(page.chosen).to.deep.equal(['carla', 'dele']);
  });

  it('leaves out what is no person, and each user after the first time', async () => {
    const contacts = [null, 7, 'ana', {}, { userID: '' }, ...PEOPLE, { userID: 'ana' }];
    const page = await AvatarStackPage.open({ contacts, max: 20 });
    expect(page.userIDs).to.have.length(7);
    page.stack.contacts = undefined;
    page.stack.userIDs = ['ana', '', null, 12, 'ana'] as unknown as string[];
    await page.pass(0);
    expect(page.userIDs).to.deep.equal(['ana', '12']);
  });

  for (const max of ['abc', NaN, 0, -3, null, {}, Symbol('max'), Object.create(null)]) {
    it(`shows five people for a max of ${typeof max} ${max === null ? null : ''}`, async () => {
      const page = await AvatarStackPage.open({ contacts: contactsNumbered(200), max });
      expect(page.userIDs).to.have.length(5);
    });
  }

  it('takes max as a text, rounded down, and draws at most 99', async () => {
    for (const [max, count] of [
      ['3', 3],
      [2.9, 2],
      [Infinity, 99],
    ]) {
      const page = await AvatarStackPage.open({ contacts: contactsNumbered(200), max });
      expect(page.userIDs).to.have.length(count as number);
    }
  });

  it('shows all for a show that is none', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE, show: 'offline' });
    expect(page.userIDs).to.have.length(5);
    expect(page.stack.show).to.equal('all');
  });

  it('draws names as text', async () => {
    const contacts = [{ userID: '1', name: '<img src=x onerror=alert(1)>\u202E' }];
    const page = await AvatarStackPage.open({ contacts });
    expect(page.spoken[0]).to.contain('<img src=x onerror=alert(1)>,');
    expect(page.find('img')).to.equal(null);
  });
});
