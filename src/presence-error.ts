/** Why presence is not to be had. */
export type PresenceErrorReason =
  | 'feature-disabled'
  | 'plan-unsupported'
  | 'rate-limited'
  | 'timeout'
  | 'not-logged-in'
  | 'user-sig-expired'
  | 'kicked-offline'
  | 'unknown';

/** A failure of the service, in words that say what to do. */
export class PresenceError extends Error {
  readonly reason: PresenceErrorReason;
  /** The Chat SDK's own number; 0 when the failure is not the SDK's. */
  readonly code: number;
  /** Where to read on or to mend it. */
  readonly helpUrl?: string;

  constructor(
    reason: PresenceErrorReason,
    code: number,
    message: string,
    options: { helpUrl?: string; cause?: unknown } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'PresenceError';
    this.reason = reason;
    this.code = code;
    if (options.helpUrl) this.helpUrl = options.helpUrl;
  }
}
