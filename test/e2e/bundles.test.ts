import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';

const SERVICE = '**/tui-presence-service.js';

let tui: ServedPages;

afterEach(async () => {
  await tui.close();
});

/** Shows a friend of hers in the page's one dot. */
async function followFriend(): Promise<void> {
  const [friend] = tui.server.world.account('alice').friends.keys();
  await tui.page.locator('tui-online-dot').evaluate((dot, userID) => {
    (dot as import('../../elements/tui-online-dot.js').TuiOnlineDot).userId = userID;
  }, friend!);
  await tui.page.locator('tui-online-dot[freshness=live]').waitFor({ state: 'attached' });
}

function open(body: string, script: string): Promise<ServedPages> {
  const text = `<!doctype html><html lang="en">${body}<script type="module">${script}</script>`;
  return openServedPages({ '/': { body: text }, '/empty': { body: '<!doctype html>' } });
}

describe('the module bundle', () => {
  test('fetches no more than itself until somebody connects', async () => {
    tui = await openServedPages({ '/': { body: '<!doctype html><html lang="en">' } });
    const fetched: string[] = [];
    tui.page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await tui.page.evaluate(async () => {
      const name = '/dist/cdn/tui-presence.js';
      const { MemorySource } = (await import(name)) as typeof import('../../elements/cdn.js');
      document.body.innerHTML = '<tui-contact-list></tui-contact-list>';
      await document.querySelector('tui-contact-list')!.updateComplete;
      Object.assign(globalThis, {
        source: new MemorySource({ contacts: [{ userID: 'ana' }], displayOnlineStatus: true }),
      });
    });
    assert.deepEqual(fetched, ['/dist/cdn/tui-presence.js']);
    await tui.page.evaluate('source.connect()');
    await tui.page.locator('[role=option] tui-online-dot[status=unknown]').waitFor();
    assert.deepEqual(fetched.slice(1), ['/dist/cdn/tui-presence-service.js']);
  });

  test('says that the service cannot be had, and tries again when asked', async () => {
    tui = await open('<tui-contact-list></tui-contact-list>', '');
    await tui.page.route(SERVICE, (route) => route.abort());
    await tui.page.evaluate(async () => {
      const name = '/dist/cdn/tui-presence.js';
      const { MemorySource, presence } = (await import(
        name
      )) as typeof import('../../elements/cdn.js');
      const source = new MemorySource({
        displayOnlineStatus: true,
        contacts: [{ userID: 'ana', name: 'Ana' }],
      });
      source.setStatus('ana', 'online');
      source.connect();
      Object.assign(globalThis, { presence });
    });
    await tui.page.waitForFunction(() => globalThis.presence.state === 'unavailable');
    const error = await tui.page.evaluate(() => {
      const { reason, message } = globalThis.presence.error!;
      return { reason, message };
    });
    assert.equal(error.reason, 'unknown');
    assert.match(error.message, /tui-presence-service\.js/);

    await tui.page.unroute(SERVICE);
    await tui.page.locator('tui-contact-list button').click();
    await tui.page.locator('[role=option] tui-online-dot[status=online]').waitFor();
    assert.equal(await tui.page.evaluate('presence.error'), undefined);
  });
});

describe('the bundle of the dot alone', () => {
  test('follows a user of the engine that the page brings', async () => {
    tui = await open(
      '<tui-online-dot></tui-online-dot>',
      `import { connect, presence } from '/dist/cdn/tui-online-dot.js';
      import * as engine from '/dist/cdn/tui-presence-engine.js';
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
      await login({ SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback',
        proxyServer: 'ws://' + location.host });
      globalThis.areOne = presence === whole.presence;`,
    );
    await followFriend();
    assert.equal(await tui.page.evaluate('areOne'), true);
    assert.deepEqual(tui.errors, []);
  });
});
