import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { build } from 'esbuild';
import { built, openServedPages } from './support/served-pages.js';
import type { ServedFile, ServedPages } from './support/served-pages.js';
import { ROOT } from './support/watched-page.js';

const CLASSIC = built('cdn/tui-presence.iife.js');
const MODULE = built('cdn/tui-presence.js');
const SDK = '/dist/cdn';

/** A script of another library as an optimizer takes it in: without the end of its last statement. */
const vendor = (file: string) =>
  readFileSync(join(ROOT, 'node_modules', file), 'utf8').replace(/[;\s]+$/, '');

const BOOTSTRAP = vendor('bootstrap/dist/js/bootstrap.bundle.min.js');
const VUE = vendor('vue/dist/vue.global.prod.js');

/** A statement that a script without an end before it would call as a function. */
const IMMEDIATE = '(function(){globalThis.isLastRun=true})()';

const IN_TEXT = CLASSIC.replaceAll('</script', '<\\/script');

interface Site {
  /** The markup of the scripts. */
  scripts: string;
  files?: Record<string, ServedFile>;
}

const FILES: Record<string, ServedFile> = {
  '/': { body: '<!doctype html><title>Scripts</title>' },
};

let tui: ServedPages;
let folder = '';

before(async () => {
  tui = await openServedPages(FILES);
});

beforeEach(() => {
  tui.errors.splice(0);
});

after(() => tui.close());

/** Opens a page with a list and these scripts, in a folder of its own, and waits until they have run. */
async function open({ scripts, files = {} }: Site): Promise<void> {
  folder = `/site-${Object.keys(FILES).length}/`;
  for (const [path, file] of Object.entries(files)) FILES[folder + path] = file;
  FILES[folder] = {
    body: `<!doctype html><html lang="en"><body>${scripts}
      <tui-contact-list style="height: 300px"></tui-contact-list>`,
  };
  await tui.page.goto(tui.url + folder);
  await tui.page.waitForFunction('globalThis.TuiPresence');
}

/** Logs in; the reason and the message where that fails. */
function logIn(files?: string): Promise<{ reason: string; message: string } | undefined> {
  return tui.page.evaluate(`TuiPresence.login({
    SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback',
    proxyServer: 'ws://' + location.host, ${files === undefined ? '' : `files: '${files}'`}
  }).then(() => undefined, ({ reason, message }) => ({ reason, message }))`);
}

async function assertLoggedIn(files?: string): Promise<void> {
  assert.equal(await logIn(files), undefined);
  await tui.page.locator('[role=option][data-freshness=live]').first().waitFor();
  assert.deepEqual(tui.errors, []);
}

/** The error names the file, the folder where it was looked for, and the way out. */
async function assertNotFound(place: string): Promise<void> {
  const error = await logIn();
  assert.equal(error?.reason, 'package-missing');
  assert.match(error.message, /^tui-presence-engine\.js .*login\(\{ files: '…' \}\)\.$/);
  assert.ok(error.message.includes(new URL(place, tui.url + folder).href), error.message);
  // The browser writes the missing file to the console.
  tui.errors.splice(0);
}

const asModule = (file: string) => `<script type="module" src="${file}"></script>`;
const asClassic = (file: string) => `<script src="${file}"></script>`;

/** How a page may have moved the script, and where the SDK's file is looked for without `files`. */
const SITES: Record<string, Site & { place: string }> = {
  'a renamed file': {
    scripts: asClassic('assets/presence.min.js'),
    files: { 'assets/presence.min.js': { body: CLASSIC } },
    place: 'assets/',
  },
  'a renamed module': {
    scripts: `<script type="module">
      globalThis.TuiPresence = await import('./assets/presence.min.js');</script>`,
    files: { 'assets/presence.min.js': { body: MODULE } },
    place: 'assets/',
  },
  'one file behind other scripts': {
    scripts: asClassic('assets/site.js?v=3'),
    files: { 'assets/site.js': { body: `${BOOTSTRAP}\n${VUE}${CLASSIC}` } },
    place: 'assets/',
  },
  'one file after a comment without a line break': {
    scripts: asClassic('assets/site.js'),
    files: { 'assets/site.js': { body: BOOTSTRAP + CLASSIC } },
    place: 'assets/',
  },
  'one file before other scripts': {
    scripts: asClassic('assets/site.js'),
    files: { 'assets/site.js': { body: CLASSIC.trimEnd() + IMMEDIATE } },
    place: 'assets/',
  },
  'one file that has it twice': {
    scripts: asClassic('assets/site.js'),
    files: { 'assets/site.js': { body: CLASSIC.trimEnd() + CLASSIC.trimEnd() } },
    place: 'assets/',
  },
  'a strict function of an optimizer': {
    scripts: asClassic('assets/site.js'),
    files: { 'assets/site.js': { body: `"use strict";!function(){${VUE};${CLASSIC}}();` } },
    place: 'assets/',
  },
  'a script of the page itself': { scripts: `<script>${IN_TEXT}</script>`, place: '' },
  'a module of the page itself': {
    scripts: `<script type="module">${IN_TEXT}</script>`,
    place: '',
  },
  'a loader that evaluates it': {
    scripts: `<script>fetch('assets/presence.js').then((response) => response.text())
      .then((text) => (0, eval)(text))</script>`,
    files: { 'assets/presence.js': { body: CLASSIC } },
    place: '',
  },
  'a module of a blob': {
    scripts: `<script type="module">
      const blob = await (await fetch('assets/presence.js')).blob();
      globalThis.TuiPresence = await import(URL.createObjectURL(blob));</script>`,
    files: { 'assets/presence.js': { body: MODULE } },
    place: '',
  },
};

/** What esbuild makes of an app that imports the module from its own folder. */
async function bundled(format: 'esm' | 'iife'): Promise<ServedFile> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as all from './dist/cdn/tui-presence.js';
        globalThis.TuiPresence = all;`,
      resolveDir: ROOT,
    },
    bundle: true,
    minify: true,
    write: false,
    format,
    logLevel: 'silent',
  });
  return { body: outputFiles[0]!.text };
}

/** How a page comes to an address that no other address can be relative to. */
const WITHOUT_ADDRESS: Record<string, (html: string) => Promise<unknown>> = {
  'about:': (html) => tui.page.goto('about:blank').then(() => tui.page.setContent(html)),
  'data:': (html) => tui.page.goto(`data:text/html,${encodeURIComponent(html)}`),
  'blob:': async (html) => {
    await tui.page.goto(tui.url);
    await tui.page.evaluate((text) => {
      location.href = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
    }, html);
    await tui.page.waitForURL('blob:**');
  },
};

describe('the script', () => {
  for (const [how, { place, ...site }] of Object.entries(SITES)) {
    test(`names the folder where it has looked, and logs in with that of the SDK: ${how}`, async () => {
      await open(site);
      await assertNotFound(place);
      await assertLoggedIn(SDK);
    });
  }

  for (const format of ['esm', 'iife'] as const) {
    test(`logs in from an app's own bundle (${format}), and else names where it has looked`, async () => {
      const scripts = format === 'esm' ? asModule('app/main.js') : asClassic('app/main.js');
      await open({ scripts, files: { 'app/main.js': await bundled(format) } });
      await assertNotFound(format === 'esm' ? 'app/' : '');
      await assertLoggedIn(SDK);
    });
  }

  test('runs what stands behind it in one file', async () => {
    await open(SITES['one file before other scripts']!);
    assert.equal(await tui.page.evaluate('isLastRun'), true);
    assert.deepEqual(tui.errors, []);
  });

  test('needs no folder where the other files were moved with it', async () => {
    await open({
      scripts: asClassic('assets/presence.min.js'),
      files: {
        'assets/presence.min.js': { body: CLASSIC },
        'assets/tui-presence-engine.js': { body: built('cdn/tui-presence-engine.js') },
        'assets/tui-presence-pinyin.js': { body: built('cdn/tui-presence-pinyin.js') },
      },
    });
    await assertLoggedIn();
  });

  for (const files of ['../dist/cdn', './../dist/cdn/', 'ORIGIN/dist/cdn', '/dist/cdn//']) {
    test(`takes the folder as ${files}`, async () => {
      await open(SITES['a renamed file']!);
      await assertLoggedIn(files.replace('ORIGIN', tui.url));
    });
  }

  test('names a folder that is no address as it was given', async () => {
    await open(SITES['a renamed file']!);
    const error = await logIn('http://');
    assert.equal(error?.reason, 'package-missing');
    assert.ok(error.message.includes('http:/'), error.message);
  });

  for (const [scheme, show] of Object.entries(WITHOUT_ADDRESS)) {
    test(`runs in a page of ${scheme}, and names the file that it does not find there`, async () => {
      await show(`<!doctype html><tui-contact-list></tui-contact-list>
        <script>${IN_TEXT}</script>
        <script>new TuiPresence.MemorySource({ contacts: [{ userID: 'ana' }] }).connect()</script>`);
      await tui.page.locator('[role=option]', { hasText: 'ana' }).waitFor();
      assert.deepEqual(tui.errors, []);
      const error = await tui.page.evaluate(`TuiPresence.login({
        SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback',
      }).catch(({ reason, message }) => ({ reason, message }))`);
      assert.deepEqual(Object.keys(error as object), ['reason', 'message']);
      const { reason, message } = error as { reason: string; message: string };
      assert.equal(reason, 'package-missing');
      assert.match(message, /^tui-presence-engine\.js /);
    });
  }

  for (const type of ['text/html', 'text/javascript']) {
    test(`says that the file is missing where the server gives a page as ${type}`, async () => {
      await open({
        scripts: asClassic('assets/presence.min.js'),
        files: {
          'assets/presence.min.js': { body: CLASSIC },
          'assets/tui-presence-engine.js': { body: '<!doctype html><p>Not found', type },
        },
      });
      await assertNotFound('assets/');
    });
  }
});
