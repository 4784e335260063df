import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const measured = new Map();

/**
 * What an entry of the package adds to an app, Lit included: bytes of brotli, minified by esbuild.
 * What is loaded later, by `import()`, does not count. Measured once.
 *
 * @param {string} entry
 * @returns {Promise<number>}
 */
export function installedSize(entry) {
  if (!measured.has(entry)) measured.set(entry, measure(entry));
  return measured.get(entry);
}

async function measure(entry) {
  const file = fileURLToPath(new URL(`../../dist/elements/${entry}.js`, import.meta.url));
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    outdir: 'app',
    metafile: true,
    write: false,
  });
  const loaded = new Set();
  const load = (path) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { kind, path: imported } of metafile.outputs[path].imports) {
      if (kind === 'import-statement') load(imported);
    }
  };
  load(Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint));
  return outputFiles
    .filter(({ path }) => [...loaded].some((name) => path.endsWith(name)))
    .reduce((bytes, { contents }) => bytes + brotliCompressSync(contents).length, 0);
}
