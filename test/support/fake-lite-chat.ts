import type { ChatPackages, LoginChat } from '../../src/login/chat-login.js';
import { FakeChat, sdkError } from './fake-chat.js';
import type { FakeEnvironment } from './fake-environment.js';

/** How long a login takes, in ms. */
const LOGIN = 100;

/** The Chat SDK's code for a login while another one is under way, and for a wrong UserSig. */
const OTHER_LOGIN = 2025;

/** A login that is never answered, or refused because of another one. */
export type LoginOutcome = 'lost' | 'refused';

/** An instance of `@tencentcloud/lite-chat`, with its own login. */
export class FakeLiteChat extends FakeChat {
  readonly modules: unknown[] = [];
  /** The error with which the service refuses the next login. */
  loginError: Error | undefined;
  isDestroyed = false;
  /** Called before a user is in. */
  onLogin: (userID: string) => void = () => undefined;
  nextOutcome: () => LoginOutcome | undefined = () => undefined;
  readonly #environment: FakeEnvironment;
  #isLoggingIn = false;

  constructor(environment: FakeEnvironment) {
    super(environment);
    this.#environment = environment;
  }

  override login(userID: string): void;
  /** The SDK's own login, as an app calls it. */
  override login(options: { userID: string }): Promise<unknown>;
  override login(given: string | { userID: string }): unknown {
    if (typeof given === 'string') return super.login(given);
    const { userID } = given;
    if (this.isReady()) return Promise.resolve({ data: { repeatLogin: true } });
    const outcome = this.nextOutcome();
    if (outcome === 'lost') return new Promise(() => undefined);
    if (this.#isLoggingIn || outcome === 'refused') return Promise.reject(sdkError(OTHER_LOGIN));
    this.#isLoggingIn = true;
    return new Promise((resolve, reject) => {
      this.#environment.setTimer(() => {
        this.#isLoggingIn = false;
        // An instance that was destroyed meanwhile logs no user in.
        if (this.isDestroyed) return;
        if (this.loginError) {
          reject(this.loginError);
          return;
        }
        this.onLogin(userID);
        super.login(userID);
        resolve({});
      }, LOGIN);
    });
  }

  /** It waits for no logout, unlike the whole SDK (lite-chat 1.6.13). */
  override async destroy(): Promise<void> {
    this.isDestroyed = true;
    await super.logout();
    this.emit('sdkDestroy', { SDKAppID: 1 });
  }

  use(modules: readonly unknown[]): void {
    for (const each of modules) if (!this.modules.includes(each)) this.modules.push(each);
  }
}

/** The package, which has one instance until that is destroyed. */
export class FakeLitePackage {
  chat: FakeLiteChat | undefined;
  /** The options of each call of `create`. */
  readonly options: object[] = [];
  /** What the next logins come to, of all instances; those after them succeed. */
  outcomes: LoginOutcome[] = [];
  readonly #environment: FakeEnvironment;
  readonly #onLogin: (userID: string) => void;

  constructor(environment: FakeEnvironment, onLogin: (userID: string) => void = () => undefined) {
    this.#environment = environment;
    this.#onLogin = onLogin;
  }

  readonly packages = (): ChatPackages => ({
    TencentCloudChat: { create: (options) => this.#create(options) },
    modules: ['conversations', 'friends'],
  });

  #create(options: object): LoginChat {
    this.options.push(options);
    if (!this.chat || this.chat.isDestroyed) {
      this.chat = new FakeLiteChat(this.#environment);
      this.chat.onLogin = this.#onLogin;
      this.chat.nextOutcome = () => this.outcomes.shift();
    }
    return this.chat;
  }
}
