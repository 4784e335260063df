import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { namedNodesOf } from './support/accessibility-tree.js';
import { openServedPages } from './support/served-pages.js';
import type { ServedFile, ServedPages } from './support/served-pages.js';

// The files of dist/cdn/i18n, as pages take them in.

const LANGUAGE = '/dist/cdn/i18n/de.js';

const classic = (file: string) => `<script src="${file}"></script>`;
const asModule = (file: string) => `<script type="module" src="${file}"></script>`;
const imported = (file: string) => `<script type="module">import '${file}'</script>`;

const MAIN: Record<string, string> = {
  module: asModule('/dist/cdn/tui-presence.js'),
  'classic script': classic('/dist/cdn/tui-presence.iife.js'),
  'module of the dot': asModule('/dist/cdn/tui-online-dot.js'),
};

const WAYS: Record<string, string> = {
  'a classic script': classic(LANGUAGE),
  'a module': asModule(LANGUAGE),
  'an import': imported(LANGUAGE),
};

const DOT = '<tui-online-dot status="busy"></tui-online-dot>';

/** Logs a user in, with the own status and the friends. */
const LOG_IN = `<!doctype html><tui-own-status></tui-own-status><tui-contact-list></tui-contact-list>
  <script type="module">
    import { login, presence } from '/dist/cdn/tui-presence.js';
    const parameters = new URLSearchParams(location.search);
    document.documentElement.lang = parameters.get('lang');
    presence.switchUserStatus({ displayOnlineStatus: true });
    await login({
      SDKAppID: 1400000001, userID: parameters.get('user'), userSig: 'loopback',
      proxyServer: 'ws://' + location.host, tabs: 'own',
    });
  </script>`;

const FILES: Record<string, ServedFile> = {
  '/': { body: '<!doctype html>' },
  '/login': { body: LOG_IN },
};

let tui: ServedPages;

before(async () => {
  tui = await openServedPages(FILES);
});

beforeEach(() => {
  tui.errors.splice(0);
});

after(() => tui.close());

/** Waits until the dot has its German name for assistive technology: at most 5 s, a frame at a time. */
async function dotIsGerman(): Promise<void> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const images = (await namedNodesOf(tui.page)).filter((each) => each.startsWith('image:'));
    if (images[0] === 'image: beschäftigt') return;
    if (Date.now() > deadline) assert.deepEqual(images, ['image: beschäftigt']);
    await tui.page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

describe('a language for script tags', () => {
  for (const [main, mainScript] of Object.entries(MAIN)) {
    for (const [way, script] of Object.entries(WAYS)) {
      for (const [order, scripts] of [
        ['before', script + mainScript],
        ['after', mainScript + script],
      ] as const) {
        test(`is shown when it comes ${order} the ${main}, as ${way}`, async () => {
          const path = `/page-${Object.keys(FILES).length}`;
          FILES[path] = { body: `<!doctype html><html lang="de"><body>${DOT}${scripts}` };
          await tui.page.goto(tui.url + path);
          await dotIsGerman();
          assert.deepEqual(tui.errors, []);
        });
      }
    }
  }

  test('works in a page that is not UTF-8', async () => {
    FILES['/gbk'] = {
      body: `<html lang="de"><body>${DOT}${classic(LANGUAGE)}${MAIN['classic script']}`,
      type: 'text/html; charset=gbk',
    };
    await tui.page.goto(`${tui.url}/gbk`);
    await dotIsGerman();
  });

  test('leaves other scripts of one file alone', async () => {
    const language = await (await fetch(tui.url + LANGUAGE)).text();
    FILES['/all.js'] = { body: `globalThis.first = () => 1${language.trimEnd()}(()=>{})()` };
    FILES['/all'] = {
      body: `<!doctype html><html lang="de"><body>${DOT}${MAIN['classic script']}
        ${classic('/all.js')}`,
    };
    await tui.page.goto(`${tui.url}/all`);
    await dotIsGerman();
    assert.deepEqual(tui.errors, []);
  });

  test('is of lists that were there before, and its words are understood without it', async () => {
    const { world } = tui.server;
    world.setProfile('alice', { nick: 'Alice Adams' });
    world.addFriend('bob', 'alice');
    await tui.page.goto(`${tui.url}/login?user=alice&lang=de`);
    await tui.page.locator('tui-own-status [part~=online-status-online]').waitFor();
    await tui.page.evaluate((file) => import(file), LANGUAGE);
    await tui.page.getByRole('listbox', { name: 'Kontakte' }).waitFor();
    const english = await tui.page.context().browser()!.newPage();
    await english.goto(`${tui.url}/login?user=bob&lang=en`);
    await tui.page.locator('tui-own-status [part=button]').click();
    await tui.page.getByRole('menuitemradio', { name: 'In einer Besprechung' }).click();
    await english.getByRole('option', { name: 'Alice Adams, In a meeting, busy' }).waitFor();
    assert.equal(world.statusOf('alice').customStatus, 'In einer Besprechung');
    await english.close();
    assert.deepEqual(tui.errors, []);
  });
});
