import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CHAPTERS } from '../package/readme.js';
import { read, snippetsIn } from './support/document.js';
import type { Snippet } from './support/document.js';
import { HOST_LOGIN, SnippetPage } from './support/snippet-page.js';
import { ROOT } from './support/watched-page.js';

/** Snippets that other tests run: those of integrity and of embedding. Headers are no code. */
const RUN_ELSEWHERE = [
  'README.md, One script tag, html',
  'SECURITY.md, Content Security Policy, ',
  'SECURITY.md, Content Security Policy, ',
  'SECURITY.md, Content Security Policy, ',
  'SECURITY.md, Content Security Policy, ',
  'SECURITY.md, Integrity, html',
  'demo/hosts/README.md, React 18, sh',
  'demo/hosts/README.md, Run one, ',
];

describe('the snippets of the README and its chapters', () => {
  const snippets = CHAPTERS.flatMap((file) =>
    snippetsIn(read(file))
      .filter(({ from }) => from === undefined)
      .map((snippet) => ({ ...snippet, file })),
  );
  const run = new Set<Snippet>();
  const contacts = [{ userID: 'ana', name: 'Ana' }, { userID: 'ben' }];
  let page: SnippetPage;

  before(async () => {
    page = await SnippetPage.start();
  });

  after(() => page.close());

  /** The only snippet of a language under a heading of a file, or the one that holds a text. */
  function snippet(file: string, heading: string, language: string, holding = ''): string {
    const found = snippets.filter(
      (one) =>
        one.file === file &&
        one.heading === heading &&
        one.language === language &&
        one.code.includes(holding),
    );
    assert.equal(found.length, 1, `${found.length} snippets of ${language} under ${heading}`);
    run.add(found[0]!);
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
    writeFileSync(file, snippet('README.md', 'One script tag', 'html', 'MemorySource'));
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
    await page.open(snippet('README.md', 'With a login and no engine', 'html'));
    await page.watched.page.addStyleTag({ content: 'tui-contact-list { height: 3000px }' });
    await page.watched.showsTruth(page.server.world, 40);
  });

  it('log in from an app with its own packages', async () => {
    await page.open('<style>tui-contact-list { height: 3000px }</style><tui-contact-list>');
    await page.run(
      snippet('src/README.md', 'With npm', 'js'),
      'globalThis.userID = session.userID;',
    );
    await page.watched.showsTruth(page.server.world, 40);
    assert.equal(await page.watched.page.evaluate('userID'), 'alice');
  });

  it('connect an engine that the page has', async () => {
    await page.open('<style>tui-contact-list { height: 3000px }</style><tui-contact-list>');
    await page.run(snippet('README.md', 'Beside your own engine', 'js'), HOST_LOGIN);
    await page.watched.showsTruth(page.server.world, 40);
  });

  it('install what the snippets import', () => {
    const { peerDependencies } = JSON.parse(read('package.json')) as {
      peerDependencies: Record<string, string>;
    };
    // `lite-chat` is for `sdk: 'chat'` alone.
    const peers = Object.keys(peerDependencies).filter((name) =>
      /^@tencentcloud\/(?!lite-chat$)/.test(name),
    );
    const installed = (file: string, heading: string) =>
      snippet(file, heading, 'sh').trim().split(' ').slice(2).sort();
    assert.deepEqual(installed('README.md', 'Beside your own engine'), ['tui-presence']);
    assert.deepEqual(installed('src/README.md', 'With npm'), ['tui-presence', ...peers].sort());
  });

  it('start the demo and the tests with one line each', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const name of ['start', 'test']) {
      assert.equal(
        snippet('README.md', 'See it run', 'sh', `npm ${name}`),
        `npm ci && npm ${name}\n`,
      );
      assert.ok(scripts[name]);
    }
  });

  it('size a list below a heading', async () => {
    const rules = snippet('elements/README.md', 'Size a list', 'css');
    await page.open(
      `<style>body { margin: 0 } ${rules}</style><div class="sidebar"><h2>Friends</h2>
        <tui-contact-list></tui-contact-list></div>`,
    );
    await page.run(`import 'tui-presence/define'; ${memory}`);
    await page.watched.page.waitForSelector('tui-contact-list [role=option]');
    const [bottom, height] = await page.watched.page.evaluate(() => [
      document.querySelector('tui-contact-list')!.getBoundingClientRect().bottom,
      innerHeight,
    ]);
    assert.equal(bottom, height);
  });

  it('make a list dark by a class', async () => {
    const rules = snippet('elements/README.md', 'Dark by a class', 'css');
    await page.open(`<style>${rules}</style><tui-contact-list>`);
    await page.run(`import 'tui-presence/define'; ${memory}`);
    await page.watched.page.waitForSelector('tui-contact-list [role=option]');
    const surfaces = await page.watched.page.evaluate(() =>
      ['', 'dark'].map((name) => {
        document.documentElement.className = name;
        return getComputedStyle(document.querySelector('tui-contact-list')!).backgroundColor;
      }),
    );
    assert.deepEqual(surfaces, ['rgb(255, 255, 255)', 'rgb(20, 24, 31)']);
  });

  it('reserve room before the script has come, and yield to the page', async () => {
    const rules = snippet('elements/README.md', 'Before the script has loaded', 'css');
    const sizes = () =>
      page.watched.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('tui-contact-list, tui-online-dot')].map(
          ({ offsetHeight, offsetWidth, tagName }) =>
            tagName === 'TUI-ONLINE-DOT' ? offsetWidth : offsetHeight,
        ),
      );
    await page.open(
      `<style>#own { height: 300px }</style><style>${rules}</style>
        <tui-contact-list></tui-contact-list><tui-contact-list id="own"></tui-contact-list>
        <p><tui-online-dot status="online"></tui-online-dot></p>`,
    );
    assert.deepEqual(await sizes(), [400, 300, 12]);
  });

  it('show one person by ID', async () => {
    await page.open(snippet('elements/README.md', '`<tui-person>`', 'html'));
    await page.run(`import 'tui-presence/define'; ${memory}`);
    await page.watched.page.waitForSelector('tui-person >> text=Ana');
  });

  it('theme a list by five properties', async () => {
    await page.open(
      `<style>${snippet('elements/README.md', 'Colours and sizes', 'css')}</style><tui-contact-list>`,
    );
    await page.run(`import 'tui-presence/define'; ${memory} source.setStatus('ana', 'online');`);
    await page.watched.page.waitForSelector('tui-contact-list [data-status=online]');
    const look = await page.watched.page.evaluate(() => {
      const list = document.querySelector('tui-contact-list')!;
      const row = list.shadowRoot!.querySelector('.row')!;
      return [
        getComputedStyle(list).backgroundColor,
        getComputedStyle(row).height,
        getComputedStyle(row.querySelector('.avatar')!).width,
        getComputedStyle(row.querySelector('.name')!).fontWeight,
        getComputedStyle(row.querySelector('.dot')!).color,
      ];
    });
    assert.deepEqual(look, ['rgb(255, 250, 243)', '48px', '32px', '600', 'rgb(31, 111, 74)']);
  });

  it('draw rows of the page’s own', async () => {
    await page.open('<tui-contact-list>');
    await page.run(
      snippet('elements/README.md', 'Rows of your own', 'js'),
      `${memory} source.setStatus('ana', 'online');`,
    );
    await page.watched.page.waitForSelector('tui-contact-list .row >> text=Ana is online');
    await page.watched.page.evaluate("source.setStatus('ana', 'offline')");
    await page.watched.page.waitForSelector('tui-contact-list .row >> text=Ana is offline');
  });

  it('show a menu of the page’s own', async () => {
    await page.open('<tui-contact-list>');
    await page.run(
      snippet('elements/README.md', 'A menu of your own', 'js'),
      `import 'tui-presence/define'; ${memory}
      globalThis.showMenu = (contact, x, y) => (globalThis.shown = [contact.name, x > 0, y > 0]);`,
    );
    await page.watched.page.click('tui-contact-list [data-user-id=ana]', { button: 'right' });
    assert.deepEqual(await page.watched.page.evaluate('shown'), ['Ana', true, true]);
  });

  it('find the row of a user in a test', async () => {
    await page.open('<tui-contact-list>');
    await page.run(
      `${snippet('TESTING.md', 'Test your page', 'js')}\nObject.assign(globalThis, { rowOf });`,
    );
    // The snippet ends a frame later.
    await page.watched.page.waitForFunction(
      "globalThis.rowOf?.('ana')?.dataset.status === 'online'",
    );
  });

  it('make statuses out of words', async () => {
    await page.open('<tui-online-dot user-id="ana">');
    await page.run(
      snippet('elements/README.md', 'Statuses out of words', 'js'),
      `import 'tui-presence/define'; ${memory}`,
    );
    await page.watched.page.waitForSelector('tui-online-dot[status=busy]');
    await page.watched.page.evaluate("source.setStatus('ana', 'online', '午休')");
    await page.watched.page.waitForSelector('tui-online-dot[status=away]');
  });

  it('offer choices of the page’s own', async () => {
    await page.open(snippet('elements/README.md', '`<tui-own-status>`', 'html'));
    await page.run(
      snippet('elements/README.md', '`<tui-own-status>`', 'js'),
      `import 'tui-presence/define'; ${memory}`,
    );
    await page.watched.page.click('tui-own-status [part=button]');
    await page.watched.page.click('tui-own-status >> text=Deep work');
    await page.watched.page.waitForSelector('tui-own-status [part=button] .busy');
  });

  it('add a language', async () => {
    await page.open('<div lang="it"><tui-contact-list searchable>');
    await page.run(
      snippet('elements/README.md', 'Languages', 'js'),
      `import 'tui-presence/define'; ${memory}`,
    );
    await page.watched.page.waitForSelector('input[aria-label="Cerca contatti"]');
  });

  it('observe without an element', async () => {
    await page.open('<p>');
    const lines: string[] = [];
    page.watched.page.on('console', (message) => lines.push(message.text()));
    await page.run(snippet('src/README.md', 'Without the elements', 'js'), memory);
    await page.watched.until(async () =>
      lines.includes('ana busy live in a meeting') ? [] : ['nothing was logged'],
    );
  });

  it('are all run', () => {
    const others = snippets.filter((one) => !run.has(one));
    assert.deepEqual(
      others.map(({ file, heading, language }) => `${file}, ${heading}, ${language}`).sort(),
      [...RUN_ELSEWHERE].sort(),
    );
  });

  it('make no mistake in the page', () => {
    assert.deepEqual(page.watched.errors, []);
  });
});
