/**
 * Every test with one command: `node test/run.js [layer...] [--only text] [--engine name]`.
 *
 * - `core`: presence and the demo's server, in Node
 * - `elements`: the elements from source, in Chromium, Firefox and WebKit
 * - `package`: what would be published, from a fresh build
 * - `e2e`: the demo's pages in Chromium, from a fresh build
 *
 * Without a layer all of them run. `--only` keeps the test files whose path holds the text,
 * `--engine` runs the elements in one engine, `--no-build` takes `dist/` as it is. What failed is
 * said once more at the end, and the last line sums everything up.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  availableEngines,
  DEBIAN_PACKAGES,
  ENGINES,
  findBrowser,
  HEADLESS_SHELL_PACKAGE,
  installBrowsers,
  installPackages,
} from './support/browsers.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A layer that takes longer than this hangs. In ms. */
const PATIENCE = 1_200_000;

/** So does a file, on a machine that has much else to do. In ms. */
const FILE_PATIENCE = 300_000;

/** Tests in pages mostly wait: for timers of the SDK, and for frames. */
const FILES_AT_A_TIME = availableParallelism() + 1;

const LAYERS = {
  core: { folders: ['test/src', 'test/demo'], run: runInNode },
  elements: { folders: ['test/elements'], run: runInBrowsers, browser: true },
  package: { folders: ['test/package'], run: runInNode, build: true },
  e2e: { folders: ['test/e2e'], run: runInNode, build: true, browser: true },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    engine: { type: 'string', multiple: true, default: ENGINES },
    'no-build': { type: 'boolean', default: false },
  },
});

const scratch = mkdtempSync(join(tmpdir(), 'tui-presence-test-'));
const total = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** Ends the run with one sentence instead of a stack. */
class Stop extends Error {}

async function runLayers(names) {
  const unknown = names.filter((name) => !(name in LAYERS));
  if (unknown.length > 0) {
    throw new Stop(`There is no layer ${unknown.join(', ')}: ${Object.keys(LAYERS).join(', ')}.`);
  }
  const layers = names.map((name) => ({ name, ...LAYERS[name] }));
  if (layers.some(({ browser }) => browser)) findEngines();
  // Not needed, but twice as fast.
  if (names.includes('e2e') && !findBrowser('headlessShell')) {
    installPackages([HEADLESS_SHELL_PACKAGE]);
  }

  let built = values['no-build'];
  for (const { name, folders, run, build } of layers) {
    const files = await testFiles(folders);
    if (files.length === 0) {
      // A filter may leave a layer empty; without one an empty layer is a mistake in the paths.
      if (!values.only) add(name, { passed: 0, failed: 1, skipped: 0 }, 'no test file');
      continue;
    }
    if (build && !built) {
      heading('build');
      const code = await start('npm', ['run', '--silent', 'build']);
      if (code !== 0) throw new Stop('The build failed.');
      built = true;
    }
    heading(name);
    await run(name, files);
  }
}

/** Makes sure of a browser; without a Chromium nothing about the elements can be said. */
function findEngines() {
  if (availableEngines().length < ENGINES.length) installBrowsers();
  if (!availableEngines().includes('chromium')) {
    throw new Stop(
      'No Chromium was found: install Chrome or Chromium, or name its program in CHROME_PATH ' +
        `(on Debian: apt-get install ${DEBIAN_PACKAGES.join(' ')}).`,
    );
  }
}

async function runInNode(name, files) {
  const countsFile = join(scratch, `${name}.json`);
  const code = await start(process.execPath, [
    '--import',
    'tsx',
    '--test',
    `--test-timeout=${FILE_PATIENCE}`,
    `--test-concurrency=${FILES_AT_A_TIME}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./test/support/node-counting-reporter.js',
    `--test-reporter-destination=${countsFile}`,
    ...files,
  ]);
  finish(name, countsFile, code);
}

async function runInBrowsers(name, files) {
  const available = availableEngines();
  const engines = values.engine.filter((engine) => available.includes(engine));
  for (const engine of values.engine.filter((each) => !engines.includes(each))) {
    console.log(`skipped: ${engine} is not installed here`);
    total.skipped++;
  }
  if (engines.length > 0) await runElements(name, files, engines);
}

async function runElements(name, files, engines) {
  const countsFile = join(scratch, `${name}.json`);
  const wtr = join(ROOT, 'node_modules/@web/test-runner/dist/bin.js');
  const code = await start(process.execPath, [wtr, '--config', 'web-test-runner.config.js'], {
    TEST_COUNTS: countsFile,
    TEST_ENGINES: engines.join(','),
    TEST_FILES: files.join('\n'),
  });
  finish(name, countsFile, code);
}

/** Adds up a layer that ended with `code`; one that left no counts behind has crashed. */
function finish(name, countsFile, code) {
  const written = existsSync(countsFile) ? readFileSync(countsFile, 'utf8') : '';
  if (written === '') {
    add(name, { passed: 0, failed: 1, skipped: 0 }, `ended with ${code} before it was through`);
    return;
  }
  const counts = JSON.parse(written);
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) {
    add(name, { ...counts, failed: 1 }, `ended with ${code}`);
    return;
  }
  add(name, counts);
}

function add(name, counts, remark) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  total.failures.push(...(counts.failures ?? []));
  if (remark) total.failures.push(`${name}: ${remark}`);
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped` +
      (remark ? ` (${remark})` : ''),
  );
}

function heading(name) {
  console.log(`\n== ${name}`);
}

async function testFiles(folders) {
  const found = [];
  for (const folder of folders) {
    if (!existsSync(join(ROOT, folder))) continue;
    const names = await readdir(join(ROOT, folder), { recursive: true });
    found.push(...names.map((name) => join(folder, name).replaceAll('\\', '/')));
  }
  return found.filter((file) => /\.test\.(js|ts)$/.test(file) && file.includes(values.only)).sort();
}

/**
 * Runs a program in the project's folder to its end.
 * @returns its exit code, or the name of the signal that ended it
 */
function start(program, parameters, variables = {}) {
  const onWindows = process.platform === 'win32';
  const child = spawn(program, parameters, {
    cwd: ROOT,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'inherit', 'inherit'],
    // npm is a script on Windows; elsewhere a group of its own ends with all that it started.
    shell: onWindows && program === 'npm',
    detached: !onWindows,
  });
  const end = () => (onWindows ? child.kill() : endGroup(child.pid));
  const interrupt = () => {
    end();
    process.exit(130);
  };
  const timer = setTimeout(end, PATIENCE);
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      // A browser that a crashed runner left behind would live on.
      if (!onWindows) endGroup(child.pid);
      resolve(code ?? signal);
    });
  });
}

function endGroup(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch (error) {
    // No process is left; macOS says EPERM of a group that is just ending.
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}

try {
  await runLayers(positionals.length > 0 ? positionals : Object.keys(LAYERS));
} catch (error) {
  console.error(error instanceof Stop ? error.message : error);
  total.failed++;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

if (total.passed + total.failed === 0) {
  console.error('Not one test ran.');
  total.failed++;
}
if (total.failures.length > 0) {
  heading('failed');
  console.log(total.failures.join('\n\n'));
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
