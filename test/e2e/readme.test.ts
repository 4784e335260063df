import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { startChatServer } from '../../demo/server/chat-server.js';
import type { ChatServer } from '../../demo/server/chat-server.js';
import { makeWorld } from '../../demo/server/world.js';
import { blockOf, elementTable, READMES, readManifest } from '../package/readme.js';
import { bundleSizes } from '../package/sizes.js';
import { launchChromium } from '../support/launch-chromium.js';
import { ROOT, servePages, WatchedPage } from './support/watched-page.js';

/** How far a size may be from the one that is stated, before the README is out of date. */
const TOLERANCE = 0.05;

interface Snippet {
  readonly heading: string;
  readonly language: string;
  /** The file that it is part of. */
  readonly from: string | undefined;
  readonly code: string;
}

/** The fenced code of a document, with the heading that each stands under. */
function snippetsIn(text: string): Snippet[] {
  let heading = '';
  let from: string | undefined;
  const snippets: Snippet[] = [];
  const pattern = /^#{1,4} (.+)$|^<!-- from: (\S+) -->$|^```(\w+)\n([^]*?)^```$/gm;
  for (const [, title, file, language = '', code = ''] of text.matchAll(pattern)) {
    if (title !== undefined) heading = title;
    else if (file !== undefined) from = file;
    else {
      snippets.push({ heading, language, from, code });
      from = undefined;
    }
  }
  return snippets;
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const documents = Object.entries(READMES)
  .map(([file, language]) => ({ file, language }))
  .filter(({ file }) => existsSync(join(ROOT, file)));

for (const { file, language } of documents) {
  describe(file, () => {
    const text = read(file);

    for (const tag of ['tui-online-dot', 'tui-contact-list', 'tui-conversation-list']) {
      it(`has the table of <${tag}> as the manifest has it (else: npm run readme)`, () => {
        assert.deepEqual(
          cellsOf(blockOf(text, `table: ${tag}`)),
          cellsOf(elementTable(readManifest(), tag, language)),
        );
      });
    }

    it('states sizes that are true (else: npm run readme)', () => {
      const stated = new Map(
        cellsOf(blockOf(text, 'sizes')).map(([name, ...kB]) => [name, kB.map(Number.parseFloat)]),
      );
      for (const { name, raw, gzip, brotli } of bundleSizes()) {
        const row = stated.get(`\`${name}\``) ?? [];
        for (const [index, bytes] of [raw, gzip, brotli].entries()) {
          const off = Math.abs(row[index]! * 1000 - bytes) / bytes;
          assert.ok(off < TOLERANCE, `${name}: ${row[index]} kB, is ${bytes} bytes`);
        }
      }
    });

    it('has links that lead somewhere', () => {
      const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
      const missing = links
        .filter((link) => !/^https:/.test(link))
        .map((link) => link.split('#')[0]!)
        .filter((path) => path && !existsSync(join(ROOT, path)));
      assert.ok(links.length > 5);
      assert.deepEqual(missing, []);
    });

    it('takes the snippets of the hosts from the hosts', () => {
      const taken = snippetsIn(text).filter(({ from }) => from !== undefined);
      assert.ok(taken.length >= 6);
      for (const { from, code } of taken) {
        const lines = linesOf(read(from!));
        let at = 0;
        for (const line of linesOf(code)) {
          const found = lines.indexOf(line, at);
          assert.ok(found >= 0, `${from} has no «${line}» after line ${at}`);
          at = found + 1;
        }
      }
    });
  });
}

describe('the translations of the README', () => {
  const english = read('README.md');
  const others = documents.filter(({ language }) => language !== 'en');

  it('are there', () => {
    assert.equal(others.length, Object.keys(READMES).length - 1);
  });

  for (const { file } of others) {
    const text = read(file);

    it(`have the same sections: ${file}`, () => {
      assert.deepEqual(levelsIn(text), levelsIn(english));
    });

    it(`have the same snippets: ${file}`, () => {
      const codeIn = (document: string) =>
        snippetsIn(document).map(({ from, code }) => [from, code]);
      assert.deepEqual(codeIn(text), codeIn(english));
    });

    it(`have the same tables: ${file}`, () => {
      assert.deepEqual(tablesIn(text).map(shapeOf), tablesIn(english).map(shapeOf));
    });

    it(`have the same links and names in code: ${file}`, () => {
      const linksIn = (document: string) =>
        [...document.matchAll(/\]\(([^)]+)\)/g)]
          .map(([, link]) => link!)
          .filter((link) => !link.startsWith('README'))
          .sort();
      const namesIn = (document: string) =>
        [...document.replace(/```[^]*?```/g, '').matchAll(/`([^`\n]+)`/g)]
          .map(([, name]) => name!)
          .sort();
      assert.deepEqual(linksIn(text), linksIn(english));
      assert.deepEqual(namesIn(text), namesIn(english));
    });
  }
});

/** The levels of the headings, with those that are code word for word. */
const levelsIn = (text: string) =>
  [...text.replace(/```[^]*?```/g, '').matchAll(/^(#+) (.+)$/gm)].map(
    ([, level, title]) => `${level} ${/^`/.test(title!) ? title : ''}`,
  );

const tablesIn = (text: string) => text.match(/(?:^\|.*\n)+/gm) ?? [];

/** What a table says in any language: its cells, the code in them, and the larger numbers. */
const shapeOf = (table: string) =>
  cellsOf(table).map((cells) => [
    cells.length,
    cells
      .join()
      .match(/`[^`]+`/g)
      ?.sort(),
    cells
      .join()
      .match(/\d[\d.,]*\d/g)
      ?.sort(),
  ]);

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The cells of a table's rows, without the line that only draws. */
function cellsOf(table = ''): string[][] {
  return linesOf(table)
    .map((line) => line.split(/(?<!\\)\|/).map((text) => text.trim()))
    .map((cells) => cells.slice(1, -1))
    .filter((cells) => cells.some((text) => !/^:?-+:?$/.test(text)));
}

describe('the snippets of the README', () => {
  const snippets = snippetsIn(read('README.md')).filter(({ from }) => from === undefined);
  const contacts = [{ userID: 'ana', name: 'Ana' }, { userID: 'ben' }];
  let browser: Browser;
  /** What is served beside `dist/`, by path. */
  const pages: Record<string, string> = {};
  let site: Awaited<ReturnType<typeof servePages>>;
  let server: ChatServer;
  let watched: WatchedPage;
  let folder: string;

  before(async () => {
    browser = await launchChromium();
    site = await servePages(pages);
    server = await startChatServer({ world: makeWorld({ friends: 40, conversations: 5 }) });
    pages['/session'] = JSON.stringify({
      SDKAppID: 1400000001,
      userID: 'alice',
      userSig: 'loopback',
      proxyServer: server.url,
    });
    watched = await WatchedPage.open(browser, { viewport: { width: 800, height: 3200 } });
    // An app that has installed the package and its peers.
    folder = mkdtempSync(join(tmpdir(), 'readme-'));
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules/tui-presence'));
  });

  after(async () => {
    await browser.close();
    await server.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  /** The only snippet of a language under a heading, or the one that holds a text. */
  function snippet(heading: string, language: string, holding = ''): string {
    const found = snippets.filter(
      (one) => one.heading === heading && one.language === language && one.code.includes(holding),
    );
    assert.equal(found.length, 1, `${found.length} snippets of ${language} under ${heading}`);
    return found[0]!.code;
  }

  /** Opens an HTML text as a page beside `dist/`. */
  async function open(html: string): Promise<void> {
    pages['/page.html'] = html;
    await watched.page.goto(`${site.url}/page.html`);
  }

  /** Bundles a module as an app would and runs it in the page; its globals are ours to look at. */
  async function run(code: string, rest = ''): Promise<void> {
    const { outputFiles } = await build({
      stdin: { contents: `${code}\n${rest}`, resolveDir: folder },
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'silent',
      nodePaths: [join(ROOT, 'node_modules')],
      preserveSymlinks: true,
    });
    await watched.page.addScriptTag({ type: 'module', content: outputFiles[0]!.text });
  }

  const logIn = `
    import { TUILogin } from '@tencentcloud/tui-core';
    const session2 = await (await fetch('/session?userID=alice')).json();
    await TUILogin.login(session2);
    await engine.TUIChatEngine.login({ ...session2, chat: TUILogin.getContext().chat });`;

  /** Presence of two people from memory, for snippets about something else. */
  const memory = `
    import { MemorySource } from 'tui-presence/memory';
    const source = new MemorySource({ contacts: ${JSON.stringify(contacts)}, displayOnlineStatus: true });
    source.connect();
    source.setStatus('ana', 'online', 'in a meeting');
    Object.assign(globalThis, { source });`;

  it('work from an empty file beside dist, opened without a server', async () => {
    const file = join(folder, 'page.html');
    writeFileSync(file, snippet('Ten lines that work', 'html', 'MemorySource'));
    symlinkSync(join(ROOT, 'dist'), join(folder, 'dist'));
    await watched.page.goto(pathToFileURL(file).href);
    await watched.page.waitForSelector('p > tui-online-dot[status=online]');
    assert.deepEqual(
      (await watched.rows()).map(({ userID, status }) => [userID, status]),
      [
        ['ana', 'online'],
        ['ben', 'offline'],
        ['chloé', 'unknown'],
      ],
    );
    assert.deepEqual(watched.errors, []);
  });

  it('log in with one call', async () => {
    await open(snippet('Ten lines that work', 'html', 'login'));
    await watched.page.addStyleTag({ content: 'tui-contact-list { height: 3000px }' });
    await watched.showsTruth(server.world, 40);
  });

  it('log in from an app with its own packages', async () => {
    await open('<style>tui-contact-list { height: 3000px }</style><tui-contact-list>');
    await run(
      snippet('With npm', 'js', 'tui-presence/login'),
      'globalThis.userID = session.userID;',
    );
    await watched.showsTruth(server.world, 40);
    assert.equal(await watched.page.evaluate('userID'), 'alice');
  });

  it('connect an engine that the page has', async () => {
    await open('<style>tui-contact-list { height: 3000px }</style><tui-contact-list>');
    await run(snippet('With npm', 'js', 'connect(engine)'), logIn);
    await watched.showsTruth(server.world, 40);
  });

  it('install what the snippets import', () => {
    const installed = snippet('With npm', 'sh').trim().split(' ').slice(2);
    const { peerDependencies } = JSON.parse(read('package.json')) as {
      peerDependencies: Record<string, string>;
    };
    const peers = Object.keys(peerDependencies).filter((name) => name.startsWith('@tencentcloud/'));
    assert.deepEqual(installed.sort(), ['tui-presence', ...peers].sort());
  });

  it('theme a list by five properties', async () => {
    await open(`<style>${snippet('Make it yours', 'css')}</style><tui-contact-list>`);
    await run(`import 'tui-presence/define'; ${memory}`);
    await watched.page.waitForSelector('tui-contact-list .row [status=online]');
    const look = await watched.page.evaluate(() => {
      const list = document.querySelector('tui-contact-list')!;
      const row = list.shadowRoot!.querySelector('.row')!;
      const dot = row.querySelector('tui-online-dot')!.shadowRoot!.querySelector('span')!;
      return [
        getComputedStyle(list).backgroundColor,
        getComputedStyle(row).height,
        getComputedStyle(row.querySelector('.avatar')!).width,
        getComputedStyle(row.querySelector('.name')!).fontWeight,
        getComputedStyle(dot).color,
      ];
    });
    assert.deepEqual(look, ['rgb(255, 250, 243)', '48px', '32px', '600', 'rgb(31, 111, 74)']);
  });

  it('draw rows of the page’s own', async () => {
    await open('<tui-contact-list>');
    await run(snippet('Make it yours', 'js', 'renderContact'), memory);
    await watched.page.waitForSelector('tui-contact-list .row >> text=Ana is online');
    await watched.page.evaluate("source.setStatus('ana', 'offline')");
    await watched.page.waitForSelector('tui-contact-list .row >> text=Ana is offline');
  });

  it('make statuses out of words', async () => {
    await open('<tui-online-dot user-id="ana">');
    await run(
      snippet('Make it yours', 'js', 'statusOf'),
      `import 'tui-presence/define'; ${memory}`,
    );
    await watched.page.waitForSelector('tui-online-dot[status=busy]');
    await watched.page.evaluate("source.setStatus('ana', 'online', '午休')");
    await watched.page.waitForSelector('tui-online-dot[status=away]');
  });

  it('add a language', async () => {
    await open('<div lang="de"><tui-contact-list searchable>');
    await run(
      snippet('Make it yours', 'js', 'setStrings'),
      `import 'tui-presence/define'; ${memory}`,
    );
    await watched.page.waitForSelector('input[aria-label="Kontakte suchen"]');
  });

  it('observe without an element', async () => {
    await open('<p>');
    const lines: string[] = [];
    watched.page.on('console', (message) => lines.push(message.text()));
    await run(snippet('Without the elements', 'js'), memory);
    await watched.until(async () =>
      lines.includes('ana online live in a meeting') ? [] : ['nothing was told'],
    );
  });

  it('are all run', () => {
    const others = snippets.filter(
      ({ language }) => !['html', 'js', 'css', 'sh'].includes(language),
    );
    assert.deepEqual(others, []);
    assert.equal(snippets.length, 11);
  });

  it('make no mistake in the page', () => {
    assert.deepEqual(watched.errors, []);
  });
});
