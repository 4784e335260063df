import type { Strings } from '../../src/i18n/index.js';
import { PresenceError } from '../../src/presence-error.js';

/** What a user can do about a refusal; empty where that is up to the developer. */
export function refusalText(error: unknown, strings: Strings): string {
  const reason = error instanceof PresenceError ? error.reason : 'unknown';
  switch (reason) {
    case 'timeout':
    case 'rate-limited':
    case 'not-logged-in':
    case 'kicked-offline':
      return strings[`error-${reason}`];
    case 'user-sig-expired':
      return strings.expired;
    default:
      return '';
  }
}
