import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Route } from 'playwright-core';
import { launchChromium } from '../support/launch-chromium.js';
import { servePages, WatchedPage } from './support/watched-page.js';

/** A list and a person in a button, both with a picture that is on its way. */
const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>pressed</title>
  <style>tui-contact-list { height: 300px }</style>
  <tui-contact-list></tui-contact-list>
  <button><tui-person user-id="u0" view="avatar"></tui-person></button>
  <script type="module">
    import { MemorySource } from '/dist/cdn/tui-presence.js';
    globalThis.source = new MemorySource({ displayOnlineStatus: true });
    source.setContacts([
      { userID: 'u0', name: 'Ana', avatar: '/picture.png' },
      { userID: 'u1', name: 'Ben' },
    ]);
    source.setStatus('u1', 'online', 'In the workshop');
    source.connect();
    globalThis.list = document.querySelector('tui-contact-list');
    globalThis.clicks = [];
    addEventListener('tui-contact-select', ({ userID }) => clicks.push(userID));
    document.querySelector('button').addEventListener('click', () => clicks.push('button'));
    globalThis.ownRow = ({ name }, { customStatus }) => {
      const row = document.createElement('p');
      row.textContent = name + ' ';
      for (const tag of customStatus ? ['em', 'button'] : []) {
        row.append(Object.assign(document.createElement(tag), { textContent: customStatus }));
      }
      return row;
    };
  </script>`;

let browser: Browser;
let site: Awaited<ReturnType<typeof servePages>>;
let watched: WatchedPage;
let picture: Route;

before(async () => {
  browser = await launchChromium();
  site = await servePages({ '/': HTML });
});

after(async () => {
  await browser.close();
  await site.close();
});

beforeEach(async () => {
  watched = await WatchedPage.open(browser, { hasTouch: true });
  const asked = new Promise<void>((resolve) => {
    void watched.page.route('**/picture.png', (route) => {
      picture = route;
      resolve();
    });
  });
  await watched.page.goto(site.url);
  await watched.page.waitForSelector('tui-contact-list .dot.online-status-online');
  await asked;
});

afterEach(() => watched.close());

/** Presses the mouse on a place, releases it after a change, and says what was clicked. */
async function clicksWhen(place: string, change: () => Promise<unknown>): Promise<string[]> {
  const { page } = watched;
  const box = (await page.locator(place).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await change();
  await page.mouse.up();
  // The click that is expected, or another one that follows, comes before this.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  return page.evaluate(() => (globalThis as unknown as { clicks: string[] }).clicks);
}

const clearWords = async () => {
  await watched.page.evaluate("source.setStatus('u1', 'online')");
  await watched.page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector('tui-contact-list')!;
    return !shadowRoot!.textContent.includes('In the workshop');
  });
};

const failPicture = async () => {
  await picture.abort();
  await watched.page.waitForSelector('.picture', { state: 'detached' });
};

const replaceContacts = async () => {
  await watched.page.evaluate(
    "source.setContacts(['u3', 'u4'].map((userID) => ({ userID, name: userID })))",
  );
  await watched.page.waitForSelector('[data-user-id=u4]');
};

const ownRows = async () => {
  await watched.page.evaluate('list.renderContact = ownRow');
  await watched.page.waitForSelector('em');
};

describe('a press whose place goes before the release', () => {
  it('selects the contact whose picture fails', async () => {
    assert.deepEqual(await clicksWhen('tui-contact-list .picture', failPicture), ['u0']);
  });

  it('clicks on the button around a person whose picture fails', async () => {
    assert.deepEqual(await clicksWhen('tui-person .picture', failPicture), ['button']);
  });

  it('selects the contact whose words go, once', async () => {
    assert.deepEqual(await clicksWhen('[data-user-id=u1] .line', clearWords), ['u1']);
  });

  it("selects the contact whose words go from a page's own row, once", async () => {
    await ownRows();
    assert.deepEqual(await clicksWhen('em', clearWords), ['u1']);
  });

  it("selects no contact for a button that goes from a page's own row", async () => {
    await ownRows();
    assert.deepEqual(await clicksWhen('.own button', clearWords), []);
  });

  it('selects no other contact that the row shows by then', async () => {
    assert.deepEqual(await clicksWhen('[data-user-id=u1] .name', replaceContacts), []);
  });

  it('selects no other contact when a finger is lifted', async () => {
    const { page } = watched;
    const devTools = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      devTools.send('Input.dispatchTouchEvent', { type, touchPoints });
    const { x, y } = (await page.locator('[data-user-id=u1] .name').boundingBox())!;
    await touch('touchStart', [{ x: x + 5, y: y + 5 }]);
    await replaceContacts();
    await page.evaluate("addEventListener('click', () => { globalThis.isClicked = true })");
    await touch('touchEnd', []);
    await page.waitForFunction('globalThis.isClicked');
    assert.deepEqual(await page.evaluate('clicks'), []);
  });
});
