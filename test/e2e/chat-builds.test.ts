import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { nextUserSeesNothing } from './support/fault-cases.js';
import { openPresencePage } from './support/presence-page.js';
import { liteBuild } from './support/sdk-bundles.js';

/** The lines and builds of the small SDK, with friends, beside the one that all other tests have. */
const BUILDS = [
  ['@tencentcloud/lite-chat', 'professional'],
  ['lite-chat-4', 'basic'],
  ['lite-chat-4', 'professional'],
] as const;

for (const [name, build] of BUILDS) {
  test(`connect() takes the ${build} build of ${name}`, async () => {
    const tui = await openPresencePage({
      host: 'lite',
      sdk: liteBuild(name, build),
      world: makeWorld({ friends: 30, conversations: 5 }),
    });
    try {
      await tui.connect();
      await tui.hostLogin();
      const friends = await tui.friends(30);
      await tui.observe(friends);
      await tui.until('presence.stats.live === 30');
      await tui.showsTruth(friends);
      const [first = ''] = friends;
      tui.set(first, tui.server.world.statusOf(first).status === 1 ? 3 : 1);
      await tui.showsTruth([first], 2_000);
      assert.ok(await tui.page.evaluate(() => presence.directory.conversations!.length >= 5));
      tui.server.drop('alice');
      await tui.until("presence.state === 'disconnected'");
      await tui.until("presence.state === 'ready' && presence.stats.live === 30", 20_000);
      tui.server.kick('alice', 1);
      await tui.until("presence.error?.reason === 'kicked-offline'");
      await tui.hostLogin();
      await nextUserSeesNothing(tui, friends, () => tui.hostLogout());
      assert.deepEqual(tui.ledger('alice').evicted, []);
      assert.deepEqual(tui.errors, []);
    } finally {
      await tui.close();
    }
  });
}

test('lite-chat says that a user has no friends, where the conversations come after them', async () => {
  const tui = await openPresencePage({ host: 'lite', world: makeWorld({ friends: 0 }) });
  try {
    tui.server.faults.add({ kind: 'delay', ms: 1_000, command: 'page_get' });
    await tui.page.evaluate(() => document.body.append(document.createElement('tui-contact-list')));
    await tui.connect();
    await tui.hostLogin();
    await tui.page.getByText('No contacts').waitFor();
    assert.deepEqual(tui.errors, []);
  } finally {
    await tui.close();
  }
});
