import { endsLogin, PresenceError, presenceError } from './presence-error.js';
import type { CallKind } from './presence-source.js';

/** Keeps the error of a session: which failures are worth one, and what ends it. */
export class SessionError {
  readonly #onChange: (error: PresenceError | undefined) => void;
  #error: PresenceError | undefined;
  /** The last error of a call, by which the same failure of the next call is recognized. */
  #callError: { readonly code: number; readonly kind: CallKind | undefined } | undefined;

  constructor(onChange: (error: PresenceError | undefined) => void) {
    this.#onChange = onChange;
  }

  get isFinal(): boolean {
    return this.#error !== undefined && isFinal(this.#error);
  }

  /** An error without a message gets the page's words for its reason. */
  set(given: PresenceError | undefined): void {
    // A source without types may pass `null`.
    const error = given ?? undefined;
    if (!error) this.#callError = undefined;
    this.#error = error && wordedError(error);
    this.#onChange(this.#error);
  }

  /** The user has logged out: of the failures before, only what has ended the login counts. */
  loggedOut(): void {
    if (this.#error && !endsLogin(this.#error)) this.set(undefined);
  }

  /** @param kind of the call that threw; `undefined` for the start of the source */
  callFailed(thrown: unknown, kind?: CallKind): void {
    const error = toError(thrown);
    if (isFinal(error)) {
      this.set(error);
    } else if (error.reason === 'unknown' && error.code !== this.#callError?.code) {
      // Before the listeners: they may retry, and then the same failure is a new error.
      this.#callError = { code: error.code, kind };
      this.set(error);
    }
  }

  /** A call of another kind that succeeds says nothing about the one that failed. */
  callSucceeded(kind: CallKind): void {
    if (this.#callError?.kind && kind !== this.#callError.kind) return;
    this.#callError = undefined;
    if (this.#error && !this.isFinal) this.set(undefined);
  }
}

/** Whether nothing is called after a failure until `retry()` or another login. */
function isFinal(error: PresenceError): boolean {
  const { reason } = error;
  return reason === 'feature-disabled' || reason === 'plan-unsupported' || endsLogin(error);
}

/** What a call was rejected with, as an error in the page's words. */
export function wordedError(thrown: unknown): PresenceError {
  const error = toError(thrown);
  if (error.message !== '') return error;
  return presenceError(error.reason, error.code, '', error.cause);
}

function toError(thrown: unknown): PresenceError {
  if (thrown instanceof PresenceError) return thrown;
  return new PresenceError('unknown', 0, messageOf(thrown), { cause: thrown });
}

/** The message of whatever a source threw; some values have none, and throw in turn. */
function messageOf(thrown: unknown): string {
  try {
    return String((thrown as Error | undefined)?.message ?? thrown);
  } catch {
    return '';
  }
}
