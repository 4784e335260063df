/**
 * `npm run bench`: ours beside a list written by hand, a naive one and the official one, fed by the
 * same store in the same browser, by main-thread CPU. It fails on what does not draw and on what
 * crashes, never on a time.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundleSizes } from '../package/sizes.js';
import { proveDrawing } from './proof.js';
import { chart } from './report/chart.js';
import { report } from './report/markdown.js';
import { BenchBrowser, startServer } from './support/browser.js';
import { buildVue, bundle } from './support/bundle.js';
import { Results } from './support/results.js';
import { Samples } from './support/samples.js';
import { takeTurns } from './support/turns.js';
import * as workloads from './workloads.js';

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string', default: 'W1,W2,W3,W4,W6,W7' },
    rounds: { type: 'string' },
    'no-vue': { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const { short } = options;
const chosen = options.only.split(',').filter(Boolean);
for (const name of chosen) {
  if (!/^W[123467]$/.test(name)) throw new Error(`There is no ${name}; W5 comes with W3.`);
}

const rounds = (usual) => (short ? 1 : Number(options.rounds ?? usual));

const withVue = chosen.length > 0 && !short && !options['no-vue'] && buildVue();
const settle = short ? 100 : 700;
const others = short ? [] : withVue ? ['naive', 'vue'] : ['naive'];
const sizes = short ? [100] : [100, 1_000, 10_000, 50_000];
const count = short ? 100 : 10_000;

/** Most rounds where a millisecond more or less decides, and where the goals look. */
const RENDERS = { 100: 21, 1_000: 13, 10_000: 11, 50_000: 13 };
const CHANGES = { 100: 11, 1_000: 3, 10_000: 11, 50_000: 3 };

/** The list by hand is measured twice in a round where it may be: their ratio is noise. */
const again = (size) => (!short && RENDERS[size] > 5 ? ['hand-again'] : []);

/** The goal for a thousand changes looks at one size, and so does what it is made of. */
const marked = (size) => (size === count ? ['hand-marked'] : []);

const byStatus = short ? ['ours-grouped'] : ['ours-status', 'ours-grouped'];

const PLANS = {
  W1: () => [
    ...workloads.firstRender({
      settle,
      sizes,
      rounds: (size) => rounds(RENDERS[size]),
      again,
      others,
    }),
    ...workloads.memory({ settle, rounds: rounds(3), size: count }),
  ],
  W2: () =>
    workloads.changes({
      settle,
      sizes,
      rounds: (size) => rounds(CHANGES[size]),
      again,
      marked,
      others,
      times: short ? 5 : 30,
    }),
  // W5 is W3 with other orders.
  W3: () => [
    ...workloads.streams({
      settle,
      rates: short ? [1_000] : [1_000, 10_000],
      ms: short ? 400 : 10_000,
      rounds: rounds(5),
      implementations: ['none', 'hand', 'ours', ...byStatus, ...others],
      count,
    }),
    ...workloads.streams({
      settle,
      rates: withVue ? [1_000] : [],
      ms: 10_000,
      rounds: 1,
      implementations: ['vue'],
      count: 1_000,
    }),
  ],
  W4: () =>
    workloads.leaks({
      settle,
      times: short ? 3 : 20,
      rounds: rounds(3),
      dotRounds: rounds(9),
      count: short ? 100 : 1_000,
    }),
  W6: () =>
    workloads.scrolling({ settle, rounds: rounds(9), others, frames: short ? 12 : 120, count }),
};

const DRAWING = [
  'hand',
  'hand-name',
  'hand-marked',
  'ours',
  'ours-name',
  'ours-status',
  'ours-grouped',
  'dots',
  'elements',
  'spans',
  'naive',
  ...(withVue ? ['vue'] : []),
];

/** The others take their time, and all of them are far away: once is enough. */
const ONCE = ['none', ...others];

const out = new URL(options.out ?? 'results/', import.meta.url);
// Only what `npm run build` has left here.
const bundles = existsSync(new URL('../../dist/cdn/', import.meta.url)) ? bundleSizes() : [];
const results = new Results(short ? undefined : out);
const started = Date.now();
let browser;
if (chosen.length > 0) await measureAll();
console.log(await writeReport());

async function measureAll() {
  const server = await startServer(await bundle(withVue));
  browser = await BenchBrowser.launch(server);
  try {
    progress('does everything draw?');
    await proveDrawing(browser, DRAWING);
    for (const name of chosen) {
      const begun = Date.now();
      results.add(name, await measure(name), browser.version, (Date.now() - begun) / 60_000);
      // A run that is cut has lost one workload.
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
    await workloads.wholeWay(browser, samples, short ? 4 : 60);
    return samples;
  }
  const trials = PLANS[name]();
  const most = Math.max(...trials.map((trial) => trial.rounds));
  // Trials take turns too: what is set beside each other, such as two sizes, is of one round.
  for (let round = 0; round < most; round++) {
    for (const trial of trials.filter((each) => round < each.rounds)) {
      progress(`${name} ${trial.title}, round ${round + 1} of ${trial.rounds}`);
      await runRound(trial, round, samples);
    }
  }
  return samples;
}

/** Implementations take turns; some are by themselves. */
async function runRound({ implementations, cases, run }, round, samples) {
  const hear = {
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
  await takeTurns(browser, turned(many, round), run, hear);
  if (round > 0) return;
  for (const implementation of implementations.filter((each) => ONCE.includes(each))) {
    await takeTurns(browser, [implementation], run, hear);
  }
}

/** Begins with another one every two rounds, and goes backwards in every other: all go first alike. */
function turned(list, round) {
  const first = (round >> 1) % Math.max(1, list.length);
  const order = [...list.slice(first), ...list.slice(0, first)];
  return round % 2 ? order.reverse() : order;
}

async function writeReport() {
  const about = { origins: results.origins, sizes, count, bundles };
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
