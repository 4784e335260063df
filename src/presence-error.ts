import { pageLanguage } from './environment.js';
import { stringsFor } from './i18n/index.js';

/** Why there are no statuses, or why a login failed. */
export type PresenceErrorReason =
  | 'feature-disabled'
  | 'plan-unsupported'
  | 'rate-limited'
  | 'timeout'
  | 'not-logged-in'
  | 'user-sig-expired'
  | 'kicked-offline'
  | 'superseded'
  | 'package-missing'
  | 'unknown';

const NAME = 'PresenceError';

/** A failure of the service, in words that say what to do. */
export class PresenceError extends Error {
  readonly reason: PresenceErrorReason;
  /** The Chat SDK's own number; 0 when the failure is not the SDK's. */
  readonly code: number;
  /** Where to read on or to mend it. */
  readonly helpUrl?: string;

  /** @param message empty: the controller puts its words for the reason there */
  constructor(
    reason: PresenceErrorReason,
    code: number,
    message: string,
    options: { helpUrl?: string; cause?: unknown } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = NAME;
    this.reason = reason;
    this.code = code;
    if (options.helpUrl) this.helpUrl = options.helpUrl;
  }

  /** Several copies of this package may meet on a page, and an error of one is an error to all. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === NAME;
  }
}

/** Whether the service has ended the login: the user has to log in again. */
export function endsLogin(error: PresenceError): boolean {
  return error.reason === 'kicked-offline' || error.reason === 'user-sig-expired';
}

/** The console where both the switch and the plan are found. */
const CONSOLE = 'https://console.trtc.io/';

/**
 * An error in the page's language, with the way to mend it. What the SDK says itself is added where
 * the reason is not known, and kept as the cause.
 */
export function presenceError(
  reason: PresenceErrorReason,
  code = 0,
  detail = '',
  cause?: unknown,
): PresenceError {
  const helpUrl =
    reason === 'feature-disabled' || reason === 'plan-unsupported' ? CONSOLE : undefined;
  const said = [code, detail].filter(Boolean).join(': ');
  const message = stringsFor(pageLanguage()).strings[`error-${reason}`];
  return new PresenceError(
    reason,
    code,
    reason === 'unknown' && said ? `${message} (${said})` : message,
    { ...(helpUrl && { helpUrl }), ...(cause !== undefined && { cause }) },
  );
}
