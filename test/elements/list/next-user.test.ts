import { expect } from '@open-wc/testing';
import { AvatarStackPage } from '../../support/avatar-stack.js';
import { ContactListPage, contactsNamed } from '../../support/contact-list-page.js';
import { ConversationListPage, withPerson } from '../../support/conversation-list-page.js';
import { A_WHILE, endSession, startPresence } from '../../support/elements.js';
import type { TestPresence } from '../../support/elements.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla');

/** Bob logs in; Ana is a friend of Bob's too. */
function loginAsBob({ controller }: TestPresence): TestPresence {
  const bob = startPresence({ userID: 'bob', contacts: contactsNamed('Ana', 'Dele') });
  bob.source.connect(controller);
  return bob;
}

const endings: Record<string, (presence: TestPresence) => void> = {
  'another user': (presence) => void loginAsBob(presence),
  'a logout': ({ controller }) => endSession(controller, 'kicked-offline'),
};

describe('the list of the next user', () => {
  for (const [what, end] of Object.entries(endings)) {
    it(`has nothing of what was typed, selected or announced before ${what}`, async () => {
      const presence = startPresence({ contacts: PEOPLE });
      const page = await ContactListPage.open({
        presence,
        attributes: { searchable: '', announce: '' },
        statuses: { ana: 'offline' },
      });
      page.setStatus('ana', 'online');
      await page.type('an');
      page.click('Ana');
      await page.pass(2000);
      expect(page.said).not.to.equal('');
      expect([page.list.filter, page.list.selected]).to.deep.equal(['an', 'ana']);
      page.setStatus('ana', 'offline');
      end(presence);
      await page.pass(10_000);
      expect([page.list.filter, page.search?.value ?? '', page.list.selected]).to.deep.equal([
        '',
        '',
        '',
      ]);
      expect(page.said).not.to.include('Ana');
      expect(page.said).not.to.include('contact');
    });
  }

  it('keeps the filter and the selection that the page has set', async () => {
    const presence = startPresence({ contacts: PEOPLE });
    const page = await ContactListPage.open({
      presence,
      properties: { filter: 'a', selected: 'ana' },
    });
    loginAsBob(presence);
    await page.pass(1000);
    expect([page.list.filter, page.list.selected]).to.deep.equal(['a', 'ana']);
    expect(page.names()).to.deep.equal(['Ana']);
  });

  it('is in its own order at once, and at its start', async () => {
    const presence = startPresence({ contacts: PEOPLE });
    const page = await ContactListPage.open({
      presence,
      height: 100,
      attributes: { order: 'status' },
    });
    page.scrollTo(50);
    page.point(true);
    loginAsBob(presence).source.setStatus('dele', 'online');
    await page.pass(100);
    expect(page.names()).to.deep.equal(['Dele', 'Ana']);
    expect(page.scroller.scrollTop).to.equal(0);
  });

  it('is in its own order at once in a stack, too', async () => {
    const presence = startPresence({ contacts: PEOPLE });
    const page = await AvatarStackPage.open({}, { presence });
    expect(page.userIDs).to.deep.equal(['ana', 'ben', 'carla']);
    page.point();
    const bob = startPresence({ userID: 'bob', contacts: contactsNamed('Abe', 'Ana', 'Dele') });
    bob.source.connect(presence.controller);
    await page.pass(100);
    expect(page.userIDs).to.deep.equal(['abe', 'ana', 'dele']);
  });

  it('begins at its first row for the keyboard', async () => {
    const presence = startPresence({ contacts: PEOPLE });
    const page = await ContactListPage.open({ presence });
    page.focus();
    page.press('End');
    loginAsBob(presence);
    await page.pass(1000);
    expect(page.activeName).to.equal(undefined);
    page.press('ArrowDown');
    expect(page.activeName).to.equal('Ana');
  });

  it('has no selected conversation', async () => {
    const presence = startPresence({ conversations: [withPerson('Ana'), withPerson('Ben')] });
    const page = await ConversationListPage.open({ presence });
    page.click('Ben');
    expect(page.list.selected).to.equal('C2Cben');
    endSession(presence.controller, 'user-sig-expired');
    await page.pass(1000);
    expect(page.list.selected).to.equal('');
  });

  it('keeps everything while the same user stays logged in', async () => {
    const presence = startPresence({ contacts: PEOPLE });
    const page = await ContactListPage.open({ presence, attributes: { searchable: '' } });
    await page.type('an');
    page.click('Ana');
    presence.source.drop();
    await page.pass(2000);
    presence.source.restore();
    await page.pass(2000);
    expect([page.list.filter, page.list.selected]).to.deep.equal(['an', 'ana']);
  });
});

describe('a user given by ID alone', () => {
  it('has the name that the source knows, and gets the picture with it', async () => {
    const presence = startPresence();
    const contacts = [{ userID: 'ana' }, { userID: 'ben', name: 'Benjamin' }, { userID: 'eva' }];
    const page = await ContactListPage.open({ presence, contacts });
    expect(page.names()).to.deep.equal(['ana', 'Benjamin', 'eva']);
    presence.source.setContacts([
      { userID: 'ana', name: 'Ana', remark: 'Boss' },
      { userID: 'ben', name: 'Ben' },
    ]);
    await page.pass(0);
    expect(page.names()).to.deep.equal(['Benjamin', 'Boss', 'eva']);
    expect(page.list.contacts).to.equal(contacts);
  });

  it('has no status while the user is blocked, unless the page says otherwise', async () => {
    const presence = startPresence({ contacts: [{ userID: 'ana', name: 'Ana', blocked: true }] });
    const contacts = [{ userID: 'ana' }];
    const page = await ContactListPage.open({ presence, contacts, statuses: { ana: 'online' } });
    expect(page.statusOf('Ana')).to.equal(undefined);
    expect(presence.controller.stats.observed).to.equal(0);
    page.list.contacts = [{ userID: 'ana', blocked: false }];
    await page.pass(A_WHILE);
    expect(page.statusOf('Ana')).to.equal('online');
  });

  it('has it in a conversation too', async () => {
    const presence = startPresence({ contacts: [{ userID: 'ana', name: 'Ana' }] });
    const page = await ConversationListPage.open({
      presence,
      conversations: [withPerson('Ana', { name: '' })],
    });
    expect(page.names()).to.deep.equal(['Ana']);
  });
});
