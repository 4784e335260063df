import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect } from '../../../src/connect.js';
import { chatLogin } from '../../../src/login/chat-login.js';
import { createLogin } from '../../../src/login/create-login.js';
import type { LoginOptions } from '../../../src/login/login-options.js';
import { PresenceController } from '../../../src/presence-controller.js';
import { friend, sdkError } from '../../support/fake-chat.js';
import { FakeLitePackage } from '../../support/fake-lite-chat.js';
import type { FakeLiteChat } from '../../support/fake-lite-chat.js';
import { FakeEnvironment } from '../../support/fake-environment.js';

const OPTIONS: LoginOptions = { SDKAppID: 1400000001, userID: 'alice', userSig: 'sig' };

/** A page that logs in with the SDK alone. */
class LitePage {
  readonly environment = new FakeEnvironment();
  readonly lite: FakeLitePackage;
  readonly controller = new PresenceController({ environment: this.environment });
  loads = 0;

  /** @param onLogin called before a user is in */
  constructor(onLogin?: (chat: FakeLiteChat, userID: string) => void) {
    this.lite = new FakeLitePackage(this.environment, onLogin);
  }

  readonly login = createLogin(
    chatLogin({
      load: () => {
        this.loads += 1;
        return Promise.resolve(this.lite.packages());
      },
      connect: (chat) => connect(chat, this.controller, this.environment),
      environment: this.environment,
    }),
  );

  /** Logs in, and returns when that has ended. */
  async start(options: Partial<LoginOptions> = {}): ReturnType<typeof this.login> {
    const session = this.login({ ...OPTIONS, ...options });
    session.catch(() => undefined);
    await this.environment.pass(1_000);
    return session;
  }
}

describe('login with the SDK alone', () => {
  it('logs in, adds the modules, connects and switches on', async () => {
    const page = new LitePage();
    assert.equal(page.loads, 0);
    const session = await page.start({ sdk: 'chat' });
    assert.equal(page.loads, 1);
    assert.equal(session.userID, 'alice');
    assert.equal(page.controller.userID, 'alice');
    assert.equal(page.controller.displayOnlineStatus, true);
    assert.deepEqual(page.lite.chat!.modules, ['conversations', 'friends']);
  });

  it('switches on even if the page had switched off before, as the official login does', async () => {
    const page = new LitePage();
    page.controller.switchUserStatus({ displayOnlineStatus: false });
    await page.start();
    assert.equal(page.controller.displayOnlineStatus, true);
    page.controller.switchUserStatus({ displayOnlineStatus: false });
    assert.equal(page.controller.displayOnlineStatus, false);
  });

  it('passes other options on to the SDK, and neither the user nor the UserSig', async () => {
    const page = new LitePage();
    await page.start({ oversea: true });
    for (const given of page.lite.options) {
      assert.deepEqual(given, { SDKAppID: 1400000001, oversea: true });
    }
  });

  it('ends with the last session of the user, at once and with a logout', async () => {
    const page = new LitePage();
    const [one, two] = await Promise.all([page.start(), page.start()]);
    await one.logout();
    assert.equal(page.controller.state, 'ready');
    const ended = two.logout();
    assert.equal(page.controller.state, 'idle');
    await page.environment.pass(1_000);
    await ended;
    assert.equal(page.lite.chat!.getLoginUser(), '');
    assert.equal(page.lite.chat!.handlers, 0);
  });

  it('gives another user an instance of their own', async () => {
    const page = new LitePage();
    await page.start();
    const before = page.lite.chat!;
    await page.start({ userID: 'bob' });
    assert.equal(before.isDestroyed, true);
    assert.notEqual(page.lite.chat, before);
    assert.equal(page.controller.userID, 'bob');
  });

  it('gives another user the same instance once nothing can arrive for the user before', async () => {
    const page = new LitePage();
    const session = await page.start();
    const before = page.lite.chat!;
    const ended = session.logout();
    await page.environment.pass(1_000);
    await ended;
    await page.environment.pass(20_000);
    await page.start({ userID: 'bob' });
    assert.equal(page.lite.chat, before);
    assert.equal(page.controller.userID, 'bob');
  });

  it('gives another user an instance of their own after a logout without an answer', async () => {
    const page = new LitePage();
    const session = await page.start();
    const before = page.lite.chat!;
    before.logout = () => new Promise(() => undefined);
    void session.logout();
    await page.environment.pass(60_000);
    const next = page.login({ ...OPTIONS, userID: 'bob' });
    await page.environment.pass(10_000);
    await next;
    assert.equal(before.isDestroyed, true);
    assert.equal(page.controller.userID, 'bob');
  });

  it('keeps the instance for the same user', async () => {
    const page = new LitePage();
    const session = await page.start();
    const before = page.lite.chat;
    const ended = session.logout();
    await page.environment.pass(1_000);
    await ended;
    await page.start();
    assert.equal(page.lite.chat, before);
    assert.equal(page.controller.userID, 'alice');
  });

  it('overtakes a login that is under way, which rejects', async () => {
    const page = new LitePage();
    const results = Promise.allSettled([
      page.login(OPTIONS),
      page.login({ ...OPTIONS, userID: 'bob' }),
    ]);
    await page.environment.pass(2_000);
    const [alice, bob] = await results;
    assert.equal((alice as PromiseRejectedResult).reason.reason, 'superseded');
    assert.equal(bob.status, 'fulfilled');
    assert.equal(page.controller.userID, 'bob');
  });

  it('shows nothing of a user whose login goes on after its instance was destroyed', async () => {
    const page = new LitePage((chat, userID) => {
      chat.friends = [friend(`friend-of-${userID}`)];
    });
    page.login(OPTIONS).catch(() => undefined);
    await page.environment.pass(90);
    await page.start({ userID: 'bob' });
    assert.deepEqual(
      page.controller.directory.contacts?.map(({ userID }) => userID),
      ['friend-of-bob'],
    );
  });

  it('rejects where the user was kicked in the middle, and logs the same user in after that', async () => {
    const page = new LitePage();
    const session = page.login(OPTIONS);
    session.catch(() => undefined);
    await page.environment.pass(50);
    page.lite.chat!.kick('multipleAccount');
    await page.environment.pass(1_000);
    await assert.rejects(session, { name: 'PresenceError', reason: 'kicked-offline' });
    await page.start();
    assert.equal(page.controller.userID, 'alice');
  });

  it('waits for a login of the page itself that is under way', async () => {
    const page = new LitePage();
    const chat = page.lite.packages().TencentCloudChat.create({ SDKAppID: 1400000001 });
    void chat.login({ userID: 'alice', userSig: 'sig' });
    assert.equal((await page.start()).userID, 'alice');
    assert.equal(page.lite.chat, chat);
  });

  it('outlasts a network that goes twice, although the SDK refuses each login after a lost one', async () => {
    const page = new LitePage();
    page.lite.outcomes = ['lost', 'refused', 'lost', 'refused'];
    page.environment.setOnline(false);
    const session = page.login(OPTIONS);
    await page.environment.pass(10);
    for (let time = 0; time < 2; time++) {
      page.environment.setOnline(true);
      await page.environment.pass(1_000);
      page.environment.setOnline(false);
      await page.environment.pass(16_000);
    }
    assert.equal((await session).userID, 'alice');
    assert.deepEqual(page.lite.outcomes, []);
  });

  for (const [code, reason] of [
    [70001, 'user-sig-expired'],
    [2801, 'timeout'],
  ] as const) {
    it(`rejects with ${reason} where the service refuses it with ${code}`, async () => {
      const page = new LitePage();
      page.lite.packages().TencentCloudChat.create({ SDKAppID: 1400000001 });
      page.lite.chat!.loginError = sdkError(code);
      await assert.rejects(page.start(), { name: 'PresenceError', reason, code });
      assert.equal(page.controller.state, 'idle');
      page.lite.chat!.loginError = undefined;
      await page.start();
      assert.equal(page.controller.state, 'ready');
    });
  }

  it('refuses proxyServer, which the SDK would not follow, before anything is loaded', async () => {
    const page = new LitePage();
    const options = { sdk: 'chat' as const, proxyServer: 'ws://127.0.0.1:1' };
    await assert.rejects(page.start(options), { message: /proxyServer.*sdk: 'uikit'/ });
    assert.equal(page.loads, 0);
  });

  it('refuses a value of sdk that is none, and names the option', async () => {
    const page = new LitePage();
    for (const sdk of ['engine', '', null, 7]) {
      await assert.rejects(page.start({ sdk } as unknown as LoginOptions), {
        name: 'PresenceError',
        message: /sdk/,
      });
    }
    assert.equal(page.loads, 0);
  });
});
