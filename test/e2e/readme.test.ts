import assert from 'node:assert/strict';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { blockOf, elementTable, READMES, readManifest } from '../package/readme.js';
import { bundleSizes } from '../package/sizes.js';
import { headingsIn, linksIn, read, snippetsIn } from './support/document.js';
import { HOST_LOGIN, SnippetPage } from './support/snippet-page.js';
import { ROOT } from './support/watched-page.js';

/** How far a size may be from the one that is stated, before the README is out of date. */
const TOLERANCE = 0.05;

const documents = Object.entries(READMES)
  .map(([file, language]) => ({ file, language }))
  .filter(({ file }) => existsSync(join(ROOT, file)));

const tags = readManifest()
  .modules.flatMap(({ declarations }: { declarations: { tagName: string }[] }) => declarations)
  .map(({ tagName }: { tagName: string }) => tagName) as string[];

for (const { file, language } of documents) {
  describe(file, () => {
    const text = read(file);

    for (const tag of tags) {
      it(`has the table of <${tag}> as the manifest has it (else: npm run readme)`, () => {
        assert.deepEqual(
          cellsOf(blockOf(text, `table: ${tag}`)),
          cellsOf(elementTable(readManifest(), tag, language)),
        );
      });
    }

    it('says all that it has of the elements in its own language', () => {
      const meanings = (one: string) =>
        tags
          .flatMap((tag) => cellsOf(elementTable(readManifest(), tag, one)))
          .map((row) => row[2]!);
      const english = new Set(meanings('en'));
      const left = meanings(language).filter((text) => english.has(text) && !/^`/.test(text));
      assert.deepEqual(language === 'en' ? [] : left, []);
    });

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
      const leads = (document: string) =>
        linksIn(document)
          .filter((link) => !link.startsWith('README'))
          .sort();
      const namesIn = (document: string) =>
        [...document.replace(/```[^]*?```/g, '').matchAll(/`([^`\n]+)`/g)]
          .map(([, name]) => name!)
          .sort();
      assert.deepEqual(leads(text), leads(english));
      assert.deepEqual(namesIn(text), namesIn(english));
    });
  }
});

/** The levels of the headings, with those that are code word for word. */
const levelsIn = (text: string) =>
  headingsIn(text).map((heading) => heading.replace(/ [^`].*/, ''));

const tablesIn = (text: string) => text.match(/(?:^\|.*\n)+/gm) ?? [];

/** What a table says in any language: its cells, the code in them, and the larger numbers. */
const shapeOf = (table: string) =>
  cellsOf(table).map((cells) => [
    cells.length,
    cells
      .join(' ')
      .match(/`[^`]+`/g)
      ?.sort(),
    cells
      .join(' ')
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
  let page: SnippetPage;

  before(async () => {
    page = await SnippetPage.start();
  });

  after(() => page.close());

  /** The only snippet of a language under a heading, or the one that holds a text. */
  function snippet(heading: string, language: string, holding = ''): string {
    const found = snippets.filter(
      (one) => one.heading === heading && one.language === language && one.code.includes(holding),
    );
    assert.equal(found.length, 1, `${found.length} snippets of ${language} under ${heading}`);
    return found[0]!.code;
  }

  /** Presence of two people from memory, for snippets about something else. */
  const memory = `
    import { MemorySource } from 'tui-presence/memory';
    const source = new MemorySource({ contacts: ${JSON.stringify(contacts)}, displayOnlineStatus: true });
    source.connect();
    source.setStatus('ana', 'online', 'in a meeting');
    Object.assign(globalThis, { source });`;

  it('work from an empty file beside dist, opened without a server', async () => {
    const file = join(page.folder, 'page.html');
    writeFileSync(file, snippet('Ten lines that work', 'html', 'MemorySource'));
    symlinkSync(join(ROOT, 'dist'), join(page.folder, 'dist'));
    await page.watched.page.goto(pathToFileURL(file).href);
    await page.watched.page.waitForSelector('p > tui-online-dot[status=online]');
    assert.deepEqual(
      (await page.watched.rows()).map(({ userID, status }) => [userID, status]),
      [
        ['ana', 'online'],
        ['ben', 'offline'],
        ['chloé', 'unknown'],
      ],
    );
    assert.deepEqual(page.watched.errors, []);
  });

  it('log in with one call', async () => {
    await page.open(snippet('Ten lines that work', 'html', 'login'));
    await page.watched.page.addStyleTag({ content: 'tui-contact-list { height: 3000px }' });
    await page.watched.showsTruth(page.server.world, 40);
  });

  it('log in from an app with its own packages', async () => {
    await page.open('<style>tui-contact-list { height: 3000px }</style><tui-contact-list>');
    await page.run(
      snippet('With npm', 'js', 'tui-presence/login'),
      'globalThis.userID = session.userID;',
    );
    await page.watched.showsTruth(page.server.world, 40);
    assert.equal(await page.watched.page.evaluate('userID'), 'alice');
  });

  it('connect an engine that the page has', async () => {
    await page.open('<style>tui-contact-list { height: 3000px }</style><tui-contact-list>');
    await page.run(snippet('With npm', 'js', 'connect(engine)'), HOST_LOGIN);
    await page.watched.showsTruth(page.server.world, 40);
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
    await page.open(`<style>${snippet('Make it yours', 'css')}</style><tui-contact-list>`);
    await page.run(`import 'tui-presence/define'; ${memory}`);
    await page.watched.page.waitForSelector('tui-contact-list .row [status=online]');
    const look = await page.watched.page.evaluate(() => {
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
    await page.open('<tui-contact-list>');
    await page.run(snippet('Make it yours', 'js', 'renderContact'), memory);
    await page.watched.page.waitForSelector('tui-contact-list .row >> text=Ana is online');
    await page.watched.page.evaluate("source.setStatus('ana', 'offline')");
    await page.watched.page.waitForSelector('tui-contact-list .row >> text=Ana is offline');
  });

  it('make statuses out of words', async () => {
    await page.open('<tui-online-dot user-id="ana">');
    await page.run(
      snippet('Make it yours', 'js', 'statusOf'),
      `import 'tui-presence/define'; ${memory}`,
    );
    await page.watched.page.waitForSelector('tui-online-dot[status=busy]');
    await page.watched.page.evaluate("source.setStatus('ana', 'online', '午休')");
    await page.watched.page.waitForSelector('tui-online-dot[status=away]');
  });

  it('add a language', async () => {
    await page.open('<div lang="de"><tui-contact-list searchable>');
    await page.run(
      snippet('Make it yours', 'js', 'setStrings'),
      `import 'tui-presence/define'; ${memory}`,
    );
    await page.watched.page.waitForSelector('input[aria-label="Kontakte suchen"]');
  });

  it('observe without an element', async () => {
    await page.open('<p>');
    const lines: string[] = [];
    page.watched.page.on('console', (message) => lines.push(message.text()));
    await page.run(snippet('Without the elements', 'js'), memory);
    await page.watched.until(async () =>
      lines.includes('ana online live in a meeting') ? [] : ['nothing was told'],
    );
  });

  it('are all run', () => {
    const others = snippets.filter(
      ({ language }) => !['html', 'js', 'css', 'sh'].includes(language),
    );
    assert.deepEqual(others, []);
    // One of them by the test of integrity.
    assert.equal(snippets.length, 12);
  });

  it('make no mistake in the page', () => {
    assert.deepEqual(page.watched.errors, []);
  });
});
