import { codes, statusEntry } from '../wire.js';

/** @typedef {import('../answer.js').Handler} Handler */

const tooMany = (/** @type {number} */ limit) => ({
  ErrorCode: codes.parametersInvalid,
  ErrorInfo: `more than ${limit} users in one call`,
});
const emptyList = { ErrorCode: codes.parametersInvalid, ErrorInfo: 'To_Account is empty' };

/**
 * Splits a list of userIDs into those who exist and the errors of those who do not.
 *
 * @param {readonly string[]} userIDs
 * @param {import('../world.js').World} world
 */
function sort(userIDs, world) {
  const known = userIDs.filter((userID) => world.users.has(userID));
  const ErrorList = userIDs
    .filter((userID) => !world.users.has(userID))
    .map((userID) => ({
      To_Account: userID,
      ErrorCode: codes.accountMissing,
      ErrorInfo: 'account not exist',
    }));
  return { known, ErrorList };
}

/** @type {Handler} */
const subscribe = ({ To_Account: userIDs = [] }, { server, connection, world, userID, record }) => {
  if (userIDs.length > server.limits.subscribe) return tooMany(server.limits.subscribe);
  if (userIDs.length === 0) return emptyList;
  const { known, ErrorList } = sort(userIDs, world);
  // The cloud sends one's own changes anyway and takes no subscription to oneself.
  const evicted = connection.subscriptions.add(known.filter((id) => id !== userID));
  record.evicted.push(...evicted);
  record.maxHeld = Math.max(record.maxHeld, connection.subscriptions.size);
  return { ErrorCode: 0, ErrorList };
};

/** @type {Handler} */
const unsubscribe = (body, { server, connection, world }) => {
  if (body.UnsubscribeAll === 1) {
    connection.subscriptions.clear();
    return { ErrorCode: 0, ErrorList: [] };
  }
  const { To_Account: userIDs = [] } = body;
  if (userIDs.length > server.limits.subscribe) return tooMany(server.limits.subscribe);
  if (userIDs.length === 0) return emptyList;
  connection.subscriptions.remove(userIDs);
  return { ErrorCode: 0, ErrorList: sort(userIDs, world).ErrorList };
};

/** @type {Handler} */
const query = ({ To_Account: userIDs = [] }, { server, world }) => {
  if (userIDs.length > server.limits.query) return tooMany(server.limits.query);
  if (userIDs.length === 0) return emptyList;
  const { known, ErrorList } = sort(userIDs, world);
  return {
    ErrorCode: 0,
    UserStatusList: known.map((userID) => statusEntry(userID, world.statusOf(userID))),
    ErrorList,
  };
};

/** @type {Record<string, Handler>} */
export const statusCommands = {
  'im_open_status.ws_status_subscribe': subscribe,
  'im_open_status.ws_status_unsubscribe': unsubscribe,
  'im_open_status.ws_get_user_status': query,
};
