/**
 * Takes the moving picture of the READMEs, a few frames in one WebP, and the playground as it stands.
 * Needs a build and an installed Chromium; `node demo/pictures/film.js`.
 */
import { Buffer } from 'node:buffer';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../../test/support/launch-chromium.js';
import { startDemoServer } from '../server/index.js';
import { capture } from './capture.js';

const SIZE = { width: 912, height: 544 };
const SCALE = 1;
/** It stops after so many rounds: what moves for ever keeps readers from the text beside it. */
const ROUNDS = 5;
/** As large as a page of documents takes without a thought, in bytes. */
const MOST = 200_000;
const MOST_OF_STILL = 150_000;

const demo = await startDemoServer();
const browser = await launchChromium();
const page = await browser.newPage({
  viewport: SIZE,
  deviceScaleFactor: SCALE,
  timezoneId: 'UTC',
  reducedMotion: 'reduce',
});
await page.clock.install({ time: '2026-03-12T09:41:00Z' });
await page.goto(`${demo.url}/pictures/film.html`);
await page.waitForFunction('globalThis.steps');
const frames = [];
const count = await page.evaluate(() => globalThis.steps.length);
for (let step = 0; step < count; step += 1) {
  await page.evaluate((index) => globalThis.steps[index].act(), step);
  const { seen, stays } = await page.evaluate((index) => globalThis.steps[index], step);
  // A change is drawn with the next frame, a lost connection is said after a second.
  await page.clock.runFor(2_000);
  await page.locator(seen).first().waitFor();
  frames.push({ picture: await capture(page, { scale: SCALE, quality: 72 }), stays });
}

const playground = await browser.newPage({
  viewport: { width: 1400, height: 900 },
  deviceScaleFactor: 1.5,
});
demo.chat.live(8);
await playground.goto(demo.url);
await playground.locator('#log li').nth(11).waitFor();
const still = await capture(playground, { scale: 1.5, quality: 60 });
if (still.length > MOST_OF_STILL) throw new Error(`playground.webp has ${still.length} bytes.`);
await writeFile(fileURLToPath(new URL('playground.webp', import.meta.url)), still);
console.log(`playground.webp: ${still.length} bytes`);
await browser.close();
await demo.close();

const film = filmOf(frames, SIZE.width * SCALE, SIZE.height * SCALE);
if (film.length > MOST) throw new Error(`film.webp has ${film.length} bytes.`);
await writeFile(fileURLToPath(new URL('film.webp', import.meta.url)), film);
console.log(`film.webp: ${film.length} bytes, ${frames.length} frames`);

/** Joins still WebP pictures of one size: https://developers.google.com/speed/webp/docs/riff_container */
function filmOf(stills, width, height) {
  const canvas = chunk('VP8X', [
    bytes(1, 0b10),
    bytes(3, 0),
    bytes(3, width - 1),
    bytes(3, height - 1),
  ]);
  const animation = chunk('ANIM', [bytes(4, 0xffffffff), bytes(2, ROUNDS)]);
  const all = stills.map(({ picture, stays }) =>
    chunk('ANMF', [
      bytes(6, 0),
      bytes(3, width - 1),
      bytes(3, height - 1),
      bytes(3, stays),
      // Opaque, over what was before.
      bytes(1, 0b10),
      imageOf(picture, width, height),
    ]),
  );
  return chunk('RIFF', [Buffer.from('WEBP'), canvas, animation, ...all]);
}

/**
 * The chunk of a still that holds its pixels, which begins with their size:
 * https://datatracker.ietf.org/doc/html/rfc6386#section-9.1
 *
 * @throws where the size is not that of the film
 */
function imageOf(picture, width, height) {
  for (let at = 12; at < picture.length;) {
    const size = picture.readUInt32LE(at + 4);
    const next = at + 8 + size + (size % 2);
    if (picture.toString('latin1', at, at + 4) === 'VP8 ') {
      const size = [picture.readUInt16LE(at + 14), picture.readUInt16LE(at + 16)];
      if (`${size}` !== `${[width, height]}`) throw new Error(`A frame is ${size.join(' by ')}.`);
      return picture.subarray(at, next);
    }
    at = next;
  }
  throw new Error('A frame holds no picture.');
}

function chunk(name, parts) {
  const content = Buffer.concat(parts);
  const padding = Buffer.alloc(content.length % 2);
  return Buffer.concat([Buffer.from(name), bytes(4, content.length), content, padding]);
}

function bytes(length, value) {
  const buffer = Buffer.alloc(length);
  buffer.writeUIntLE(value, 0, length);
  return buffer;
}
