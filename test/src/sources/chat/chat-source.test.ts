import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../../src/presence-controller.js';
import { ChatPage } from '../../../support/chat-page.js';
import { conversationWith, FakeChat, friend } from '../../../support/fake-chat.js';
import { settled } from '../../../support/fake-environment.js';
import { ONLINE, users } from '../../../support/sdk-page.js';

const switchStatuses = ({ controller }: ChatPage, on: boolean): void =>
  controller.switchUserStatus({ displayOnlineStatus: on });

describe('chatSource', () => {
  describe('the switch', () => {
    it('is off until presence.switchUserStatus', async () => {
      const page = new ChatPage().connect().login('me', { on: false });
      page.observe('ana');
      await page.environment.pass(10_000);
      assert.equal(page.controller.displayOnlineStatus, false);
      // The SDK answers a query of oneself by itself.
      assert.deepEqual(page.chat.users('getUserStatus'), ['me']);
      assert.deepEqual(page.chat.of('subscribeUserStatus'), []);
      switchStatuses(page, true);
      await page.environment.pass(1_000);
      assert.equal(page.presenceOf('ana'), 'not-logged-in live');
    });

    it('gives our own subscriptions back when it goes off, and only ours', async () => {
      const page = await ChatPage.ready(...users(150));
      page.call('subscribeUserStatus', ['host']);
      await page.environment.pass(1_000);
      assert.equal(page.chat.subscribed.size, 151);
      switchStatuses(page, false);
      await page.environment.pass(100);
      assert.deepEqual([...page.chat.subscribed], ['host']);
      assert.ok(page.chat.of('unsubscribeUserStatus').every(({ userIDs }) => userIDs.length > 0));
    });

    it('goes on counting the subscriptions of the page while it is off', async () => {
      const page = await ChatPage.ready();
      page.call('subscribeUserStatus', users(100, 500));
      await page.environment.pass(1_000);
      switchStatuses(page, false);
      page.call('subscribeUserStatus', users(60, 600));
      await page.environment.pass(1_000);
      switchStatuses(page, true);
      page.observe(users(200));
      await page.environment.pass(20_000);
      assert.equal(page.chat.evicted, 0);
      for (const userID of [...users(100, 500), ...users(60, 600)]) {
        assert.ok(page.chat.subscribed.has(userID), userID);
      }
    });

    it('leaves nothing behind when it is quickly switched off and on', async () => {
      const page = await ChatPage.ready(...users(20));
      for (let round = 0; round < 20; round++) {
        switchStatuses(page, false);
        switchStatuses(page, true);
        await page.environment.pass(round);
      }
      await page.environment.pass(60_000);
      assert.deepEqual([...page.chat.subscribed].sort(), users(20).sort());
      assert.equal(page.controller.stats.live, 20);
      assert.equal(page.controller.stats.held, 20);
      assert.equal(page.chat.rateLimited, 0);
    });

    it('stays as it is for the next connection and the next user', async () => {
      const page = await ChatPage.ready('ana');
      page.disconnect();
      page.connect();
      assert.equal(page.controller.displayOnlineStatus, true);
      await page.chat.logout();
      page.chat.login('bob');
      await page.environment.pass(1_000);
      assert.equal(page.presenceOf('ana'), 'not-logged-in live');
    });

    it('is one for all controllers on an instance of the SDK', async () => {
      const page = await ChatPage.ready('ana');
      const other = new PresenceController({ environment: page.environment });
      page.connectTo(other);
      assert.equal(other.displayOnlineStatus, true);
      other.switchUserStatus({ displayOnlineStatus: false });
      assert.equal(page.controller.displayOnlineStatus, false);
      await settled();
    });
  });

  describe('the lists', () => {
    it('are those that the SDK has at a connect after the login', async () => {
      const page = new ChatPage();
      page.chat.friends = [friend('ana'), friend('bob')];
      page.chat.blocked = ['bob'];
      page.chat.conversations = [conversationWith('ana'), conversationWith('bob')];
      page.login().connect();
      await page.environment.pass(100);
      const { contacts, conversations } = page.controller.directory;
      assert.deepEqual(contacts, [{ userID: 'ana' }, { userID: 'bob', blocked: true }]);
      assert.deepEqual(
        conversations?.map(({ blocked }) => blocked),
        [undefined, true],
      );
    });

    it('are read whole where the event has only the conversations that have changed', async () => {
      const page = new ChatPage().connect().login();
      page.chat.conversations = [conversationWith('ana'), conversationWith('bob')];
      page.chat.emit('onConversationListUpdated', [conversationWith('bob')]);
      await settled();
      assert.equal(page.controller.directory.conversations?.length, 2);
    });

    it('follow a profile that the SDK changes in place', async () => {
      const page = new ChatPage().connect().login();
      const ana = friend('ana');
      page.setFriends([ana]);
      ana.profile!.nick = 'Ana';
      page.chat.emit('onProfileUpdated', [ana.profile]);
      await page.environment.pass(100);
      assert.deepEqual(page.controller.directory.contacts, [{ userID: 'ana', name: 'Ana' }]);
    });

    it('keep what came by an event when an older response comes after it', async () => {
      const page = new ChatPage();
      page.chat.friends = [friend('ana')];
      page.connect().login();
      page.setFriends([friend('ana'), friend('bob')]);
      page.chat.friends = [];
      await page.environment.pass(1_000);
      assert.equal(page.controller.directory.contacts?.length, 2);
    });

    it('stay empty, without an error, in an SDK without the modules', async () => {
      const page = new ChatPage();
      Object.assign(page.chat, {
        getFriendList: undefined,
        getBlacklist: undefined,
        getConversationList: undefined,
      });
      await page.start('ana');
      await page.environment.pass(10_000);
      assert.equal(page.presenceOf('ana'), 'not-logged-in live');
      assert.deepEqual(page.controller.directory.contacts, []);
      assert.deepEqual(page.controller.directory.conversations, []);
      assert.deepEqual(page.errors, []);
      assert.deepEqual(page.environment.errors, []);
    });

    it('are none of another user, at whichever moment the next one logs in', async () => {
      for (let ms = 0; ms < 25; ms += 3) {
        const page = new ChatPage().connect();
        page.chat.friends = [friend('ana')];
        page.chat.conversations = [conversationWith('ana')];
        page.login('alice');
        await page.environment.pass(ms);
        page.chat.friends = [];
        page.chat.conversations = [];
        page.chat.isSyncCompleted = false;
        page.chat.login('bob');
        assert.equal(page.controller.directory.contacts, undefined, `${ms} ms`);
        await page.environment.pass(1_000);
        assert.equal(page.controller.directory.contacts, undefined, `${ms} ms`);
        assert.equal(page.controller.directory.conversations, undefined, `${ms} ms`);
      }
    });

    it('accept a value of any kind', async () => {
      const page = await ChatPage.ready('ana');
      for (const value of [undefined, null, 7, 'x', {}, [null], [{}], [7]]) {
        for (const event of ['onFriendListUpdated', 'blacklistUpdated', 'onProfileUpdated']) {
          page.chat.emit(event, value);
          await page.environment.pass(20);
        }
      }
      assert.deepEqual(page.environment.errors, []);
    });
  });

  it('leaves the chat as it was after the disconnect', async () => {
    const page = new ChatPage().login();
    const traces = () => [page.chat.handlers, Object.getOwnPropertyNames(page.chat)];
    const before = traces();
    page.connect();
    assert.notDeepEqual(traces(), before);
    page.observe('ana');
    await page.environment.pass(1_000);
    page.disconnect();
    page.disconnect();
    assert.deepEqual(traces(), before);
    assert.equal(page.chat.getUserStatus, FakeChat.prototype.getUserStatus);
    await page.environment.pass(100);
    assert.equal(page.environment.timers, 0);
    assert.equal(page.environment.listeners, 0);
  });

  it('follows a chat that is destroyed: nothing is known any more, and it is no error', async () => {
    const page = await ChatPage.ready('ana');
    page.chat.set('ana', ONLINE);
    void page.chat.destroy();
    await settled();
    assert.equal(page.controller.state, 'idle');
    assert.equal(page.presenceOf('ana'), 'unknown none');
    assert.deepEqual(page.errors, []);
    page.disconnect();
    page.chat = new FakeChat(page.environment);
    page.connect().login();
    await page.environment.pass(1_000);
    assert.equal(page.presenceOf('ana'), 'not-logged-in live');
  });

  it('notices a destroyed chat by its last event alone', async () => {
    const page = await ChatPage.ready('ana');
    page.chat.emit('sdkDestroy', { SDKAppID: 1 });
    assert.equal(page.controller.state, 'idle');
    await settled();
  });
});
