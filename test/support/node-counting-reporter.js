/**
 * A `node --test` reporter that yields, at the end, how many tests passed, failed and were skipped,
 * and what each failure says, as JSON. Suites are no tests; a file that holds no test at all counts
 * as a failure.
 */
export default async function* nodeCountingReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    const isWholeFile = data.nesting === 0 && data.name === data.file;
    if (data.skip !== undefined || data.todo !== undefined) {
      counts.skipped++;
    } else if (type === 'test:fail' || isWholeFile) {
      counts.failed++;
      const { error } = data.details;
      const message = (error?.cause ?? error)?.message ?? 'holds no test';
      counts.failures.push(`${data.file}: ${data.name}\n${message}`);
    } else {
      counts.passed++;
    }
  }
  yield JSON.stringify(counts);
}
