import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import ts from 'typescript';
import { CHAPTERS, inLanguage, LANGUAGES } from '../package/readme.js';
import { anchorsIn, cellsOf, leadsTo, linksIn, read, snippetsIn } from './support/document.js';
import { liteSocketTo } from './support/lite-socket.js';
import { HOST_LOGIN, SnippetPage } from './support/snippet-page.js';
import { ROOT } from './support/watched-page.js';

const DOCUMENTS = new Set([
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...LANGUAGES.flatMap((language) => CHAPTERS.map((chapter) => inLanguage(chapter, language))),
  'demo/server/README.md',
  'test/bench/README.md',
]);

/** Pages of others that were looked up; a test cannot ask whether they still stand. */
const ELSEWHERE = [
  'https://console.trtc.io/',
  'https://console.cloud.tencent.com/im',
  'https://www.tencentcloud.com/document/product/1047/49561',
  'https://semver.org/',
];

for (const file of DOCUMENTS) {
  describe(file, () => {
    const text = read(file);

    it('has links that lead somewhere', () => {
      const broken = linksIn(text).filter((link) => {
        const { path, anchor } = leadsTo(file, link);
        if (path === undefined) return !ELSEWHERE.includes(link);
        if (!existsSync(join(ROOT, path))) return true;
        return anchor !== undefined && !anchorsIn(read(path)).has(anchor);
      });
      assert.deepEqual(broken, []);
    });

    it('names no command that npm does not have', () => {
      const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
      const own = ['install', 'ci', 'start', 'test', 'publish', 'pkg', 'outdated'];
      const code = text.match(/```[^]*?```|`[^`\n]+`/g)?.join('\n') ?? '';
      const named = [...code.matchAll(/\bnpm (?:run )?([a-z][\w:]*)/g)].map(([, name]) => name!);
      // The hosts are packages of their own.
      const known = file.startsWith('demo/hosts') ? [...own, 'dev'] : own;
      const missing = named.filter((name) => !(name in scripts) && !known.includes(name));
      assert.deepEqual(missing, []);
    });
  });
}

describe('CONTRIBUTING.md', () => {
  it('gives each dependency and each peer one reason', () => {
    const { dependencies, devDependencies, peerDependencies } = JSON.parse(
      read('package.json'),
    ) as Record<string, Record<string, string>>;
    const all = { ...dependencies, ...devDependencies, ...peerDependencies };
    const [, table = ''] = read('CONTRIBUTING.md').split('\n## Dependencies\n');
    const explained = cellsOf(table.match(/^\|.*$/gm)?.join('\n'))
      .slice(1)
      .flatMap(([names]) => names!.match(/(?<=`)[^`\s,]+(?=`)/g) ?? []);
    assert.deepEqual(explained.sort(), Object.keys(all).sort());
  });
});

describe('the snippets of MIGRATING.md', () => {
  const snippets = snippetsIn(read('MIGRATING.md'));
  let page: SnippetPage;

  /** The one snippet under a heading. */
  function snippet(heading: string): string {
    const found = snippets.filter((one) => one.heading === heading);
    assert.equal(found.length, 1, `${found.length} snippets under ${heading}`);
    return found[0]!.code;
  }

  const connected = snippet('chat-uikit-vue 2');

  before(async () => {
    page = await SnippetPage.start();
  });

  after(() => page.close());

  /** Opens a page with this in it, connects as the guide says and logs in as the kit does. */
  async function open(html: string, code = ''): Promise<void> {
    await page.open(`<!doctype html><style>:not(:defined) { display: none }</style>${html}`);
    // What the kit does after its login, and what the test looks at.
    const rest = `
      await engine.TUIUserService.switchUserStatus({ displayOnlineStatus: true });
      Object.assign(globalThis, { engine });`;
    await page.run(`${connected}\n${code}`, `${HOST_LOGIN}\n${rest}`);
  }

  it('put a list where the component was', async () => {
    await open('<tui-contact-list style="height: 3000px">');
    await page.watched.showsTruth(page.server.world, 40);
    assert.deepEqual(page.watched.errors, []);
  });

  it('hand the chosen contact on to the card of the kit', async () => {
    await open('<tui-contact-list style="height: 3000px">', snippet('`TUIContact`'));
    await page.watched.showsTruth(page.server.world, 40);
    const [, second] = await page.watched.rows();
    await page.watched.page.click(`.row[data-user-id="${second!.userID}"]`);
    const chosen = await page.watched.page.evaluate(
      "engine.TUIStore.getData(engine.StoreName.CUSTOM, 'currentContactInfo').userID",
    );
    assert.equal(chosen, second!.userID);
    assert.deepEqual(page.watched.errors, []);
  });

  it('open the chosen conversation', async () => {
    const list = 'tui-conversation-list';
    await open(`<${list} style="height: 600px">`, snippet('`TUIConversation`'));
    await page.watched.page.waitForSelector(`${list} .row[aria-posinset="2"]`);
    assert.deepEqual(page.watched.errors, []);
    await page.watched.page.click(`${list} .row[aria-posinset="2"]`);
    const id = await page.watched.page.$eval(list, (element) => element.selected);
    assert.match(id, /^(C2C|GROUP)/);
    await page.watched.page.waitForFunction(
      (conversationID) =>
        engine.TUIStore.getData(engine.StoreName.CONV, 'currentConversationID') === conversationID,
      id,
    );
    // Past here the engine asks for messages, which the loopback server does not keep.
  });

  it('connect the lite line of the engine', async () => {
    await page.watched.page.addInitScript(liteSocketTo(page.server.url));
    await page.open('<tui-contact-list style="height: 3000px">');
    await page.run(
      snippet('chat-uikit-vue 3'),
      `await engine.TUIChatEngine.login(await (await fetch('/session')).json());`,
    );
    await page.watched.showsTruth(page.server.world, 40);
  });

  it('are all run', () => {
    assert.equal(snippets.length, 4);
  });
});

describe('the modules in the documents', () => {
  it('are right by the compiler, with the typings of the package and of its peers', async () => {
    const page = await SnippetPage.start();
    try {
      const modules = [...CHAPTERS, 'MIGRATING.md'].flatMap((file) =>
        snippetsIn(read(file))
          .filter(({ language, from }) => language === 'js' && from === undefined)
          .map(({ code }, index) => ({ name: `${file.replaceAll('/', '-')}-${index}.js`, code })),
      );
      assert.ok(modules.length >= 13, `${modules.length} modules`);
      const files = modules.map(({ name, code }) => {
        const path = join(page.folder, name);
        writeFileSync(path, code);
        return path;
      });
      // The menu of a page is the page's own.
      const ownMenu = join(page.folder, 'own-menu.d.ts');
      writeFileSync(ownMenu, 'declare function showMenu(of: object, x: number, y: number): void;');
      const program = ts.createProgram([...files, ownMenu], {
        allowJs: true,
        checkJs: true,
        noEmit: true,
        skipLibCheck: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: [],
        preserveSymlinks: true,
        baseUrl: join(ROOT, 'node_modules'),
      });
      const mistakes = ts
        .getPreEmitDiagnostics(program)
        .map(({ file, messageText }) => [
          file?.fileName.split('/').at(-1),
          ts.flattenDiagnosticMessageText(messageText, '\n'),
        ]);
      assert.deepEqual(mistakes, []);
    } finally {
      await page.close();
    }
  });
});
