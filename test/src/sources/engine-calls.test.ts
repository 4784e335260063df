import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SourceReport } from '../../../src/presence-source.js';
import type { StatusEntry } from '../../../src/presence.js';
import { EngineCalls, entriesOf, partnersOf } from '../../../src/sources/engine-calls.js';
import type { StatusAnswer } from '../../../src/sources/chat-engine.js';
import { conversationWith, FakeChat, FakeEngine, sdkError } from '../../support/fake-engine.js';
import { FakePage } from '../../support/fake-page.js';

const users = (count: number): string[] => Array.from({ length: count }, (_, index) => `u${index}`);

/** What is reported, in words. */
class Heard {
  readonly lines: string[] = [];
  #order = 0;
  readonly report = {
    order: () => ++this.#order,
    calledElsewhere: (kind) => this.lines.push(`called ${kind}`),
    answered: (entries, sentAt) =>
      this.lines.push(`answered ${entries.map(({ userID }) => userID)} of ${sentAt}`),
    subscribeElsewhere: (userIDs, owner) => {
      this.lines.push(`${owner} subscribes ${userIDs}`);
      return (held) => this.lines.push(`${owner} holds ${held}`);
    },
    unsubscribedElsewhere: (userIDs) => this.lines.push(`let go ${userIDs ?? 'everybody'}`),
  } as Partial<SourceReport> as SourceReport;

  take(): string[] {
    return this.lines.splice(0);
  }
}

function setUp() {
  const page = new FakePage();
  const engine = new FakeEngine();
  const chat = new FakeChat(page);
  chat.login('me');
  void engine.TUIChatEngine.login({ chat, userID: 'me' });
  const heard = new Heard();
  const calls = new EngineCalls(engine, chat, heard.report);
  return { page, engine, chat, heard, calls };
}

describe('EngineCalls', () => {
  it('does not report calls of our own', async () => {
    const { page, engine, chat, heard, calls } = setUp();
    void chat.subscribeUserStatus({ userIDList: calls.own(['ana']) });
    void chat.unsubscribeUserStatus({ userIDList: calls.own(['ana']) });
    void engine.TUIUserService.getUserStatus({ userIDList: calls.own(['ana']) });
    await page.pass(100);
    assert.deepEqual(heard.take(), []);
    assert.equal(chat.calls.length, 3);
  });

  it('marks a copy, so that the list of the same users is not ours', async () => {
    const { page, chat, heard, calls } = setUp();
    const list = ['ana'];
    assert.deepEqual(calls.own(list), list);
    void chat.getUserStatus({ userIDList: list });
    await page.pass(100);
    assert.deepEqual(heard.take(), ['called query', 'answered ana of 1']);
  });

  it('reports a query with the order of the moment it was asked', async () => {
    const { page, chat, heard } = setUp();
    void chat.getUserStatus({ userIDList: ['ana'] });
    heard.report.order();
    heard.report.order();
    await page.pass(100);
    assert.equal(heard.take().at(-1), 'answered ana of 1');
  });

  it('reports an answer only when the engine has written it to its store', async () => {
    const { page, engine, heard } = setUp();
    const { report } = heard;
    let known: boolean | undefined;
    report.answered = () => {
      known = engine.statuses.has('ana');
    };
    void engine.TUIUserService.getUserStatus({ userIDList: ['ana'] });
    await page.pass(100);
    assert.equal(known, true);
  });

  describe('a subscription', () => {
    it('of partners alone is taken for the engine\u2019s', async () => {
      const { page, engine, chat, heard } = setUp();
      engine.setConversations([conversationWith('ana'), conversationWith('bob')]);
      void chat.subscribeUserStatus({ userIDList: ['bob', 'ana'] });
      await page.pass(100);
      assert.deepEqual(heard.take(), [
        'called subscribe',
        'engine subscribes bob,ana',
        'engine holds bob,ana',
      ]);
    });

    it('with anybody else in it is the page\u2019s', async () => {
      const { page, engine, chat, heard } = setUp();
      engine.setConversations([conversationWith('ana')]);
      void chat.subscribeUserStatus({ userIDList: ['ana', 'bob'] });
      await page.pass(100);
      assert.ok(heard.take().includes('host holds ana,bob'));
    });

    it("by the engine's own method is the page's, partners or not", async () => {
      const { page, engine, heard } = setUp();
      engine.setConversations([conversationWith('ana')]);
      void engine.TUIUserService.subscribeUserStatus({ userIDList: ['ana'] });
      await page.pass(100);
      assert.ok(heard.take().includes('host holds ana'));
    });

    it('of more than a hundred is one of the first hundred', async () => {
      const { page, chat, heard } = setUp();
      void chat.subscribeUserStatus({ userIDList: users(150) });
      await page.pass(100);
      const lines = heard.take();
      assert.ok(lines.includes(`host holds ${users(100)}`));
    });

    it('leaves out whom the service refused by name', async () => {
      const { page, chat, heard } = setUp();
      chat.strangers.add('bob');
      void chat.subscribeUserStatus({ userIDList: ['ana', 'bob'] });
      await page.pass(100);
      assert.equal(heard.take().at(-1), 'host holds ana');
    });

    it('that fails holds nobody', async () => {
      const { page, chat, heard } = setUp();
      chat.failure = sdkError(60018);
      const refused = assert.rejects(chat.subscribeUserStatus({ userIDList: ['ana'] }));
      await page.pass(100);
      await refused;
      assert.equal(heard.take().at(-1), 'host holds ');
    });
  });

  describe('letting go', () => {
    it('is reported of whom the service let go', async () => {
      const { page, chat, heard } = setUp();
      chat.strangers.add('bob');
      void chat.unsubscribeUserStatus({ userIDList: ['ana', 'bob'] });
      await page.pass(100);
      assert.deepEqual(heard.take(), ['called unsubscribe', 'let go ana']);
    });

    it('of nobody is of everybody, as the SDK has it', async () => {
      const { page, chat, heard } = setUp();
      void chat.unsubscribeUserStatus({ userIDList: [] });
      await page.pass(100);
      assert.equal(heard.take().at(-1), 'let go everybody');
    });

    it('that fails is none', async () => {
      const { page, chat, heard } = setUp();
      chat.failure = sdkError(2801);
      const refused = assert.rejects(chat.unsubscribeUserStatus({ userIDList: ['ana'] }));
      await page.pass(100);
      await refused;
      assert.deepEqual(heard.take(), ['called unsubscribe']);
    });
  });

  it('passes on what is thrown at the caller at once', () => {
    const { engine, chat } = setUp();
    engine.TUIChatEngine.chat = undefined;
    assert.throws(() => engine.TUIUserService.getUserStatus({ userIDList: ['ana'] }), TypeError);
    assert.throws(() => chat.getUserStatus(undefined as unknown as { userIDList: string[] }));
  });

  it('puts everything back, also when it is told twice', () => {
    const { engine, chat, calls } = setUp();
    calls.stop();
    calls.stop();
    assert.ok(!Object.hasOwn(chat, 'getUserStatus'));
    assert.ok(!Object.hasOwn(chat, 'subscribeUserStatus'));
    assert.ok(!Object.hasOwn(engine.TUIUserService, 'subscribeUserStatus'));
  });

  it('does without where a chat lets nobody change its methods', async () => {
    const page = new FakePage();
    const engine = new FakeEngine();
    const chat = new FakeChat(page);
    chat.login('me');
    const frozen = Object.create(chat) as FakeChat;
    const bound = { getUserStatus: chat.getUserStatus.bind(chat) };
    Object.freeze(Object.assign(frozen, bound));
    const heard = new Heard();
    const calls = new EngineCalls(engine, frozen, heard.report);
    const answer = frozen.getUserStatus({ userIDList: ['ana'] });
    await page.pass(100);
    assert.equal((await answer).data?.successUserList?.[0]?.userID, 'ana');
    assert.deepEqual(heard.take(), []);
    calls.stop();
  });
});

describe('partnersOf', () => {
  it('is users of one-to-one conversations, in order', () => {
    const engine = new FakeEngine();
    assert.deepEqual(partnersOf(engine), []);
    engine.setConversations([
      conversationWith('bob'),
      { conversationID: 'GROUPteam' },
      { conversationID: '@TIM#SYSTEM' },
      conversationWith('C2C'),
      conversationWith('ana'),
    ]);
    assert.deepEqual(partnersOf(engine), ['bob', 'C2C', 'ana']);
  });

  it('is nobody of what is no list, or no conversation', () => {
    const engine = new FakeEngine();
    for (const value of [undefined, null, 7, {}, [null, undefined, {}, { conversationID: 7 }]]) {
      engine.TUIStore.update('conv', 'conversationList', value);
      assert.deepEqual(partnersOf(engine), []);
    }
  });
});

describe('entriesOf', () => {
  it('fills in what the SDK left out', () => {
    const expected: StatusEntry[] = [{ userID: 'ana', statusType: 0, customStatus: '' }];
    assert.deepEqual(entriesOf({ data: { successUserList: [{ userID: 'ana' }] } }), expected);
  });

  it('leaves out entries without a user, and answers without a list', () => {
    const answers: readonly unknown[] = [
      undefined,
      null,
      {},
      { data: null },
      { data: {} },
      { data: { successUserList: 7 } },
      { data: { successUserList: [null, undefined, {}, { userID: '' }, 7] } },
    ];
    for (const answer of answers) assert.deepEqual(entriesOf(answer as StatusAnswer), []);
  });
});
