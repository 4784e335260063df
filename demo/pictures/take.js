/**
 * Takes the pictures of the READMEs: every state of the lists in each theme. Needs a build and an
 * installed Chromium; `node demo/pictures/take.js`.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../../test/support/launch-chromium.js';
import { startDemoServer } from '../server/index.js';
import { capture } from './capture.js';

const PICTURES = {
  'lists-light': { colorScheme: 'light' },
  'lists-dark': { colorScheme: 'dark' },
  'lists-right-to-left': { colorScheme: 'light', lang: 'ar' },
  'lists-forced-colors': { colorScheme: 'light', forcedColors: 'active' },
};

/** Pixels for one of CSS: letters are sharp on most screens. */
const SCALE = 2;

/** As large as a page of documents takes without a thought, in bytes. */
const MOST = 150_000;

const demo = await startDemoServer();
const browser = await launchChromium();
for (const [name, { lang = 'en', ...options }] of Object.entries(PICTURES)) {
  const page = await browser.newPage({
    viewport: { width: 1184, height: 724 },
    deviceScaleFactor: SCALE,
    timezoneId: 'UTC',
    ...options,
  });
  // The same moment in every picture.
  await page.clock.install({ time: '2026-03-12T09:41:00Z' });
  await page.goto(`${demo.url}/pictures/scene.html?lang=${lang}`);
  await page.locator('#lost .notice').waitFor();
  await page.locator('#people [data-status=online]').first().waitFor();
  // Where the keyboard is.
  await page.locator('#searched [part=list]').focus();
  await page.keyboard.press('ArrowDown');
  // A soft fade of the faces.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  const picture = await capture(page, { scale: SCALE, quality: 70 });
  if (picture.length > MOST) throw new Error(`${name} has ${picture.length} bytes.`);
  await writeFile(fileURLToPath(new URL(`${name}.webp`, import.meta.url)), picture);
  console.log(`${name}.webp: ${picture.length} bytes`);
  await page.close();
}
await browser.close();
await demo.close();
