import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const BENCH = fileURLToPath(new URL('..', import.meta.url));
const VUE = `${BENCH}vue/`;

/**
 * The hint that the bundles for script tags have: Chromium compiles all functions while the page
 * loads, off the main thread. All implementations get it, so that no first render includes it.
 */
const HINT = '//# allFunctionsCalledOnLoad\n';
const VUE_BUNDLE = `${VUE}node_modules/.bench/contact-list.js`;

/** Installs and builds the official list in its own folder. Returns whether the build exists. */
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
 * Bundles the pages of the bench, minified, with the same engine for all implementations.
 *
 * @param {object} options
 * @param {string} options.checkout the folder of the checkout whose elements are bundled
 * @param {string} [options.folder] where the pages are served, with a slash at its end
 * @param {boolean} [options.withVue]
 * @returns {Promise<Map<string, string>>} text by path
 */
export async function bundle({ checkout, folder = '', withVue = false }) {
  const { outputFiles } = await build({
    absWorkingDir: BENCH,
    entryPoints: ['implementations/page.js', 'implementations/push-to-paint.js'],
    outdir: 'bundle',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    // `sideEffects` in package.json names the built files: the sources' registration would be dropped.
    ignoreAnnotations: true,
    logLevel: 'error',
    loader: { '.css': 'text' },
    external: withVue ? [] : ['../vue/*'],
    alias: {
      'tui-presence': `${checkout}/elements/index.ts`,
      'tui-presence/define': `${checkout}/elements/define.ts`,
      // One copy: neither that of the official list nor that of the other checkout.
      '@tencentcloud/chat-uikit-engine': fileURLToPath(
        import.meta.resolve('@tencentcloud/chat-uikit-engine'),
      ),
      '@tencentcloud/tui-core': fileURLToPath(import.meta.resolve('@tencentcloud/tui-core')),
    },
  });
  const output = `${BENCH}bundle/`;
  return new Map(
    outputFiles.map(({ path, text }) => [`/${folder}${path.slice(output.length)}`, HINT + text]),
  );
}
