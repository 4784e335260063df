import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, CDPSession } from 'playwright-core';
import { launchChromium } from '../support/launch-chromium.js';
import { servePages, WatchedPage } from './support/watched-page.js';

/** A list from memory in a page that scrolls. Its events are in `events`. */
const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>hands</title>
  <meta name="viewport" content="width=device-width">
  <style>body { height: 3000px } tui-contact-list { height: 300px; margin-top: 100px }</style>
  <tui-contact-list searchable></tui-contact-list>
  <script type="module">
    import { MemorySource } from '/dist/cdn/tui-presence.js';
    const names = ['张伟', '李娜', 'Zhanna'];
    const contacts = Array.from({ length: 60 }, (_, number) => ({
      userID: 'u' + number,
      name: names[number] ?? 'Person ' + String(number).padStart(2, '0'),
    }));
    globalThis.source = new MemorySource({ contacts, displayOnlineStatus: true });
    source.connect();
    globalThis.events = [];
    for (const type of ['tui-contact-select', 'tui-contact-menu', 'contextmenu']) {
      addEventListener(type, (event) => {
        if (type === 'tui-contact-menu') event.preventDefault();
        events.push({ type, userID: event.userID, isPrevented: event.defaultPrevented });
      });
    }
  </script>`;

interface SeenEvent {
  type: string;
  userID?: string;
  isPrevented: boolean;
}

let browser: Browser;
let site: Awaited<ReturnType<typeof servePages>>;
let watched: WatchedPage;
let devTools: CDPSession;

before(async () => {
  browser = await launchChromium();
  site = await servePages({ '/hands.html': HTML });
});

after(async () => {
  await browser.close();
  await site.close();
});

beforeEach(async () => {
  const viewport = { width: 400, height: 600 };
  watched = await WatchedPage.open(browser, { hasTouch: true, isMobile: true, viewport });
  devTools = await watched.page.context().newCDPSession(watched.page);
  await watched.page.goto(`${site.url}/hands.html`);
  await watched.page.waitForSelector('tui-contact-list .row');
});

afterEach(async () => {
  assert.deepEqual(watched.errors, []);
  await watched.close();
});

const eventsOf = (type: string) =>
  watched.page.evaluate(
    (wanted) =>
      (globalThis as unknown as { events: SeenEvent[] }).events.filter(
        (one) => one.type === wanted,
      ),
    type,
  );

const filter = () => watched.page.$eval('tui-contact-list', (list) => list.filter);

/** The class of what has the focus in the list: its field has none. */
const focused = () =>
  watched.page.$eval('tui-contact-list', (list) => list.shadowRoot!.activeElement?.tagName);

/** The state of an input method: what it has composed so far. */
const compose = (text: string) =>
  devTools.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });

const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
  devTools.send('Input.dispatchTouchEvent', { type, touchPoints: points });

/** The middle of a row. */
async function middleOf(userID: string): Promise<{ x: number; y: number }> {
  const box = await watched.page.locator(`tui-contact-list [data-user-id=${userID}]`).boundingBox();
  return { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 };
}

describe('a contact list and an input method', () => {
  it('searches for what was composed, and for nothing on the way there', async () => {
    await watched.page.focus('tui-contact-list input');
    for (const text of ['z', 'zh', 'zh a', 'zhang']) {
      await compose(text);
      assert.equal(await filter(), '');
      assert.equal(await watched.page.inputValue('tui-contact-list input'), text);
    }
    await watched.page.keyboard.press('ArrowDown');
    assert.equal(await focused(), 'INPUT');
    await devTools.send('Input.insertText', { text: '张' });
    assert.equal(await filter(), '张');
    await watched.page.waitForFunction(
      () =>
        document.querySelector('tui-contact-list')!.shadowRoot!.querySelectorAll('.row').length ===
        1,
    );
    await watched.page.keyboard.press('ArrowDown');
    assert.equal(await focused(), 'DIV');
    await watched.page.keyboard.press('Enter');
    assert.deepEqual(
      (await eventsOf('tui-contact-select')).map(({ userID }) => userID),
      ['u0'],
    );
  });

  it('forgets what the input method takes back', async () => {
    await watched.page.focus('tui-contact-list input');
    await compose('zh');
    await compose('');
    assert.equal(await filter(), '');
    await watched.page.keyboard.type('Zha');
    assert.equal(await filter(), 'Zha');
  });
});

describe('a contact list and a menu', () => {
  it('asks once for a right click, the menu key and Shift+F10, and no other menu opens', async () => {
    const { x, y } = await middleOf('u4');
    await watched.page.mouse.click(x, y, { button: 'right' });
    await watched.page.keyboard.press('ArrowDown');
    await watched.page.keyboard.press('ContextMenu');
    await watched.page.keyboard.press('ArrowDown');
    await watched.page.keyboard.press('Shift+F10');
    assert.deepEqual(
      (await eventsOf('tui-contact-menu')).map(({ userID }) => userID),
      ['u4', 'u5', 'u6'],
    );
    const others = await eventsOf('contextmenu');
    assert.deepEqual(
      others.filter(({ isPrevented }) => !isPrevented),
      [],
    );
    assert.deepEqual(await eventsOf('tui-contact-select'), []);
  });

  it('asks once for a long press, and selects nothing when the finger is lifted', async () => {
    const point = await middleOf('u4');
    await touch('touchStart', [point]);
    await watched.until(async () =>
      (await eventsOf('tui-contact-menu')).length > 0 ? [] : ['no menu was asked for'],
    );
    await touch('touchEnd', []);
    await watched.page.touchscreen.tap(point.x, point.y + 60);
    await watched.until(async () =>
      (await eventsOf('tui-contact-select')).length > 0 ? [] : ['a tap selects nothing'],
    );
    assert.deepEqual(await eventsOf('tui-contact-menu'), [
      { type: 'tui-contact-menu', userID: 'u4', isPrevented: true },
    ]);
    assert.deepEqual(
      (await eventsOf('tui-contact-select')).map(({ userID }) => userID),
      ['u5'],
    );
  });

  it('asks for nothing when the finger scrolls', async () => {
    await watched.page.clock.install();
    await watched.page.reload();
    await watched.page.waitForSelector('tui-contact-list .row');
    const { x, y } = await middleOf('u4');
    await touch('touchStart', [{ x, y }]);
    for (let step = 1; step <= 8; step++) await touch('touchMove', [{ x, y: y - step * 20 }]);
    await watched.page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('tui-contact-list')!;
      return shadowRoot!.querySelector('.list')!.scrollTop > 50;
    });
    await watched.page.clock.runFor(5000);
    await touch('touchEnd', []);
    assert.deepEqual(await eventsOf('tui-contact-menu'), []);
  });

  it('takes a press during which rows are brought into the order that is read', async () => {
    const { page } = watched;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.clock.install();
    await page.reload();
    await page.waitForSelector('tui-contact-list .row');
    await page.evaluate("document.querySelector('tui-contact-list').order = 'status'");
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.evaluate("source.setStatus('u5', 'online')");
    await page.clock.runFor(50);
    const { x, y } = await middleOf('u5');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.clock.runFor(1000);
    await page.mouse.up();
    const selected = (await eventsOf('tui-contact-select')).map(({ userID }) => userID);
    assert.deepEqual(selected, ['u5']);
    await page.clock.runFor(1000);
    const inOrder = await page
      .locator('tui-contact-list .row')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['userId']));
    assert.equal(inOrder[0], 'u5');
  });
});
