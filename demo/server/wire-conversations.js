import { eventPush } from './wire.js';

/** What happened to a conversation, the SDK's own numbers. */
const CONVERSATION_DELETED = 1;
const CONVERSATION_PINNED = 2;
const CONVERSATION_UNPINNED = 3;

/** @param {{ type: 1 | 2, id: string }} conversation */
const contactItem = ({ type, id }) =>
  type === 1 ? { Type: 1, Peer_Account: id } : { Type: 2, GroupId: id };

/** @param {{ type: 1 | 2, id: string }} conversation */
export const conversationRemovedPush = (conversation) =>
  eventPush([
    {
      RecentContactMod: [
        {
          PushType: CONVERSATION_DELETED,
          RecentContactDeleteItem: { RecentContactList: [contactItem(conversation)] },
        },
      ],
    },
  ]);

/**
 * What other devices of the user learn when a conversation is pinned, read or muted. No push says that
 * messages were cleared, or a group was muted.
 *
 * @param {import('./world.js').Conversation} conversation
 * @param {Partial<import('./world.js').Conversation>} changed
 */
export function conversationPush(conversation, { pinned, muted, unread }) {
  const { type, id, time, sequence } = conversation;
  /** @type {Record<string, unknown>[]} */
  const events = [];
  if (pinned !== undefined) {
    events.push({
      RecentContactMod: [
        {
          PushType: pinned ? CONVERSATION_PINNED : CONVERSATION_UNPINNED,
          RecentContactTopItem: { RecentContactList: [contactItem(conversation)] },
        },
      ],
    });
  }
  if (unread === 0 && type === 1) {
    const read = { From_Account: id, LastReadTime: time };
    events.push({ C2cNotifyMsgArray: [{ ReadC2cMsgNotify: { UinPairReadArray: [read] } }] });
  }
  if (unread === 0 && type === 2) {
    const read = { GroupId: id, LastReadMsgSeq: sequence };
    events.push({ Event: 5, GroupTips: [{ MsgBody: { GroupReadInfoArray: [read] } }] });
  }
  if (muted !== undefined && type === 1) {
    const sync = { To_Account: [id], MuteNotifications: muted ? 2 : 0 };
    events.push({ C2cNotifyMsgArray: [{ MuteNotificationsSync: sync }] });
  }
  return events.length > 0 ? eventPush(events) : undefined;
}
