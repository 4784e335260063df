import { accountCommands, userOfKey } from './commands/account.js';
import { contactCommands } from './commands/contacts.js';
import { conversationCommands } from './commands/conversations.js';
import { statusCommands } from './commands/statuses.js';
import { codes } from './wire.js';

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
  ...conversationCommands,
  ...statusCommands,
};

const refusals = {
  notLoggedIn: { ErrorCode: codes.notLoggedIn, ErrorInfo: 'not logged in' },
  expired: { ErrorCode: codes.userSigExpired, ErrorInfo: 'usersig expired' },
};

/** Lists of userIDs that may not be empty and should not hold the user themselves. */
const listCommands = Object.keys(statusCommands);

/**
 * Who sends a frame: before login the name in its head, later the connection's own. A request that
 * was written before the line broke arrives on the new one with the key of the old login; after a
 * logout the head names nobody, with an empty text.
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
  const handler = commands[servcmd];
  if (userID === undefined) return handler ? refusals.notLoggedIn : { ErrorCode: 0 };
  const record = ledger.of(userID);
  const calls = ledger.countCall(userID, servcmd, body.To_Account?.length ?? 0);
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
