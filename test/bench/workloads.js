import { openWay } from './support/way.js';

/**
 * What is done to the implementations. A workload lists its trials; each round of a trial is one
 * fresh page of each of its implementations. `run` adds what it found to the samples; where it
 * yields, it is the turn of the other implementations.
 *
 * @typedef {object} Trial
 * @property {string} title
 * @property {string[]} implementations
 * @property {number} rounds
 * @property {string[]} cases what is reported of a page that does not finish
 * @property {(page: import('./support/browser.js').BenchPage, add: (name: string, value: number) => void) => AsyncGenerator<void> | Promise<void>} run
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
async function ready(page, count, settle) {
  await page.call(`prepare(${count})`);
  await page.call('start()');
  // Whoever looks through the store a part a frame is through with it.
  await page.call(`frames(${Math.ceil(count / 800)})`);
  await page.call(`wait(${settle / 2})`);
}

async function drawn(page, count, settle) {
  await ready(page, count, settle);
  await page.call('mount()');
  await wait(settle);
}

export function firstRender({ settle, sizes, rounds, again, others }) {
  return sizes.map((count) => ({
    title: `first render of ${count}`,
    implementations: able([...HAND, ...again(count), ...OURS, ...others], count),
    rounds: rounds(count),
    cases: [`W1 cpu ${count}`, `W1 settled ${count}`],
    async *run(page, add) {
      await ready(page, count, settle);
      const before = await page.alive();
      yield;
      const { cpu } = await page.cpuOf('mount()');
      add(`W1 cpu ${count}`, cpu);
      // Before the next turn: what one page has put off is not to meet another's render.
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
      title: 'memory',
      implementations: ['hand', 'ours'],
      rounds,
      cases: ['W1 heap in all', 'W1 nodes in all'],
      async run(page, add) {
        await page.call(`prepare(${size})`);
        const before = await page.alive();
        await page.call('start()');
        await page.call(`frames(${20 + Math.ceil(size / 800)})`);
        await page.call('mount()');
        await wait(settle);
        const after = await page.alive();
        add('W1 heap in all', (after.heap - before.heap) / 1e6);
        add('W1 nodes in all', after.nodes - before.nodes);
      },
    },
  ];
}

/**
 * CPU of a change in ms, measured so many times in parts. Whoever takes seconds for it is asked
 * twice.
 */
async function* cpuOfChange(page, times) {
  let cpu = 0;
  let changes = 0;
  let ms = 0;
  while (changes < times && (changes < 2 || ms < 3000)) {
    yield;
    const began = performance.now();
    const part = await page.cpuOf(`changeAll(${Math.min(6, times - changes)}, 1000)`);
    ms += performance.now() - began;
    cpu += part.cpu;
    changes += part.value;
  }
  return cpu / changes;
}

export function changes({ settle, sizes, rounds, again, marked, others, times }) {
  const caseOf = (changed, place, count) => `W2 ${changed} ${place} ${count}`;
  const counts = [1, 100, 1000];
  const places = ['on', 'off'];
  return sizes.map((count) => ({
    title: `changes among ${count}`,
    implementations: able(
      ['none', 'hand', ...again(count), ...marked(count), 'ours', ...others],
      count,
    ),
    rounds: rounds(count),
    cases: counts.flatMap((changed) => places.map((place) => caseOf(changed, place, count))),
    async *run(page, add) {
      await drawn(page, count, settle);
      for (const changed of counts) {
        for (const place of places) {
          if (!(await page.call(`choose(${changed}, ${place === 'on'})`))) continue;
          await page.call('changeAll(6, 300)');
          await page.alive();
          add(caseOf(changed, place, count), yield* cpuOfChange(page, times));
        }
      }
    },
  }));
}

/** A stream is sent in so many parts, between which it is the others' turn. */
const PARTS = 5;

export function streams({ settle, rates, ms, rounds, implementations, count }) {
  return rates.map((rate) => ({
    title: `${rate} pushes a second to ${count}`,
    implementations: able(implementations, count),
    rounds,
    cases: ['cpu', 'frames', 'taken', 'applied'].map((kind) => `W3 ${kind} ${rate}`),
    async *run(page, add) {
      await drawn(page, count, settle);
      await page.call(`stream(${rate}, ${ms / 10})`);
      // What the stream has left is not idle.
      await page.call(`wait(${settle})`);
      await page.alive();
      const part = ms / PARTS;
      const parts = [];
      for (let turn = 0; turn < PARTS; turn++) {
        yield;
        const { cpu: idle } = await page.cpuOf(`wait(${part / 4})`);
        const { cpu, value } = await page.cpuOf(`stream(${rate}, ${part})`);
        // Whoever is in the middle of a push when the time is over takes longer.
        const seconds = value.lasted / 1000;
        parts.push({ ...value, seconds, cpu: cpu - (idle / (part / 4000)) * seconds });
      }
      const sum = (key) => parts.reduce((all, each) => all + each[key], 0);
      const seconds = sum('seconds');
      add(`W3 cpu ${rate}`, sum('cpu') / seconds);
      add(`W3 dropped ${rate}`, sum('dropped') / seconds);
      add(`W3 frames ${rate}`, sum('frames') / seconds);
      add(`W3 long ${rate}`, sum('longTasks'));
      if (page.implementation !== 'none') add(`W3 taken ${rate}`, (100 * sum('taken')) / PARTS);
      const checked = sum('checked');
      if (checked > 0) add(`W3 applied ${rate}`, 100 * (1 - sum('wrong') / checked));
      const longest = await page.longestTask(`stream(${rate}, ${ms / 5})`);
      add(`W3 longest ${rate}`, longest);
      if (page.implementation === 'none') return;
      const { wrong } = await page.call('wrongRows()');
      add(`W3 wrong at the end ${rate}`, wrong);
    },
  }));
}

export function leaks({ settle, times, rounds, dotRounds, count }) {
  return [
    {
      title: 'mounting and unmounting',
      implementations: ['hand', 'ours-name', 'dots', 'spans'],
      rounds,
      cases: ['nodes', 'listeners', 'watchers', 'heap'].map((kind) => `W4 ${kind}`),
      async run(page, add) {
        await page.call(`prepare(${count})`);
        // The first ten leave compiled code, whatever they draw; from then on only a leak is left.
        await page.call(`cycle(${times}, 150)`);
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
      title: 'bare dots',
      implementations: ['spans', 'elements', 'dots'],
      rounds: dotRounds,
      cases: ['first', 'settled', 'change 1', 'change 1000', 'again'].map(
        (kind) => `W4 dots ${kind}`,
      ),
      async *run(page, add) {
        await ready(page, 1000, settle);
        const before = await page.alive();
        yield;
        const { cpu } = await page.cpuOf('mount()');
        const { cpu: later } = await page.cpuOf(`wait(${settle})`);
        const after = await page.alive();
        add('W4 dots first', cpu);
        add('W4 dots settled', cpu + later);
        add('W4 dots heap', (after.heap - before.heap) / 1e6);
        for (const changed of [1, 1000]) {
          await page.call(`choose(${changed}, true)`);
          await page.call('changeAll(6, 300)');
          add(`W4 dots change ${changed}`, yield* cpuOfChange(page, 30));
        }
        yield;
        add('W4 dots again', (await page.cpuOf('remount(4)')).cpu / 4);
      },
    },
  ];
}

export function scrolling({ settle, rounds, others, frames, count }) {
  return [
    {
      title: 'scrolling',
      implementations: able(['hand', 'ours', ...others], count),
      rounds,
      cases: ['W6'],
      async *run(page, add) {
        await drawn(page, count, settle);
        await page.call(`scroll(${frames / 3}, 180)`);
        await page.alive();
        let cpu = 0;
        for (let part = 0; part < 4; part++) {
          yield;
          cpu += (await page.cpuOf(`scroll(${frames / 4}, 180)`)).cpu;
        }
        add('W6', cpu / frames);
      },
    },
  ];
}

/** Not interleaved: both are on the same page, and see the same pushes. */
export async function wholeWay(browser, samples, pushes) {
  const way = await openWay(browser);
  try {
    const results = await way.run(pushes);
    for (const [push, { bare, dot, row, dotFrames, rowFrames }] of results.entries()) {
      samples.add('W7 ms', 'bare', push, bare);
      samples.add('W7 ms', 'dot', push, dot);
      samples.add('W7 ms', 'row', push, row);
      samples.add('W7 frames', 'dot', push, dotFrames);
      samples.add('W7 frames', 'row', push, rowFrames);
    }
  } finally {
    await way.close();
  }
}
