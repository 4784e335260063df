import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';
import { startPresence } from '../support/elements.js';

const PEOPLE = [
  { userID: 'u1', name: 'Ana Nowak' },
  { userID: 'u2', name: '张伟' },
  { userID: 'u3', name: '李娜' },
];

/** The events of an input method that types into the search field, one state of the text after another. */
async function compose(page: ContactListPage, ...texts: string[]): Promise<void> {
  const field = page.search!;
  field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, isComposing: true, data: text }),
    );
    await page.list.updateComplete;
  }
}

async function endComposition(page: ContactListPage, text: string): Promise<void> {
  page.search!.value = text;
  page.search!.dispatchEvent(
    new CompositionEvent('compositionend', { bubbles: true, composed: true, data: text }),
  );
  await page.list.updateComplete;
}

const open = () => ContactListPage.open({ contacts: PEOPLE, attributes: { searchable: '' } });

describe('<tui-contact-list> with an input method', () => {
  it('searches for what is typed once the composition ends', async () => {
    const page = await open();
    page.search!.focus();
    await compose(page, 'z', 'zh', 'zhang');
    await page.pass(5000);
    expect(page.list.filter).to.equal('');
    expect(page.names()).to.have.length(3);
    expect(page.said).to.equal('');
    expect(page.search!.value).to.equal('zhang');
    await endComposition(page, '张');
    expect(page.list.filter).to.equal('张');
    expect(page.names()).to.deep.equal(['张伟']);
    await page.pass(5000);
    expect(page.said).to.equal('1 contact');
  });

  it('searches for Korean letters while they are composed', async () => {
    const contacts = contactsNamed('김민준', '강성', 'Ana');
    const page = await ContactListPage.open({ contacts, attributes: { searchable: '' } });
    page.search!.focus();
    await compose(page, 'ㄱ');
    expect(page.names()).to.deep.equal(['강성', '김민준']);
    await compose(page, '기', '김');
    expect(page.names()).to.deep.equal(['김민준']);
    expect(page.search!.value).to.equal('김');
    await endComposition(page, '김');
    expect(page.names()).to.deep.equal(['김민준']);
  });

  it('leaves half-typed text as it is while the list changes', async () => {
    const page = await open();
    page.search!.focus();
    await compose(page, 'zh');
    page.list.contacts = PEOPLE.slice(1);
    page.setStatus('u2', 'online');
    await page.pass(5000);
    expect(page.search!.value).to.equal('zh');
    expect(page.names()).to.have.members(['张伟', '李娜']);
  });

  it('drops half-typed text when the list is moved, and with the user', async () => {
    const page = await open();
    page.search!.focus();
    await compose(page, 'zh');
    const box = document.createElement('div');
    page.list.after(box);
    box.append(page.list);
    await page.list.updateComplete;
    expect(page.search!.value).to.equal('');
    page.list.filter = 'ana';
    await page.list.updateComplete;
    expect(page.search!.value).to.equal('ana');
    page.list.filter = '';
    await page.list.updateComplete;

    await compose(page, 'li');
    startPresence({ userID: 'another' }).source.connect(page.presence.controller);
    await page.pass(100);
    expect(page.search!.value).to.equal('');
    box.remove();
  });

  it('does not announce an earlier search while the next is composed', async () => {
    const page = await open();
    await page.type('a');
    await compose(page, 'az');
    await page.pass(5000);
    expect(page.said).to.equal('');
    await endComposition(page, 'a');
    await page.pass(5000);
    expect(page.said).to.equal('1 contact');
  });

  for (const [name, more] of [
    ['while it composes', { isComposing: true }],
    ['that ends the composition in Safari', { keyCode: 229 }],
  ] as const) {
    it(`keeps the focus in the field on a key ${name}`, async () => {
      const page = await open();
      page.search!.focus();
      await compose(page, 'zh');
      for (const key of ['ArrowDown', 'Enter', 'Escape']) {
        expect(page.pressKey(key, more).defaultPrevented, key).to.be.false;
      }
      expect(page.list.shadowRoot!.activeElement).to.equal(page.search);
      expect(page.search!.value).to.equal('zh');
    });
  }
});
