import { expect, fixture, html } from '@open-wc/testing';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import { startPresence } from '../support/elements.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla');

const focused = (page: ContactListPage) => page.list.shadowRoot!.activeElement;

describe('<tui-contact-list> focus()', () => {
  it('gives the focus to the rows, also where there is a search field', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE, attributes: { searchable: '' } });
    page.list.focus();
    expect(document.activeElement).to.equal(page.list);
    expect(focused(page)).to.equal(page.scroller);
    page.press('ArrowDown');
    expect(page.activeName).to.equal('Ben');
  });

  it('gives the focus to the search field while there are no rows', async () => {
    const attributes = { searchable: '', filter: 'zoe' };
    const page = await ContactListPage.open({ contacts: PEOPLE, attributes });
    page.list.focus();
    expect(focused(page)).to.equal(page.search);
  });

  it('leaves the list where it is scrolled to', async () => {
    const attributes = { selected: 'user3' };
    const page = await ContactListPage.open({ contacts: contactsNumbered(1000), attributes });
    for (const top of [0, 3000, 3010, 30_025]) {
      page.scrollTo(top);
      page.list.focus();
      expect(page.scroller.scrollTop).to.equal(top);
      expect(page.visibleRows).to.include(page.activeRow);
      page.scroller.blur();
    }
  });

  it('leaves a grouped list where it is, and begins below the heading', async () => {
    const attributes = { 'group-by': 'initial' };
    const page = await ContactListPage.open({ contacts: contactsNumbered(1000), attributes });
    page.scrollTo(3010);
    page.list.focus();
    expect(page.scroller.scrollTop).to.equal(3010);
    const heading = page.all('[part=group]')[0]!.getBoundingClientRect();
    expect(page.activeRow!.getBoundingClientRect().top).to.be.at.least(heading.bottom - 0.5);
  });

  it('waits for the first rows, unless something else gets the focus', async () => {
    const presence = startPresence();
    const page = await ContactListPage.open({ presence });
    page.list.focus();
    presence.source.setContacts(PEOPLE);
    await page.pass(1000);
    expect(focused(page)).to.equal(page.scroller);

    const other = await ContactListPage.open({ presence: startPresence() });
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Message" />`);
    other.list.focus();
    field.focus();
    other.presence.source.setContacts(PEOPLE);
    await other.pass(1000);
    expect(document.activeElement).to.equal(field);
  });

  it('does nothing on a list without rows', async () => {
    const page = await ContactListPage.open({ contacts: [] });
    page.list.focus();
    page.list.contacts = PEOPLE;
    await page.list.updateComplete;
    expect(focused(page)).to.equal(null);
  });
});

describe('<tui-contact-list> in a dialog that opens', () => {
  for (const attributes of [{}, { selected: 'user52' }, { 'group-by': 'initial' }]) {
    it(`is where it was before, with ${JSON.stringify(attributes)}`, async () => {
      const page = await ContactListPage.open({
        contacts: contactsNumbered(1000),
        attributes: attributes as Record<string, string>,
      });
      const dialog = document.createElement('dialog');
      page.list.parentElement!.append(dialog);
      dialog.append(page.list);
      dialog.showModal();
      await page.resized();
      page.scrollTo(3010);
      for (let times = 0; times < 2; times++) {
        dialog.close();
        await page.resized();
        dialog.showModal();
        page.scroller.focus();
        await page.resized();
        expect(page.scroller.scrollTop).to.equal(3010);
        expect(focused(page)).to.equal(page.scroller);
        expect(page.visibleRows).to.include(page.activeRow);
      }
      dialog.close();
    });
  }

  it('is where it was although its contacts have changed meanwhile', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(1000) });
    page.scrollTo(3000);
    page.list.hidden = true;
    await page.resized();
    page.list.contacts = contactsNumbered(900);
    await page.list.updateComplete;
    expect(page.rows).to.have.length(0);
    page.list.hidden = false;
    await page.resized();
    expect(page.scroller.scrollTop).to.equal(3000);
    expect(page.visibleRows.map(({ dataset }) => dataset['userId'])).to.include('user55');
  });
});

describe('<tui-contact-list> whose row opens a dialog', () => {
  it('has the focus again when the dialog closes, in the same row and the same place', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(50), height: 300 });
    const dialog = await fixture<HTMLDialogElement>(html`<dialog><button>OK</button></dialog>`);
    page.list.addEventListener('tui-contact-select', () => dialog.showModal());
    page.focus();
    page.press(...Array.from({ length: 12 }, () => 'ArrowDown'));
    const { scrollTop } = page.scroller;
    page.press('Enter');
    expect(document.activeElement).to.equal(dialog.querySelector('button'));
    dialog.close();
    await page.pass(0);
    expect(document.activeElement).to.equal(page.list);
    expect(page.activeName).to.equal('Name 00012');
    expect(page.scroller.scrollTop).to.equal(scrollTop);
  });
});

describe('<tui-contact-list> when what has the focus goes away', () => {
  it('has the focus after an error with its button', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.presence.source.fail('feature-disabled');
    await page.pass(1000);
    page.all('.notice button')[0]!.focus();
    page.presence.source.fail(undefined);
    page.presence.controller.retry();
    await page.pass(1000);
    expect(page.all('.notice button')).to.deep.equal([]);
    expect(focused(page)).to.equal(page.scroller);
  });

  it("has the focus after the page's own words for the error", async () => {
    const own = document.createElement('button');
    own.slot = 'error';
    own.textContent = 'Ask for help';
    const page = await ContactListPage.open({ contacts: PEOPLE, slotted: [own] });
    page.presence.source.fail('feature-disabled');
    await page.pass(1000);
    own.focus();
    expect(document.activeElement).to.equal(own);
    page.presence.source.fail(undefined);
    page.presence.controller.retry();
    await page.pass(1000);
    expect(focused(page)).to.equal(page.scroller);
  });

  it('has the focus after the search field', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE, attributes: { searchable: '' } });
    page.search!.focus();
    page.list.searchable = false;
    await page.list.updateComplete;
    expect(focused(page)).to.equal(page.scroller);
  });

  it('keeps the focus while it has no rows', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.focus();
    page.list.contacts = [];
    await page.resized();
    expect(focused(page)).to.equal(page.scroller);
    page.list.contacts = PEOPLE;
    await page.list.updateComplete;
    page.press('ArrowDown');
    expect(page.activeName).to.equal('Ben');
    expect(page.scroller.tabIndex).to.equal(0);
  });

  it('leaves the focus to a page that has moved it', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Message" />`);
    page.presence.source.fail('feature-disabled');
    await page.pass(1000);
    page.all('.notice button')[0]!.focus();
    field.focus();
    page.presence.source.fail(undefined);
    page.presence.controller.retry();
    await page.pass(1000);
    expect(document.activeElement).to.equal(field);
  });
});
