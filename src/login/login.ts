import { pageLanguage } from '../environment.js';
import { stringsFor } from '../i18n/index.js';
import type { ChatPackages } from './chat-login.js';
import { loadError } from './load-error.js';
import type { LoginPackages } from './login-packages.js';
import { pageLogin } from './page-login.js';

export type { LogoutOptions, Session } from './active-login.js';
export type { LoginOptions } from './login-options.js';

/**
 * Logs in with the official packages, or with the Chat SDK alone (`sdk: 'chat'`), and connects the
 * page's shared controller to them. The packages are the app's own copies (peer dependencies), loaded
 * with the first call.
 *
 * @throws PresenceError at once when an option looks like a secret key; rejects with one otherwise
 */
export const login = pageLogin({ uikit: loadEngine, chat: loadChat });

// Each import stands in a `try` of its own function, so that bundlers take the packages of the way
// that an app does not use for optional.

async function loadEngine(): Promise<LoginPackages> {
  try {
    // Not by one module that exports from them: in a file that was bundled for a server, what that
    // imports would run at the start, and fail without a window.
    const [engine, { TUILogin }] = await Promise.all([
      import('@tencentcloud/chat-uikit-engine'),
      import('@tencentcloud/tui-core'),
    ]);
    return { ...engine, TUILogin } as unknown as LoginPackages;
  } catch (cause) {
    throw loadError(cause);
  }
}

async function loadChat(): Promise<ChatPackages> {
  try {
    const [{ default: TencentCloudChat }, ...modules] = await Promise.all([
      import('@tencentcloud/lite-chat/basic'),
      import('@tencentcloud/lite-chat/plugins/conversation'),
      import('@tencentcloud/lite-chat/plugins/friend'),
    ]);
    return {
      TencentCloudChat,
      modules: modules.map((module) => module.default),
    } as unknown as ChatPackages;
  } catch (cause) {
    throw loadError(cause, stringsFor(pageLanguage()).strings['chat-package-missing']);
  }
}
