/**
 * Puts the packed package into every page of `demo/hosts/` and drives it in Chromium against the
 * loopback chat server: `node test/embedding/run.js [--host name]... [--no-build]`.
 *
 * It needs the registry. A table of the figures and the sum of all checks come last.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from '../support/launch-chromium.js';
import { Checks } from './checks.js';
import { compiles } from './compilers.js';
import { HostApp } from './host-app.js';
import { HostPage } from './host-page.js';
import { replacesHot } from './hot-replacement.js';
import { hydratesInNext } from './next-hydration.js';
import { rendersOnServer } from './server-rendering.js';
import { SentPage } from './sent-page.js';
import { StartFiles } from './start-files.js';
import { checkTypings } from './typings.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What Angular's own budget says of what is loaded before an app starts, in bytes. */
const ANGULAR_BUDGET = 1_000_000;

/** Hosts without a build take the engine from our CDN file, the others bring their own. */
const PLAIN = ['classic', 'import-map'];
/** The slowest first: they are prepared while others are driven. */
const BUILT = [
  'next-15',
  'next',
  'angular-ssr',
  'angular',
  'sveltekit',
  'svelte',
  'react',
  'react-18',
  'vue',
];
/** Those with a server of their own, and the folder that it serves. */
const SERVED = { 'angular-ssr': 'dist/browser', sveltekit: 'dist/client' };
/** What is compiled alone, by compilers of its own. */
const COMPILED = ['typescript'];
/** How many hosts are installed and built at a time. */
const AT_A_TIME = 2;
/** Those with a checker of templates, and fixtures for it. */
const TYPED = ['angular', 'svelte', 'react', 'vue'];
/** Those whose server rendering is bundled by Vite. */
const RENDERED = ['svelte', 'react', 'vue'];

const { values } = parseArgs({
  options: {
    host: { type: 'string', multiple: true, default: [...PLAIN, ...BUILT, ...COMPILED] },
    'no-build': { type: 'boolean', default: false },
  },
});

const checks = new Checks();
const figures = {};
const scratch = mkdtempSync(join(tmpdir(), 'tui-presence-embedding-'));

/** @returns {string} the tarball */
function pack() {
  const npm = (...parameters) =>
    execFileSync('npm', parameters, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 2] });
  if (!values['no-build']) npm('run', '--silent', 'build');
  const [{ filename }] = JSON.parse(
    npm('pack', '--json', '--ignore-scripts', '--pack-destination', scratch),
  );
  return join(scratch, filename);
}

/**
 * Starts to install and build hosts, some at a time.
 *
 * @returns for each name what it came to: the app, or the step that failed and why
 */
function prepare(names, tarball) {
  const prepared = new Map();
  const lanes = Array.from({ length: AT_A_TIME }, () => Promise.resolve());
  for (const [place, name] of names.entries()) {
    const lane = lanes[place % AT_A_TIME];
    prepared.set(name, (lanes[place % AT_A_TIME] = lane.then(() => prepareOne(name, tarball))));
  }
  return prepared;
}

async function prepareOne(name, tarball) {
  const app = new HostApp(name, scratch);
  if (PLAIN.includes(name)) {
    await app.unpack(tarball);
    return { app };
  }
  try {
    await app.install(tarball);
    if (!COMPILED.includes(name)) await app.build();
    return { app };
  } catch (error) {
    return { app, error };
  }
}

/** Drives one host; stops at a step without which the next says nothing. */
async function embed(name, prepared, browser) {
  checks.begin(name);
  const { app, error } = await prepared;
  const isReady = await checks.run('installs and builds', () => {
    if (error) throw error;
  });
  if (!isReady) return;
  if (PLAIN.includes(name)) {
    const unpacked = join(app.folder, 'package');
    const rootOf = (path) => (path.startsWith('/dist/') ? unpacked : app.folder);
    await drive(app, await HostPage.open(browser, rootOf));
    return;
  }
  if (COMPILED.includes(name)) {
    await checks.run('compiles with each compiler in every way to resolve a module', () =>
      compiles(app),
    );
    return;
  }
  if (SERVED[name]) {
    await driveServed(app, browser);
    return;
  }
  const root = join(app.folder, 'dist');
  await checkStart(app, readFileSync(join(root, 'index.html'), 'utf8'), root);
  await drive(app, await HostPage.open(browser, () => root));
  if (TYPED.includes(name)) {
    await checks.run('takes what is right in a template and refuses what is wrong', () =>
      checkTypings(app),
    );
  }
  if (RENDERED.includes(name)) {
    await checks.run('is rendered on a server, and hydrated without a word', () =>
      rendersOnServer(app, browser),
    );
  }
  if (app.host === 'next') {
    await checks.run('is rendered on a server, and hydrated without a word', () =>
      hydratesInNext(app, browser),
    );
  }
  if (name === 'svelte') {
    await checks.run('replaces a module that registers tags while the page runs', () =>
      replacesHot(app, browser),
    );
  }
}

/** What the app loads before it starts. */
async function checkStart(app, page, root) {
  const start = new StartFiles(page, root);
  await checks.run('loads the engine after the start only', () => start.leaveOutTheEngine());
  if (app.name.startsWith('angular')) {
    await checks.run(`stays below ${ANGULAR_BUDGET} bytes at the start`, () => {
      if (start.size >= ANGULAR_BUDGET) throw new Error(`${start.size} bytes`);
    });
  }
  figures[app.name] = {
    'install (s)': app.times.install.toFixed(1),
    'build (s)': app.times.build.toFixed(1),
    'initial bundle (bytes)': start.size,
  };
}

/** Drives a host that renders its page on a server of its own. */
async function driveServed(app, browser) {
  const sent = new SentPage(app);
  try {
    const isSent = await checks.run('is rendered on its server', () => sent.isRendered());
    if (!isSent) return;
    await checkStart(app, sent.page, join(app.folder, SERVED[app.name]));
    const host = await HostPage.openAt(browser, sent.server.url);
    await drive(app, host, async () => {
      await checks.run('is hydrated in place', () => sent.isHydrated(host));
      await checks.run('says nothing on its server either', () => sent.saysNothing(host));
    });
  } finally {
    await sent.close();
  }
}

async function drive(app, host, furtherChecks) {
  try {
    await checks.run("shows the server's truth", () => host.showsTheTruth());
    if (app.name !== 'classic') {
      await checks.run("shares the app's own engine", () => host.sharesTheEngine());
    }
    let userID;
    await checks.run('gets an event and sets a property', async () => {
      userID = await host.tellsWhoIsSelected();
    });
    await checks.run('turns dots on a push', () => host.turnsDots(userID));
    await checks.run('hands over an array of contacts', () => host.takesContacts(userID));
    await checks.run('shows conversations', () => host.showsConversations());
    await checks.run('says nothing on the console', () => {
      if (host.errors.length > 0) throw new Error(host.errors.join('\n'));
    });
    await furtherChecks?.();
  } finally {
    await host.close();
  }
}

const browser = await launchChromium();
try {
  const tarball = pack();
  const prepared = prepare(values.host, tarball);
  for (const name of values.host) await embed(name, prepared.get(name), browser);
} catch (error) {
  await checks.run('runs to its end', () => {
    throw error;
  });
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

console.table(figures);
checks.sumUp();
process.exitCode = checks.failures.length > 0 ? 1 : 0;
