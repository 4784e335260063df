import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeChat, friend } from '../../../support/fake-chat.js';
import { EnginePage, OFFLINE, ONLINE } from '../../../support/engine-page.js';

describe('engineSource', () => {
  describe('a login', () => {
    it('of the SDK alone does not count: the engine still holds the data of the user before', async () => {
      const page = await EnginePage.ready('ana');
      await page.chat.logout();
      page.chat.login('bob');
      page.engine.setFriends([friend('ana')]);
      await page.environment.pass(1_000);
      assert.equal(page.controller.userID, undefined);
      assert.equal(page.presenceOf('ana'), 'unknown none');
      void page.engine.TUIChatEngine.login({ chat: page.chat, userID: 'bob' });
      await page.environment.pass(1_000);
      assert.equal(page.controller.userID, 'bob');
      assert.equal(page.presenceOf('ana'), 'not-logged-in live');
    });

    for (const part of ['SDK', 'engine'] as const) {
      const logOut = (page: EnginePage): Promise<void> =>
        part === 'SDK' ? page.chat.logout() : page.engine.TUIChatEngine.logout();

      it(`that ends with the logout of the ${part} removes all data, without an error`, async () => {
        const page = await EnginePage.ready('ana');
        page.engine.setFriends([friend('ana')]);
        page.chat.set('ana', ONLINE);
        await page.environment.pass(100);
        page.takeNotifications();
        await logOut(page);
        assert.equal(page.controller.state, 'idle');
        assert.equal(page.presenceOf('ana'), 'unknown none');
        assert.equal(page.engine.statuses.size, 0, 'the map of the engine is empty too');
        assert.equal(page.controller.directory.contacts, undefined);
        const calls = page.chat.calls.length;
        await page.environment.pass(60_000);
        assert.deepEqual(page.takeNotifications(), ['ana unknown none']);
        assert.equal(page.chat.calls.length, calls);
        assert.deepEqual(page.errors, []);
        assert.deepEqual(page.environment.errors, []);
      });

      it(`that ends with the logout of the ${part} brings nothing of a response under way`, async () => {
        const page = await EnginePage.ready();
        page.chat.set('ana', ONLINE);
        page.chat.latency = 500;
        page.observe('ana');
        await page.environment.pass(300);
        await logOut(page);
        await page.environment.pass(1_000);
        assert.equal(page.engine.statuses.size, 1, 'the engine by itself takes it');
        assert.equal(page.presenceOf('ana'), 'unknown none');
        assert.deepEqual(page.takeNotifications(), []);
      });
    }

    it('is not needed for what a page itself puts into the store of the engine', async () => {
      const page = new EnginePage();
      page.connect();
      page.observe('ana');
      page.engine.TUIStore.update('user', 'displayOnlineStatus', true);
      page.writeStatuses(['ana'], ONLINE);
      await page.environment.pass(100);
      assert.equal(page.presenceOf('ana'), 'online snapshot');
    });

    it('of another user empties the map of the engine before any of it is shown', async () => {
      const page = new EnginePage();
      page.login('alice');
      page.engine.TUIStore.update('user', 'userStatusList', [
        { userID: 'ana', statusType: ONLINE, customStatus: 'for alice' },
      ]);
      await page.chat.logout();
      assert.equal(page.engine.statuses.size, 1, 'the engine by itself keeps it');
      page.connect();
      page.observe('ana');
      page.chat.latency = 500;
      page.login('bob');
      assert.equal(page.engine.statuses.size, 0);
      await page.environment.pass(400);
      assert.deepEqual(page.takeNotifications(), []);
    });

    it('of the same user with another chat instance subscribes and queries again', async () => {
      const page = await EnginePage.ready('ana');
      page.chat = new FakeChat(page.environment);
      page.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
      page.login('me');
      await page.environment.pass(1_000);
      assert.equal(page.controller.state, 'ready');
      assert.equal(page.presenceOf('ana'), 'online live');
      assert.ok(page.chat.subscribed.has('ana'));
    });

    it('with another chat instance leaves the first one as it was', async () => {
      const page = await EnginePage.ready('ana');
      const first = page.chat;
      await first.logout();
      const { handlers } = first;
      page.chat = new FakeChat(page.environment);
      page.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
      page.login('bob');
      await page.environment.pass(1_000);
      assert.equal(page.presenceOf('ana'), 'online live');
      assert.equal(first.getUserStatus, FakeChat.prototype.getUserStatus);
      assert.ok(first.handlers < handlers);
      first.emit('onUserStatusUpdated', [{ userID: 'ana', statusType: OFFLINE }]);
      first.emit('sdkStateNotReady');
      assert.equal(page.controller.userID, 'bob');
      page.disconnect();
      assert.equal(page.chat.getUserStatus, FakeChat.prototype.getUserStatus);
    });
  });
});
