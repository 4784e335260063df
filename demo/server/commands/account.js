import { codes, encodedStatus, tinyIDOf } from '../wire.js';

/** @typedef {import('../answer.js').Handler} Handler */

/**
 * The key a client logs in with again after a lost connection. It names its user, so that pages
 * outlive even a restart of the whole process.
 */
const keyPrefix = 'a2.';

/** @param {string | undefined} a2 */
export const userOfKey = (a2) =>
  a2?.startsWith(keyPrefix) ? a2.slice(keyPrefix.length) : undefined;

/** UserSigs that are refused, so that pages can be shown both refusals. All others are welcome. */
const refusals = new Map([
  ['expired', { ErrorCode: codes.userSigExpired, ErrorInfo: 'usersig expired' }],
  ['bad', { ErrorCode: codes.userSigInvalid, ErrorInfo: 'usersig invalid' }],
]);

/** @type {Handler} */
const login = (_body, { server, world, connection, head }) => {
  const userID = head.identifier ?? userOfKey(head.a2);
  if (!userID) return { ErrorCode: codes.notLoggedIn, ErrorInfo: 'no user to log in' };
  const refusal = head.identifier && refusals.get(head.usersig ?? '');
  if (refusal) return refusal;
  const { ability } = server;
  server.sessions.logIn(connection, userID, head);
  server.limitInstances(userID);
  return {
    ActionStatus: 'OK',
    ErrorCode: 0,
    A2Key: keyPrefix + userID,
    TinyId: tinyIDOf(userID),
    InstId: connection.instanceID,
    HelloInterval: 120,
    TimeStamp: Math.floor(server.now() / 1000),
    CustomStatus: encodedStatus(world.statusOf(userID).customStatus),
    ...(ability.atLogin && { PurchaseBits: ability.bits }),
  };
};

/** @type {Handler} */
const logout = (_body, { server, connection }) => {
  server.sessions.logOut(connection);
  return { ErrorCode: 0 };
};

/** @type {Handler} */
const setCustomStatus = ({ CustomStatus = '' }, { world, userID }) => {
  world.setStatus(userID, { customStatus: CustomStatus });
  return { ErrorCode: 0 };
};

/** @type {Handler} */
const fetchConfig = (_body, { server, head }) => ({
  int32_error_code: 0,
  str_error_message: '',
  str_json_config: JSON.stringify(server.cloudConfig),
  uint32_expired_time: 3600,
  uint32_sdkappid: head.sdkappid ?? 0,
  uint64_version: 1,
});

/** @type {Handler} */
const fetchAbility = (_body, { server: { ability } }) => ({
  int32_error_code: 0,
  str_error_message: '',
  str_purchase_bits: ability.onFetch ? ability.bits : '0',
  uint32_expired_time: 3600,
});

/** @type {Record<string, Handler>} */
export const accountCommands = {
  'im_open_status.wslogin': login,
  'im_open_status.wslogout': logout,
  'im_open_status.ws_set_custom_status': setCustomStatus,
  'im_sdk_config_mgr.fetch_config': fetchConfig,
  'im_sdk_config_mgr.fetch_imsdk_purchase_bitsv2': fetchAbility,
};
