import { toPresenceError } from '../sources/chat/sdk-errors.js';
import type { LoginDriver, Session } from './active-login.js';
import { checkOptions } from './login-options.js';
import type { LoginOptions } from './login-options.js';
import { LoginQueue } from './login-queue.js';
import { refuseSecretKey } from './secret-key.js';

/**
 * @throws PresenceError at once when an option looks like a secret key; rejects with one otherwise,
 * with the reason `superseded` when a login for another user has overtaken this one
 */
export type Login = (options: LoginOptions) => Promise<Session>;

export function createLogin(driver: LoginDriver): Login {
  const queue = new LoginQueue(driver);
  return (options) => {
    refuseSecretKey(options);
    return logIn(queue, options);
  };
}

async function logIn(queue: LoginQueue, options: LoginOptions): Promise<Session> {
  try {
    return await queue.login(checkOptions(options));
  } catch (error) {
    throw toPresenceError(error);
  }
}
