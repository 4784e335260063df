import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect } from '../../../src/connect.js';
import { PresenceController } from '../../../src/presence-controller.js';
import type { PresenceError } from '../../../src/presence-error.js';
import type { PresenceErrorEvent } from '../../../src/presence-events.js';
import type { EngineConversation } from '../../../src/sources/chat-engine.js';
import {
  conversationWith,
  FakeChat,
  FakeEngine,
  friend,
  sdkError,
} from '../../support/fake-engine.js';
import { messageStringsFor, setStrings } from '../../../src/words/index.js';
import { FakePage, settled } from '../../support/fake-page.js';

const UNKNOWN = 0;
const ONLINE = 1;
const OFFLINE = 2;

const users = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `u${from + index}`);

/** A page with an engine, a chat instance and a controller, none of them joined yet. */
class World {
  readonly page = new FakePage();
  readonly engine = new FakeEngine();
  chat = new FakeChat(this.page);
  readonly controller = new PresenceController({ page: this.page });
  readonly errors: PresenceError[] = [];
  readonly heard: string[] = [];
  disconnect: () => void = () => undefined;

  constructor() {
    this.controller.addEventListener('tui-presence-error', (event) => {
      this.errors.push((event as PresenceErrorEvent).error);
    });
  }

  connect(): this {
    this.disconnect = connect(this.engine, this.controller, this.page);
    return this;
  }

  /** The official login: the SDK's, then the engine's, then the switch. */
  login(user = 'me', { on = true } = {}): this {
    this.chat.login(user);
    void this.engine.TUIChatEngine.login({ chat: this.chat, userID: user });
    if (on) void this.engine.TUIUserService.switchUserStatus({ displayOnlineStatus: true });
    return this;
  }

  observe(userIDs: string | readonly string[], live = true): () => void {
    return this.controller.observe(
      userIDs,
      (userID, { status, freshness }) => this.heard.push(`${userID} ${status} ${freshness}`),
      { live },
    );
  }

  shown(userID: string): string {
    const { status, freshness } = this.controller.presenceOf(userID);
    return `${status} ${freshness}`;
  }

  takeHeard(): string[] {
    return this.heard.splice(0);
  }
}

/** The usual beginning: connected, logged in, one user followed and known. */
function settledWorld(...followed: string[]): Promise<World> {
  return settle(new World(), ...followed);
}

async function settle(world: World, ...followed: string[]): Promise<World> {
  world.connect().login();
  world.observe(followed);
  await world.page.pass(2_000);
  world.takeHeard();
  return world;
}

describe('engineSource', () => {
  describe('in any order', () => {
    type Deed = 'connect' | 'observe' | 'chat' | 'engine' | 'switch';
    const orders: readonly (readonly Deed[])[] = [
      ['connect', 'observe', 'chat', 'engine', 'switch'],
      ['observe', 'connect', 'chat', 'engine', 'switch'],
      ['chat', 'connect', 'engine', 'switch', 'observe'],
      ['chat', 'engine', 'connect', 'switch', 'observe'],
      ['chat', 'engine', 'switch', 'connect', 'observe'],
      ['observe', 'chat', 'engine', 'switch', 'connect'],
      ['switch', 'connect', 'observe', 'chat', 'engine'],
      ['connect', 'switch', 'chat', 'observe', 'engine'],
    ];
    for (const order of orders) {
      for (const pause of [0, 3_000]) {
        it(`of ${order.join(', ')}${pause ? ', slowly,' : ''} the result is the same`, async () => {
          const world = new World();
          world.chat.truth.set('ana', { statusType: ONLINE, customStatus: 'x' });
          const deeds: Record<Deed, () => void> = {
            connect: () => world.connect(),
            observe: () => world.observe('ana'),
            chat: () => world.chat.login('me'),
            engine: () => void world.engine.TUIChatEngine.login({ chat: world.chat, userID: 'me' }),
            switch: () => world.controller.switchUserStatus({ displayOnlineStatus: true }),
          };
          for (const deed of order) {
            deeds[deed]();
            await world.page.pass(pause);
          }
          await world.page.pass(1_000);
          assert.equal(world.shown('ana'), 'online live');
          assert.equal(world.controller.presenceOf('ana').customStatus, 'x');
          assert.equal(world.controller.userID, 'me');
          assert.equal(world.controller.state, 'ready');
          assert.deepEqual(world.chat.users('subscribeUserStatus'), ['ana']);
          assert.deepEqual(world.errors, []);
          assert.deepEqual(world.page.errors, []);
        });
      }
    }

    it('nothing is asked before the login', async () => {
      const world = new World().connect();
      world.observe('ana');
      world.controller.switchUserStatus({ displayOnlineStatus: true });
      await world.page.pass(60_000);
      assert.deepEqual(world.chat.calls, []);
      assert.deepEqual(world.errors, []);
    });

    it('nothing is asked, and nothing shown, while statuses are off', async () => {
      const world = new World().connect().login('me', { on: false });
      world.observe('ana');
      await world.page.pass(60_000);
      assert.deepEqual(world.chat.calls, []);
      assert.equal(world.controller.displayOnlineStatus, false);
      assert.equal(world.shown('ana'), 'unknown none');
    });
  });

  describe('a disconnect', () => {
    it('leaves the engine as it was', async () => {
      const world = new World();
      world.login();
      const { engine, chat } = world;
      const before = {
        watchers: engine.TUIStore.watchers,
        handlers: chat.handlers,
        own: Object.getOwnPropertyNames(chat),
        ownOfService: Object.getOwnPropertyNames(engine.TUIUserService),
        ownOfStore: Object.getOwnPropertyNames(engine.TUIStore),
      };
      world.connect();
      assert.notEqual(engine.TUIStore.watchers, before.watchers);
      assert.notEqual(chat.handlers, before.handlers);
      assert.notDeepEqual(Object.getOwnPropertyNames(engine.TUIStore), before.ownOfStore);
      world.observe('ana');
      await world.page.pass(1_000);
      world.disconnect();
      world.disconnect();
      assert.deepEqual(
        {
          watchers: engine.TUIStore.watchers,
          handlers: chat.handlers,
          own: Object.getOwnPropertyNames(chat),
          ownOfService: Object.getOwnPropertyNames(engine.TUIUserService),
          ownOfStore: Object.getOwnPropertyNames(engine.TUIStore),
        },
        before,
      );
      assert.equal(chat.getUserStatus, FakeChat.prototype.getUserStatus);
      assert.equal(world.page.timers, 0);
      assert.equal(world.page.listeners, 0);
    });

    it('puts back methods that are the chat\u2019s own', () => {
      const world = new World();
      const own = (options: { userIDList: string[] }) =>
        FakeChat.prototype.getUserStatus.call(world.chat, options);
      world.chat.getUserStatus = own;
      world.login().connect();
      assert.notEqual(world.chat.getUserStatus, own);
      world.disconnect();
      assert.equal(world.chat.getUserStatus, own);
    });

    it('leaves a method alone that somebody has wrapped since', async () => {
      const world = new World().connect().login();
      const ours = world.chat.getUserStatus;
      let passed = 0;
      world.chat.getUserStatus = (options) => {
        passed += 1;
        return ours(options);
      };
      world.disconnect();
      await world.page.pass(100);
      const answer = world.chat.getUserStatus({ userIDList: ['ana'] });
      await world.page.pass(100);
      assert.equal((await answer)?.data?.successUserList?.[0]?.userID, 'ana');
      assert.equal(passed, 1);
    });

    it('is deaf from then on', async () => {
      const world = await settledWorld('ana');
      world.disconnect();
      world.chat.emit('onUserStatusUpdated', [{ userID: 'ana', statusType: ONLINE }]);
      world.engine.setFriends([friend('ana')]);
      await world.chat.logout();
      world.chat.login('bob');
      await world.page.pass(60_000);
      assert.equal(world.shown('ana'), 'unknown none');
      assert.equal(world.controller.state, 'idle');
      assert.equal(world.controller.directory.contacts, undefined);
      assert.deepEqual(world.page.errors, []);
    });

    it('in the middle of calls and of the login is no fault', async () => {
      const world = new World().connect();
      world.observe('ana');
      world.chat.ability = false;
      world.login();
      await world.page.pass(60);
      world.disconnect();
      await world.page.pass(60_000);
      assert.equal(world.chat.looks, 0);
      assert.deepEqual(world.page.errors, []);
    });

    it('may be followed by another connect', async () => {
      const world = await settledWorld('ana');
      world.disconnect();
      world.connect();
      world.chat.set('ana', ONLINE);
      world.controller.switchUserStatus({ displayOnlineStatus: true });
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'online live');
    });

    it('comes with the last of those who connected the engine', async () => {
      const world = new World().connect().login();
      const second = connect(world.engine, world.controller, world.page);
      const { watchers } = world.engine.TUIStore;
      world.disconnect();
      assert.equal(world.engine.TUIStore.watchers, watchers);
      second();
      assert.ok(world.engine.TUIStore.watchers < watchers);
      await settled();
    });
  });

  describe('a push', () => {
    it('is shown with the next frame, once', async () => {
      const world = await settledWorld('ana', 'bob');
      world.chat.set('ana', ONLINE, 'hello');
      world.page.draw();
      assert.deepEqual(world.takeHeard(), ['ana online live']);
      assert.equal(world.controller.presenceOf('ana').customStatus, 'hello');
      world.page.draw();
      await world.page.pass(1_000);
      assert.deepEqual(world.takeHeard(), []);
    });

    it('of the same value is silent', async () => {
      const world = await settledWorld('ana');
      for (let push = 0; push < 200; push++) world.chat.set('ana', 3);
      await world.page.pass(100);
      assert.deepEqual(world.takeHeard(), []);
    });

    it('costs the same frame whatever the engine holds', async () => {
      const world = await settledWorld('ana');
      world.engine.TUIStore.update(
        'user',
        'userStatusList',
        users(5_000).map((userID) => ({ userID, statusType: OFFLINE, customStatus: '' })),
      );
      world.chat.set('ana', ONLINE);
      world.page.draw();
      assert.deepEqual(world.takeHeard(), ['ana online live']);
    });
  });

  for (const isFrozen of [false, true]) {
    const whose = isFrozen ? 'of a store that lets nobody listen in' : 'of the usual store';
    /** A world whose store tells whom an update is about, or only that there was one. */
    const settledWorldOf = (...followed: string[]): Promise<World> => {
      const world = new World();
      if (isFrozen) Object.freeze(world.engine.TUIStore);
      return settle(world, ...followed);
    };

    describe(`the engine's own map, ${whose}`, () => {
      it('is read where nobody pushed: a host may have asked or written', async () => {
        const world = await settledWorldOf('ana');
        world.engine.TUIStore.update('user', 'userStatusList', [
          { userID: 'ana', statusType: ONLINE, customStatus: 'x' },
          { userID: 'carol', statusType: OFFLINE, customStatus: '' },
        ]);
        world.page.draw();
        assert.equal(world.shown('ana'), 'online live');
        assert.equal(world.controller.presenceOf('ana').customStatus, 'x');
        assert.equal(world.shown('carol'), 'offline snapshot');
      });

      it('of five thousand is read in tasks of its own, who is on screen at once', async () => {
        const world = await settledWorldOf('u4999');
        world.engine.TUIStore.update(
          'user',
          'userStatusList',
          users(5_000).map((userID) => ({ userID, statusType: OFFLINE, customStatus: '' })),
        );
        const known = () =>
          users(5_000).filter((userID) => world.controller.statusFor(userID) === 'offline').length;
        world.page.draw();
        assert.deepEqual(world.takeHeard(), ['u4999 offline live']);
        assert.equal(known(), 1);
        await world.page.pass(1_000);
        assert.equal(known(), 5_000);
        assert.deepEqual(world.takeHeard(), []);
      });

      it('that changes while it is read is read to its end', async () => {
        const world = await settledWorldOf();
        const write = (from: number, count: number, statusType: number) =>
          world.engine.TUIStore.update(
            'user',
            'userStatusList',
            users(count, from).map((userID) => ({ userID, statusType, customStatus: '' })),
          );
        write(0, 3_000, OFFLINE);
        world.page.draw();
        write(0, 10, ONLINE);
        await world.page.pass(1_000);
        assert.equal(world.controller.statusFor('u5'), 'online');
        assert.equal(world.controller.statusFor('u2999'), 'offline');
      });

      it('has no news where it says unknown, or nonsense', async () => {
        const world = await settledWorldOf('ana');
        const { TUIStore } = world.engine;
        // The page is called before us, and has its way with the map.
        let value: unknown = ONLINE;
        const spoil = (map: Map<string, unknown>) => map.set('ana', value);
        TUIStore.watch('user', {
          userStatusList: (map) => void spoil(map as Map<string, unknown>),
        });
        world.chat.set('ana', ONLINE);
        world.page.draw();
        for (value of [{ statusType: UNKNOWN, customStatus: '' }, undefined, null, 7, {}]) {
          TUIStore.update('user', 'userStatusList', [{ userID: 'ana', statusType: OFFLINE }]);
          await world.page.pass(100);
          assert.equal(world.shown('ana'), 'online live');
        }
        assert.deepEqual(world.page.errors, []);
      });
    });
  }

  describe("the engine's own map", () => {
    it('knows what we have asked for', async () => {
      const world = new World().connect().login();
      world.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
      world.observe('ana', false);
      await world.page.pass(1_000);
      assert.equal(world.engine.statusOf('ana')?.statusType, ONLINE);
    });

    it('keeps whom we let go: its view shows them still', async () => {
      const world = new World().connect().login();
      const stop = world.observe('ana');
      await world.page.pass(1_000);
      stop();
      await world.page.pass(10_000);
      assert.deepEqual(world.chat.users('unsubscribeUserStatus'), ['ana']);
      assert.ok(world.engine.statuses.has('ana'));
    });

    for (const who of ['the page', 'the engine'] as const) {
      it(`is put right where a late answer to ${who} overwrote a push`, async () => {
        const world = await settledWorld('ana', 'bob');
        world.chat.latency = 1_000;
        if (who === 'the page') {
          void world.engine.TUIUserService.getUserStatus({ userIDList: ['ana', 'bob'] });
        } else {
          world.engine.statuses.delete('ana');
          world.engine.setConversations([conversationWith('ana')]);
        }
        world.chat.latency = 10;
        await world.page.pass(500);
        world.chat.set('ana', ONLINE);
        await world.page.pass(2_000);
        assert.equal(world.controller.statusFor('ana'), 'online');
        assert.equal(world.engine.statusOf('ana')?.statusType, ONLINE);
        assert.equal(world.takeHeard().filter((line) => line.startsWith('ana')).length, 1);
      });
    }

    it('is put right where a late answer to us overwrote a push', async () => {
      const world = await settledWorld('ana');
      world.chat.latency = 1_000;
      const stop = world.observe(['carol'], false);
      await world.page.pass(500);
      world.chat.truth.set('carol', { statusType: ONLINE, customStatus: '' });
      world.chat.emit('onUserStatusUpdated', [{ userID: 'carol', statusType: ONLINE }]);
      world.chat.latency = 10;
      await world.page.pass(700);
      assert.equal(world.engine.statusOf('carol')?.statusType, ONLINE);
      assert.equal(world.controller.statusFor('carol'), 'online');
      stop();
    });
  });

  describe('calls of others', () => {
    it('go through unchanged, with their own promise', async () => {
      const world = await settledWorld('ana');
      const { TUIUserService } = world.engine;
      const answer = TUIUserService.getUserStatus({ userIDList: ['x'] });
      await world.page.pass(100);
      assert.equal((await answer).data?.successUserList?.[0]?.userID, 'x');
      world.chat.failure = sdkError(60018, 'too frequent');
      for (const method of ['getUserStatus', 'subscribeUserStatus'] as const) {
        const refused = TUIUserService[method]({ userIDList: ['x'] });
        const rejection = assert.rejects(refused, { code: 60018 });
        await world.page.pass(100);
        await rejection;
      }
      assert.deepEqual(await TUIUserService.subscribeUserStatus({ userIDList: [] }), undefined);
    });

    it('bring their answers to us too', async () => {
      const world = await settledWorld('ana');
      world.chat.truth.set('x', { statusType: ONLINE, customStatus: '' });
      void world.engine.TUIUserService.getUserStatus({ userIDList: ['x'] });
      await world.page.pass(100);
      assert.equal(world.shown('x'), 'online snapshot');
    });

    it('of the page for users of its own are never let go', async () => {
      const world = new World().connect().login();
      const { TUIUserService } = world.engine;
      void TUIUserService.subscribeUserStatus({ userIDList: ['ana', 'bob'] });
      void world.chat.subscribeUserStatus({ userIDList: ['carol'] });
      await world.page.pass(100);
      const stop = world.observe(['ana', 'carol', 'dave']);
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'not-logged-in live');
      stop();
      world.observe(users(300));
      await world.page.pass(30_000);
      const gone = world.chat.users('unsubscribeUserStatus');
      for (const userID of ['ana', 'bob', 'carol']) assert.ok(!gone.includes(userID), userID);
      assert.ok(gone.includes('dave'));
      assert.equal(world.chat.evicted, 0);
    });

    it('of the page for conversation partners are the page\u2019s as well', async () => {
      const world = new World().connect().login();
      world.engine.setConversations([conversationWith('ana')]);
      await world.page.pass(100);
      void world.engine.TUIUserService.subscribeUserStatus({ userIDList: ['ana'] });
      await world.page.pass(100);
      world.observe(users(300));
      await world.page.pass(60_000);
      assert.ok(!world.chat.users('unsubscribeUserStatus').includes('ana'));
    });

    it('of the engine for conversation partners give way to who is on screen', async () => {
      const world = new World().connect().login();
      world.engine.setConversations(users(100).map((userID) => conversationWith(userID)));
      await world.page.pass(100);
      assert.equal(world.chat.subscribed.size, 100);
      world.observe(users(160, 500));
      await world.page.pass(10_000);
      for (const userID of users(160, 500)) assert.equal(world.shown(userID), 'not-logged-in live');
      assert.equal(world.chat.evicted, 0);
      assert.ok(world.chat.subscribed.size <= 200);
    });

    it('of the engine leave us room enough, and we them', async () => {
      const world = new World().connect();
      world.observe(users(190, 500));
      world.login('me', { on: false });
      world.engine.setConversations(users(250).map((userID) => conversationWith(userID)));
      void world.engine.TUIUserService.switchUserStatus({ displayOnlineStatus: true });
      await world.page.pass(20_000);
      assert.equal(world.chat.evicted, 0);
      assert.equal(world.chat.tooOften, 0);
    });

    it('that let everybody go are made up for', async () => {
      const world = await settledWorld('ana');
      void world.engine.TUIUserService.unsubscribeUserStatus({ userIDList: ['ana'] });
      await world.page.pass(1_000);
      assert.ok(world.chat.subscribed.has('ana'));
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });

    it('count against the limit: ours are fewer while the page calls much', async () => {
      const world = new World().connect().login();
      await world.page.pass(1_000);
      for (let call = 0; call < 15; call++) {
        void world.engine.TUIUserService.getUserStatus({ userIDList: [`x${call}`] });
      }
      world.observe(users(4_000), false);
      await world.page.pass(30_000);
      assert.equal(world.chat.tooOften, 0);
      assert.notEqual(world.shown('u3999'), 'unknown none');
    });
  });

  describe('watchers', () => {
    it('of a host after ours are called whatever ours trip over', async () => {
      const world = new World().connect();
      const called: string[] = [];
      world.engine.TUIStore.watch('user', {
        userStatusList: () => called.push('statuses'),
        displayOnlineStatus: () => called.push('display'),
        userBlacklist: () => called.push('blacklist'),
      });
      world.engine.TUIStore.watch('friend', { friendList: () => called.push('friends') });
      world.engine.TUIStore.watch('conv', {
        conversationList: () => called.push('conversations'),
      });
      called.length = 0;
      world.login();
      const bad = {
        get conversationID(): string {
          throw new Error('bad conversation');
        },
        get userID(): string {
          throw new Error('bad friend');
        },
      };
      world.engine.TUIStore.update('friend', 'friendList', [bad]);
      const partners = world.engine.TUIStore;
      world.controller.addEventListener('tui-presence-display', () => undefined);
      assert.doesNotThrow(() => partners.update('user', 'userBlacklist', [bad]));
      await world.page.pass(100);
      assert.ok(called.includes('friends'));
      assert.ok(called.includes('blacklist'));
      assert.ok(world.page.errors.length > 0, 'and the error comes to light');
    });

    it('of a host are called when a listener of ours throws', async () => {
      const world = new World().connect().login();
      let called = 0;
      world.engine.TUIStore.watch('user', { userStatusList: () => (called += 1) });
      world.controller.observe('ana', () => {
        throw new Error('of an element');
      });
      await world.page.pass(1_000);
      const before = called;
      world.chat.set('ana', ONLINE);
      assert.equal(called, before + 1);
    });

    it('take a value of any kind', async () => {
      const world = await settledWorld('ana');
      const keys = [
        ['user', 'userBlacklist'],
        ['user', 'userProfile'],
        ['user', 'displayOnlineStatus'],
        ['friend', 'friendList'],
      ] as const;
      for (const value of [undefined, null, 7, 'x', {}, [null], [{}], [7]]) {
        for (const [store, key] of keys) world.engine.TUIStore.update(store, key, value);
        await world.page.pass(20);
      }
      assert.deepEqual(world.page.errors, []);
    });
  });

  describe('a login', () => {
    it('that comes late begins everything', async () => {
      const world = new World().connect();
      world.observe('ana');
      await world.page.pass(600_000);
      assert.equal(world.controller.state, 'connecting');
      world.login();
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });

    it('of the SDK alone is not yet one: the engine still holds the user before', async () => {
      const world = await settledWorld('ana');
      await world.chat.logout();
      world.chat.login('bob');
      world.engine.setFriends([friend('ana')]);
      await world.page.pass(1_000);
      assert.equal(world.controller.userID, undefined);
      assert.equal(world.shown('ana'), 'unknown none');
      void world.engine.TUIChatEngine.login({ chat: world.chat, userID: 'bob' });
      await world.page.pass(1_000);
      assert.equal(world.controller.userID, 'bob');
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });

    for (const way of ['the SDK', 'the engine'] as const) {
      it(`that ends with the logout of ${way} drops everything, without a word`, async () => {
        const world = await settledWorld('ana');
        world.engine.setFriends([friend('ana')]);
        world.chat.set('ana', ONLINE);
        await world.page.pass(100);
        world.takeHeard();
        if (way === 'the SDK') await world.chat.logout();
        else await world.engine.TUIChatEngine.logout();
        assert.equal(world.controller.state, 'idle');
        assert.equal(world.shown('ana'), 'unknown none');
        assert.equal(world.engine.statuses.size, 0, 'the leaking map is emptied');
        assert.equal(world.controller.directory.contacts, undefined);
        const calls = world.chat.calls.length;
        await world.page.pass(60_000);
        assert.deepEqual(world.takeHeard(), ['ana unknown none']);
        assert.equal(world.chat.calls.length, calls);
        assert.deepEqual(world.page.errors, []);
      });

      it(`of another user after the logout of ${way} begins with nothing`, async () => {
        const world = await settledWorld('ana');
        world.chat.set('ana', ONLINE);
        await world.page.pass(100);
        if (way === 'the SDK') await world.chat.logout();
        else await world.engine.TUIChatEngine.logout();
        world.takeHeard();
        world.chat.truth.clear();
        world.login('bob');
        assert.equal(world.shown('ana'), 'unknown none');
        await world.page.pass(1_000);
        assert.ok(!world.takeHeard().some((line) => line.includes('online')));
        assert.equal(world.shown('ana'), 'not-logged-in live');
        assert.equal(world.controller.userID, 'bob');
      });
    }

    it('of another user empties the map before anything of it is shown', async () => {
      const world = new World();
      world.login('alice');
      world.engine.TUIStore.update('user', 'userStatusList', [
        { userID: 'ana', statusType: ONLINE, customStatus: 'for alice' },
      ]);
      await world.chat.logout();
      assert.equal(world.engine.statuses.size, 1, 'the engine leaks');
      world.connect();
      world.observe('ana');
      world.chat.latency = 500;
      world.login('bob');
      assert.equal(world.engine.statuses.size, 0);
      await world.page.pass(400);
      assert.deepEqual(world.takeHeard(), []);
    });

    it('of the same user again asks again', async () => {
      const world = await settledWorld('ana');
      await world.chat.logout();
      world.chat.calls.length = 0;
      world.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
      world.login('me');
      await world.page.pass(1_000);
      assert.ok(world.chat.users('subscribeUserStatus').includes('ana'));
      assert.equal(world.shown('ana'), 'online live');
    });

    it('with another chat instance leaves the first one as it was', async () => {
      const world = await settledWorld('ana');
      const first = world.chat;
      await first.logout();
      const bound = first.handlers;
      world.chat = new FakeChat(world.page);
      world.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
      world.login('bob');
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'online live');
      assert.equal(first.getUserStatus, FakeChat.prototype.getUserStatus);
      assert.ok(first.handlers < bound);
      first.emit('onUserStatusUpdated', [{ userID: 'ana', statusType: OFFLINE }]);
      first.emit('sdkStateNotReady');
      assert.equal(world.controller.userID, 'bob');
      world.disconnect();
      assert.equal(world.chat.getUserStatus, FakeChat.prototype.getUserStatus);
    });

    it('of another user without a logout drops everything', async () => {
      const world = await settledWorld('ana');
      world.chat.set('ana', ONLINE);
      await world.page.pass(100);
      world.chat.truth.clear();
      world.login('bob');
      assert.equal(world.shown('ana'), 'unknown none');
      await world.page.pass(1_000);
      assert.equal(world.controller.userID, 'bob');
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });
  });

  describe('a kick', () => {
    for (const type of ['multipleAccount', 'multipleDevice', 'REST_API_Kick'] as const) {
      it(`by ${type} drops everything, with one error and silence`, async () => {
        const world = await settledWorld('ana');
        world.chat.set('ana', ONLINE);
        world.chat.kick(type);
        await world.page.pass(60_000);
        assert.equal(world.controller.state, 'unavailable');
        assert.deepEqual(
          world.errors.map(({ reason }) => reason),
          ['kicked-offline'],
        );
        assert.equal(world.shown('ana'), 'unknown none');
        assert.equal(world.engine.statuses.size, 0);
      });
    }

    it('for an expired UserSig says so, and ends with the next login', async () => {
      const world = await settledWorld('ana');
      world.chat.kick('userSigExpired');
      assert.equal(world.controller.error?.reason, 'user-sig-expired');
      world.login('me');
      await world.page.pass(1_000);
      assert.equal(world.controller.state, 'ready');
      assert.equal(world.controller.error, undefined);
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });
  });

  describe('the connection', () => {
    it('lost makes statuses stale; back, everything is subscribed and asked for again', async () => {
      const world = await settledWorld('ana');
      world.chat.drop();
      assert.equal(world.shown('ana'), 'not-logged-in stale');
      assert.equal(world.controller.state, 'disconnected');
      world.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
      world.chat.calls.length = 0;
      world.chat.restore();
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'online live');
      assert.deepEqual(world.chat.users('subscribeUserStatus'), ['ana']);
      assert.ok(world.chat.users('getUserStatus').includes('ana'));
    });

    it('is woken by a call instead of waiting for the SDK', async () => {
      const world = await settledWorld('ana');
      world.chat.drop();
      await world.page.pass(2_000);
      assert.equal(world.controller.state, 'ready');
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });

    it('that stays away is woken ever more seldom, one user a time', async () => {
      const world = await settledWorld('ana', 'bob');
      world.chat.network = false;
      world.chat.drop();
      world.chat.calls.length = 0;
      await world.page.pass(60_000);
      assert.ok(world.chat.calls.length >= 5 && world.chat.calls.length <= 12);
      assert.ok(world.chat.calls.every(({ userIDs }) => userIDs.length === 1));
      assert.deepEqual(world.errors, []);
    });

    it('of a state nobody knows is no news', async () => {
      const world = await settledWorld('ana');
      for (const state of ['', 'asleep', undefined, 7]) {
        world.chat.emit('netStateChange', { state });
      }
      assert.equal(world.controller.state, 'ready');
      assert.deepEqual(world.page.errors, []);
    });
  });

  describe('a plan without the ability', () => {
    it('that comes late is waited for in silence', async () => {
      const world = new World().connect();
      world.chat.ability = false;
      world.observe('ana');
      world.login();
      await world.page.pass(900);
      assert.deepEqual(world.errors, []);
      world.chat.ability = true;
      await world.page.pass(3_000);
      assert.equal(world.shown('ana'), 'not-logged-in live');
      assert.deepEqual(world.errors, []);
      const { looks } = world.chat;
      await world.page.pass(60_000);
      assert.equal(world.chat.looks, looks, 'and then not looked for any more');
    });

    it('makes one error, and asks nothing of the service', async () => {
      const world = new World().connect();
      world.chat.ability = false;
      world.observe('ana');
      world.login();
      await world.page.pass(600_000);
      assert.deepEqual(
        world.errors.map(({ reason, code }) => [reason, code]),
        [['plan-unsupported', 3122]],
      );
      assert.equal(world.controller.state, 'unavailable');
      assert.deepEqual(world.chat.calls, []);
      assert.match(world.errors[0]!.message, /plan/i);
      assert.ok(world.errors[0]!.helpUrl);
    });

    it('that is bought meanwhile is noticed without a reload', async () => {
      const world = new World().connect();
      world.chat.ability = false;
      world.observe('ana');
      world.login();
      await world.page.pass(60_000);
      world.chat.ability = true;
      await world.page.pass(20_000);
      assert.equal(world.controller.state, 'ready');
      assert.equal(world.shown('ana'), 'not-logged-in live');
      assert.equal(world.errors.length, 1);
    });

    it('that is claimed while every call is refused makes no storm', async () => {
      const world = new World().connect();
      world.observe('ana');
      world.login();
      world.chat.failure = sdkError(0, 'the package does not support this');
      await world.page.pass(120_000);
      assert.ok(world.errors.length <= 12, `${world.errors.length} errors in two minutes`);
      assert.ok(world.chat.calls.length <= 40, `${world.chat.calls.length} calls`);
    });

    it('is not looked for after the logout', async () => {
      const world = new World().connect();
      world.chat.ability = false;
      world.observe('ana');
      world.login();
      await world.page.pass(10_000);
      await world.chat.logout();
      const { looks } = world.chat;
      await world.page.pass(60_000);
      assert.equal(world.chat.looks, looks);
    });
  });

  describe('a feature that is switched off', () => {
    async function switchedOff(): Promise<World> {
      const world = new World().connect();
      world.chat.failure = sdkError(72001, 'user status is not enabled');
      world.observe(['ana', 'u0']);
      world.login();
      world.engine.setConversations(users(3).map((userID) => conversationWith(userID)));
      await world.page.pass(5_000);
      return world;
    }

    it('makes one error that says what to do', async () => {
      const world = await switchedOff();
      assert.equal(world.controller.state, 'unavailable');
      assert.deepEqual(
        world.errors.map(({ reason, code }) => [reason, code]),
        [['feature-disabled', 72001]],
      );
      assert.match(world.errors[0]!.message, /console/i);
      assert.ok(world.errors[0]!.helpUrl?.startsWith('https://'));
    });

    it('keeps the engine from asking at every message', async () => {
      const world = await switchedOff();
      world.chat.calls.length = 0;
      for (let message = 0; message < 10; message++) {
        world.engine.setConversations(users(3).map((userID) => conversationWith(userID)));
        await world.page.pass(500);
      }
      assert.deepEqual(world.chat.calls, []);
      assert.equal(world.controller.statusFor('u0'), 'unknown');
      assert.equal(world.errors.length, 1);
    });

    it('keeps the engine quiet about partners who come later, too', async () => {
      const world = await switchedOff();
      world.chat.calls.length = 0;
      for (let message = 0; message < 10; message++) {
        world.engine.setConversations(users(4).map((userID) => conversationWith(userID)));
        await world.page.pass(500);
      }
      assert.ok(world.chat.calls.length <= 2, `${world.chat.calls.length} calls`);
    });

    it('is looked at again by retry()', async () => {
      const world = await switchedOff();
      world.chat.failure = undefined;
      world.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
      await world.page.pass(60_000);
      assert.equal(world.shown('ana'), 'unknown none', 'and not before');
      world.controller.retry();
      await world.page.pass(1_000);
      assert.equal(world.shown('ana'), 'online live');
      assert.equal(world.controller.state, 'ready');
    });

    it('gives the engine its partners back with retry()', async () => {
      const world = await switchedOff();
      world.chat.failure = undefined;
      world.chat.truth.set('u2', { statusType: ONLINE, customStatus: '' });
      world.controller.retry();
      world.engine.setConversations(users(3).map((userID) => conversationWith(userID)));
      await world.page.pass(1_000);
      assert.equal(world.engine.statusOf('u2')?.statusType, ONLINE);
      assert.ok(world.chat.subscribed.has('u2'));
    });
  });

  describe('the switch', () => {
    it('off empties the map, so that nothing old comes back with on', async () => {
      const world = await settledWorld('ana');
      world.chat.set('ana', ONLINE);
      await world.page.pass(100);
      world.controller.switchUserStatus({ displayOnlineStatus: false });
      assert.equal(world.controller.displayOnlineStatus, false);
      assert.equal(world.shown('ana'), 'unknown none');
      await world.page.pass(1_000);
      assert.equal(world.engine.statuses.size, 0);
      world.chat.truth.clear();
      world.takeHeard();
      world.controller.switchUserStatus({ displayOnlineStatus: true });
      await world.page.pass(2_000);
      assert.ok(!world.takeHeard().some((line) => line.includes('online')));
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });

    it('off empties the map where the plan lacks the ability, too', async () => {
      const world = new World().connect();
      world.chat.ability = false;
      world.login();
      world.engine.TUIStore.update('user', 'userStatusList', [
        { userID: 'ana', statusType: ONLINE, customStatus: '' },
      ]);
      void world.engine.TUIUserService.switchUserStatus({ displayOnlineStatus: false });
      assert.equal(world.engine.statuses.size, 0);
      await settled();
    });

    it('is never touched on behalf of elements', async () => {
      const world = new World().connect().login();
      const stop = world.observe(users(20));
      await world.page.pass(1_000);
      stop();
      await world.page.pass(60_000);
      world.disconnect();
      await world.page.pass(1_000);
      assert.ok(world.chat.calls.every(({ userIDs }) => userIDs.length > 0));
      assert.equal(world.engine.TUIStore.getData('user', 'displayOnlineStatus'), true);
    });

    it('of the host is followed', async () => {
      const world = await settledWorld('ana');
      void world.engine.TUIUserService.switchUserStatus({ displayOnlineStatus: false });
      assert.equal(world.controller.displayOnlineStatus, false);
      void world.engine.TUIUserService.switchUserStatus({ displayOnlineStatus: true });
      await world.page.pass(1_000);
      assert.equal(world.controller.displayOnlineStatus, true);
      assert.equal(world.shown('ana'), 'not-logged-in live');
    });
  });

  describe('contacts', () => {
    it('are the friends, as they come: first some without names, then all', async () => {
      const world = new World().connect().login();
      world.engine.setFriends([friend('ana')]);
      assert.deepEqual(world.controller.directory.contacts, [{ userID: 'ana' }]);
      world.engine.setFriends([
        friend('ana', { profile: { nick: 'Ana', avatar: 'https://a/' } }),
        friend('bob', { remark: 'Boss', groupList: ['Team'] }),
      ]);
      assert.deepEqual(world.controller.directory.contacts, [
        { userID: 'ana', name: 'Ana', avatar: 'https://a/' },
        { userID: 'bob', remark: 'Boss', groups: ['Team'] },
      ]);
      await settled();
    });

    it('are not known until the engine has asked', async () => {
      const world = new World().connect();
      assert.equal(world.controller.directory.contacts, undefined);
      world.login();
      assert.equal(world.controller.directory.contacts, undefined);
      await world.page.pass(4_900);
      assert.equal(world.controller.directory.contacts, undefined, 'nobody is no answer yet');
      await world.page.pass(1_000);
      assert.deepEqual(world.controller.directory.contacts, [], 'and now it is');
    });

    it('are nobody as soon as the engine says so after the login', async () => {
      const world = new World().connect().login();
      await world.page.pass(100);
      world.engine.setFriends([]);
      assert.deepEqual(world.controller.directory.contacts, []);
    });

    it('that the SDK has already are awaited from the store', async () => {
      const world = new World().connect();
      const told: unknown[] = [];
      const { directory } = world.controller;
      directory.observe(() => void (directory.contacts && told.push(directory.contacts)));
      world.chat.friends = [friend('ana')];
      world.engine.TUIFriendService.getFriendList = () =>
        Promise.resolve({ data: [friend('ana')] });
      world.login();
      await world.page.pass(5_000);
      assert.deepEqual(told, [[{ userID: 'ana' }]]);
    });

    it('are not known from an answer that came after the logout', async () => {
      const world = new World().connect().login();
      await world.chat.logout();
      await world.page.pass(1_000);
      assert.equal(world.controller.directory.contacts, undefined);
    });

    it('stay unknown where the friends cannot be had', async () => {
      const world = new World();
      world.chat.getFriendList = () => Promise.reject(sdkError(2801));
      const { engine } = world;
      Object.assign(engine, {
        TUIFriendService: { getFriendList: () => world.chat.getFriendList() },
      });
      world.chat.login('me');
      engine.TUIChatEngine.isInited = true;
      world.connect();
      await world.page.pass(1_000);
      assert.equal(world.controller.directory.contacts, undefined);
    });

    it('that end with the last friend are none', async () => {
      const world = new World().connect().login();
      await world.page.pass(100);
      world.engine.setFriends([friend('ana')]);
      world.engine.setFriends([]);
      assert.deepEqual(world.controller.directory.contacts, []);
    });

    it('say who is blocked', () => {
      const world = new World().connect().login();
      world.engine.setFriends([friend('ana'), friend('bob')]);
      world.engine.TUIStore.update('user', 'userBlacklist', [{ userID: 'bob', nick: 'Bob' }]);
      assert.deepEqual(world.controller.directory.contacts, [
        { userID: 'ana' },
        { userID: 'bob', blocked: true },
      ]);
    });

    it('of a lite engine without the service are those in its store', async () => {
      const world = new World();
      Object.assign(world.engine, {
        TUIFriendService: undefined,
        TUIConversationService: undefined,
      });
      world.connect().login();
      await world.page.pass(1_000);
      world.engine.setFriends([friend('ana')]);
      assert.deepEqual(world.controller.directory.contacts, [{ userID: 'ana' }]);
      assert.deepEqual(world.page.errors, []);
    });
  });

  describe('conversations', () => {
    it('are translated as they come', async () => {
      const world = new World().connect().login();
      const conversation: EngineConversation = conversationWith('ana', { unreadCount: 2 });
      world.engine.setConversations([conversation]);
      assert.deepEqual(
        world.controller.directory.conversations?.map(({ name, unreadCount }) => [
          name,
          unreadCount,
        ]),
        [['Nick of ana', 2]],
      );
      world.engine.setConversations([]);
      assert.deepEqual(world.controller.directory.conversations, []);
      await settled();
    });

    it('are worded anew with another language of the page, and with other words', async () => {
      const world = new World().connect().login();
      const lastMessage = { type: 'TIMImageElem', messageForShow: '[图片]' };
      world.engine.setConversations([conversationWith('ana', { lastMessage })]);
      const said = () => world.controller.directory.conversations?.[0]?.lastMessage;
      assert.equal(said(), 'Photo');
      try {
        Object.assign(globalThis, { document: { documentElement: { lang: 'ko' } } });
        world.page.speak();
        assert.equal(said(), messageStringsFor('ko').strings['message-image']);
        setStrings('ko', { 'message-image': '그림' });
        assert.equal(said(), '그림');
        world.disconnect();
        setStrings('ko', { 'message-image': '사진' });
        assert.notEqual(said(), '사진');
      } finally {
        delete (globalThis as { document?: unknown }).document;
      }
      await settled();
    });

    it('are not known until the SDK has them all, and then may be none', async () => {
      const world = new World().connect();
      const { directory } = world.controller;
      world.chat.isSyncCompleted = false;
      world.login();
      await world.page.pass(5_000);
      assert.equal(directory.conversations, undefined, 'not yet');
      world.chat.isSyncCompleted = true;
      world.engine.setConversations([]);
      await settled();
      assert.deepEqual(directory.conversations, []);
    });

    it('are none from the start for an engine that was through before', async () => {
      const world = new World().login().connect();
      await settled();
      assert.deepEqual(world.controller.directory.conversations, []);
    });

    it('that the SDK has already are awaited from the store', async () => {
      const world = new World().connect();
      const count = () => world.controller.directory.conversations?.length;
      world.chat.conversations = [conversationWith('ana')];
      world.login();
      await settled();
      assert.equal(count(), undefined);
      world.engine.setConversations(world.chat.conversations);
      assert.equal(count(), 1);
    });

    it('are not known where the SDK cannot have them', async () => {
      const world = new World().connect();
      world.chat.getConversationList = () => Promise.reject(sdkError(2801));
      world.login();
      await world.page.pass(1_000);
      assert.equal(world.controller.directory.conversations, undefined);
      assert.deepEqual(world.page.errors, []);
    });

    it('say whose partner is blocked, whichever comes first', async () => {
      const world = new World().connect().login();
      const blocked = () =>
        world.controller.directory.conversations?.map((one) => one.blocked === true);
      world.engine.setConversations([conversationWith('ana'), conversationWith('bob')]);
      assert.deepEqual(blocked(), [false, false]);
      world.engine.TUIStore.update('user', 'userBlacklist', [{ userID: 'bob' }]);
      assert.deepEqual(blocked(), [false, true]);
      world.engine.TUIStore.update('user', 'userBlacklist', []);
      assert.deepEqual(blocked(), [false, false]);
      await settled();
    });

    it('of the user before are not those of the next', async () => {
      const world = new World().connect().login();
      world.engine.setConversations([conversationWith('ana')]);
      await world.chat.logout();
      assert.equal(world.controller.directory.conversations, undefined);
    });
  });
});
