import { expect } from '@open-wc/testing';
import { TuiConversationList } from '../../elements/tui-conversation-list.js';
import { TuiConversationSelectEvent } from '../../elements/list-events.js';
import { A_WHILE } from '../support/elements.js';
import {
  changed,
  ConversationListPage,
  conversationsNumbered,
  inGroup,
  TALKS,
  withPerson,
} from '../support/conversation-list-page.js';

describe('<tui-conversation-list>', () => {
  it('is defined', () => {
    expect(document.createElement('tui-conversation-list')).to.be.instanceOf(TuiConversationList);
  });

  describe('rows', () => {
    it('shows and says who, what and how much is unread', async () => {
      const page = await ConversationListPage.open({
        conversations: changed(TALKS, 'Ana', { isMuted: true, isPinned: true }),
        statuses: { ana: 'online' },
      });
      expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
      expect(page.statusOf('Ana')).to.equal('online');
      expect(page.freshnessOf('Ana')).to.equal('live');
      expect(page.textOf('Ana', 'last-message')).to.equal('See you at ten');
      expect(page.textOf('Ana', 'unread')).to.equal('3');
      expect(page.hasMark('Ana', 'muted')).to.be.true;
      expect(page.hasMark('Ana', 'pinned')).to.be.true;
      expect(page.spoken('Ana')).to.equal('Ana, online, 3 unread messages, muted, pinned');
      expect(page.spoken('Design')).to.equal('Design, muted');
      expect(page.spoken('Carla')).to.equal('Carla, status unknown');
      expect(page.textOf('Carla', 'last-message')).to.equal(undefined);
      expect(page.textOf('Carla', 'unread')).to.equal(undefined);
      expect(page.hasMark('Carla', 'muted')).to.be.false;
      expect(page.hasMark('Carla', 'pinned')).to.be.false;
      await expect(page.list).to.be.accessible();
    });

    it('names its list, rows, parts and positions', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      expect(page.scroller.getAttribute('role')).to.equal('listbox');
      expect(page.scroller.getAttribute('aria-label')).to.equal('Conversations');
      expect(page.all('[part=header]')).to.have.length(1);
      const row = page.row('Design');
      expect(row.dataset['conversationId']).to.equal('GROUPdesign');
      expect(row.getAttribute('part')).to.equal('row');
      expect(row.getAttribute('aria-posinset')).to.equal('2');
      expect(row.getAttribute('aria-setsize')).to.equal('3');
      for (const part of ['avatar', 'name', 'last-message', 'time', 'unread', 'muted', 'pinned']) {
        expect(row.querySelectorAll(`[part=${part}]`), part).to.have.length(1);
      }
      page.list.label = 'Talks';
      await page.list.updateComplete;
      expect(page.scroller.getAttribute('aria-label')).to.equal('Talks');
    });

    it('puts pinned ones first, then the latest', async () => {
      const page = await ConversationListPage.open({
        conversations: [
          withPerson('Old', { lastMessageTime: 1 }),
          withPerson('New', { lastMessageTime: 9 }),
          inGroup('Pinned', { lastMessageTime: 3, isPinned: true }),
          withPerson('Silent'),
          withPerson('Pinned later', { lastMessageTime: 5, isPinned: true }),
        ],
      });
      expect(page.names()).to.deep.equal(['Pinned later', 'Pinned', 'New', 'Old', 'Silent']);
    });

    it('has a dot in one-to-one conversations only', async () => {
      const page = await ConversationListPage.open({
        conversations: [
          withPerson('Ana'),
          inGroup('Design', { userID: 'ana' }),
          withPerson('Notices', { type: 'system' }),
        ],
        statuses: { ana: 'online', notices: 'online' },
      });
      expect(page.statusOf('Ana')).to.equal('online');
      expect(page.statusOf('Design')).to.equal(undefined);
      expect(page.statusOf('Notices')).to.equal(undefined);
      expect(page.spoken('Design')).to.equal('Design');
      expect(page.presence.controller.stats.observed).to.equal(1);
    });

    it('names the conversation, and the user and status of a one-to-one conversation', async () => {
      const page = await ConversationListPage.open({
        conversations: [withPerson('Ana'), inGroup('Design', { userID: 'ana' })],
        statuses: { ana: 'online' },
      });
      expect({ ...page.row('Ana').dataset }).to.deep.equal({
        conversationId: 'C2Cana',
        userId: 'ana',
        status: 'online',
        freshness: 'live',
      });
      expect({ ...page.row('Design').dataset }).to.deep.equal({ conversationId: 'GROUPdesign' });
      page.presence.source.switchUserStatus({ displayOnlineStatus: false });
      await page.pass(100);
      expect({ ...page.row('Ana').dataset }).to.deep.equal({
        conversationId: 'C2Cana',
        userId: 'ana',
      });
    });

    it('shows no status of a blocked partner, and never requests it', async () => {
      const page = await ConversationListPage.open({
        conversations: [withPerson('Ana', { blocked: true }), withPerson('Ben')],
        statuses: { ana: 'online', ben: 'online' },
      });
      expect(page.statusOf('Ana')).to.equal(undefined);
      expect(page.spoken('Ana')).to.equal('Ana');
      expect(page.statusOf('Ben')).to.equal('online');
      const { controller } = page.presence;
      expect(controller.presenceOf('ana').freshness).to.equal('none');
      await page.give([withPerson('Ana'), withPerson('Ben')]);
      await page.pass(10_000);
      expect(page.statusOf('Ana')).to.equal('online');
    });

    it('has no dots while statuses are switched off', async () => {
      const page = await ConversationListPage.open({
        conversations: TALKS,
        statuses: { ana: 'online' },
      });
      page.presence.source.switchUserStatus({ displayOnlineStatus: false });
      await page.pass(100);
      expect(page.statusOf('Ana')).to.equal(undefined);
      expect(page.spoken('Ana')).to.equal('Ana, 3 unread messages');
      page.presence.source.switchUserStatus({ displayOnlineStatus: true });
      await page.pass(A_WHILE);
      expect(page.statusOf('Ana')).to.equal('online');
    });

    it('says the last known status while the connection is lost', async () => {
      const page = await ConversationListPage.open({
        conversations: TALKS,
        statuses: { ana: 'online' },
      });
      page.presence.source.drop();
      await page.draw();
      expect(page.freshnessOf('Ana')).to.equal('stale');
      expect(page.spoken('Ana')).to.equal('Ana, last known: online, 3 unread messages');
      await page.pass(2000);
      expect(page.said).to.equal('Connection lost. Showing last known status.');
      await expect(page.list).to.be.accessible();
    });

    it('shows the picture of a group in another shape', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      const shapeOf = (name: string) =>
        getComputedStyle(page.row(name).querySelector('.letters')!).borderTopLeftRadius;
      expect(shapeOf('Ana')).to.equal('50%');
      expect(shapeOf('Design')).to.equal('12px');
    });

    it('keeps nothing of the previous conversation in a reused row', async () => {
      const page = await ConversationListPage.open({
        conversations: [inGroup('Design', { isMuted: true, unreadCount: 5, draft: 'x' })],
      });
      const row = page.row('Design');
      await page.give([withPerson('Ana', { lastMessage: 'Hi', isPinned: true })]);
      await page.pass(100);
      expect(page.row('Ana')).to.equal(row);
      expect(page.spoken('Ana')).to.equal('Ana, status unknown, pinned');
      expect(page.textOf('Ana', 'last-message')).to.equal('Hi');
      expect(page.textOf('Ana', 'unread')).to.equal(undefined);
      expect(page.hasMark('Ana', 'muted')).to.be.false;
      expect(page.statusOf('Ana')).to.equal('unknown');
      expect(page.row('Ana').querySelector('.square')).to.equal(null);
    });

    it('lets a page style the parts of its dots', async () => {
      const page = await ConversationListPage.open({
        conversations: TALKS,
        statuses: { ana: 'online' },
      });
      const style = document.createElement('style');
      style.textContent =
        'tui-conversation-list::part(online-status-online) { outline: 3px solid rgb(1, 2, 3) }';
      document.head.append(style);
      const { outlineColor } = getComputedStyle(page.row('Ana').querySelector('[part~=dot]')!);
      style.remove();
      expect(outlineColor).to.equal('rgb(1, 2, 3)');
    });
  });

  describe('[selected]', () => {
    it('selects a clicked row with an event that bubbles out of the list', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      const events: TuiConversationSelectEvent[] = [];
      const listener = (event: TuiConversationSelectEvent) => events.push(event);
      document.body.addEventListener('tui-conversation-select', listener);
      page.click('Design');
      document.body.removeEventListener('tui-conversation-select', listener);
      expect(events).to.have.length(1);
      expect(events[0]).to.be.instanceOf(TuiConversationSelectEvent);
      expect(events[0]!.conversationID).to.equal('GROUPdesign');
      expect(events[0]!.conversation).to.equal(TALKS[1]);
      expect(page.list.selected).to.equal('GROUPdesign');
      await page.list.updateComplete;
      expect(page.row('Design').getAttribute('aria-selected')).to.equal('true');
      expect(page.all('[part="row row-selected"]')).to.deep.equal([page.row('Design')]);
    });

    it('dispatches no event when the page selects', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      let count = 0;
      page.list.addEventListener('tui-conversation-select', () => (count += 1));
      page.list.selected = 'C2Cana';
      await page.pass(100);
      expect(page.row('Ana').getAttribute('aria-selected')).to.equal('true');
      expect(count).to.equal(0);
    });
  });

  describe('keyboard', () => {
    it('moves through the rows, and selects with Enter and Space', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      const selected: string[] = [];
      page.list.addEventListener('tui-conversation-select', ({ conversationID }) =>
        selected.push(conversationID),
      );
      page.focus();
      expect(page.activeName).to.equal('Ana');
      page.press('ArrowDown', 'Enter', 'End', ' ', 'Home');
      expect(page.activeName).to.equal('Ana');
      expect(selected).to.deep.equal(['GROUPdesign', 'C2Ccarla']);
    });

    it('finds a name that is not drawn by its letters', async () => {
      const conversations = [...conversationsNumbered(500), withPerson('Zoë')];
      const page = await ConversationListPage.open({ conversations });
      page.focus();
      page.press('z', 'o', 'e');
      expect(page.activeName).to.equal('Zoë');
    });
  });

  describe('500 conversations', () => {
    const MANY = conversationsNumbered(500);

    it('are few nodes', async () => {
      const page = await ConversationListPage.open({ conversations: MANY });
      for (const top of [0, 61, 1e9, 7000]) {
        page.scrollTo(top);
        expect(page.rows.length, `at ${top}`).to.be.within(10, 20);
      }
      expect(page.scroller.scrollHeight).to.equal(500 * 60 + 8);
      expect(page.rows[0]!.getAttribute('aria-setsize')).to.equal('500');
    });

    it('are observed live in view, and by query elsewhere', async () => {
      const page = await ConversationListPage.open({ conversations: MANY });
      expect(page.presence.controller.stats.observed).to.equal(500);
      page.scrollTo(20_000);
      await page.pass(A_WHILE);
      page.setStatus('name 335', 'online');
      await page.draw();
      expect(page.statusOf('Name 335')).to.equal('online');
      expect(page.freshnessOf('Name 335')).to.equal('live');
    });
  });
});
