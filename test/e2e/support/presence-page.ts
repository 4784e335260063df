import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { startChatServer } from '../../../demo/server/chat-server.js';
import type { ChatServer } from '../../../demo/server/chat-server.js';
import { pathOf, sendFile } from '../../../demo/server/static-files.js';
import { CHROMIUM_FLAGS, findBrowser } from '../../support/browsers.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** An empty page with the two CDN files, as a host that brings its own engine would have them. */
const HTML = `<!doctype html><meta charset="utf-8"><title>presence</title><script type="module">
  import * as tui from '/dist/cdn/tui-presence.js';
  import * as engine from '/dist/cdn/tui-presence-engine.js';
  Object.assign(globalThis, { tui, engine, presence: tui.presence });
</script>`;

/** The real packages in a real page on the loopback chat server, driven from a test in Node. */
export class PresencePage {
  readonly page: Page;
  readonly server: ChatServer;
  /** Uncaught errors of the page. */
  readonly errors: string[] = [];
  readonly #browser: Browser;

  constructor(browser: Browser, page: Page, server: ChatServer) {
    this.#browser = browser;
    this.page = page;
    this.server = server;
    page.on('pageerror', (error) => {
      // The engine asks for the user's profile at each login and leaves a refusal unhandled, also
      // on a page without us.
      if (!error.message.includes('getUserProfile')) this.errors.push(String(error));
    });
  }

  get url(): string {
    return this.server.url.replace('ws:', 'http:');
  }

  /** What the service knows of a user's calls and subscriptions. */
  ledger(userID = 'alice') {
    return this.server.ledger.of(userID);
  }

  /** How many calls of a status command the server has seen. */
  calls(command: 'subscribe' | 'unsubscribe' | 'query', userID = 'alice'): number {
    const name = {
      subscribe: 'im_open_status.ws_status_subscribe',
      unsubscribe: 'im_open_status.ws_status_unsubscribe',
      query: 'im_open_status.ws_get_user_status',
    }[command];
    return this.ledger(userID).calls[name]?.count ?? 0;
  }

  async open(): Promise<void> {
    await this.page.goto(this.url);
    await this.page.waitForFunction('globalThis.presence !== undefined');
  }

  /** Logs in the way a host with its own engine does, without our `login`. */
  hostLogin(userID = 'alice', { switchOn = true } = {}): Promise<void> {
    return this.page.evaluate(
      async ([user, proxyServer, on]) => {
        const { TUILogin, TUIChatEngine, TUIUserService } = globalThis.engine;
        const options = { SDKAppID: 1400000001, userID: user, userSig: 'loopback', proxyServer };
        await TUILogin.login(options);
        await TUIChatEngine.login({ ...options, chat: TUILogin.getContext().chat });
        if (on) await TUIUserService.switchUserStatus({ displayOnlineStatus: true });
      },
      [userID, this.server.url, switchOn] as const,
    );
  }

  /** Connects the host's engine to the page's shared controller. */
  async connect(): Promise<void> {
    await this.page.evaluate(() => {
      globalThis.disconnect = globalThis.tui.connect(globalThis.engine);
    });
  }

  /** Waits until the friends are known and gives their IDs. */
  async friends(atLeast = 1): Promise<string[]> {
    await this.page.waitForFunction(
      (count) => (globalThis.presence.directory.contacts?.length ?? -1) >= count,
      atLeast,
    );
    return this.page.evaluate(() =>
      globalThis.presence.directory.contacts!.map(({ userID }) => userID),
    );
  }

  /** Observes users in the page, and counts what is told of each. */
  observe(userIDs: readonly string[], live = true): Promise<void> {
    return this.page.evaluate(
      ([ids, wantsLive]) => {
        globalThis.told ??= {};
        globalThis.stops ??= [];
        const stop = globalThis.presence.observe(
          ids,
          (userID) => {
            globalThis.told[userID] = (globalThis.told[userID] ?? 0) + 1;
          },
          { live: wantsLive },
        );
        globalThis.stops.push(stop);
      },
      [userIDs, live] as const,
    );
  }

  /** Waits until each of these users shows what the server holds true. */
  async showsTruth(userIDs: readonly string[], timeout = 20_000): Promise<void> {
    const started = Date.now();
    for (;;) {
      const wrong = await this.wrong(userIDs);
      if (wrong.length === 0) return;
      if (Date.now() - started > timeout) throw new Error(`not the truth: ${wrong.join('; ')}`);
      // The next frame: whatever changes a status draws one.
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  /** Users that show something else than the server's truth, with both. */
  async wrong(userIDs: readonly string[]): Promise<string[]> {
    const shown = await this.page.evaluate(
      (ids) => ids.map((userID) => globalThis.presence.presenceOf(userID)),
      userIDs,
    );
    const names = ['unknown', 'online', 'offline', 'not-logged-in'];
    return userIDs.flatMap((userID, index) => {
      const { status, freshness } = shown[index]!;
      const truth = names[this.server.world.statusOf(userID).status]!;
      const right = status === truth && (freshness === 'live' || freshness === 'snapshot');
      return right ? [] : [`${userID} ${status} ${freshness}, is ${truth}`];
    });
  }

  /** Waits until a condition on the controller holds. */
  async until(condition: string, timeout = 10_000): Promise<void> {
    await this.page.waitForFunction(`(({ presence, engine }) => ${condition})(globalThis)`, null, {
      timeout,
    });
  }

  /** Switches a user's status at the server. */
  set(userID: string, status: number, customStatus = ''): void {
    this.server.world.setStatus(userID, { status, customStatus });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.server.close();
  }
}

declare global {
  // What the page's script puts there.

  var tui: typeof import('../../../elements/cdn.js');
  var engine: import('../../../src/login-sequence.js').LoginPackages;
  var presence: import('../../../src/presence-controller.js').PresenceController;
  var disconnect: () => void;
  var told: Record<string, number>;
  var stops: (() => void)[];
}

/** Opens the page, logged out. */
export async function openPresencePage(
  options: Parameters<typeof startChatServer>[0] = {},
): Promise<PresencePage> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium was found: name its program in CHROME_PATH.');
  const http = createServer((request, response) => {
    const path = pathOf(request);
    if (path.startsWith('/dist/')) void sendFile(root, path, request, response);
    else response.setHeader('content-type', 'text/html').end(HTML);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server = await startChatServer({ ...options, http });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const opened = new PresencePage(browser, await browser.newPage(), server);
  await opened.open();
  return opened;
}
