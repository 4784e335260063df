import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { launchChromium } from '../../support/launch-chromium.js';

const HTML = readFileSync(new URL('../implementations/page.html', import.meta.url), 'utf8');

/** No throttling of pages behind others, and exact heap sizes. */
const FLAGS = [
  '--enable-precise-memory-info',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--js-flags=--expose-gc',
];

/** A page that takes longer than this, in seconds, is reported as unfinished. */
const MOST_SECONDS = 180;

/**
 * A page is idle when its main thread has worked for less than this in `idleMs`. Reading the metrics
 * takes about a quarter of a millisecond of it.
 */
const IDLE_CPU_MS = 1;

/** A page has not finished in time. */
export class Unfinished extends Error {}

/** Serves the bundles on this machine. */
export async function startServer(files) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const isPage = pathname.endsWith('.html');
    const text = isPage
      ? HTML.replace('/SCRIPT.js', pathname.replace('.html', '.js'))
      : files.get(pathname);
    const type = isPage ? 'text/html' : 'text/javascript';
    response.writeHead(text ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Opens pages with one implementation each, all in one browser. */
export class BenchBrowser {
  #browser;
  #origin;
  #idleMs;
  version;

  constructor(browser, origin, idleMs) {
    this.#browser = browser;
    this.#origin = origin;
    this.#idleMs = idleMs;
    this.version = browser.version();
  }

  /** @param {number} idleMs for how long a page must be quiet to be idle */
  static async launch(server, idleMs) {
    const browser = await launchChromium({ args: FLAGS });
    return new BenchBrowser(browser, `http://127.0.0.1:${server.address().port}`, idleMs);
  }

  /**
   * Opens a fresh page that has loaded everything and drawn nothing. `before` is `ours` of the other
   * checkout, and `before-dots` its dots.
   */
  async open(implementation, entry = 'page') {
    const isBefore = implementation.startsWith('before');
    const name = isBefore ? implementation.slice('before-'.length) || 'ours' : implementation;
    const path = `${isBefore ? 'before/' : ''}${entry}.html?implementation=${name}`;
    const page = await this.#browser.newPage({ viewport: { width: 400, height: 680 } });
    const session = await page.context().newCDPSession(page);
    const opened = new BenchPage(implementation, page, session, this.#idleMs);
    await page.goto(`${this.#origin}/${path}`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await opened.begin();
    return opened;
  }

  async close() {
    await this.#browser.close();
  }
}

/** A page and its DevTools session. */
export class BenchPage {
  page;
  implementation;
  #session;
  #idleMs;
  #errors = [];
  #timer;
  /** Rejects when the time is over, since a page that never stops working answers nothing. */
  #over;

  constructor(implementation, page, session, idleMs) {
    this.implementation = implementation;
    this.page = page;
    this.#session = session;
    this.#idleMs = idleMs;
    this.#over = new Promise((_, reject) => {
      const over = () => reject(new Unfinished(`did not finish in ${MOST_SECONDS} s`));
      this.#timer = setTimeout(over, MOST_SECONDS * 1000);
    });
    // It may reject while no call is waiting.
    this.#over.catch(() => undefined);
    page.on('pageerror', (error) => this.#errors.push(error));
  }

  #send(method, parameters) {
    return Promise.race([this.#session.send(method, parameters), this.#over]);
  }

  async begin() {
    // CPU time of the thread: wall time would count what other programs do.
    await this.#send('Performance.enable', { timeDomain: 'threadTicks' });
    await this.call('painted()');
  }

  /** Calls a function of the page's `bench` object, and gives its result. */
  async call(expression) {
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', {
      expression: `bench.${expression}`,
      awaitPromise: true,
      returnByValue: true,
    });
    const error = exceptionDetails?.exception?.description ?? this.#errors[0];
    if (error) throw new Error(`${this.implementation}: ${expression}: ${error}`);
    return result.value;
  }

  /** The main thread's CPU time so far, in ms, and the page's memory, nodes and listeners. */
  async metrics() {
    const { metrics } = await this.#send('Performance.getMetrics');
    const values = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    return {
      cpu: values.TaskDuration * 1000,
      heap: values.JSHeapUsedSize,
      nodes: values.Nodes,
      listeners: values.JSEventListeners,
    };
  }

  /**
   * Runs an expression and waits until the page is idle. Gives the main thread's CPU time in ms from
   * the start to that moment (`cpu`) and to the end of the expression (`toPaint`), and the answer.
   */
  async cpuUntilIdle(expression) {
    const before = await this.metrics();
    const value = await this.call(expression);
    const after = await this.metrics();
    const idle = await this.idle(after);
    return { cpu: idle.cpu - before.cpu, toPaint: after.cpu - before.cpu, value };
  }

  /** Waits until the main thread is idle, and gives the metrics of the moment when that began. */
  async idle(since) {
    let last = since ?? (await this.metrics());
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, this.#idleMs));
      const now = await this.metrics();
      if (now.cpu - last.cpu < IDLE_CPU_MS) return last;
      last = now;
    }
  }

  /** The metrics after everything that can be collected was. */
  async metricsAfterCollection() {
    for (let time = 0; time < 2; time++) await this.#send('HeapProfiler.collectGarbage');
    return this.metrics();
  }

  /** A screenshot, once two in a row are alike. */
  async picture() {
    let before;
    for (let times = 0; times < 9; times++) {
      const picture = (await this.page.screenshot({ animations: 'disabled' })).toString('base64');
      if (picture === before) break;
      before = picture;
    }
    return before;
  }

  /** Ends a busy page too, since each page has its own process. */
  async close() {
    clearTimeout(this.#timer);
    await this.page.context().close();
  }
}
