import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { namedNodesOf } from './support/accessibility-tree.js';
import { openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';

let tui: ServedPages;

afterEach(async () => {
  await tui.close();
});

/** Opens a page with these dots; Ana is online, Ben is offline. */
async function open(dots: string): Promise<void> {
  const script = `
    import { MemorySource } from '/dist/cdn/tui-presence.js';
    const source = new MemorySource({ displayOnlineStatus: true });
    source.setStatus('ana', 'online');
    source.setStatus('ben', 'offline');
    source.connect();`;
  tui = await openServedPages({
    '/': {
      body: `<!doctype html><html lang="en"><title>Dots</title><main>${dots}</main>
        <script type="module">${script}</script></html>`,
    },
  });
  await tui.page.locator('[user-id=ana][status=online]').first().waitFor();
}

/** Sorted, since the tree is not in the order of the page. */
const imagesAndButtons = async () =>
  (await namedNodesOf(tui.page)).filter((each) => /^(image|button|note):/.test(each)).sort();

describe('the accessibility tree', () => {
  it('has each dot as an image with its name, and what the page writes wins', async () => {
    await open(`
      <tui-online-dot user-id="ana"></tui-online-dot>
      <tui-online-dot user-id="ana" label="Ana is here"></tui-online-dot>
      <tui-online-dot user-id="ana" label=""></tui-online-dot>
      <tui-online-dot user-id="ana" aria-label="My Ana"></tui-online-dot>
      <tui-online-dot user-id="ana" role="note"></tui-online-dot>
      <tui-online-dot user-id="ana" role="presentation"></tui-online-dot>
      <tui-online-dot user-id="ana" aria-hidden="true"></tui-online-dot>
      <button>Ana <tui-online-dot user-id="ana"></tui-online-dot></button>
      <button>Ana <tui-online-dot user-id="ana" label=""></tui-online-dot></button>`);
    assert.deepEqual(await imagesAndButtons(), [
      'button: Ana',
      'button: Ana online',
      'image: Ana is here',
      'image: My Ana',
      'image: online',
      // The one in the button.
      'image: online',
      'note: online',
    ]);
    const written = await tui.page
      .locator('tui-online-dot')
      .first()
      .evaluate((dot) => dot.getAttributeNames().sort());
    assert.deepEqual(written, ['freshness', 'status', 'user-id']);
  });

  it('has the status of its own user for each copy of a dot', async () => {
    await open('<p id="one"><tui-online-dot user-id="ana"></tui-online-dot></p><p id="two"></p>');
    assert.deepEqual(await imagesAndButtons(), ['image: online']);
    await tui.page.evaluate(() => {
      const dot = document.querySelector('tui-online-dot')!;
      const clone = dot.cloneNode(true) as Element;
      clone.setAttribute('user-id', 'ben');
      document.querySelector('main')!.append(clone);
      const markup = document.querySelector('#one')!.innerHTML;
      document.querySelector('#two')!.innerHTML = markup.replace('ana', 'ben');
    });
    await tui.page.waitForFunction(
      () => document.querySelectorAll('[user-id=ben][status=offline]').length === 2,
    );
    assert.deepEqual(await imagesAndButtons(), [
      'image: offline',
      'image: offline',
      'image: online',
    ]);
  });
});
