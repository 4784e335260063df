import { pageLanguage } from '../environment.js';
import { stringsFor } from '../i18n/index.js';
import { PresenceError, presenceError } from '../presence-error.js';
import { userIDOf } from '../presence.js';

/** Options of `TUILogin.login` of `@tencentcloud/tui-core`, which takes more than these, and ours. */
export interface LoginOptions {
  SDKAppID: number;
  /** A number is taken as its text. */
  userID: string;
  /** Made by your own server, with the secret key that never leaves it. */
  userSig: string;
  /**
   * `uikit` (default): the official login with its UIKit engine, which an app's other parts can use.
   * `chat`: the Chat SDK alone (`@tencentcloud/lite-chat`), less than half to load.
   */
  sdk?: 'uikit' | 'chat';
  /**
   * A server of one's own in place of the cloud, as a WebSocket address. Only with `sdk: 'uikit'`:
   * `lite-chat` knows no such option (1.6.13, 4.2.1).
   */
  proxyServer?: string;
  /**
   * For script tags: the folder of `tui-presence-engine.js` or `tui-presence-chat.js`, where a page
   * has moved or renamed the script that they normally stand beside.
   */
  files?: string;
  /**
   * `shared` (default): the tabs of this origin in which the user is logged in have one login
   * together, since the service may allow an account only one. `own`: this page logs in by itself,
   * for one that also sends messages through the SDK.
   */
  tabs?: 'shared' | 'own';
  [option: string]: unknown;
}

/** Options whose values were checked. */
export interface CheckedOptions extends LoginOptions {
  readonly SDKAppID: number;
  readonly userID: string;
  readonly userSig: string;
}

const SDKS: readonly unknown[] = ['uikit', 'chat'] satisfies LoginOptions['sdk'][];

/** @throws PresenceError that names the option to correct */
export function checkOptions(options: LoginOptions): CheckedOptions {
  const given = Object(options) as LoginOptions;
  const SDKAppID = Number(given.SDKAppID);
  if (!Number.isSafeInteger(SDKAppID) || SDKAppID <= 0) {
    throw new PresenceError('unknown', 0, stringsFor(pageLanguage()).strings['sdk-app-id']);
  }
  const userID = userIDOf(given.userID);
  if (userID === undefined) throw presenceError('unknown', 0, 'userID');
  const { userSig } = given;
  if (typeof userSig !== 'string' || !userSig) throw presenceError('user-sig-expired');
  const { sdk, proxyServer } = given;
  if (sdk !== undefined && !SDKS.includes(sdk)) throw presenceError('unknown', 0, 'sdk');
  // It would log in to the cloud, with everything that was meant for another server.
  if (sdk === 'chat' && proxyServer) {
    throw new PresenceError('unknown', 0, stringsFor(pageLanguage()).strings['proxy-server']);
  }
  return { ...given, SDKAppID, userID, userSig };
}
