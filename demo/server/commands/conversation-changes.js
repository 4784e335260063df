import { removeConversation, updateConversation } from '../conversation.js';

/** @typedef {import('../answer.js').Handler} Handler */
/** @typedef {{ Type: 1 | 2, To_Account?: string, ToGroupid?: string, GroupId?: string }} ContactItem */

/** @param {ContactItem} item */
const named = ({ Type, To_Account, ToGroupid, GroupId }) => ({
  type: Type,
  id: To_Account ?? ToGroupid ?? GroupId ?? '',
});

/** @type {Handler} */
const deleteConversations = ({ ContactItem = [] }, { world, userID }) => ({
  ErrorCode: 0,
  ResultItem: ContactItem.map((/** @type {ContactItem} */ item) => {
    removeConversation(world, userID, named(item));
    return { ...item, ResultCode: 0, ResultInfo: '' };
  }),
});

/** @type {Handler} */
const pinConversations = ({ OperationType, RecentContactItem = [] }, { world, userID }) => {
  for (const item of RecentContactItem) {
    updateConversation(world, userID, named(item), { pinned: OperationType === 1 });
  }
  return { ErrorCode: 0 };
};

/** The messages go, and the conversation stays. @type {Handler} */
const clearMessages = (body, { world, userID }) => {
  const cleared = { text: '', element: undefined, unread: 0 };
  updateConversation(world, userID, named(/** @type {ContactItem} */ (body)), cleared);
  return { ErrorCode: 0 };
};

/** @type {Handler} */
const readMessages = ({ C2CMsgReaded }, { world, userID }) => {
  for (const { To_Account } of C2CMsgReaded?.C2CMsgReadedItem ?? []) {
    updateConversation(world, userID, { type: 1, id: To_Account }, { unread: 0 });
  }
  return { ErrorCode: 0 };
};

/** @type {Handler} */
const readGroupMessages = ({ GroupId }, { world, userID }) => {
  updateConversation(world, userID, { type: 2, id: GroupId }, { unread: 0 });
  return { ErrorCode: 0 };
};

/** Of users: those of groups are the user's own profile in each. @type {Handler} */
const muteUsers = ({ Peer_Account = [], Mute_Notifications }, { world, userID }) => {
  for (const id of Peer_Account) {
    updateConversation(world, userID, { type: 1, id }, { muted: Mute_Notifications !== 0 });
  }
  return { ErrorCode: 0, ErrorList: [] };
};

/** What a user changes in the own conversations. @type {Record<string, Handler>} */
export const conversationChangeCommands = {
  'recentcontact.batch_delete': deleteConversations,
  'recentcontact.top': pinConversations,
  'recentcontact.clear_msg': clearMessages,
  'openim.msgreaded': readMessages,
  'openim.set_c2c_peer_mute_notifications': muteUsers,
  'group_open_http_svc.msg_read_report': readGroupMessages,
};
