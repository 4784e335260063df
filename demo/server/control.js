import { talkOn } from './talk.js';
import { eventPush, kickTypes } from './wire.js';

/** @typedef {import('./chat-server.js').ChatServer} ChatServer */

const framesShown = 50;

/**
 * What can be done to the server from outside, one JSON object `{"action": name, ...details}` each.
 *
 * @type {Record<string, (server: ChatServer, details: Record<string, any>) => unknown>}
 */
const actions = {
  // The line. `userID` left out means all users.
  drop: (server, { userID }) => server.drop(userID),
  refuse: (server, { ms }) => server.refuse(ms ?? true),
  accept: (server) => server.refuse(false),
  restart: (server) => server.restart(),

  // One command: `command`, and `times`, `ms`, `count`, `code`, `message` as the kind has it.
  fault: (server, fault) => server.faults.add(/** @type {import('./faults.js').Fault} */ (fault)),
  release: (server, { command }) => server.faults.release(command),
  clear: (server, { command }) => server.faults.clear(command),

  // One user.
  kick: (server, { userID, type = kickTypes.multipleAccount }) => server.kick(userID, type),
  expire: (server, { userID }) => server.sessions.expire(userID),
  webInstances: (server, { count }) => {
    server.webInstances = Number(count);
  },
  evict: (server, { userID, userIDs }) => server.evict(userID, userIDs),
  push: (server, { userID, events }) => server.push(userID, eventPush(events)),

  // The plan: `bits`, and whether a client learns of them `atLogin` and `onFetch`.
  ability: (server, { bits, atLogin, onFetch, push }) => {
    const given = Object.entries({ bits, atLogin, onFetch }).filter(
      ([, value]) => value !== undefined,
    );
    Object.assign(server.ability, Object.fromEntries(given));
    if (push) server.pushAbility(server.ability.bits);
  },

  // The world.
  life: (server, { rate }) => server.live(Number(rate) || 0),
  resize: (server, { people, friends, conversations }) =>
    server.resize({
      ...(people !== undefined && { people: Number(people) }),
      ...(friends !== undefined && { friends: Number(friends) }),
      ...(conversations !== undefined && { conversations: Number(conversations) }),
    }),
  status: ({ world }, { userID, status, customStatus, silent }) =>
    world.setStatus(
      userID,
      {
        ...(status !== undefined && { status }),
        ...(customStatus !== undefined && { customStatus }),
      },
      { silent },
    ),
  profile: ({ world }, { userID, nick, avatar }) =>
    world.setProfile(userID, {
      ...(nick !== undefined && { nick }),
      ...(avatar !== undefined && { avatar }),
    }),
  remark: ({ world }, { ownerID, userID, remark }) => world.setRemark(ownerID, userID, remark),
  addFriend: ({ world }, { ownerID, userID, remark, groups }) =>
    world.addFriend(ownerID, userID, { remark, groups }),
  removeFriend: ({ world }, { ownerID, userID }) => world.removeFriend(ownerID, userID),
  setMember: ({ world, now }, { groupID, userID, isMember }) =>
    world.setMember(groupID, userID, isMember, Math.floor(now() / 1000)),
  message: ({ world, now }, { ownerID, from, text, groupID, mention, element }) => {
    const time = Math.floor(now() / 1000);
    if (groupID === undefined) world.receiveMessage(ownerID, from, text, time, element);
    else world.receiveGroupMessage(ownerID, groupID, { from, text, time, mention });
  },

  talk: ({ world, now }, { userID, from }) =>
    talkOn(world, userID, { time: Math.floor(now() / 1000), from }),

  // The books.
  resetLedger: (server) => server.ledger.reset(),
};

/**
 * Obeys one control message.
 *
 * @param {ChatServer} server
 * @param {unknown} message
 * @throws {TypeError} when it is none; the text says what is missing
 */
export function control(server, message) {
  const { action, ...details } = /** @type {Record<string, any>} */ (message ?? {});
  const act = typeof action === 'string' && Object.hasOwn(actions, action) && actions[action];
  if (!act) throw new TypeError(`"action" is one of ${Object.keys(actions).join(', ')}.`);
  act(server, details);
}

/**
 * Everything the server knows about itself, fit for JSON.
 *
 * @param {ChatServer} server
 */
export function stateOf(server) {
  const { ability, faults, ledger, rate, refusing, sessions, webInstances, world } = server;
  const userIDs = new Set(
    [...Object.keys(ledger.users), ...sessions.connections().map(({ userID }) => userID)].filter(
      (userID) => userID !== undefined,
    ),
  );
  const users = [...userIDs].map((userID) => [
    userID,
    {
      ...ledger.of(userID),
      connections: sessions.connections(userID).length,
      subscriptions: server.subscriptionsOf(userID),
      status: world.statusOf(userID),
    },
  ]);
  return {
    world: { ...world.sizes, rate },
    connections: sessions.connections().length,
    refusing,
    webInstances,
    ability,
    faults: faults.rules,
    held: faults.held,
    users: Object.fromEntries(users),
    frames: ledger.frames.slice(-framesShown),
  };
}
