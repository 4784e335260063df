import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNumbered } from '../support/contact-list-page.js';
import { startPresence } from '../support/elements.js';

const PEOPLE = contactsNumbered(1000);

/** Whether all of an active row can be seen. */
function isActiveInView(page: ContactListPage, userID: string): boolean {
  const row = page.activeRow;
  if (row?.dataset['userId'] !== userID) return false;
  const [box, list] = [row.getBoundingClientRect(), page.scroller.getBoundingClientRect()];
  return box.top >= list.top - 0.5 && box.bottom <= list.bottom + 0.5;
}

describe('<tui-contact-list> scrollToContact', () => {
  it('brings a row into view and makes it active', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    for (const userID of ['user500', 'user3', 'user999', 'user998']) {
      page.list.scrollToContact(userID);
      expect(isActiveInView(page, userID), userID).to.be.true;
    }
    expect(page.list.selected).to.equal('');
    page.focus();
    page.press('ArrowUp');
    expect(isActiveInView(page, 'user997')).to.be.true;
  });

  it('leaves the list where it is when the row is in view', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.scrollTo(3000);
    page.list.scrollToContact('user53');
    expect(page.scroller.scrollTop).to.equal(3000);
    expect(isActiveInView(page, 'user53')).to.be.true;
  });

  it('takes contacts that were set just before', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE.slice(0, 5) });
    page.list.contacts = PEOPLE;
    page.list.scrollToContact('user700');
    await page.list.updateComplete;
    expect(isActiveInView(page, 'user700')).to.be.true;
  });

  it('waits for the first contacts, and for no later ones', async () => {
    const presence = startPresence();
    const page = await ContactListPage.open({ presence });
    page.list.scrollToContact('user100');
    page.list.scrollToContact('user400');
    await page.pass(1000);
    presence.source.setContacts(PEOPLE);
    await page.pass(1000);
    expect(isActiveInView(page, 'user400')).to.be.true;

    const other = await ContactListPage.open({ presence: startPresence() });
    other.list.scrollToContact('new');
    other.presence.source.setContacts(PEOPLE);
    await other.pass(1000);
    other.presence.source.setContacts([...PEOPLE, { userID: 'new', name: 'Zoe' }]);
    await other.pass(1000);
    expect(other.scroller.scrollTop).to.equal(0);
    expect(other.activeRow).to.equal(null);
  });

  it('works before the list is in the page', async () => {
    const list = document.createElement('tui-contact-list');
    list.scrollToContact('user500');
    list.contacts = PEOPLE;
    list.style.height = '600px';
    document.body.append(list);
    await list.updateComplete;
    const page = new ContactListPage(list, startPresence());
    expect(isActiveInView(page, 'user500')).to.be.true;
    list.remove();
  });

  it('ignores a user who is not listed', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.scrollTo(3000);
    for (const userID of ['nobody', '', undefined, null, 7]) {
      page.list.scrollToContact(userID as string);
    }
    expect(page.scroller.scrollTop).to.equal(3000);
    expect(page.activeRow).to.equal(null);
  });

  for (const contacts of [PEOPLE, PEOPLE.slice(1)]) {
    const how = contacts === PEOPLE ? '' : ', also with other contacts';
    it(`waits until a hidden list is shown${how}`, async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      page.list.hidden = true;
      await page.resized();
      page.list.scrollToContact('user500');
      page.list.hidden = false;
      page.list.contacts = contacts;
      await page.resized();
      expect(isActiveInView(page, 'user500')).to.be.true;
    });
  }
});

describe('<tui-contact-list> selected by the page', () => {
  it('shows the row', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.list.selected = 'user500';
    await page.list.updateComplete;
    expect(isActiveInView(page, 'user500')).to.be.true;
    expect(page.activeRow!.getAttribute('aria-selected')).to.equal('true');
    page.list.selected = '';
    page.list.requestUpdate();
    await page.list.updateComplete;
    expect(isActiveInView(page, 'user500')).to.be.true;
  });

  it('begins at the top when the selection was there first', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      attributes: { selected: 'user500' },
    });
    expect(page.scroller.scrollTop).to.equal(0);
  });

  it('shows the row of the last selection, if several come before the contacts', async () => {
    const page = await ContactListPage.open({ contacts: null });
    for (const userID of ['user300', '', 'user900']) {
      page.list.selected = userID;
      await page.list.updateComplete;
    }
    page.list.contacts = PEOPLE;
    await page.list.updateComplete;
    expect(isActiveInView(page, 'user900')).to.be.true;
  });

  it('shows the row of scrollToContact, if that is asked for too', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.list.selected = 'user500';
    page.list.scrollToContact('user900');
    await page.list.updateComplete;
    expect(isActiveInView(page, 'user900')).to.be.true;
  });

  it('moves nothing when the user selects a row that is half in view', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.list.addEventListener('tui-contact-select', ({ userID }) => (page.list.selected = userID));
    page.scrollTo(3040);
    page.visibleRows[0]!.click();
    await page.list.updateComplete;
    expect(page.list.selected).to.equal('user50');
    expect(page.scroller.scrollTop).to.equal(3040);
  });
});
