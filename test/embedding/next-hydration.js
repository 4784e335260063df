import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppServer } from './app-server.js';

const PAGES = fileURLToPath(new URL('server/', import.meta.url));

/** Development forms say of themselves that they are such. */
const QUIET = /Lit is in dev mode|React DevTools|\[HMR\]|\[Fast Refresh\]/;

/** A first page that is not compiled by then never will be. In ms. */
const PATIENCE = 60_000;

/** It says where it is before it is ready. */
const WHEREABOUTS = /(http:\/\/localhost:\d+)[^]*Ready in/;

/**
 * Renders a page by the development server of Next.js, with components and with bare tags, and lets it
 * hydrate in a browser: React in development complains of every attribute that it does not know.
 *
 * @param {import('./host-app.js').HostApp} app installed
 * @param {import('playwright-core').Browser} browser
 */
export async function hydratesInNext(app, browser) {
  const page = await browser.newPage();
  cpSync(join(PAGES, 'next'), join(app.folder, 'app/hydrated'), { recursive: true });
  for (const file of ['people.js', 'live.js']) cpSync(join(PAGES, file), join(app.folder, file));
  const next = [process.execPath, 'node_modules/next/dist/bin/next', 'dev', '--port', '0'];
  const server = await AppServer.start(app, next, WHEREABOUTS);
  try {
    page.setDefaultTimeout(PATIENCE);
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      if (['error', 'warning'].includes(message.type()) && !QUIET.test(text)) complaints.push(text);
    });
    await page.goto(`${server.url}/hydrated`);
    for (const id of ['tag', 'dot']) {
      await page.locator(`#${id}[user-id=ana][status=online][freshness=live]`).waitFor();
    }
    await page.locator('#given[status=busy][freshness=none]').waitFor();
    await page.locator('#list [data-user-id=ana][data-status=online]').waitFor();
    await page.locator('#mine[loading]').waitFor();
    assert.equal(await page.locator('#mine [role=option]').count(), 0);
    await page.locator('#list [role=option]').nth(1).click();
    await page.locator('output').getByText('ben').waitFor();
    assert.deepEqual(complaints, []);
  } finally {
    await page.close();
    await server.stop();
  }
}
