import { expect } from '@open-wc/testing';
import { A_WHILE, recordMutations } from '../support/elements.js';
import {
  changed,
  ConversationListPage,
  conversationsNumbered,
  inGroup,
  TALKS,
  withPerson,
} from '../support/conversation-list-page.js';

const newButton = (page: ConversationListPage): HTMLElement | undefined =>
  page.all('[part=new]')[0];

/** Longer than the order waits after the list is left. */
const CALM = 1000;

describe('<tui-conversation-list>', () => {
  describe('a change', () => {
    it('of a status touches the row of that user alone', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      const others = [page.row('Design'), page.row('Carla')].map(recordMutations);
      const own = recordMutations(page.row('Ana'));
      page.setStatus('ana', 'online');
      await page.draw();
      expect(page.statusOf('Ana')).to.equal('online');
      expect(page.spoken('Ana')).to.equal('Ana, online, 3 unread messages');
      expect(own.take().length).to.be.within(1, 6);
      for (const other of others) expect(other.take()).to.deep.equal([]);
    });

    it('of a conversation touches its row alone', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      const others = [page.row('Ana'), page.row('Design')].map(recordMutations);
      await page.give(changed(TALKS, 'Carla', { unreadCount: 1, lastMessage: 'Hello?' }));
      expect(page.textOf('Carla', 'unread')).to.equal('1');
      expect(page.textOf('Carla', 'last-message')).to.equal('Hello?');
      for (const other of others) expect(other.take()).to.deep.equal([]);
    });

    it('that changes nothing leaves no mutation', async () => {
      const page = await ConversationListPage.open({
        conversations: TALKS,
        statuses: { ana: 'online' },
      });
      const mutations = recordMutations(page.list);
      await page.give(TALKS.map((one) => ({ ...one })).reverse());
      page.setStatus('ana', 'online');
      page.list.requestUpdate();
      await page.pass(A_WHILE);
      expect(mutations.take()).to.deep.equal([]);
    });

    it('of the order keeps the nodes, and sends no request', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      const { subscribeCalls, unsubscribeCalls, queryCalls } = page.presence.controller.stats;
      const row = page.row('Carla');
      await page.give(changed(TALKS, 'Carla', { lastMessageTime: 1000 }));
      expect(page.names()).to.deep.equal(['Carla', 'Ana', 'Design']);
      expect(page.row('Carla')).to.equal(row);
      expect(row.getAttribute('aria-posinset')).to.equal('1');
      await page.pass(A_WHILE);
      expect(page.presence.controller.stats).to.include({
        subscribeCalls,
        unsubscribeCalls,
        queryCalls,
      });
    });
  });

  describe('the order', () => {
    const CHANGED = changed(TALKS, 'Carla', { lastMessageTime: 1000, lastMessage: 'New' });

    it('waits while the pointer moves over the list', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      page.point(true);
      await page.give(CHANGED);
      await page.pass(4900);
      expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
      expect(page.textOf('Carla', 'last-message')).to.equal('New');
      page.point(false);
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(['Carla', 'Ana', 'Design']);
    });

    it('waits no longer than five seconds, whatever is given meanwhile', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      page.point(true);
      for (let second = 0; second < 5; second++) {
        await page.give(CHANGED.map((each) => ({ ...each })));
        await page.pass(990);
      }
      expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
      await page.pass(100);
      expect(page.names()).to.deep.equal(['Carla', 'Ana', 'Design']);
    });

    it('waits while the keyboard is in use in the list', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      page.focus();
      page.press('ArrowDown');
      await page.give(CHANGED);
      await page.pass(4900);
      expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
      expect(page.activeName).to.equal('Design');
      page.scroller.blur();
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(['Carla', 'Ana', 'Design']);
      expect(page.activeName).to.equal('Design');
    });

    it('announces new conversations by a button while it waits, and shows none that are gone', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      page.point(true);
      const dele = withPerson('Dele', { lastMessageTime: 2000 });
      await page.give([dele, ...CHANGED.filter(({ name }) => name !== 'Design')]);
      expect(page.names()).to.deep.equal(['Ana', 'Carla']);
      expect(newButton(page)?.textContent.trim()).to.equal('1 new conversation');
      await expect(page.list).to.be.accessible();
      page.point(false);
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(['Dele', 'Carla', 'Ana']);
      expect(newButton(page)).to.equal(undefined);
    });

    it('moves no row in view when it settles, also under a pointer that was there first', async () => {
      const page = await ConversationListPage.open({ conversations: null });
      const many = conversationsNumbered(100);
      const topOf = (name: string) => page.row(name).getBoundingClientRect().top;
      page.point(true);
      await page.give(many);
      page.scrollTo(1204);
      const before = topOf('Name 021');
      await page.give(changed(many, 'Name 090', { lastMessageTime: 200_000 }));
      await page.pass(A_WHILE);
      expect(page.row('Name 021').getAttribute('aria-posinset')).to.equal('23');
      expect(topOf('Name 021')).to.be.closeTo(before, 0.5);
    });

    it('settles, and shows the start of the list, when the button is clicked', async () => {
      const many = conversationsNumbered(100);
      const page = await ConversationListPage.open({ conversations: many });
      page.scrollTo(1204);
      page.point(true);
      const top = page.row('Name 021').getBoundingClientRect().top;
      const fresh = ['Dele', 'Eva'].map((name) => withPerson(name, { lastMessageTime: 1e6 }));
      await page.give([...many, ...fresh]);
      expect(page.row('Name 021').getBoundingClientRect().top).to.equal(top);
      expect(newButton(page)?.textContent.trim()).to.equal('2 new conversations');
      newButton(page)!.click();
      await page.pass(0);
      expect(page.names().slice(0, 3)).to.deep.equal(['Dele', 'Eva', 'Name 000']);
      expect(page.scroller.scrollTop).to.equal(0);
      expect(page.list.shadowRoot!.activeElement).to.equal(page.scroller);
      expect(newButton(page)).to.equal(undefined);
    });

    it('counts on the button what is still new', async () => {
      const ana = withPerson('Ana');
      const page = await ConversationListPage.open({ conversations: [ana] });
      const button = () => page.all('[part=new]')[0]?.textContent.trim();
      page.point(true);
      await page.give([ana, withPerson('Ben'), inGroup('Team')]);
      expect(button()).to.equal('2 new conversations');
      await page.give([ana, inGroup('Team')]);
      expect(button()).to.equal('1 new conversation');
      await page.give([ana]);
      expect(button()).to.equal(undefined);
    });

    it('has the focus when the button goes by itself', async () => {
      const page = await ConversationListPage.open({ conversations: [withPerson('Ana')] });
      page.point(true);
      await page.give([withPerson('Ana'), withPerson('Ben', { lastMessageTime: 9 })]);
      page.all('[part=new]')[0]!.focus();
      await page.pass(A_WHILE);
      expect(page.names()).to.deep.equal(['Ben', 'Ana']);
      expect(document.activeElement).to.equal(page.list);
    });

    it('settles by the latest of several changes', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      page.point(true);
      await page.give(CHANGED);
      await page.give(changed(CHANGED, 'Design', { isPinned: true }));
      await page.give(TALKS);
      const mutations = recordMutations(page.list);
      page.point(false);
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
      expect(mutations.take()).to.deep.equal([]);
    });

    it('keeps the visible rows in place when another moves past them', async () => {
      const many = conversationsNumbered(100);
      const page = await ConversationListPage.open({ conversations: many });
      page.scrollTo(1204);
      const top = () => page.row('Name 021').getBoundingClientRect().top;
      const before = top();
      // First a row below, then the first visible one.
      await page.give(changed(many, 'Name 090', { lastMessageTime: 200_000 }));
      expect(top()).to.equal(before);
      await page.give(changed(page.list.conversations!, 'Name 020', { isPinned: true }));
      expect(top()).to.equal(before);
      page.scrollTo(0);
      expect(page.names().slice(0, 3)).to.deep.equal(['Name 020', 'Name 090', 'Name 000']);
    });
  });
});
