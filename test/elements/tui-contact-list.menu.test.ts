import { expect } from '@open-wc/testing';
import type { TuiContactMenuEvent } from '../../elements/index.js';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import type { ContactListOptions } from '../support/contact-list-page.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla');
const LONG = 500;

/** A list and the events for menus that its page hears; the page shows a menu for each. */
async function open(options: ContactListOptions = {}, isShown = true) {
  const page = await ContactListPage.open({ contacts: PEOPLE, ...options });
  const events: TuiContactMenuEvent[] = [];
  page.list.parentElement!.addEventListener('tui-contact-menu', (event) => {
    events.push(event);
    if (isShown) event.preventDefault();
  });
  const selected: string[] = [];
  page.list.addEventListener('tui-contact-select', ({ userID }) => selected.push(userID));
  return { page, events, selected };
}

function rightClick(target: Element): MouseEvent {
  const at = { clientX: 40, clientY: 80 };
  const init = { bubbles: true, composed: true, cancelable: true, button: 2, ...at };
  target.dispatchEvent(new PointerEvent('pointerdown', { ...init, pointerType: 'mouse' }));
  const event = new MouseEvent('contextmenu', init);
  target.dispatchEvent(event);
  return event;
}

function touch(target: Element, type: string, more: PointerEventInit = {}): void {
  const init = { bubbles: true, composed: true, cancelable: true, isPrimary: true };
  const at = { pointerType: 'touch', clientX: 40, clientY: 80 };
  target.dispatchEvent(new PointerEvent(type, { ...init, ...at, ...more }));
}

/** The browser's own event for a menu, without a pointer. */
function nativeMenu(target: Element): MouseEvent {
  const event = new MouseEvent('contextmenu', { bubbles: true, composed: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}

describe('<tui-contact-list> asked for a menu', () => {
  it('names the contact and the place of a right click', async () => {
    const { page, events, selected } = await open();
    const event = rightClick(page.row('Ben').querySelector('[part~=name]')!);
    expect(events).to.have.length(1);
    expect(events[0]).to.include({ userID: 'ben', clientX: 40, clientY: 80 });
    expect(events[0]!.contact).to.equal(PEOPLE[1]);
    expect(event.defaultPrevented).to.be.true;
    expect(selected).to.deep.equal([]);
  });

  it('continues with the keyboard from the row of the menu', async () => {
    const { page } = await open();
    page.focus();
    rightClick(page.row('Ben'));
    expect(page.activeName).to.equal('Ben');
    page.press('ArrowDown');
    expect(page.activeName).to.equal('Carla');
  });

  it("leaves the browser's menu to a page that shows none", async () => {
    const { page, events } = await open({}, false);
    expect(rightClick(page.row('Ben')).defaultPrevented).to.be.false;
    page.focus();
    expect(page.pressKey('ContextMenu').defaultPrevented).to.be.false;
    expect(nativeMenu(page.scroller).defaultPrevented).to.be.false;
    expect(events).to.have.length(2);
  });

  it('says nothing of a right click beside the rows', async () => {
    const { page, events } = await open();
    page.focus();
    expect(rightClick(page.scroller).defaultPrevented).to.be.false;
    expect(events).to.deep.equal([]);
  });

  it('says nothing where the content of a row shows a menu of its own', async () => {
    const renderContact = () => {
      const content = document.createElement('i');
      content.addEventListener('contextmenu', (event) => event.preventDefault());
      return content;
    };
    const { page, events } = await open({ properties: { renderContact } });
    rightClick(page.all('.own i')[0]!);
    expect(events).to.deep.equal([]);
  });

  it("leaves the browser's menu to text that can be edited", async () => {
    const renderContact = () => {
      const content = document.createElement('div');
      content.innerHTML = '<input aria-label="Note"><p contenteditable="true">Text</p><a>Open</a>';
      return content;
    };
    const { page, events } = await open({ properties: { renderContact } });
    for (const selector of ['input', 'p']) {
      const field = page.rows[1]!.querySelector<HTMLElement>(selector)!;
      expect(rightClick(field).defaultPrevented, selector).to.be.false;
      field.focus();
      page.pressKey('ContextMenu');
      expect(nativeMenu(field).defaultPrevented, selector).to.be.false;
      touch(field, 'pointerdown');
      await page.pass(LONG);
    }
    expect(events).to.deep.equal([]);
    rightClick(page.rows[1]!.querySelector('a')!);
    expect(events).to.have.length(1);
  });

  for (const [name, key, more] of [
    ['the menu key', 'ContextMenu', {}],
    ['Shift+F10', 'F10', { shiftKey: true }],
  ] as const) {
    it(`names the active row for ${name}, and its place`, async () => {
      const { page, events } = await open();
      page.focus();
      page.press('ArrowDown');
      expect(page.pressKey(key, more).defaultPrevented).to.be.true;
      expect(events.map(({ userID }) => userID)).to.deep.equal(['ben']);
      const { left, right, top, bottom } = page.row('Ben').getBoundingClientRect();
      expect(events[0]!.clientX).to.be.within(left, right);
      expect(events[0]!.clientY).to.be.within(top, bottom);
    });
  }

  it('asks once for a key that is held down, and for the event that the browser adds', async () => {
    const { page, events } = await open();
    page.focus();
    page.pressKey('ContextMenu');
    expect(page.pressKey('ContextMenu', { repeat: true }).defaultPrevented).to.be.true;
    // By now the focus may be in the menu of the page.
    expect(nativeMenu(document.body).defaultPrevented).to.be.true;
    expect(events).to.have.length(1);
    expect(nativeMenu(document.body).defaultPrevented).to.be.false;
    page.pressKey('ContextMenu');
    expect(nativeMenu(page.scroller).defaultPrevented).to.be.true;
    expect(events).to.have.length(2);
  });

  it('names the active row when assistive technology asks for the menu of the list', async () => {
    const { page, events } = await open();
    page.focus();
    expect(nativeMenu(page.scroller).defaultPrevented).to.be.true;
    expect(events.map(({ userID }) => userID)).to.deep.equal(['ana']);
  });

  it('brings the active row back into view for its menu', async () => {
    const { page, events } = await open({ contacts: contactsNumbered(1000) });
    page.focus();
    page.press('ArrowDown');
    page.scrollTo(30_000);
    page.pressKey('ContextMenu');
    expect(events.map(({ userID }) => userID)).to.deep.equal(['user1']);
    expect(page.visibleRows).to.include(page.activeRow);
    const { top, bottom } = page.activeRow!.getBoundingClientRect();
    expect(events[0]!.clientY).to.be.within(top, bottom);
  });

  it('has nothing to ask for without rows', async () => {
    const { page, events } = await open({ contacts: [] });
    page.pressKey('ContextMenu', {}, page.scroller);
    nativeMenu(page.scroller);
    expect(events).to.deep.equal([]);
  });

  describe('by a finger', () => {
    it('asks after half a second, once, and clicks on nothing when it is lifted', async () => {
      const { page, events, selected } = await open();
      touch(page.row('Ben'), 'pointerdown');
      await page.pass(LONG - 1);
      expect(events).to.deep.equal([]);
      await page.pass(1);
      expect(events).to.have.length(1);
      expect(events[0]).to.include({ userID: 'ben', clientX: 40, clientY: 80 });
      // As Chromium does.
      expect(nativeMenu(page.row('Ben')).defaultPrevented).to.be.true;
      touch(page.row('Ben'), 'pointerup');
      page.click('Ben');
      expect(events).to.have.length(1);
      expect(selected).to.deep.equal([]);
      touch(page.row('Carla'), 'pointerdown');
      touch(page.row('Carla'), 'pointerup');
      page.click('Carla');
      expect(selected).to.deep.equal(['carla']);
    });

    it('asks once where the browser is quicker', async () => {
      const { page, events } = await open();
      touch(page.row('Ben'), 'pointerdown');
      nativeMenu(page.row('Ben'));
      await page.pass(LONG);
      expect(events).to.have.length(1);
    });

    it('selects as ever where the page shows no menu', async () => {
      const { page, events, selected } = await open({}, false);
      touch(page.row('Ben'), 'pointerdown');
      await page.pass(LONG);
      touch(page.row('Ben'), 'pointerup');
      page.click('Ben');
      expect(events).to.have.length(1);
      expect(selected).to.deep.equal(['ben']);
    });

    const ENDS: [name: string, end: (page: ContactListPage) => void][] = [
      ['lifted', (page) => touch(page.row('Ben'), 'pointerup')],
      ['moved', (page) => touch(page.row('Ben'), 'pointermove', { clientY: 95 })],
      ['taken by the browser', (page) => touch(page.row('Ben'), 'pointercancel')],
      ['joined by another', (page) => touch(page.row('Ben'), 'pointerdown', { isPrimary: false })],
      ['scrolling', (page) => page.scroller.dispatchEvent(new Event('scroll'))],
    ];
    for (const [name, end] of ENDS) {
      it(`asks for nothing when it is ${name} before that`, async () => {
        const { page, events } = await open();
        touch(page.row('Ben'), 'pointerdown');
        await page.pass(LONG - 100);
        end(page);
        await page.pass(LONG);
        expect(events).to.deep.equal([]);
      });
    }

    it('may tremble', async () => {
      const { page, events } = await open();
      touch(page.row('Ben'), 'pointerdown');
      touch(page.row('Ben'), 'pointermove', { clientX: 44, clientY: 84 });
      await page.pass(LONG);
      expect(events).to.have.length(1);
    });

    it('asks for the contact that it was put on, though the list has changed', async () => {
      const { page, events } = await open();
      touch(page.row('Ben'), 'pointerdown');
      page.list.contacts = contactsNamed('Aaron', 'Abel', 'Ben');
      await page.pass(LONG);
      expect(events.map(({ userID }) => userID)).to.deep.equal(['ben']);
      touch(page.row('Abel'), 'pointerdown');
      page.list.contacts = contactsNamed('Aaron', 'Ben');
      await page.pass(LONG);
      expect(events).to.have.length(1);
    });

    it('asks for nothing after the list has left the page', async () => {
      const { page, events } = await open();
      touch(page.row('Ben'), 'pointerdown');
      page.list.remove();
      await page.presence.environment.pass(LONG);
      expect(events).to.deep.equal([]);
    });
  });
});
