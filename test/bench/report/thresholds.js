/**
 * Where ours has to be. Ratios are to the hand-written list in the same rounds; a limit that
 * falls short is a reason to look, never a failure of the bench.
 */

/**
 * @typedef {object} Threshold
 * @property {string} what begins with its workload
 * @property {number} limit
 * @property {number | undefined} value nothing where it was not measured to the end
 * @property {string} unit
 */

const CHANGES = { what: 'W2 1,000 changes', limit: 1.1 };
const DOTS = [
  { what: 'W4 1,000 bare dots, first render', limit: 1.7, name: 'W4 dots first' },
  { what: 'W4 1,000 bare dots, one change', limit: 1.7, name: 'W4 dots change 1' },
  { what: 'W4 1,000 bare dots, all change', limit: 1.7, name: 'W4 dots change 1000' },
];

/**
 * @param {import('../support/samples.js').Samples} samples
 * @param {{ sizes: number[], count: number }} about
 * @returns {Threshold[]} those of the workloads that were measured
 */
export function thresholds(samples, { sizes, count, bundles }) {
  const list = [];
  const measured = new Set(samples.names.map((name) => name.slice(0, 2)));
  const add = (what, limit, value, unit = '×') => {
    // W5 is measured with W3.
    const workload = what.slice(0, 2).replace('W5', 'W3');
    if (measured.has(workload)) list.push({ what, limit, value, unit });
  };
  const beside = (name, ours, hand) => samples.ratio([name, ours], [name, hand]);
  const number = (value) => value.toLocaleString('en');

  for (const size of sizes) {
    const what = `W1 first render of ${number(size)}`;
    add(`${what}, order given`, 1.3, beside(`W1 cpu ${size}`, 'ours', 'hand'));
    add(`${what}, order by name`, 1.3, beside(`W1 cpu ${size}`, 'ours-name', 'hand-name'));
  }
  add(
    'W1 first render of 50,000 beside 100',
    1.1,
    samples.ratio(['W1 cpu 50000', 'ours'], ['W1 cpu 100', 'ours']),
  );
  add(`W1 nodes of a list of ${number(count)}`, 300, samples.median('W1 nodes in all', 'ours'), '');
  add(
    `W1 heap of a list of ${number(count)}, with all that is known of them`,
    0.5,
    samples.median('W1 heap in all', 'ours'),
    'MB',
  );
  add('W2 one change on screen', 1.15, beside(`W2 1 on ${count}`, 'ours', 'hand'));
  add('W2 one change off screen', 1.15, beside(`W2 1 off ${count}`, 'ours', 'hand'));
  add(CHANGES.what, CHANGES.limit, beside(`W2 1000 on ${count}`, 'ours', 'hand'));
  add(
    'W2 one change of 10,000 beside 100',
    1.2,
    samples.ratio(['W2 1 on 10000', 'ours'], ['W2 1 on 100', 'ours']),
  );
  for (const rate of [1_000, 10_000]) {
    const what = `W3 ${number(rate)} pushes a second`;
    const of = (kind, name = 'ours') => samples.median(`W3 ${kind} ${rate}`, name);
    // Each round counts: one row that is late was late.
    const shares = ['taken', 'applied'].flatMap((kind) =>
      samples.values(`W3 ${kind} ${rate}`, 'ours'),
    );
    add(
      `${what}, pushes not taken or rows that show something old`,
      0,
      shares.length > 0 ? 100 - Math.min(...shares) : undefined,
      '%',
    );
    add(
      `${what}, dropped frames beyond those without a list`,
      0.5,
      Math.max(0, of('dropped') - of('dropped', 'none')),
      '/s',
    );
    add(`${what}, long tasks`, 0, of('long'), '');
    add(`${what}, CPU`, 1.15, beside(`W3 cpu ${rate}`, 'ours', 'hand'));
    for (const [name, how] of [
      ['ours-status', 'ordered by status'],
      ['ours-grouped', 'ordered and grouped by status'],
    ]) {
      const same = `W5 ${number(rate)} pushes a second, ${how}`;
      add(`${same}, CPU`, 2.5, beside(`W3 cpu ${rate}`, name, 'hand'));
      add(`${same}, longest task`, 16, of('longest', name), 'ms');
    }
  }
  for (const name of ['ours-name', 'dots']) {
    const what = name === 'dots' ? 'dots' : 'the list';
    add(`W4 nodes left of ${what}`, 0, samples.median('W4 nodes', name), '');
    add(`W4 listeners left of ${what}`, 0, samples.median('W4 listeners', name), '');
    add(`W4 watchers left of ${what}`, 0, samples.median('W4 watchers', name), '');
    add(`W4 heap left of ${what}`, 100, samples.median('W4 heap', name), 'kB');
  }
  for (const { what, limit, name } of DOTS) add(what, limit, beside(name, 'dots', 'spans'));
  add('W6 a frame of scrolling', 1.3, beside('W6', 'ours', 'hand'));
  for (const name of ['dot', 'row']) {
    const what = `W7 push to painted ${name}, frames over the bare watch`;
    add(what, 1, samples.median('W7 frames', name), '');
  }
  for (const { name, brotli, goal } of bundles) {
    if (!goal) continue;
    list.push({ what: `${name}, brotli`, limit: goal / 1000, value: brotli / 1000, unit: 'kB' });
  }
  return list;
}

/** Goals beside plain markup, where the markup of the API by hand is measured too. */
export function markup(samples, { count }) {
  const changes = { ...CHANGES, name: `W2 1000 on ${count}` };
  const ratios = ({ what, limit, name }, [plain, marked, ours]) => ({
    what,
    limit,
    byHand: samples.ratio([name, marked], [name, plain]),
    ours: samples.ratio([name, ours], [name, plain]),
    beside: samples.ratio([name, ours], [name, marked]),
  });
  return [
    ratios(changes, ['hand', 'hand-marked', 'ours']),
    ...DOTS.map((each) => ratios(each, ['spans', 'elements', 'dots'])),
  ];
}
