import { writeFileSync } from 'node:fs';

/**
 * A web-test-runner reporter that says for each engine how many tests passed, failed and were
 * skipped, and writes the sums and what each failure says to `file` as JSON. A file that could not
 * be loaded counts as one failure.
 */
export function countingReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const engines = new Map();
      const total = emptyCounts();
      for (const { browser, passed, testFile, testResults, errors } of sessions) {
        const counts = emptyCounts();
        if (testResults) count(testResults, counts, `${browser.name} ${testFile}`);
        if (!passed && counts.failed === 0) {
          counts.failed = 1;
          counts.failures.push([`${browser.name} ${testFile}`, ...errors.map(said)].join('\n'));
        }
        if (!engines.has(browser.name)) engines.set(browser.name, emptyCounts());
        add(counts, engines.get(browser.name));
        add(counts, total);
      }
      for (const [name, { passed, failed, skipped }] of engines) {
        console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
      }
      if (file) writeFileSync(file, JSON.stringify(total));
    },
  };
}

const emptyCounts = () => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

const said = ({ message }) => message;

function count({ suites, tests }, counts, place) {
  for (const { name, skipped, passed, error } of tests) {
    counts[skipped ? 'skipped' : passed ? 'passed' : 'failed']++;
    if (!skipped && !passed) counts.failures.push(`${place}: ${name}\n${error ? said(error) : ''}`);
  }
  for (const suite of suites) count(suite, counts, place);
}

function add(counts, sum) {
  sum.passed += counts.passed;
  sum.failed += counts.failed;
  sum.skipped += counts.skipped;
  sum.failures.push(...counts.failures);
}
