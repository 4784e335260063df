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

  it('unmarks the names when the search is over', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE, attributes: { filter: 'ana' } });
    page.list.filter = '';
    await page.list.updateComplete;
    expect(marked(page)).to.deep.equal([]);
    expect(page.names()).to.include('Ana Nowak');
  });

  it('says that nothing was found', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE, attributes: { filter: '<b>x' } });
    expect(page.state).to.equal('No results for “<b>x”');
    await expect(page.list).to.be.accessible();
  });

  it('shows all from the beginning of what is found', async () => {
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
    it('has a field with a name, and without it none', async () => {
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

    it('finds while somebody types, and says how many', async () => {
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

    it('shows what the page searches for', async () => {
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

    it('lets the arrow down lead into the list', async () => {
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
