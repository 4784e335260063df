import { hashOf } from './random.js';

/**
 * The shapes that go over the socket: a request `{head, body}`, a reply with the same `servcmd` and
 * `seq`, and pushes, which answer nothing and carry `seq: 0`.
 *
 * @typedef {{ servcmd: string, seq: number, identifier?: string, usersig?: string, a2?: string,
 *   tinyid?: string, status_instid?: number, sdkappid?: number }} Head
 * @typedef {{ head: Head, body: Record<string, any> }} Frame
 */

/**
 * @param {string} text
 * @returns {Frame | undefined} nothing when it is not a request
 */
export function parseFrame(text) {
  try {
    const { head, body } = JSON.parse(text);
    return typeof head.servcmd === 'string' && body instanceof Object ? { head, body } : undefined;
  } catch {
    return undefined;
  }
}

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

/**
 * @param {string} userID
 * @param {import('./world.js').UserStatus} status
 */
export const statusEntry = (userID, { status, customStatus }) => ({
  To_Account: userID,
  Status: status,
  CustomStatus: btoa(String.fromCharCode(...new TextEncoder().encode(customStatus))),
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

/**
 * @param {string} userID
 * @param {string} remark
 */
export const remarkPush = (userID, remark) =>
  eventPush([
    {
      FriendListMod: [
        {
          PushType: 5,
          FriendUpInfo: [
            { Friend_Account: userID, Sns: [{ Tag: 'Tag_SNS_IM_Remark', ValueBytes: remark }] },
          ],
        },
      ],
    },
  ]);

/**
 * A text message from one user.
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
          From_Account: conversation.from,
          To_Account: ownerID,
          From_AccountNick: sender?.nick ?? '',
          From_AccountHeadurl: sender?.avatar ?? '',
          MsgSeq: conversation.sequence,
          // Time, number and sender's number together are what the client tells messages apart by.
          MsgRandom: hashOf(`${conversation.from} ${conversation.sequence}`),
          TinyId: tinyIDOf(conversation.from),
          MsgTimeStamp: conversation.time,
          MsgClientTime: conversation.time,
          MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: conversation.text } }],
        },
      ],
    },
  ]);

/** @param {number} kickType one of `kickTypes` */
export const kickPush = (kickType) =>
  push('im_open_status.stat_forceoffline', {
    EventArray: [
      { C2cNotifyMsgArray: [{ KickoutMsgNotify: { KickType: kickType, NewInstInfo: {} } }] },
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
