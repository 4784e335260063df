import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { startChatServer } from '../../../demo/server/chat-server.js';
import type { ChatServer } from '../../../demo/server/chat-server.js';
import { makeWorld } from '../../../demo/server/world.js';
import { launchChromium } from '../../support/launch-chromium.js';
import { ROOT, servePages, WatchedPage } from './watched-page.js';

/** A page and an app around it, to run the snippets of a document in as a reader would. */
export class SnippetPage {
  readonly watched: WatchedPage;
  readonly server: ChatServer;
  /** An app's folder that has the package and its peers installed. */
  readonly folder: string;
  readonly #browser: Browser;
  readonly #site: Awaited<ReturnType<typeof servePages>>;
  readonly #pages: Record<string, string>;

  private constructor(
    browser: Browser,
    watched: WatchedPage,
    server: ChatServer,
    site: Awaited<ReturnType<typeof servePages>>,
    pages: Record<string, string>,
  ) {
    this.#browser = browser;
    this.watched = watched;
    this.server = server;
    this.#site = site;
    this.#pages = pages;
    this.folder = mkdtempSync(join(tmpdir(), 'tui-presence-snippets-'));
    mkdirSync(join(this.folder, 'node_modules'));
    symlinkSync(ROOT, join(this.folder, 'node_modules/tui-presence'));
  }

  /** Tall enough for forty friends. */
  static async start(): Promise<SnippetPage> {
    const browser = await launchChromium();
    const server = await startChatServer({ world: makeWorld({ friends: 40, conversations: 5 }) });
    const pages: Record<string, string> = {
      '/session': JSON.stringify({
        SDKAppID: 1400000001,
        userID: 'alice',
        userSig: 'loopback',
        proxyServer: server.url,
      }),
    };
    const site = await servePages(pages);
    const watched = await WatchedPage.open(browser, { viewport: { width: 800, height: 3200 } });
    return new SnippetPage(browser, watched, server, site, pages);
  }

  /** Opens an HTML text as a page beside `dist/`. */
  async open(html: string): Promise<void> {
    this.#pages['/page.html'] = html;
    await this.watched.page.goto(`${this.#site.url}/page.html`);
  }

  /** Bundles a module as an app would and runs it in the page; its globals are ours to look at. */
  async run(code: string, rest = ''): Promise<void> {
    const { outputFiles } = await build({
      stdin: { contents: `${code}\n${rest}`, resolveDir: this.folder },
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'silent',
      nodePaths: [join(ROOT, 'node_modules')],
      preserveSymlinks: true,
    });
    await this.watched.page.addScriptTag({ type: 'module', content: outputFiles[0]!.text });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.server.close();
    await this.#site.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** What a page with an engine of its own does to log in: `engine` is what it has imported. */
export const HOST_LOGIN = `
  import { TUILogin } from '@tencentcloud/tui-core';
  const options = await (await fetch('/session?userID=alice')).json();
  await TUILogin.login(options);
  await engine.TUIChatEngine.login({ ...options, chat: TUILogin.getContext().chat });`;
