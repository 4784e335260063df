import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOSTS = fileURLToPath(new URL('../../demo/hosts/', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Hosts that are another one with other versions. */
const VARIANTS = {
  'next-15': { host: 'next', versions: { next: '15.5.29' } },
};

/** A step that takes longer than this hangs. In ms. */
const PATIENCE = 240_000;

/** Variables of every program that runs in a host. */
export const ENVIRONMENT = {
  // Vite's development server sets it for whatever runs after it.
  NODE_ENV: undefined,
  NG_CLI_ANALYTICS: 'false',
  NEXT_TELEMETRY_DISABLED: '1',
  CI: '1',
  FORCE_COLOR: '0',
  NO_COLOR: '1',
};

/** A copy of one of `demo/hosts/`, or of a folder here, to install the packed package in and to build. */
export class HostApp {
  name;
  /** The folder in `demo/hosts/`. */
  host;
  folder;
  /** In seconds. */
  times = { install: 0, build: 0 };

  /**
   * @param {string} name the folder's, or a variant's
   * @param {string} scratch where the copy goes
   */
  constructor(name, scratch) {
    const { host, versions } = VARIANTS[name] ?? { host: name };
    this.name = name;
    this.host = host;
    this.folder = join(scratch, name);
    const hosts = existsSync(join(HOSTS, host)) ? HOSTS : HERE;
    cpSync(join(hosts, host), this.folder, {
      recursive: true,
      filter: (file) => !/[/\\](node_modules|dist|\.angular|\.next|\.svelte-kit)$/.test(file),
    });
    if (versions) this.#takeVersions(versions);
  }

  /** Replaces versions, and with them the lock file. */
  #takeVersions(versions) {
    const file = join(this.folder, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    Object.assign(manifest.dependencies, versions);
    writeFileSync(file, JSON.stringify(manifest));
    rmSync(join(this.folder, 'package-lock.json'));
  }

  get #hasLock() {
    return existsSync(join(this.folder, 'package-lock.json'));
  }

  /** Installs what the lock file says, then the package. */
  async install(tarball) {
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
    this.times.install = await seconds(async () => {
      if (this.#hasLock) await this.run('npm', ['ci', ...quiet]);
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
