import { expect } from '@open-wc/testing';
import { ConversationListPage, withPerson } from '../support/conversation-list-page.js';

describe('<tui-conversation-list> a draft', () => {
  it('replaces the last message', async () => {
    const page = await ConversationListPage.open({
      conversations: [withPerson('Ana', { lastMessage: 'Well?', draft: 'thanks, I will' })],
    });
    expect(page.lineOf('Ana')).to.equal('[Draft] thanks, I will');
    expect(page.description('Ana')).to.equal('Draft: thanks, I will');
  });

  it('is not shown for the open conversation, whose last message is', async () => {
    const page = await ConversationListPage.open({
      conversations: [
        withPerson('Ana', { lastMessage: 'Well?', draft: 'thanks' }),
        withPerson('Ben', { lastMessage: 'Hm', draft: 'no' }),
      ],
      properties: { selected: 'C2Cana' },
    });
    expect([page.lineOf('Ana'), page.lineOf('Ben')]).to.deep.equal(['Well?', '[Draft] no']);
    expect(page.description('Ana')).to.equal('Well?');
    page.click('Ben');
    await page.list.updateComplete;
    expect([page.lineOf('Ana'), page.lineOf('Ben')]).to.deep.equal(['[Draft] thanks', 'Hm']);
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
