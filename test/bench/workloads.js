import { openWay } from './support/way.js';

/**
 * What is done to the implementations. A workload lists its trials; each trial is one fresh page of
 * one implementation, and `run` adds what it found to the samples.
 *
 * @typedef {object} Trial
 * @property {string[]} implementations
 * @property {number} rounds
 * @property {(page: import('./support/browser.js').BenchPage, add: (name: string, value: number) => void) => Promise<void>} run
 */

const OURS = ['ours', 'ours-name'];
const HAND = ['hand', 'hand-name'];

/** Most contacts with which the others finish in a sane time. */
const MOST = { naive: 10_000, vue: 1_000 };

const able = (implementations, count) =>
  implementations.filter((name) => count <= (MOST[name] ?? Infinity));

/** Lists put off what can wait; `settle` is how long that may take at most, in ms. */
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Contacts, statuses and a connected engine, all settled, and nothing drawn. */
async function ready(page, count) {
  await page.call(`prepare(${count})`);
  await page.call('start()');
  // Whoever looks through the store a part a frame is through with it.
  await page.call(`frames(${20 + Math.ceil(count / 800)})`);
}

async function drawn(page, count, settle) {
  await ready(page, count);
  await page.call('mount()');
  await wait(settle);
}

export function firstRender({ settle, sizes, rounds, others }) {
  return sizes.map((count) => ({
    implementations: able([...HAND, ...OURS, ...others], count),
    rounds,
    async run(page, add) {
      await ready(page, count);
      const before = await page.alive();
      const { cpu } = await page.cpuOf('mount()');
      add(`W1 cpu ${count}`, cpu);
      const { cpu: later } = await page.cpuOf(`wait(${settle})`);
      add(`W1 settled ${count}`, cpu + later);
      const after = await page.alive();
      add(`W1 heap ${count}`, (after.heap - before.heap) / 1e6);
      add(`W1 nodes ${count}`, after.nodes - before.nodes);
    },
  }));
}

/** What a list needs in memory with all that belongs to it, contacts and statuses left out. */
export function memory({ settle, rounds, size }) {
  return [
    {
      implementations: ['hand', 'ours'],
      rounds,
      async run(page, add) {
        await page.call(`prepare(${size})`);
        const before = await page.alive();
        await page.call('start()');
        await page.call(`frames(${20 + Math.ceil(size / 800)})`);
        await page.call('mount()');
        await wait(settle);
        const after = await page.alive();
        add('heap in all', (after.heap - before.heap) / 1e6);
        add('nodes in all', after.nodes - before.nodes);
      },
    },
  ];
}

export function changes({ settle, sizes, rounds, others, times }) {
  return sizes.map((count) => ({
    implementations: able(['none', 'hand', 'ours', ...others], count),
    rounds,
    async run(page, add) {
      await drawn(page, count, settle);
      for (const changed of [1, 100, 1000]) {
        for (const place of ['on', 'off']) {
          if (!(await page.call(`choose(${changed}, ${place === 'on'})`))) continue;
          await page.call('changeAll(6, 300)');
          await page.alive();
          const { cpu, value } = await page.cpuOf(`changeAll(${times}, 3000)`);
          add(`W2 ${changed} ${place} ${count}`, cpu / value);
        }
      }
    },
  }));
}

export function streams({ settle, rates, ms, rounds, implementations, count }) {
  return rates.map((rate) => ({
    implementations,
    rounds,
    async run(page, add) {
      await drawn(page, count, settle);
      await page.call(`stream(${rate}, ${ms / 10})`);
      await page.alive();
      const { cpu: idle } = await page.cpuOf(`wait(${ms / 4})`);
      const { cpu, value } = await page.cpuOf(`stream(${rate}, ${ms})`);
      const seconds = ms / 1000;
      add(`W3 cpu ${rate}`, (cpu - idle * 4) / seconds);
      add(`W3 dropped ${rate}`, value.dropped / seconds);
      add(`W3 frames ${rate}`, value.frames / seconds);
      add(`W3 long ${rate}`, value.longTasks);
      if (value.checked > 0) add(`W3 applied ${rate}`, 1 - value.wrong / value.checked);
      const longest = await page.longestTask(`stream(${rate}, ${ms / 5})`);
      add(`W3 longest ${rate}`, longest);
      if (page.implementation === 'none') return;
      const { wrong } = await page.call('wrongRows()');
      add(`W3 wrong at the end ${rate}`, wrong);
    },
  }));
}

export function leaks({ settle, times, rounds, count }) {
  return [
    {
      implementations: ['hand', 'ours-name', 'dots', 'spans'],
      rounds,
      async run(page, add) {
        await page.call(`prepare(${count})`);
        await page.call(`cycle(3, 150)`);
        const watchers = await page.call('watchers()');
        const before = await page.alive();
        await page.call(`cycle(${times}, 60)`);
        await wait(settle);
        const after = await page.alive();
        add('W4 nodes', after.nodes - before.nodes);
        add('W4 listeners', after.listeners - before.listeners);
        add('W4 watchers', (await page.call('watchers()')) - watchers);
        add('W4 heap', (after.heap - before.heap) / 1e3);
      },
    },
    {
      implementations: ['spans', 'dots'],
      rounds,
      async run(page, add) {
        await page.call('prepare(1000)');
        await page.call('start()');
        await page.call('frames(20)');
        const before = await page.alive();
        const { cpu } = await page.cpuOf('mount()');
        const { cpu: later } = await page.cpuOf(`wait(${settle})`);
        const after = await page.alive();
        add('W4 dots first', cpu);
        add('W4 dots settled', cpu + later);
        add('W4 dots heap', (after.heap - before.heap) / 1e6);
        for (const changed of [1, 1000]) {
          await page.call(`choose(${changed}, true)`);
          await page.call('changeAll(6, 300)');
          const { cpu: all, value } = await page.cpuOf('changeAll(30, 3000)');
          add(`W4 dots change ${changed}`, all / value);
        }
        add('W4 dots again', (await page.cpuOf('remount(4)')).cpu / 4);
      },
    },
  ];
}

export function scrolling({ settle, rounds, others, count }) {
  return [
    {
      implementations: able(['hand', 'ours', ...others], count),
      rounds,
      async run(page, add) {
        await drawn(page, count, settle);
        await page.call('scroll(40, 180)');
        await page.alive();
        const { cpu } = await page.cpuOf('scroll(120, 180)');
        add('W6', cpu / 120);
      },
    },
  ];
}

/** Not interleaved: both are on the same page, and see the same pushes. */
export async function wholeWay(browser, samples, pushes) {
  const way = await openWay(browser);
  try {
    for (const { bare, dot, row, dotFrames, rowFrames } of await way.run(pushes)) {
      samples.add('W7 ms', 'bare', bare);
      samples.add('W7 ms', 'dot', dot);
      samples.add('W7 ms', 'row', row);
      samples.add('W7 frames', 'dot', dotFrames);
      samples.add('W7 frames', 'row', rowFrames);
    }
  } finally {
    await way.close();
  }
}
