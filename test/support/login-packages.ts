import assert from 'node:assert/strict';
import { connect } from '../../src/connect.js';
import type { Session } from '../../src/login/active-login.js';
import { createLogin } from '../../src/login/create-login.js';
import type { LoginOptions } from '../../src/login/login-options.js';
import { officialLogin } from '../../src/login/official-login.js';
import type { LoginPackages } from '../../src/login/login-packages.js';
import { presence } from '../../src/shared.js';
import { FakeChat } from './fake-chat.js';
import { FakeEngine } from './fake-engine.js';
import { FakeEnvironment } from './fake-environment.js';

export const OPTIONS: LoginOptions = { SDKAppID: 1400000001, userID: 'alice', userSig: 'sig' };

/** The SDK gives up a request after this long, in ms. */
const NO_ANSWER = 15_000;

/** The official packages on the clock of a test, and the calls they received, in order. */
export class OfficialPackages {
  readonly environment = new FakeEnvironment();
  readonly engine = new FakeEngine();
  readonly log: string[] = [];
  /** The options of each call of `TUILogin.login`. */
  readonly options: object[] = [];
  loads = 0;
  chat: FakeChat | undefined;
  loginError: Error | undefined;
  engineError: Error | undefined;
  switchError: unknown;
  logoutError: Error | undefined;
  /** A second login of the page's kit has replaced the promise of ours, which never settles. */
  isLoginReplaced = false;
  /** The service answers no logout. */
  isLogoutLost = false;
  readonly login = this.createLogin();
  #isDestroyed = false;
  readonly #sessions: Promise<Session>[] = [];

  constructor() {
    const { TUIChatEngine, TUIUserService } = this.engine;
    const logInEngine = TUIChatEngine.login.bind(TUIChatEngine);
    TUIChatEngine.login = (options) => {
      this.log.push(`TUIChatEngine.login ${options.userID}`);
      assert.equal(options.chat, this.chat);
      return this.engineError ? Promise.reject(this.engineError) : logInEngine(options);
    };
    const switchOn = TUIUserService.switchUserStatus.bind(TUIUserService);
    TUIUserService.switchUserStatus = (options) => {
      this.log.push(`switch ${options.displayOnlineStatus}, ${presence.state}`);
      return this.switchError ? Promise.reject(this.switchError as Error) : switchOn(options);
    };
  }

  createLogin(load = (): Promise<LoginPackages> => this.load()): ReturnType<typeof createLogin> {
    const { environment } = this;
    // As a page does, with what is new for each login.
    return createLogin((options, signal) =>
      officialLogin({ load, connect: (engine) => connect(engine), environment })(options, signal),
    );
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
          return this.logoutError ? Promise.reject(this.logoutError) : this.#logOut();
        },
        destroy: async () => {
          this.log.push('TUILogin.destroy');
          if (this.chat!.getLoginUser()) await this.#logOut();
          this.#isDestroyed = true;
        },
        getContext: () => ({ chat: this.chat }),
      },
    } as unknown as LoginPackages);
  }

  /** The user is in until the service has answered, or the SDK has given up. */
  async #logOut(): Promise<void> {
    const { chat } = this;
    if (this.isLogoutLost) {
      await new Promise((resolve) => void this.environment.setTimer(() => resolve({}), NO_ANSWER));
    }
    await chat!.logout();
  }

  #logIn(options: LoginOptions): Promise<unknown> {
    this.log.push(`TUILogin.login ${options.userID}`);
    this.options.push(options);
    if (this.#isDestroyed) this.chat = undefined;
    this.#isDestroyed = false;
    const chat = (this.chat ??= new FakeChat(this.environment));
    if (chat.isReady()) return Promise.resolve({ data: { repeatLogin: true } });
    // The SDK waits for a minute before it tries again.
    if (!this.environment.isOnline()) return new Promise(() => undefined);
    return new Promise((resolve, reject) => {
      this.environment.setTimer(() => {
        if (this.loginError) {
          reject(this.loginError);
          return;
        }
        chat.login(options.userID);
        // `TUILogin` resolves half a second after the SDK is ready.
        if (!this.isLoginReplaced) this.environment.setTimer(() => resolve({}), 500);
      }, 100);
    });
  }

  /** Logs in, and lets `ms` pass until the login has ended. */
  async start(options: Partial<LoginOptions> = {}, ms = 1_000): Promise<Session> {
    const session = this.login({ ...OPTIONS, ...options });
    this.#sessions.push(session);
    session.catch(() => undefined);
    await this.environment.pass(ms);
    return session;
  }

  /** Logs out, and lets `ms` pass until that has ended. */
  async logout(session: Session, ms = 1_000): Promise<void> {
    const logout = session.logout();
    await this.environment.pass(ms);
    await logout;
  }

  /** Ends all logins, so that the shared controller is free again. */
  async end(): Promise<void> {
    this.logoutError = undefined;
    this.isLogoutLost = false;
    for (const session of await Promise.allSettled(this.#sessions)) {
      if (session.status !== 'fulfilled') continue;
      await this.logout(session.value);
    }
  }
}
