import type { ChatInstance } from './chat-instance.js';

/** What every version of the SDK has had, and by which its instance is recognized. */
const ANY_VERSION = ['on', 'off', 'isReady'] as const;
/** What a version has to be new enough for. */
const NEW_ENOUGH = [
  'getLoginUser',
  'getUserStatus',
  'subscribeUserStatus',
  'unsubscribeUserStatus',
] as const;

const VERSIONS = '@tencentcloud/chat 3 or @tencentcloud/lite-chat 1.6, or newer';

/** The methods that a thing lacks to be an instance of the Chat SDK. */
export function missingOfChat(thing: unknown): string[] {
  return missing(thing, [...ANY_VERSION, ...NEW_ENOUGH]);
}

/** Whether a thing is an instance of the Chat SDK, if only of a version that is too old. */
export function isAnyChat(thing: unknown): thing is ChatInstance {
  return missing(thing, ANY_VERSION).length === 0;
}

/** @throws TypeError when the version of the SDK is too old for user status */
export function assertNewEnough(chat: ChatInstance): void {
  const lacks = missing(chat, NEW_ENOUGH);
  if (lacks.length === 0) return;
  throw new TypeError(`connect(chat) needs ${VERSIONS}; this SDK lacks ${lacks.join(', ')}.`);
}

function missing(thing: unknown, methods: readonly string[]): string[] {
  const given = Object(thing) as Record<string, unknown>;
  return methods.filter((name) => typeof given[name] !== 'function');
}
