import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { findBrowser } from './browsers.js';

/**
 * Starts WebKitWebDriver on a display of its own.
 * @returns the port it listens on, and its stop
 */
export async function startWebKitDriver() {
  // Xvfb picks a free display itself and writes its number to the descriptor it is given.
  const display = spawn(
    findBrowser('xvfb'),
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await firstLine(display, display.stdio[3], 'Xvfb');
  const port = await freePort();
  const driver = spawn(findBrowser('webkit'), [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: `:${number}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' },
    stdio: 'ignore',
  });
  const stop = () => {
    driver.kill();
    display.kill();
  };
  try {
    await answers(driver, port);
  } catch (error) {
    stop();
    throw error;
  }
  return { port, stop };
}

function firstLine(process, stream, name) {
  return new Promise((resolve, reject) => {
    process.once('error', reject);
    process.once('exit', (code) => reject(new Error(`${name} ended with code ${code}`)));
    createInterface({ input: stream }).once('line', (line) => resolve(line.trim()));
  });
}

/** Resolves when the driver takes requests: it says nothing when it is ready. */
async function answers(driver, port) {
  for (;;) {
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended: ${driver.exitCode}`);
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
