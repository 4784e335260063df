import type { Contact, Conversation } from '../../contacts/contact.js';
import type { Person } from '../../contacts/person.js';
import type { GroupCursor } from '../../people/group.js';
import type { PresenceErrorReason } from '../../presence-error.js';
import type { PresenceState } from '../../presence-events.js';

/** The version of the messages. Tabs with another one have a login of their own. */
export const PROTOCOL = 1;

/** A status as it crosses the channel: user, status type, custom status, and 1 if it is live. */
export type SentStatus = readonly [
  userID: string,
  statusType: number,
  customStatus: string,
  live: 0 | 1,
];

/** What a tab that follows asks the tab that leads to ask the service. */
export type TabRequest =
  | { readonly ask: 'profiles'; readonly userIDs: readonly string[] }
  | { readonly ask: 'members'; readonly groupID: string; readonly next?: GroupCursor }
  | { readonly ask: 'online-count'; readonly groupID: string }
  | { readonly ask: 'own-status'; readonly customStatus: string };

/** What the service has answered: what belongs to the request, or why it was refused. */
export interface TabAnswer {
  readonly persons?: readonly Person[];
  readonly next?: GroupCursor;
  readonly count?: number;
  readonly reason?: PresenceErrorReason;
  readonly code?: number;
  readonly message?: string;
}

/** What a tab says to the others. `to` names the one tab that it is for. */
export type TabMessage =
  /** The tab has the lock; all others say hello to it. */
  | { readonly type: 'leading' }
  /** The tab gives the lock up. */
  | { readonly type: 'leaving' }
  /** A tab follows from now on, with these users observed. */
  | {
      readonly type: 'hello';
      readonly active: boolean;
      readonly live: readonly string[];
      readonly listed: readonly string[];
    }
  /**
   * The browser lets a tab go on that was logged in when it was stopped; its SDK may log in once more
   * by itself, and end the login of the tab that leads now.
   */
  | { readonly type: 'returning' }
  /** What has changed since `hello`; a list that is left out has not. */
  | {
      readonly type: 'interest';
      readonly active: boolean;
      readonly live?: readonly string[];
      readonly listed?: readonly string[];
    }
  | {
      readonly type: 'state';
      readonly to?: string;
      readonly state: PresenceState;
      readonly display: boolean;
      readonly reason?: PresenceErrorReason;
      readonly code?: number;
      readonly message?: string;
    }
  | {
      readonly type: 'lists';
      readonly to?: string;
      readonly contacts?: readonly Contact[];
      readonly conversations?: readonly Conversation[];
      readonly blocked?: readonly string[];
    }
  | { readonly type: 'statuses'; readonly to?: string; readonly statuses: readonly SentStatus[] }
  /** The profiles of these users have changed. */
  | { readonly type: 'profiles'; readonly persons: readonly Person[] }
  /** Users have come to this group, or have left it. */
  | { readonly type: 'members'; readonly groupID: string }
  /** Each tab numbers its requests. */
  | ({ readonly type: 'request'; readonly id: number } & TabRequest)
  | ({ readonly type: 'answer'; readonly to: string; readonly id: number } & TabAnswer)
  | { readonly type: 'switch'; readonly on: boolean }
  | { readonly type: 'retry' }
  /** The service ended the login, and no tab is to log in by itself. */
  | { readonly type: 'ended'; readonly reason: PresenceErrorReason; readonly code: number }
  /** The user has logged out in all tabs. */
  | { readonly type: 'logout' };

/** A message with its sender. */
export type ReceivedMessage = TabMessage & { readonly from: string };

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number';
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const withText =
  (key: string): Check =>
  (value) =>
    isText((Object(value) as Record<string, unknown>)[key]);
const isCursor: Check = (value) => isText(value) || isNumber(value);
const isStatus: Check = (value) =>
  Array.isArray(value) &&
  isText(value[0]) &&
  isNumber(value[1]) &&
  isText(value[2]) &&
  (value[3] === 0 || value[3] === 1);

/** The shape of each message: any page of the origin may post to the channel. */
const SHAPES: Readonly<Record<TabMessage['type'], Readonly<Record<string, Check>>>> = {
  leading: {},
  leaving: {},
  returning: {},
  hello: { active: isFlag, live: listOf(isText), listed: listOf(isText) },
  interest: { active: isFlag, live: optional(listOf(isText)), listed: optional(listOf(isText)) },
  state: {
    to: optional(isText),
    state: (value) =>
      ['idle', 'connecting', 'ready', 'disconnected', 'unavailable'].includes(String(value)),
    display: isFlag,
    reason: optional(isText),
    code: optional(isNumber),
    message: optional(isText),
  },
  lists: {
    to: optional(isText),
    contacts: optional(listOf(withText('userID'))),
    conversations: optional(listOf(withText('conversationID'))),
    blocked: optional(listOf(isText)),
  },
  statuses: { to: optional(isText), statuses: listOf(isStatus) },
  profiles: { persons: listOf(withText('userID')) },
  members: { groupID: isText },
  request: { id: isNumber, ask: isText },
  answer: {
    to: isText,
    id: isNumber,
    persons: optional(listOf(withText('userID'))),
    next: optional(isCursor),
    count: optional(isNumber),
    reason: optional(isText),
    code: optional(isNumber),
    message: optional(isText),
  },
  switch: { on: isFlag },
  retry: {},
  ended: { reason: isText, code: isNumber },
  logout: {},
};

const REQUESTS: Readonly<Record<TabRequest['ask'], Readonly<Record<string, Check>>>> = {
  profiles: { userIDs: listOf(isText) },
  members: { groupID: isText, next: optional(isCursor) },
  'online-count': { groupID: isText },
  'own-status': { customStatus: isText },
};

/** The shape of a message; for a request, which depends on what is asked, of the whole of it. */
function shapeOf(
  type: TabMessage['type'],
  ask: unknown,
): Readonly<Record<string, Check>> | undefined {
  if (type !== 'request') return SHAPES[type];
  const isKnown = typeof ask === 'string' && Object.hasOwn(REQUESTS, ask);
  return isKnown ? { ...SHAPES.request, ...REQUESTS[ask as TabRequest['ask']] } : undefined;
}

/**
 * Reads what came over the channel. `'other-version'` is a message of tabs with another version of
 * the messages; what is no message at all is `undefined`.
 */
export function readMessage(data: unknown): ReceivedMessage | 'other-version' | undefined {
  const { v, from, type } = Object(data) as { v?: unknown; from?: unknown; type?: unknown };
  if (typeof v !== 'number' || !isText(from)) return undefined;
  if (v !== PROTOCOL) return 'other-version';
  if (typeof type !== 'string' || !Object.hasOwn(SHAPES, type)) return undefined;
  const fields = data as Record<string, unknown>;
  const shape = shapeOf(type as TabMessage['type'], fields.ask);
  const isMessage = shape && Object.entries(shape).every(([key, check]) => check(fields[key]));
  return isMessage ? (data as ReceivedMessage) : undefined;
}
