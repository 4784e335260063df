/** Pages whose browser denies them its storage, its locks and its channels. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startDemoServer } from '../../demo/server/index.js';
import { findBrowser } from '../support/browsers.js';
import { Marionette } from '../support/marionette.js';
import { fortyFriends } from './support/forty-friends.js';
import { openServedPages } from './support/served-pages.js';

/** The preference and its value with which Firefox blocks the site data of all pages. */
const BLOCKED = { 'network.cookie.cookieBehavior': 2 };

/** Calls back with the number of rows once a status is live, or after ten seconds with what there is. */
const ROWS = `const [done] = arguments;
  const rows = () => document.querySelector('tui-contact-list').shadowRoot?.querySelectorAll('.row') ?? [];
  const started = Date.now();
  const look = () => {
    const isLive = [...rows()].some((row) => row.dataset.freshness === 'live');
    if (isLive || Date.now() - started > 10_000) done(isLive ? rows().length : 'not live');
    else setTimeout(look, 50);
  };
  look();`;

let demo: Awaited<ReturnType<typeof startDemoServer>>;

before(async () => {
  demo = await startDemoServer({ world: fortyFriends() });
});

after(() => demo.close());

describe('a page without site data', () => {
  test('logs in by itself in Firefox', { skip: !findBrowser('firefox') }, async () => {
    const firefox = await Marionette.start(BLOCKED);
    try {
      await firefox.send('WebDriver:Navigate', { url: `${demo.url}/pages/smallest.html` });
      const rows = await firefox.send('WebDriver:ExecuteAsyncScript', { script: ROWS, args: [] });
      assert.ok(Number(rows) > 5, String(rows));
    } finally {
      await firefox.stop();
    }
  });
});

describe('a page in a sandboxed frame', () => {
  test('is told at once why there is no login', async () => {
    const tui = await openServedPages({
      '/': { body: '<!doctype html><iframe sandbox="allow-scripts" src="/frame"></iframe>' },
      '/frame': { body: '<!doctype html><script src="/dist/cdn/tui-presence.iife.js"></script>' },
    });
    const message = await tui.page.frames()[1]!.evaluate(
      `TuiPresence.login({ SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback' })
        .catch((error) => error.message)`,
    );
    // A frame without an origin takes modules only from a server that lets every origin have them.
    assert.match(String(message), /tui-presence-engine.js could not be loaded/);
    await tui.close();
  });
});
