/**
 * The engines that a page may bring: the oldest that the package takes, with the login of its time,
 * and the one that it is built with.
 */
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { bundle } from './support/bundle.js';
import { read } from './support/document.js';
import { openOwnEngine } from './support/own-engine.js';
import type { OwnEngineOptions } from './support/own-engine.js';
import type { PresencePage } from './support/presence-page.js';
import { BOBS_FRIENDS, logIn, OBSERVE_CONTACTS, worldOfTwo } from './support/two-users.js';

const FRIENDS = 40;
const CONVERSATIONS = 10;

const ENGINES = [
  { version: '2.1.3', uikit: 'chat-uikit-engine-2-1', core: 'tui-core-2-1' },
  {
    version: '2.5.8',
    uikit: '@tencentcloud/chat-uikit-engine',
    core: '@tencentcloud/tui-core',
  },
] as const;

for (const { version, uikit, core } of ENGINES) {
  describe(`engine ${version}`, () => {
    let tui: PresencePage;

    afterEach(async () => {
      await tui.close();
    });

    async function open(options: OwnEngineOptions = {}): Promise<void> {
      const manifest = JSON.parse(read(`node_modules/${uikit}/package.json`)) as object;
      assert.equal(Reflect.get(manifest, 'version'), version);
      const packages = await bundle(`
        export * from '${uikit}';
        export { TUILogin } from '${core}';`);
      tui = await openOwnEngine(packages, options);
    }

    /** A page with this engine, logged in as alice and connected, that observes all friends. */
    async function ready(): Promise<string[]> {
      await open({ world: makeWorld({ friends: FRIENDS, conversations: CONVERSATIONS }) });
      await tui.connect();
      await tui.hostLogin();
      const friends = await tui.friends(FRIENDS);
      await tui.observe(friends);
      await tui.showsTruth(friends);
      await tui.until(`presence.stats.live === ${FRIENDS}`);
      return friends;
    }

    const flip = (userID: string) =>
      tui.set(userID, tui.server.world.statusOf(userID).status === 1 ? 3 : 1);

    test('gives contacts, conversations, statuses and each push', async () => {
      const [first = ''] = await ready();
      await tui.until(`presence.directory.conversations?.length >= ${CONVERSATIONS}`);
      flip(first);
      await tui.showsTruth([first], 2_000);
      tui.set(first, 1, '会议中 🎧');
      await tui.until(`presence.presenceOf('${first}').customStatus === '会议中 🎧'`);
      assert.equal(tui.ledger().evicted.length, 0);
      assert.deepEqual(tui.errors, []);
    });

    test('shows no old status after it was switched off and on', async () => {
      const friends = await ready();
      const [first = ''] = friends;
      await tui.page.evaluate(() =>
        engine.TUIUserService.switchUserStatus({ displayOnlineStatus: false }),
      );
      await tui.until('presence.displayOnlineStatus === false');
      assert.equal(
        await tui.page.evaluate((id) => presence.presenceOf(id).status, first),
        'unknown',
      );
      flip(first);
      await tui.page.evaluate(() =>
        engine.TUIUserService.switchUserStatus({ displayOnlineStatus: true }),
      );
      await tui.showsTruth(friends);
      await tui.until(`presence.stats.live === ${FRIENDS}`);
    });

    test('is right again after a lost connection', async () => {
      const friends = await ready();
      const [first = ''] = friends;
      tui.server.refuse(true);
      tui.server.drop('alice');
      await tui.until(`presence.presenceOf('${first}').freshness === 'stale'`);
      flip(first);
      tui.server.refuse(false);
      await tui.showsTruth(friends);
      await tui.until(`presence.stats.live === ${FRIENDS}`);
    });

    test('says that another login has ended this one, and starts afresh', async () => {
      const friends = await ready();
      tui.server.kick('alice', 2);
      await tui.until("presence.state === 'unavailable'");
      const { reason, status } = await tui.page.evaluate(
        (id) => ({ reason: presence.error!.reason, status: presence.presenceOf(id).status }),
        friends[0]!,
      );
      assert.deepEqual({ reason, status }, { reason: 'kicked-offline', status: 'unknown' });
      await tui.hostLogin();
      await tui.showsTruth(friends);
      assert.equal(await tui.page.evaluate(() => presence.error), undefined);
    });

    test('hears of each change once after four changes of user', async () => {
      const { world } = worldOfTwo(FRIENDS);
      await open({ world });
      await tui.page.evaluate(OBSERVE_CONTACTS);
      await tui.page.evaluate(`(async () => {
        const login = ${logIn(tui.server.url)};
        for (const userID of ['alice', 'bob', 'alice', 'bob']) await login(userID);
      })()`);
      await tui.until(`presence.userID === 'bob' && presence.stats.live === ${BOBS_FRIENDS}`);
      assert.deepEqual(tui.server.subscriptionsOf('alice'), []);
      await tui.page.evaluate(`globalThis.updates = [];
        const { TUIStore } = engine, { update } = TUIStore;
        TUIStore.update = function (store, key) {
          updates.push(key);
          return update.apply(this, arguments);
        };`);
      tui.set('bobs0', 2);
      await tui.showsTruth(['bobs0']);
      assert.deepEqual(await tui.page.evaluate('updates'), ['userStatusList']);
      assert.deepEqual(tui.errors, []);
    });
  });
}
