import { createServer } from 'node:http';
import type { BrowserContext, Page } from 'playwright-core';
import { startChatServer } from '../../../demo/server/chat-server.js';
import type { ChatServer } from '../../../demo/server/chat-server.js';
import { pathOf, sendFile } from '../../../demo/server/static-files.js';
import { findBrowser } from '../../support/browsers.js';
import { redirectSockets } from './sdk-bundles.js';
import { sharedBrowser } from './shared-browser.js';
import { shownStatus } from './shown-status.js';
import { ROOT } from './watched-page.js';

const HTML = `<!doctype html><meta charset="utf-8"><title>tab</title>
<tui-contact-list style="height: 400px"></tui-contact-list>
<script type="module">
  import * as tui from '/dist/cdn/tui-presence.js';
  const { presence } = tui;
  globalThis.states = [];
  globalThis.problems = [];
  presence.addEventListener('tui-presence-state', ({ state }) =>
    states.push([state, Date.now()]));
  presence.addEventListener('tui-presence-error', ({ error }) => problems.push(error.reason));
  Object.assign(globalThis, { tui, presence });
</script>`;

declare global {
  // What the page's script puts there.
  var states: [state: string, at: number][];
  var problems: string[];
  var tabSession: { userID: string; logout(options?: { everywhere?: boolean }): Promise<void> };
}

/** Several tabs of one browser on a chat server that lets one page be logged in as a user. */
export class TabPages {
  readonly server: ChatServer;
  readonly pages: Page[] = [];
  /** Uncaught errors of all pages. */
  readonly errors: string[] = [];
  readonly #context: BrowserContext;

  constructor(context: BrowserContext, server: ChatServer) {
    this.#context = context;
    this.server = server;
  }

  get url(): string {
    return this.server.url.replace('ws:', 'http:');
  }

  get logins(): number {
    return this.server.ledger.of('alice').logins;
  }

  /** Opens a tab, logs in, and observes these users. */
  async open(
    userIDs: readonly string[] = [],
    options: Record<string, unknown> = {},
  ): Promise<Page> {
    const page = await this.#context.newPage();
    this.pages.push(page);
    page.on('pageerror', (error) => {
      // The SDK leaves refusals of its own requests unhandled, such as those after a kick.
      const isOfSDK = /tui-presence-(engine|chat)\.js/.test(error.stack ?? '');
      if (!isOfSDK && !error.message.includes('getUserProfile')) this.errors.push(String(error));
    });
    if (options['sdk'] === 'chat') await redirectSockets(page, this.server.url);
    await page.goto(this.url);
    await page.waitForFunction('globalThis.presence !== undefined');
    await this.logIn(page, options);
    await this.observe(page, userIDs);
    return page;
  }

  logIn(page: Page, options: Record<string, unknown> = {}): Promise<void> {
    return page.evaluate(
      async ([given, proxyServer]) => {
        const { login } = globalThis.tui;
        const base = { SDKAppID: 1400000001, userID: 'alice', userSig: 'any' };
        const server = given['sdk'] === 'chat' ? {} : { proxyServer };
        globalThis.tabSession = await login({ ...base, ...server, ...given });
      },
      [options, this.server.url] as const,
    );
  }

  observe(page: Page, userIDs: readonly string[]): Promise<void> {
    return page.evaluate((ids) => {
      globalThis.presence.observe(ids, () => undefined);
    }, userIDs);
  }

  /** Waits until every open tab shows what the server holds true of these users, as live. */
  async showTruth(userIDs: readonly string[], pages = this.pages, timeout = 10_000): Promise<void> {
    const started = Date.now();
    for (const page of pages) {
      for (;;) {
        const wrong = await this.#wrong(page, userIDs);
        if (wrong.length === 0) break;
        if (Date.now() - started > timeout) throw new Error(`not the truth: ${wrong.join('; ')}`);
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 10)));
      }
    }
  }

  /** Waits until no tab is logged in as this user at the server. */
  async loggedOut(userID: string): Promise<void> {
    const started = Date.now();
    while (this.server.sessions.connections(userID).length > 0) {
      if (Date.now() - started > 20_000) throw new Error(`${userID} is logged in.`);
      await this.pages[0]!.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    }
  }

  /** Closes a tab. */
  async close(page: Page): Promise<void> {
    this.pages.splice(this.pages.indexOf(page), 1);
    await page.close();
  }

  /** The renderer of a tab crashes. */
  async crash(page: Page): Promise<void> {
    this.pages.splice(this.pages.indexOf(page), 1);
    const devTools = await this.#context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    // A renderer that has crashed answers nothing.
    devTools.send('Page.crash').catch(() => undefined);
    await crashed;
  }

  /** Tabs that are opened from now on have this script in place of ours. */
  async replaceScript(body: string): Promise<void> {
    await this.#context.route('**/dist/cdn/tui-presence.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body }),
    );
  }

  /** Resolves with the next tab, before it has loaded anything. */
  nextPage(): Promise<Page> {
    return this.#context.waitForEvent('page');
  }

  /** The names of the locks that the tabs hold or wait for. */
  async locks(): Promise<string[]> {
    const page = await this.#context.newPage();
    await page.goto(this.url);
    const names = await page.evaluate(async () => {
      const { held = [], pending = [] } = await navigator.locks.query();
      return [...held, ...pending].map(({ name }) => name ?? '');
    });
    await page.close();
    return names;
  }

  /** The errors that the pages were told of. */
  async problems(): Promise<string[]> {
    const problems = [];
    for (const page of this.pages)
      problems.push(...(await page.evaluate(() => globalThis.problems)));
    return problems;
  }

  async end(): Promise<void> {
    await this.#context.close();
    await this.server.close();
  }

  async #wrong(page: Page, userIDs: readonly string[]): Promise<string[]> {
    const shown = await page.evaluate(
      (ids) => ids.map((userID) => globalThis.presence.presenceOf(userID)),
      userIDs,
    );
    return userIDs.flatMap((userID, index) => {
      const { status, freshness } = shown[index]!;
      const truth = shownStatus(this.server.world.statusOf(userID));
      return status === truth && freshness === 'live'
        ? []
        : [`${userID} ${status} ${freshness}, is ${truth}`];
    });
  }
}

export async function openTabPages(
  options: Parameters<typeof startChatServer>[0] = {},
): Promise<TabPages> {
  const http = createServer((request, response) => {
    const path = pathOf(request);
    if (path.startsWith('/dist/')) void sendFile(ROOT, path, request, response);
    else response.setHeader('content-type', 'text/html').end(HTML);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server = await startChatServer({ ...options, http });
  const browser = await sharedBrowser({
    // One with windows, whose tabs it can stop.
    executablePath: findBrowser('chromium')!,
    // It is off in tests by default.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  return new TabPages(await browser.newContext(), server);
}
