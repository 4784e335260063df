import { hashOf } from './random.js';
import { eventPush, messageFields } from './wire.js';

/**
 * A message in a group, and whom it mentions in an event of its own.
 *
 * @param {import('./world.js').Conversation} conversation
 * @param {string} groupName
 * @param {import('./world.js').User | undefined} sender
 */
export const groupMessagePush = (conversation, groupName, sender) =>
  eventPush([
    {
      Event: 3,
      GroupMsgArray: [
        {
          ...messageFields(conversation),
          ToGroupId: conversation.id,
          GroupInfo: {
            GroupId: conversation.id,
            GroupName: groupName,
            GroupType: 'Public',
            From_AccountNick: sender?.nick ?? '',
            From_AccountHeadurl: sender?.avatar ?? '',
          },
        },
      ],
    },
    ...(conversation.mention
      ? [
          {
            Event: 12,
            GroupTips: [{ ...mentionID(conversation), GroupAtTips: mention(conversation) }],
          },
        ]
      : []),
  ]);

/** How someone comes to a group or leaves it, the SDK's `GRP_TIP_MBR_JOIN` and `GRP_TIP_MBR_QUIT`. */
const MEMBER_JOINS = 1;
const MEMBER_QUITS = 2;

/**
 * A notice in a group: someone has joined it, or left it.
 *
 * @param {{ groupID: string, name: string }} group
 * @param {{ userID: string, isMember: boolean, sequence: number, time: number }} change
 * @param {number} members how many there are now
 */
export const groupTipPush = ({ groupID, name }, { userID, isMember, sequence, time }, members) =>
  eventPush([
    {
      Event: 4,
      GroupTips: [
        {
          ToGroupId: groupID,
          From_Account: userID,
          MsgSeq: sequence,
          MsgRandom: hashOf(`${groupID} ${sequence}`),
          MsgTimeStamp: time,
          GroupInfo: { GroupId: groupID, GroupName: name, GroupType: 'Public' },
          MsgBody: {
            OpType: isMember ? MEMBER_JOINS : MEMBER_QUITS,
            Operator_Account: userID,
            List_Account: [userID],
            MemberNum: members,
          },
        },
      ],
    },
  ]);

/** What tells a user of the removal from a group. */
const REMOVED = 4;

/**
 * A notice to one user, who has been removed from a group.
 *
 * @param {{ groupID: string, sequence: number, time: number }} change
 */
export const removedFromGroupPush = ({ groupID, sequence, time }) =>
  eventPush([
    {
      Event: 5,
      GroupTips: [
        {
          ToGroupId: groupID,
          From_Account: '@TIM#SYSTEM',
          MsgSeq: sequence,
          MsgRandom: hashOf(`${groupID} ${sequence}`),
          MsgTimeStamp: time,
          GroupInfo: { GroupId: groupID, GroupName: '', GroupType: 'Public' },
          MsgBody: { ReportType: REMOVED, Operator_Account: 'administrator', GroupType: 'Public' },
        },
      ],
    },
  ]);

/** The kinds of a mention, the values of the SDK's `CONV_AT_ME` and `CONV_AT_ALL`. */
const mentionTypes = { me: 1, all: 2 };

/** @param {import('./world.js').Conversation} conversation */
const mention = ({ id, from, sequence, mention: whom }) => ({
  GroupId: id,
  From_Account: from,
  MsgSeq: sequence,
  GroupAtType: whom ? [mentionTypes[whom]] : [],
});

/** By this the client says that a mention has been read. @param {import('./world.js').Conversation} one */
const mentionID = ({ from, sequence }) => ({
  MsgRandom: hashOf(`mention ${from} ${sequence}`),
  ClientSeq: sequence,
});

/**
 * The mentions that came while the user was logged out.
 *
 * @param {readonly import('./world.js').Conversation[]} conversations
 */
export const missedMentions = (conversations) =>
  conversations
    .filter((one) => one.mention && one.unread > 0)
    .map((one) => ({ Event: 12, GroupTips: [{ ...mentionID(one), MsgBody: mention(one) }] }));
