import { presenceError, PresenceError } from '../presence-error.js';

/** What browsers, Node and bundlers say of a module that they cannot find or fetch. */
const NOT_FOUND = /\b(module|import|fetch|resolve|MIME|load denied)/i;

/**
 * The error of a module that could not be loaded: `package-missing` with the message that says what to
 * do, unless the module was found and failed while it ran.
 */
export function loadError(cause: unknown, message?: string): PresenceError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  // A server that answers every address with a page gives that page for a script.
  const isOtherFile = message !== undefined && cause instanceof SyntaxError;
  if (!isOtherFile && !NOT_FOUND.test(detail)) return presenceError('unknown', 0, detail, cause);
  return message === undefined
    ? presenceError('package-missing', 0, detail, cause)
    : new PresenceError('package-missing', 0, message, { cause });
}
