import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNumbered } from '../support/contact-list-page.js';

describe('<tui-contact-list> scroll position', () => {
  const topOf = (page: ContactListPage, name: string) =>
    page.row(name).getBoundingClientRect().top - page.list.getBoundingClientRect().top;

  it('keeps the focused row in place when others are inserted before it', async () => {
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

  it('keeps the visible rows in place when others are inserted before them', async () => {
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

  it('stays at the top of the list', async () => {
    const contacts = contactsNumbered(100);
    const page = await ContactListPage.open({ contacts });
    page.list.contacts = [{ userID: 'first', name: 'A first' }, ...contacts];
    await page.list.updateComplete;
    expect(page.scroller.scrollTop).to.equal(0);
    expect(page.visibleRows[0]!.dataset['userId']).to.equal('first');
  });

  it('moves to the end of a list that has become short', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(1000) });
    page.scrollTo(50_000);
    page.list.contacts = contactsNumbered(20);
    await page.list.updateComplete;
    expect(page.visibleRows.at(-1)!.dataset['userId']).to.equal('user19');
    expect(page.visibleRows.length).to.be.within(10, 11);
  });

  // The browser begins at the start of what is inserted, and raises no event.
  it('keeps its place when it is moved in the page, or removed for a while', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(1000) });
    const holder = page.list.parentElement!;
    const assertPlace = async () => {
      await page.resized();
      expect(page.scroller.scrollTop).to.equal(2000);
      expect(topOf(page, 'Name 00040')).to.be.closeTo(before, 0.5);
    };
    page.scrollTo(2000);
    const before = topOf(page, 'Name 00040');
    holder.append(page.list);
    await assertPlace();
    page.list.remove();
    await page.resized();
    holder.append(page.list);
    await assertPlace();
  });

  it('keeps its place when it is shown again and gets other contacts at once', async () => {
    const contacts = contactsNumbered(1000);
    const page = await ContactListPage.open({ contacts });
    page.scrollTo(2000);
    const before = topOf(page, 'Name 00040');
    page.list.style.display = 'none';
    await page.resized();
    page.list.style.display = '';
    page.list.contacts = [{ userID: 'first', name: 'A first' }, ...contacts];
    await page.resized();
    expect(page.scroller.scrollTop).to.equal(2060);
    expect(topOf(page, 'Name 00040')).to.be.closeTo(before, 0.5);
  });

  it('keeps its place when it was short while it was hidden', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(1000) });
    page.scrollTo(2000);
    page.list.style.display = 'none';
    await page.resized();
    page.list.contacts = contactsNumbered(3);
    await page.resized();
    page.list.style.display = '';
    page.list.contacts = contactsNumbered(1000);
    await page.resized();
    expect(page.scroller.scrollTop).to.equal(2000);
    expect(page.visibleRows[0]!.dataset['userId']).to.equal('user33');
  });

  it('is at its start when it is short as it is shown again', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(1000) });
    page.scrollTo(2000);
    page.list.style.display = 'none';
    await page.resized();
    page.list.contacts = contactsNumbered(3);
    page.list.style.display = '';
    await page.resized();
    expect(page.visibleRows[0]!.dataset['userId']).to.equal('user0');
    page.list.contacts = contactsNumbered(1000);
    await page.resized();
    expect(page.scroller.scrollTop).to.equal(0);
    expect(page.visibleRows[0]!.dataset['userId']).to.equal('user0');
  });

  // As it does for a picture of the whole page, for a printer, and when a device is turned.
  for (const isRead of [false, true]) {
    const when = isRead ? ', and the page reads its size before' : '';
    it(`keeps its place when it is very tall for a while${when}`, async () => {
      const page = await ContactListPage.open({ contacts: contactsNumbered(100) });
      const resize = async (height: number) => {
        page.list.style.height = `${height}px`;
        // The browser moves the rows now, and says so before it reports the size.
        if (isRead) expect(page.scroller.scrollTop).to.be.at.most(2000);
        await page.resized();
      };
      page.scrollTo(2000);
      const before = topOf(page, 'Name 00040');
      for (const height of [5000, 20_000]) {
        await resize(height);
        expect(page.visibleRows.at(-1)!.dataset['userId']).to.equal('user99');
        await resize(600);
        expect(page.scroller.scrollTop).to.equal(2000);
        expect(topOf(page, 'Name 00040')).to.be.closeTo(before, 0.5);
      }
    });
  }

  it('keeps the first row whatever height its rows get', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(1000) });
    page.scrollTo(2040);
    const before = topOf(page, 'Name 00033');
    expect(before).to.equal(-56);
    for (const height of [120, 60, 200, 60]) {
      page.list.style.setProperty('--tui-row-height', `${height}px`);
      await page.resized();
      expect(page.visibleRows[0]!.dataset['userId']).to.equal('user33');
      expect(topOf(page, 'Name 00033')).to.be.closeTo(before, 0.5);
    }
  });

  it('is where the user has scrolled to while it was tall', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(100) });
    page.scrollTo(5000);
    page.list.style.height = '3000px';
    await page.resized();
    page.scrollTo(1000);
    page.list.style.height = '600px';
    await page.resized();
    expect(page.scroller.scrollTop).to.equal(1000);
  });
});
