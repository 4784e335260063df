import { hashOf } from './random.js';

/**
 * The shapes that go over the socket: a request `{head, body}`, a reply with the same `servcmd` and
 * `seq`, and pushes, which answer nothing and carry `seq: 0`.
 *
 * @typedef {{ servcmd: string, seq: number, identifier?: string, usersig?: string, a2?: string,
 *   tinyid?: string, status_instid?: number, sdkappid?: number }} Head
 * @typedef {{ head: Head, body: Record<string, any> }} Frame
 */

/** No request of the SDK is nested deeper. */
const deepest = 20;

/**
 * @param {string} text
 * @returns {{ head: Head, frame?: Frame }} `frame` is missing when it is no request; `head` is then
 *   what an error is answered with
 */
export function parseFrame(text) {
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  const { head, body } = Object(parsed);
  const { servcmd, seq } = Object(head);
  const answered = {
    servcmd: typeof servcmd === 'string' ? servcmd : '',
    seq: typeof seq === 'number' ? seq : 0,
  };
  const isRequest =
    answered.servcmd === servcmd &&
    answered.seq === seq &&
    isRecord(head) &&
    isRecord(body) &&
    ['identifier', 'usersig', 'a2', 'tinyid'].every((name) => isText(head[name] ?? '')) &&
    ['status_instid', 'sdkappid'].every((name) => typeof (head[name] ?? 0) === 'number') &&
    isShallow(parsed, deepest);
  return isRequest ? { head, frame: { head, body } } : { head: answered };
}

/** @param {unknown} value */
export const isText = (value) => typeof value === 'string';

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export const isRecord = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param {unknown} value
 * @param {number} levels
 * @returns {boolean}
 */
const isShallow = (value, levels) =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((each) => isShallow(each, levels - 1)));

/** The number the cloud gives every user. @param {string} userID */
export const tinyIDOf = (userID) => String(144115200000000000n + BigInt(hashOf(userID)));

/** Codes the cloud answers with. */
export const codes = {
  parametersInvalid: 70402,
  accountMissing: 70107,
  userSigExpired: 70001,
  userSigInvalid: 70003,
  notLoggedIn: 70014,
};

/** The kinds of being kicked: another page of the account, another device, the app's own server. */
export const kickTypes = { multipleAccount: 1, multipleDevice: 2, restApi: 3 };

/**
 * @param {string} servcmd
 * @param {Record<string, unknown>} body
 * @returns {Frame}
 */
const push = (servcmd, body) => ({ head: { servcmd, seq: 0 }, body });

/**
 * Anything that happens while a user is logged in. The client looks at the keys of each event only.
 *
 * @param {Record<string, unknown>[]} events
 */
export const eventPush = (events) => push('im_open_push.msg_push', { EventArray: events });

/** @param {ReturnType<typeof statusEntry>[]} entries */
export const statusPush = (entries) => eventPush([{ Event: 21, UserStatusList: entries }]);

/** Custom statuses come down in base64, and go up as they are. @param {string} customStatus */
export const encodedStatus = (customStatus) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(customStatus)));

/**
 * @param {string} userID
 * @param {import('./world.js').UserStatus} status
 */
export const statusEntry = (userID, { status, customStatus }) => ({
  To_Account: userID,
  Status: status,
  CustomStatus: encodedStatus(customStatus),
});

/** @param {import('./world.js').User} user */
export const profilePush = ({ userID, nick, avatar }) =>
  eventPush([
    {
      ProfileDataMod: [
        {
          Profile_Account: userID,
          ProfileList: [
            { Tag: 'Tag_Profile_IM_Nick', ValueBytes: nick },
            { Tag: 'Tag_Profile_IM_Image', ValueBytes: avatar },
          ],
        },
      ],
    },
  ]);

/** @param {string} userID */
export const friendAddedPush = (userID) =>
  eventPush([{ FriendListMod: [{ PushType: 1, FriendAdd_Account: [userID] }] }]);

/** @param {string} userID */
export const friendRemovedPush = (userID) =>
  eventPush([{ FriendListMod: [{ PushType: 2, FriendDel_Account: [userID] }] }]);

/** @param {string} userID */
export const blockedPush = (userID) =>
  eventPush([{ FriendListMod: [{ BlackListAdd_Account: [userID] }] }]);

/** @param {string} userID */
export const unblockedPush = (userID) =>
  eventPush([{ FriendListMod: [{ BlackListDel_Account: [userID] }] }]);

/**
 * @param {string} userID
 * @param {string} remark
 */
export const remarkPush = (userID, remark) => {
  const items = [{ Tag: 'Tag_SNS_IM_Remark', ValueBytes: remark }];
  // The SDK reads `Sns`, and `lite-chat` `SNS`.
  const liteItems = [{ BytesTag: 'Tag_SNS_IM_Remark', BytesValue: remark }];
  const update = { Friend_Account: userID, Sns: items, SNS: liteItems };
  return eventPush([{ FriendListMod: [{ PushType: 5, FriendUpInfo: [update] }] }]);
};

/**
 * What the last message of a conversation consists of.
 *
 * @param {import('./world.js').Conversation} conversation
 */
export const messageBody = ({ text, element }) => [
  element ?? { MsgType: 'TIMTextElem', MsgContent: { Text: text } },
];

/**
 * What all messages have. Time, number and sender's number together are what the client tells
 * messages apart by.
 *
 * @param {import('./world.js').Conversation} conversation
 */
export const messageFields = (conversation) => ({
  From_Account: conversation.from,
  MsgSeq: conversation.sequence,
  MsgRandom: hashOf(`${conversation.from} ${conversation.sequence}`),
  TinyId: tinyIDOf(conversation.from),
  MsgTimeStamp: conversation.time,
  MsgClientTime: conversation.time,
  MsgBody: messageBody(conversation),
});

/**
 * A message from one user.
 *
 * @param {string} ownerID
 * @param {import('./world.js').Conversation} conversation
 * @param {import('./world.js').User | undefined} sender
 */
export const messagePush = (ownerID, conversation, sender) =>
  eventPush([
    {
      Event: 9,
      C2cMsgArray: [
        {
          ...messageFields(conversation),
          To_Account: ownerID,
          From_AccountNick: sender?.nick ?? '',
          From_AccountHeadurl: sender?.avatar ?? '',
        },
      ],
    },
  ]);

/**
 * @param {number} kickType one of `kickTypes`
 * @param {number} instanceID of the login that ends; `lite-chat` ignores a kick of another
 */
export const kickPush = (kickType, instanceID) =>
  push('im_open_status.stat_forceoffline', {
    EventArray: [
      {
        C2cNotifyMsgArray: [
          { KickoutMsgNotify: { KickType: kickType, NewInstInfo: {}, Instid: instanceID } },
        ],
      },
    ],
  });

/**
 * What the app's plan allows.
 *
 * @param {string} bits zeros and ones, the rightmost is bit 0; bit 7 is online status
 */
export const abilityPush = (bits) =>
  push('im_sdk_config_mgr.push_imsdk_purchase_bitsv2', {
    int32_error_code: 0,
    str_purchase_bits: bits,
    uint32_expired_time: 3600,
  });
