import { Buffer } from 'node:buffer';

/**
 * A page as it is seen, as a still WebP. The clip says how many pixels there are for one of CSS:
 * without it Chromium gives one, whatever the device of the page has.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ scale: number, quality: number }} options `quality` from 0 to 100
 */
export async function capture(page, { scale, quality }) {
  const session = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, ...page.viewportSize(), scale };
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality, clip });
  await session.detach();
  return Buffer.from(data, 'base64');
}
