import { PresenceError } from './presence-error.js';

/**
 * A secret key signs for every user of the app: it must not even be sent to a page. In English, since
 * it is the developer who hears of it.
 */
export function refuseSecretKey(options: unknown): void {
  if (Object.keys(Object(options) as object).some((name) => /secret_?key/i.test(name))) {
    throw new PresenceError(
      'unknown',
      0,
      'Never put a secret key in a page. Make a UserSig on your server.',
    );
  }
}
