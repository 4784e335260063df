/** The people of a world as the elements take them. */

/** @typedef {import('./server/world.js').World} World */

/** The friends of a user. */
export function contactsOf(world, userID) {
  return [...world.account(userID).friends.values()].map((friend) => contact(world, friend));
}

/** All users, for a page with an address book of its own. */
export function allUsersOf(world) {
  return [...world.users.keys()].map((userID) => contact(world, { userID }));
}

/** The members of each group of a user. */
export function groupsOf(world, userID) {
  const { groups } = world.account(userID);
  return Object.fromEntries(
    groups.map(({ groupID }) => [
      groupID,
      world.membersOf(groupID).map((member) => contact(world, { userID: member })),
    ]),
  );
}

/** What a user can be made to be, as the service has it. */
export const simulated = {
  online: { status: 1, customStatus: '' },
  busy: { status: 1, customStatus: 'In a meeting' },
  away: { status: 1, customStatus: 'Be right back' },
  offline: { status: 2, customStatus: '' },
  unknown: { status: 0, customStatus: '' },
};

/** The conversations of a user. */
export function conversationsOf(world, userID) {
  const { conversations, friends, groups } = world.account(userID);
  return conversations.map((conversation) => {
    const { type, id, text, from, time, unread, pinned, muted, mention, draft } = conversation;
    const isGroup = type === 2;
    const user = world.users.get(id);
    const group = groups.find(({ groupID }) => groupID === id);
    const sender = world.users.get(from)?.nick;
    return {
      conversationID: `${isGroup ? 'GROUP' : 'C2C'}${id}`,
      type: isGroup ? 'group' : 'c2c',
      ...(isGroup ? { groupID: id } : { userID: id }),
      name: (isGroup ? group?.name : friends.get(id)?.remark || user?.nick) || id,
      avatar: user?.avatar ?? '',
      lastMessage: isGroup && sender && from !== userID ? `${sender}: ${text}` : text,
      lastMessageTime: time * 1000,
      unreadCount: unread,
      isPinned: pinned,
      isMuted: muted,
      ...(mention && { mention }),
      ...(draft && { draft }),
    };
  });
}

function contact(world, { userID, remark = '', groups = [] }) {
  const { nick, avatar } = world.users.get(userID);
  return { userID, name: nick, remark, avatar, groups };
}
