import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { makeWorld } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';

const FACE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>';

test('a picture that failed with the network is shown once the connection is back', async () => {
  const world = makeWorld({ friends: 3, conversations: 1 });
  const tui = await openPresencePage({ world });
  try {
    let isNetworkDown = true;
    let requests = 0;
    await tui.page.route('**/bob.svg', (route) => {
      requests += 1;
      return isNetworkDown
        ? route.abort('internetdisconnected')
        : route.fulfill({ contentType: 'image/svg+xml', body: FACE });
    });
    world.setProfile('bob', { avatar: `${tui.url}/bob.svg` });
    await tui.page.evaluate(() => document.body.append(document.createElement('tui-contact-list')));
    await tui.connect();
    await tui.hostLogin();
    const row = tui.page.locator('tui-contact-list [data-user-id=bob]');
    await row.locator('.letters').waitFor();
    const hasFailed = () => requests > 0;
    while (!hasFailed()) await tui.page.evaluate(() => new Promise(requestAnimationFrame));
    await row.locator('.picture').waitFor({ state: 'detached' });
    // Drawn again, the row requests nothing.
    tui.set('bob', world.statusOf('bob').status === 1 ? 3 : 1);
    await tui.showsTruth(['bob']);
    assert.equal(requests, 1);
    tui.server.refuse(true);
    tui.server.drop('alice');
    await tui.until("presence.state === 'disconnected'");
    isNetworkDown = false;
    tui.server.refuse(false);
    await tui.until("presence.state === 'ready'", 20_000);
    await row.locator('.picture.loaded').waitFor();
    assert.equal(requests, 2);
  } finally {
    await tui.close();
  }
});

test('a list keeps no pictures of rows that were scrolled away', async () => {
  const tui = await openPresencePage();
  try {
    await tui.page.route('**/face*.svg', (route) =>
      route.fulfill({ contentType: 'image/svg+xml', body: FACE }),
    );
    await tui.page.evaluate(() => {
      const list = document.createElement('tui-contact-list');
      list.style.height = '400px';
      list.contacts = Array.from({ length: 300 }, (_, index) => ({
        userID: `user${index}`,
        avatar: `${location.origin}/face${index}.svg`,
      }));
      document.body.append(list);
    });
    const list = tui.page.locator('tui-contact-list');
    for (let index = 0; index < 300; index += 10) {
      await list.evaluate(async (element, userID) => {
        (element as HTMLElementTagNameMap['tui-contact-list']).scrollToContact(userID);
        await new Promise(requestAnimationFrame);
      }, `user${index}`);
    }
    const drawn = await list.locator('.picture').count();
    const kept = await picturesInMemory(tui.page);
    assert.ok(kept <= 2 * drawn, `${kept} pictures for ${drawn} rows`);
  } finally {
    await tui.close();
  }
});

/** How many images the page holds, on the page or not. */
async function picturesInMemory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'HTMLImageElement.prototype',
  });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId!,
  });
  const { result: count } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length; }',
  });
  return count.value as number;
}
