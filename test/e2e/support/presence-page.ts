import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startChatServer } from '../../../demo/server/chat-server.js';
import type { ChatServer } from '../../../demo/server/chat-server.js';
import { pathOf, sendFile } from '../../../demo/server/static-files.js';
import { chatBundle, liteBundle, redirectSockets } from './sdk-bundles.js';
import { sharedBrowser } from './shared-browser.js';
import { shownStatus } from './shown-status.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** An empty page with a host that brings its own SDK, and the CDN file. */
const page = (host: string): string => `<!doctype html><meta charset="utf-8"><title>presence</title>
  <script type="module">
    import * as tui from '/dist/cdn/tui-presence.js';
    ${host}
    Object.assign(globalThis, { tui, presence: tui.presence });
  </script>`;

/** What the host puts into the page: what `connect` takes, and the status calls of its own. */
const HOSTS: Readonly<Record<HostSDK, string>> = {
  engine: `
    import * as engine from '/dist/cdn/tui-presence-engine.js';
    Object.assign(globalThis, { engine, hostSDK: engine, service: engine.TUIUserService });`,
  chat: chatHost(''),
  lite: chatHost('?lite'),
};

/** A host that has the Chat SDK alone. */
function chatHost(which: string): string {
  return `
    import { create } from '/sdk.js${which}';
    const chat = create({ SDKAppID: 1400000001, proxyServer: 'ws://' + location.host });
    Object.assign(globalThis, { chat, hostSDK: chat, service: chat });`;
}

/** The real packages in a real page on the loopback chat server, driven from a test in Node. */
export class PresencePage {
  readonly page: Page;
  readonly server: ChatServer;
  /** Uncaught errors of the page. */
  readonly errors: string[] = [];
  /** What the host of the page has. */
  readonly host: HostSDK;

  constructor(page: Page, server: ChatServer, host: HostSDK) {
    this.host = host;
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
  calls(command: 'subscribe' | 'unsubscribe' | 'query'): number {
    const name = {
      subscribe: 'im_open_status.ws_status_subscribe',
      unsubscribe: 'im_open_status.ws_status_unsubscribe',
      query: 'im_open_status.ws_get_user_status',
    }[command];
    return this.ledger().calls[name]?.count ?? 0;
  }

  async open(): Promise<void> {
    await this.page.goto(this.url);
    await this.page.waitForFunction('globalThis.presence !== undefined');
  }

  /** Logs in the way a host with its own engine does, without our `login`. */
  hostLogin(userID = 'alice', { switchOn = true } = {}): Promise<void> {
    if (this.host !== 'engine') return this.#chatLogin(userID, switchOn);
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

  #chatLogin(userID: string, switchOn: boolean): Promise<void> {
    return this.page.evaluate(
      async ([user, on]) => {
        // The SDK may resolve before it is ready, and takes no status call until then.
        const ready = new Promise<void>((resolve) => chat.on('sdkStateReady', () => resolve()));
        await chat.login({ userID: user, userSig: 'loopback' });
        if (!chat.isReady()) await ready;
        if (on) presence.switchUserStatus({ displayOnlineStatus: true });
      },
      [userID, switchOn] as const,
    );
  }

  /** Logs out the way the host does, without our `login`. */
  async hostLogout(): Promise<void> {
    await this.page.evaluate(() => (globalThis.engine?.TUILogin ?? chat).logout());
  }

  /** Connects what the host has to the page's shared controller. */
  async connect(): Promise<void> {
    await this.page.evaluate(() => {
      globalThis.disconnect = globalThis.tui.connect(globalThis.hostSDK);
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

  /** Observes users in the page, and counts the notifications of each. */
  observe(userIDs: readonly string[], live = true): Promise<void> {
    return this.page.evaluate(
      ([ids, wantsLive]) => {
        globalThis.notified ??= {};
        globalThis.stops ??= [];
        const stop = globalThis.presence.observe(
          ids,
          (userID) => {
            globalThis.notified[userID] = (globalThis.notified[userID] ?? 0) + 1;
          },
          { live: wantsLive },
        );
        globalThis.stops.push(stop);
      },
      [userIDs, live] as const,
    );
  }

  /** Waits until an element of the page has this text. */
  showsText(selector: string, text: string): Promise<void> {
    return this.page
      .locator(selector)
      .filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) })
      .waitFor();
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
    return userIDs.flatMap((userID, index) => {
      const { status, freshness } = shown[index]!;
      const truth = shownStatus(this.server.world.statusOf(userID));
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
    await this.page.context().close();
    await this.server.close();
  }
}

declare global {
  // What the page's script puts there.

  var tui: typeof import('../../../elements/cdn.js');
  var engine: import('../../../src/login/login-packages.js').LoginPackages;
  var chat: import('../../../src/login/chat-login.js').LoginChat;
  /** What the page connects: the engine, or the chat. */
  var hostSDK: import('../../../src/login/login-packages.js').LoginPackages;
  /** What has the status calls for the page itself. */
  var service: Pick<
    import('../../../src/login/chat-login.js').LoginChat,
    'getUserStatus' | 'subscribeUserStatus'
  >;
  var presence: import('../../../src/presence-controller.js').PresenceController;
  var disconnect: () => void;
  var notified: Record<string, number>;
  var stops: (() => void)[];
}

/** What a host may have: the UIKit engine, the Chat SDK, or its small build with two modules. */
export type HostSDK = 'engine' | 'chat' | 'lite';

export type PresencePageOptions = Parameters<typeof startChatServer>[0] & {
  host?: HostSDK;
  /** The module of the host's SDK, where it is another one than usual. */
  sdk?: Promise<string> | undefined;
  /** Whether sockets to the cloud are led to the server, for an SDK without `proxyServer`. */
  redirected?: boolean;
};

/** Opens the page, logged out. */
export async function openPresencePage({
  host = 'engine',
  sdk,
  redirected = host === 'lite',
  ...options
}: PresencePageOptions = {}): Promise<PresencePage> {
  const http = createServer((request, response) => {
    const path = pathOf(request);
    if (path.startsWith('/dist/')) void sendFile(root, path, request, response);
    else if (path === '/sdk.js') {
      const bundle = sdk ?? (host === 'lite' ? liteBundle() : chatBundle());
      response.setHeader('content-type', 'text/javascript');
      void bundle.then((code) => response.end(code));
    } else response.setHeader('content-type', 'text/html').end(page(HOSTS[host]));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server = await startChatServer({ ...options, http });
  const browser = await sharedBrowser();
  const opened = new PresencePage(await browser.newPage(), server, host);
  if (redirected) await redirectSockets(opened.page, server.url);
  await opened.open();
  return opened;
}
