import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browsers.js';

/** Where Firefox writes the port that it listens on. */
const PORT_FILE = 'MarionetteActivePort';

type Response = [type: number, id: number, error: { message: string } | null, result: unknown];

/**
 * Firefox by its own protocol, Marionette, which geckodriver speaks as well: each message is an array
 * in JSON with its length in bytes before it.
 */
export class Marionette {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: Socket;
  readonly #pending = new Map<number, (response: Response) => void>();
  #received = Buffer.alloc(0);
  #nextID = 1;

  private constructor(process: ChildProcess, profile: string, socket: Socket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.on('data', (data) => this.#receive(data));
  }

  /** Starts a Firefox without a window, with these preferences, and a session in it. */
  static async start(preferences: Record<string, number> = {}): Promise<Marionette> {
    const profile = mkdtempSync(join(tmpdir(), 'tui-presence-firefox-'));
    const lines = Object.entries({ 'marionette.port': 0, ...preferences }).map(
      ([name, value]) => `user_pref('${name}', ${value});\n`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join(''));
    const process = spawn(
      findBrowser('firefox')!,
      ['--headless', '--marionette', '--no-remote', '--profile', profile],
      { stdio: 'ignore' },
    );
    const socket = connect(await portIn(profile, process), '127.0.0.1');
    const firefox = new Marionette(process, profile, socket);
    await firefox.send('WebDriver:NewSession', {});
    return firefox;
  }

  /** @throws an error with the words of Firefox */
  async send(command: string, parameters: object): Promise<unknown> {
    const id = this.#nextID++;
    const message = JSON.stringify([0, id, command, parameters]);
    const answered = new Promise<Response>((resolve) => this.#pending.set(id, resolve));
    this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    const [, , error, result] = await answered;
    if (error) throw new Error(`${command}: ${error.message}`);
    return (result as { value?: unknown } | null)?.value;
  }

  async stop(): Promise<void> {
    this.#socket.destroy();
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await ended;
    rmSync(this.#profile, { recursive: true, force: true });
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      const end = colon + 1 + Number(this.#received.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      // The first message is a greeting.
      if (!Array.isArray(message)) continue;
      const response = message as Response;
      this.#pending.get(response[1])?.(response);
      this.#pending.delete(response[1]);
    }
  }
}

/** Waits for the port; Firefox says it in no other way. */
async function portIn(profile: string, process: ChildProcess): Promise<number> {
  const file = join(profile, PORT_FILE);
  for (;;) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (port > 0) return port;
    if (process.exitCode !== null) throw new Error(`Firefox ended: ${process.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
