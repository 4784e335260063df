import { expect } from '@open-wc/testing';
import { OwnStatusPage } from '../support/own-status-page.js';

async function openByKey(key = 'ArrowDown', properties = {}): Promise<OwnStatusPage> {
  const page = await OwnStatusPage.open({ properties });
  page.element.focus();
  const event = await page.key(key);
  expect(event.defaultPrevented).to.be.true;
  return page;
}

const isButtonFocused = (page: OwnStatusPage) =>
  page.element.shadowRoot!.activeElement === page.button;

describe('the keyboard in <tui-own-status>', () => {
  it('opens the menu with the down key, on the checked item or the first', async () => {
    const page = await openByKey();
    // Nothing is chosen yet but that nothing is cleared.
    expect(page.active).to.equal('Available');
    await page.key('Escape');
    await page.choose('Be right back');
    await page.pass();
    page.element.focus();
    await page.key('ArrowDown');
    expect(page.active).to.equal('Be right back');
  });

  it('opens the menu with the up key, on the last item', async () => {
    const page = await openByKey('ArrowUp');
    expect(page.active).to.equal('Today');
  });

  it('focuses the checked item when a click opens the menu', async () => {
    const page = await OwnStatusPage.open();
    await page.openMenu();
    expect(page.active).to.equal('Available');
  });

  it('walks through all items and round the ends', async () => {
    const page = await openByKey();
    const walked: (string | undefined)[] = [];
    for (const _item of page.items) {
      walked.push(page.active);
      await page.key('ArrowDown');
    }
    expect(walked).to.deep.equal(page.texts);
    expect(page.active).to.equal('Available');
    await page.key('ArrowUp');
    expect(page.active).to.equal('Today');
    await page.key('Home');
    expect(page.active).to.equal('Available');
    await page.key('End');
    expect(page.active).to.equal('Today');
  });

  it('goes on from an item that a screen reader has given the focus', async () => {
    const page = await openByKey();
    page.items[page.texts.indexOf('In a meeting')]!.focus();
    await page.key('Enter');
    await page.pass();
    expect(page.changes).to.deep.equal(['In a meeting']);
  });

  it('has one stop of the tab key, which roves', async () => {
    const page = await openByKey();
    await page.key('ArrowDown');
    await page.key('ArrowDown');
    const stops = () => page.texts.filter((_text, index) => page.items[index]!.tabIndex === 0);
    expect(stops()).to.deep.equal(['Be right back']);
    // An update in between changes nothing of it.
    page.element.requestUpdate();
    await page.element.updateComplete;
    expect(stops()).to.deep.equal(['Be right back']);
    expect(page.active).to.equal('Be right back');
  });

  for (const key of ['Enter', ' ']) {
    it(`chooses with ${key === ' ' ? 'the space key' : key}`, async () => {
      const page = await openByKey();
      await page.key('ArrowDown');
      await page.key(key);
      expect(page.isOpen).to.be.false;
      expect(isButtonFocused(page)).to.be.true;
      await page.pass();
      expect(page.changes).to.deep.equal(['In a meeting']);
    });

    it(`chooses nothing while ${key === ' ' ? 'the space key' : key} is held`, async () => {
      const page = await openByKey();
      await page.key(key, { repeat: true });
      expect(page.isOpen).to.be.true;
    });
  }

  it('closes with Escape, which nothing around it hears, and gives the focus back', async () => {
    const page = await openByKey();
    const pageKeys: string[] = [];
    const recordKey = ({ key }: KeyboardEvent) => pageKeys.push(key);
    window.addEventListener('keydown', recordKey);
    const event = await page.key('Escape');
    window.removeEventListener('keydown', recordKey);
    expect(event.defaultPrevented).to.be.true;
    expect(pageKeys).to.deep.equal([]);
    expect(page.isOpen).to.be.false;
    expect(isButtonFocused(page)).to.be.true;
    expect((await page.key('Escape')).defaultPrevented).to.be.false;
  });

  it('closes with the tab key, from where the browser goes on behind the button', async () => {
    const page = await openByKey();
    const event = await page.key('Tab');
    expect(event.defaultPrevented).to.be.false;
    expect(page.isOpen).to.be.false;
    expect(isButtonFocused(page)).to.be.true;
  });

  it('finds an item by its first letters', async () => {
    const page = await openByKey();
    await page.key('d');
    expect(page.active).to.equal('Do not disturb');
    // The same letter again goes on to the next.
    await page.key('d');
    expect(page.active).to.equal('Don’t clear');
    await page.pass(2000);
    await page.key('o');
    await page.key('u');
    await page.key('t');
    expect(page.active).to.equal('Out of office');
    await page.pass(2000);
    await page.key('q');
    expect(page.active).to.equal('Out of office');
  });

  it('leaves keys with Ctrl, Alt or Meta to the page', async () => {
    const page = await openByKey();
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
      const event = await page.key('d', { [modifier]: true });
      expect(event.defaultPrevented, modifier).to.be.false;
    }
    expect(page.active).to.equal('Available');
  });

  it('chooses a time without closing, and stays on it', async () => {
    const page = await openByKey('ArrowUp');
    await page.key('ArrowUp');
    await page.key('Enter');
    expect(page.isOpen).to.be.true;
    expect(page.checked).to.deep.equal(['1 hour']);
    expect(page.active).to.equal('1 hour');
  });

  for (const [dir, inwards, outwards] of [
    ['ltr', 'ArrowRight', 'ArrowLeft'],
    ['rtl', 'ArrowLeft', 'ArrowRight'],
  ] as const) {
    it(`opens the field for own words with the key inwards, ${dir}`, async () => {
      const page = await openByKey('ArrowDown', { dir });
      await page.key('c');
      expect(page.active).to.equal('Custom status');
      await page.key(outwards);
      expect(page.active).to.equal('Custom status');
      await page.key(inwards);
      expect(page.element.shadowRoot!.activeElement === page.field).to.be.true;
    });
  }

  it('closes the field with Escape, but not while an input method composes', async () => {
    const page = await openByKey();
    await page.choose('Custom status');
    await page.key('Escape', { isComposing: true });
    expect(page.isOpen).to.be.true;
    await page.key('Escape');
    expect(page.isOpen).to.be.false;
    expect(isButtonFocused(page)).to.be.true;
  });

  it('goes back from the field to the item that opened it', async () => {
    const page = await openByKey();
    await page.choose('Custom status');
    await page.press('Back');
    expect(page.active).to.equal('Custom status');
  });

  it('has the item under the pointer as the active one', async () => {
    const page = await openByKey();
    const item = page.item('Out of office');
    item.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse' }));
    expect(page.active).to.equal('Out of office');
    await page.key('ArrowDown');
    expect(page.active).to.equal('Custom status');
  });
});
