import type { Environment } from '../environment.js';
import type { ChatInstance } from '../sources/chat/chat-instance.js';
import { noteDestroyed } from '../sources/chat/chat-session.js';
import { DisplaySwitch } from '../sources/chat/display-switch.js';
import type { ActiveLogin, EndOptions, LoginDriver } from './active-login.js';
import { unlessAborted } from './bounded-wait.js';
import { assertEnded, endOf, LAST_ANSWER } from './instance-end.js';
import type { CheckedOptions } from './login-options.js';
import { isUnfitFor, readyLogin, SdkLogin } from './sdk-login.js';
import type { BegunLogin } from './sdk-login.js';
import { withoutForbiddenWorkers } from './worker-policy.js';

/** What a login with the SDK alone needs of it. */
export interface LoginChat extends ChatInstance {
  login(options: { userID: string; userSig: string }): Promise<unknown>;
  logout(): Promise<unknown>;
  destroy(): Promise<unknown>;
  /** Adds modules, each of them once. */
  use(modules: readonly unknown[]): void;
}

/** What `login` needs of `@tencentcloud/lite-chat`, its small build with two modules. */
export interface ChatPackages {
  /** `create` returns the same instance for the same app, until that is destroyed. */
  TencentCloudChat: { create(options: { SDKAppID: number }): LoginChat };
  modules: readonly unknown[];
}

export interface ChatLoginOptions {
  /** Loads the packages; `files` is the option of that name. Rejects with what `loadError` returns. */
  readonly load: (files: string | undefined) => Promise<ChatPackages>;
  readonly connect: (chat: ChatInstance) => () => void;
  readonly environment: Environment;
}

/** Instances whose lists may hold what is another user's, until a logout has emptied them. */
const unclean = new WeakSet<ChatInstance>();

/** When the user of an instance has been logged out, by `elapsed` of the environment. */
const loggedOutAt = new WeakMap<ChatInstance, number>();

/** Logs in with the Chat SDK alone, without the UIKit engine. */
export function chatLogin({ load, connect, environment }: ChatLoginOptions): LoginDriver {
  return async ({ files, ...options }, signal) => {
    const packages = await withoutForbiddenWorkers(() => load(files));
    signal.throwIfAborted();
    const begin = async (): Promise<ChatLogin> => {
      const chat = await freshInstance(packages, options, environment);
      signal.throwIfAborted();
      return new ChatLogin(chat, options, environment);
    };
    const onOvertaken = ({ chat }: ChatLogin): void => void unclean.add(chat);
    const login = await readyLogin(begin, { environment, signal, onOvertaken });
    login.start(connect);
    return login;
  };
}

class ChatLogin implements ActiveLogin, BegunLogin {
  readonly chat: LoginChat;
  readonly #options: CheckedOptions;
  readonly #environment: Environment;
  #sdk: SdkLogin;
  #disconnect: () => void = () => undefined;

  constructor(chat: LoginChat, options: CheckedOptions, environment: Environment) {
    this.chat = chat;
    this.#options = options;
    this.#environment = environment;
    this.#sdk = this.#begin();
  }

  async ready(signal: AbortSignal): Promise<void> {
    await this.#ready(signal);
    // The SDK keeps its lists beside its instances, and empties them at a logout alone. What was
    // still arriving for the user before has come by now, since the socket was another. After a kick
    // there is no logout, so this may take more than one.
    while (unclean.has(this.chat)) {
      await this.end();
      await assertEnded(this.chat, this.#environment);
      this.#sdk = this.#begin();
      await this.#ready(signal);
    }
  }

  start(connect: (chat: ChatInstance) => () => void): void {
    this.#disconnect = connect(this.chat);
    DisplaySwitch.of(this.chat).set(true);
  }

  otherSettled(): Promise<void> {
    return this.#sdk.otherSettled();
  }

  isCurrent(): boolean {
    return this.#sdk.isCurrent;
  }

  async end({ isPageStopping = false }: EndOptions = {}): Promise<void> {
    this.#disconnect();
    // The SDK logs in again when the page goes on, since it has missed the response to its logout.
    if (!isPageStopping) await this.#sdk.promiseSettled();
    // A user who has logged in since stays in.
    if (!this.isCurrent()) return;
    if (isPageStopping) await destroy(this.chat, this.#environment);
    else await endOf(this.chat, this.#logOut(), this.#environment);
  }

  async #logOut(): Promise<void> {
    try {
      await this.chat.logout();
    } finally {
      unclean.delete(this.chat);
    }
    loggedOutAt.set(this.chat, this.#environment.elapsed());
  }

  #begin(): SdkLogin {
    const { userID, userSig } = this.#options;
    loggedOutAt.delete(this.chat);
    return new SdkLogin(this.chat, userID, this.chat.login({ userID, userSig }), this.#environment);
  }

  async #ready(signal: AbortSignal): Promise<void> {
    await unlessAborted(this.#sdk.started(), signal);
    await unlessAborted(this.#sdk.ready(), signal);
    this.#sdk.assertUser();
  }
}

/**
 * The SDK's instance outlives its user: what it was still loading for them arrives in the next user's
 * lists. So an instance that has just served another user, or whose login was overtaken, is destroyed;
 * one whose user has been out for a while is not, since with each instance of a page the SDK counts
 * each call once more against its limits, and after some twenty refuses all (lite-chat 1.6.13).
 */
async function freshInstance(
  { TencentCloudChat, modules }: ChatPackages,
  { userID, userSig: _, ...options }: CheckedOptions,
  environment: Environment,
): Promise<LoginChat> {
  // What ends may be destroyed, and another one be created in its place.
  await assertEnded(TencentCloudChat.create(options), environment);
  let chat = TencentCloudChat.create(options);
  const quietSince = (loggedOutAt.get(chat) ?? Infinity) + LAST_ANSWER;
  if (isUnfitFor(chat, userID) && environment.elapsed() < quietSince) unclean.add(chat);
  if (unclean.has(chat)) {
    await destroy(chat, environment);
    await assertEnded(chat, environment);
    chat = TencentCloudChat.create(options);
    unclean.add(chat);
  }
  chat.use(modules);
  return chat;
}

/** Destroys an instance. The next one may be the same object (lite-chat 1.6.13). */
function destroy(chat: LoginChat, environment: Environment): Promise<void> {
  noteDestroyed(chat);
  return endOf(chat, chat.destroy(), environment);
}
