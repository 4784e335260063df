import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Waker } from '../../src/waker.js';
import { FakePage } from '../support/fake-page.js';

/** A waker on a clock of the test's, and when it has poked, in ms since the start. */
function setUp(poke: (waker: Waker) => void = () => undefined) {
  const page = new FakePage();
  page.chance = 1;
  const start = page.now();
  const pokes: number[] = [];
  const waker: Waker = new Waker(page, () => {
    pokes.push(page.now() - start);
    poke(waker);
  });
  return { page, waker, pokes };
}

describe('Waker', () => {
  it('pokes after growing waits, up to 15 s', async () => {
    const { page, waker, pokes } = setUp();
    waker.run(true);
    await page.pass(60_000);
    assert.deepEqual(pokes, [500, 1_500, 3_500, 7_500, 15_500, 30_500, 45_500]);
  });

  it('waits for a time that chance halves at most', async () => {
    const { page, waker, pokes } = setUp();
    page.chance = 0;
    waker.run(true);
    await page.pass(4_000);
    assert.deepEqual(pokes, [250, 750, 1_750, 3_750]);
  });

  it('is back long before the 75 s that the SDK sleeps', async () => {
    const { page, waker, pokes } = setUp();
    waker.run(true);
    await page.pass(75_000);
    assert.ok(pokes.length >= 8);
  });

  it('leaves alone what does not sleep', async () => {
    const { page, waker, pokes } = setUp();
    waker.run(false);
    await page.pass(60_000);
    assert.deepEqual(pokes, []);
    assert.equal(page.listeners, 0);
  });

  it('stops with the sleep, and leaves nothing behind', async () => {
    const { page, waker, pokes } = setUp();
    waker.run(true);
    await page.pass(600);
    waker.run(false);
    assert.equal(page.timers, 0);
    assert.equal(page.listeners, 0);
    await page.pass(60_000);
    assert.deepEqual(pokes, [500]);
  });

  it('begins with short waits each time', async () => {
    const { page, waker, pokes } = setUp();
    waker.run(true);
    await page.pass(10_000);
    waker.run(false);
    waker.run(true);
    await page.pass(600);
    assert.equal(pokes.at(-1), 10_500);
  });

  it('does not begin anew when it is told again what it knows', async () => {
    const { page, waker, pokes } = setUp();
    waker.run(true);
    await page.pass(400);
    waker.run(true);
    await page.pass(200);
    assert.deepEqual(pokes, [500]);
    assert.equal(page.listeners, 1);
  });

  it('rests while nobody looks at the page', async () => {
    const { page, waker, pokes } = setUp();
    page.isAwake = false;
    waker.run(true);
    await page.pass(60_000);
    assert.deepEqual(pokes, []);
    page.isAwake = true;
  });

  it('falls silent when the page is hidden in a wait', async () => {
    const { page, waker, pokes } = setUp();
    waker.run(true);
    await page.pass(400);
    page.setAwake(false);
    await page.pass(60_000);
    assert.deepEqual(pokes, []);
  });

  it('pokes soon after somebody looks again, however long it has waited', async () => {
    const { page, waker, pokes } = setUp();
    waker.run(true);
    await page.pass(40_000);
    page.setAwake(false);
    await page.pass(20_000);
    page.setAwake(true);
    await page.pass(600);
    assert.equal(pokes.at(-1), 60_500);
  });

  it('pokes no more when the poke itself ends the sleep', async () => {
    const { page, waker, pokes } = setUp((waker) => waker.run(false));
    waker.run(true);
    await page.pass(60_000);
    assert.deepEqual(pokes, [500]);
    assert.equal(page.timers, 0);
  });
});
