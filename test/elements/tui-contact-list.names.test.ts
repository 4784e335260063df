import { expect } from '@open-wc/testing';
import { loadHanReadings } from '../../src/contacts/index.js';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';
import { MARKS, SPELLINGS } from '../support/names.js';

const marked = (page: ContactListPage) =>
  page.names().map((name) => {
    const marks = [...page.row(name).querySelectorAll('mark')].map((mark) => mark.textContent);
    return marks.reduce((text, mark) => text.replace(mark, `[${mark}]`), name);
  });

const open = (names: readonly string[], lang = 'en') =>
  ContactListPage.open({
    contacts: contactsNamed(...new Set(names)),
    attributes: { searchable: '', lang },
  });

describe('names in a <tui-contact-list>', () => {
  it('are found by their readings as soon as these have come, and stay in their order', async () => {
    const page = await open(['Zoe', '张伟', '单田芳', 'Ana', '重庆']);
    const order = page.names();
    expect(order).to.deep.equal(['Ana', '重庆', '单田芳', 'Zoe', '张伟']);
    await page.type('zhangwei');
    await loadHanReadings();
    await page.list.updateComplete;
    expect(marked(page)).to.deep.equal(['[张伟]']);
    await page.type('');
    expect(page.names()).to.deep.equal(order);
  });

  for (const [script, names] of Object.entries(SPELLINGS)) {
    it(`in ${script} are found as people type them`, async () => {
      await loadHanReadings();
      const page = await open(names.map(([name]) => name));
      for (const [name, ...spellings] of names) {
        for (const spelling of spellings) {
          await page.type(spelling);
          expect(page.names(), spelling).to.include(name);
        }
      }
    });
  }

  it('are marked where they were found', async () => {
    await loadHanReadings();
    for (const [typed, text] of MARKS) {
      const page = await open([text.replace(/[[\]]/g, '')]);
      await page.type(typed);
      expect(marked(page), typed).to.deep.equal([text]);
      page.list.remove();
    }
  });

  it('are not read as Chinese on Japanese pages', async () => {
    await loadHanReadings();
    const page = await open(['山田', '田中'], 'ja');
    await page.type('shan');
    expect(page.names()).to.deep.equal([]);
    page.list.lang = 'zh-CN';
    await page.pass(0);
    expect(page.names()).to.deep.equal(['山田']);
  });

  it('stand under the letter they are read with, on any page', async () => {
    const names = ['曾敏', 'Ana', '单田芳', 'Sam', '尉迟恭', 'Zoe', '安琪'];
    const page = await ContactListPage.open({
      contacts: contactsNamed(...names),
      attributes: { 'group-by': 'initial', lang: 'en' },
      height: 900,
    });
    expect(page.headings()).to.deep.equal(['A 2', 'S 2', 'Y 1', 'Z 2']);
    expect(page.names()).to.deep.equal(['Ana', '安琪', 'Sam', '单田芳', '尉迟恭', 'Zoe', '曾敏']);
  });

  it('tell the Turkish i from the one without a dot', async () => {
    const page = await ContactListPage.open({
      contacts: contactsNamed('ilk', 'ılık'),
      attributes: { 'group-by': 'initial', lang: 'tr' },
    });
    expect(page.headings()).to.deep.equal(['I 1', 'İ 1']);
    expect(page.names()).to.deep.equal(['ılık', 'ilk']);
  });

  it('are abbreviated by their first and last word', async () => {
    const page = await open(['María José Carreño Quiñones', 'Dr. Ana López (Sales)']);
    const letters = page.all('[data-letters]').map((each) => each.dataset['letters']);
    expect(letters).to.have.members(['MQ', 'AL']);
  });
});
