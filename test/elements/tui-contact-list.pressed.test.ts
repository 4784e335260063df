import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';

describe('a press on words that go before the release', () => {
  let page: ContactListPage;
  let selected: string[];

  beforeEach(async () => {
    page = await ContactListPage.open({
      contacts: contactsNamed('Ana', 'Ben'),
      statuses: { ana: ['online', 'In the workshop'] },
    });
    selected = [];
    page.list.addEventListener('tui-contact-select', ({ userID }) => selected.push(userID));
  });

  /** What a browser dispatches at a press and a release of the main button. */
  const dispatch = (target: Element, type: string, pointerType = 'mouse') =>
    target.dispatchEvent(
      new PointerEvent(type, { bubbles: true, composed: true, button: 0, pointerType }),
    );

  async function pressWordsThatGo(pointerType?: string): Promise<HTMLElement> {
    const row = page.row('Ana');
    dispatch(row.querySelector('.line')!, 'pointerdown', pointerType);
    page.setStatus('ana', 'online');
    await page.draw();
    dispatch(row, 'pointerup', pointerType);
    return row;
  }

  it('selects where the browser sends no click, as Safari does', async () => {
    await pressWordsThatGo();
    await page.pass(0);
    expect(selected).to.deep.equal(['ana']);
  });

  it('selects once where the browser sends one', async () => {
    const row = await pressWordsThatGo();
    dispatch(row, 'click');
    await page.pass(0);
    expect(selected).to.deep.equal(['ana']);
  });

  it('leaves the click of a pen to the browser, which may come later', async () => {
    await pressWordsThatGo('pen');
    await page.pass(0);
    expect(selected).to.deep.equal([]);
  });

  it('selects nothing where the button is released on another row', async () => {
    const row = page.row('Ana');
    dispatch(row.querySelector('.line')!, 'pointerdown');
    page.setStatus('ana', 'online');
    await page.draw();
    dispatch(page.row('Ben'), 'pointerup');
    await page.pass(0);
    expect(selected).to.deep.equal([]);
  });
});
