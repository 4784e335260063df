import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';

const PEOPLE = [
  { userID: 'u1', name: 'Ana Nowak' },
  { userID: 'u2', name: 'Björn Östlund', remark: 'Boss' },
  { userID: 'u3', name: '张伟' },
  { userID: 'ana-2', name: 'Zoe' },
];

const marked = (page: ContactListPage) => page.all('mark').map(({ textContent }) => textContent);

describe('<tui-contact-list> searched', () => {
  const SEARCHES: [filter: string, names: string[], marks: string[]][] = [
    ['ana', ['Ana Nowak', 'Zoe'], ['Ana']],
    ['OSTLUND', ['Boss'], []],
    ['boss', ['Boss'], ['Boss']],
    ['ＡＮＡ now', ['Ana Nowak'], ['Ana', 'Now']],
    ['u3', ['张伟'], []],
    ['伟', ['张伟'], ['伟']],
    ['', ['Ana Nowak', 'Boss', 'Zoe', '张伟'], []],
    ['   ', ['Ana Nowak', 'Boss', 'Zoe', '张伟'], []],
  ];
  for (const [filter, names, marks] of SEARCHES) {
    it(`finds and marks ${JSON.stringify(filter)}`, async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE, attributes: { filter } });
      expect(page.names()).to.have.members(names);
      expect(marked(page)).to.deep.equal(marks);
      expect(page.rows[0]!.getAttribute('aria-setsize')).to.equal(String(names.length));
    });
  }

  for (const dir of ['ltr', 'rtl']) {
    it(`has a glass whose handle goes on from it, ${dir}`, async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE, attributes: { dir } });
      page.list.searchable = true;
      await page.list.updateComplete;
      const glass = page.all('.glass')[0]!;
      const handle = getComputedStyle(glass, '::after');
      // On the lower right, and turned outwards.
      expect([getComputedStyle(glass).transform, handle.left, handle.top]).to.deep.equal([
        'none',
        '7px',
        '8px',
      ]);
      expect(new DOMMatrix(handle.transform).b).to.be.above(0);
    });
  }

  it('ends a prompt that is too long with an ellipsis', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.list.searchable = true;
    await page.list.updateComplete;
    expect(getComputedStyle(page.search!).textOverflow).to.equal('ellipsis');
  });

  it('removes the marks when the search is over', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      attributes: { filter: 'ana' },
    });
    page.list.filter = '';
    await page.list.updateComplete;
    expect(marked(page)).to.deep.equal([]);
    expect(page.names()).to.include('Ana Nowak');
  });

  it('says that there are no results', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      attributes: { filter: '<b>x' },
    });
    expect(page.state).to.equal('No results for “<b>x”');
    await expect(page.list).to.be.accessible();
  });

  it('scrolls to the first result', async () => {
    const page = await ContactListPage.open({ contacts: contactsNumbered(1000) });
    page.scrollTo(30_000);
    page.list.filter = '9';
    await page.list.updateComplete;
    expect(page.scroller.scrollTop).to.equal(0);
    expect(page.visibleRows[0]!.dataset['userId']).to.equal('user9');
  });

  it('keeps order, groups and counts', async () => {
    const page = await ContactListPage.open({
      contacts: contactsNamed('Ana', 'Anton', 'Ben', 'Hanna'),
      attributes: { filter: 'an', 'group-by': 'status' },
      statuses: { hanna: 'online', ben: 'online', ana: 'offline' },
    });
    expect(page.headings()).to.deep.equal(['Online 1', 'Offline 1', 'Status unknown 1']);
    page.setStatus('ana', 'online');
    await page.draw();
    expect(page.headings()).to.deep.equal(['Online 2', 'Status unknown 1']);
    expect(page.names()).to.deep.equal(['Ana', 'Hanna', 'Anton']);
  });

  describe('[searchable]', () => {
    it('adds a search field with a name', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { searchable: '' },
      });
      expect(page.search!.type).to.equal('search');
      expect(page.search!.getAttribute('aria-label')).to.equal('Search contacts');
      await expect(page.list).to.be.accessible();
      page.list.searchable = false;
      await page.list.updateComplete;
      expect(page.search).to.equal(null);
    });

    it('filters while the user types, and announces the number of results', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { searchable: '' },
      });
      await page.type('a');
      await page.type('an');
      expect(page.list.filter).to.equal('an');
      expect(page.names()).to.deep.equal(['Ana Nowak', 'Zoe']);
      expect(page.said).to.equal('');
      await page.pass(2000);
      expect(page.said).to.equal('2 contacts');
      await page.type('');
      await page.pass(2000);
      expect(page.said).to.equal('');
      expect(page.names()).to.have.length(4);
    });

    it('announces no number for spaces, which filter nothing', async () => {
      const page = await ContactListPage.open({
        contacts: contactsNamed('Ana', 'Ben'),
        attributes: { searchable: '' },
      });
      await page.type('  ');
      await page.pass(2000);
      expect(page.names()).to.deep.equal(['Ana', 'Ben']);
      expect(page.said).to.equal('');
    });

    it('shows the filter that the page sets', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { searchable: '', filter: 'zo' },
      });
      expect(page.search!.value).to.equal('zo');
      await page.type('zoe');
      page.list.filter = '';
      await page.list.updateComplete;
      expect(page.search!.value).to.equal('');
    });

    it('is emptied by a button, which is no stop of the tab key', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { searchable: '' },
      });
      const button = () => page.all('.field button')[0];
      expect(button()).to.equal(undefined);
      await page.type('zo');
      expect(button()!.getAttribute('aria-label')).to.equal('Clear search');
      expect(button()!.tabIndex).to.equal(-1);
      await expect(page.list).to.be.accessible();
      button()!.focus();
      button()!.click();
      await page.list.updateComplete;
      expect([page.search!.value, page.list.filter]).to.deep.equal(['', '']);
      expect(page.names()).to.have.length(4);
      expect(page.list.shadowRoot!.activeElement).to.equal(page.search);
      expect(button()).to.equal(undefined);
    });

    it('is emptied by Escape, which closes a dialog only when there is nothing to empty', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { searchable: '' },
      });
      page.search!.focus();
      await page.type('zo');
      expect(page.pressKey('Escape').defaultPrevented).to.be.true;
      await page.list.updateComplete;
      expect([page.search!.value, page.list.filter]).to.deep.equal(['', '']);
      expect(page.names()).to.have.length(4);
      expect(page.pressKey('Escape').defaultPrevented).to.be.false;
    });

    it('has text of 16 px at least, so that no phone zooms in on it', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { searchable: '' },
      });
      expect(parseFloat(getComputedStyle(page.search!).fontSize)).to.be.at.least(16);
    });

    it('moves the focus into the list with the arrow down', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { searchable: '' },
      });
      page.search!.focus();
      const event = new KeyboardEvent('keydown', { key: 'ArrowDown', cancelable: true });
      page.search!.dispatchEvent(event);
      expect(page.list.shadowRoot!.activeElement).to.equal(page.scroller);
      expect(page.activeName).to.equal('Ana Nowak');
    });
  });
});
