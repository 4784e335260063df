/**
 * Puts the packed package into every page of `demo/hosts/` and drives it in Chromium against the
 * loopback chat server: `node test/embedding/run.js [--host name]... [--no-build]`.
 *
 * It needs the registry. A table of the figures and the sum of all checks come last.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from '../support/launch-chromium.js';
import { Checks } from './checks.js';
import { HostApp } from './host-app.js';
import { HostPage } from './host-page.js';
import { replacesHot } from './hot-replacement.js';
import { rendersOnServer } from './server-rendering.js';
import { checkTypings } from './typings.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What Angular's own budget says of what is loaded before an app starts, in bytes. */
const ANGULAR_BUDGET = 1_000_000;

/** Built hosts bring their own engine, the others take it from our CDN file. */
const BUILT = ['angular', 'svelte', 'react', 'vue'];
const PLAIN = ['classic', 'import-map'];

const { values } = parseArgs({
  options: {
    host: { type: 'string', multiple: true, default: [...BUILT, ...PLAIN] },
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

/** Installs, builds and drives one host; stops at a step without which the next says nothing. */
async function embed(name, tarball, browser) {
  checks.begin(name);
  const app = new HostApp(name, scratch);
  if (PLAIN.includes(name)) {
    if (!(await checks.run('unpacks the package', () => app.unpack(tarball)))) return;
    const unpacked = join(app.folder, 'package');
    await drive(app, browser, (path) => (path.startsWith('/dist/') ? unpacked : app.folder));
    return;
  }
  if (!(await checks.run('installs', () => app.install(tarball)))) return;
  if (!(await checks.run('builds', () => app.build()))) return;
  await checks.run('loads the engine after the start only', () => app.loadsEngineLazily());
  if (name === 'angular') {
    await checks.run(`stays below ${ANGULAR_BUDGET} bytes at the start`, () => {
      if (app.initialBytes >= ANGULAR_BUDGET) throw new Error(`${app.initialBytes} bytes`);
    });
  }
  figures[name] = {
    'install (s)': app.times.install.toFixed(1),
    'build (s)': app.times.build.toFixed(1),
    'initial bundle (bytes)': app.initialBytes,
  };
  await drive(app, browser, () => join(app.folder, 'dist'));
  await checks.run('takes what is right in a template and refuses what is wrong', () =>
    checkTypings(app),
  );
  if (name !== 'angular') {
    await checks.run('is rendered on a server, and hydrated without a word', () =>
      rendersOnServer(app, browser),
    );
  }
  if (name === 'svelte') {
    await checks.run('replaces a module that registers tags while the page runs', () =>
      replacesHot(app, browser),
    );
  }
}

async function drive(app, browser, rootOf) {
  const host = await HostPage.open(browser, rootOf);
  try {
    await checks.run("shows the server's truth", () => host.showsTheTruth());
    if (app.name !== 'classic') {
      await checks.run("shares the app's own engine", () => host.sharesTheEngine());
    }
    let userID;
    await checks.run('hears an event and sets a property', async () => {
      userID = await host.tellsWhoIsSelected();
    });
    await checks.run('turns dots on a push', () => host.turnsDots(userID));
    await checks.run('hands over an array of contacts', () => host.takesContacts(userID));
    await checks.run('shows conversations', () => host.showsConversations());
    await checks.run('says nothing on the console', () => {
      if (host.errors.length > 0) throw new Error(host.errors.join('\n'));
    });
  } finally {
    await host.close();
  }
}

const browser = await launchChromium();
try {
  const tarball = pack();
  for (const name of values.host) await embed(name, tarball, browser);
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
