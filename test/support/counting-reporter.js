import { writeFileSync } from 'node:fs';

/**
 * A web-test-runner reporter that writes how many tests passed, failed and were skipped, over all
 * engines, to `file` as JSON. A file that could not be loaded counts as one failure.
 */
export function countingReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      if (!file) return;
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const before = counts.failed;
        if (session.testResults) count(session.testResults, counts);
        if (!session.passed && counts.failed === before) counts.failed++;
      }
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}

function count({ suites, tests }, counts) {
  for (const { skipped, passed } of tests) {
    counts[skipped ? 'skipped' : passed ? 'passed' : 'failed']++;
  }
  for (const suite of suites) count(suite, counts);
}
