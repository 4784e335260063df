import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { startChatServer } from '../../../demo/server/chat-server.js';
import { CHROMIUM_FLAGS, findBrowser } from '../../support/browsers.js';

const entry = fileURLToPath(new URL('sdk-entry.js', import.meta.url));

/**
 * The official packages in a real page, logged out, beside a chat server of their own.
 *
 * @returns {Promise<{ page: import('playwright-core').Page, server, close(): Promise<void> }>}
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

  return {
    page,
    server,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
