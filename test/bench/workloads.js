import { measurePushes } from './support/push-to-paint.js';

/**
 * What is done to the implementations. A workload has one or more trials; each round of a trial opens
 * one fresh page for each of its implementations. `run` adds the measured values to the samples;
 * where it yields, the other implementations take their turns.
 *
 * @typedef {object} Trial
 * @property {string} title
 * @property {string[]} implementations
 * @property {number} rounds
 * @property {string[]} cases reported for a page that does not finish
 * @property {(page: import('./support/browser.js').BenchPage, add: (name: string, value: number) => void) => AsyncGenerator<void> | Promise<void>} run
 */

/** The largest number of contacts with which the others finish in a reasonable time. */
const MAX_CONTACTS = { naive: 10_000, vue: 1_000 };

const able = (implementations, count) =>
  implementations.filter((name) => count <= (MAX_CONTACTS[name] ?? Infinity));

/** Contacts, statuses and a connected engine, and nothing drawn. */
async function ready(page, count) {
  await page.call(`prepare(${count})`);
  await page.call('start()');
  await page.idle();
}

async function drawn(page, count) {
  await ready(page, count);
  await page.call('mount()');
  await page.idle();
}

export function firstRender({ sizes, rounds, before, others }) {
  return sizes.map((count) => ({
    title: `first render of ${count}`,
    implementations: able(['hand', 'hand-name', 'ours', 'ours-name', ...before, ...others], count),
    rounds,
    cases: [`W1 idle ${count}`, `W1 paint ${count}`],
    async *run(page, add) {
      await ready(page, count);
      await page.metricsAfterCollection();
      yield;
      const { cpu, toPaint } = await page.cpuUntilIdle('mount()');
      add(`W1 idle ${count}`, cpu);
      add(`W1 paint ${count}`, toPaint);
    },
  }));
}

/** The memory of a list and of all that it needs, without the contacts and the engine's statuses. */
export function memory({ size, rounds, before }) {
  return {
    title: 'memory',
    implementations: ['hand', 'ours', ...before],
    rounds,
    cases: [`W1 heap ${size}`, `W1 nodes ${size}`],
    async run(page, add) {
      await page.call(`prepare(${size})`);
      const start = await page.metricsAfterCollection();
      await page.call('start()');
      await page.call('mount()');
      await page.idle();
      const end = await page.metricsAfterCollection();
      add(`W1 heap ${size}`, (end.heap - start.heap) / 1e6);
      add(`W1 nodes ${size}`, end.nodes - start.nodes);
    },
  };
}

/**
 * The CPU time of one update in ms. A pause follows each of them, so that what a list puts off
 * counts, and so that each begins on an idle page.
 */
async function cpuOfUpdate(page, { times, pause }) {
  await page.call(`changeAll(${times}, 0, 300)`);
  await page.metricsAfterCollection();
  const { cpu, value } = await page.cpuUntilIdle(`changeAll(${times}, ${pause}, 3000)`);
  return cpu / value;
}

export function changes({ cases, updates, rounds, before, others }) {
  const nameOf = ([changed, place], count) => `W2 ${changed} ${place} ${count}`;
  return cases.map(({ count, changes }) => ({
    title: `changes among ${count}`,
    implementations: able(['none', 'hand', 'ours', ...before, ...others], count),
    rounds,
    cases: changes.map((change) => nameOf(change, count)),
    async *run(page, add) {
      await drawn(page, count);
      for (const change of changes) {
        const [changed, place] = change;
        if (!(await page.call(`choose(${changed}, ${place === 'on'})`))) continue;
        yield;
        add(nameOf(change, count), await cpuOfUpdate(page, updates));
      }
    },
  }));
}

/** A stream is sent in this many parts, between which the other implementations take their turns. */
const PARTS = 2;

export function streams({ rates, ms, count, rounds, implementations }) {
  return rates.map((rate) => ({
    title: `${rate} pushes a second to ${count}`,
    implementations: able(implementations, count),
    rounds,
    cases: ['cpu', 'frames', 'taken', 'applied'].map((kind) => `W3 ${kind} ${rate}`),
    async *run(page, add) {
      await drawn(page, count);
      await page.call(`stream(${rate}, ${ms / 10})`);
      await page.idle();
      await page.metricsAfterCollection();
      const parts = [];
      for (let part = 0; part < PARTS; part++) {
        yield;
        const { cpu, value } = await page.cpuUntilIdle(`stream(${rate}, ${ms / PARTS})`);
        parts.push({ ...value, cpu });
      }
      const sum = (key) => parts.reduce((all, each) => all + each[key], 0);
      const seconds = sum('lasted') / 1000;
      add(`W3 cpu ${rate}`, sum('cpu') / seconds);
      add(`W3 frames ${rate}`, sum('frames') / seconds);
      add(`W3 dropped ${rate}`, sum('dropped') / seconds);
      add(`W3 long ${rate}`, sum('longTasks'));
      if (page.implementation === 'none') return;
      add(`W3 taken ${rate}`, (100 * sum('taken')) / PARTS);
      const checked = sum('checked');
      if (checked > 0) add(`W3 applied ${rate}`, 100 * (1 - sum('wrong') / checked));
      add(`W3 wrong at the end ${rate}`, await page.call('wrongRows()'));
    },
  }));
}

export function leaks({ times, count, rounds }) {
  return {
    title: 'mounting and unmounting',
    implementations: ['ours', 'dots', 'persons', 'stacks'],
    rounds,
    cases: ['nodes', 'listeners', 'watchers', 'heap'].map((kind) => `W4 left ${kind}`),
    async run(page, add) {
      await page.call(`prepare(${count})`);
      // The first half leaves compiled code; what the second half leaves is a leak.
      await page.call(`cycle(${times}, 100)`);
      await page.idle();
      const watchers = await page.call('watchers()');
      const start = await page.metricsAfterCollection();
      await page.call(`cycle(${times}, 60)`);
      await page.idle();
      const end = await page.metricsAfterCollection();
      add('W4 left nodes', end.nodes - start.nodes);
      add('W4 left listeners', end.listeners - start.listeners);
      add('W4 left watchers', (await page.call('watchers()')) - watchers);
      add('W4 left heap', (end.heap - start.heap) / 1e3);
    },
  };
}

/** Elements without a list, and the same in plain spans. `name` begins the names of the samples. */
export function bare({ name, title, count, implementations, updates, rounds }) {
  const changes = [1, count];
  return {
    title,
    implementations,
    rounds,
    cases: ['idle', 'paint', ...changes.map((each) => `change ${each}`)].map(
      (kind) => `${name} ${kind}`,
    ),
    async *run(page, add) {
      await ready(page, count);
      const start = await page.metricsAfterCollection();
      yield;
      const { cpu, toPaint } = await page.cpuUntilIdle('mount()');
      add(`${name} idle`, cpu);
      add(`${name} paint`, toPaint);
      add(`${name} heap`, ((await page.metricsAfterCollection()).heap - start.heap) / 1e6);
      for (const changed of changes) {
        await page.call(`choose(${changed}, true)`);
        yield;
        add(`${name} change ${changed}`, await cpuOfUpdate(page, updates));
      }
    },
  };
}

export function scrolling({ count, frames, rounds, before, others }) {
  return {
    title: 'scrolling',
    implementations: able(['hand', 'ours', ...before, ...others], count),
    rounds,
    cases: ['W6'],
    async *run(page, add) {
      await drawn(page, count);
      await page.call(`scroll(${frames / 3}, 180)`);
      await page.idle();
      await page.metricsAfterCollection();
      let cpu = 0;
      for (let part = 0; part < PARTS; part++) {
        yield;
        cpu += (await page.cpuUntilIdle(`scroll(${frames / PARTS}, 180)`)).cpu;
      }
      add('W6', cpu / frames);
    },
  };
}

/** Without turns: the bare watch, the dot and the list are on one page, and see the same pushes. */
export async function pushToPaint(browser, samples, pushes) {
  const results = await measurePushes(browser, pushes);
  for (const [push, { bare, dot, row, dotFrames, rowFrames }] of results.entries()) {
    samples.add('W7 ms', 'bare', push, bare);
    samples.add('W7 ms', 'dot', push, dot);
    samples.add('W7 ms', 'row', push, row);
    samples.add('W7 frames', 'dot', push, dotFrames);
    samples.add('W7 frames', 'row', push, rowFrames);
  }
}
