import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { ENVIRONMENT } from './host-app.js';

/** A server that does not say by then where it is never will. In ms. */
const PATIENCE = 60_000;

/** A server that a host runs in a process of its own. */
export class AppServer {
  url;
  /** Whatever it has printed as an error. */
  errors = '';
  #child;
  #ended;

  /**
   * Starts a server, and waits until it says where it is.
   *
   * @param {import('./host-app.js').HostApp} app installed
   * @param {string[]} command the program and its parameters
   * @param {RegExp} whereabouts finds the URL in what the server prints, in its first group
   * @param {NodeJS.ProcessEnv} [variables]
   */
  static async start(app, command, whereabouts, variables) {
    const server = new AppServer(app, command, variables);
    try {
      await server.#saysWhere(whereabouts);
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  constructor(app, [program, ...parameters], variables) {
    this.#child = spawn(program, parameters, {
      cwd: app.folder,
      env: { ...process.env, ...ENVIRONMENT, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stderr.setEncoding('utf8').on('data', (text) => (this.errors += text));
  }

  #saysWhere(whereabouts) {
    let output = '';
    return new Promise((resolve, reject) => {
      const fail = (what) => reject(new Error(`the server ${what}\n${output}${this.errors}`));
      const timer = setTimeout(() => fail('did not say where it is'), PATIENCE);
      this.#child.stdout.setEncoding('utf8').on('data', (text) => {
        output += text;
        [, this.url] = whereabouts.exec(output) ?? [];
        if (this.url) resolve();
      });
      this.#child.once('error', reject);
      void this.#ended.then(() => {
        clearTimeout(timer);
        fail('ended');
      });
    });
  }

  /** Ends it with the processes that it has started. */
  async stop() {
    const { exitCode, signalCode, pid } = this.#child;
    if (exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
    await this.#ended;
  }
}

/** @returns {Promise<number>} a port of the loopback that was free a moment ago */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
