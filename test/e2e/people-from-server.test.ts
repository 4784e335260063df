import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'node:test';
import { bundle } from './support/bundle.js';
import { openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';
import { ofOtherVersion, serverRendered } from './support/server-rendered.js';

// Persons and stacks that a server has rendered, taken up by a browser. Both run the files that ship.

const TEMPLATE = `html\`
  <tui-person user-id="ana" name="Ana"></tui-person>
  <tui-person user-id="ben" name="Ben" view="avatar"></tui-person>
  <tui-person user-id="carla" view="name"></tui-person>
  <tui-avatar-stack max="2" count .contacts=\${[{ userID: 'ana', name: 'Ana' }, { userID: 'ben' }, { userID: 'eva' }]}></tui-avatar-stack>
\``;

const SENT = `[...document.querySelectorAll('main > *')].flatMap((element) => [
  element, ...element.shadowRoot.querySelectorAll(':host > .box, .avatar, .name, .person'),
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
async function open(script: string, { policy = '', sent = served } = {}): Promise<void> {
  const body = `<!doctype html><html lang="en"><main>${sent}</main>
    <script src="/sent.js"></script><script type="module" src="/page.js"></script>`;
  tui = await openServedPages({
    '/': { body, ...(policy && { policy }) },
    '/sent.js': { body: `globalThis.sent = ${SENT};` },
    '/page.js': { body: await bundle(script) },
  });
}

const HYDRATE = `
  import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
  import { hydrate } from '@lit-labs/ssr-client';
  import { html } from 'lit';
  import { MemorySource } from 'tui-presence';
  import 'tui-presence/define';
  hydrate(${TEMPLATE}, document.querySelector('main'));`;

/** The source of a page in which Ana comes online. */
const LIVE = `
  const source = new MemorySource({ displayOnlineStatus: true,
    persons: [{ userID: 'carla', name: 'Carla' }, { userID: 'eva', name: 'Eva' }] });
  source.setStatus('ana', 'online');
  source.setStatus('carla', 'offline');
  source.connect();`;

/** All that a person and a stack show once the service has answered. */
async function isLive(): Promise<void> {
  const { page } = tui;
  await page.getByText('Ana', { exact: true }).waitFor();
  await page.locator('tui-person [data-user-id=ana][data-status=online]').waitFor();
  await page.locator('tui-person[view=name] .dot.online-status-offline').waitFor();
  await page.getByText('Carla').waitFor();
  await page.getByText('1 of 3 online').waitFor();
  await page.getByRole('button', { name: 'Ana, online' }).waitFor();
  await page.getByRole('button', { name: '1 more person' }).waitFor();
}

describe('persons and stacks that a server has rendered', () => {
  it('have their names and pictures before any script runs', async () => {
    await open('');
    await tui.page.getByText('Ana', { exact: true }).waitFor();
    const picture = await tui.page.locator('tui-person .avatar').first().boundingBox();
    assert.deepEqual([picture?.width, picture?.height], [40, 40]);
    assert.equal(await tui.page.locator('tui-avatar-stack .person').count(), 3);
    assert.deepEqual(tui.errors, []);
  });

  it('are hydrated without a mismatch, keep their nodes, and live', async () => {
    await open(`${HYDRATE} ${LIVE}`);
    await isLive();
    const [count, areTheSame] = (await tui.page.evaluate(
      `(() => { const now = ${SENT};
        return [now.length, sent.every((node, at) => node === now[at])]; })()`,
    )) as [number, boolean];
    assert.ok(count >= 14, `${count}`);
    assert.equal(areTheSame, true);
    assert.deepEqual(tui.errors, []);
  });

  it('live where a server of another version has rendered them', async () => {
    await open(`${HYDRATE} ${LIVE}`, { sent: ofOtherVersion(served) });
    await isLive();
    const counts = await tui.page
      .locator('main > *')
      .evaluateAll((all) =>
        all.map(({ shadowRoot }) => shadowRoot!.querySelectorAll(':host > .box').length),
      );
    assert.deepEqual(counts, [1, 1, 1, 1]);
    assert.deepEqual(tui.errors, []);
  });

  it('are drawn once where nothing hydrates them', async () => {
    await open(`
      import { MemorySource } from 'tui-presence';
      import 'tui-presence/define';
      document.querySelector('tui-avatar-stack').contacts = ['ana', 'ben', 'eva'].map((userID) => ({
        userID, ...(userID === 'ana' && { name: 'Ana' }) }));
      ${LIVE}`);
    await isLive();
    assert.equal(await tui.page.locator('tui-person .avatar').count(), 2);
    assert.equal(await tui.page.locator('tui-avatar-stack .person').count(), 3);
    assert.deepEqual(tui.errors, []);
  });

  it('obey a strict policy, with the list of the rest open', async () => {
    const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
    // A shadow root that a server has sent brings its styles as an element, which such a policy refuses.
    await open(
      `
      import { MemorySource } from 'tui-presence';
      import 'tui-presence/define';
      document.querySelector('main').replaceChildren(...['tui-person', 'tui-avatar-stack'].map((tag) =>
        Object.assign(document.createElement(tag), { userId: 'ana', max: 1,
          contacts: [{ userID: 'ana', name: 'Ana' }, { userID: 'ben', name: 'Ben' }] })));
      globalThis.violations.length = 0;
      ${LIVE}`,
      { policy },
    );
    await tui.page.getByRole('button', { name: '1 more person' }).click();
    await tui.page.getByRole('option', { name: 'Ben' }).waitFor();
    const panel = await tui.page.locator('.panel').boundingBox();
    assert.equal(panel?.width, 280);
    assert.deepEqual(await tui.violations(), []);
  });
});
