import { expect } from '@open-wc/testing';
import { loadHanReadings } from '../../src/contacts/index.js';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';

const PEOPLE = contactsNamed('Ana', 'Anton', 'Björn', 'Carla', 'Émile', '张伟');

/** Longer than letters belong together. */
const PAUSE = 1500;

describe('typing in a <tui-contact-list>', () => {
  it('takes the letters of AltGr, which Windows reports as Ctrl and Alt', async () => {
    const page = await ContactListPage.open({ contacts: contactsNamed('Ana', 'Łukasz') });
    page.focus();
    const type = (hasAltGraph: boolean): void => {
      const init = { key: 'ł', ctrlKey: true, altKey: true, bubbles: true, composed: true };
      const event = new KeyboardEvent('keydown', init);
      // WebKit has no way to create an event with this modifier.
      event.getModifierState = (name) => name === 'AltGraph' && hasAltGraph;
      page.scroller.dispatchEvent(event);
    };
    type(false);
    expect(page.activeName, 'a shortcut of the page').to.equal('Ana');
    type(true);
    expect(page.activeName).to.equal('Łukasz');
  });

  it('goes to a row that begins with the letter, whatever its case and marks', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.focus();
    page.press('c');
    expect(page.activeName).to.equal('Carla');
    await page.pass(PAUSE);
    page.press('e');
    expect(page.activeName).to.equal('Émile');
    await page.pass(PAUSE);
    page.press('张');
    expect(page.activeName).to.equal('张伟');
  });

  it('combines letters that are typed quickly', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.focus();
    page.press('a', 'n', 't');
    expect(page.activeName).to.equal('Anton');
  });

  it('goes through the rows that begin with the same letter', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.focus();
    page.press('a');
    expect(page.activeName).to.equal('Anton');
    page.press('a');
    expect(page.activeName).to.equal('Ana');
  });

  it('finds a row that is not drawn', async () => {
    const contacts = [...contactsNumbered(20_000), { userID: 'zoe', name: 'Zoe' }];
    const page = await ContactListPage.open({ contacts });
    page.focus();
    page.press('z');
    expect(page.activeName).to.equal('Zoe');
    expect(page.visibleRows).to.include(page.activeRow);
    expect(page.activeRow!.getAttribute('aria-posinset')).to.equal('20001');
  });

  it('treats a space as a letter only while letters are being typed', async () => {
    const contacts = contactsNamed('Ana A', 'Ana B', 'Zoe');
    const page = await ContactListPage.open({ contacts });
    page.focus();
    page.press('a', 'n', 'a', ' ', 'b');
    expect(page.activeName).to.equal('Ana B');
    expect(page.list.selected).to.equal('');
    await page.pass(PAUSE);
    page.press(' ');
    expect(page.list.selected).to.equal('ana b');
  });

  it('forgets a letter that leads nowhere', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.focus();
    page.press('q', 'c');
    expect(page.activeName).to.equal('Carla');
    await page.pass(PAUSE);
    page.press('a', 'q', 'n', 't');
    expect(page.activeName).to.equal('Anton');
  });

  it('finds a Chinese name by its pinyin', async () => {
    const contacts = contactsNamed('Ana', '李伟', '张伟', 'Ben');
    const page = await ContactListPage.open({ contacts });
    page.focus();
    page.press('z', 'w');
    expect(page.activeName).to.equal('张伟');
    await page.pass(PAUSE);
    page.press('l');
    expect(page.activeName).to.equal('李伟');
    page.list.lang = 'ja';
    await page.pass(PAUSE);
    page.press('z');
    expect(page.activeName).to.equal('李伟');
  });

  for (const [name, ...keys] of [
    ['重庆', ...'zhongq'],
    ['重庆', ...'chongq'],
    ['張偉', '张'],
    ['김민준', 'ㄱ', 'ㅁ'],
    ['أحمد', 'ا', 'ح'],
    ['O’Neil', ...'oneil'],
    ['Þór', ...'th'],
    ['٣ غرف', '3'],
  ] as const) {
    it(`finds ${name} by ${keys.join('')}`, async () => {
      await loadHanReadings();
      const page = await ContactListPage.open({ contacts: contactsNamed('Ana', 'Zoe', name) });
      page.focus();
      page.press(...keys);
      expect(page.activeName).to.equal(name);
    });
  }

  it('goes through the Chinese names of a letter', async () => {
    const page = await ContactListPage.open({ contacts: contactsNamed('Ana', '张三', '赵四') });
    page.focus();
    page.press('z');
    expect(page.activeName).to.equal('张三');
    page.press('z');
    expect(page.activeName).to.equal('赵四');
  });

  for (const [platform, init, isText] of [
    ['MacIntel', { key: 'å', altKey: true }, true],
    ['MacIntel', { key: 'Å', altKey: true, shiftKey: true }, true],
    ['iPad', { key: 'å', altKey: true }, true],
    ['MacIntel', { key: 'å', altKey: true, ctrlKey: true }, false],
    ['MacIntel', { key: 'å', altKey: true, metaKey: true }, false],
    ['MacIntel', { key: 'a', altKey: true }, false],
    ['Win32', { key: 'å', altKey: true }, false],
    ['Linux x86_64', { key: 'å', altKey: true }, false],
  ] as const) {
    const keys = Object.keys(init).slice(1).join(' and ');
    it(`takes ${init.key} with ${keys} for ${isText ? 'text' : 'a shortcut'} on ${platform}`, async () => {
      const page = await ContactListPage.open({ contacts: contactsNamed('Björn', 'Åsa') });
      page.focus();
      page.press('b');
      await page.pass(PAUSE);
      Object.defineProperty(navigator, 'platform', { value: platform, configurable: true });
      try {
        const { key, ...modifiers } = init;
        expect(page.pressKey(key, modifiers).defaultPrevented).to.equal(isText);
      } finally {
        Reflect.deleteProperty(navigator, 'platform');
      }
      expect(page.activeName).to.equal(isText ? 'Åsa' : 'Björn');
    });
  }

  it('continues a name with what it has beside letters, and begins none with it', async () => {
    const contacts = contactsNamed('Ana', "O'Brien", 'Oya', 'Zoe-Li', 'Zoey');
    const page = await ContactListPage.open({ contacts });
    page.focus();
    expect(page.pressKey("'").defaultPrevented).to.be.false;
    page.press('o', "'");
    expect(page.activeName).to.equal("O'Brien");
    page.press('b');
    expect(page.activeName).to.equal("O'Brien");
    await page.pass(PAUSE);
    page.press('z', 'o', 'e', '-');
    expect(page.activeName).to.equal('Zoe-Li');
  });

  it('keeps the active row when no row begins with the letter', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.focus();
    page.press('ArrowDown', 'q');
    expect(page.activeName).to.equal('Anton');
  });
});
