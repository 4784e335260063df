/**
 * The measured faults of the official Vue contact list and of the engine below it, each with what a
 * user sees of it, and a test that it does not happen here. The fake engine has the engine's faults;
 * where it can show one, the test does so first.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EnginePage, OFFLINE, ONLINE, users } from '../support/engine-page.js';
import { conversationWith, friend, sdkError } from '../support/fake-chat.js';

const NOT_LOGGED_IN = 3;

describe('the official contact list', () => {
  it('calls every row at one change; here one listener of thousands is called', async () => {
    const page = new EnginePage().connect().login();
    const calls = new Map<string, number>();
    let official = 0;
    for (const userID of users(3_000)) {
      page.controller.observe(userID, (id) => calls.set(id, (calls.get(id) ?? 0) + 1), {
        live: false,
      });
      page.engine.TUIStore.watch('user', { userStatusList: () => (official += 1) });
    }
    page.observe('u2000');
    await page.environment.pass(30_000);
    calls.clear();
    official = 0;
    page.chat.set('u2000', ONLINE);
    await page.environment.pass(1_000);
    assert.equal(official, 3_000, 'every watcher of the engine is called');
    assert.deepEqual([...calls], [['u2000', 1]]);
  });

  it('ignores an empty map, so that old green dots come back; here switching off removes all statuses', async () => {
    const page = new EnginePage().connect().login();
    page.observe('ana');
    await page.environment.pass(1_000);
    page.chat.set('ana', ONLINE);
    await page.environment.pass(100);
    assert.equal(page.statusOf('ana'), 'online');
    page.controller.switchUserStatus({ displayOnlineStatus: false });
    assert.equal(page.statusOf('ana'), 'unknown');
    page.chat.truth.set('ana', { statusType: NOT_LOGGED_IN, customStatus: '' });
    const shown = new Set<string>();
    page.controller.observe('ana', (_, { status }) => shown.add(status));
    page.controller.switchUserStatus({ displayOnlineStatus: true });
    await page.environment.pass(2_000);
    assert.ok(!shown.has('online'));
    assert.equal(page.statusOf('ana'), 'not-logged-in');
  });

  it('freezes 150 of 250 conversations; here users on screen are live and all others are refreshed', async () => {
    const official = new EnginePage().login();
    official.engine.setConversations(users(250).map((userID) => conversationWith(userID)));
    await official.environment.pass(5_000);
    official.engine.setConversations(users(250).map((userID) => conversationWith(userID)));
    await official.environment.pass(60_000);
    assert.equal(official.chat.subscribed.size, 100, 'the others are never subscribed');

    const page = new EnginePage().connect().login();
    page.engine.setConversations(users(250).map((userID) => conversationWith(userID)));
    page.observe(users(250), false);
    page.observe(users(30, 200));
    await page.environment.pass(10_000);
    for (const userID of users(30, 200)) {
      assert.equal(page.controller.presenceOf(userID).freshness, 'live');
    }
    for (const userID of users(250)) page.chat.set(userID, ONLINE);
    await page.environment.pass(130_000);
    for (const userID of users(250)) assert.equal(page.statusOf(userID), 'online');
    assert.equal(page.chat.evicted, 0);
  });

  it('never queries friends without a conversation; here they are queried like all others', async () => {
    const official = new EnginePage();
    official.chat.friends = users(10).map((userID) => friend(userID));
    official.login();
    await official.environment.pass(60_000);
    assert.deepEqual(official.chat.calls, []);

    const page = new EnginePage().connect();
    page.chat.friends = users(10).map((userID) => friend(userID));
    page.login();
    await page.environment.pass(1_000);
    const friends = page.controller.directory.contacts!.map(({ userID }) => userID);
    assert.deepEqual(friends, users(10));
    page.observe(friends);
    await page.environment.pass(1_000);
    for (const userID of friends) assert.equal(page.statusOf(userID), 'not-logged-in');
    page.chat.set('u7', ONLINE);
    assert.equal(page.statusOf('u7'), 'online');
  });

  it('retries at every message while user status is refused; here the engine is kept from it', async () => {
    const messages = async (page: EnginePage): Promise<number> => {
      page.engine.setConversations([conversationWith('ana')]);
      await page.environment.pass(3_000);
      page.chat.calls.length = 0;
      for (let message = 0; message < 10; message++) {
        page.engine.setConversations([conversationWith('ana', { unreadCount: message })]);
        await page.environment.pass(1_000);
      }
      return page.chat.calls.length;
    };
    const official = new EnginePage().login();
    official.chat.failure = sdkError(72001);
    assert.equal(await messages(official), 20);

    const page = new EnginePage().connect().login();
    page.chat.failure = sdkError(72001);
    page.observe('ana');
    assert.equal(await messages(page), 0);
    assert.deepEqual(
      page.errors.map(({ reason }) => reason),
      ['feature-disabled'],
    );
  });

  it('lets a late answer overwrite a newer push; here it is corrected, in the engine too', async () => {
    const cross = async (page: EnginePage): Promise<void> => {
      await page.environment.pass(1_000);
      page.chat.latency = 2_000;
      page.chat.truth.set('ana', { statusType: OFFLINE, customStatus: '' });
      void page.engine.TUIUserService.getUserStatus({ userIDList: ['ana'] });
      page.chat.latency = 10;
      await page.environment.pass(500);
      page.chat.subscribed.add('ana');
      page.chat.set('ana', ONLINE);
      await page.environment.pass(1_700);
    };
    const official = new EnginePage().login();
    await cross(official);
    assert.equal(official.engine.statusOf('ana')?.statusType, OFFLINE, 'online shown as offline');

    const page = new EnginePage().connect().login();
    page.observe('ana');
    await cross(page);
    assert.equal(page.statusOf('ana'), 'online');
    assert.equal(page.engine.statusOf('ana')?.statusType, ONLINE);
    assert.ok(!page.takeNotifications().some((text) => text.includes('offline')));
  });

  it('makes no call after a reconnect, and is stale until the reload; here all users are queried again', async () => {
    const away = async (page: EnginePage): Promise<void> => {
      page.engine.setConversations([conversationWith('ana')]);
      await page.environment.pass(1_000);
      page.chat.drop();
      page.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
      page.chat.restore();
      await page.environment.pass(60_000);
    };
    const official = new EnginePage().login();
    await away(official);
    assert.notEqual(official.engine.statusOf('ana')?.statusType, ONLINE);
    assert.equal(official.chat.subscribed.size, 0);

    const page = new EnginePage().connect().login();
    page.observe('ana');
    await away(page);
    assert.equal(page.statusOf('ana'), 'online');
    assert.ok(page.chat.subscribed.has('ana'));
  });

  it('waits 75 s after a failed reconnect; here it is back within seconds', async () => {
    const page = new EnginePage().connect().login();
    page.observe('ana');
    await page.environment.pass(1_000);
    page.chat.network = false;
    page.chat.drop();
    await page.environment.pass(3_000);
    assert.equal(page.presenceOf('ana'), 'not-logged-in stale');
    page.chat.network = true;
    await page.environment.pass(6_000);
    assert.equal(page.controller.state, 'ready');
    assert.equal(page.presenceOf('ana'), 'not-logged-in live');
  });

  it("keeps its map for the next user of the page; here bob sees no status of alice's contacts", async () => {
    const change = async (page: EnginePage): Promise<void> => {
      page.chat.truth.set('ana', { statusType: ONLINE, customStatus: 'for alice' });
      page.engine.setConversations([conversationWith('ana')]);
      await page.environment.pass(1_000);
      await page.chat.logout();
      page.chat.truth.clear();
      page.login('bob');
    };
    const official = new EnginePage().login('alice');
    await change(official);
    assert.equal(official.engine.statusOf('ana')?.customStatus, 'for alice');

    const page = new EnginePage().connect().login('alice');
    const shown: string[] = [];
    await change(page);
    page.controller.observe('ana', (_, { status }) => shown.push(status));
    assert.equal(page.statusOf('ana'), 'unknown');
    assert.equal(page.engine.statuses.size, 0);
    await page.environment.pass(2_000);
    assert.ok(!shown.includes('online'));
  });

  it('makes no call when the same user logs in again; here all users are queried again', async () => {
    const page = new EnginePage().connect().login('alice');
    page.engine.setConversations([conversationWith('ana')]);
    page.observe('ana');
    await page.environment.pass(1_000);
    await page.chat.logout();
    page.chat.calls.length = 0;
    page.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
    page.login('alice');
    await page.environment.pass(2_000);
    assert.equal(page.statusOf('ana'), 'online');
    assert.ok(page.chat.subscribed.has('ana'));
  });

  it('is grey when the SDK learns of the feature a second late; here statuses appear then', async () => {
    const late = async (page: EnginePage): Promise<void> => {
      page.chat.ability = false;
      page.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
      page.login();
      page.engine.setConversations([conversationWith('ana')]);
      await page.environment.pass(1_000);
      page.chat.ability = true;
      await page.environment.pass(5_000);
    };
    const official = new EnginePage();
    await late(official);
    assert.equal(official.engine.statusOf('ana'), undefined);

    const page = new EnginePage().connect();
    page.observe('ana');
    await late(page);
    assert.equal(page.statusOf('ana'), 'online');
    assert.deepEqual(page.errors, []);
  });

  it('shows all but online as offline, without custom statuses; here each status and its words are kept', async () => {
    const page = new EnginePage().connect().login();
    const statuses = ['unknown', 'online', 'offline', 'not-logged-in'];
    for (const [statusType, status] of statuses.entries()) {
      page.chat.truth.set(status, { statusType, customStatus: `words of ${statusType}` });
    }
    page.observe([...statuses, 'stranger']);
    await page.environment.pass(1_000);
    for (const [statusType, status] of statuses.entries()) {
      assert.equal(page.statusOf(status), status);
      const { customStatus } = page.controller.presenceOf(status);
      assert.equal(customStatus, `words of ${statusType}`);
    }
    assert.equal(page.presenceOf('not observed'), 'unknown none');
  });

  it('stops at a watcher that throws; here no watcher of ours throws', async () => {
    const page = new EnginePage().connect();
    let called = 0;
    page.engine.TUIStore.watch('user', { userStatusList: () => (called += 1) });
    page.login();
    page.controller.statusOf = () => {
      throw new Error('of the app');
    };
    page.controller.observe('ana', () => {
      throw new Error('of an element');
    });
    await page.environment.pass(1_000);
    called = 0;
    page.chat.set('ana', ONLINE, 'x');
    await page.environment.pass(100);
    assert.equal(called, 1);
    assert.ok(page.environment.errors.length > 0);
  });
});
