import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'node:test';
import { namedNodesOf } from './support/accessibility-tree.js';
import { bundle } from './support/bundle.js';
import { openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';
import { ofOtherVersion, serverRendered } from './support/server-rendered.js';

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

/** What a server sends: the elements, the spans of the dots, and the frames of the lists. */
const SENT = `[...document.querySelectorAll('main > *')].flatMap((element) => [
  element,
  ...element.shadowRoot.querySelectorAll(':host > .dot, [part=header], [part=search], [part=list]'),
])`;

let served: string;
let tui: ServedPages;

before(async () => {
  served = await serverRendered(TEMPLATE);
});

afterEach(async () => {
  await tui.close();
});

/** Opens what the server has rendered, with this module after it. */
async function open(script: string, { lang = 'en', body = served } = {}): Promise<void> {
  const page = `<!doctype html><html lang="${lang}"><main>${body}</main><script>
    globalThis.sent = ${SENT};</script><script type="module" src="/page.js"></script>`;
  tui = await openServedPages({
    '/': { body: page },
    '/page.js': { body: await bundle(script) },
  });
}

const HYDRATE = `
  import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
  import { hydrate } from '@lit-labs/ssr-client';
  import { html } from 'lit';
  import { MemorySource, presence } from 'tui-presence';
  const hydrateAll = () => hydrate(${TEMPLATE}, document.querySelector('main'));`;

/** Everything that the server has sent is in its place, once. */
async function keepsNodes(): Promise<void> {
  const [count, areTheSame] = (await tui.page.evaluate(
    `(() => { const now = ${SENT};
      return [now.length, now.every((node, at) => node === sent[at])]; })()`,
  )) as [number, boolean];
  // Two dots with a span each, two lists of two parts each, one search field.
  assert.equal(count, 11);
  assert.equal(areTheSame, true);
}

describe('a page that a server has rendered', () => {
  it('has the frames of the lists and the dots whose status is known', async () => {
    await open('');
    await tui.page.locator('#given .dot.online-status-online').waitFor();
    assert.equal(await tui.page.locator('#bound').isVisible(), false);
    const names = await tui.page.locator('tui-contact-list input').count();
    assert.equal(names, 1);
    assert.equal(await tui.page.locator('.said').first().textContent(), 'Loading…');
    assert.deepEqual(tui.errors, []);
  });

  it('is hydrated without a mismatch, keeps its nodes, and lives', async () => {
    await open(`${HYDRATE}
      import 'tui-presence/define';
      hydrateAll();
      globalThis.live = () => { ${ANA} };`);
    await tui.page.locator('#given[status=online]').waitFor();
    await keepsNodes();
    assert.ok((await namedNodesOf(tui.page)).includes('image: online'));
    await tui.page.evaluate(() => globalThis.live());
    await tui.page.locator('#bound[status=online]').waitFor();
    assert.ok((await namedNodesOf(tui.page)).includes('image: Ana is here'));
    await tui.page.getByRole('option', { name: 'Ana, online' }).waitFor();
    assert.deepEqual(tui.errors, []);
  });

  it('speaks the language of the page, whatever the server spoke', async () => {
    await open(`${HYDRATE} import 'tui-presence/define'; hydrateAll();`, { lang: 'ja' });
    await tui.page.locator('tui-contact-list input[placeholder=連絡先を検索]').waitFor();
    await keepsNodes();
    assert.ok((await namedNodesOf(tui.page)).includes('image: オンライン'));
    assert.deepEqual(tui.errors, []);
  });

  it('shows what was known before it was hydrated', async () => {
    await open(`${HYDRATE} ${ANA}
      presence.observe('ana', (_, { status }) => {
        if (status !== 'online') return;
        hydrateAll();
        import('tui-presence/define');
      });`);
    await tui.page.locator('#bound[status=online] .online-status-online').waitFor();
    await keepsNodes();
    await tui.page
      .locator('main > tui-contact-list')
      .getByRole('option', { name: 'Ana, online' })
      .waitFor();
    assert.equal(await tui.page.locator('main > tui-contact-list .state').count(), 0);
    assert.deepEqual(tui.errors, []);
  });

  it('lives where its data are bound after its tags were defined', async () => {
    await open(`${HYDRATE}
      import 'tui-presence/define';
      ${ANA}
      customElements.whenDefined('tui-conversation-list').then(() => setTimeout(hydrateAll));`);
    const talks = tui.page.locator('tui-conversation-list');
    await talks.locator('slot[name=empty]').waitFor();
    await tui.page.locator('#bound[status=online]').waitFor();
    await tui.page.getByRole('option', { name: 'Ana, online' }).waitFor();
    assert.equal(await talks.locator('[part=list]').count(), 1);
    assert.deepEqual(tui.errors, []);
  });

  it('lives where a server of another version has rendered it', async () => {
    const body = ofOtherVersion(served);
    await open(`${HYDRATE} import 'tui-presence/define'; hydrateAll(); ${ANA}`, { body });
    await tui.page.locator('#bound[status=online] .online-status-online').waitFor();
    await tui.page.getByRole('option', { name: 'Ana, online' }).waitFor();
    const counts = await tui.page
      .locator('main > *')
      .evaluateAll((all) =>
        all.map(({ shadowRoot }) => shadowRoot!.querySelectorAll(':host > :is(.dot, .box)').length),
      );
    assert.deepEqual(counts, [1, 1, 1, 1]);
    assert.deepEqual(tui.errors, []);
  });

  it('has one dot in a shadow root that came with the page and is not hydrated', async () => {
    const dot = (inside: string) =>
      `<tui-online-dot status="busy"><template shadowrootmode="open">${inside}</template></tui-online-dot>`;
    await open(`import 'tui-presence/define';`, { body: dot('') + dot('<span></span>') });
    const dots = tui.page.locator('tui-online-dot[freshness]');
    await dots.nth(1).waitFor();
    const counts = await dots.evaluateAll((all) =>
      all.map(({ shadowRoot }) => shadowRoot!.querySelectorAll('span').length),
    );
    assert.deepEqual(counts, [1, 1]);
    assert.deepEqual(tui.errors, []);
  });

  it('is drawn once where nothing hydrates it', async () => {
    await open(`import { MemorySource } from 'tui-presence'; import 'tui-presence/define'; ${ANA}`);
    await tui.page.getByRole('option', { name: 'Ana, online' }).waitFor();
    assert.equal(await tui.page.locator('input').count(), 1);
    assert.equal(await tui.page.locator('[part=list]').count(), 2);
    assert.deepEqual(tui.errors, []);
  });
});

declare global {
  var live: () => void;
}
