import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChatServer } from '../../demo/server/chat-server.js';
import type { ChatServer } from '../../demo/server/chat-server.js';
import { launchChromium } from '../support/launch-chromium.js';
import { flip, fortyFriends, viewport } from './support/forty-friends.js';
import { servePages, WatchedPage } from './support/watched-page.js';

/** How long a push may take to the screen, in ms. */
const SOON = 1_500;

let browser: Browser;

before(async () => {
  browser = await launchChromium();
});

after(() => browser.close());

const body = `
  <style>tui-contact-list { height: 3000px }</style>
  <p>Alice <tui-online-dot user-id="bob" id="alone"></tui-online-dot></p>
  <tui-contact-list></tui-contact-list>`;

/** The two ways a page takes the bundle in, and what it calls the exports afterwards. */
const WAYS = {
  module: `<script type="module">
    import * as tui from '/dist/cdn/tui-presence.js';
    globalThis.tui = tui;
  </script>`,
  iife: `<script src="/dist/cdn/tui-presence.iife.js"></script>
    <script>globalThis.tui = TuiPresence;</script>`,
};

for (const [way, script] of Object.entries(WAYS)) {
  describe(`the ${way} script tag`, () => {
    let server: ChatServer;
    let site: Awaited<ReturnType<typeof servePages>>;
    let watched: WatchedPage;

    before(async () => {
      site = await servePages({
        '/elements-first.html': `<!doctype html><title>${way}</title>${body}${script}`,
        '/engine-first.html': `<!doctype html><title>${way}</title>${script}`,
      });
      server = await startChatServer({ world: fortyFriends() });
    });

    after(async () => {
      await server.close();
      await site.close();
    });

    beforeEach(async () => {
      watched = await WatchedPage.open(browser, { viewport });
    });

    afterEach(async () => {
      await watched.close();
    });

    async function open(path: string): Promise<void> {
      await watched.page.goto(site.url + path);
      await watched.page.waitForFunction('globalThis.tui !== undefined');
    }

    function login(): Promise<void> {
      return watched.page.evaluate(async (proxyServer) => {
        const session = await globalThis.tui.login({
          SDKAppID: 1400000001,
          userID: 'alice',
          userSig: 'loopback',
          proxyServer,
        });
        Object.assign(globalThis, { session });
      }, server.url);
    }

    const engines = () => watched.requests.filter((url) => url.includes('engine'));

    const boxOfDot = () =>
      watched.page.evaluate(() => document.querySelector('#alone')!.getClientRects().length);

    it('draws no row and no dot before the login, and fetches no engine', async () => {
      await open('/elements-first.html');
      await watched.page.waitForFunction(
        "document.querySelector('tui-contact-list').shadowRoot?.querySelector('.list')",
      );
      assert.deepEqual(await watched.rows(), []);
      assert.equal(await boxOfDot(), 0);
      assert.deepEqual(engines(), []);
      assert.deepEqual(watched.errors, []);
    });

    it('goes the whole way: login, push, off, on, logout', async () => {
      await open('/elements-first.html');
      await login();
      await watched.showsTruth(server.world, 40);
      assert.equal(await boxOfDot(), 1);
      assert.equal(engines().length, 1);

      for (const { userID } of await watched.rows()) flip(server, userID);
      await watched.showsTruth(server.world, 40, { timeout: SOON });

      await watched.page.evaluate(() =>
        globalThis.tui.presence.switchUserStatus({ displayOnlineStatus: false }),
      );
      await watched.until(async () =>
        (await watched.rows()).filter(({ status }) => status).map(({ userID }) => userID),
      );
      assert.equal(await boxOfDot(), 0);

      const [someone] = await watched.rows();
      flip(server, someone!.userID);
      await watched.page.evaluate(() =>
        globalThis.tui.presence.switchUserStatus({ displayOnlineStatus: true }),
      );
      await watched.showsTruth(server.world, 40);

      await watched.page.evaluate(() => globalThis.session.logout());
      await watched.until(async () => (await watched.rows()).map(({ userID }) => userID));
      assert.equal(await boxOfDot(), 0);
      assert.deepEqual(watched.errors, []);
      assert.deepEqual(watched.requestsElsewhere, []);
    });

    it('shows the same when the elements come after the login', async () => {
      await open('/engine-first.html');
      await login();
      await watched.page.evaluate((html) => {
        document.body.insertAdjacentHTML('beforeend', html);
      }, body);
      await watched.showsTruth(server.world, 40);
      assert.equal(await boxOfDot(), 1);
      assert.deepEqual(watched.errors, []);
    });
  });
}

declare global {
  var session: { logout(): Promise<void> };
}
