import { pageLanguage } from './page.js';
import { PresenceError } from './presence-error.js';
import { mistakeStringsFor } from './words/index.js';

/** A secret key signs for every user of the app: it must not even be sent to a page. */
export function refuseSecretKey(options: unknown): void {
  for (const name of Object.keys(Object(options) as object)) {
    if (/secret_?key/i.test(name)) {
      const { strings } = mistakeStringsFor(pageLanguage());
      throw new PresenceError('unknown', 0, strings['secret-key']);
    }
  }
}
