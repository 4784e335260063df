import { writeFileSync } from 'node:fs';

/**
 * A web-test-runner reporter that says for each engine how many tests passed, failed and were
 * skipped, and writes the sums to `file` as JSON. A file that could not be loaded counts as one
 * failure.
 */
export function countingReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const engines = new Map();
      for (const { browser, passed, testResults } of sessions) {
        const counts = { passed: 0, failed: 0, skipped: 0 };
        if (testResults) count(testResults, counts);
        if (!passed && counts.failed === 0) counts.failed = 1;
        engines.set(browser.name, sum(engines.get(browser.name), counts));
      }
      for (const [name, { passed, failed, skipped }] of engines) {
        console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
      }
      if (file) writeFileSync(file, JSON.stringify([...engines.values()].reduce(sum)));
    },
  };
}

function count({ suites, tests }, counts) {
  for (const { skipped, passed } of tests) {
    counts[skipped ? 'skipped' : passed ? 'passed' : 'failed']++;
  }
  for (const suite of suites) count(suite, counts);
}

function sum(one = { passed: 0, failed: 0, skipped: 0 }, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}
