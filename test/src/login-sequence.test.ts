import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { connect } from '../../src/connect.js';
import { createLogin } from '../../src/login-sequence.js';
import type { LoginOptions, LoginPackages, Session } from '../../src/login-sequence.js';
import { PresenceError } from '../../src/presence-error.js';
import { presence } from '../../src/shared.js';
import { FakeChat, FakeEngine, sdkError } from '../support/fake-engine.js';
import { FakePage, settled } from '../support/fake-page.js';

const OPTIONS: LoginOptions = { SDKAppID: 1400000001, userID: 'alice', userSig: 'sig' };

/** The official packages on a clock of the test's, and what was called of them, in order. */
class Packages {
  readonly page = new FakePage();
  readonly engine = new FakeEngine();
  readonly log: string[] = [];
  readonly given: object[] = [];
  loads = 0;
  chat: FakeChat | undefined;
  /** `TUILogin` tells of a login half a second after the SDK is ready. */
  loginFails: Error | undefined;
  engineFails: Error | undefined;
  switchFails: unknown;
  logoutFails: Error | undefined;
  readonly login = createLogin(() => this.load(), connect);
  readonly #sessions: Promise<Session>[] = [];

  constructor() {
    const { TUIChatEngine, TUIUserService } = this.engine;
    const logInEngine = TUIChatEngine.login.bind(TUIChatEngine);
    TUIChatEngine.login = (options) => {
      this.log.push(`TUIChatEngine.login ${options.userID}`);
      assert.equal(options.chat, this.chat);
      return this.engineFails ? Promise.reject(this.engineFails) : logInEngine(options);
    };
    const switchOn = TUIUserService.switchUserStatus.bind(TUIUserService);
    TUIUserService.switchUserStatus = (options) => {
      this.log.push(`switch ${options.displayOnlineStatus}, ${presence.state}`);
      return this.switchFails ? Promise.reject(this.switchFails as Error) : switchOn(options);
    };
  }

  load(): Promise<LoginPackages> {
    this.loads += 1;
    const { engine } = this;
    return Promise.resolve({
      ...engine,
      TUILogin: {
        login: (options: LoginOptions) => this.#logIn(options),
        logout: () => {
          this.log.push('TUILogin.logout');
          if (this.logoutFails) return Promise.reject(this.logoutFails);
          return this.chat!.logout();
        },
        getContext: () => ({ chat: this.chat }),
      },
    } as unknown as LoginPackages);
  }

  #logIn(options: LoginOptions): Promise<unknown> {
    this.log.push(`TUILogin.login ${options.userID}`);
    this.given.push(options);
    const chat = (this.chat ??= new FakeChat(this.page));
    if (chat.isReady()) return Promise.resolve({ data: { repeatLogin: true } });
    return new Promise((resolve, reject) => {
      this.page.timer(() => {
        if (this.loginFails) {
          reject(this.loginFails);
          return;
        }
        chat.login(options.userID);
        this.page.timer(() => resolve({}), 500);
      }, 100);
    });
  }

  /** Logs in and lets `ms` pass meanwhile. */
  async session(options: Partial<LoginOptions> = {}, ms = 1_000): Promise<Session> {
    const session = this.login({ ...OPTIONS, ...options });
    this.#sessions.push(session);
    session.catch(() => undefined);
    await this.page.pass(ms);
    return session;
  }

  /** Ends every session, so that the shared controller is free again. */
  async end(): Promise<void> {
    this.logoutFails = undefined;
    for (const session of await Promise.allSettled(this.#sessions)) {
      if (session.status === 'fulfilled') await session.value.logout();
    }
  }
}

describe('login', () => {
  let packages = new Packages();
  afterEach(async () => {
    await packages.end();
    assert.equal(presence.state, 'idle');
    packages = new Packages();
  });

  it('logs in to the SDK, then the engine, then connects and switches on', async () => {
    const session = await packages.session();
    assert.equal(session.userID, 'alice');
    assert.deepEqual(packages.log, [
      'TUILogin.login alice',
      'TUIChatEngine.login alice',
      'switch true, ready',
    ]);
    assert.equal(presence.userID, 'alice');
    assert.equal(presence.displayOnlineStatus, true);
  });

  it('does not wait for the half second that TUILogin adds', async () => {
    let session: Session | undefined;
    const login = packages.login(OPTIONS).then((value) => {
      session = value;
    });
    await packages.page.pass(300);
    assert.equal(session?.userID, 'alice');
    await packages.page.pass(1_000);
    await login;
    await session?.logout();
  });

  it('leaves no handler of its own on the chat', async () => {
    const session = await packages.session();
    await session.logout();
    const once = packages.chat!.handlers;
    const again = await packages.session();
    await again.logout();
    // The engine adds three with each of its logins, and never takes them off.
    assert.equal(packages.chat!.handlers, once + 3);
  });

  it('loads the packages when it is called, and not before', async () => {
    assert.equal(packages.loads, 0);
    await packages.session();
    assert.equal(packages.loads, 1);
  });

  it('passes on every option, and the SDKAppID as a number', async () => {
    await packages.session({
      SDKAppID: '1400000001' as unknown as number,
      proxyServer: 'ws://127.0.0.1:1',
      devMode: true,
    });
    assert.deepEqual(packages.given, [
      { ...OPTIONS, proxyServer: 'ws://127.0.0.1:1', devMode: true },
    ]);
  });

  describe('a secret key', () => {
    for (const name of ['secretKey', 'SECRETKEY', 'SecretKey', 'secret_key', 'SDKSecretKey']) {
      it(`as ${name} is refused at once, before anything is loaded`, () => {
        assert.throws(
          () => packages.login({ ...OPTIONS, [name]: '0123456789abcdef' }),
          (error) => error instanceof PresenceError && !error.message.includes('0123456789'),
        );
        assert.equal(packages.loads, 0);
      });
    }
  });

  describe('a mistake', () => {
    const mistakes: readonly (readonly [string, unknown, RegExp])[] = [
      ['no SDKAppID', { ...OPTIONS, SDKAppID: undefined }, /SDKAppID/],
      ['an SDKAppID of 0', { ...OPTIONS, SDKAppID: 0 }, /SDKAppID/],
      ['an SDKAppID of text', { ...OPTIONS, SDKAppID: 'my app' }, /SDKAppID/],
      ['half an SDKAppID', { ...OPTIONS, SDKAppID: 1.5 }, /SDKAppID/],
      ['no userID', { ...OPTIONS, userID: '' }, /userID/],
      ['a userID that is no text', { ...OPTIONS, userID: 7 }, /userID/],
      ['no UserSig', { ...OPTIONS, userSig: '' }, /UserSig/],
      ['no options', undefined, /SDKAppID/],
      ['options of null', null, /SDKAppID/],
    ];
    for (const [name, options, message] of mistakes) {
      it(`such as ${name} is rejected in words, before anything is loaded`, async () => {
        await assert.rejects(packages.login(options as LoginOptions), (error) => {
          assert.ok(error instanceof PresenceError);
          assert.match(error.message, message);
          return true;
        });
        assert.equal(packages.loads, 0);
        assert.equal(presence.state, 'idle');
      });
    }
  });

  describe('a failure', () => {
    it('of the SDK is rejected with its reason', async () => {
      packages.loginFails = sdkError(70001);
      await assert.rejects(packages.session(), {
        name: 'PresenceError',
        reason: 'user-sig-expired',
      });
      assert.deepEqual(packages.log, ['TUILogin.login alice']);
      assert.equal(presence.state, 'idle');
    });

    it('of the engine is rejected, and nothing stays connected', async () => {
      packages.engineFails = sdkError(2801);
      await assert.rejects(packages.session(), { reason: 'timeout', code: 2801 });
      assert.equal(presence.state, 'idle');
      assert.equal(packages.engine.TUIStore.watchers, 0);
    });

    it('of the switch is rejected, and nothing stays connected', async () => {
      packages.switchFails = { code: -100000, message: 'not inited' };
      await assert.rejects(packages.session(), { reason: 'not-logged-in' });
      assert.equal(presence.state, 'idle');
    });

    it('to load the packages is rejected, and the next login tries again', async () => {
      const { login } = packages;
      let works = false;
      const logInLater = createLogin(
        () => (works ? packages.load() : Promise.reject(new Error('no such module'))),
        connect,
      );
      await assert.rejects(logInLater(OPTIONS), { name: 'PresenceError', reason: 'unknown' });
      works = true;
      const session = logInLater(OPTIONS);
      await packages.page.pass(1_000);
      await (await session).logout();
      assert.equal(typeof login, 'function');
    });

    it('is followed by a login that works', async () => {
      packages.loginFails = sdkError(70001);
      await assert.rejects(packages.session());
      packages.loginFails = undefined;
      const session = await packages.session();
      assert.equal(session.userID, 'alice');
    });
  });

  describe('another user', () => {
    it('is logged in after the one before is logged out', async () => {
      await packages.session();
      await packages.session({ userID: 'bob' });
      assert.deepEqual(packages.log.slice(3), [
        'TUILogin.logout',
        'TUILogin.login bob',
        'TUIChatEngine.login bob',
        'switch true, ready',
      ]);
      assert.equal(presence.userID, 'bob');
    });

    it('waits for the login before to end', async () => {
      const first = packages.login(OPTIONS);
      const second = packages.login({ ...OPTIONS, userID: 'bob' });
      await packages.page.pass(5_000);
      assert.equal((await second).userID, 'bob');
      assert.equal(packages.chat!.getLoginUser(), 'bob');
      assert.equal(presence.userID, 'bob');
      await (await second).logout();
      await (await first).logout();
    });

    it('is not logged out by the session of the one before', async () => {
      const alice = await packages.session();
      await packages.session({ userID: 'bob' });
      await alice.logout();
      assert.equal(packages.chat!.getLoginUser(), 'bob');
      assert.equal(presence.userID, 'bob');
    });
  });

  describe('the same user', () => {
    it('is not logged out first', async () => {
      await packages.session();
      await packages.session();
      assert.ok(!packages.log.includes('TUILogin.logout'));
      assert.equal(presence.userID, 'alice');
    });
  });

  describe('logout', () => {
    it('logs out and disconnects', async () => {
      const session = await packages.session();
      await session.logout();
      assert.equal(packages.log.at(-1), 'TUILogin.logout');
      assert.equal(presence.state, 'idle');
      assert.equal(presence.userID, undefined);
    });

    it('is done once, however often it is called', async () => {
      const session = await packages.session();
      await session.logout();
      await session.logout();
      assert.equal(packages.log.filter((line) => line === 'TUILogin.logout').length, 1);
    });

    it('waits for a login that TUILogin has not told of yet', async () => {
      const session = await packages.session({}, 200);
      const logout = session.logout();
      await settled();
      assert.ok(!packages.log.includes('TUILogin.logout'));
      await packages.page.pass(1_000);
      await logout;
      assert.equal(packages.log.at(-1), 'TUILogin.logout');
    });

    it('that fails disconnects all the same', async () => {
      const session = await packages.session();
      packages.logoutFails = sdkError(2801);
      await assert.rejects(session.logout(), { code: 2801 });
      assert.equal(presence.state, 'idle');
      packages.logoutFails = undefined;
      await session.logout();
      assert.equal(packages.chat!.isReady(), false);
    });
  });
});
