import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FOLDER = new URL('../../dist/cdn/', import.meta.url);
const BUDGET = JSON.parse(readFileSync(new URL('budget.json', import.meta.url), 'utf8'));

/**
 * @typedef {{ name: string, raw: number, gzip: number, brotli: number, most?: number }} Size
 */

/**
 * The sizes by folder: brotli 11 takes several seconds for all of them.
 *
 * @type {Map<string, Size[]>}
 */
const measured = new Map();

/**
 * The sizes of the built bundles in bytes: as they are, and as a server sends them at best
 * (`gzip -9`, brotli 11). `most` is the budget of the brotli, where there is one. Measured once.
 *
 * @returns {Size[]}
 */
export function bundleSizes(folder = '') {
  if (!measured.has(folder)) measured.set(folder, measure(folder));
  return measured.get(folder);
}

function measure(folder) {
  const names = readdirSync(new URL(folder, FOLDER)).filter((name) => name.endsWith('.js'));
  return names.sort().map((file) => {
    const name = folder + file;
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

/** The sizes of the languages that a page loads by itself. */
export const languageSizes = () => bundleSizes('i18n/');

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
