import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startChatServer } from '../../../demo/server/chat-server.js';
import type { ChatServer } from '../../../demo/server/chat-server.js';
import { pathOf, sendFile } from '../../../demo/server/static-files.js';
import { sharedBrowser } from './shared-browser.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A file of a test's own. */
export interface ServedFile {
  body: string | Uint8Array;
  /** Its content security policy. */
  policy?: string;
  /** Its content type, where it is not HTML or a script in UTF-8. */
  type?: string;
}

/** The text of a built file. */
export function built(file: string): string {
  return readFileSync(`${root}/dist/${file}`, 'utf8');
}

/** Pages of a test's own beside what was built, on a chat server; what they complain of is kept. */
export class ServedPages {
  readonly page: Page;
  readonly server: ChatServer;
  /** Uncaught errors and errors on the console. */
  readonly errors: string[] = [];
  /** Warnings of ours on the console. */
  readonly warnings: string[] = [];

  constructor(page: Page, server: ChatServer) {
    this.page = page;
    this.server = server;
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error') this.errors.push(text);
      if (message.type() === 'warning' && text.includes('tui-')) this.warnings.push(text);
    });
  }

  get url(): string {
    return this.server.url.replace('ws:', 'http:');
  }

  /** What the policies of the page and its frames have refused since it was opened. */
  violations(): Promise<string[]> {
    return this.page.evaluate(() => globalThis.violations);
  }

  async close(): Promise<void> {
    await this.page.context().close();
    await this.server.close();
  }
}

declare global {
  // What each page's first script puts there.
  var violations: string[];
}

/** Opens `/` of these files. In a policy, CHAT stands for the chat server's address. */
export async function openServedPages(files: Record<string, ServedFile>): Promise<ServedPages> {
  const http = createServer((request, response) => {
    const path = pathOf(request);
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const file = files[path];
    if (!file) {
      void sendFile(root, path, request, response);
      return;
    }
    if (file.policy) {
      response.setHeader('content-security-policy', file.policy.replace('CHAT', server.url));
    }
    const usual = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.setHeader('content-type', file.type ?? `${usual}; charset=utf-8`);
    response.end(file.body);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server = await startChatServer({ http });
  const browser = await sharedBrowser();
  const opened = new ServedPages(await browser.newPage(), server);
  await opened.page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await opened.page.goto(opened.url);
  return opened;
}
