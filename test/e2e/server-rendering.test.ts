import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, before, describe, it } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { build } from 'esbuild';
import { html } from 'lit';
import { openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';
import { ROOT } from './support/watched-page.js';

// What a server has rendered, taken up by a browser. Both run the files that ship.

/** A dot and an empty list of each kind, as an app would write them. */
const TEMPLATE = `html\`
  <tui-online-dot id="given" status="online"></tui-online-dot>
  <tui-online-dot id="bound" user-id=\${'ana'} .label=\${'Ana is here'}></tui-online-dot>
  <tui-contact-list searchable></tui-contact-list>
  <tui-conversation-list .conversations=\${[]} label="Talks"></tui-conversation-list>
\``;

/** Lets Ana come online. */
const ANA = `
  const source = new MemorySource({
    displayOnlineStatus: true, contacts: [{ userID: 'ana', name: 'Ana' }],
  });
  source.setStatus('ana', 'online');
  source.connect();`;

/** What a server sends: the elements, and the frames of the lists. */
const SENT = `[...document.querySelectorAll('main > *')].flatMap((element) => [
  element,
  ...(element.shadowRoot?.querySelectorAll('[part=header], [part=search], [part=list]') ?? []),
])`;

let served: string;
let tui: ServedPages;

before(async () => {
  await import(join(ROOT, 'dist/elements/define.js'));
  const template = new Function('html', `return ${TEMPLATE}`) as (tag: typeof html) => unknown;
  served = await collectResult(render(template(html)));
});

afterEach(async () => {
  await tui.close();
});

/** Opens what the server has rendered, with this module after it. */
async function open(script: string, { lang = 'en', body = served } = {}): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: ROOT },
    alias: {
      'tui-presence': join(ROOT, 'dist/elements/index.js'),
      'tui-presence/define': join(ROOT, 'dist/elements/define.js'),
    },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  const page = `<!doctype html><html lang="${lang}"><main>${body}</main><script>
    globalThis.sent = ${SENT};</script><script type="module" src="/page.js"></script>`;
  tui = await openServedPages({
    '/': { body: page },
    '/page.js': { body: outputFiles[0]!.text },
  });
}

const HYDRATE = `
  import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
  import { hydrate } from '@lit-labs/ssr-client';
  import { html } from 'lit';
  import { MemorySource, presence } from 'tui-presence';
  import 'tui-presence/define';
  const hydrateAll = () => hydrate(${TEMPLATE}, document.querySelector('main'));`;

/** Everything that the server has sent is in its place, once. */
async function keepsNodes(): Promise<void> {
  const [count, areTheSame] = (await tui.page.evaluate(
    `(() => { const now = ${SENT};
      return [now.length, now.every((node, at) => node === sent[at])]; })()`,
  )) as [number, boolean];
  // Two dots, two lists of two parts each, one search field.
  assert.equal(count, 9);
  assert.equal(areTheSame, true);
}

describe('a page that a server has rendered', () => {
  it('has the frames of the lists and no dot yet', async () => {
    await open('');
    const names = await tui.page.locator('tui-contact-list input').count();
    assert.equal(names, 1);
    assert.equal(await tui.page.locator('.said').first().textContent(), 'Loading…');
    assert.deepEqual(tui.errors, []);
  });

  it('is hydrated without a mismatch, keeps its nodes, and lives', async () => {
    await open(`${HYDRATE}
      hydrateAll();
      globalThis.live = () => { ${ANA} };`);
    await tui.page.locator('#given[aria-label=online i]').waitFor();
    await keepsNodes();
    await tui.page.evaluate(() => globalThis.live());
    await tui.page.locator('#bound[status=online][aria-label="Ana is here"]').waitFor();
    await tui.page.locator('tui-contact-list [role=option] [status=online]').waitFor();
    assert.deepEqual(tui.errors, []);
  });

  it('speaks the language of the page, whatever the server spoke', async () => {
    await open(`${HYDRATE} hydrateAll();`, { lang: 'ja' });
    await tui.page.locator('tui-contact-list input[placeholder=連絡先を検索]').waitFor();
    await tui.page.locator('#given[aria-label=オンライン]').waitFor();
    await keepsNodes();
    assert.deepEqual(tui.errors, []);
  });

  it('shows what was known before it was hydrated', async () => {
    await open(`${HYDRATE} ${ANA}
      globalThis.live = hydrateAll;
      document.body.append(document.createElement('tui-contact-list'));`);
    await tui.page.locator('body > tui-contact-list [role=option] [status=online]').waitFor();
    await tui.page.evaluate(() => globalThis.live());
    await tui.page.locator('#bound[status=online]').waitFor();
    await keepsNodes();
    await tui.page.locator('main > tui-contact-list [role=option] [status=online]').waitFor();
    assert.equal(await tui.page.locator('main > tui-contact-list .state').count(), 0);
    assert.deepEqual(tui.errors, []);
  });

  it('has one dot in a shadow root that came with the page', async () => {
    const dot = (inside: string) =>
      `<tui-online-dot status="busy"><template shadowrootmode="open">${inside}</template></tui-online-dot>`;
    await open(`import 'tui-presence/define';`, { body: dot('') + dot('<span></span>') });
    const dots = tui.page.locator('tui-online-dot[aria-label=busy i]');
    await dots.nth(1).waitFor();
    const counts = await dots.evaluateAll((all) =>
      all.map(({ shadowRoot }) => shadowRoot!.querySelectorAll('span').length),
    );
    assert.deepEqual(counts, [1, 1]);
    assert.deepEqual(tui.errors, []);
  });

  it('is drawn once where nothing hydrates it', async () => {
    await open(`import { MemorySource } from 'tui-presence'; import 'tui-presence/define'; ${ANA}`);
    await tui.page.locator('tui-contact-list [role=option] [status=online]').waitFor();
    assert.equal(await tui.page.locator('input').count(), 1);
    assert.equal(await tui.page.locator('[part=list]').count(), 2);
    assert.deepEqual(tui.errors, []);
  });
});

declare global {
  var live: () => void;
}
