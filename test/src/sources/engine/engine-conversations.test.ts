import { ChangedProfiles } from '../../../../src/sources/chat/changed-profiles.js';
import { ChatConversations } from '../../../../src/sources/chat/chat-conversations.js';
import { StoreList } from '../../../../src/sources/engine/store-list.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EnginePage } from '../../../support/engine-page.js';
import { conversationWith } from '../../../support/fake-chat.js';
import { FakeEngine } from '../../../support/fake-engine.js';
import { FakeEnvironment, settled } from '../../../support/fake-environment.js';

const conversationsOf = ({ controller }: EnginePage) => controller.directory.conversations;

const conversationsIn = (engine: FakeEngine): ChatConversations =>
  new ChatConversations(
    {
      conversations: new StoreList(engine, 'conv', 'conversationList'),
      friends: new StoreList(engine, 'friend', 'friendList'),
      blocked: new StoreList(engine, 'user', 'userBlacklist'),
    },
    new FakeEnvironment(),
    () => undefined,
    new ChangedProfiles(),
    () => undefined,
  );

describe('the conversations of an engine', () => {
  it('reports none to the next user where the SDK has none, and the engine publishes nothing', async () => {
    const page = new EnginePage().connect().login();
    page.engine.setConversations([conversationWith('ana')]);
    await page.engine.TUIChatEngine.logout();
    page.login('bob');
    await page.environment.pass(1_000);
    assert.deepEqual(conversationsOf(page), []);
  });

  it('reports nothing to the next user that the engine keeps of the user before', async () => {
    const page = new EnginePage().connect().login();
    page.engine.TUIStore.reset = () => undefined;
    page.engine.setConversations([conversationWith('ana')]);
    page.engine.TUIStore.update('user', 'userBlacklist', [{ userID: 'carol' }]);
    await page.chat.logout();
    page.chat.isSyncCompleted = false;
    page.login('bob');
    await page.environment.pass(1_000);
    assert.equal(conversationsOf(page), undefined);
    page.engine.setConversations([conversationWith('carol')]);
    assert.deepEqual(
      conversationsOf(page)?.map(({ userID, blocked }) => [userID, blocked]),
      [['carol', undefined]],
    );
    await settled();
  });

  describe('before the engine has published any conversations', () => {
    it('reports those that the SDK has once they are in the store, and not before', async () => {
      const page = new EnginePage().connect();
      page.chat.conversations = [conversationWith('ana')];
      page.login();
      await settled();
      assert.equal(conversationsOf(page), undefined);
      page.engine.setConversations(page.chat.conversations);
      assert.equal(conversationsOf(page)?.length, 1);
    });
  });

  describe('the partners', () => {
    it('are the users of one-to-one conversations, in the order of the engine', () => {
      const engine = new FakeEngine();
      const conversations = conversationsIn(engine);
      assert.deepEqual(conversations.partners, []);
      engine.setConversations([
        conversationWith('bob'),
        { conversationID: 'GROUPteam' },
        { conversationID: '@TIM#SYSTEM' },
        conversationWith('C2C'),
        conversationWith('ana'),
      ]);
      assert.deepEqual(conversations.partners, ['bob', 'C2C', 'ana']);
    });

    it('are none where the store holds no list, or no conversation', () => {
      const engine = new FakeEngine();
      const conversations = conversationsIn(engine);
      for (const value of [undefined, null, 7, {}, [null, undefined, {}, { conversationID: 7 }]]) {
        engine.TUIStore.update('conv', 'conversationList', value);
        assert.deepEqual(conversations.partners, []);
      }
    });
  });
});
