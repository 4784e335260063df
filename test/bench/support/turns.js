import { Unfinished } from './browser.js';

/**
 * Gives each implementation a page, and lets them take turns at each step of a trial, so that other
 * load on the machine affects all of them alike. A trial without steps has one page at a time.
 *
 * @param {import('./browser.js').BenchBrowser} browser
 * @param {string[]} implementations in the order of their turns
 * @param {import('../workloads.js').Trial['run']} run
 * @param {object} record
 * @param {(implementation: string, name: string, value: number) => void} record.add
 * @param {(implementation: string, error: Unfinished) => void} record.fail
 */
export async function takeTurns(browser, implementations, run, { add, fail }) {
  let left = implementations.map((implementation) => ({ implementation }));
  while (left.length > 0) {
    const next = [];
    for (const turn of left) {
      const { implementation } = turn;
      turn.page ??= await browser.open(implementation);
      turn.steps ??= run(turn.page, (name, value) => add(implementation, name, value));
      if (await hasMore(turn, fail)) next.push(turn);
      else await turn.page.close();
    }
    left = next;
  }
}

async function hasMore({ implementation, steps }, fail) {
  try {
    if ('next' in steps) return !(await steps.next()).done;
    await steps;
  } catch (error) {
    if (!(error instanceof Unfinished)) throw error;
    fail(implementation, error);
  }
  return false;
}
