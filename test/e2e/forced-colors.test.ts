import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemoServer } from '../../demo/server/index.js';
import { makeWorld } from '../../demo/server/world.js';
import { contrast } from '../support/contrast.js';
import { launchChromium } from '../support/launch-chromium.js';
import { WatchedPage } from './support/watched-page.js';

/** What text has at least against what is behind it. */
const READABLE = 4.5;

let browser: Browser;
let demo: Awaited<ReturnType<typeof startDemoServer>>;
let watched: WatchedPage;

before(async () => {
  browser = await launchChromium();
  demo = await startDemoServer({ world: makeWorld({ friends: 1, conversations: 0 }) });
});

after(async () => {
  await browser.close();
  await demo.close();
});

/** Contrast of the text of each element in a list to the nearest ground that is painted. */
async function contrastsOf(list: string, selector: string): Promise<number[]> {
  const colors = await watched.page.$$eval(`${list} ${selector}`, (elements) =>
    elements.map((element) => {
      let ground: Element = element;
      while (getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') {
        ground = ground.parentElement ?? (ground.getRootNode() as ShadowRoot).host;
      }
      return [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor];
    }),
  );
  return colors.map(([color, ground]) => contrast(color!, ground!));
}

for (const colorScheme of ['light', 'dark'] as const) {
  describe(`lists in forced colours on a ${colorScheme} page`, () => {
    beforeEach(async () => {
      watched = await WatchedPage.open(browser, { colorScheme, forcedColors: 'active' });
      await watched.page.goto(`${demo.url}/pages/states.html`);
      await watched.page.waitForSelector('#five .selected[data-status=online]');
      await watched.page.waitForSelector('#conversations .selected[data-status=online]');
    });

    afterEach(() => watched.close());

    for (const [list, parts] of [
      ['#five', ['.letters', '.name', '.line']],
      ['#conversations', ['.letters', '.name', '.line', '.time', '.draft', '.unread']],
      ['#searched', ['mark']],
    ] as const) {
      for (const part of parts) {
        it(`can be read in every row: ${list} ${part}`, async () => {
          const contrasts = await contrastsOf(list, part);
          assert.ok(contrasts.length > 0);
          for (const contrast of contrasts) assert.ok(contrast >= READABLE, String(contrast));
        });
      }
    }

    it('are seen to load', async () => {
      const bones = watched.page.locator('#loading .skeleton');
      const state = watched.page.locator('#loading .state');
      const drawn = await state.screenshot();
      assert.notEqual(
        await bones.evaluate((element) => getComputedStyle(element, '::after').backgroundImage),
        'none',
      );
      await bones.evaluate((element: HTMLElement) => (element.style.visibility = 'hidden'));
      const blank = await state.screenshot();
      // A picture of shapes takes more room than one of nothing.
      assert.ok(drawn.length > blank.length, `${drawn.length} beside ${blank.length} bytes`);
    });

    it('have the bar of the selected row within the row, whose colour is not that of the list', async () => {
      for (const list of ['#five', '#conversations']) {
        const row = watched.page.locator(`${list} .selected`);
        const [start, color, ground] = await row.evaluate((element) => {
          const bar = getComputedStyle(element, '::before');
          return [
            bar.insetInlineStart,
            bar.borderInlineStartColor,
            getComputedStyle(element).backgroundColor,
          ];
        });
        assert.equal(start, '4px');
        assert.ok(contrast(color!, ground!) >= 3);
      }
    });

    it('show where the keyboard is, in the selected row too', async () => {
      await watched.page.locator('#five [part=list]').focus();
      await watched.page.keyboard.press('ArrowDown');
      await watched.page.keyboard.press('ArrowUp');
      const row = watched.page.locator('#five .active.selected');
      const { outlineColor, backgroundColor, outlineStyle } = await row.evaluate((element) => {
        const style = getComputedStyle(element);
        return {
          outlineColor: style.outlineColor,
          outlineStyle: style.outlineStyle,
          backgroundColor: style.backgroundColor,
        };
      });
      assert.equal(outlineStyle, 'solid');
      assert.notEqual(outlineColor, backgroundColor);
    });
  });
}
