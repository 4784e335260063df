import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { makeWorld } from '../../../demo/server/world.js';
import { openPresencePage } from './presence-page.js';
import type { HostSDK, PresencePage } from './presence-page.js';

let tui: PresencePage;

/** A page with an SDK of its own, logged in as alice and connected, with these friends. */
async function ready(host: HostSDK, friends: number, conversations = 0): Promise<string[]> {
  tui = await openPresencePage({ host, world: makeWorld({ friends, conversations }) });
  await tui.hostLogin();
  await tui.connect();
  return tui.friends(friends);
}

/** Alice logs out, then Bob is in, then Alice once more: each of them sees their own friends. */
export async function nextUserSeesNothing(
  page: PresencePage,
  friends: readonly string[],
  logOut: () => Promise<unknown>,
): Promise<void> {
  await page.observe(friends);
  await page.showsTruth(friends);
  await logOut();
  await page.until("presence.state === 'idle'");
  assert.equal(
    await page.page.evaluate((id) => presence.presenceOf(id).status, friends[0]!),
    'unknown',
  );
  await page.hostLogin('bob');
  await page.until("presence.userID === 'bob'");
  const bobs = await page.friends(1);
  await page.observe(bobs);
  await page.showsTruth(bobs);
  await page.hostLogout();
  await page.hostLogin('alice');
  await page.showsTruth(friends);
  await page.until(`presence.presenceOf('${friends[0]}').freshness === 'live'`);
}

/** The status type of a user in the engine's own map. */
function typeInEngine(userID: string): Promise<number | undefined> {
  return tui.page.evaluate((id) => {
    const map = engine.TUIStore.getData('user', 'userStatusList') as Map<
      string,
      { statusType: number }
    >;
    return map.get(id)?.statusType;
  }, userID);
}

/** What has to be true of presence when something goes wrong, whatever SDK the page has. */
export function testFaults(host: HostSDK): void {
  afterEach(() => tui.close());

  describe(`with the ${host} of the page`, () => {
    test('friends without a conversation are asked for and subscribed', async () => {
      const friends = await ready(host, 40);
      await tui.observe(friends);
      await tui.showsTruth(friends);
      assert.deepEqual([...tui.server.subscriptionsOf('alice')].sort(), [...friends].sort());
      const other = tui.server.world.statusOf(friends[7]!).status === 1 ? 3 : 1;
      tui.set(friends[7]!, other);
      await tui.showsTruth(friends);
    });

    test('250 conversations leave no status frozen at its login', async () => {
      const friends = await ready(host, 250, 250);
      await tui.observe(friends, false);
      await tui.observe(friends.slice(220, 250));
      await tui.showsTruth(friends);
      const last = friends[249]!;
      await tui.until(`presence.presenceOf('${last}').freshness === 'live'`);
      tui.set(last, tui.server.world.statusOf(last).status === 1 ? 3 : 1);
      await tui.showsTruth([last], 2_000);
      assert.ok(tui.ledger().maxHeld <= 200);
      assert.deepEqual(tui.ledger().evicted, []);
    });

    test('a change missed while away is right again after the reconnect', async () => {
      const friends = await ready(host, 30);
      await tui.observe(friends);
      await tui.until('presence.stats.live === 30');
      tui.server.refuse(true);
      tui.server.drop('alice');
      await tui.until(`presence.presenceOf('${friends[0]}').freshness === 'stale'`);
      assert.equal(await tui.page.evaluate(() => presence.state), 'disconnected');
      tui.set(friends[0]!, tui.server.world.statusOf(friends[0]!).status === 1 ? 3 : 1);
      tui.server.refuse(false);
      await tui.showsTruth(friends);
      await tui.until('presence.stats.live === 30');
      assert.equal(tui.server.subscriptionsOf('alice').length, 30);
    });

    test('an old answer does not overwrite a newer push, nor in the engine', async () => {
      const [friend = ''] = await ready(host, 3);
      tui.set(friend, 3);
      await tui.observe([friend]);
      await tui.until(`presence.presenceOf('${friend}').freshness === 'live'`);
      tui.server.faults.add({ kind: 'hold', command: 'ws_get_user_status', times: 1 });
      const asked = tui.page.evaluate(
        (userID) => service.getUserStatus({ userIDList: [userID] }),
        friend,
      );
      while (tui.server.faults.held === 0) await tui.page.evaluate(() => 0);
      tui.set(friend, 1);
      await tui.until(`presence.presenceOf('${friend}').status === 'online'`);
      tui.server.faults.release();
      await asked;
      await tui.page.evaluate(() => new Promise(requestAnimationFrame));
      const shown = await tui.page.evaluate((userID) => presence.presenceOf(userID).status, friend);
      assert.equal(shown, 'online');
      if (host === 'engine') assert.equal(await typeInEngine(friend), 1);
    });

    test('72001 is one error and no storm, and retry() brings presence back', async () => {
      tui = await openPresencePage({ host, world: makeWorld({ friends: 30, conversations: 10 }) });
      tui.server.faults.add({ kind: 'fail', command: 'ws_status_subscribe', code: 72001 });
      tui.server.faults.add({ kind: 'fail', command: 'ws_get_user_status', code: 72001 });
      await tui.page.evaluate(() => {
        const reasons: string[] = [];
        Object.assign(globalThis, { reasons });
        presence.addEventListener('tui-presence-error', (event) => {
          reasons.push((event as Event & { error: { reason: string } }).error.reason);
        });
      });
      await tui.connect();
      await tui.hostLogin();
      const friends = await tui.friends(30);
      await tui.observe(friends);
      await tui.until("presence.state === 'unavailable'");
      const refused = tui.calls('subscribe') + tui.calls('query');
      for (let message = 0; message < 10; message++) {
        tui.server.world.receiveMessage(
          'alice',
          friends[0]!,
          `message ${message}`,
          Math.floor(Date.now() / 1000) + message,
        );
      }
      await tui.page.waitForFunction(() =>
        presence.directory.conversations?.some(({ lastMessage }) =>
          lastMessage?.includes('message 9'),
        ),
      );
      assert.equal(tui.calls('subscribe') + tui.calls('query') - refused, 0);
      assert.ok(refused <= 6, `${refused} refused calls`);
      assert.deepEqual(await tui.page.evaluate('reasons'), ['feature-disabled']);
      assert.match(await tui.page.evaluate(() => presence.error!.message), /console/i);
      assert.equal(
        await tui.page.evaluate((id) => presence.presenceOf(id).status, friends[0]!),
        'unknown',
      );
      tui.server.faults.clear();
      await tui.page.evaluate(() => presence.retry());
      await tui.showsTruth(friends);
      assert.equal(await tui.page.evaluate(() => presence.error), undefined);
    });

    test('a plan without the ability is one error, and nothing is sent', async () => {
      tui = await openPresencePage({ host, world: makeWorld({ friends: 5, conversations: 2 }) });
      Object.assign(tui.server.ability, { bits: '00000000' });
      await tui.connect();
      await tui.hostLogin();
      await tui.observe(await tui.friends(5));
      await tui.until("presence.state === 'unavailable'");
      assert.equal(await tui.page.evaluate(() => presence.error!.reason), 'plan-unsupported');
      assert.equal(await tui.page.evaluate(() => presence.error!.code), 3122);
      assert.equal(tui.calls('subscribe') + tui.calls('query'), 0);
    });

    test('an ability that comes late brings the statuses without a word', async () => {
      tui = await openPresencePage({ host, world: makeWorld({ friends: 5, conversations: 2 }) });
      Object.assign(tui.server.ability, { atLogin: false });
      await tui.connect();
      await tui.hostLogin();
      const friends = await tui.friends(5);
      await tui.observe(friends);
      await tui.showsTruth(friends);
      assert.equal(await tui.page.evaluate(() => presence.error), undefined);
    });

    test('a kick drops everything and says so; the next login starts afresh', async () => {
      const friends = await ready(host, 10);
      await tui.observe(friends);
      await tui.showsTruth(friends);
      tui.server.kick('alice', 2);
      await tui.until("presence.state === 'unavailable'");
      assert.equal(await tui.page.evaluate(() => presence.error!.reason), 'kicked-offline');
      assert.equal(
        await tui.page.evaluate((id) => presence.presenceOf(id).status, friends[0]!),
        'unknown',
      );
      await tui.hostLogin();
      await tui.showsTruth(friends);
      assert.equal(await tui.page.evaluate(() => presence.error), undefined);
    });

    test('a UserSig that expires is said in words', async () => {
      const friends = await ready(host, 10);
      await tui.observe(friends);
      await tui.showsTruth(friends);
      tui.server.sessions.expire('alice');
      await tui.page.evaluate(
        (userID) => service.getUserStatus({ userIDList: [userID] }).catch(() => 0),
        friends[0]!,
      );
      await tui.until("presence.state === 'unavailable'");
      assert.equal(await tui.page.evaluate(() => presence.error!.reason), 'user-sig-expired');
    });

    test('switched off and on again, no old status comes back and all are right', async () => {
      const friends = await ready(host, 20, 5);
      await tui.observe(friends);
      await tui.showsTruth(friends);
      await tui.page.evaluate(() => presence.switchUserStatus({ displayOnlineStatus: false }));
      await tui.until('presence.displayOnlineStatus === false');
      assert.equal(
        await tui.page.evaluate((id) => presence.presenceOf(id).status, friends[0]!),
        'unknown',
      );
      tui.set(friends[0]!, tui.server.world.statusOf(friends[0]!).status === 1 ? 3 : 1);
      await tui.page.evaluate(() => presence.switchUserStatus({ displayOnlineStatus: true }));
      await tui.showsTruth(friends);
    });

    test('an element moved in the page makes no call', async () => {
      const friends = await ready(host, 20);
      await tui.observe(friends);
      await tui.until('presence.stats.live === 20');
      const before = tui.calls('subscribe') + tui.calls('unsubscribe') + tui.calls('query');
      await tui.page.evaluate((ids) => {
        for (let move = 0; move < 5; move++) {
          stops.pop()!();
          stops.push(presence.observe(ids, () => undefined));
        }
      }, friends);
      tui.set(friends[0]!, tui.server.world.statusOf(friends[0]!).status === 1 ? 3 : 1);
      await tui.showsTruth(friends);
      assert.equal(tui.calls('subscribe') + tui.calls('unsubscribe') + tui.calls('query'), before);
    });

    test('after a logout the next user sees nothing of the one before', async () => {
      const friends = await ready(host, 20, 20);
      await nextUserSeesNothing(tui, friends, () => tui.hostLogout());
    });

    test("the host's own subscriptions outlive ours", async () => {
      const friends = await ready(host, 20);
      await tui.page.evaluate(
        (ids) => service.subscribeUserStatus({ userIDList: ids }),
        friends.slice(0, 3),
      );
      await tui.observe(friends);
      await tui.until('presence.stats.live === 20');
      await tui.page.evaluate(() => stops.pop()!());
      await tui.until('presence.stats.held === 3');
      assert.deepEqual([...tui.server.subscriptionsOf('alice')].sort(), friends.slice(0, 3).sort());
      assert.equal(tui.ledger().unsubscribeAll, 0);
    });
  });
}
