import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pathOf, sendFile } from '../../../demo/server/static-files.js';
import type { World } from '../../../demo/server/world.js';
import { shownStatus } from './shown-status.js';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What the rows of a list and the dots in them show. */
export interface ShownRow {
  readonly userID: string;
  readonly name: string;
  /** `null` where no dot is drawn. */
  readonly status: string | null;
}

/** A page whose errors and requests are written down. */
export class WatchedPage {
  readonly page: Page;
  /** Uncaught errors, and what the console calls one. */
  readonly errors: string[] = [];
  /** Addresses asked for, but for those that carry their own content. */
  readonly requests: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url())) this.requests.push(request.url());
    });
  }

  /** An empty page with a profile of its own. */
  static async open(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
    return new WatchedPage(await browser.newPage(options));
  }

  /** Requests that left the machine's own address. */
  get requestsElsewhere(): string[] {
    return this.requests.filter((url) => new URL(url).hostname !== '127.0.0.1');
  }

  /** The rows of a list that are drawn, with what their dots show. */
  rows(list = 'tui-contact-list'): Promise<ShownRow[]> {
    return this.page.evaluate((selector) => {
      const rows = document.querySelector(selector)?.shadowRoot?.querySelectorAll('.row') ?? [];
      return [...rows]
        .filter((row) => row.checkVisibility())
        .map((row) => {
          const isDotDrawn = row.querySelector('.dot')?.checkVisibility() === true;
          return {
            userID: row.getAttribute('data-user-id') ?? '',
            name: row.querySelector('.name')?.textContent ?? '',
            status: isDotDrawn ? row.getAttribute('data-status') : null,
          };
        });
    }, list);
  }

  /**
   * Waits until a list draws so many rows and each of their dots shows what the world holds true.
   *
   * @throws an error that names who is wrong
   */
  async showsTruth(world: World, count: number, { timeout = 15_000, list = '' } = {}) {
    const wrong = (rows: ShownRow[]) =>
      rows.flatMap(({ userID, status }) => {
        const truth = shownStatus(world.statusOf(userID));
        return status === truth ? [] : [`${userID} is ${truth}, shown as ${status}`];
      });
    await this.until(async () => {
      const rows = await this.rows(list || undefined);
      return rows.length === count ? wrong(rows) : [`${rows.length} rows of ${count}`];
    }, timeout);
  }

  /** The names that assistive technology is given for everything of a role, in its order. */
  async accessibleNames(role: string): Promise<string[]> {
    const session = await this.page.context().newCDPSession(this.page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return nodes
      .filter((node) => !node.ignored && node.role?.value === role)
      .map((node) => String(node.name?.value ?? ''));
  }

  /** Looks once a frame until nothing is left to complain of. */
  async until(complaints: () => Promise<string[]>, timeout = 10_000): Promise<void> {
    const started = Date.now();
    for (;;) {
      const left = await complaints();
      if (left.length === 0) return;
      if (Date.now() - started > timeout) throw new Error(left.join('; '));
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** Serves some pages, and the project's bundles beside them as any static server would. */
export async function servePages(
  pages: Record<string, string>,
): Promise<{ url: string; http: Server; close: () => Promise<void> }> {
  const http = createServer((request, response) => {
    const path = pathOf(request);
    const html = pages[path];
    if (path === '/favicon.ico') response.writeHead(204).end();
    else if (html === undefined) void sendFile(ROOT, path, request, response);
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    http,
    close: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
