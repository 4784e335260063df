import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemoServer } from '../../demo/server/index.js';
import { makeWorld } from '../../demo/server/world.js';
import { launchChromium } from '../support/launch-chromium.js';
import { WatchedPage } from './support/watched-page.js';

let browser: Browser;
let demo: Awaited<ReturnType<typeof startDemoServer>>;
let watched: WatchedPage;

before(async () => {
  browser = await launchChromium();
  demo = await startDemoServer({ world: makeWorld({ friends: 1, conversations: 0 }) });
});

afterEach(() => watched.page.close());

after(async () => {
  await browser.close();
  await demo.close();
});

/** Lets Ana come to the front of a list by status; gives how many rows were moved softly. */
async function rowsMovedSoftly(reducedMotion: 'reduce' | 'no-preference'): Promise<number> {
  watched = await WatchedPage.open(browser, { reducedMotion });
  const { page } = watched;
  await page.addInitScript(() => {
    const { animate } = Element.prototype;
    Object.assign(globalThis, { movedRows: 0 });
    Element.prototype.animate = function (...given) {
      (globalThis as unknown as { movedRows: number }).movedRows += 1;
      return animate.apply(this, given);
    };
  });
  await page.goto(`${demo.url}/pages/memory.html`);
  await page.locator('[data-user-id=ben][data-status=online][aria-posinset="1"]').waitFor();
  await page.getByText('Ana comes').click();
  await page.locator('[data-user-id=ana][data-status=online][aria-posinset="1"]').waitFor();
  return page.evaluate(() => (globalThis as unknown as { movedRows: number }).movedRows);
}

describe('a list whose order changes', () => {
  it('moves its rows softly', async () => {
    assert.ok((await rowsMovedSoftly('no-preference')) > 0);
  });

  it('shows them at their places for a user who asked for less motion', async () => {
    assert.equal(await rowsMovedSoftly('reduce'), 0);
  });
});
