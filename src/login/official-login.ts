import type { Environment } from '../environment.js';
import type { ChatInstance } from '../sources/chat/chat-instance.js';
import type { ChatEngine } from '../sources/engine/chat-engine.js';
import type { ActiveLogin, EndOptions, LoginDriver } from './active-login.js';
import { passed, unlessAborted } from './bounded-wait.js';
import type { CheckedOptions } from './login-options.js';
import type { LoginPackages } from './login-packages.js';
import { SdkInstance } from './sdk-instance.js';
import { readyLogin, SdkLogin } from './sdk-login.js';
import type { BegunLogin } from './sdk-login.js';
import { withoutForbiddenWorkers } from './worker-policy.js';

export interface OfficialLoginOptions {
  /** Loads the packages; `files` is the option of that name. Rejects with what `loadError` returns. */
  readonly load: (files: string | undefined) => Promise<LoginPackages>;
  readonly connect: (engine: ChatEngine) => () => void;
  readonly environment: Environment;
}

/**
 * `TUILogin` ends a login half a second after the SDK is ready, in ms with some room: by then the SDK
 * must not be logged out, or `TUILogin` throws, or ends the next login in its place (tui-core 2.5.1).
 */
const SETTLES = 600;

/**
 * The login of an instance that was overtaken before the SDK was ready: it takes no other meanwhile
 * (2025).
 */
const overtaken = new WeakMap<ChatInstance, OfficialLogin>();

/**
 * Logs in with the official packages: `TUILogin`, the UIKit engine, then the switch.
 *
 * It connects before the switch, not after it as the official order has it: at the switch the engine
 * subscribes by itself, and a source that is connected then knows how many slots are left.
 */
export function officialLogin({ load, connect, environment }: OfficialLoginOptions): LoginDriver {
  return async ({ files, ...options }, signal) => {
    const packages = await withoutForbiddenWorkers(() => load(files));
    signal.throwIfAborted();
    const begin = async (): Promise<OfficialLogin> => {
      const instance = new SdkInstance(packages, environment);
      const before = instance.chat && overtaken.get(instance.chat);
      await instance.prepareFor(options.userID, before && (() => before.settled()));
      if (before) overtaken.delete(before.chat);
      signal.throwIfAborted();
      return new OfficialLogin(packages, instance, options, environment);
    };
    const onOvertaken = (aborted: OfficialLogin): void => void overtaken.set(aborted.chat, aborted);
    const login = await readyLogin(begin, { environment, signal, onOvertaken });
    login.start(connect);
    await login.switchOn();
    return login;
  };
}

class OfficialLogin implements ActiveLogin, BegunLogin {
  readonly #packages: LoginPackages;
  readonly #instance: SdkInstance;
  readonly #options: CheckedOptions;
  readonly #environment: Environment;
  readonly #sdk: SdkLogin;
  #disconnect: () => void = () => undefined;

  constructor(
    packages: LoginPackages,
    instance: SdkInstance,
    options: CheckedOptions,
    environment: Environment,
  ) {
    this.#packages = packages;
    this.#instance = instance;
    this.#options = options;
    this.#environment = environment;
    const promise = packages.TUILogin.login(options);
    this.#sdk = new SdkLogin(instance.chat!, options.userID, promise, environment);
  }

  get chat(): ChatInstance {
    return this.#sdk.chat;
  }

  /** Waits for the SDK and the engine. */
  async ready(signal: AbortSignal): Promise<void> {
    const { SDKAppID, userID, userSig } = this.#options;
    const { TUIChatEngine } = this.#packages;
    const { chat } = this;
    await unlessAborted(this.#sdk.started(), signal);
    // What was left of an earlier login may have ended the promise of this one, see `SETTLES`.
    await unlessAborted(this.#sdk.ready(), signal);
    // An engine that was logged in as one user with the instance of another would show their friends.
    this.#sdk.assertUser();
    if (!this.#instance.isEngineLoggedIn(userID)) {
      await unlessAborted(TUIChatEngine.login({ chat, SDKAppID, userID, userSig }), signal);
    }
    this.#sdk.assertUser();
  }

  start(connect: (engine: ChatEngine) => () => void): void {
    this.#instance.link();
    this.#disconnect = connect(this.#packages);
  }

  async switchOn(): Promise<void> {
    try {
      await this.#packages.TUIUserService.switchUserStatus({ displayOnlineStatus: true });
    } catch (error) {
      this.#disconnect();
      throw error;
    }
  }

  /** Resolves when the SDK has ended this login, or after some seconds. */
  settled(): Promise<void> {
    return this.#sdk.settled();
  }

  isCurrent(): boolean {
    return this.#sdk.chat === this.#instance.chat && this.#sdk.isCurrent;
  }

  async end({ isPageStopping = false }: EndOptions = {}): Promise<void> {
    this.#disconnect();
    // The SDK logs in again when the page goes on, since it has missed the response to its logout.
    if (isPageStopping && this.isCurrent() && this.#instance.canBeDestroyed) {
      await this.#instance.destroy();
      return;
    }
    await this.#sdk.promiseSettled();
    // A user who has logged in since stays in.
    if (this.isCurrent()) await this.#instance.logOut();
  }

  async otherSettled(): Promise<void> {
    await this.#sdk.otherSettled();
    await passed(this.#environment, SETTLES);
  }
}
