import { connect } from './connect.js';
import { createLogin } from './login-sequence.js';
import type { LoginPackages } from './login-sequence.js';

export type { LoginOptions, Session } from './login-sequence.js';

/**
 * Logs in with the official packages and connects the page's shared controller to them. The packages
 * are the app's own copies (peer dependencies), loaded on the first call.
 *
 * @throws at once when an option looks like a secret key; rejects with a `PresenceError` otherwise
 */
export const login = createLogin(async () => {
  // Not by one module that exports from them: in a file that was bundled for a server, what that
  // imports would run at the start, and trip over the missing window.
  const [engine, { TUILogin }] = await Promise.all([
    import('@tencentcloud/chat-uikit-engine'),
    import('@tencentcloud/tui-core'),
  ]);
  return { ...engine, TUILogin } as unknown as LoginPackages;
}, connect);
