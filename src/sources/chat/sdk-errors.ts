import { pageLanguage } from '../../environment.js';
import { stringsFor } from '../../i18n/index.js';
import { PresenceError, presenceError } from '../../presence-error.js';
import type { PresenceErrorReason } from '../../presence-error.js';

/** The Chat SDK's and the service's codes (error code table of Tencent Cloud Chat). */
const REASONS: readonly (readonly [PresenceErrorReason, readonly number[]])[] = [
  ['feature-disabled', [72001]],
  ['plan-unsupported', [3122]],
  ['rate-limited', [2996, 60018, 60019, 60022]],
  ['timeout', [2801]],
  ['not-logged-in', [2024, 2999, -100000]],
  ['user-sig-expired', [70001, 70003, 70005, 70009, 70013, 70014, 70052]],
  ['kicked-offline', [3002, 3003, 3004, 3006]],
];

/** The reason for a code; messages are often empty, so they count only where there is no code. */
export function reasonOf(code: number, message: string): PresenceErrorReason {
  for (const [reason, codes] of REASONS) if (codes.includes(code)) return reason;
  return /package does not support/i.test(message) ? 'plan-unsupported' : 'unknown';
}

/** Turns whatever the SDK or the engine rejects with into an error that says what to do. */
export function toPresenceError(thrown: unknown): PresenceError {
  if (thrown instanceof PresenceError) return thrown;
  if ((Object(thrown) as { name?: unknown }).name === 'SecurityError') {
    const { strings } = stringsFor(pageLanguage());
    return new PresenceError('unknown', 0, strings['storage-denied'], { cause: thrown });
  }
  const { code: given, message: text } = Object(thrown) as { code?: unknown; message?: unknown };
  const code = typeof given === 'number' ? given : 0;
  const detail = typeof text === 'string' ? text : '';
  // Before its login the engine has no chat instance, and throws a TypeError of its own.
  const reason = thrown instanceof TypeError ? 'not-logged-in' : reasonOf(code, detail);
  return presenceError(reason, code, detail, thrown);
}
