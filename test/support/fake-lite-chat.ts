import type { ChatPackages, LoginChat } from '../../src/login/chat-login.js';
import type { ChatFriend } from '../../src/sources/chat/chat-instance.js';
import { FakeChat, sdkError } from './fake-chat.js';
import type { FakeEnvironment } from './fake-environment.js';

/** How long a login takes, in ms, and how much of that is left once the service has responded. */
const LOGIN = 100;
const RESPONSE = 20;

/** The Chat SDK's code for a login while another one is under way, and for a wrong UserSig. */
const OTHER_LOGIN = 2025;

/** A login that is never answered, or refused because of another one. */
export type LoginOutcome = 'lost' | 'refused';

/** What the package keeps beside its instances: the next one goes on with it (lite-chat 1.6.13). */
class Shared {
  readonly environment: FakeEnvironment;
  /** The instance there is, if any. */
  chat: FakeLiteChat | undefined;
  /** The friends of the last user, and of all before since the last logout. */
  friends: ChatFriend[] = [];
  /** Whether a login is under way, even that of an instance that was destroyed. */
  isLoggingIn = false;
  /** Called before a user is in. */
  readonly onLogin: (chat: FakeLiteChat, userID: string) => void;

  constructor(environment: FakeEnvironment, onLogin: Shared['onLogin']) {
    this.environment = environment;
    this.onLogin = onLogin;
  }

  /** Adds the friends of a user to those there are, and returns all. */
  addFriends(added: readonly ChatFriend[]): ChatFriend[] {
    const isAdded = ({ userID }: ChatFriend): boolean => added.some((one) => one.userID === userID);
    this.friends = [...this.friends.filter((friend) => !isAdded(friend)), ...added];
    return this.friends;
  }
}

/** An instance of `@tencentcloud/lite-chat`, with its own login. */
export class FakeLiteChat extends FakeChat {
  readonly modules: unknown[] = [];
  /** The error with which the service refuses the next login. */
  loginError: Error | undefined;
  isDestroyed = false;
  nextOutcome: () => LoginOutcome | undefined = () => undefined;
  readonly #shared: Shared;
  /** Whether the service has responded to a login of this instance. */
  #hasResponse = false;
  /** Whether the user was kicked since the last login began. */
  #isKicked = false;

  constructor(shared: Shared) {
    super(shared.environment);
    this.#shared = shared;
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
    const shared = this.#shared;
    if (shared.isLoggingIn || outcome === 'refused') return Promise.reject(sdkError(OTHER_LOGIN));
    shared.isLoggingIn = true;
    this.#hasResponse = this.#isKicked = false;
    return new Promise((resolve, reject) => {
      shared.environment.setTimer(() => {
        // With an instance that is destroyed before the service has responded, its login ends.
        if (this.isDestroyed) return;
        shared.environment.setTimer(() => {
          shared.isLoggingIn = false;
          if (this.loginError) return reject(this.loginError);
          shared.onLogin(this, userID);
          this.friends = shared.addFriends(this.friends);
          // One that is destroyed after that is logged in to the end, and its successor says so.
          if (this.isDestroyed) shared.chat?.emit('sdkStateReady');
          // A kick in the middle leaves an SDK that is ready, and has no user.
          else super.login(this.#isKicked ? '' : userID);
          resolve({});
        }, RESPONSE);
        this.#hasResponse = true;
      }, LOGIN - RESPONSE);
    });
  }

  override kick(...type: Parameters<FakeChat['kick']>): void {
    this.#isKicked = true;
    super.kick(...type);
  }

  /** The friends are only forgotten here, neither by a kick nor with the instance. */
  override logout(): Promise<void> {
    this.#shared.friends = [];
    return super.logout();
  }

  /** It waits for no logout, unlike the whole SDK (lite-chat 1.6.13). */
  override async destroy(): Promise<void> {
    this.isDestroyed = true;
    if (!this.#hasResponse) this.#shared.isLoggingIn = false;
    await super.logout();
    this.emit('sdkDestroy', { SDKAppID: 1 });
  }

  use(modules: readonly unknown[]): void {
    for (const each of modules) if (!this.modules.includes(each)) this.modules.push(each);
  }
}

/** The package, which has one instance until that is destroyed. */
export class FakeLitePackage {
  /** The options of each call of `create`. */
  readonly options: object[] = [];
  /** What the next logins come to, of all instances; those after them succeed. */
  outcomes: LoginOutcome[] = [];
  readonly #shared: Shared;

  constructor(environment: FakeEnvironment, onLogin: Shared['onLogin'] = () => undefined) {
    this.#shared = new Shared(environment, onLogin);
  }

  /** The instance there is, or was last. */
  get chat(): FakeLiteChat | undefined {
    return this.#shared.chat;
  }

  readonly packages = (): ChatPackages => ({
    TencentCloudChat: { create: (options) => this.#create(options) },
    modules: ['conversations', 'friends'],
  });

  #create(options: object): LoginChat {
    this.options.push(options);
    if (!this.#shared.chat || this.#shared.chat.isDestroyed) {
      this.#shared.chat = new FakeLiteChat(this.#shared);
      this.#shared.chat.nextOutcome = () => this.outcomes.shift();
    }
    return this.#shared.chat;
  }
}
