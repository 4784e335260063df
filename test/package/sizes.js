import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FOLDER = new URL('../../dist/cdn/', import.meta.url);
const BUDGET = JSON.parse(readFileSync(new URL('budget.json', import.meta.url), 'utf8'));

/**
 * The sizes of the built bundles in bytes: as they are, and as a server sends them at best
 * (`gzip -9`, brotli 11). `most` is what the brotli may have at most, where it has a budget, and
 * `goal` what it is to come down to.
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
      ...BUDGET[name],
    };
  });
}

/** What is wrong with `sizes`: a bundle over its budget, or a budget without a bundle. */
export function overBudget(sizes) {
  const missing = Object.keys(BUDGET).filter((name) => sizes.every((size) => size.name !== name));
  return [
    ...missing.map((name) => `${name} was not built`),
    ...sizes
      .filter(({ brotli, most }) => brotli > most)
      .map(({ name, brotli, most }) => `${name} has ${brotli} bytes of at most ${most}`),
  ];
}
