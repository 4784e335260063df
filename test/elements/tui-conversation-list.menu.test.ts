import { expect } from '@open-wc/testing';
import type { TuiConversationMenuEvent } from '../../elements/index.js';
import {
  ConversationListPage,
  conversationsNumbered,
  inGroup,
  withPerson,
} from '../support/conversation-list-page.js';

const TALKS = [withPerson('Ana'), inGroup('Team')];

describe('<tui-conversation-list> asked for a menu', () => {
  it('names the conversation, by pointer and by key', async () => {
    const page = await ConversationListPage.open({ conversations: TALKS });
    const events: TuiConversationMenuEvent[] = [];
    page.list.parentElement!.addEventListener('tui-conversation-menu', (event) => {
      events.push(event);
      event.preventDefault();
    });
    const init = { bubbles: true, composed: true, cancelable: true, clientX: 30, clientY: 50 };
    const click = new MouseEvent('contextmenu', { ...init, button: 2 });
    page.row('Team').dispatchEvent(click);
    expect(click.defaultPrevented).to.be.true;
    page.focus();
    page.press('ArrowUp');
    expect(page.pressKey('ContextMenu').defaultPrevented).to.be.true;
    expect(events.map(({ conversationID }) => conversationID)).to.deep.equal([
      'GROUPteam',
      'C2Cana',
    ]);
    expect(events[0]!.conversation).to.equal(TALKS[1]);
    expect(events[0]).to.include({ clientX: 30, clientY: 50 });
    const { top, bottom } = page.row('Ana').getBoundingClientRect();
    expect(events[1]!.clientY).to.be.within(top, bottom);
    expect(page.list.selected).to.equal('');
  });
});

describe('<tui-conversation-list> scrollToConversation', () => {
  it('brings a row into view and makes it active, now and when it arrives', async () => {
    const page = await ConversationListPage.open({ conversations: conversationsNumbered(500) });
    page.list.scrollToConversation('C2Cname 300');
    expect(page.activeName).to.equal('Name 300');
    page.list.scrollToConversation('C2Cnobody');
    expect(page.activeName).to.equal('Name 300');

    const later = await ConversationListPage.open();
    later.list.scrollToConversation('C2Cname 200');
    await later.give(conversationsNumbered(500));
    expect(later.activeName).to.equal('Name 200');
    const [row, list] = [later.row('Name 200'), later.scroller].map((element) =>
      element.getBoundingClientRect(),
    );
    expect(row!.top).to.be.at.least(list!.top - 0.5);
    expect(row!.bottom).to.be.at.most(list!.bottom + 0.5);
  });

  it('shows the conversation that the page selects', async () => {
    const page = await ConversationListPage.open({ conversations: conversationsNumbered(500) });
    page.list.selected = 'C2Cname 400';
    await page.list.updateComplete;
    expect(page.activeName).to.equal('Name 400');
    expect(page.row('Name 400').getAttribute('aria-selected')).to.equal('true');
  });
});
