import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import { isShown, slotted } from '../support/elements.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla');

describe('<tui-contact-list> without rows', () => {
  it('says so, and what would fill it', async () => {
    const page = await ContactListPage.open({ contacts: [] });
    expect(page.state).to.equal('No contacts');
    expect(page.help).to.equal('New contacts will appear here');
    await expect(page.list).to.be.accessible();
  });

  it('says what else to search for when nothing was found', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      properties: { filter: 'xyz' },
    });
    expect(page.state).to.equal('No results for “xyz”');
    expect(page.help).to.equal('Check the spelling or try another name');
    await expect(page.list).to.be.accessible();
  });

  it('has nothing to scroll to, wherever its rows were', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(1000), height: 300 });
    page.scrollTo(20_000);
    page.list.filter = 'xyz';
    await page.pass(100);
    expect(page.state).to.equal('No results for “xyz”');
    expect(page.scroller.scrollHeight).to.equal(page.scroller.clientHeight);
    page.list.filter = '';
    await page.pass(100);
    expect(page.names()[0]).to.equal('Name 00000');
    expect(page.scroller.scrollHeight).to.be.greaterThan(50_000);
  });

  it('has no search field above nothing, but for one in use', async () => {
    const page = await ContactListPage.open({
      contacts: [],
      attributes: { searchable: '' },
    });
    expect(page.search).to.equal(null);
    page.list.contacts = PEOPLE;
    await page.list.updateComplete;
    expect(page.search).not.to.equal(null);
    page.list.filter = 'xyz';
    page.list.contacts = [];
    await page.list.updateComplete;
    expect(page.search).not.to.equal(null);
  });

  it('can be worded by the page, but not when nothing was found', async () => {
    const own = slotted('empty', 'Invite somebody');
    const page = await ContactListPage.open({ contacts: [], slotted: [own] });
    expect(isShown(own)).to.be.true;
    page.list.contacts = PEOPLE;
    page.list.filter = 'xyz';
    await page.list.updateComplete;
    expect(isShown(own)).to.be.false;
  });
});
