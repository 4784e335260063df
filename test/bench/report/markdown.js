import { format } from 'prettier';
import { limits } from './limits.js';

const NAMES = {
  none: 'no list',
  hand: 'by hand',
  'hand-name': 'by hand, by name',
  ours: 'ours',
  before: 'before',
  'ours-name': 'ours, by name',
  'ours-grouped': 'ours, grouped by status',
  naive: 'naive Lit',
  vue: 'official Vue',
  spans: 'spans',
  dots: 'dots',
  'before-dots': 'dots, before',
  'person-spans': 'spans',
  persons: 'persons',
  stacks: 'stacks',
  bare: 'bare watch',
  dot: 'our dot',
  row: 'a row of our list',
};

/** The implementation that each ratio refers to; the others refer to the list by hand. */
const RATIO_TO = {
  'ours-name': 'hand-name',
  dots: 'spans',
  'before-dots': 'spans',
  persons: 'person-spans',
};

const STREAMS = 'W3: 10,000 contacts (official Vue: 1,000)';

/** The tables of the samples whose names begin with these words; the rest of a name is its row. */
const TABLES = [
  ['W1 idle', 'W1: first render until idle, ms of CPU by contacts'],
  ['W1 paint', 'W1: the part of it before the first paint, ms of CPU by contacts'],
  ['W1 heap', 'W1: heap of a list with its connection and statuses, MB by contacts'],
  ['W1 nodes', 'W1: nodes, by contacts'],
  ['W2', 'W2: one update until idle, ms of CPU by changes, on or off screen, and contacts'],
  ['W3 cpu', `${STREAMS}: CPU until idle, ms a second, by pushes a second`],
  ['W3 taken', `${STREAMS}: pushes taken in time, %`],
  ['W3 applied', `${STREAMS}: visible rows that show the status in the store, %`],
  ['W3 frames', `${STREAMS}: frames a second`],
  ['W3 dropped', `${STREAMS}: dropped frames a second`],
  ['W3 wrong at the end', `${STREAMS}: wrong rows at the end`],
  ['W3 long', `${STREAMS}: tasks of 50 ms and more`],
  ['W4 dots', 'W4: 1,000 dots and 1,000 spans until idle, ms of CPU (heap: MB)'],
  ['W4 left', 'W4: what is left after mounting twenty times (heap: kB)'],
  ['W5', 'W5: 200 persons and the same in spans until idle, ms of CPU (heap: MB)'],
  ['W6', 'W6: scrolling by three rows a frame until idle, ms of CPU a frame'],
  ['W7 ms', 'W7: from the sent push to the painted frame, ms'],
  ['W7 frames', 'W7: frames later than the bare watch'],
];

/** The report: the limits, then a table for each kind of sample. */
export function report(samples, about) {
  const lines = [
    '# Results',
    '',
    ...describe(about),
    '',
    "CPU is that of the page's main thread until the page is idle. Each value is a median, with the",
    'lowest and the highest in brackets. After an × stands the ratio to the list by hand (of dots: to',
    'spans): the median of the ratios of all rounds.',
    '',
    '![The main values of the tables below](results.svg)',
    '',
    ...limitTable(limits(samples, about)),
  ];
  for (const [start, title] of TABLES) {
    const names = samples.names.filter((name) => name === start || name.startsWith(`${start} `));
    if (names.length > 0) lines.push('', `## ${title}`, '', ...table(samples, names, start));
  }
  return format(lines.join('\n'), { parser: 'markdown' });
}

/** What was measured where: one sentence if the same holds for all workloads. */
function describe({ origins }) {
  const sentences = origins.map(
    ({ browser, processor, commit, before, date, minutes, workloads }) =>
      `${workloads.join(', ')}: headless Chromium ${browser} on ${processor}, commit ${commit}, ` +
      (before ? `"before" is commit ${before}, ` : '') +
      `${date} UTC, ${Math.ceil(minutes)} min.`,
  );
  if (sentences.length <= 1) return sentences;
  return ['**Measured under different conditions:**', '', ...sentences.map((each) => `- ${each}`)];
}

function limitTable(list) {
  const hasBefore = list.some(({ before }) => Number.isFinite(before));
  return [
    '## Limits',
    '',
    `| | at most | ours | |${hasBefore ? ' before |' : ''}`,
    `| --- | --: | --: | --- |${hasBefore ? ' --: |' : ''}`,
    ...list.map(({ what, limit, value, unit, before }) => {
      const verdict = value <= limit ? 'yes' : '**over the limit**';
      const cells = Number.isFinite(value)
        ? [withUnit(value, unit), verdict]
        : ['', '**not measured**'];
      if (hasBefore) cells.push(Number.isFinite(before) ? withUnit(before, unit) : '');
      return `| ${[what, withUnit(limit, unit), ...cells].join(' | ')} |`;
    }),
  ];
}

function table(samples, names, start) {
  const columns = Object.keys(NAMES).filter((implementation) =>
    names.some((name) => samples.implementations(name).includes(implementation)),
  );
  return [
    `| | ${columns.map((column) => NAMES[column]).join(' | ')} |`,
    `| --- |${columns.map(() => ' --: |').join('')}`,
    ...names.map((name) => {
      const cells = columns.map((column) => cell(samples, name, column));
      return `| ${caseOf(name.slice(start.length + 1))} | ${cells.join(' | ')} |`;
    }),
  ];
}

const caseOf = (text) =>
  text.replace(/\d+/g, (digits) => Number(digits).toLocaleString('en')) || 'all';

function cell(samples, name, implementation) {
  const values = samples.values(name, implementation);
  if (values.length === 0) return samples.failure(name, implementation) ?? '';
  const range =
    values.length > 1 ? ` (${short(Math.min(...values))}–${short(Math.max(...values))})` : '';
  return (
    short(samples.median(name, implementation)) + range + ratioOf(samples, name, implementation)
  );
}

function ratioOf(samples, name, implementation) {
  const isCost = /^W1 (idle|paint)|^W2|^W3 cpu|^W4 dots|^W5|^W6/.test(name);
  if (!isCost || /^(none|spans|person-spans|hand|hand-name)$/.test(implementation)) return '';
  const ratio = samples.ratio([name, implementation], [name, RATIO_TO[implementation] ?? 'hand']);
  return Number.isFinite(ratio) ? ` ×${ratioText(ratio)}` : '';
}

const withUnit = (value, unit) =>
  unit === '×' ? `×${ratioText(value)}` : `${short(value)} ${unit}`.trim();

const ratioText = (value) => (value < 10 ? value.toFixed(2) : short(value));

function short(value) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
