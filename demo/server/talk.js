import { drafts, groupTalks, talks } from './talk-lines.js';
import { hashOf, pick } from './random.js';

/** @typedef {import('./world.js').World} World */
/** @typedef {import('./world.js').Conversation} Conversation */
/** @typedef {{ text: string, isOwn: boolean, isMention: boolean }} Line */

/** So many of the latest conversations go on: those that a page shows without scrolling. */
const lively = 12;

/** @param {string} line @returns {Line} */
const parsed = (line) => {
  const isOwn = line.startsWith('> ');
  const isMention = line.startsWith('@');
  return { text: line.slice(isOwn ? 2 : isMention ? 1 : 0), isOwn, isMention };
};

/** The groups of a world in their order. */
export const groupNames = Object.keys(groupTalks);

/** The groups of a world are called alike for all users. */
const talkOfGroup = (/** @type {string} */ groupID) => {
  const index = Number(/\d+$/.exec(groupID)?.[0] ?? 0);
  return groupTalks[groupNames[index % groupNames.length] ?? ''];
};

/** @param {string} groupID */
export const languageOfGroup = (groupID) => talkOfGroup(groupID).language;

/** @param {string} language */
export const draftIn = (language) => drafts[language] ?? drafts.en;

/**
 * The talk of two people, or of a group: the same for the same ID.
 *
 * @param {string} id the partner's userID
 * @param {string} language of the partner
 * @returns {Line[]}
 */
export const talkWith = (id, language = 'en') => {
  const all = talks[language] ?? talks.en;
  return all[hashOf(`${id} talks`) % all.length].map(parsed);
};

/** @param {string} groupID @returns {Line[]} */
export const talkIn = (groupID) => talkOfGroup(groupID).lines.map(parsed);

/**
 * How many lines at the end of a talk are not answered.
 *
 * @param {readonly Line[]} lines
 * @param {number} at the place of the last line
 */
export function unansweredAt(lines, at) {
  let count = 0;
  while (at - count >= 0 && !lines[at - count]?.isOwn) count += 1;
  return count;
}

/**
 * Lets the talk of an account go on by one message. By itself it is a message of somebody who is
 * online, in one of the latest conversations; nothing happens where no user is.
 *
 * @param {World} world
 * @param {string} ownerID
 * @param {object} options
 * @param {number} options.time unix seconds
 * @param {string} [options.from] lets this user write, whether online or not
 * @param {() => number} [options.random]
 */
export function talkOn(world, ownerID, { time, from, random = Math.random }) {
  const { conversations } = world.account(ownerID);
  if (from !== undefined) {
    const line = conversations.find(({ type, id }) => type === 1 && id === from)?.line;
    return say(world, ownerID, { type: 1, id: from, line }, from, time);
  }
  const isOnline = (/** @type {string} */ userID) => world.statusOf(userID).status === 1;
  const possible = conversations.slice(0, lively).flatMap((conversation) => {
    const { type, id, from: last } = conversation;
    const all = type === 1 ? [id] : world.speakersOf(id).filter((userID) => userID !== last);
    const speakers = all.filter((userID) => userID !== ownerID && isOnline(userID));
    return speakers.length > 0 ? [{ conversation, speakers }] : [];
  });
  // Whoever wrote last lets another one speak, if there is one.
  const others = possible.filter(({ conversation }) => conversation !== conversations[0]);
  const chosen = others.length > 0 ? others : possible;
  if (chosen.length === 0) return;
  const { conversation, speakers } = pick(chosen, random);
  say(world, ownerID, conversation, pick(speakers, random), time);
}

/**
 * @param {World} world
 * @param {string} ownerID
 * @param {Pick<Conversation, 'type' | 'id' | 'line'>} conversation
 * @param {string} from
 * @param {number} time
 */
function say(world, ownerID, { type, id, line: before = -1 }, from, time) {
  const lines = type === 1 ? talkWith(id, world.users.get(id)?.language) : talkIn(id);
  const line = nextLine(lines, before);
  const { text, isMention } = /** @type {Line} */ (lines[line]);
  const mention = isMention ? /** @type {const} */ ('me') : undefined;
  world.receive(ownerID, { type, id, from, text, time, line, ...(mention && { mention }) });
}

/**
 * The place of the next line that others say; after the last one the talk begins again.
 *
 * @param {readonly Line[]} lines
 * @param {number} before
 */
function nextLine(lines, before) {
  for (let step = 1; ; step += 1) {
    const at = (before + step) % lines.length;
    if (!lines[at]?.isOwn) return at;
  }
}
