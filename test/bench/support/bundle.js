import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const BENCH = fileURLToPath(new URL('..', import.meta.url));
const VUE = `${BENCH}vue/`;

/**
 * As in the bundles for script tags: Chromium compiles all functions while the page loads, beside the
 * main thread. All implementations get it, so that nobody's first render is a compilation.
 */
const HINT = '//# allFunctionsCalledOnLoad\n';
const VUE_BUNDLE = `${VUE}node_modules/.bench/contact-list.js`;

/** Installs and compiles the official list, in a folder of its own; whether it is there now. */
export function buildVue() {
  const npm = (...parameters) =>
    execFileSync('npm', parameters, {
      cwd: VUE,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    });
  try {
    if (!existsSync(`${VUE}node_modules/vite`)) {
      console.log('Installing the official Vue contact list');
      npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
    }
    npm('run', '--silent', 'build');
  } catch (error) {
    console.error(`Without the official Vue contact list: ${error.message}`);
  }
  return existsSync(VUE_BUNDLE);
}

/**
 * The pages of the bench, minified, with one engine for all implementations.
 *
 * @param {boolean} withVue
 * @returns {Promise<Map<string, string>>} text by path
 */
export async function bundle(withVue, minify = true) {
  const { outputFiles } = await build({
    absWorkingDir: BENCH,
    entryPoints: ['implementations/page.js', 'implementations/way.js'],
    outdir: 'bundle',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify,
    logLevel: 'error',
    loader: { '.css': 'text' },
    external: withVue ? [] : ['../vue/*'],
    // One copy: what the bench of the official list has installed is not asked.
    alias: {
      '@tencentcloud/chat-uikit-engine': fileURLToPath(
        import.meta.resolve('@tencentcloud/chat-uikit-engine'),
      ),
      '@tencentcloud/tui-core': fileURLToPath(import.meta.resolve('@tencentcloud/tui-core')),
    },
  });
  const folder = `${BENCH}bundle/`;
  return new Map(
    outputFiles.map(({ path, text }) => [`/${path.slice(folder.length)}`, HINT + text]),
  );
}
