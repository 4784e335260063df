import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type TencentCloudChat from '@tencentcloud/chat';
import type TencentCloudLiteChat from '@tencentcloud/lite-chat/basic';
import { connect } from '../../src/connect.js';
import { PresenceController } from '../../src/presence-controller.js';
import { presence } from '../../src/shared.js';
import type { ChatEngine } from '../../src/sources/engine/chat-engine.js';
import { FakeChat } from '../support/fake-chat.js';
import { FakeEngine } from '../support/fake-engine.js';
import { FakeEnvironment } from '../support/fake-environment.js';

/** The SDKs' own types fit what `connect` takes; the compiler checks it. */
type Fits<SDK extends Parameters<typeof connect>[0]> = SDK;
export type Chat = Fits<ReturnType<typeof TencentCloudChat.default.create>>;
export type LiteChat = Fits<ReturnType<typeof TencentCloudLiteChat.default.create>>;

describe('connect', () => {
  const nothing: readonly unknown[] = [undefined, null, 7, 'engine', {}, [], () => undefined];
  for (const engine of nothing) {
    it(`refuses ${JSON.stringify(engine) ?? typeof engine} and names what it lacks`, () => {
      assert.throws(() => connect(engine as ChatEngine), {
        name: 'TypeError',
        message: /TUIStore, StoreName, TUIUserService, TUIChatEngine/,
      });
    });
  }

  for (const thing of nothing) {
    it(`says of ${JSON.stringify(thing) ?? typeof thing} what it lacks as a chat, too`, () => {
      assert.throws(() => connect(thing as ChatEngine), {
        name: 'TypeError',
        message:
          /TencentCloudChat\.create\(\).*as a chat it lacks on, off, isReady, getLoginUser, getUserStatus/,
      });
    });
  }

  for (const method of ['getLoginUser', 'getUserStatus', 'unsubscribeUserStatus'] as const) {
    it(`says which version has ${method} where an SDK lacks it, and leaves that as it was`, () => {
      const chat = new FakeChat(new FakeEnvironment());
      Object.assign(chat, { [method]: undefined });
      const controller = new PresenceController({ environment: new FakeEnvironment() });
      assert.throws(() => connect(chat, controller), {
        name: 'TypeError',
        message: `connect(chat) needs @tencentcloud/chat 3 or @tencentcloud/lite-chat 1.6, or newer; this SDK lacks ${method}.`,
      });
      assert.equal(chat.handlers, 0);
      assert.equal(controller.state, 'idle');
    });
  }

  it('takes what create() of the Chat SDK returned, and one connection is shared', async () => {
    const environment = new FakeEnvironment();
    const chat = new FakeChat(environment);
    const controller = new PresenceController({ environment });
    const disconnects = [1, 2].map(() => connect(chat, controller, environment));
    controller.switchUserStatus({ displayOnlineStatus: true });
    controller.observe('ana', () => undefined);
    chat.login('me');
    await environment.pass(1_000);
    assert.equal(controller.presenceOf('ana').freshness, 'live');
    disconnects[0]!();
    assert.equal(controller.state, 'ready');
    disconnects[1]!();
    assert.equal(controller.state, 'idle');
  });

  it('names the methods that an engine lacks', () => {
    const { TUIStore, StoreName, TUIChatEngine } = new FakeEngine();
    const engine = {
      TUIStore: Object.assign(Object.create(TUIStore) as object, { unwatch: undefined }),
      StoreName,
      TUIChatEngine,
      TUIUserService: { switchUserStatus: () => undefined },
    };
    assert.throws(() => connect(engine as unknown as ChatEngine), {
      name: 'TypeError',
      message:
        /TUIStore\.unwatch, TUIUserService\.getUserStatus, TUIUserService\.subscribeUserStatus/,
    });
  });

  it('changes nothing of an engine that it refuses', () => {
    const engine = { ...new FakeEngine(), TUIUserService: undefined };
    const controller = new PresenceController({ environment: new FakeEnvironment() });
    const { watchers } = engine.TUIStore;
    assert.throws(() => connect(engine as unknown as ChatEngine, controller));
    assert.equal(engine.TUIStore.watchers, watchers);
    assert.equal(controller.state, 'idle');
  });

  it("fills the page's shared controller by default", () => {
    const environment = new FakeEnvironment();
    const disconnect = connect(new FakeEngine(), undefined, environment);
    assert.equal(presence.state, 'connecting');
    disconnect();
    assert.equal(presence.state, 'idle');
  });

  it('accepts the exports of the lite engine', async () => {
    const environment = new FakeEnvironment();
    const { TUIStore, StoreName, TUIUserService, TUIChatEngine } = new FakeEngine();
    const controller = new PresenceController({ environment });
    connect({ TUIStore, StoreName, TUIUserService, TUIChatEngine }, controller, environment);
    const chat = new FakeChat(environment);
    chat.login('me');
    await TUIChatEngine.login({ chat, userID: 'me' });
    controller.switchUserStatus({ displayOnlineStatus: true });
    controller.observe('ana', () => undefined);
    await environment.pass(1_000);
    assert.equal(controller.presenceOf('ana').freshness, 'live');
  });

  it('shares one connection to the same engine, which ends with its last user', () => {
    const environment = new FakeEnvironment();
    const engine = new FakeEngine();
    const controller = new PresenceController({ environment });
    const first = connect(engine, controller, environment);
    const { watchers } = engine.TUIStore;
    // The same engine by another object, as `import * as` and a spread make one.
    const second = connect({ ...engine }, controller, environment);
    assert.equal(engine.TUIStore.watchers, watchers);
    first();
    first();
    assert.equal(controller.state, 'connecting');
    second();
    assert.equal(controller.state, 'idle');
    assert.equal(engine.TUIStore.watchers, 0);
  });

  it('refuses a second engine with a warning; another controller may take it', (test) => {
    const warn = test.mock.method(console, 'warn', () => undefined);
    const environment = new FakeEnvironment();
    const [first, second] = [new FakeEngine(), new FakeEngine()];
    const controller = new PresenceController({ environment });
    connect(first, controller, environment);
    connect(second, controller, environment)();
    assert.equal(warn.mock.callCount(), 1);
    assert.equal(second.TUIStore.watchers, 0);
    assert.equal(controller.state, 'connecting');
    connect(second, new PresenceController({ environment }), environment);
    assert.notEqual(second.TUIStore.watchers, 0);
  });
});

describe('two copies on one page', () => {
  it('share one controller', async () => {
    const copied = '../../src/shared.js?another-copy';
    const copy = (await import(copied)) as { presence: unknown };
    assert.notEqual(copy, await import('../../src/shared.js'));
    assert.equal(copy.presence, presence);
    const shared = globalThis as unknown as Record<symbol, unknown>;
    assert.equal(shared[Symbol.for('tui-presence/1')], presence);
  });
});
