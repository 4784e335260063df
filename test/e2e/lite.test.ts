import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { bundle } from './support/bundle.js';
import { openOwnEngine } from './support/own-engine.js';

test('the same connect() takes the lite line of the engine', async () => {
  const packages = await bundle(`export * from '@tencentcloud/chat-uikit-engine-lite';`);
  const world = makeWorld({ friends: 40, conversations: 10 });
  const tui = await openOwnEngine(packages, { isLite: true, world });
  try {
    await tui.connect();
    const logIn = () =>
      tui.page.evaluate(async () => {
        const { TUIChatEngine, TUIUserService } = engine;
        await TUIChatEngine.login({ SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback' });
        await TUIUserService.switchUserStatus({ displayOnlineStatus: true });
      });
    await logIn();
    const friends = await tui.friends(40);
    await tui.observe(friends);
    await tui.showsTruth(friends);
    await tui.until('presence.stats.live === 40');
    const [first = ''] = friends;
    tui.set(first, tui.server.world.statusOf(first).status === 1 ? 3 : 1, '会议中 🎧');
    await tui.showsTruth([first], 2_000);
    assert.equal(
      await tui.page.evaluate((userID) => presence.presenceOf(userID).customStatus, first),
      '会议中 🎧',
    );
    assert.ok((await tui.page.evaluate(() => presence.directory.conversations!.length)) >= 10);
    tui.server.drop('alice');
    await tui.until("presence.state === 'disconnected'");
    await tui.until("presence.state === 'ready' && presence.stats.live === 40", 20_000);
    tui.server.kick('alice', 1);
    await tui.until("presence.error?.reason === 'kicked-offline'");
    await logIn();
    await tui.until("presence.state === 'ready' && presence.stats.live === 40");
    await tui.showsTruth(friends);
    await tui.page.evaluate(() =>
      (engine.TUIChatEngine as unknown as { logout(): Promise<unknown> }).logout(),
    );
    await tui.until("presence.state === 'idle'");
    assert.equal(await tui.page.evaluate((id) => presence.presenceOf(id).status, first), 'unknown');
  } finally {
    await tui.close();
  }
});
