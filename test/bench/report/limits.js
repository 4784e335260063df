/**
 * The limits of ours. Ratios are to the list by hand in the same rounds, until the page is idle. A
 * value over its limit is a reason to look, and never fails the bench.
 *
 * @typedef {object} Limit
 * @property {string} what begins with its workload
 * @property {number} limit
 * @property {number | undefined} value undefined where it was not measured to the end
 * @property {string} unit
 * @property {number} [before] the value of the other checkout
 */

const RENDER = 4.5;
const RENDER_OF_50_000 = 6;
const CHANGE = 3;
const CHANGES = 6;
const STREAMS = { 1_000: 2.5, 10_000: 3 };
const SCROLLING = 1.5;
const DOTS = 6;
const PERSONS = 6;
const HEAP_MB = 6;

/** Frames a second that a stream may drop beyond those that it drops without a list. */
const DROPPED = 0.5;

/**
 * @param {import('../support/samples.js').Samples} samples
 * @param {{ sizes: number[], count: number }} about
 * @returns {Limit[]} those of the workloads that were measured
 */
export function limits(samples, { sizes, count }) {
  const list = [];
  const measured = new Set(samples.names.map((name) => name.slice(0, 2)));
  const add = (what, limit, value, unit, before) => {
    if (measured.has(what.slice(0, 2))) list.push({ what, limit, value, unit, before });
  };
  const addRatio = (what, limit, name, [ours, hand, before] = ['ours', 'hand', 'before']) => {
    const ratio = (implementation) => samples.ratio([name, implementation], [name, hand]);
    add(what, limit, ratio(ours), '×', ratio(before));
  };
  const addMedian = (what, limit, name, unit = '', implementation = 'ours') =>
    add(what, limit, samples.median(name, implementation), unit, samples.median(name, 'before'));
  const number = (value) => value.toLocaleString('en');

  for (const size of sizes) {
    const limit = size > 10_000 ? RENDER_OF_50_000 : RENDER;
    const what = `W1 first render of ${number(size)}`;
    addRatio(what, limit, `W1 idle ${size}`);
    addRatio(`${what}, by name`, limit, `W1 idle ${size}`, ['ours-name', 'hand-name']);
  }
  addMedian(`W1 heap of a list of ${number(count)}`, HEAP_MB, `W1 heap ${count}`, 'MB');
  addRatio('W2 one change on screen', CHANGE, `W2 1 on ${count}`);
  addRatio('W2 one change off screen', CHANGE, `W2 1 off ${count}`);
  addRatio('W2 a thousand changes in one update', CHANGES, `W2 1000 on ${count}`);
  for (const [rate, limit] of Object.entries(STREAMS)) {
    const what = `W3 ${number(Number(rate))} pushes a second`;
    const dropped = (implementation) =>
      Math.max(
        0,
        samples.median(`W3 dropped ${rate}`, implementation) -
          samples.median(`W3 dropped ${rate}`, 'none'),
      );
    addRatio(what, limit, `W3 cpu ${rate}`);
    add(
      `${what}, lost or shown late`,
      0,
      lost(samples, rate, 'ours'),
      '%',
      lost(samples, rate, 'before'),
    );
    add(`${what}, dropped frames`, DROPPED, dropped('ours'), '/s', dropped('before'));
  }
  for (const kind of ['nodes', 'listeners', 'watchers']) {
    addMedian(`W4 ${kind} left of the list`, 0, `W4 left ${kind}`);
    addMedian(`W4 ${kind} left of dots`, 0, `W4 left ${kind}`, '', 'dots');
    addMedian(`W4 ${kind} left of persons`, 0, `W4 left ${kind}`, '', 'persons');
    addMedian(`W4 ${kind} left of stacks`, 0, `W4 left ${kind}`, '', 'stacks');
  }
  const dots = ['dots', 'spans', 'before-dots'];
  addRatio('W4 1,000 bare dots, first render', DOTS, 'W4 dots idle', dots);
  addRatio('W4 1,000 bare dots, one change', DOTS, 'W4 dots change 1', dots);
  addRatio('W4 1,000 bare dots, all change', DOTS, 'W4 dots change 1000', dots);
  const persons = ['persons', 'person-spans'];
  addRatio('W5 200 persons, first render', PERSONS, 'W5 idle', persons);
  addRatio('W5 200 persons, one change', PERSONS, 'W5 change 1', persons);
  addRatio('W5 200 persons, all change', PERSONS, 'W5 change 200', persons);
  addRatio('W6 a frame of scrolling', SCROLLING, 'W6');
  addMedian('W7 push to painted dot, frames later than the bare watch', 1, 'W7 frames', '', 'dot');
  addMedian('W7 push to painted row, frames later than the bare watch', 1, 'W7 frames', '', 'row');
  return list;
}

/** The largest share in any round of pushes not taken, or of visible rows with an old status. */
function lost(samples, rate, implementation) {
  const shares = ['taken', 'applied'].flatMap((kind) =>
    samples.values(`W3 ${kind} ${rate}`, implementation),
  );
  return shares.length > 0 ? 100 - Math.min(...shares) : undefined;
}
