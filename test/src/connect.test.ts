import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect } from '../../src/connect.js';
import { PresenceController } from '../../src/presence-controller.js';
import { presence } from '../../src/shared.js';
import type { ChatEngine } from '../../src/sources/chat-engine.js';
import { FakeChat, FakeEngine } from '../support/fake-engine.js';
import { FakePage } from '../support/fake-page.js';

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

  it('leaves what it refuses alone', () => {
    const engine = { ...new FakeEngine(), TUIUserService: undefined };
    const controller = new PresenceController({ page: new FakePage() });
    const { watchers } = engine.TUIStore;
    assert.throws(() => connect(engine as unknown as ChatEngine, controller));
    assert.equal(engine.TUIStore.watchers, watchers);
    assert.equal(controller.state, 'idle');
  });

  it("feeds the page's shared controller unless it is told of another", () => {
    const page = new FakePage();
    const disconnect = connect(new FakeEngine(), undefined, page);
    assert.equal(presence.state, 'connecting');
    disconnect();
    assert.equal(presence.state, 'idle');
  });

  it('is happy with the exports of the lite line', async () => {
    const page = new FakePage();
    const { TUIStore, StoreName, TUIUserService, TUIChatEngine } = new FakeEngine();
    const controller = new PresenceController({ page });
    connect({ TUIStore, StoreName, TUIUserService, TUIChatEngine }, controller, page);
    const chat = new FakeChat(page);
    chat.login('me');
    await TUIChatEngine.login({ chat, userID: 'me' });
    controller.switchUserStatus({ displayOnlineStatus: true });
    controller.observe('ana', () => undefined);
    await page.pass(1_000);
    assert.equal(controller.presenceOf('ana').freshness, 'live');
  });

  it('counts the same engine, and disconnects with the last', () => {
    const page = new FakePage();
    const engine = new FakeEngine();
    const controller = new PresenceController({ page });
    const first = connect(engine, controller, page);
    const { watchers } = engine.TUIStore;
    // The same engine by another object, as `import * as` and a spread make one.
    const second = connect({ ...engine }, controller, page);
    assert.equal(engine.TUIStore.watchers, watchers);
    first();
    first();
    assert.equal(controller.state, 'connecting');
    second();
    assert.equal(controller.state, 'idle');
    assert.equal(engine.TUIStore.watchers, 0);
  });

  it('turns down a second engine, which another controller may take', (test) => {
    const warn = test.mock.method(console, 'warn', () => undefined);
    const page = new FakePage();
    const [first, second] = [new FakeEngine(), new FakeEngine()];
    const controller = new PresenceController({ page });
    connect(first, controller, page);
    connect(second, controller, page)();
    assert.equal(warn.mock.callCount(), 1);
    assert.equal(second.TUIStore.watchers, 0);
    assert.equal(controller.state, 'connecting');
    connect(second, new PresenceController({ page }), page);
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
