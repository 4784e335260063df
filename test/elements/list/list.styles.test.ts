import { expect, fixture, html } from '@open-wc/testing';
import '../../../elements/define/tui-contact-list.js';
import '../../../elements/define/tui-conversation-list.js';
import { startPresence } from '../../support/elements.js';

const contacts = Array.from({ length: 40 }, (_, number) => ({ userID: `user${number}` }));
const conversations = contacts.map(({ userID }) => ({
  conversationID: `C2C${userID}`,
  type: 'c2c' as const,
  userID,
  name: userID,
  unreadCount: 0,
  isPinned: false,
  isMuted: false,
}));

describe('the frame of a list', () => {
  it('has what the page shows while it loads in its middle, however low it is', async () => {
    const list = document.createElement('tui-contact-list');
    list.presence = startPresence().controller;
    list.style.height = '200px';
    list.innerHTML = '<div slot="loading">Log in first</div>';
    await fixture(html`<div>${list}</div>`);
    await list.updateComplete;
    const middleOf = (element: Element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    expect(middleOf(list.firstElementChild!)).to.be.closeTo(middleOf(list), 1);
  });

  it('has nothing to scroll to while it loads, however low it is', async () => {
    const list = document.createElement('tui-contact-list');
    list.presence = startPresence().controller;
    list.style.height = '200px';
    await fixture(html`<div>${list}</div>`);
    await list.updateComplete;
    const scroller = list.shadowRoot!.querySelector<HTMLElement>('.list')!;
    expect(scroller.offsetHeight).to.equal(200);
    expect(scroller.clientWidth).to.equal(scroller.offsetWidth);
  });

  for (const tag of ['tui-contact-list', 'tui-conversation-list'] as const) {
    it(`gives <${tag}> a size of its own where the page gives it none`, async () => {
      const list = document.createElement(tag);
      list.presence = startPresence().controller;
      Object.assign(list, { contacts, conversations });
      await fixture(html`<div>${list}</div>`);
      await list.updateComplete;
      const rows = list.shadowRoot!.querySelectorAll('.row');
      expect(list.offsetHeight).to.equal(400);
      expect(rows.length).to.be.within(6, 12);
    });
  }
});
