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
export const login = createLogin(
  async () => (await import('./sources/engine-packages.js')) as unknown as LoginPackages,
  connect,
);
