import { expect } from '@open-wc/testing';
import { ConversationListPage, inGroup, withPerson } from '../support/conversation-list-page.js';

describe('<tui-conversation-list> unread messages', () => {
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

  for (const [mention, words] of [
    ['me', 'Mentioned you'],
    ['all', 'Mentioned everyone'],
  ] as const) {
    it(`that mention ${mention} have a mark, which is spoken`, async () => {
      const page = await ConversationListPage.open({
        conversations: [inGroup('Design', { mention, unreadCount: 2, lastMessage: 'Ben: hi' })],
      });
      expect(page.part('Design', 'mention').textContent).to.equal(words);
      expect(page.lineOf('Design')).to.equal('Ben: hi');
      expect(page.spoken('Design')).to.equal(`Design, ${words}, 2 unread messages`);
      await expect(page.list).to.be.accessible();
    });
  }

  for (const mention of [undefined, null, '', 'you', 1]) {
    it(`that mention ${JSON.stringify(mention)} have no mark`, async () => {
      const page = await ConversationListPage.open({
        conversations: [{ ...inGroup('Design'), mention }],
      });
      expect(page.part('Design', 'mention').getClientRects()).to.have.length(0);
      expect(page.spoken('Design')).to.equal('Design');
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

  it('are counted in a quieter colour when they are muted', async () => {
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
