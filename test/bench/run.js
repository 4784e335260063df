/**
 * `npm run bench`: our list beside a list by hand, a naive one and the official one, fed by the same
 * store in the same browser, in CPU time of the main thread. It fails when an implementation does not
 * draw or throws, never on a time.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkDrawing } from './check-drawing.js';
import { chart } from './report/chart.js';
import { report } from './report/markdown.js';
import { BenchBrowser, startServer } from './support/browser.js';
import { buildVue, bundle } from './support/bundle.js';
import { Results } from './support/results.js';
import { Samples } from './support/samples.js';
import { takeTurns } from './support/turns.js';
import * as workloads from './workloads.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string', default: 'W1,W2,W3,W4,W5,W6,W7' },
    rounds: { type: 'string' },
    beside: { type: 'string' },
    'no-vue': { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const { short } = options;
const chosen = options.only.split(',').filter(Boolean);
for (const name of chosen) {
  if (!/^W[1-7]$/.test(name)) throw new Error(`There is no workload ${name}.`);
}

const rounds = (usual) => (short ? 1 : Number(options.rounds ?? usual));

const beside = options.beside && resolve(options.beside);
const before = beside ? ['before'] : [];
const withVue = chosen.length > 0 && !short && !options['no-vue'] && buildVue();
const others = short ? [] : withVue ? ['naive', 'vue'] : ['naive'];
const sizes = short ? [100] : [100, 1_000, 10_000, 50_000];
const count = short ? 100 : 10_000;
const updates = short ? { times: 2, pause: 50 } : { times: 6, pause: 200 };
const changesAmongAll = [
  [1, 'on'],
  [1, 'off'],
  [1000, 'on'],
];

const PLANS = {
  W1: () => [
    ...workloads.firstRender({ sizes, rounds: rounds(5), before, others }),
    workloads.memory({ size: count, rounds: rounds(2), before }),
  ],
  W2: () =>
    workloads.changes({
      cases: [
        ...(short ? [] : [{ count: 1_000, changes: [[1, 'on']] }]),
        { count, changes: changesAmongAll },
      ],
      updates,
      rounds: rounds(4),
      before,
      others,
    }),
  W3: () => [
    ...workloads.streams({
      rates: short ? [1_000] : [1_000, 10_000],
      ms: short ? 400 : 5_000,
      count,
      rounds: rounds(3),
      implementations: ['none', 'hand', 'ours', 'ours-grouped', ...before, ...others],
    }),
    ...workloads.streams({
      rates: withVue ? [1_000] : [],
      ms: 5_000,
      count: 1_000,
      rounds: 1,
      implementations: ['vue'],
    }),
  ],
  W4: () => [
    workloads.leaks({ times: short ? 3 : 20, count: short ? 100 : 1_000, rounds: rounds(2) }),
    workloads.bare({
      name: 'W4 dots',
      title: 'bare dots',
      count: 1_000,
      implementations: ['spans', 'dots', ...before.map((each) => `${each}-dots`)],
      updates,
      rounds: rounds(3),
    }),
  ],
  W5: () => [
    workloads.bare({
      name: 'W5',
      title: 'persons',
      count: 200,
      implementations: ['person-spans', 'persons'],
      updates,
      rounds: rounds(3),
    }),
  ],
  W6: () => [
    workloads.scrolling({ count, frames: short ? 12 : 120, rounds: rounds(4), before, others }),
  ],
};

const DRAWING = [
  'hand',
  'hand-name',
  'ours',
  'ours-name',
  'ours-grouped',
  'dots',
  'spans',
  'persons',
  'person-spans',
  'naive',
];

/** Measured in the first round only: the others are slow, and far from every limit. */
const ONCE = ['none', ...others];

const out = new URL(options.out ?? 'results/', import.meta.url);
const results = new Results(short ? undefined : out);
const started = Date.now();
let browser;
if (chosen.length > 0) await measureAll();
console.log(await writeReport());

async function measureAll() {
  const pages = await bundle({ checkout: ROOT, withVue });
  const pagesBefore = beside ? await bundle({ checkout: beside, folder: 'before/' }) : [];
  const server = await startServer(new Map([...pages, ...pagesBefore]));
  browser = await BenchBrowser.launch(server, short ? 100 : 400);
  try {
    progress('checking that everything draws');
    const drawing = [...DRAWING, ...before, ...before.map((name) => `${name}-dots`)];
    await checkDrawing(browser, withVue ? [...drawing, 'vue'] : drawing);
    for (const name of chosen) {
      const begun = Date.now();
      const samples = await measure(name);
      const minutes = (Date.now() - begun) / 60_000;
      results.add(name, samples, { browser: browser.version, beside, minutes });
      // After each workload, so that an interrupted run loses only one.
      await writeReport();
    }
    progress('done');
  } finally {
    await browser.close();
    server.close();
  }
}

async function measure(name) {
  const samples = new Samples();
  if (name === 'W7') {
    progress(name);
    await workloads.pushToPaint(browser, samples, short ? 4 : 60);
    return samples;
  }
  const trials = PLANS[name]();
  const most = Math.max(...trials.map((trial) => trial.rounds));
  // Round by round, so that the trials of a workload share the conditions of the machine.
  for (let round = 0; round < most; round++) {
    for (const trial of trials.filter((each) => round < each.rounds)) {
      progress(`${name} ${trial.title}, round ${round + 1} of ${trial.rounds}`);
      await runRound(trial, round, samples);
    }
  }
  return samples;
}

/** Implementations take turns, except for those that are measured once. */
async function runRound({ implementations, cases, run }, round, samples) {
  const record = {
    add: (implementation, name, value) => samples.add(name, implementation, round, value),
    fail(implementation, error) {
      if (short) throw error;
      progress(`${implementation} ${error.message}`);
      for (const name of cases.filter((each) => !samples.has(each, implementation, round))) {
        samples.add(name, implementation, round, error.message);
      }
    },
  };
  const many = implementations.filter((implementation) => !ONCE.includes(implementation));
  await takeTurns(browser, turned(many, round), run, record);
  if (round > 0) return;
  for (const implementation of implementations.filter((each) => ONCE.includes(each))) {
    await takeTurns(browser, [implementation], run, record);
  }
}

/** Starts with another implementation every two rounds, and reverses every second round. */
function turned(list, round) {
  const first = (round >> 1) % Math.max(1, list.length);
  const order = [...list.slice(first), ...list.slice(0, first)];
  return round % 2 ? order.reverse() : order;
}

async function writeReport() {
  const about = { origins: results.origins, sizes, count };
  const text = await report(results.samples, about);
  if (!short) {
    writeFileSync(new URL('results.md', out), text);
    writeFileSync(new URL('results.svg', out), chart(results.samples, about));
  }
  return text;
}

function progress(text) {
  const seconds = Math.round((Date.now() - started) / 1000);
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  process.stderr.write(`${time} ${text}\n`);
}
