/**
 * The measured faults of the official Vue contact list and the engine below it, each with what a
 * user sees of it, and a test that it does not happen here. The engine is the small one of
 * `fake-engine.ts`, which has the faults; where a fault can be shown there, the test shows it first.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect } from '../../src/connect.js';
import { PresenceController } from '../../src/presence-controller.js';
import {
  conversationWith,
  FakeChat,
  FakeEngine,
  friend,
  sdkError,
} from '../support/fake-engine.js';
import { FakePage } from '../support/fake-page.js';

const ONLINE = 1;
const OFFLINE = 2;
const NOT_LOGGED_IN = 3;

const users = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `u${from + index}`);

class World {
  readonly page = new FakePage();
  readonly engine = new FakeEngine();
  readonly chat = new FakeChat(this.page);
  readonly controller = new PresenceController({ page: this.page });
  readonly errors: string[] = [];

  constructor() {
    this.controller.addEventListener('tui-presence-error', () => {
      this.errors.push(this.controller.error!.reason);
    });
  }

  connect(): this {
    connect(this.engine, this.controller, this.page);
    return this;
  }

  login(user = 'me'): this {
    this.chat.login(user);
    void this.engine.TUIChatEngine.login({ chat: this.chat, userID: user });
    void this.engine.TUIUserService.switchUserStatus({ displayOnlineStatus: true });
    return this;
  }

  shown(userID: string): string {
    return this.controller.presenceOf(userID).status;
  }
}

describe('the official contact list', () => {
  it('calls every row at one change; here one listener of thousands is called', async () => {
    const world = new World().connect().login();
    const calls = new Map<string, number>();
    let official = 0;
    for (const userID of users(3_000)) {
      world.controller.observe(userID, (id) => calls.set(id, (calls.get(id) ?? 0) + 1), {
        live: false,
      });
      world.engine.TUIStore.watch('user', { userStatusList: () => (official += 1) });
    }
    world.controller.observe('u2000', () => undefined);
    await world.page.pass(30_000);
    calls.clear();
    official = 0;
    world.chat.set('u2000', ONLINE);
    await world.page.pass(1_000);
    assert.equal(official, 3_000, 'every watcher of the engine is called');
    assert.deepEqual([...calls], [['u2000', 1]]);
  });

  it('ignores an empty map, so that old green dots come back; here off and on begins anew', async () => {
    const world = new World().connect().login();
    world.controller.observe('ana', () => undefined);
    await world.page.pass(1_000);
    world.chat.set('ana', ONLINE);
    await world.page.pass(100);
    assert.equal(world.shown('ana'), 'online');
    world.controller.switchUserStatus({ displayOnlineStatus: false });
    assert.equal(world.shown('ana'), 'unknown');
    world.chat.truth.set('ana', { statusType: NOT_LOGGED_IN, customStatus: '' });
    const shown = new Set<string>();
    world.controller.observe('ana', (_, { status }) => shown.add(status));
    world.controller.switchUserStatus({ displayOnlineStatus: true });
    await world.page.pass(2_000);
    assert.ok(!shown.has('online'));
    assert.equal(world.shown('ana'), 'not-logged-in');
  });

  it('freezes 150 of 250 conversations; here who is on screen is live, all others fresh', async () => {
    const official = new World().login();
    official.engine.setConversations(users(250).map((userID) => conversationWith(userID)));
    await official.page.pass(5_000);
    official.engine.setConversations(users(250).map((userID) => conversationWith(userID)));
    await official.page.pass(60_000);
    assert.equal(official.chat.subscribed.size, 100, 'the others are never subscribed');

    const world = new World().connect().login();
    world.engine.setConversations(users(250).map((userID) => conversationWith(userID)));
    world.controller.observe(users(250), () => undefined, { live: false });
    world.controller.observe(users(30, 200), () => undefined);
    await world.page.pass(10_000);
    for (const userID of users(30, 200)) {
      assert.equal(world.controller.presenceOf(userID).freshness, 'live');
    }
    for (const userID of users(250)) world.chat.set(userID, ONLINE);
    await world.page.pass(130_000);
    for (const userID of users(250)) assert.equal(world.shown(userID), 'online');
    assert.equal(world.chat.evicted, 0);
  });

  it('never asks for friends without a conversation; here they count like all others', async () => {
    const official = new World();
    official.chat.friends = users(10).map((userID) => friend(userID));
    official.login();
    await official.page.pass(60_000);
    assert.deepEqual(official.chat.calls, []);

    const world = new World().connect();
    world.chat.friends = users(10).map((userID) => friend(userID));
    world.login();
    await world.page.pass(1_000);
    const contacts = world.controller.directory.contacts!;
    world.controller.observe(
      contacts.map(({ userID }) => userID),
      () => undefined,
    );
    await world.page.pass(1_000);
    for (const { userID } of contacts) assert.equal(world.shown(userID), 'not-logged-in');
    world.chat.set('u7', ONLINE);
    assert.equal(world.shown('u7'), 'online');
  });

  it('asks again at every message while it is refused; here the engine is kept from it', async () => {
    const messages = async (world: World): Promise<number> => {
      world.engine.setConversations([conversationWith('ana')]);
      await world.page.pass(3_000);
      world.chat.calls.length = 0;
      for (let message = 0; message < 10; message++) {
        world.engine.setConversations([conversationWith('ana', { unreadCount: message })]);
        await world.page.pass(1_000);
      }
      return world.chat.calls.length;
    };
    const official = new World().login();
    official.chat.failure = sdkError(72001);
    assert.equal(await messages(official), 20);

    const world = new World().connect().login();
    world.chat.failure = sdkError(72001);
    world.controller.observe('ana', () => undefined);
    assert.equal(await messages(world), 0);
    assert.deepEqual(world.errors, ['feature-disabled']);
  });

  it('lets a late answer overwrite a newer push; here it is put right, in the engine too', async () => {
    const cross = async (world: World): Promise<void> => {
      await world.page.pass(1_000);
      world.chat.latency = 2_000;
      world.chat.truth.set('ana', { statusType: OFFLINE, customStatus: '' });
      void world.engine.TUIUserService.getUserStatus({ userIDList: ['ana'] });
      world.chat.latency = 10;
      await world.page.pass(500);
      world.chat.subscribed.add('ana');
      world.chat.set('ana', ONLINE);
      await world.page.pass(1_700);
    };
    const official = new World().login();
    await cross(official);
    assert.equal(official.engine.statusOf('ana')?.statusType, OFFLINE, 'online shown as offline');

    const world = new World().connect().login();
    world.controller.observe('ana', () => undefined);
    await cross(world);
    assert.equal(world.shown('ana'), 'online');
    assert.equal(world.engine.statusOf('ana')?.statusType, ONLINE);
  });

  it('asks nothing after a reconnect, and is stale until the reload; here all is asked again', async () => {
    const away = async (world: World): Promise<void> => {
      world.engine.setConversations([conversationWith('ana')]);
      await world.page.pass(1_000);
      world.chat.drop();
      world.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
      world.chat.restore();
      await world.page.pass(60_000);
    };
    const official = new World().login();
    await away(official);
    assert.notEqual(official.engine.statusOf('ana')?.statusType, ONLINE);
    assert.equal(official.chat.subscribed.size, 0);

    const world = new World().connect().login();
    world.controller.observe('ana', () => undefined);
    await away(world);
    assert.equal(world.shown('ana'), 'online');
    assert.ok(world.chat.subscribed.has('ana'));
  });

  it('sleeps for 75 s after a reconnect that failed; here it is back within seconds', async () => {
    const world = new World().connect().login();
    world.controller.observe('ana', () => undefined);
    await world.page.pass(1_000);
    world.chat.network = false;
    world.chat.drop();
    await world.page.pass(3_000);
    assert.equal(world.controller.presenceOf('ana').freshness, 'stale');
    world.chat.network = true;
    await world.page.pass(6_000);
    assert.equal(world.controller.state, 'ready');
    assert.equal(world.controller.presenceOf('ana').freshness, 'live');
  });

  it('hands its map on to the next user of the page; here bob sees nothing of alice', async () => {
    const change = async (world: World): Promise<void> => {
      world.chat.truth.set('ana', { statusType: ONLINE, customStatus: 'for alice' });
      world.engine.setConversations([conversationWith('ana')]);
      await world.page.pass(1_000);
      await world.chat.logout();
      world.chat.truth.clear();
      world.login('bob');
    };
    const official = new World().login('alice');
    await change(official);
    assert.equal(official.engine.statusOf('ana')?.customStatus, 'for alice');

    const world = new World().connect().login('alice');
    const shown: string[] = [];
    await change(world);
    world.controller.observe('ana', (_, { status }) => shown.push(status));
    assert.equal(world.shown('ana'), 'unknown');
    assert.equal(world.engine.statuses.size, 0);
    await world.page.pass(2_000);
    assert.ok(!shown.includes('online'));
  });

  it('asks nothing when the same user logs in again; here everybody is asked for again', async () => {
    const world = new World().connect().login('alice');
    world.engine.setConversations([conversationWith('ana')]);
    world.controller.observe('ana', () => undefined);
    await world.page.pass(1_000);
    await world.chat.logout();
    world.chat.calls.length = 0;
    world.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
    world.login('alice');
    await world.page.pass(2_000);
    assert.equal(world.shown('ana'), 'online');
    assert.ok(world.chat.subscribed.has('ana'));
  });

  it('is grey when the ability comes a second late; here it is waited for', async () => {
    const late = async (world: World): Promise<void> => {
      world.chat.ability = false;
      world.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
      world.login();
      world.engine.setConversations([conversationWith('ana')]);
      await world.page.pass(1_000);
      world.chat.ability = true;
      await world.page.pass(5_000);
    };
    const official = new World();
    await late(official);
    assert.equal(official.engine.statusOf('ana'), undefined);

    const world = new World().connect();
    world.controller.observe('ana', () => undefined);
    await late(world);
    assert.equal(world.shown('ana'), 'online');
    assert.deepEqual(world.errors, []);
  });

  it('shows whatever is not online as offline, and drops words; here each is told apart', async () => {
    const world = new World().connect().login();
    const statuses = ['unknown', 'online', 'offline', 'not-logged-in'];
    for (const [statusType, status] of statuses.entries()) {
      world.chat.truth.set(status, { statusType, customStatus: `words of ${statusType}` });
    }
    world.controller.observe([...statuses, 'stranger'], () => undefined);
    await world.page.pass(1_000);
    for (const [statusType, status] of statuses.entries()) {
      assert.equal(world.shown(status), status);
      const { customStatus } = world.controller.presenceOf(status);
      assert.equal(customStatus, `words of ${statusType}`);
    }
    assert.equal(world.controller.presenceOf('nobody').freshness, 'none');
  });

  it('goes silent behind a watcher that throws; here nothing of ours throws in one', async () => {
    const world = new World().connect();
    let called = 0;
    world.engine.TUIStore.watch('user', { userStatusList: () => (called += 1) });
    world.login();
    world.controller.statusOf = () => {
      throw new Error('of the app');
    };
    world.controller.observe('ana', () => {
      throw new Error('of an element');
    });
    await world.page.pass(1_000);
    called = 0;
    world.chat.set('ana', ONLINE, 'x');
    await world.page.pass(100);
    assert.equal(called, 1);
    assert.ok(world.page.errors.length > 0);
  });
});
