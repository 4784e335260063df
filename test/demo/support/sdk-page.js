import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { startChatServer } from '../../../demo/server/chat-server.js';
import { CHROMIUM_FLAGS, findBrowser } from '../../support/browsers.js';

const entry = fileURLToPath(new URL('sdk-entry.js', import.meta.url));

/** The official packages in a real page, beside a chat server of their own. */
class SDKPage {
  page;
  server;
  #browser;

  constructor(browser, page, server) {
    this.#browser = browser;
    this.page = page;
    this.server = server;
  }

  /** Logs in; gives the code of the refusal, 0 for none. */
  login(userID = 'alice', userSig = 'any') {
    return this.page.evaluate(
      (details) =>
        globalThis.sdk.login(...details).then(
          () => 0,
          ({ code }) => code,
        ),
      [userID, this.server.url, userSig],
    );
  }

  /** Waits until a list in the store satisfies a condition, then gives it. */
  async get(store, key, fits) {
    await this.page.waitForFunction(`(${fits})(globalThis.sdk.get('${store}', '${key}'))`);
    return this.page.evaluate((path) => globalThis.sdk.get(...path), [store, key]);
  }

  /** Waits until the store holds this status. */
  hasStatus(...expected) {
    return this.page.waitForFunction(([userID, statusType, customStatus]) => {
      const status = globalThis.sdk.statusOf(userID);
      return status?.statusType === statusType && status.customStatus === customStatus;
    }, expected);
  }

  /** Calls a status method; gives its data, or the code it was rejected with. */
  call(method, ...userIDList) {
    return this.page.evaluate(
      ([name, list]) =>
        globalThis.sdk.TUIUserService[name]({ userIDList: list }).then(
          ({ data }) => data,
          ({ code }) => code,
        ),
      [method, userIDList],
    );
  }

  async close() {
    await this.#browser.close();
    await this.server.close();
  }
}

/**
 * @param {import('../../../demo/server/chat-server.js').ChatServerOptions} options
 * @returns {Promise<SDKPage>} logged out
 */
export async function openSDKPage(options) {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium was found: name its program in CHROME_PATH.');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    logLevel: 'error',
  });
  const files = {
    '/': { type: 'text/html', body: '<!doctype html><script src="/sdk.js"></script>' },
    '/sdk.js': { type: 'text/javascript; charset=utf-8', body: outputFiles[0].text },
  };
  const http = createServer((request, response) => {
    const file = files[request.url];
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' });
    response.end(file?.body);
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server = await startChatServer({ ...options, http });

  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const page = await browser.newPage();
  await page.goto(server.url.replace('ws:', 'http:'));

  return new SDKPage(browser, page, server);
}
