import { expect } from '@open-wc/testing';
import { TuiConversationList } from '../../elements/tui-conversation-list.js';
import { TuiConversationSelectEvent } from '../../elements/tui-conversation-list.js';
import { A_WHILE, recordMutations, startPresence } from '../support/elements.js';
import {
  at,
  changed,
  conversationsNumbered,
  ConversationListPage,
  inGroup,
  startInTheEvening,
  withPerson,
} from '../support/conversation-list-page.js';

const HOUR = 3_600_000;

/** Longer than the order waits after the list is left. */
const CALM = 1000;

const TALKS = [
  withPerson('Ana', { lastMessage: 'See you at ten', lastMessageTime: 900, unreadCount: 3 }),
  inGroup('Design', { lastMessage: 'Ben: better now', lastMessageTime: 800, isMuted: true }),
  withPerson('Carla', { lastMessageTime: 700 }),
];

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

    it('shows no status of a blocked partner, and never asks for it', async () => {
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

    it('has no dots while the page has statuses switched off', async () => {
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
      expect(page.said).to.equal('Connection lost. Showing what was last known.');
      await expect(page.list).to.be.accessible();
    });

    it('tells a group from a person by the shape of its picture', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      const shapeOf = (name: string) =>
        getComputedStyle(page.row(name).querySelector('.letters')!).borderTopLeftRadius;
      expect(shapeOf('Ana')).to.equal('50%');
      expect(shapeOf('Design')).to.equal('12px');
    });

    it('gives a row taken up for another conversation nothing of the one before', async () => {
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
      const dot = page.row('Ana').querySelector('tui-online-dot')!.shadowRoot!;
      const { outlineColor } = getComputedStyle(dot.querySelector('[part~=dot]')!);
      style.remove();
      expect(outlineColor).to.equal('rgb(1, 2, 3)');
    });
  });

  describe('a draft', () => {
    it('stands in the place of the last message', async () => {
      const page = await ConversationListPage.open({
        conversations: [withPerson('Ana', { lastMessage: 'Well?', draft: 'thanks, I will' })],
      });
      expect(page.lineOf('Ana')).to.equal('Draft: thanks, I will');
      expect(page.description('Ana')).to.equal('Draft: thanks, I will');
    });

    for (const [lang, dir, draft] of [
      ['ar', 'rtl', 'I will look at it as soon as I am back home, and then write to you'],
      ['en', 'ltr', 'سأنظر في الأمر حالما أعود إلى المنزل ثم أكتب إليك بكل ما وجدته'],
    ] as const) {
      it(`in another script than its ${dir} list is read from its beginning`, async () => {
        const page = await ConversationListPage.open({
          width: 280,
          attributes: { lang, dir },
          conversations: [withPerson('Ana', { draft })],
        });
        const line = page.part('Ana', 'last-message');
        expect(line.scrollWidth).to.be.greaterThan(line.clientWidth);
        const { left, right } = line.getBoundingClientRect();
        const first = page.lettersOf('Ana', 'last-message', 0);
        expect(first.left).to.be.at.least(left - 1);
        expect(first.right).to.be.at.most(right + 1);
        const word = line.previousElementSibling!.getBoundingClientRect();
        expect(dir === 'rtl' ? word.left > right : word.right < left).to.be.true;
      });
    }

    for (const draft of ['', ' \n', '\u202e', undefined, null, 7]) {
      it(`is none when it is ${JSON.stringify(draft)}`, async () => {
        const page = await ConversationListPage.open({
          conversations: [{ ...withPerson('Ana', { lastMessage: 'Well?' }), draft }],
        });
        expect(page.lineOf('Ana')).to.equal('Well?');
      });
    }
  });

  describe('unread messages', () => {
    for (const [count, shown, said] of [
      [1, '1', ', 1 unread message'],
      [99, '99', ', 99 unread messages'],
      [100, '99+', ', 100 unread messages'],
      [4821, '99+', ', 4,821 unread messages'],
      [2.9, '2', ', 2 unread messages'],
      [1e300, '99+', undefined],
      [Infinity, '99+', undefined],
      [0, undefined, ''],
      [-3, undefined, ''],
      [NaN, undefined, ''],
      ['7', undefined, ''],
      [null, undefined, ''],
      [7n, undefined, ''],
      [Symbol('7'), undefined, ''],
    ] as const) {
      it(`of ${String(count)} show ${shown ?? 'nothing'}`, async () => {
        const page = await ConversationListPage.open({
          conversations: [{ ...inGroup('Design'), unreadCount: count }],
        });
        expect(page.textOf('Design', 'unread')).to.equal(shown);
        if (said !== undefined) expect(page.spoken('Design')).to.equal(`Design${said}`);
      });
    }

    for (const [lang, dir] of [
      ['en', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      it(`have the sign of "and more" after the digits as ${lang} is read`, async () => {
        const page = await ConversationListPage.open({
          attributes: { lang, dir },
          conversations: [withPerson('Ana', { unreadCount: 120 })],
        });
        const digits = page.lettersOf('Ana', 'unread', 0, 2);
        const sign = page.lettersOf('Ana', 'unread', 2);
        expect(sign.width).to.be.greaterThan(0);
        expect(sign.left > digits.left).to.equal(dir === 'ltr');
      });
    }

    it('are counted quietly when they are muted', async () => {
      const page = await ConversationListPage.open({
        conversations: [
          withPerson('Loud', { unreadCount: 5 }),
          withPerson('Quiet', { unreadCount: 5, isMuted: true }),
        ],
      });
      const [loud, quiet] = ['Loud', 'Quiet'].map(
        (name) => getComputedStyle(page.part(name, 'unread')).backgroundColor,
      );
      expect(loud).to.equal('rgb(18, 87, 214)');
      expect(quiet).to.equal('rgb(86, 96, 112)');
    });
  });

  describe('times', () => {
    it('are the hour today, the weekday this week, else the date', async () => {
      const presence = await startInTheEvening();
      const page = await ConversationListPage.open({
        presence,
        conversations: [
          withPerson('Today', { lastMessageTime: at(presence, 0, 9, 41) }),
          withPerson('Week', { lastMessageTime: at(presence, 6, 23, 59) }),
          withPerson('Month', { lastMessageTime: at(presence, 7, 23, 59), lastMessage: 'Hi' }),
          withPerson('Never'),
        ],
        attributes: { lang: 'en-US' },
      });
      const weekday = { weekday: 'short' } as const;
      const day = { day: 'numeric', month: 'short' } as const;
      const date = new Date(at(presence, 7, 12)).toLocaleDateString('en-US', day);
      expect(page.textOf('Today', 'time')).to.equal('9:41 AM');
      expect(page.textOf('Week', 'time')).to.equal(
        new Date(at(presence, 6, 12)).toLocaleDateString('en-US', weekday),
      );
      expect(page.textOf('Month', 'time')).to.equal(date);
      expect(page.part('Never', 'time').textContent).to.equal('');
      expect(page.description('Today')).to.equal('9:41 AM');
      expect(page.description('Month')).to.equal(`Hi, ${date}`);
      expect(page.description('Never')).to.equal('');
    });

    it('roll over when the day changes while the list is open', async () => {
      const presence = await startInTheEvening();
      const time = at(presence, 0, 17, 5);
      const page = await ConversationListPage.open({
        presence,
        conversations: [withPerson('Ana', { lastMessageTime: time })],
        attributes: { lang: 'en-US' },
      });
      await page.pass(6 * HOUR - A_WHILE - 1);
      expect(page.textOf('Ana', 'time')).to.equal('5:05 PM');
      await page.pass(1);
      expect(page.textOf('Ana', 'time')).to.equal(
        new Date(time).toLocaleDateString('en-US', { weekday: 'short' }),
      );
    });

    it('change nothing while the day lasts', async () => {
      const presence = await startInTheEvening();
      const page = await ConversationListPage.open({
        presence,
        conversations: changed(TALKS, 'Ana', { lastMessageTime: at(presence, 0, 9) }),
      });
      const mutations = recordMutations(page.list);
      await page.pass(5 * HOUR);
      expect(mutations.take()).to.deep.equal([]);
    });

    it('follow the language of the page', async () => {
      const presence = await startInTheEvening();
      const page = await ConversationListPage.open({
        presence,
        conversations: [
          withPerson('Ana', { lastMessageTime: at(presence, 0, 9, 41), unreadCount: 2 }),
          withPerson('Ben', { draft: 'hm' }),
        ],
        attributes: { lang: 'de' },
        statuses: { ana: 'online' },
      });
      expect(page.textOf('Ana', 'time')).to.equal('09:41');
      page.list.lang = 'ja';
      await Promise.resolve();
      await page.pass(100);
      expect(page.spoken('Ana')).to.equal('Ana、オンライン、未読メッセージ 2 件');
      expect(page.lineOf('Ben')).to.equal('下書き: hm');
      expect(page.scroller.getAttribute('aria-label')).to.equal('会話');
    });

    for (const time of [NaN, -1, 0, Infinity, 1e30, '2024-01-01', null, {}, 5n, Symbol('now')]) {
      it(`are none for ${String(time)}`, async () => {
        const page = await ConversationListPage.open({
          conversations: [
            { ...withPerson('Ana'), lastMessageTime: time },
            withPerson('Ben', { lastMessageTime: 5 }),
          ],
        });
        expect(page.part('Ana', 'time').textContent).to.equal('');
        expect(page.rows).to.have.length(2);
      });
    }
  });

  describe('room', () => {
    const LONG = [
      'Björn Östlund-Håkansson the Second of Uppsala and of Everywhere',
      '张伟'.repeat(30),
      'محمد العلي '.repeat(9).trim(),
    ];

    for (const dir of ['ltr', 'rtl']) {
      it(`is left to the time and the count, ${dir} and 280 px wide`, async () => {
        const presence = await startInTheEvening();
        const page = await ConversationListPage.open({
          presence,
          width: 280,
          attributes: { dir, lang: 'en-US' },
          conversations: LONG.map((name, place) =>
            withPerson(name, {
              lastMessage: name,
              lastMessageTime: at(presence, 0, 9, 50 - place),
              unreadCount: 120,
              isMuted: true,
              isPinned: true,
            }),
          ),
        });
        expect(page.names()).to.deep.equal(LONG);
        for (const row of page.rows) {
          const { left, right } = row.getBoundingClientRect();
          for (const part of ['time', 'unread']) {
            const element = row.querySelector<HTMLElement>(`[part=${part}]`)!;
            const box = element.getBoundingClientRect();
            expect(element.scrollWidth, part).to.be.at.most(element.clientWidth);
            expect(dir === 'ltr' ? right - box.right : box.left - left, part).to.be.closeTo(12, 1);
          }
          for (const part of ['name', 'last-message']) {
            const element = row.querySelector<HTMLElement>(`[part=${part}]`)!;
            expect(element.scrollWidth, part).to.be.greaterThan(element.clientWidth);
            expect(getComputedStyle(element).textOverflow).to.equal('ellipsis');
          }
        }
      });
    }

    it('begins a message in another script where the name begins', async () => {
      const page = await ConversationListPage.open({
        width: 900,
        conversations: [withPerson('Ana', { lastMessage: 'مرحبا' })],
      });
      const left = (part: string) => page.part('Ana', part).getBoundingClientRect().left;
      expect(left('last-message')).to.be.closeTo(left('name'), 1);
    });

    it('keeps the count at the end of a row without a message', async () => {
      const page = await ConversationListPage.open({
        conversations: [withPerson('Ana', { unreadCount: 2 })],
      });
      const { right } = page.row('Ana').getBoundingClientRect();
      const count = page.part('Ana', 'unread').getBoundingClientRect();
      expect(right - count.right).to.be.closeTo(12, 1);
    });

    it('sets the time on the line of the name, and moves nothing for a count', async () => {
      const presence = await startInTheEvening();
      const given = [withPerson('Ana', { lastMessage: 'Hi', lastMessageTime: at(presence, 0, 9) })];
      const page = await ConversationListPage.open({ presence, conversations: given });
      const baseline = (part: string) => {
        const probe = document.createElement('span');
        probe.style.display = 'inline-block';
        page.part('Ana', part).append(probe);
        const { bottom } = probe.getBoundingClientRect();
        probe.remove();
        return bottom;
      };
      const before = [baseline('name'), baseline('last-message')];
      expect(baseline('time')).to.be.closeTo(before[0]!, 0.5);
      await page.give(changed(given, 'Ana', { unreadCount: 120, isMuted: true, isPinned: true }));
      expect(baseline('name')).to.be.closeTo(before[0]!, 0.1);
      expect(baseline('last-message')).to.be.closeTo(before[1]!, 0.1);
    });
  });

  describe('[selected]', () => {
    it('follows a click, and says so with an event that leaves the list', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      const events: TuiConversationSelectEvent[] = [];
      const hear = (event: TuiConversationSelectEvent) => events.push(event);
      document.body.addEventListener('tui-conversation-select', hear);
      page.click('Design');
      document.body.removeEventListener('tui-conversation-select', hear);
      expect(events).to.have.length(1);
      expect(events[0]).to.be.instanceOf(TuiConversationSelectEvent);
      expect(events[0]!.conversationID).to.equal('GROUPdesign');
      expect(events[0]!.conversation).to.equal(TALKS[1]);
      expect(page.list.selected).to.equal('GROUPdesign');
      await page.list.updateComplete;
      expect(page.row('Design').getAttribute('aria-selected')).to.equal('true');
      expect(page.all('[part="row row-selected"]')).to.deep.equal([page.row('Design')]);
    });

    it('is silent when the page selects', async () => {
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
    it('walks, and selects with Enter and Space', async () => {
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

    it('of the order keeps the nodes, and asks the service for nothing', async () => {
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
    const NEWS = changed(TALKS, 'Carla', { lastMessageTime: 1000, lastMessage: 'New' });

    it('waits while a pointer rests on the list', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      page.point(true);
      await page.give(NEWS);
      await page.pass(A_WHILE);
      expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
      expect(page.textOf('Carla', 'last-message')).to.equal('New');
      page.point(false);
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(['Carla', 'Ana', 'Design']);
    });

    it('waits while the focus is in the list', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      page.focus();
      page.press('ArrowDown');
      await page.give(NEWS);
      await page.pass(A_WHILE);
      expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
      expect(page.activeName).to.equal('Design');
      page.scroller.blur();
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(['Carla', 'Ana', 'Design']);
      expect(page.activeName).to.equal('Design');
    });

    it('has new conversations at the end until it may settle, and none that are gone', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      page.point(true);
      const dele = withPerson('Dele', { lastMessageTime: 2000 });
      await page.give([dele, ...NEWS.filter(({ name }) => name !== 'Design')]);
      expect(page.names()).to.deep.equal(['Ana', 'Carla', 'Dele']);
      page.point(false);
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(['Dele', 'Carla', 'Ana']);
    });

    it('settles by the latest of all that has happened', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      page.point(true);
      await page.give(NEWS);
      await page.give(changed(NEWS, 'Design', { isPinned: true }));
      await page.give(TALKS);
      const mutations = recordMutations(page.list);
      page.point(false);
      await page.pass(CALM);
      expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
      expect(mutations.take()).to.deep.equal([]);
    });

    it('leaves what is read in its place when another moves past it', async () => {
      const many = conversationsNumbered(100);
      const page = await ConversationListPage.open({ conversations: many });
      page.scrollTo(1204);
      const top = () => page.row('Name 021').getBoundingClientRect().top;
      const before = top();
      // One from below, and the first that is in sight.
      await page.give(changed(many, 'Name 090', { lastMessageTime: 200_000 }));
      expect(top()).to.equal(before);
      await page.give(changed(page.list.conversations!, 'Name 020', { isPinned: true }));
      expect(top()).to.equal(before);
      page.scrollTo(0);
      expect(page.names().slice(0, 3)).to.deep.equal(['Name 020', 'Name 090', 'Name 000']);
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

    it('are followed live in sight, and by query elsewhere', async () => {
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

  describe('the conversations of the engine', () => {
    it('are listed when the page gives none', async () => {
      const presence = startPresence({ conversations: TALKS });
      const page = await ConversationListPage.open({ presence });
      expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
      presence.source.setConversations([withPerson('Dele')]);
      await page.pass(100);
      expect(page.names()).to.deep.equal(['Dele']);
      await page.give([]);
      expect(page.state).to.equal('No conversations');
      await page.give(undefined);
      expect(page.names()).to.deep.equal(['Dele']);
    });

    it('are loading until they arrive', async () => {
      const page = await ConversationListPage.open();
      expect(page.list.hasAttribute('loading')).to.be.true;
      expect(page.state).to.equal('Loading…');
      expect(page.scroller.hasAttribute('role')).to.be.false;
      await expect(page.list).to.be.accessible();
      page.presence.source.setConversations(TALKS);
      await page.pass(100);
      expect(page.list.hasAttribute('loading')).to.be.false;
      expect(page.rows).to.have.length(3);
    });
  });

  describe('states', () => {
    it('says that there is nothing, in the page’s own words where it has some', async () => {
      const page = await ConversationListPage.open({ conversations: [] });
      expect(page.state).to.equal('No conversations');
      await expect(page.list).to.be.accessible();
      const own = document.createElement('p');
      own.slot = 'empty';
      own.textContent = 'Write to somebody';
      page.list.append(own);
      expect(own.getClientRects()).to.have.length(1);
    });

    it('says why there are no statuses, keeps its rows, and tries again', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      page.presence.source.fail('feature-disabled');
      await page.pass(100);
      expect(page.said).to.contain('switch on user status');
      expect(page.rows).to.have.length(3);
      await expect(page.list).to.be.accessible();
      page.presence.source.fail(undefined);
      page.all('button')[0]?.click();
      await page.pass(A_WHILE);
      expect(page.said).to.equal('');
    });

    it('is accessible in the dark, selected and from right to left', async () => {
      const page = await ConversationListPage.open({
        conversations: changed(TALKS, 'Ana', { unreadCount: 2 }),
        statuses: { ana: 'online' },
        attributes: { selected: 'C2Cana', dir: 'rtl', lang: 'ar' },
      });
      page.list.style.colorScheme = 'dark';
      expect(page.spoken('Ana')).to.equal('Ana، متصل، رسالتان غير مقروءتين');
      await expect(page.list).to.be.accessible();
    });
  });

  describe('coming and going', () => {
    it('has no listener and no timer left after it is removed', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      const { controller, page: clock } = page.presence;
      expect(controller.stats.observed).to.equal(2);
      page.list.remove();
      await clock.pass(A_WHILE);
      expect(controller.stats.observed).to.equal(0);
      expect(controller.listeners).to.equal(0);
      expect(clock.timers).to.equal(0);
    });

    it('goes on after a move', async () => {
      const presence = await startInTheEvening();
      const time = at(presence, 0, 17);
      const page = await ConversationListPage.open({
        presence,
        conversations: [withPerson('Ana', { lastMessageTime: time })],
        statuses: { ana: 'online' },
        attributes: { lang: 'en-US' },
      });
      page.list.parentElement!.append(page.list);
      await page.pass(7 * HOUR);
      expect(page.statusOf('Ana')).to.equal('online');
      expect(page.textOf('Ana', 'time')).to.equal(
        new Date(time).toLocaleDateString('en-US', { weekday: 'short' }),
      );
    });

    it('switches to another controller', async () => {
      const page = await ConversationListPage.open({
        conversations: TALKS,
        statuses: { ana: 'online' },
      });
      const other = startPresence();
      other.source.setStatus('ana', 'offline');
      page.list.presence = other.controller;
      await page.list.updateComplete;
      await other.page.pass(A_WHILE);
      expect(page.statusOf('Ana')).to.equal('offline');
      await page.pass(A_WHILE);
      expect(page.presence.controller.stats.observed).to.equal(0);
      expect(page.presence.page.timers).to.equal(0);
    });

    it('lets go of those who are no longer listed', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      await page.give([withPerson('Ana'), withPerson('Dele'), inGroup('Design')]);
      await page.pass(A_WHILE);
      expect(page.presence.controller.stats.observed).to.equal(2);
    });
  });

  describe('bad input', () => {
    for (const conversations of ['Ana', 7, {}, true, () => [], Symbol('talks')]) {
      it(`is empty with ${String(conversations)} for conversations`, async () => {
        const page = await ConversationListPage.open({ conversations });
        expect(page.state).to.equal('No conversations');
        expect(page.list.loading).to.be.false;
      });
    }

    it('leaves out what is no conversation, and what is there already', async () => {
      const nothing = [null, undefined, 7, 'C2Cana', [], {}, { conversationID: 5 }];
      const page = await ConversationListPage.open({
        conversations: [...nothing, ...TALKS, { ...TALKS[0], name: 'Other' }],
      });
      expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
    });

    it('draws what has nothing but an ID', async () => {
      const page = await ConversationListPage.open({
        conversations: [{ conversationID: 'C2Cx' }, { conversationID: 'GROUPy', groupID: 'y' }],
      });
      expect(page.names()).to.deep.equal(['C2Cx', 'y']);
      expect(page.spoken('C2Cx')).to.equal('C2Cx');
      expect(page.statusOf('C2Cx')).to.equal(undefined);
    });

    it('draws fields of the wrong types', async () => {
      const odd = [null, 7, {}, [], true, () => 'x', Symbol('x'), 7n];
      const page = await ConversationListPage.open({
        conversations: odd.map((value, place) => ({
          conversationID: `C2C${place}`,
          type: 'c2c',
          userID: value,
          name: value,
          avatar: value,
          lastMessage: value,
          lastMessageTime: value,
          unreadCount: value,
          draft: value,
          isPinned: value,
          isMuted: value,
        })),
      });
      expect(page.names().toSorted()).to.deep.equal(odd.map((_, place) => `C2C${place}`));
      expect(page.presence.controller.stats.observed).to.equal(0);
      expect(page.presence.page.errors).to.deep.equal([]);
    });

    it('draws markup, steering characters and endless texts as text in one row', async () => {
      const texts = [
        '<img src=x onerror=alert(1)>',
        '\u202Egnp.exe\u202C',
        'x'.repeat(5000),
        'two\nlines',
        '{text} ${name}',
      ];
      const page = await ConversationListPage.open({
        conversations: texts.map((text, place) =>
          withPerson(String(place), {
            name: text,
            lastMessage: text,
            lastMessageTime: 100 - place,
            avatar: ['javascript:alert(1)', 'data:text/html,<p>', ' \tjavaScript:1'][place % 3]!,
          }),
        ),
      });
      const drawn = page.names();
      expect(drawn[0]).to.equal(texts[0]);
      expect(drawn[1]).to.equal('gnp.exe');
      expect(drawn[2]!.length).to.be.below(200);
      expect(drawn[3]).to.equal('two lines');
      expect(drawn[4]).to.equal(texts[4]);
      for (const [place, row] of page.rows.entries()) {
        expect(row.querySelector('[part=last-message]')!.textContent).to.equal(drawn[place]);
        expect(row.offsetHeight).to.equal(60);
      }
      expect(page.all('img')).to.have.length(0);
      expect(page.scroller.scrollWidth).to.be.at.most(page.scroller.clientWidth);
    });

    it('takes attributes of nonsense', async () => {
      const page = await ConversationListPage.open({
        conversations: TALKS,
        attributes: { selected: '<b>', label: '', lang: '!' },
      });
      Object.assign(page.list, { selected: null, label: null });
      await page.pass(100);
      expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
      expect(page.scroller.getAttribute('aria-label')).to.equal('Conversations');
    });
  });
});
