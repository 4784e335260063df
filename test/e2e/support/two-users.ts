import { makeWorld } from '../../../demo/server/world.js';

/** How many friends Bob has, `bobs0` and so on, who are all online. */
export const BOBS_FRIENDS = 12;

/** A world in which Alice and Bob have no friend in common, and the IDs of Alice's friends. */
export function worldOfTwo(friends: number) {
  const world = makeWorld({ friends, conversations: 6 });
  const alices = [...world.account('alice').friends.keys()].filter((userID) => userID !== 'bob');
  const bob = world.account('bob');
  bob.friends.clear();
  bob.conversations.length = 0;
  for (let friend = 0; friend < BOBS_FRIENDS; friend++) {
    const userID = `bobs${friend}`;
    const profile = { userID, nick: `Friend ${friend}`, avatar: '' };
    world.addUser(profile, { status: 1, customStatus: '' });
    bob.friends.set(userID, { userID, remark: '', groups: [] });
  }
  return { world, alices };
}

/** A script for the page: observes all contacts, the first fifteen of them live, as a list does. */
export const OBSERVE_CONTACTS = `{
  let stops = [];
  presence.directory.observe(() => {
    const before = stops;
    const users = (presence.directory.contacts ?? []).map(({ userID }) => userID);
    stops = [
      presence.observe(users, () => undefined, { live: false }),
      presence.observe(users.slice(0, 15), () => undefined),
    ];
    for (const stop of before) stop();
  });
}`;

/** What `login` logs in with. */
export type LoginSDK = 'uikit' | 'chat';

/**
 * An expression of a function for the page: logs a user in, in this page alone unless `tabs` says
 * otherwise. Without the UIKit the sockets of the page have to be redirected to the server.
 */
export const logIn = (
  proxyServer: string,
  sdk: LoginSDK = 'uikit',
  tabs: 'own' | 'shared' = 'own',
): string => {
  const server = sdk === 'uikit' ? `proxyServer: '${proxyServer}',` : '';
  return `(userID) => tui.login({
    SDKAppID: 1400000001, userID, userSig: 'loopback', ${server} tabs: '${tabs}', sdk: '${sdk}',
  })`;
};
