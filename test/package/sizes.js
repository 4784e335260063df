import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FOLDER = new URL('../../dist/cdn/', import.meta.url);
const BUDGET = JSON.parse(readFileSync(new URL('budget.json', import.meta.url), 'utf8'));

/**
 * The sizes of the built bundles in bytes: as they are, and as a server sends them at best
 * (`gzip -9`, brotli 11). `budget` is the most the brotli may have, where there is one.
 */
export function bundleSizes() {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));
  return names.sort().map((name) => {
    const content = readFileSync(new URL(name, FOLDER));
    return {
      name,
      raw: content.length,
      gzip: gzipSync(content, { level: 9 }).length,
      brotli: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
        .length,
      budget: BUDGET[name],
    };
  });
}

/** What is wrong with `sizes`: a bundle over its budget, or a budget without a bundle. */
export function overBudget(sizes) {
  const missing = Object.keys(BUDGET).filter((name) => sizes.every((size) => size.name !== name));
  return [
    ...missing.map((name) => `${name} was not built`),
    ...sizes
      .filter(({ brotli, budget }) => brotli > budget)
      .map(({ name, brotli, budget }) => `${name} has ${brotli} bytes of at most ${budget}`),
  ];
}
