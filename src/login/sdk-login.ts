import type { Environment } from '../environment.js';
import { PresenceError, presenceError } from '../presence-error.js';
import type { ChatInstance } from '../sources/chat/chat-instance.js';
import { settledWithin, unlessAborted } from './bounded-wait.js';
import { observeReturn } from './network-return.js';

/** The event with which the Chat SDK ends its login; `TUILogin` resolves half a second later. */
const SDK_READY = 'sdkStateReady';

/**
 * A login is waited for this long before its logout, in ms: `TUILogin` keeps one pending promise, which
 * never settles if the page's kit logs in once more.
 */
const LOGIN_SETTLES = 1_000;

/** The end of a login that was overtaken is waited for this long, in ms. */
const OVERTAKEN_SETTLES = 5_000;

/** The Chat SDK refuses a login for this long after another one that has not ended, in ms. */
const OTHER_LOGIN_SETTLES = 15_000;

/** What it refuses with, `REPEAT_LOGIN`. */
const OTHER_LOGIN = 2025;

/** The user of the last login of each instance of the SDK, even if that failed. */
const servedUser = new WeakMap<ChatInstance, string>();

/**
 * Whether an instance of the SDK cannot serve this user: it has served another, or is about to, or it is
 * ready without a user, which a kick at the wrong moment of a login leaves behind (lite-chat 1.6.13).
 */
export function isUnfitFor(chat: ChatInstance, userID: string): boolean {
  const user = chat.getLoginUser();
  if (!user && chat.isReady()) return true;
  return [servedUser.get(chat), user].some((each) => each && each !== userID);
}

/** A login that has begun. */
export interface BegunLogin {
  /** Waits until the user is logged in. */
  ready(signal: AbortSignal): Promise<void>;
  /** Resolves when a login by the page itself, which was under way before this one, has ended. */
  otherSettled(): Promise<void>;
}

export interface ReadyLoginOptions<Login> {
  readonly environment: Environment;
  readonly signal: AbortSignal;
  /** Receives a login that was given up before it was ready. */
  readonly onOvertaken: (login: Login) => void;
}

/**
 * Begins a login, and waits until it is ready. Where the SDK refuses it because of a login that the
 * page itself has under way, it is begun once more after that; and each time the network is back, as
 * the SDK waits a minute for its next attempt, and no call makes it connect before that.
 */
export async function readyLogin<Login extends BegunLogin>(
  begin: () => Promise<Login>,
  options: ReadyLoginOptions<Login>,
  mayWait = true,
): Promise<Login> {
  const { environment, signal, onOvertaken } = options;
  const login = await begin();
  const attempt = new AbortController();
  const abort = (): void => attempt.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  const stopObserving = observeReturn(environment, () => attempt.abort());
  try {
    await login.ready(attempt.signal);
    return login;
  } catch (error) {
    if (attempt.signal.aborted) onOvertaken(login);
    const mayBeginAnew = attempt.signal.aborted || (mayWait && isOtherUnderWay(error));
    if (signal.aborted || !mayBeginAnew) throw error;
  } finally {
    stopObserving();
    signal.removeEventListener('abort', abort);
  }
  if (attempt.signal.aborted) return readyLogin(begin, options);
  await unlessAborted(login.otherSettled(), signal);
  return readyLogin(begin, options, false);
}

/** Whether the SDK has refused a login because another one is under way. */
function isOtherUnderWay(error: unknown): boolean {
  return (error as { code?: unknown } | undefined)?.code === OTHER_LOGIN;
}

/** One login of an instance of the SDK, by whatever starts it. */
export class SdkLogin {
  readonly chat: ChatInstance;
  readonly #userID: string;
  /** The user who was in when the login began. */
  readonly #userBefore: string;
  /** The promise of the call that started the login, which fails if a logout comes before it settles. */
  readonly #promise: Promise<unknown>;
  readonly #environment: Environment;

  constructor(
    chat: ChatInstance,
    userID: string,
    promise: Promise<unknown>,
    environment: Environment,
  ) {
    this.chat = chat;
    this.#userID = userID;
    this.#userBefore = chat.getLoginUser();
    this.#promise = promise;
    this.#environment = environment;
    promise.catch(() => undefined);
    servedUser.set(chat, userID);
  }

  /** Resolves when the SDK is ready, or the call that started the login has succeeded. */
  started(): Promise<unknown> {
    const { ready, stop } = this.#observeReady();
    this.#promise.then(stop, stop);
    return Promise.race([this.#promise, ready]);
  }

  /** Resolves when the SDK is ready; `started` may be before that. */
  ready(): Promise<void> {
    return this.chat.isReady() ? Promise.resolve() : this.otherSettled();
  }

  /**
   * @throws PresenceError when the SDK has logged in another user, could not log the last one out, or
   *   has no user any longer, who was kicked meanwhile
   */
  assertUser(): void {
    const actual = this.chat.getLoginUser();
    if (actual === this.#userID) return;
    if (!actual) throw presenceError('kicked-offline');
    // No other login has overtaken this one: the service has not heard of the logout.
    if (actual === this.#userBefore) throw presenceError('timeout');
    throw new PresenceError('superseded', 0, `${this.#userID} was to log in, but ${actual} is.`);
  }

  get isCurrent(): boolean {
    return this.chat.isReady() && this.chat.getLoginUser() === this.#userID;
  }

  /** Resolves when this login has ended, or after some seconds. */
  settled(): Promise<void> {
    return settledWithin(this.#promise, OVERTAKEN_SETTLES, this.#environment);
  }

  /** Resolves when a logout may follow, or after a second. */
  promiseSettled(): Promise<void> {
    return settledWithin(this.#promise, LOGIN_SETTLES, this.#environment);
  }

  /** Resolves when a login by the page itself, which was under way before this one, has ended. */
  otherSettled(): Promise<void> {
    const { ready, stop } = this.#observeReady();
    return settledWithin(ready, OTHER_LOGIN_SETTLES, this.#environment).finally(stop);
  }

  #observeReady(): { ready: Promise<void>; stop: () => void } {
    const { chat } = this;
    let done = (): void => undefined;
    const stop = (): void => chat.off(SDK_READY, done);
    const ready = new Promise<void>((resolve) => {
      done = () => {
        stop();
        resolve();
      };
      chat.on(SDK_READY, done);
    });
    return { ready, stop };
  }
}
