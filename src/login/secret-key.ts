import { PresenceError } from '../presence-error.js';

/**
 * A secret key signs for every user of the app: it must not even be sent to a page. In English,
 * since only a developer reads it.
 */
export function refuseSecretKey(options: unknown): void {
  if (!hasSecretKey(options, DEPTH)) return;
  throw new PresenceError(
    'unknown',
    0,
    'Never put a secret key in a page. Make a UserSig on your server.',
  );
}

/** How many levels of objects are searched: an app's whole configuration may be passed on. */
const DEPTH = 4;

/** `secretKey`, `SECRET_KEY`, `secret-key`, `secret`, `appSecret`, `privateKey` and the like. */
const SECRET = /secret|private[\s_-]*key/i;

function hasSecretKey(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || depth === 0) return false;
  try {
    // Instances of classes are no configuration.
    const prototype: unknown = Object.getPrototypeOf(value);
    const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
    if (!isPlain && !Array.isArray(value)) return false;
    return Object.entries(value).some(
      ([name, each]) => SECRET.test(name) || hasSecretKey(each, depth - 1),
    );
  } catch {
    // A getter threw: its value reaches nothing.
    return false;
  }
}
