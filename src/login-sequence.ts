import { pageLanguage } from './page.js';
import { PresenceError, presenceError } from './presence-error.js';
import type { ChatEngine, ChatInstance } from './sources/chat-engine.js';
import { refuseSecretKey } from './secret-key.js';
import { toPresenceError } from './sources/engine-errors.js';
import { errorStringsFor } from './words/index.js';
import { withoutForbiddenWorkers } from './worker-policy.js';

/** What `login` needs of the Tencent packages. */
export interface LoginPackages extends ChatEngine {
  TUILogin: {
    login(options: object): Promise<unknown>;
    logout(): Promise<unknown>;
    getContext(): { chat?: unknown };
  };
  TUIChatEngine: ChatEngine['TUIChatEngine'] & { login(options: object): Promise<unknown> };
}

/** Options of `TUILogin.login` of `@tencentcloud/tui-core`, which takes more than these. */
export interface LoginOptions {
  SDKAppID: number;
  userID: string;
  /** Made by your own server, with the secret key that never leaves it. */
  userSig: string;
  /** A server of one's own in place of the cloud, as a WebSocket address. */
  proxyServer?: string;
  [option: string]: unknown;
}

/** A login that lasts until its `logout`. */
export interface Session {
  readonly userID: string;
  logout(): Promise<void>;
}

export type Login = (options: LoginOptions) => Promise<Session>;

/** The event of the Chat SDK that ends its login; `TUILogin` tells of it half a second later. */
const SDK_READY = 'sdkStateReady';

/**
 * Makes a `login` over packages that are loaded when it is first called.
 *
 * Connects before the switch, not after it as the official order has it: at the switch the engine
 * subscribes by itself, and whoever listens then knows how many places are left.
 */
export function createLogin(
  load: () => Promise<LoginPackages>,
  connect: (engine: ChatEngine) => () => void,
): Login {
  const settled: Settled = { login: Promise.resolve() };
  return (options) => {
    refuseSecretKey(options);
    return logIn(options, load, connect, settled).catch((error: unknown) => {
      throw toPresenceError(error);
    });
  };
}

/** `TUILogin` trips over a logout that comes before its own login has ended. */
interface Settled {
  login: Promise<unknown>;
}

async function logIn(
  options: LoginOptions,
  load: () => Promise<LoginPackages>,
  connect: (engine: ChatEngine) => () => void,
  settled: Settled,
): Promise<Session> {
  const { SDKAppID, userID, userSig } = checked(options);
  const packages = await withoutForbiddenWorkers(load).catch((cause: Error) => {
    // Browsers throw what also the engine does where nobody has logged in: a `TypeError`.
    throw presenceError('unknown', 0, cause.message, cause);
  });
  const { TUILogin, TUIChatEngine, TUIUserService } = packages;
  const loggedIn = chatOf(TUILogin);
  // The SDK would answer "already logged in" and go on as whoever that is.
  await settled.login;
  if (loggedIn?.isReady() && loggedIn.getLoginUser() !== userID) await TUILogin.logout();
  const login = TUILogin.login({ ...options, SDKAppID, userID, userSig });
  settled.login = login.catch(() => undefined);
  const chat = chatOf(TUILogin)!;
  await Promise.race([login, ready(chat, login)]);
  await TUIChatEngine.login({ chat, SDKAppID, userID, userSig });
  const disconnect = connect(packages);
  try {
    await TUIUserService.switchUserStatus({ displayOnlineStatus: true });
  } catch (error) {
    disconnect();
    throw error;
  }
  return {
    userID,
    async logout() {
      try {
        await settled.login;
        // Whoever has logged in since stays in.
        if (chat.getLoginUser() === userID) await TUILogin.logout();
      } finally {
        disconnect();
      }
    },
  };
}

function chatOf(TUILogin: LoginPackages['TUILogin']): ChatInstance | undefined {
  return TUILogin.getContext().chat as ChatInstance | undefined;
}

function ready(chat: ChatInstance, login: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      chat.off(SDK_READY, done);
      resolve();
    };
    chat.on(SDK_READY, done);
    login.then(done, done);
  });
}

function checked(options: LoginOptions): { SDKAppID: number; userID: string; userSig: string } {
  const { SDKAppID, userID, userSig } = Object(options) as LoginOptions;
  const id = Number(SDKAppID);
  if (!Number.isSafeInteger(id) || id <= 0) {
    throw new PresenceError('unknown', 0, errorStringsFor(pageLanguage()).strings['sdk-app-id']);
  }
  if (typeof userID !== 'string' || !userID) throw presenceError('unknown', 0, 'userID');
  if (typeof userSig !== 'string' || !userSig) throw presenceError('user-sig-expired');
  return { SDKAppID: id, userID, userSig };
}
