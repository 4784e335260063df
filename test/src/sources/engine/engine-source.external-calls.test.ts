import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conversationWith, sdkError } from '../../../support/fake-chat.js';
import { EnginePage, ONLINE, users } from '../../../support/engine-page.js';

describe('engineSource', () => {
  describe('a call of the page or the engine', () => {
    it('is passed on unchanged, and so is its result', async () => {
      const page = await EnginePage.ready('ana');
      const { TUIUserService } = page.engine;
      const answer = TUIUserService.getUserStatus({ userIDList: ['x'] });
      await page.environment.pass(100);
      assert.equal((await answer).data?.successUserList?.[0]?.userID, 'x');
      page.chat.failure = sdkError(60018, 'too frequent');
      for (const method of ['getUserStatus', 'subscribeUserStatus'] as const) {
        const rejection = assert.rejects(TUIUserService[method]({ userIDList: ['x'] }), {
          code: 60018,
        });
        await page.environment.pass(100);
        await rejection;
      }
      assert.equal(await TUIUserService.subscribeUserStatus({ userIDList: [] }), undefined);
    });
  });

  describe('a subscription of the page', () => {
    it('of a conversation partner is never unsubscribed by us either', async () => {
      const page = new EnginePage().connect().login();
      page.engine.setConversations([conversationWith('ana')]);
      await page.environment.pass(100);
      void page.engine.TUIUserService.subscribeUserStatus({ userIDList: ['ana'] });
      await page.environment.pass(100);
      page.observe(users(300));
      await page.environment.pass(60_000);
      assert.ok(!page.chat.users('unsubscribeUserStatus').includes('ana'));
    });
  });

  describe('a subscription of the engine', () => {
    it('gives way to users who are observed', async () => {
      const page = new EnginePage().connect().login();
      page.engine.setConversations(users(100).map((userID) => conversationWith(userID)));
      await page.environment.pass(100);
      assert.equal(page.chat.subscribed.size, 100);
      page.observe(users(160, 500));
      await page.environment.pass(10_000);
      for (const userID of users(160, 500)) {
        assert.equal(page.presenceOf(userID), 'not-logged-in live');
      }
      assert.equal(page.chat.evicted, 0);
      assert.ok(page.chat.subscribed.size <= 200);
    });

    it('is made while ours are: together they stay within the limits of the service', async () => {
      const page = new EnginePage().connect();
      page.observe(users(190, 500));
      page.login('me', { on: false });
      page.engine.setConversations(users(250).map((userID) => conversationWith(userID)));
      page.switchOfHost(true);
      await page.environment.pass(20_000);
      assert.equal(page.chat.evicted, 0);
      assert.equal(page.chat.rateLimited, 0);
    });
  });

  describe('a watcher of the page', () => {
    it('is called after ours, whatever makes ours fail', async () => {
      const page = new EnginePage().connect();
      const { TUIStore } = page.engine;
      const called: string[] = [];
      TUIStore.watch('user', {
        userStatusList: () => called.push('statuses'),
        displayOnlineStatus: () => called.push('display'),
        userBlacklist: () => called.push('blacklist'),
      });
      TUIStore.watch('friend', { friendList: () => called.push('friends') });
      TUIStore.watch('conv', { conversationList: () => called.push('conversations') });
      called.length = 0;
      page.login();
      const malformed = {
        get conversationID(): string {
          throw new Error('bad conversation');
        },
        get userID(): string {
          throw new Error('bad friend');
        },
      };
      const updates = [
        ['friend', 'friendList', 'friends'],
        ['user', 'userBlacklist', 'blacklist'],
        ['conv', 'conversationList', 'conversations'],
      ] as const;
      for (const [store, key, name] of updates) {
        called.length = 0;
        page.environment.errors.length = 0;
        // The engine's own watcher of the conversations would throw first.
        if (key === 'conversationList') page.switchOfHost(false);
        assert.doesNotThrow(() => TUIStore.update(store, key, [malformed]));
        await page.environment.pass(100);
        assert.ok(called.includes(name), name);
        assert.ok(page.environment.errors.length > 0, `the error of ${name} is reported`);
      }
    });

    it('is called where an observer of presence throws', async () => {
      const page = new EnginePage().connect().login();
      let calls = 0;
      page.engine.TUIStore.watch('user', { userStatusList: () => (calls += 1) });
      page.controller.observe('ana', () => {
        throw new Error('of an element');
      });
      await page.environment.pass(1_000);
      calls = 0;
      page.chat.set('ana', ONLINE);
      assert.equal(calls, 1);
    });
  });

  it('accepts a value of any kind from the stores of the engine', async () => {
    const page = await EnginePage.ready('ana');
    const keys = [
      ['user', 'userBlacklist'],
      ['user', 'userProfile'],
      ['user', 'displayOnlineStatus'],
      ['friend', 'friendList'],
    ] as const;
    for (const value of [undefined, null, 7, 'x', {}, [null], [{}], [7]]) {
      for (const [store, key] of keys) page.engine.TUIStore.update(store, key, value);
      await page.environment.pass(20);
    }
    assert.deepEqual(page.environment.errors, []);
  });
});
