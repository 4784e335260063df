import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { TAGS } from '../support/tags.js';
import { InstalledPackage } from './support/installed-package.js';
import { MODULES, run } from './support/run.js';

/** @type {InstalledPackage} */
let installed;

before(() => (installed = new InstalledPackage()));

after(() => installed.remove());

/** What pages call on an element. */
const METHODS = ['focus', 'scrollToContact', 'scrollToConversation'];

describe('the tarball', () => {
  it('holds what was built, its descriptions and nothing else', () => {
    const top = readdirSync(installed.home).filter(
      (name) => name !== 'docs' && !name.startsWith('README.'),
    );
    assert.deepEqual(top.sort(), [
      'ARCHITECTURE.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'MIGRATING.md',
      'SECURITY.md',
      'custom-elements.json',
      'dist',
      'package.json',
    ]);
  });

  it('holds no sources, tests or maps', () => {
    const strays = installed.files.filter(
      (file) => /(?<!\.d)\.ts$|\.map$|\.tsbuildinfo$/.test(file) || /(^|\/)test\//.test(file),
    );
    assert.deepEqual(strays, []);
  });

  it('holds no module that no entry leads to', () => {
    const reached = new Set();
    const walk = (file) => {
      if (reached.has(file) || !existsSync(join(installed.home, file))) return;
      reached.add(file);
      if (!/\.(js|ts)$/.test(file)) return;
      for (const [, path] of installed
        .read(file)
        .matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)) {
        const name = posix.join(posix.dirname(file), path);
        walk(file.endsWith('.ts') ? declarationOf(name) : name);
      }
      // A module of types alone is imported by declarations only.
      if (file.endsWith('.js')) walk(declarationOf(file));
    };
    for (const file of installed.targets) walk(posix.normalize(file));
    const modules = installed.files.filter((file) => /^dist\/(elements|src)\/.*\.js$/.test(file));
    assert.ok(modules.length > 20);
    assert.deepEqual(
      modules.filter((file) => !reached.has(file) && !reached.has(declarationOf(file))),
      [],
    );
  });

  it('says where the project is by one address, from which npm makes the others', () => {
    const { repository, homepage, bugs } = installed.manifest;
    assert.match(repository.url, /^git\+https:\/\/github\.com\/[\w-]+\/[\w-]+\.git$/);
    assert.deepEqual([homepage, bugs], [undefined, undefined]);
  });

  it('leads TypeScript to every entry by typesVersions, as it does by exports', () => {
    const { exports, typesVersions } = installed.manifest;
    const entries = Object.entries(exports).flatMap(([name, { types }]) =>
      types && name !== '.' ? [[name.slice(2), [types.slice(2)]]] : [],
    );
    assert.deepEqual(typesVersions['*'], Object.fromEntries(entries));
  });

  it('points to no source map', () => {
    const pointing = installed.files.filter(
      (file) => /\.(js|ts)$/.test(file) && installed.read(file).includes('sourceMappingURL='),
    );
    assert.deepEqual(pointing, []);
  });

  it('names no file that is missing', () => {
    const named = [
      ...installed.targets,
      ...['main', 'types', 'unpkg', 'jsdelivr', 'customElements', 'web-types'].map(
        (key) => installed.manifest[key],
      ),
    ];
    assert.deepEqual(
      named.filter((file) => !existsSync(join(installed.home, file))),
      [],
    );
  });

  it('describes every tag by the file that ships, and nothing private', () => {
    const { modules } = JSON.parse(installed.read('custom-elements.json'));
    const tags = modules.flatMap(({ path, declarations }) => {
      assert.ok(existsSync(join(installed.home, path)), path);
      return declarations.map(({ tagName, members, events = [] }) => {
        for (const { name } of [...members, ...events]) assert.match(name, /^[a-z][\w-]*$/i);
        // The methods that pages call are few; any other is one of ours.
        const methods = members.filter(({ kind }) => kind !== 'field').map(({ name }) => name);
        assert.deepEqual(
          methods.filter((name) => !METHODS.includes(name)),
          [],
        );
        return tagName;
      });
    });
    assert.deepEqual(tags.sort(), TAGS);
  });

  it('tells VS Code and JetBrains of every tag and its attributes, and nothing of our sources', () => {
    const { modules } = JSON.parse(installed.read('custom-elements.json'));
    const expected = attributesByTag(
      modules.flatMap(({ declarations }) => declarations),
      'tagName',
    );
    const vsCode = JSON.parse(installed.read('dist/vscode.html-custom-data.json'));
    const webTypes = JSON.parse(installed.read(installed.manifest['web-types']));
    assert.deepEqual(attributesByTag(vsCode.tags, 'name'), expected);
    assert.deepEqual(attributesByTag(webTypes.contributions.html.elements, 'name'), expected);
    assert.equal(webTypes.version, installed.manifest.version);
    const order = vsCode.tags
      .find(({ name }) => name === 'tui-contact-list')
      .attributes.find(({ name }) => name === 'order');
    assert.deepEqual(order.values.map(({ name }) => name).sort(), ['given', 'name', 'status']);
    for (const file of ['custom-elements.json', 'dist/vscode.html-custom-data.json']) {
      assert.doesNotMatch(
        installed.read(file),
        /\.\/src\/|(?<!dist\/)\belements\/|#[a-z]\w*"/,
        file,
      );
    }
  });

  it('passes publint', async () => {
    const { messages } = await publint({ pkgDir: installed.home, pack: false, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, installed.manifest, { color: false })),
      [],
    );
  });

  it('passes "are the types wrong"', () => {
    const attw = join(MODULES, '@arethetypeswrong/cli/dist/index.js');
    // Typings alone and data have no JavaScript to compare with.
    const plain = ['--entrypoints', ...installed.entries];
    const parameters = ['--profile', 'esm-only', '--format', 'ascii', ...plain];
    run(process.execPath, [attw, installed.tarball, ...parameters], installed.app);
  });
});

const declarationOf = (module) => module.replace(/\.js$/, '.d.ts');

function attributesByTag(elements, key) {
  const tags = elements.map((element) => [
    element[key],
    (element.attributes ?? []).map(({ name }) => name).sort(),
  ]);
  return Object.fromEntries(tags.sort());
}
