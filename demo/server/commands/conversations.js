import { missedMentions } from '../wire-groups.js';
import { messageBody } from '../wire.js';

/** @typedef {import('../answer.js').Handler} Handler */
/** @typedef {import('../world.js').Conversation} Conversation */

/** How the cloud counts "muted": received, without a notification. */
const receiveOption = (/** @type {boolean} */ muted) => (muted ? 2 : 0);

/**
 * @param {Conversation} conversation
 * @param {import('../world.js').World} world
 * @param {import('../world.js').Account} account
 */
function sessionItem(conversation, world, account) {
  const { id, from, sequence } = conversation;
  const common = {
    Type: conversation.type,
    MsgTimeStamp: conversation.time,
    MsgSeq: sequence,
    MsgRandom: sequence,
    TopFlags: conversation.pinned ? 1 : 0,
    LastMsgFlags: 0,
    UnreadMsgCount: conversation.unread,
    MsgRecvOption: receiveOption(conversation.muted),
    LastMsg: { MsgBody: messageBody(conversation) },
  };
  if (conversation.type === 2) {
    return {
      ...common,
      ToAccount: id,
      GroupNick: account.groups.find(({ groupID }) => groupID === id)?.name ?? '',
      GroupImage: '',
      GroupType: 'Public',
      MsgGroupFrom_Account: from,
      SenderNick: world.users.get(from)?.nick ?? '',
      GroupNextMsgSeq: sequence + 1,
    };
  }
  const user = world.users.get(id);
  return {
    ...common,
    To_Account: id,
    LastC2CMsgFrom_Account: from,
    C2cNick: user?.nick ?? '',
    C2cImage: user?.avatar ?? '',
    C2cRemark: account.friends.get(id)?.remark ?? '',
  };
}

/** @type {Handler} */
const conversations = ({ StartIndex = 0 }, { server, account, world }) => {
  const all = account.conversations;
  const next = Math.min(StartIndex + server.pages.conversations, all.length);
  return {
    ErrorCode: 0,
    // Without this flag the client asks for ever.
    CompleteFlag: next === all.length ? 1 : 0,
    TimeStamp: all[next - 1]?.time ?? 0,
    StartIndex: next,
    TopTimeStamp: 0,
    TopStartIndex: 0,
    GroupItem: [],
    SessionItem: all.slice(StartIndex, next).map((item) => sessionItem(item, world, account)),
  };
};

/** @type {Handler} */
const joinedGroups = (_body, { account }) => ({
  ErrorCode: 0,
  TotalCount: account.groups.length,
  GroupIdList: account.groups.map(({ groupID, name }) => ({
    GroupId: groupID,
    Name: name,
    Type: 'Public',
    FaceUrl: '',
    NextMsgSeq: 1,
    SelfInfo: { Role: 'Member', MsgFlag: 'AcceptAndNotify', MsgSeq: 0 },
  })),
});

/** Communities are another service with the same question; this world has none. @type {Handler} */
const joinedCommunities = () => ({ ErrorCode: 0, TotalCount: 0, GroupIdList: [] });

/** What arrived while the user was logged out: the unread counts and mentions. @type {Handler} */
const missedMessages = (_body, { account }) => ({
  ErrorCode: 0,
  Cookie: 'all',
  SyncFlag: 2,
  MsgList: [],
  EventArray: missedMentions(account.conversations),
  C2CPairUnreadCount: account.conversations
    .filter(({ type, unread }) => type === 1 && unread > 0)
    .map(({ id, unread }) => ({ From_Account: id, UnreadCount: unread })),
});

/** Asked for a conversation that is new: nothing has been read yet. @type {Handler} */
const peerReadTimes = ({ To_Account = [] }) => ({
  ErrorCode: 0,
  ReadTime: To_Account.map(() => 0),
});

/** @type {Handler} */
const conversationGroups = () => ({
  ErrorCode: 0,
  CompleteFlag: 1,
  NextStartIndex: 0,
  GroupItem: [],
});

/** @type {Record<string, Handler>} */
export const conversationCommands = {
  'recentcontact.page_get': conversations,
  'recentcontact.get_contact_group': conversationGroups,
  'group_open_http_svc.get_joined_group_list': joinedGroups,
  'million_group_open_http_svc.get_joined_group_list': joinedCommunities,
  'openim.getmsg': missedMessages,
  'openim.get_peer_read_time': peerReadTimes,
};
