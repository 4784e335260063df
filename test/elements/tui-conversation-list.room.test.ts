import { expect } from '@open-wc/testing';
import {
  at,
  changed,
  ConversationListPage,
  startInTheEvening,
  withPerson,
} from '../support/conversation-list-page.js';

describe('<tui-conversation-list> room', () => {
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

  for (const [word, width, given] of [
    ['mention', 200, { mention: 'me' }],
    ['draft', 150, { draft: 'Not yet, but soon' }],
  ] as const) {
    it(`is taken from the word of a ${word} where there is none for the message`, async () => {
      const page = await ConversationListPage.open({
        width,
        conversations: [
          withPerson('Ana', { lastMessage: 'Hi', unreadCount: 120, isPinned: true, ...given }),
          withPerson('Ben', { lastMessage: 'Hi', ...given }),
        ],
      });
      const count = page.part('Ana', 'unread').getBoundingClientRect();
      expect(page.row('Ana').getBoundingClientRect().right - count.right).to.be.closeTo(12, 1);
      const shortened = page.row('Ana').querySelector(`.${word}`)!;
      expect(shortened.scrollWidth).to.be.above(shortened.clientWidth);
      expect(getComputedStyle(shortened).textOverflow).to.equal('ellipsis');
      const whole = page.row('Ben').querySelector(`.${word}`)!;
      expect(whole.scrollWidth).to.be.at.most(whole.clientWidth);
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
