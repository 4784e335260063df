import { format } from 'prettier';
import { markup, thresholds } from './thresholds.js';

const NAMES = {
  none: 'no list',
  hand: 'by hand',
  'hand-again': 'by hand, again',
  'hand-name': 'by hand, by name',
  'hand-marked': 'by hand, with our marks',
  ours: 'ours',
  'ours-name': 'ours, by name',
  'ours-status': 'ours, by status',
  'ours-grouped': 'ours, grouped by status',
  naive: 'naive Lit',
  vue: 'official Vue',
  dots: 'dots',
  elements: 'elements by hand',
  spans: 'spans',
  bare: 'bare watch',
  dot: 'our dot',
  row: 'a row of our list',
};

const STREAMS = 'W3 and W5, 10,000 contacts (official Vue: 1,000)';

/** What each sample is, by the first words of its name; the rest is its case. */
const TABLES = [
  ['W1 cpu', 'W1: first render to the painted frame, ms of CPU by contacts'],
  ['W1 settled', 'W1: first render and all that was put off, ms of CPU by contacts'],
  ['W1 heap in all', 'W1: heap of a list, its connection and all it knows of its contacts, MB'],
  ['W1 nodes in all', 'W1: nodes of the same'],
  ['W1 heap', 'W1: heap after a collection, MB by contacts'],
  ['W1 nodes', 'W1: nodes, by contacts'],
  [
    'W2',
    'W2: one push, ms of CPU to the painted frame, by changes, on or off screen, and contacts',
  ],
  ['W3 cpu', `${STREAMS}: CPU above idle, ms a second, by pushes a second`],
  ['W3 taken', `${STREAMS}: pushes taken before the time was over, %`],
  ['W3 applied', `${STREAMS}: rows in sight that show what is known, %`],
  ['W3 frames', `${STREAMS}: frames a second`],
  ['W3 dropped', `${STREAMS}: dropped frames a second`],
  ['W3 wrong at the end', `${STREAMS}: rows that are wrong in the end`],
  ['W3 long', `${STREAMS}: tasks of 50 ms and more`],
  ['W3 longest', `${STREAMS}: longest task, ms of CPU, while traced`],
  ['W4 dots', 'W4: 1,000 dots and 1,000 spans, ms of CPU (heap: MB)'],
  ['W4', 'W4: what is left after mounting twenty times (heap: kB)'],
  ['W6', 'W6: scrolling by three rows a frame, ms of CPU a frame'],
  ['W7 ms', 'W7: from the sent frame to the painted one, ms'],
  ['W7 frames', 'W7: frames later than the bare watch'],
];

/** The tables of all that was measured. */
export function report(samples, about) {
  const lines = [
    '# Results',
    '',
    ...describe(about),
    '',
    "CPU is that of the page's main thread. Each value is a median, with the least and the most in",
    'brackets. After an × stands the ratio to the list by hand: the median of the ratios in each round.',
    ...noise(samples),
    '',
    '![The most telling of the values below](results.svg)',
    '',
    '## Where it has to be',
    '',
    '| | at most | is | |',
    '| --- | --: | --: | --- |',
    ...thresholds(samples, about).map(goal),
    ...besideMarkup(samples, about),
  ];
  const left = new Set(samples.names);
  for (const [start, title] of TABLES) {
    const names = [...left].filter((name) => name === start || name.startsWith(`${start} `));
    names.forEach((name) => left.delete(name));
    if (names.length > 0) lines.push('', `## ${title}`, '', ...table(samples, names, start));
  }
  return format(lines.join('\n'), { parser: 'markdown' });
}

/** What was measured where; in one sentence, if all was measured alike. */
function describe({ origins }) {
  const sentences = origins.map(
    ({ browser, processor, commit, date, minutes, workloads }) =>
      `${workloads.join(', ')}: headless Chromium ${browser} on ${processor}, commit ${commit}, ` +
      `${date} UTC, ${Math.ceil(minutes)} min.`,
  );
  if (sentences.length <= 1) return sentences;
  return ['**Not all was measured alike:**', '', ...sentences.map((sentence) => `- ${sentence}`)];
}

/** What two equal lists differ by. */
function noise(samples) {
  const ratios = samples.names.flatMap((name) => {
    const ratio = samples.ratio([name, 'hand-again'], [name, 'hand']);
    return ratio && /^W1 cpu|^W2 1 /.test(name) ? `×${ratioText(ratio)} (${caseOf(name)})` : [];
  });
  if (ratios.length === 0) return [];
  return ['', `The list by hand beside itself, which is noise: ${ratios.join(', ')}.`];
}

function goal({ what, limit, value, unit }) {
  const [is, verdict] = Number.isFinite(value)
    ? [withUnit(value, unit), value <= limit ? 'yes' : '**falls short**']
    : ['', '**not measured**'];
  return `| ${what} | ${withUnit(limit, unit)} | ${is} | ${verdict} |`;
}

/** What a goal leaves out: the markup of the API, by hand. */
function besideMarkup(samples, about) {
  const rows = markup(samples, about).filter(({ byHand }) => Number.isFinite(byHand));
  if (rows.length === 0) return [];
  return [
    '',
    '## What the markup costs',
    '',
    'The API asks for more than a span: a shadow root with parts, a status, a spoken name. Written by',
    'hand, and told of every change by as little code as the plain one, that markup costs:',
    '',
    '| | at most | markup by hand | ours | ours beside that markup |',
    '| --- | --: | --: | --: | --: |',
    ...rows.map(({ what, limit, byHand, ours, beside }) => {
      const cells = [limit, byHand, ours, beside].map((value) => `×${ratioText(value)}`);
      return `| ${what} | ${cells.join(' | ')} |`;
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
  const other =
    { 'ours-name': 'hand-name', dots: 'spans', elements: 'spans' }[implementation] ?? 'hand';
  const isCost = /^W[16]$|^W[123] (cpu|settled|\d)|^W4 dots/.test(name);
  if (!isCost || /^(none|spans|hand|hand-name)$/.test(implementation)) return '';
  const ratio = samples.ratio([name, implementation], [name, other]);
  return Number.isFinite(ratio) ? ` ×${ratioText(ratio)}` : '';
}

const withUnit = (value, unit) =>
  unit === '×' ? `×${ratioText(value)}` : `${short(value)} ${unit}`.trim();

const ratioText = (value) => (value < 10 ? value.toFixed(2) : short(value));

function short(value) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
