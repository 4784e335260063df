/** The people of a world as the elements take them. */

/** @typedef {import('./server/world.js').World} World */

/** The friends of a user. */
export function contactsOf(world, userID) {
  return [...world.account(userID).friends.values()].map((friend) => contact(world, friend));
}

/** Everybody, for a page with an address book of its own. */
export function everybodyIn(world) {
  return [...world.users.keys()].map((userID) => contact(world, { userID }));
}

/** The conversations of a user. */
export function conversationsOf(world, userID) {
  const { conversations, friends, groups } = world.account(userID);
  return conversations.map(({ type, id, text, from, time, unread, pinned, muted }) => {
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
    };
  });
}

function contact(world, { userID, remark = '', groups = [] }) {
  const { nick, avatar } = world.users.get(userID);
  return { userID, name: nick, remark, avatar, groups };
}
