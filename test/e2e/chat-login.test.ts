/** `login` with the Chat SDK alone, by a script tag, with the real SDK. */
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { flip, fortyFriends } from './support/forty-friends.js';
import { redirectSockets } from './support/sdk-bundles.js';
import { openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';
import { openTabPages } from './support/tab-pages.js';
import type { TabPages } from './support/tab-pages.js';

const CHAT = '/dist/cdn/tui-presence-chat.js';

const BODY = `<!doctype html><html lang="en"><tui-contact-list></tui-contact-list>
  <tui-conversation-list></tui-conversation-list><tui-online-dot></tui-online-dot>
  <script type="module">globalThis.tui = await import('/dist/cdn/tui-presence.js');</script>`;

const LOG_IN = `tui.login({ SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback', sdk: 'chat' })`;

describe('a page by script tag', () => {
  let tui: ServedPages;

  /** Opens the page, whose sockets are redirected to the server. */
  async function open(): Promise<void> {
    tui = await openServedPages({ '/': { body: BODY } });
    await redirectSockets(tui.page, tui.server.url);
    await tui.page.reload();
    await tui.page.waitForFunction('globalThis.tui');
  }

  afterEach(() => tui.close());

  test('fetches the SDK alone, and shows friends, conversations and statuses', async () => {
    await open();
    const fetched: string[] = [];
    tui.page.on('request', (request) => {
      const { protocol, pathname } = new URL(request.url());
      if (protocol === 'http:') fetched.push(pathname);
    });
    const [friend] = tui.server.world.account('alice').friends.keys();
    await tui.page.evaluate(`${LOG_IN}.then((session) => { globalThis.session = session; })`);
    await tui.page.locator('tui-online-dot').evaluate((dot, userID) => {
      (dot as import('../../elements/tui-online-dot.js').TuiOnlineDot).userId = userID;
    }, friend!);
    for (const [status, name] of [
      [1, 'online'],
      [3, 'not-logged-in'],
    ] as const) {
      tui.server.world.setStatus(friend!, { status });
      const dot = `body > tui-online-dot[status=${name}][freshness=live]`;
      await tui.page.locator(dot).waitFor({ state: 'attached' });
    }
    await tui.page.locator('tui-contact-list').getByRole('option').first().waitFor();
    await tui.page.locator('tui-conversation-list').getByRole('option').first().waitFor();
    assert.deepEqual(fetched, [CHAT]);
    await tui.page.evaluate('session.logout()');
    await tui.page.locator('tui-contact-list').getByRole('option').first().waitFor({
      state: 'detached',
    });
    assert.deepEqual(tui.server.subscriptionsOf('alice'), []);
    assert.deepEqual(tui.errors, []);
  });

  test('says in the console why a group has no members, and keeps no list waiting', async () => {
    await open();
    const warnings: string[] = [];
    tui.page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    await tui.page
      .locator('tui-contact-list')
      .evaluate((list) => list.setAttribute('group-id', 'g'));
    await tui.page.evaluate(`${LOG_IN}.then(() => undefined)`);
    await tui.page.getByText('No members').waitFor();
    assert.equal(warnings.filter((text) => text.includes('plugins/group')).length, 1);
    assert.deepEqual(tui.errors, []);
  });

  test('makes one login of each after one that was overtaken, too', async () => {
    await open();
    const { faults, ledger } = tui.server;
    faults.add({ kind: 'hold', command: 'wslogin', times: 1 });
    await tui.page.evaluate(`void ${LOG_IN.replace('alice', 'bob')}.catch(() => undefined)`);
    while (faults.held === 0) {
      await tui.page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await tui.page.evaluate(LOG_IN);
    const before = ledger.of('alice').logins;
    await tui.page.evaluate(`(async () => {
      for (const time of [1, 2]) {
        await (await ${LOG_IN}).logout({ everywhere: true });
        await ${LOG_IN};
      }
    })()`);
    assert.equal(ledger.of('alice').logins, before + 2);
  });

  test('names file and folder when the file of the SDK cannot be loaded', async () => {
    await open();
    await tui.page.route(`**${CHAT}`, (route) => route.abort());
    const [reason, message] = (await tui.page.evaluate(
      `${LOG_IN}.catch((error) => [error.reason, error.message])`,
    )) as [string, string];
    assert.equal(reason, 'package-missing');
    assert.match(message, /^tui-presence-chat\.js .*login\(\{ files: '…' \}\)\.$/);
  });

  test('is told that proxyServer needs the UIKit, and nothing is fetched', async () => {
    await open();
    const fetched: string[] = [];
    tui.page.on('request', (request) => fetched.push(request.url()));
    const message = await tui.page.evaluate(
      `${LOG_IN.replace('sdk:', "proxyServer: 'ws://127.0.0.1:1', sdk:")}.catch(
        (error) => error.message,
      )`,
    );
    assert.match(message as string, /proxyServer needs sdk: 'uikit'/);
    assert.deepEqual(fetched, []);
  });
});

describe('tabs of one origin', () => {
  let tabs: TabPages;

  afterEach(() => tabs.end());

  test('have one login, and the next takes over', async () => {
    const friends = ['user0', 'user1', 'user2'];
    tabs = await openTabPages({ world: fortyFriends() });
    for (let count = 0; count < 3; count++) await tabs.open(friends, { sdk: 'chat' });
    await tabs.showTruth(friends);
    assert.equal(tabs.logins, 1);
    for (let closed = 1; closed <= 2; closed++) {
      await tabs.pages.shift()!.close();
      flip(tabs.server, 'user1');
      await tabs.showTruth(friends);
      assert.equal(tabs.logins, 1 + closed);
    }
    assert.deepEqual(tabs.errors, []);
  });
});
