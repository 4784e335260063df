import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { serveStatic } from '../../demo/server/static-files.js';
import { buildSite } from '../../demo/site.js';
import { launchChromium } from '../support/launch-chromium.js';
import { WatchedPage } from './support/watched-page.js';

/** Any path of any web host. */
const PATH = 'some/deep/path';

/** Pages without contacts, or with rows of their own. */
const WITHOUT_DOTS = [
  'cloud.html',
  'pages/index.html',
  'pages/own-rows.html',
  'pages/own-status.html',
];

/** Pages whose statuses change by themselves. */
const LIVING = [
  'index.html',
  'pages/smallest.html',
  'pages/own-engine.html',
  'hosts/classic/index.html',
  'hosts/import-map/index.html',
];

const root = mkdtempSync(join(tmpdir(), 'tui-presence-site-'));
await buildSite(join(root, PATH));

const pages = readdirSync(join(root, PATH), { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.html'));

describe('the site', () => {
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serveStatic>>;
  let watched: WatchedPage;

  before(async () => {
    browser = await launchChromium();
    host = await serveStatic(root);
  });

  after(async () => {
    await browser.close();
    await host.close();
    rmSync(root, { recursive: true });
  });

  beforeEach(async () => {
    watched = await WatchedPage.open(browser, { viewport: { width: 1200, height: 900 } });
  });

  afterEach(async () => {
    await watched.close();
  });

  const base = () => `${host.url}/${PATH}/`;

  /** The user and the status of every dot, every contact's row and every person on the page, in one line. */
  const dots = () =>
    watched.page.$$eval('tui-online-dot, tui-contact-list, tui-person, tui-avatar-stack', (all) =>
      all
        .flatMap((one) => [one, ...one.shadowRoot!.querySelectorAll('[data-status]')])
        .map((one) => [
          one.getAttribute('user-id') ?? one.getAttribute('data-user-id'),
          one.getAttribute('status') ?? one.getAttribute('data-status'),
        ])
        .filter(([, status]) => status)
        .join(),
    );

  for (const page of pages) {
    it(`opens under any path, and asks for nothing outside of it: ${page}`, async () => {
      await watched.page.goto(base() + page);
      if (!WITHOUT_DOTS.includes(page)) {
        await watched.until(async () =>
          /\b(online|offline|not-logged-in)\b/.test(await dots()) ? [] : ['no status is known'],
        );
      }
      if (LIVING.includes(page)) {
        const first = await dots();
        await watched.until(async () => ((await dots()) === first ? ['nothing changes'] : []));
      }
      assert.deepEqual(watched.errors, []);
      assert.deepEqual(
        watched.requests.filter((url) => !url.startsWith(base())),
        [],
      );
    });
  }

  it('has links that stay in it and lead somewhere', async () => {
    const open: string[] = [];
    for (const page of pages) {
      await watched.page.goto(base() + page);
      const links = await watched.page.$$eval('a[href]', (all) =>
        all.map((link) => (link as HTMLAnchorElement).href),
      );
      open.push(...links.filter((link) => link.startsWith(host.url)));
    }
    const addresses = [...new Set(open.map((link) => link.split(/[?#]/)[0]!))];
    assert.ok(addresses.length >= pages.length - 1, addresses.join());
    for (const address of addresses) {
      assert.ok(address.startsWith(base()), address);
      assert.equal((await fetch(address)).status, 200, address);
    }
  });
});
