import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { namedNodesOf } from './support/accessibility-tree.js';
import { openPresencePage } from './support/presence-page.js';
import type { HostSDK, PresencePage } from './support/presence-page.js';

let tui: PresencePage;

afterEach(async () => {
  await tui.close();
});

/** A page that is logged in as alice, with a dot for alice. */
async function open(webInstances = 1, host: HostSDK = 'engine'): Promise<void> {
  tui = await openPresencePage({
    host,
    world: makeWorld({ friends: 3, conversations: 1 }),
    webInstances,
  });
  await addDot();
  await tui.connect();
  await tui.hostLogin();
  await tui.page.locator('tui-online-dot[status=online]').waitFor();
}

const addDot = (): Promise<void> =>
  tui.page.evaluate(() => {
    const dot = document.createElement('tui-online-dot');
    dot.userId = 'alice';
    document.body.append(dot);
  });

/** Sets the own status by the SDK, as an app does. */
const setSelfStatus = (customStatus: string): Promise<void> =>
  tui.page.evaluate(async (text) => {
    const { chat } = engine.TUIChatEngine as unknown as {
      chat: { setSelfStatus(given: { customStatus: string }): Promise<unknown> };
    };
    await chat.setSelfStatus({ customStatus: text });
  }, customStatus);

/** Waits until the dot has this name for assistive technology: at most 5 s, a frame at a time. */
async function isNamed(name: string): Promise<void> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const images = (await namedNodesOf(tui.page)).filter((each) => each.startsWith('image:'));
    if (images.length === 1 && images[0] === `image: ${name}`) return;
    if (Date.now() > deadline) assert.deepEqual(images, [`image: ${name}`]);
    await tui.page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

describe("one's own custom status", () => {
  it('shows on a dot for oneself when the same page has set it, and when it is cleared', async () => {
    await open();
    await isNamed('online');
    await setSelfStatus('At my desk');
    await isNamed('online, At my desk');
    await setSelfStatus('');
    await isNamed('online');
  });

  it('shows when another login of the same user has set it, before or after this one', async () => {
    await open(2);
    const context = await tui.page.context().browser()!.newContext();
    const other = await context.newPage();
    await other.goto(tui.url);
    await other.waitForFunction('globalThis.presence !== undefined');
    await other.evaluate(async (proxyServer) => {
      const options = { SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback', proxyServer };
      await engine.TUILogin.login(options);
      const { chat } = engine.TUILogin.getContext() as unknown as {
        chat: { setSelfStatus(given: { customStatus: string }): Promise<unknown> };
      };
      await chat.setSelfStatus({ customStatus: 'On a train' });
    }, tui.server.url);
    await isNamed('online, On a train');
    await tui.page.reload();
    await tui.page.waitForFunction('globalThis.presence !== undefined');
    await addDot();
    await tui.connect();
    await tui.hostLogin();
    await isNamed('online, On a train');
  });

  for (const host of ['engine', 'chat', 'lite'] as const) {
    it(`shows with the ${host} of the page when another login has set it while there was no connection`, async () => {
      await open(1, host);
      const { server } = tui;
      server.world.setStatus('alice', { customStatus: 'At lunch' });
      await isNamed('online, At lunch');
      server.refuse(500);
      server.drop('alice');
      await tui.until(`presence.state !== 'ready'`);
      server.world.setStatus('alice', { customStatus: 'On holiday' });
      await tui.until(`presence.state === 'ready'`, 30_000);
      await isNamed('online, On holiday');
    });
  }
});
