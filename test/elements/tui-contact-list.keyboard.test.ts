import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';

const PEOPLE = contactsNamed('Ana', 'Anton', 'Björn', 'Carla', 'Émile', '张伟');

describe('<tui-contact-list> by keyboard', () => {
  it('has one tab stop, and none when it is empty', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    expect(page.all('[tabindex]')).to.deep.equal([page.scroller]);
    expect(page.scroller.tabIndex).to.equal(0);
    page.list.contacts = [];
    await page.list.updateComplete;
    expect(page.all('[tabindex]')).to.deep.equal([]);
    expect(page.all('[role=listbox]')).to.deep.equal([]);
  });

  it('begins with the selected row, else with the first that is wholly visible', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(1000) });
    expect(page.activeRow).to.equal(null);
    page.scrollTo(6000);
    const [, first] = page.visibleRows;
    page.focus();
    expect(page.activeRow).to.equal(first);
    expect(page.scroller.scrollTop).to.equal(6000);
    page.scroller.blur();
    const other = await ContactListPage.open({
      contacts: PEOPLE,
      attributes: { selected: 'björn' },
    });
    other.focus();
    expect(other.activeName).to.equal('Björn');
  });

  const WALK: [key: string, from: number, to: number][] = [
    ['ArrowDown', 0, 1],
    ['ArrowDown', 999, 999],
    ['ArrowUp', 0, 0],
    ['ArrowUp', 500, 499],
    ['Home', 500, 0],
    ['End', 500, 999],
    ['PageDown', 0, 9],
    ['PageDown', 995, 999],
    ['PageUp', 9, 0],
    ['PageUp', 500, 491],
  ];
  for (const [key, from, to] of WALK) {
    it(`goes from row ${from} to row ${to} with ${key}, and brings it into view`, async () => {
      const page = await ContactListPage.open({
        contacts: contactsNumbered(1000),
        attributes: { selected: `user${from}` },
      });
      page.focus();
      page.press(key);
      const row = page.activeRow!;
      expect(row.dataset['userId']).to.equal(`user${to}`);
      expect(row.getAttribute('aria-posinset')).to.equal(String(to + 1));
      const [box, list] = [row.getBoundingClientRect(), page.scroller.getBoundingClientRect()];
      expect(box.top).to.be.at.least(list.top - 0.5);
      expect(box.bottom).to.be.at.most(list.bottom + 0.5);
      expect(page.list.selected).to.equal(`user${from}`);
    });
  }

  it('never leaves the active row under its heading', async () => {
    const page = await ContactListPage.open({
      contacts: contactsNumbered(200),
      attributes: { 'group-by': 'initial', selected: 'user100' },
    });
    page.focus();
    page.press('End', 'PageUp', 'PageUp', 'ArrowUp', 'ArrowUp');
    const heading = page.all('[part=group]')[0]!.getBoundingClientRect();
    expect(page.activeRow!.getBoundingClientRect().top).to.be.at.least(heading.bottom - 0.5);
    page.press('Home');
    expect(page.scroller.scrollTop).to.equal(0);
  });

  it('outlines the active row only after a key was used', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    const outline = (name: string) => getComputedStyle(page.row(name)).outlineStyle;
    page.focus();
    page.click('Björn');
    expect(page.activeName).to.equal('Björn');
    expect(outline('Björn')).to.equal('none');
    page.press('ArrowDown');
    expect(outline('Björn')).to.equal('none');
    expect(outline('Carla')).to.equal('solid');
    page.scroller.blur();
    expect(outline('Carla')).to.equal('none');
  });

  for (const key of ['Enter', ' ']) {
    it(`selects the active row with ${JSON.stringify(key)}`, async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      const selected: string[] = [];
      page.list.addEventListener('tui-contact-select', ({ userID }) => selected.push(userID));
      page.focus();
      page.press('ArrowDown', key);
      expect(selected).to.deep.equal(['anton']);
      expect(page.list.selected).to.equal('anton');
    });
  }

  it('selects once while Enter is held down', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    const selected: string[] = [];
    page.list.addEventListener('tui-contact-select', ({ userID }) => selected.push(userID));
    page.focus();
    for (const key of ['Enter', ' ']) {
      page.pressKey(key);
      for (let times = 0; times < 5; times++) {
        expect(page.pressKey(key, { repeat: true }).defaultPrevented).to.be.true;
      }
    }
    expect(selected).to.deep.equal(['ana', 'ana']);
  });

  it('leaves the keys of an input method alone', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.focus();
    for (const more of [{ isComposing: true }, { keyCode: 229 }]) {
      for (const key of ['ArrowDown', 'Enter', ' ', 'c', 'Process']) {
        expect(page.pressKey(key, more).defaultPrevented, key).to.be.false;
      }
    }
    expect(page.activeName).to.equal('Ana');
    expect(page.list.selected).to.equal('');
  });

  it('handles the keys of a listbox and leaves all others to the page', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.focus();
    const isTaken = (key: string, more: KeyboardEventInit = {}) =>
      page.pressKey(key, more).defaultPrevented;
    for (const key of ['ArrowDown', 'Home', 'PageDown', 'Enter', 'c']) {
      expect(isTaken(key), key).to.be.true;
    }
    for (const key of ['Tab', 'Escape', 'F5', 'F10', 'ArrowLeft', 'Shift', 'Dead', '?', '/', 'x']) {
      expect(isTaken(key), key).to.be.false;
    }
    expect(isTaken('a', { ctrlKey: true })).to.be.false;
    expect(isTaken('End', { metaKey: true })).to.be.false;
    expect(isTaken('ArrowDown', { altKey: true })).to.be.false;
  });

  it('names no active row while it is scrolled out of view, until a key brings it back', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(1000) });
    page.focus();
    page.press('ArrowDown');
    page.scrollTo(30_000);
    expect(page.activeRow).to.equal(null);
    page.press('ArrowDown');
    expect(page.activeName).to.equal('Name 00002');
  });

  it('activates the row in the same place after the active contact has left the list', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.focus();
    page.press('ArrowDown', 'ArrowDown');
    page.list.contacts = PEOPLE.filter(({ userID }) => userID !== 'björn');
    await page.list.updateComplete;
    expect(page.activeName).to.equal('Carla');
    page.list.contacts = PEOPLE.slice(0, 1);
    await page.list.updateComplete;
    expect(page.activeName).to.equal('Ana');
    page.list.contacts = [];
    await page.list.updateComplete;
    page.press('ArrowDown', 'Enter', 'a');
    expect(page.list.selected).to.equal('');
  });

  it('works from right to left', async () => {
    const page = await ContactListPage.open({
      contacts: contactsNamed('محمد', 'سارة'),
      attributes: { dir: 'rtl', lang: 'ar' },
      statuses: { سارة: 'online' },
    });
    expect(page.spoken('سارة')).to.equal('سارة، متصل');
    page.focus();
    page.press('ArrowDown');
    expect(page.activeName).to.equal('محمد');
    const [avatar, name] = ['avatar', 'name'].map((part) =>
      page.activeRow!.querySelector(`[part=${part}]`)!.getBoundingClientRect(),
    );
    expect(avatar!.left).to.be.above(name!.right);
    const dot = page.activeRow!.querySelector('[part~=dot]')!.getBoundingClientRect();
    expect(dot.left).to.be.closeTo(avatar!.left, 0.5);
    await expect(page.list).to.be.accessible();
  });
});
