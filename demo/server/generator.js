import { makePerson, makeStatus } from './people.js';
import { hashOf, pick, seededRandom } from './random.js';

/** @typedef {import('./world.js').World} World */
/**
 * @typedef {{ seed: number, people: number, friends: number, conversations: number, groups: number,
 *   now: number }} Sizes
 */

/** Real people at the keyboard: each other's friends, and online exactly while logged in. */
const players = ['alice', 'bob', 'carol'];

const friendGroups = ['Team', 'Family', '同学'];
/** Each is one friend's: nobody has two bosses of that name. */
const remarks = [
  'Boss',
  '妈妈',
  'Neighbour (2nd floor)',
  'Zumba',
  'أخي',
  'おばあちゃん',
  'Dr. Weiß',
];
const texts = [
  'See you tomorrow!',
  '好的 👍',
  'Did you get my file?',
  'ありがとう',
  'شكرا',
  '네, 알겠습니다',
];
const groupNames = [
  'Release crew',
  '周末爬山',
  'Quarterly planning and retrospective, all offices',
  '家族',
];
const minutes = 60;

/**
 * The players and enough invented people that two users have overlapping, unequal friends.
 *
 * @param {World} world
 * @param {Sizes} sizes
 */
export function makePeople(world, { seed, people, friends, conversations }) {
  const random = seededRandom(seed);
  for (const userID of players) {
    world.addUser({ userID, nick: userID[0]?.toUpperCase() + userID.slice(1), avatar: '' });
  }
  const count = Math.max(people, Math.ceil(friends * 1.25) + conversations + 10);
  for (let index = 0; index < count; index += 1) {
    world.addUser(makePerson(`user${index}`, random), makeStatus(random));
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
      .map((userID) => ({ userID, wording: 'Hi, may I add you?', time: now - 90 * minutes })),
    groups: Array.from({ length: sizes.groups }, (_, index) => ({
      groupID: `group${index}`,
      name: groupNames[index % groupNames.length] ?? '',
    })),
    conversations: makeConversations(ownerID, friends, strangers, sizes, random),
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
  const left = [...remarks];
  return new Map(
    userIDs.map((userID) => [
      userID,
      {
        userID,
        remark: random() < 0.15 ? (left.shift() ?? '') : '',
        groups: random() < 0.4 ? [pick(friendGroups, random)] : [],
      },
    ]),
  );
}

/**
 * Every tenth partner is no friend, as happens after a friendship ends.
 *
 * @param {string} ownerID
 * @param {ReadonlyMap<string, unknown>} friends
 * @param {readonly string[]} strangers
 * @param {Sizes} sizes
 * @param {() => number} random
 * @returns {import('./world.js').Conversation[]}
 */
function makeConversations(ownerID, friends, strangers, { conversations, groups, now }, random) {
  const known = [...friends.keys()];
  const unknown = strangers.slice(4);
  const partners = Array.from({ length: conversations }, (_, index) =>
    index % 10 === 9 || known.length === 0 ? unknown.shift() : known.shift(),
  ).filter((userID) => userID !== undefined);
  const chats = partners.map((id) => ({ type: /** @type {1 | 2} */ (1), id, from: id }));
  for (let index = 0; index < groups; index += 1) {
    chats.splice(2 + index * 5, 0, { type: 2, id: `group${index}`, from: ownerID });
  }
  return chats.map((chat, index) => ({
    ...chat,
    text: pick(texts, random),
    from: random() < 0.4 ? ownerID : chat.from,
    time: Math.floor(now / 1000) - (index + 1) * 7 * minutes,
    sequence: 1 + Math.floor(random() * 500),
    unread: random() < 0.2 ? 1 + Math.floor(random() * 120) : 0,
    pinned: index === 3,
    muted: random() < 0.1,
  }));
}
