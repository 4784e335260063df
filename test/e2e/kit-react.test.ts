/**
 * The newest official kit, `@tencentcloud/chat-uikit-react` 6.1.7 on `tuikit-atomicx-react` 6.3.7, and
 * ours beside it by `connect` to the engine that the kit logs in. The kit has a store of its own on
 * the Chat SDK: it queries its friends once and subscribes no user.
 */
import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, test } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { bundleKit } from './support/kit.js';
import { openOwnEngine } from './support/own-engine.js';
import type { PresencePage } from './support/presence-page.js';

const FRIENDS = 24;
const ONLINE = 1;
const NOT_LOGGED_IN = 3;

/** What `page.js` of the kit exports beside the engine. */
interface Kit {
  mountKit(): () => void;
  session: {
    loginStatus: string;
    login(options: object): Promise<void>;
    logout(): Promise<void>;
  };
  ContactStoreRaw: {
    getState(): { friendList: { userID: string; onlineStatus: number }[] };
    destroy(): void;
  };
}

let kit: string;
let tui: PresencePage;

before(async () => {
  kit = await bundleKit('react-6');
});

beforeEach(async () => {
  const world = makeWorld({ friends: FRIENDS, conversations: 8 });
  // Words such as “busy” are a status of ours; the kit and the server know none.
  for (const userID of world.users.keys()) world.setStatus(userID, { customStatus: '' });
  tui = await openOwnEngine(kit, { isLite: true, world });
  await tui.page.evaluate(() => {
    globalThis.unmountKit = (engine as unknown as Kit).mountKit();
  });
});

afterEach(async () => {
  await tui.close();
});

/** Logs in as an app with the kit does: by its hook, which logs the engine in as well. */
function logIn(userID: string): Promise<void> {
  return tui.page.evaluate(
    (user) =>
      (engine as unknown as Kit).session.login({
        sdkAppID: 1400000001,
        userID: user,
        userSig: 'loopback',
      }),
    userID,
  );
}

function switchOn(displayOnlineStatus = true): Promise<void> {
  return tui.page.evaluate((on) => {
    presence.switchUserStatus({ displayOnlineStatus: on });
  }, displayOnlineStatus);
}

/** Connects first and logs in then. */
async function ready(): Promise<string[]> {
  await tui.connect();
  await logIn('alice');
  return observeFriends();
}

/** Switches statuses on, observes all friends and waits until each is shown as is true. */
async function observeFriends(): Promise<string[]> {
  await switchOn();
  const friends = await tui.friends(FRIENDS);
  await tui.observe(friends);
  await bothAreRight(friends);
  await tui.until(`presence.stats.live === ${FRIENDS}`);
  return friends;
}

/** Waits until presence and the kit's own store know who is online. */
async function bothAreRight(friends: readonly string[]): Promise<void> {
  await tui.showsTruth(friends);
  const online = friends.filter((userID) => tui.server.world.statusOf(userID).status === ONLINE);
  await tui.page.waitForFunction(
    (expected) =>
      (engine as unknown as Kit).ContactStoreRaw.getState()
        .friendList.filter(({ onlineStatus }) => onlineStatus === 1)
        .map(({ userID }) => userID)
        .sort()
        .join() === expected,
    online.sort().join(),
  );
}

function flip(userID: string): void {
  const { world } = tui.server;
  const status = world.statusOf(userID).status === ONLINE ? NOT_LOGGED_IN : ONLINE;
  world.setStatus(userID, { status });
}

describe('chat-uikit-react 6.1.7 and ours beside it', () => {
  test('agree after each push, of which the kit alone would hear none', async () => {
    await logIn('alice');
    const { world } = tui.server;
    const partner = world.account('alice').conversations[0]!.id;
    const { nick } = world.users.get(partner)!;
    const row = tui.page.locator('#kit [class*=conversationPreview]').filter({ hasText: nick });
    await row.first().waitFor();
    assert.equal(tui.calls('subscribe'), 0);

    await tui.connect();
    const friends = await observeFriends();
    for (const userID of friends) flip(userID);
    await bothAreRight(friends);

    // The one dot of the kit is in the header of the open chat. The row is clicked by an event, since
    // without the kit's styles it may lie below something else.
    await row.first().dispatchEvent('click');
    const dot = tui.page.locator('#kit [class*=ChatHeader] .uikit-avatar-badge__online');
    for (let push = 0; push < 3; push++) {
      flip(partner);
      const status = world.statusOf(partner).status === ONLINE ? 'online' : 'offline';
      const shown = tui.page.locator(`.uikit-avatar-badge__online--${status}`);
      await dot.and(shown).waitFor({ state: 'attached' });
      await bothAreRight(friends);
    }
    assert.ok((await tui.page.evaluate(() => presence.directory.conversations!.length)) >= 8);
    assert.deepEqual(tui.ledger().evicted, []);
    assert.deepEqual(tui.errors, []);
  });

  test('leave each other alone when ours are switched off and on', async () => {
    const friends = await ready();
    await switchOn(false);
    await tui.until('presence.stats.live === 0');
    const known = await tui.page.evaluate(
      () => (engine as unknown as Kit).ContactStoreRaw.getState().friendList.length,
    );
    assert.equal(known, FRIENDS);
    for (const userID of friends) flip(userID);
    await switchOn();
    await tui.showsTruth(friends);
    await tui.until(`presence.stats.live === ${FRIENDS}`);
    for (const userID of friends) flip(userID);
    await bothAreRight(friends);
  });

  test('are right again after a lost connection', async () => {
    const friends = await ready();
    tui.server.refuse(true);
    tui.server.drop('alice');
    await tui.until(`presence.presenceOf('${friends[0]}').freshness === 'stale'`);
    flip(friends[0]!);
    tui.server.refuse(false);
    await tui.showsTruth(friends);
    await tui.until(`presence.stats.live === ${FRIENDS}`);
    for (const userID of friends) flip(userID);
    await bothAreRight(friends);
  });

  test('subscribe again after the kit has unsubscribed all users', async () => {
    const friends = await ready();
    await tui.page.evaluate(() => (engine as unknown as Kit).ContactStoreRaw.destroy());
    await tui.until(`presence.stats.live < ${FRIENDS}`);
    assert.equal(tui.ledger().unsubscribeAll, 1);
    await tui.until(`presence.stats.live === ${FRIENDS}`);
    assert.equal(tui.server.subscriptionsOf('alice').length, FRIENDS);
    for (const userID of friends) flip(userID);
    await tui.showsTruth(friends);
  });

  test('show nothing of the first user to the next', async () => {
    const friends = await ready();
    await tui.page.evaluate(() => (engine as unknown as Kit).session.logout());
    await tui.until("presence.state === 'idle'");
    const { status, left } = await tui.page.evaluate(
      (userID) => ({
        status: presence.presenceOf(userID).status,
        left: (engine.TUIStore.getData('user', 'userStatusList') as Map<string, unknown>).size,
      }),
      friends[0]!,
    );
    assert.deepEqual({ status, left }, { status: 'unknown', left: 0 });
    await logIn('bob');
    await tui.until("presence.userID === 'bob'");
    const bobs = [...tui.server.world.account('bob').friends.keys()];
    await tui.observe(bobs);
    await tui.showsTruth(bobs);
    for (const userID of bobs) flip(userID);
    await tui.showsTruth(bobs);
    assert.deepEqual(tui.errors, []);
  });

  test('both know that another login has ended this one', async () => {
    const friends = await ready();
    tui.server.kick('alice', 1);
    await tui.until("presence.state === 'unavailable'");
    assert.equal(await tui.page.evaluate(() => presence.error!.reason), 'kicked-offline');
    await tui.until("engine.session.loginStatus === 'unlogin'");
    await logIn('alice');
    await tui.showsTruth(friends);
    assert.equal(await tui.page.evaluate(() => presence.error), undefined);
  });
});
