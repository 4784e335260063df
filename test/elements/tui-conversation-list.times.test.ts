import { expect } from '@open-wc/testing';
import { A_WHILE, recordMutations } from '../support/elements.js';
import {
  at,
  changed,
  ConversationListPage,
  startInTheEvening,
  TALKS,
  withPerson,
} from '../support/conversation-list-page.js';

const HOUR = 3_600_000;

describe('<tui-conversation-list> times', () => {
  it('are the hour today, a word for yesterday, the weekday this week, else the date', async () => {
    const presence = await startInTheEvening();
    const page = await ConversationListPage.open({
      presence,
      conversations: [
        withPerson('Today', { lastMessageTime: at(presence, 0, 9, 41) }),
        withPerson('Yesterday', { lastMessageTime: at(presence, 1, 0, 1) }),
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
    expect(page.textOf('Yesterday', 'time')).to.equal('Yesterday');
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
    const page = await ConversationListPage.open({
      presence,
      conversations: [withPerson('Ana', { lastMessageTime: at(presence, 0, 17, 5) })],
      attributes: { lang: 'en-US' },
    });
    await page.pass(6 * HOUR - A_WHILE - 1);
    expect(page.textOf('Ana', 'time')).to.equal('5:05 PM');
    await page.pass(1);
    expect(page.textOf('Ana', 'time')).to.equal('Yesterday');
  });

  it('keep their order from right to left, at the end of the row', async () => {
    const presence = await startInTheEvening();
    const page = await ConversationListPage.open({
      presence,
      conversations: [withPerson('Ana', { lastMessageTime: at(presence, 0, 16, 7) })],
      attributes: { lang: 'en-US', dir: 'rtl' },
    });
    expect(page.textOf('Ana', 'time')).to.equal('4:07 PM');
    const hour = page.lettersOf('Ana', 'time', 0);
    const half = page.lettersOf('Ana', 'time', 5);
    expect(hour.right).to.be.at.most(half.left);
    const { left } = page.row('Ana').getBoundingClientRect();
    expect(hour.left - left).to.be.closeTo(12, 1);
  });

  it('are right as soon as the page is looked at after the device has slept past midnight', async () => {
    const presence = await startInTheEvening();
    const conversations = [withPerson('Ana', { lastMessageTime: at(presence, 0, 9, 41) })];
    const page = await ConversationListPage.open({ presence, conversations });
    const today = page.textOf('Ana', 'time');
    // No timer has run meanwhile.
    presence.environment.setClock(14 * HOUR);
    presence.environment.setActive(true);
    await page.pass(0);
    expect(page.textOf('Ana', 'time')).to.not.equal(today);
  });

  for (const [how, ms] of [
    ['forward', 14 * HOUR],
    ['back', -24 * HOUR],
  ] as const) {
    it(`are right within a minute when the clock is set ${how}, and when that is undone`, async () => {
      const presence = await startInTheEvening();
      const conversations = [withPerson('Ana', { lastMessageTime: at(presence, 0, 9, 41) })];
      const page = await ConversationListPage.open({ presence, conversations });
      const today = page.textOf('Ana', 'time');
      presence.environment.setClock(ms);
      await page.pass(60_000);
      expect(page.textOf('Ana', 'time')).to.not.equal(today);
      presence.environment.setClock(-ms);
      await page.pass(60_000);
      expect(page.textOf('Ana', 'time')).to.equal(today);
    });
  }

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
    page.list.lang = 'ar-EG';
    await page.pass(100);
    expect(page.textOf('Ana', 'time')).to.equal('٩:٤١ ص');
    expect(page.textOf('Ana', 'unread')).to.equal('٢');
    page.list.lang = 'ja';
    await Promise.resolve();
    await page.pass(100);
    expect(page.spoken('Ana')).to.equal('Ana、オンライン、未読メッセージ 2 件');
    expect(page.lineOf('Ben')).to.equal('[下書き] hm');
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
