import { expect } from '@open-wc/testing';
import { A_WHILE, startPresence } from '../support/elements.js';
import { revocable, revoked } from '../support/hostile-values.js';
import { ConversationListPage, TALKS, withPerson } from '../support/conversation-list-page.js';

describe('<tui-conversation-list> bad input', () => {
  for (const conversations of ['Ana', 7, {}, true, () => [], Symbol('talks')]) {
    it(`is empty with ${String(conversations)} for conversations`, async () => {
      const page = await ConversationListPage.open({ conversations });
      expect(page.state).to.equal('No conversations');
      expect(page.list.loading).to.be.false;
    });
  }

  it('lists what can be read of conversations whose getters throw', async () => {
    const throwing = (field: string, more: object) =>
      Object.defineProperty({ type: 'c2c', ...more }, field, {
        get: () => {
          throw new Error(field);
        },
      });
    const fields = ['name', 'userID', 'lastMessage', 'lastMessageTime', 'unreadCount', 'isPinned'];
    const page = await ConversationListPage.open({
      conversations: [
        revoked({}),
        throwing('conversationID', { name: 'No' }),
        ...fields.map((field) => throwing(field, { conversationID: `C2C${field}` })),
      ],
    });
    expect(page.names()).to.deep.equal(fields.map((field) => `C2C${field}`));
  });

  it('keeps conversations that are revoked after they were set', async () => {
    const proxies = TALKS.map((talk) => revocable(talk));
    const [conversations, revokeArray] = revocable(proxies.map(([talk]) => talk));
    const page = await ConversationListPage.open({ conversations });
    const names = page.names();
    revokeArray();
    for (const [, revoke] of proxies) revoke();
    page.presence.source.setStatus('ana', 'online');
    page.list.lang = 'zh-CN';
    await page.pass(A_WHILE);
    expect(page.names()).to.deep.equal(names);
    expect(page.statusOf('Ana')).to.equal('online');
    const fields: unknown[] = [];
    page.list.addEventListener('tui-conversation-select', ({ conversationID, conversation }) => {
      fields.push(conversationID, conversation === proxies[0]![0]);
    });
    page.row('Ana').click();
    page.list.conversations = [revoked({}), ...TALKS] as typeof TALKS;
    await page.pass(A_WHILE);
    expect(page.names()).to.deep.equal(names);
    expect(fields).to.deep.equal([TALKS[0]!.conversationID, true]);
    expect(page.presence.environment.errors.join()).to.match(/^TypeError: .*revoked[^,]*$/);
  });

  it('leaves out entries that are no conversations, and each ID after the first time', async () => {
    const nothing = [null, undefined, 7, 'C2Cana', [], {}, { conversationID: 5.5 }];
    const page = await ConversationListPage.open({
      conversations: [...nothing, ...TALKS, { ...TALKS[0], name: 'Other' }],
    });
    expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
  });

  it('takes numbers as the text of IDs', async () => {
    const talk = { ...withPerson('Ana'), conversationID: 5, userID: 10001 };
    const page = await ConversationListPage.open({
      conversations: [talk],
      statuses: { '10001': 'online' },
      properties: { selected: 5 },
    });
    expect(page.statusOf('Ana')).to.equal('online');
    expect(page.list.selected).to.equal('5');
    expect(page.list.shadowRoot!.querySelector('[data-conversation-id="5"]')).to.exist;
  });

  it('is loading for null, and never shows the conversations of the source', async () => {
    const presence = startPresence({ conversations: TALKS });
    const page = await ConversationListPage.open({ conversations: null, presence });
    expect(page.list.shadowRoot!.querySelectorAll('[role=option]')).to.be.empty;
    expect(page.list.hasAttribute('loading')).to.be.true;
  });

  it('draws conversations that have only an ID', async () => {
    const page = await ConversationListPage.open({
      conversations: [{ conversationID: 'C2Cx' }, { conversationID: 'GROUPy', groupID: 'y' }],
    });
    expect(page.names()).to.deep.equal(['C2Cx', 'y']);
    expect(page.spoken('C2Cx')).to.equal('C2Cx');
    expect(page.statusOf('C2Cx')).to.equal(undefined);
  });

  it('draws fields of the wrong types', async () => {
    const odd = [null, 7.5, {}, [], true, () => 'x', Symbol('x'), 7n];
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
    expect(page.presence.environment.errors).to.deep.equal([]);
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

  it('ignores nonsense in attributes', async () => {
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
