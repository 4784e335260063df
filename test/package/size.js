/** `npm run size`: a table of the bundles' sizes; fails when one is over its budget. */
import { bundleSizes, overBudget } from './sizes.js';

const sizes = bundleSizes();
console.table(
  Object.fromEntries(
    sizes.map(({ name, raw, gzip, brotli, most, goal }) => [
      name,
      { raw, gzip, brotli, ...(most && { most, left: most - brotli, goal }) },
    ]),
  ),
);

const problems = overBudget(sizes);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
