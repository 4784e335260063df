import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { RenderContact } from '../../elements/list/own-row.js';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla');

/** What a row may contain that has keys and clicks of its own. */
const CONTROLS: RenderContact = ({ name }) => html`
  <b>${name}</b>
  <button>Call</button>
  <input aria-label="Note" />
  <select aria-label="Group">
    <option>Work</option>
  </select>
  <p contenteditable="true">Text</p>
  <a href="#${name}"><i>Open</i></a>
  <label><input type="checkbox" />Star</label>
  <span tabindex="0">More</span>
`;

const open = (renderContact = CONTROLS, contacts = PEOPLE) =>
  ContactListPage.open({ contacts, properties: { renderContact } });

describe('<tui-contact-list> with controls in rows of the page', () => {
  for (const selector of ['button', 'input', 'select', '[contenteditable]', 'a', '[tabindex]']) {
    it(`leaves all keys to ${selector}`, async () => {
      const page = await open();
      const control = page.rows[1]!.querySelector<HTMLElement>(selector)!;
      control.focus();
      expect(page.list.shadowRoot!.activeElement).to.equal(control);
      for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'Enter', ' ', 'c']) {
        expect(page.pressKey(key).defaultPrevented, key).to.be.false;
      }
      expect(page.list.selected).to.equal('');
    });
  }

  for (const selector of ['button', 'input', 'select', '[contenteditable]', 'a i', 'label']) {
    it(`selects nothing on a click on ${selector}`, async () => {
      const page = await open();
      page.rows[1]!.querySelector<HTMLElement>(selector)!.click();
      expect(page.list.selected).to.equal('');
      page.rows[1]!.querySelector('b')!.click();
      expect(page.list.selected).to.equal('ben');
    });
  }

  it('selects nothing on a click on a control inside an element of the page', async () => {
    const renderContact: RenderContact = () => {
      const element = document.createElement('div');
      element.attachShadow({ mode: 'open' }).innerHTML = '<button>Call</button><i>Text</i>';
      return element;
    };
    const page = await open(renderContact);
    const { shadowRoot } = page.rows[1]!.querySelector('.own div')!;
    shadowRoot!.querySelector('button')!.click();
    expect(page.list.selected).to.equal('');
    const click = new MouseEvent('click', { bubbles: true, composed: true });
    shadowRoot!.querySelector('i')!.dispatchEvent(click);
    expect(page.list.selected).to.equal('ben');
  });

  it('continues with the keyboard from the row that had the focus', async () => {
    const page = await open();
    page.rows[1]!.querySelector('button')!.focus();
    page.focus();
    page.press('ArrowDown');
    expect(page.activeRow!.dataset['userId']).to.equal('carla');
  });

  it('takes the focus back when the row is scrolled out of view', async () => {
    const page = await open(CONTROLS, contactsNumbered(1000));
    page.rows[1]!.querySelector('input')!.focus();
    page.scrollTo(100);
    expect(page.list.shadowRoot!.activeElement).not.to.equal(page.scroller);
    page.scrollTo(30_000);
    expect(page.list.shadowRoot!.activeElement).to.equal(page.scroller);
    expect(page.scroller.scrollTop).to.equal(30_000);
  });

  it('takes the focus back when the contact leaves the list', async () => {
    const page = await open();
    page.rows[1]!.querySelector('input')!.focus();
    page.list.contacts = PEOPLE.filter(({ userID }) => userID !== 'ben');
    await page.list.updateComplete;
    expect(page.list.shadowRoot!.activeElement).to.equal(page.scroller);
  });

  it('leaves the focus where the page has put it', async () => {
    const page = await open(CONTROLS, contactsNumbered(1000));
    page.rows[1]!.querySelector('input')!.focus();
    page.rows[1]!.querySelector('input')!.blur();
    await page.pass(0);
    page.scrollTo(30_000);
    expect(page.list.shadowRoot!.activeElement).to.equal(null);
  });

  it('lets text be selected in fields, and nowhere else', async () => {
    const page = await open();
    const selectable = (selector: string) => {
      const style = getComputedStyle(page.rows[0]!.querySelector(selector)!);
      return style.userSelect || style.webkitUserSelect;
    };
    expect(['input', '[contenteditable]'].map(selectable)).to.deep.equal(['text', 'text']);
    expect(selectable('b')).not.to.equal('text');
  });
});
