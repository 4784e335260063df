/**
 * @typedef {{ MsgType: string, MsgContent: Record<string, unknown> }} MessageElement what a message
 *   consists of, such as a picture (`TIMImageElem`)
 *
 * @typedef {object} Conversation
 * @property {1 | 2} type 1 with one user, 2 with a group
 * @property {string} id the partner's userID or the group's id
 * @property {string} text the last message
 * @property {MessageElement} [element] of a last message that is no text
 * @property {'me' | 'all'} [mention] whom unread messages of a group mention
 * @property {string} from who wrote it
 * @property {number} time unix seconds
 * @property {number} sequence
 * @property {number} unread
 * @property {boolean} pinned
 * @property {boolean} muted
 * @property {number} [line] where the scripted talk stands, see talk.js
 * @property {string} [draft] begun by the owner and not sent: a client keeps it for itself
 *
 * @typedef {Pick<Conversation, 'type' | 'id' | 'text' | 'element' | 'mention' | 'from' | 'time' | 'line'>} NewMessage
 */

/**
 * Puts the conversation of a message on top of the others, made when the message is its first.
 *
 * @param {Conversation[]} conversations newest first
 * @param {NewMessage} message
 * @returns {Conversation}
 */
export function takeMessage(conversations, message) {
  const index = conversations.findIndex(
    ({ type, id }) => type === message.type && id === message.id,
  );
  const [before] = index < 0 ? [] : conversations.splice(index, 1);
  /** @type {Conversation} */
  const conversation = {
    line: before?.line,
    ...message,
    sequence: (before?.sequence ?? 0) + 1,
    unread: (before?.unread ?? 0) + 1,
    pinned: before?.pinned ?? false,
    muted: before?.muted ?? false,
  };
  conversations.unshift(conversation);
  return conversation;
}

/**
 * @param {import('./world.js').World} world
 * @param {string} ownerID
 * @param {{ type: 1 | 2, id: string }} of
 * @param {Partial<Conversation>} changed
 */
export function updateConversation(world, ownerID, { type, id }, changed) {
  const { conversations } = world.account(ownerID);
  const conversation = conversations.find((each) => each.type === type && each.id === id);
  if (!conversation) return;
  Object.assign(conversation, changed);
  world.tell({ kind: 'conversation', ownerID, conversation, changed });
}

/**
 * @param {import('./world.js').World} world
 * @param {string} ownerID
 * @param {{ type: 1 | 2, id: string }} of
 */
export function removeConversation(world, ownerID, { type, id }) {
  const { conversations } = world.account(ownerID);
  const index = conversations.findIndex((each) => each.type === type && each.id === id);
  if (index < 0) return;
  conversations.splice(index, 1);
  world.tell({ kind: 'conversation-removed', ownerID, type, id });
}
