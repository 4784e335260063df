import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { serveElsewhere } from './support/elsewhere.js';
import { openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';

const ENGINE = '/dist/cdn/tui-presence-engine.js';
const READINGS = '/dist/cdn/tui-presence-pinyin.js';

/** A list of one contact, in memory. */
const ANA = `
  const source = new MemorySource({
    displayOnlineStatus: true, contacts: [{ userID: 'ana', name: 'Ana' }],
  });
  source.setStatus('ana', 'online');
  source.connect();`;

const LOG_IN = `login({ SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback',
  proxyServer: 'ws://' + location.host })`;

let tui: ServedPages;

afterEach(async () => {
  await tui.close();
});

/** Sets the user of the page's one dot to a friend of Alice, and waits until the dot is live. */
async function followFriend(): Promise<void> {
  const [friend] = tui.server.world.account('alice').friends.keys();
  await tui.page.locator('tui-online-dot').evaluate((dot, userID) => {
    (dot as import('../../elements/tui-online-dot.js').TuiOnlineDot).userId = userID;
  }, friend!);
  await tui.page.locator('tui-online-dot[freshness=live]').waitFor({ state: 'attached' });
}

/** Opens a page with this markup, and this module after it. */
function open(body: string, script: string): Promise<ServedPages> {
  const text = `<!doctype html><html lang="en">${body}<script type="module">${script}</script>`;
  return openServedPages({ '/': { body: text } });
}

describe('the module bundle', () => {
  test('fetches the SDK for the login, and the readings of Chinese names for a search', async () => {
    tui = await openServedPages({ '/': { body: '<!doctype html><html lang="en">' } });
    const fetched: string[] = [];
    tui.page.on('request', (request) => {
      const { protocol, pathname } = new URL(request.url());
      if (protocol === 'http:') fetched.push(pathname);
    });
    await tui.page.evaluate(async (script) => {
      document.body.innerHTML = '<tui-contact-list></tui-contact-list>';
      const name = '/dist/cdn/tui-presence.js';
      const { MemorySource, login } = (await import(
        name
      )) as typeof import('../../elements/cdn.js');
      Object.assign(globalThis, { login });
      new Function('MemorySource', script)(MemorySource);
    }, ANA);
    await tui.page.getByRole('option', { name: 'Ana, online' }).waitFor();
    assert.deepEqual(fetched, ['/dist/cdn/tui-presence.js']);
    await tui.page.evaluate(LOG_IN);
    // The friends, some of whom have Chinese names, in place of Ana alone.
    await tui.page.getByRole('option').nth(1).waitFor();
    assert.deepEqual(fetched.slice(1), [ENGINE]);
    const readings = tui.page.waitForRequest(`**${READINGS}`);
    await tui.page.keyboard.press('Tab');
    await readings;
    assert.deepEqual(fetched.slice(2), [READINGS]);
    assert.deepEqual(tui.errors, []);
  });

  test('names file, folder and option when the file of the SDK cannot be loaded', async () => {
    tui = await open('', `globalThis.tui = await import('/dist/cdn/tui-presence.js')`);
    await tui.page.waitForFunction('globalThis.tui');
    await tui.page.route(`**${ENGINE}`, (route) => route.abort());
    const error = await tui.page.evaluate(
      `tui.${LOG_IN}.catch(({ name, reason, message }) => ({ name, reason, message }))`,
    );
    const { name, reason, message } = error as Record<string, string>;
    assert.deepEqual([name, reason], ['PresenceError', 'package-missing']);
    const folder = `${tui.url}/dist/cdn/`;
    assert.match(message!, /^tui-presence-engine\.js .*login\(\{ files: '…' \}\)\.$/);
    assert.ok(message!.includes(folder), message);
  });

  test('finds the file of the SDK in the folder that the page names', async () => {
    tui = await open(
      '<tui-online-dot></tui-online-dot>',
      `globalThis.tui = await import('/dist/cdn/tui-presence.js')`,
    );
    await tui.page.waitForFunction('globalThis.tui');
    await tui.page.route('**/elsewhere/tui-presence-engine.js', (route) =>
      route.fulfill({ path: `dist/cdn${ENGINE.slice(ENGINE.lastIndexOf('/'))}` }),
    );
    const requested = tui.page.waitForRequest('**/elsewhere/tui-presence-engine.js');
    await tui.page.evaluate(`tui.${LOG_IN.replace('{', "{ files: '/elsewhere', ")}`);
    await requested;
    await followFriend();
  });
});

describe('the classic script', () => {
  test('logs in with the SDK beside itself when it comes from another origin', async () => {
    const cdn = await serveElsewhere();
    try {
      tui = await open(
        `<script src="${cdn.url}/dist/cdn/tui-presence.iife.js"></script>
        <tui-online-dot></tui-online-dot>`,
        `await TuiPresence.${LOG_IN};`,
      );
      await followFriend();
      assert.deepEqual(tui.errors, []);
    } finally {
      cdn.close();
    }
  });
});

describe('the bundle of the dot alone', () => {
  test('follows a user of the engine that the page brings', async () => {
    tui = await open(
      '<tui-online-dot></tui-online-dot>',
      `import { connect, presence } from '/dist/cdn/tui-online-dot.js';
      import * as engine from '${ENGINE}';
      presence.switchUserStatus({ displayOnlineStatus: true });
      connect(engine);
      const { TUILogin, TUIChatEngine } = engine;
      const session = { SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback' };
      await TUILogin.login({ ...session, proxyServer: 'ws://' + location.host });
      await TUIChatEngine.login({ ...session, chat: TUILogin.getContext().chat });`,
    );
    await followFriend();
  });

  test('logs in by itself, and shares its controller with the whole', async () => {
    tui = await open(
      '<tui-online-dot></tui-online-dot>',
      `import { login, presence } from '/dist/cdn/tui-online-dot.js';
      import * as whole from '/dist/cdn/tui-presence.js';
      await ${LOG_IN};
      globalThis.areOne = presence === whole.presence;`,
    );
    await followFriend();
    assert.equal(await tui.page.evaluate('areOne'), true);
    assert.deepEqual(tui.errors, []);
  });
});
