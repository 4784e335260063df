import { accountCommands, userOfKey } from './commands/account.js';
import { contactChangeCommands } from './commands/contact-changes.js';
import { contactCommands } from './commands/contacts.js';
import { conversationChangeCommands } from './commands/conversation-changes.js';
import { conversationCommands } from './commands/conversations.js';
import { groupCommands } from './commands/groups.js';
import { statusCommands } from './commands/statuses.js';
import { codes, isRecord, isText } from './wire.js';

/**
 * @typedef {object} Context what a command may look at and change
 * @property {import('./cloud.js').Cloud} server
 * @property {import('./connection.js').Connection} connection
 * @property {import('./wire.js').Head} head
 * @property {import('./world.js').World} world
 * @property {string} userID who asks
 * @property {import('./world.js').Account} account what they see
 * @property {import('./ledger.js').UserRecord} record
 *
 * @typedef {(body: Record<string, any>, context: Context) => Record<string, unknown>} Handler
 */

/** @type {Record<string, Handler>} */
const commands = {
  ...accountCommands,
  ...contactCommands,
  ...contactChangeCommands,
  ...conversationCommands,
  ...conversationChangeCommands,
  ...groupCommands,
  ...statusCommands,
};

const refusals = {
  notLoggedIn: { ErrorCode: codes.notLoggedIn, ErrorInfo: 'not logged in' },
  expired: { ErrorCode: codes.userSigExpired, ErrorInfo: 'usersig expired' },
};

/** What a request is answered with that is none, or has something else where the service expects a list. */
export const badRequest = {
  ErrorCode: codes.parametersInvalid,
  ErrorInfo: 'the request is not well formed',
};

/** @param {unknown} value */
const isCount = (value) => Number.isInteger(value) && Number(value) >= 0;

/** @param {unknown} value */
const isTexts = (value) => Array.isArray(value) && value.every(isText);

/**
 * A list of objects, in which some fields are texts, if they are there.
 *
 * @param {...string} names
 */
const isItems =
  (...names) =>
  (/** @type {unknown} */ value) =>
    Array.isArray(value) &&
    value.every((item) => isRecord(item) && names.every((name) => isText(item[name] ?? '')));

/**
 * What the fields that commands read have to be, if they are there.
 *
 * @type {Record<string, (value: unknown) => boolean>}
 */
const fields = {
  To_Account: isTexts,
  UserItem: (value) =>
    Array.isArray(value) && value.every((item) => isRecord(item) && isText(item.To_Account)),
  StartIndex: isCount,
  CustomStatus: isText,
  GroupId: isText,
  GroupName: isTexts,
  GroupOldName: isText,
  GroupNewName: isText,
  Peer_Account: isTexts,
  AddFriendItem: isItems('To_Account', 'Remark', 'GroupName'),
  UpdateItem: (value) =>
    isItems('To_Account')(value) &&
    /** @type {any[]} */ (value).every(({ SnsItem }) => isItems('Tag', 'Value')(SnsItem)),
  UpdateGroupItem: isItems('To_Account', 'UpdateType'),
  ProfileItem: isItems('Tag'),
  ContactItem: isItems('To_Account', 'ToGroupid'),
  RecentContactItem: isItems('To_Account', 'ToGroupid', 'GroupId'),
  C2CMsgReaded: (value) => isRecord(value) && isItems('To_Account')(value.C2CMsgReadedItem),
  Limit: isCount,
  Offset: isCount,
};

/** In these the field names one user, not a list. @type {Record<string, typeof fields>} */
const ownFields = { 'recentcontact.clear_msg': { To_Account: isText, ToGroupid: isText } };

/**
 * @param {Record<string, unknown>} body
 * @param {string} servcmd
 */
const isWellFormed = (body, servcmd) =>
  Object.entries({ ...fields, ...ownFields[servcmd] }).every(
    ([name, fits]) => !Object.hasOwn(body, name) || fits(body[name]),
  );

/** Lists of userIDs that may not be empty and should not hold the user themselves. */
const listCommands = Object.keys(statusCommands);

/**
 * Who sends a frame: before login the name in its head, later the connection's own. A request that
 * was written before the line broke arrives on the new one with the key of the old login; after a
 * logout the head names no user, with an empty text.
 *
 * @param {import('./wire.js').Head} head
 * @param {import('./connection.js').Connection} connection
 */
export const senderOf = (head, connection) =>
  connection.userID ?? (head.identifier || userOfKey(head.a2) || undefined);

/**
 * Obeys one request.
 *
 * @param {import('./wire.js').Frame} frame
 * @param {import('./connection.js').Connection} connection
 * @param {import('./cloud.js').Cloud} server
 * @returns {Record<string, unknown>} the body of the reply
 */
export function answer({ head, body }, connection, server) {
  const { servcmd } = head;
  const userID = senderOf(head, connection);
  const { ledger, world } = server;
  // Signs of life, log reports and the like need no user.
  const handler = Object.hasOwn(commands, servcmd) ? commands[servcmd] : undefined;
  if (handler && !isWellFormed(body, servcmd)) return badRequest;
  if (userID === undefined) return handler ? refusals.notLoggedIn : { ErrorCode: 0 };
  const record = ledger.of(userID);
  const calls = ledger.countCall(
    userID,
    servcmd,
    Array.isArray(body.To_Account) ? body.To_Account.length : 0,
  );
  if (listCommands.includes(servcmd)) countList(body, userID, record);
  const expired = handler && !head.identifier && server.sessions.isExpired(userID);
  const account = world.account(userID);
  const context = { server, connection, head, world, userID, account, record };
  const reply =
    server.faults.failureOf(servcmd) ??
    (expired ? refusals.expired : (handler?.(body, context) ?? { ErrorCode: 0 }));
  if (reply.ErrorCode) calls.refused += 1;
  return reply;
}

/**
 * @param {Record<string, any>} body
 * @param {string} userID
 * @param {import('./ledger.js').UserRecord} record
 */
function countList({ To_Account: userIDs = [], UnsubscribeAll }, userID, record) {
  if (UnsubscribeAll === 1) record.unsubscribeAll += 1;
  else if (userIDs.length === 0) record.emptyLists += 1;
  if (userIDs.includes(userID)) record.selfInLists += 1;
}
