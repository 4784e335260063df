/**
 * `npm run bench`: ours beside a list written by hand, a naive one and the official one, fed by the
 * same store in the same browser, by main-thread CPU. It fails on what does not draw and on what
 * crashes, never on a time.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundleSizes } from '../package/sizes.js';
import { proveDrawing } from './proof.js';
import { chart } from './report/chart.js';
import { report } from './report/markdown.js';
import { BenchBrowser, startServer } from './support/browser.js';
import { buildVue, bundle } from './support/bundle.js';
import { Samples } from './support/samples.js';
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
const rounds = (usual) => (short ? 1 : Number(options.rounds ?? usual));
const out = new URL(options.out ?? 'results/', import.meta.url);

const withVue = !short && !options['no-vue'] && buildVue();
const settle = short ? 250 : 700;
const others = withVue ? ['naive', 'vue'] : ['naive'];
const sizes = short ? [100] : [100, 1_000, 10_000, 50_000];
const count = short ? 100 : 10_000;

const PLANS = {
  W1: () => [
    ...workloads.firstRender({ settle, sizes, rounds: rounds(5), others }),
    ...workloads.memory({ settle, rounds: rounds(3), size: count }),
  ],
  W2: () => workloads.changes({ settle, sizes, rounds: rounds(3), others, times: short ? 5 : 30 }),
  // W5 is W3 with other orders.
  W3: () => [
    ...workloads.streams({
      settle,
      rates: short ? [1_000] : [1_000, 10_000],
      ms: short ? 400 : 10_000,
      rounds: rounds(2),
      implementations: ['none', 'hand', 'ours', 'ours-status', 'ours-grouped', 'naive'],
      count,
    }),
    ...workloads.streams({
      settle,
      rates: [1_000],
      ms: 10_000,
      rounds: 1,
      implementations: withVue ? ['vue'] : [],
      count: 1_000,
    }),
  ],
  W4: () =>
    workloads.leaks({
      settle,
      times: short ? 3 : 20,
      rounds: rounds(3),
      count: short ? 100 : 1_000,
    }),
  W6: () => workloads.scrolling({ settle, rounds: rounds(7), others, count }),
};

/** The others take their time, and are far away: once is enough. */
const SLOW_ROUNDS = 1;

const samples = new Samples();
const started = Date.now();
const server = await startServer(await bundle(withVue));
const browser = await BenchBrowser.launch(server);
try {
  await proveDrawing(browser, [
    'hand',
    'hand-name',
    'ours',
    'ours-name',
    'ours-status',
    'ours-grouped',
    'dots',
    'spans',
    ...others,
  ]);
  for (const name of options.only.split(',')) {
    if (name === 'W7') await workloads.wholeWay(browser, samples, short ? 4 : 60);
    else for (const trial of PLANS[name]()) await runTrial(name, trial);
  }
} finally {
  await browser.close();
  server.close();
}

const about = {
  browser: browser.version,
  sizes,
  count,
  minutes: (Date.now() - started) / 60_000,
  // Only what `npm run build` has left here.
  bundles: existsSync(new URL('../../dist/cdn/', import.meta.url)) ? bundleSizes() : [],
};
const text = await report(samples, about);
const picture = chart(samples, about);
if (!short) {
  mkdirSync(out, { recursive: true });
  writeFileSync(new URL('results.md', out), text);
  writeFileSync(new URL('results.svg', out), picture);
}
console.log(text);

/** Each round has every implementation once, beginning with another one each time. */
async function runTrial(name, { implementations, rounds: times, run }) {
  for (let round = 0; round < times; round++) {
    process.stderr.write(`${name} `);
    for (let number = 0; number < implementations.length; number++) {
      const implementation = implementations[(number + round) % implementations.length];
      if (round >= SLOW_ROUNDS && others.includes(implementation)) continue;
      const page = await browser.open(implementation);
      try {
        await run(page, (sample, value) => samples.add(sample, implementation, value));
      } finally {
        await page.close();
      }
    }
  }
}
