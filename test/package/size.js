/** `npm run size`: a table of the bundles' sizes; fails when one is over its budget. */
import { bundleSizes, languageSizes, overBudget } from './sizes.js';

const sizes = [...bundleSizes(), ...languageSizes()];
console.table(
  Object.fromEntries(
    sizes.map(({ name, raw, gzip, brotli, most }) => [
      name,
      { raw, gzip, brotli, ...(most && { most, left: most - brotli }) },
    ]),
  ),
);

const problems = overBudget(sizes);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
