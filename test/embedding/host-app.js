import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A command of the service that the engine alone knows, and minifying leaves as it is. */
const ENGINE_MARK = 'im_open_status';

const HOSTS = fileURLToPath(new URL('../../demo/hosts/', import.meta.url));

/** A step that takes longer than this hangs. In ms. */
const PATIENCE = 240_000;

const ENVIRONMENT = {
  // Vite's development server sets it for whatever runs after it.
  NODE_ENV: undefined,
  NG_CLI_ANALYTICS: 'false',
  CI: '1',
  FORCE_COLOR: '0',
  NO_COLOR: '1',
};

/** A copy of one of `demo/hosts/`, to install the packed package in and to build. */
export class HostApp {
  name;
  folder;
  /** In seconds. */
  times = { install: 0, build: 0 };

  /**
   * @param {string} name the folder's
   * @param {string} scratch where the copy goes
   */
  constructor(name, scratch) {
    this.name = name;
    this.folder = join(scratch, name);
    cpSync(join(HOSTS, name), this.folder, {
      recursive: true,
      filter: (file) => !/[/\\](node_modules|dist|\.angular)$/.test(file),
    });
  }

  /** Installs what the lock file says, then the package. */
  async install(tarball) {
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
    this.times.install = await seconds(async () => {
      await this.run('npm', ['ci', ...quiet]);
      await this.run('npm', ['install', '--no-save', ...quiet, tarball]);
    });
  }

  /** Unpacks the package beside a page that needs no build. */
  async unpack(tarball) {
    mkdirSync(join(this.folder, 'package'), { recursive: true });
    await this.run('tar', ['-xzf', tarball]);
  }

  async build() {
    this.times.build = await seconds(() => this.run('npm', ['run', '--silent', 'build']));
  }

  /** What the browser has to load before the app starts, in bytes: lazy chunks are left out. */
  get initialBytes() {
    return this.#initialFiles.reduce((sum, file) => sum + statSync(file).size, 0);
  }

  /** @throws when a script that the page loads at its start holds the engine */
  loadsEngineLazily() {
    const scripts = this.#initialFiles.filter((file) => file.endsWith('.js'));
    const heavy = scripts.filter((file) => readFileSync(file, 'utf8').includes(ENGINE_MARK));
    if (scripts.length === 0 || heavy.length > 0) {
      throw new Error(`${heavy.length} of ${scripts.length} scripts hold the engine`);
    }
    const all = readdirSync(join(this.folder, 'dist'), { recursive: true })
      .filter((file) => file.endsWith('.js'))
      .filter((file) =>
        readFileSync(join(this.folder, 'dist', file), 'utf8').includes(ENGINE_MARK),
      );
    if (all.length === 0) throw new Error('no script holds the engine');
  }

  get #initialFiles() {
    const dist = join(this.folder, 'dist');
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    const files = html.matchAll(/(?:src|href)="\/?([^":]+\.(?:js|css))"/g);
    return [...new Set([...files].map(([, file]) => join(dist, file)))];
  }

  /**
   * Runs a program in the copy to its end and gives what it printed.
   * @throws when it fails, unless `mayFail`
   */
  run(program, parameters, { mayFail = false } = {}) {
    const child = spawn(program, parameters, {
      cwd: this.folder,
      env: { ...process.env, ...ENVIRONMENT },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        if (code === 0 || (mayFail && code !== null)) return resolve(output);
        const command = [program, ...parameters].join(' ');
        reject(new Error(`${command} ended with ${code ?? signal}\n${output}`));
      });
    });
  }
}

async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
