import type { Environment } from '../environment.js';
import { presenceError } from '../presence-error.js';
import type { ChatInstance } from '../sources/chat/chat-instance.js';
import { settledWithin } from './bounded-wait.js';

/** A logout is waited for this long, in ms: without a network it takes longer. */
const LOGOUT_SETTLES = 5_000;

/**
 * The SDK gives up a request after 15 s (chat 3.6.6, lite-chat 1.6.13), so nothing arrives later than
 * this, in ms.
 */
export const LAST_ANSWER = 20_000;

/** The logout or the destruction that is under way, of each instance of the SDK. */
const underWay = new WeakMap<ChatInstance, Promise<void>>();

/** Resolves when a logout or a destruction has ended, or after some seconds. */
export function endOf(
  chat: ChatInstance,
  ended: Promise<unknown>,
  environment: Environment,
): Promise<void> {
  const end = settledWithin(ended, LAST_ANSWER, environment).then(() => {
    if (underWay.get(chat) === end) underWay.delete(chat);
  });
  underWay.set(chat, end);
  return settledWithin(end, LOGOUT_SETTLES, environment);
}

/**
 * Waits for the end of the instance's last user. A login that begins before that finds that user, and
 * is ended with them, or destroyed with the instance.
 *
 * @throws PresenceError when it takes more than some seconds, as it does without a network
 */
export async function assertEnded(chat: ChatInstance, environment: Environment): Promise<void> {
  const end = underWay.get(chat);
  if (!end) return;
  await settledWithin(end, LOGOUT_SETTLES, environment);
  if (underWay.has(chat)) throw presenceError('timeout');
}
