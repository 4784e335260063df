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

/** Lets Ana come to the front of a list by status; counts the rows that were animated. */
async function animatedRows(reducedMotion: 'reduce' | 'no-preference'): Promise<number> {
  watched = await WatchedPage.open(browser, { reducedMotion });
  const { page } = watched;
  await page.addInitScript(() => {
    const { animate } = Element.prototype;
    Object.assign(globalThis, { animations: 0 });
    Element.prototype.animate = function (...given) {
      (globalThis as unknown as { animations: number }).animations += 1;
      return animate.apply(this, given);
    };
  });
  await page.goto(`${demo.url}/pages/memory.html`);
  await page.locator('[data-user-id=ben][data-status=online][aria-posinset="1"]').waitFor();
  await page.getByText('Ana comes').click();
  await page.locator('[data-user-id=ana][data-status=online][aria-posinset="1"]').waitFor();
  return page.evaluate(() => (globalThis as unknown as { animations: number }).animations);
}

describe('a list whose order changes', () => {
  it('animates its rows', async () => {
    assert.ok((await animatedRows('no-preference')) > 0);
  });

  it('shows them at their places for a user who asked for less motion', async () => {
    assert.equal(await animatedRows('reduce'), 0);
  });
});
