import { makePerson, makeStatus } from './people.js';
import { hashOf, pick, seededRandom } from './random.js';
import { draftIn, groupNames, talkIn, talkWith, unansweredAt } from './talk.js';

/** @typedef {import('./world.js').World} World */
/**
 * @typedef {{ seed: number, people: number, friends: number, conversations: number, groups: number,
 *   members: number, now: number }} Sizes
 */

/** Real people at the keyboard: each other's friends, and online exactly while logged in. */
const players = ['alice', 'bob', 'carol'];

/** @param {string} userID */
export const isPlayer = (userID) => players.includes(userID);

/** By the language that a friend speaks, as are the remarks. */
const friendGroups = {
  en: ['Team', 'Family'],
  zh: ['同学'],
  ja: ['家族'],
  ko: ['팀'],
  ar: ['العائلة'],
};
/** Each is one friend's: no user has two bosses of that name. */
const remarks = {
  en: ['Boss', 'Neighbour (2nd floor)', 'Zumba', 'Dr. Weiß'],
  zh: ['妈妈'],
  ja: ['おばあちゃん'],
  ko: ['이모'],
  ar: ['أخي'],
};

const minute = 60;
/** The last message of the first conversation is so old, in minutes; each next one is older. */
const youngest = 2;
const older = 1.28;
const oldest = 300 * 24 * 60;
/** The places of the conversation that is pinned, and of the one with a draft. */
const pinned = 2;
const drafted = 5;

/**
 * The players and enough invented people that two users have overlapping, unequal friends.
 *
 * @param {World} world
 * @param {Sizes} sizes
 */
export function makePeople(world, { seed, people, friends, conversations, members }) {
  const random = seededRandom(seed);
  for (const userID of players) {
    const nick = userID[0]?.toUpperCase() + userID.slice(1);
    world.addUser({ userID, nick, avatar: '', language: 'en' });
  }
  const count = Math.max(
    people,
    members - players.length,
    Math.ceil(friends * 1.25) + conversations + 10,
  );
  for (let index = 0; index < count; index += 1) {
    const person = makePerson(`user${index}`, random);
    world.addUser(person, makeStatus(random, person.language));
  }
}

/**
 * @param {World} world
 * @param {string} ownerID
 * @param {Sizes} sizes
 * @returns {import('./world.js').Account}
 */
export function makeAccount(world, ownerID, sizes) {
  const random = seededRandom(sizes.seed ^ hashOf(ownerID));
  const friends = makeFriends(world, ownerID, sizes.friends, random);
  const strangers = [...world.users.keys()].filter((id) => id !== ownerID && !friends.has(id));
  const now = Math.floor(sizes.now / 1000);
  return {
    friends,
    blocked: new Set(strangers.slice(0, Math.min(2, sizes.friends))),
    applications: strangers
      .slice(2, 2 + Math.min(2, sizes.friends))
      .map((userID) => ({ userID, wording: 'Hi, may I add you?', time: now - 90 * minute })),
    groups: Array.from({ length: sizes.groups }, (_, index) => ({
      groupID: `group${index}`,
      name: groupNames[index % groupNames.length] ?? '',
    })),
    conversations: makeConversations(world, ownerID, friends, strangers, sizes, random),
  };
}

/**
 * @param {World} world
 * @param {string} ownerID
 * @param {number} count
 * @param {() => number} random
 */
function makeFriends(world, ownerID, count, random) {
  const others = [...world.users.keys()].filter((id) => id !== ownerID && !players.includes(id));
  const turn = Math.floor(random() * others.length);
  const userIDs = [
    ...players.filter((id) => id !== ownerID),
    ...others.slice(turn),
    ...others.slice(0, turn),
  ].slice(0, count);
  const left = structuredClone(remarks);
  return new Map(
    userIDs.map((userID) => {
      const { language = 'en' } = world.users.get(userID) ?? {};
      const remark = random() < 0.15 ? (left[language]?.shift() ?? '') : '';
      const groups = random() < 0.4 ? [pick(friendGroups[language], random)] : [];
      return [userID, { userID, remark, groups }];
    }),
  );
}

/**
 * Every tenth partner is no friend, as happens after a friendship ends. Each talk stands somewhere in
 * its script.
 *
 * @param {World} world
 * @param {string} ownerID
 * @param {ReadonlyMap<string, unknown>} friends
 * @param {readonly string[]} strangers
 * @param {Sizes} sizes
 * @param {() => number} random
 * @returns {import('./world.js').Conversation[]}
 */
function makeConversations(world, ownerID, friends, strangers, sizes, random) {
  const known = [...friends.keys()];
  const unknown = strangers.slice(4);
  const partners = Array.from({ length: sizes.conversations }, (_, index) =>
    index % 10 === 9 || known.length === 0 ? unknown.shift() : known.shift(),
  ).filter((userID) => userID !== undefined);
  const chats = partners.map((id) => ({ type: /** @type {1 | 2} */ (1), id }));
  for (let index = 0; index < sizes.groups; index += 1) {
    chats.splice(2 + index * 5, 0, { type: 2, id: `group${index}` });
  }
  return chats.map(({ type, id }, index) => {
    const { language } = world.users.get(id) ?? {};
    const lines = type === 1 ? talkWith(id, language) : talkIn(id);
    const place = Math.floor(random() * lines.length);
    const mention = lines.findIndex(({ isMention }) => isMention);
    // The pinned one, which is in sight, shows what a mention looks like.
    const isMentioned = index === pinned && mention >= 0;
    const line = isMentioned ? mention : place;
    const { text = '', isOwn = false, isMention = false } = lines[line] ?? {};
    const others = type === 1 ? [id] : world.speakersOf(id).filter((userID) => userID !== ownerID);
    const speaker = pick(others, random);
    const unread = !isOwn && (random() < 0.4 || isMentioned) ? unansweredAt(lines, line) : 0;
    const minutes = Math.min(oldest, youngest * older ** index) + index;
    return {
      type,
      id,
      text,
      line,
      from: isOwn ? ownerID : (speaker ?? id),
      time: Math.floor(sizes.now / 1000 - minutes * minute),
      sequence: 1 + Math.floor(random() * 500),
      unread,
      ...(isMention && unread > 0 && { mention: /** @type {const} */ ('me') }),
      ...(index === drafted && { draft: draftIn(language ?? 'en') }),
      pinned: index === pinned,
      muted: random() < 0.1,
    };
  });
}
