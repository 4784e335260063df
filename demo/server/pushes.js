import { conversationPush, conversationRemovedPush } from './wire-conversations.js';
import {
  blockedPush,
  friendAddedPush,
  friendRemovedPush,
  messagePush,
  profilePush,
  remarkPush,
  statusEntry,
  statusPush,
  unblockedPush,
} from './wire.js';
import { groupMessagePush, groupTipPush, removedFromGroupPush } from './wire-groups.js';

/**
 * The push that one connection gets for a change in the world: one's own status and those subscribed to,
 * the profiles of friends, and all that happens to one's own lists.
 *
 * @param {import('./world.js').Change} change
 * @param {import('./connection.js').Connection} connection
 * @param {import('./world.js').World} world
 * @returns {import('./wire.js').Frame | undefined} nothing when it does not concern them
 */
export function pushFor(change, { userID: me, subscriptions }, world) {
  if (me === undefined) return undefined;
  switch (change.kind) {
    case 'status': {
      const { userID } = change;
      if (userID !== me && !subscriptions.has(userID)) return undefined;
      return statusPush([statusEntry(userID, world.statusOf(userID))]);
    }
    case 'profile': {
      const user = world.users.get(change.userID);
      const near = change.userID === me || world.account(me).friends.has(change.userID);
      return user && near ? profilePush(user) : undefined;
    }
    case 'friend-added':
      return change.ownerID === me ? friendAddedPush(change.userID) : undefined;
    case 'friend-removed':
      return change.ownerID === me ? friendRemovedPush(change.userID) : undefined;
    case 'blocked':
      return change.ownerID === me ? blockedPush(change.userID) : undefined;
    case 'unblocked':
      return change.ownerID === me ? unblockedPush(change.userID) : undefined;
    case 'conversation-removed':
      return change.ownerID === me ? conversationRemovedPush(change) : undefined;
    case 'conversation': {
      const { ownerID, conversation, changed } = change;
      return ownerID === me ? conversationPush(conversation, changed) : undefined;
    }
    case 'remark': {
      const friend = world.account(change.ownerID).friends.get(change.userID);
      return change.ownerID === me && friend ? remarkPush(change.userID, friend.remark) : undefined;
    }
    case 'member': {
      if (change.userID === me && !change.isMember) return removedFromGroupPush(change);
      const group = world.account(me).groups.find(({ groupID }) => groupID === change.groupID);
      return group && groupTipPush(group, change, world.membersOf(group.groupID).length);
    }
    case 'message': {
      const { ownerID, conversation } = change;
      if (ownerID !== me) return undefined;
      const sender = world.users.get(conversation.from);
      if (conversation.type === 1) return messagePush(me, conversation, sender);
      const group = world.account(me).groups.find(({ groupID }) => groupID === conversation.id);
      return groupMessagePush(conversation, group?.name ?? '', sender);
    }
  }
}
