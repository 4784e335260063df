import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { launchChromium } from '../../support/launch-chromium.js';

const HTML = readFileSync(new URL('../implementations/page.html', import.meta.url), 'utf8');

/** Real frames, and the numbers of a page that is alone. */
const FLAGS = [
  '--enable-precise-memory-info',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--js-flags=--expose-gc',
];

/** How long a page has for all that is asked of it, in seconds. */
const MOST_SECONDS = 180;

/** A page was asked for more than it got done in its time. */
export class Unfinished extends Error {}

/** Serves the bundles to whoever asks on this machine. */
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
  version;

  constructor(browser, origin) {
    this.#browser = browser;
    this.#origin = origin;
    this.version = browser.version();
  }

  static async launch(server) {
    const browser = await launchChromium({ args: FLAGS });
    return new BenchBrowser(browser, `http://127.0.0.1:${server.address().port}`);
  }

  /** A fresh page that has loaded everything and drawn nothing. */
  async open(implementation, name = 'page') {
    const page = await this.#browser.newPage({ viewport: { width: 400, height: 680 } });
    const opened = new BenchPage(implementation, page, await page.context().newCDPSession(page));
    await page.goto(`${this.#origin}/${name}.html?implementation=${implementation}`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await opened.begin();
    return opened;
  }

  async close() {
    await this.#browser.close();
  }
}

/** A page and its DevTools. */
export class BenchPage {
  page;
  implementation;
  #session;
  #errors = [];
  #timer;
  /** Fails when the time is over: a page that is busy for ever answers nothing. */
  #over;

  constructor(implementation, page, session) {
    this.implementation = implementation;
    this.page = page;
    this.#session = session;
    this.#over = new Promise((_, reject) => {
      const over = () => reject(new Unfinished(`did not finish in ${MOST_SECONDS} s`));
      this.#timer = setTimeout(over, MOST_SECONDS * 1000);
    });
    // It may come when nothing is asked.
    this.#over.catch(() => undefined);
    page.on('pageerror', (error) => this.#errors.push(error));
  }

  #send(method, parameters) {
    return Promise.race([this.#session.send(method, parameters), this.#over]);
  }

  async begin() {
    // Wall time would count what other programs do.
    await this.#send('Performance.enable', { timeDomain: 'threadTicks' });
    await this.call('painted()');
  }

  /** Calls a function of the page's `bench`, and gives what it answers. */
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

  /** The main thread's time so far, in ms of CPU, and what lives in it. */
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

  /** CPU of the main thread in ms while an expression runs, and its answer. */
  async cpuOf(expression) {
    const before = await this.metrics();
    const value = await this.call(expression);
    const after = await this.metrics();
    return { cpu: after.cpu - before.cpu, value };
  }

  /** What lives after everything that can be collected was. */
  async alive() {
    for (let time = 0; time < 2; time++) await this.#send('HeapProfiler.collectGarbage');
    return this.metrics();
  }

  /** The longest task of the main thread in ms of CPU while an expression runs. */
  async longestTask(expression) {
    const session = this.#session;
    /** The longest by thread, since a trace has those of workers and of the compositor too. */
    const longest = new Map();
    const mains = new Set();
    const take = ({ value }) => {
      for (const { name, pid, tid, args, tdur = 0 } of value) {
        const thread = `${pid} ${tid}`;
        if (name === 'ThreadControllerImpl::RunTask') {
          longest.set(thread, Math.max(longest.get(thread) ?? 0, tdur / 1000));
        } else if (name === 'thread_name' && args.name === 'CrRendererMain') {
          mains.add(thread);
        }
      }
    };
    session.on('Tracing.dataCollected', take);
    // Tasks and nothing else: of ten times as many events, to write them down is the longest task.
    await this.#send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['toplevel'] },
    });
    await this.call(expression);
    const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await this.#send('Tracing.end');
    await Promise.race([ended, this.#over]);
    session.off('Tracing.dataCollected', take);
    return Math.max(...[...mains].map((thread) => longest.get(thread) ?? 0));
  }

  /** What is seen, once two pictures in a row are alike. */
  async picture() {
    let before;
    for (let times = 0; times < 9; times++) {
      const picture = (await this.page.screenshot({ animations: 'disabled' })).toString('base64');
      if (picture === before) break;
      before = picture;
    }
    return before;
  }

  /** Ends a busy page too: its process is its own. */
  async close() {
    clearTimeout(this.#timer);
    await this.page.context().close();
  }
}
