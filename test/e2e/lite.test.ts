import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { makeWorld } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';

/** The engine that the current official Vue and React kits stand on, as an app would bundle it. */
async function liteEngine(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from '@tencentcloud/chat-uikit-engine-lite';`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

test('the same connect() takes the lite line of the engine', async () => {
  const tui = await openPresencePage({ world: makeWorld({ friends: 40, conversations: 10 }) });
  try {
    const script = await liteEngine();
    await tui.page.evaluate(
      async ([code, proxyServer]) => {
        // The lite line knows no `proxyServer`; only the address of its socket is changed.
        globalThis.WebSocket = class extends WebSocket {
          constructor(address: string | URL) {
            super(String(address).replace(/^wss:\/\/[^/]+/, proxyServer));
          }
        };
        // Its worker would open the socket where nobody can change the address.
        Object.assign(globalThis, { Worker: undefined });
        const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
        const lite = (await import(url)) as typeof engine;
        globalThis.engine = lite;
        globalThis.disconnect = globalThis.tui.connect(lite);
        await lite.TUIChatEngine.login({
          SDKAppID: 1400000001,
          userID: 'alice',
          userSig: 'loopback',
        });
        await lite.TUIUserService.switchUserStatus({ displayOnlineStatus: true });
      },
      [script, tui.server.url] as const,
    );
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
    await tui.page.evaluate(() =>
      (engine.TUIChatEngine as unknown as { logout(): Promise<unknown> }).logout(),
    );
    await tui.until("presence.state === 'idle'");
    assert.equal(await tui.page.evaluate((id) => presence.presenceOf(id).status, first), 'unknown');
  } finally {
    await tui.close();
  }
});
