import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, posix } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { bundleSizes, overBudget } from './sizes.js';

// What a page gets that installs the package: the packed tarball, unpacked beside Lit and nothing
// else. It needs a build.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');

const TAGS = ['tui-contact-list', 'tui-conversation-list', 'tui-online-dot'];

/** Typings whose framework an application brings; they are no part of a plain one. */
const FRAMEWORK = /^\.\/types\//;

/** What {@link importing} finds when all is well. */
const SEEN = {
  missing: [],
  tags: { afterTheRest: [], afterTheDot: ['tui-online-dot'], afterAll: TAGS },
  state: 'idle',
  dom: ['undefined', 'undefined'],
};

/** Imports every entry, those that register last, and tells what it finds then. */
const importing = (entries) => `
  const tags = () => ${JSON.stringify(TAGS)}.filter((tag) => globalThis.customElements?.get(tag));
  const rest = Object.assign({}, ${entries
    .filter((name) => !name.startsWith('./define'))
    .map((name) => `await import('tui-presence${name.slice(1)}')`)});
  const names = ['TuiOnlineDot', 'TuiContactList', 'TuiConversationList', 'PresenceController',
    'PresenceError', 'presence', 'connect', 'setStrings', 'login', 'MemorySource'];
  const missing = names.filter((name) => !rest[name]);
  const afterTheRest = tags();
  await import('tui-presence/define/tui-online-dot');
  const afterTheDot = tags();
  ${entries
    .filter((name) => name.startsWith('./define'))
    .map((name) => `await import('tui-presence${name.slice(1)}');`)
    .join('')}
  console.log(JSON.stringify({
    missing,
    tags: { afterTheRest, afterTheDot, afterAll: tags() },
    state: rest.presence.state,
    dom: [typeof window, typeof document],
  }));
`;

/** What TypeScript knows of tags and events in a page without a framework, and what it refuses. */
const PLAIN_PAGE = `
const dot = document.createElement('tui-online-dot');
dot.status = 'away';
// @ts-expect-error
dot.status = 'asleep';
const list = document.querySelector('tui-contact-list')!;
list.contacts = [{ userID: 'ana' }];
// @ts-expect-error
list.contacts = [{ name: 'Ana' }];
list.addEventListener('tui-contact-select', ({ userID, contact }) => [userID, contact.remark]);
// @ts-expect-error
list.addEventListener('tui-contact-select', ({ conversation }) => conversation);
const talks = document.querySelector('tui-conversation-list')!;
talks.addEventListener('tui-conversation-select', (event) => event.conversation.unreadCount);
// @ts-expect-error
talks.addEventListener('tui-conversation-select', (event) => event.contact);
`;

let app;
let home;
let tarball;
let manifest;

before(() => {
  app = mkdtempSync(join(tmpdir(), 'tui-presence-package-'));
  home = join(app, 'node_modules', 'tui-presence');
  mkdirSync(home, { recursive: true });
  const packed = run(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', app],
    ROOT,
  );
  tarball = join(app, basename(JSON.parse(packed)[0].filename));
  run('tar', ['-xzf', tarball, '--strip-components=1', '-C', home]);
  for (const name of ['lit', 'lit-html', 'lit-element', '@lit', '@types/trusted-types']) {
    mkdirSync(join(app, 'node_modules', name, '..'), { recursive: true });
    symlinkSync(join(MODULES, name), join(app, 'node_modules', name), 'junction');
  }
  writeFileSync(join(app, 'package.json'), '{ "type": "module" }');
  manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
});

after(() => rmSync(app, { recursive: true, force: true }));

describe('the tarball', () => {
  it('holds what was built, its descriptions and nothing else', () => {
    const top = readdirSync(home).filter((name) => name !== 'docs' && !name.startsWith('README.'));
    assert.deepEqual(top.sort(), ['LICENSE', 'custom-elements.json', 'dist', 'package.json']);
  });

  it('holds no sources, tests or maps', () => {
    const strays = files().filter(
      (file) => /(?<!\.d)\.ts$|\.map$|\.tsbuildinfo$/.test(file) || /(^|\/)test\//.test(file),
    );
    assert.deepEqual(strays, []);
  });

  it('holds no module that no entry leads to', () => {
    const reached = new Set();
    const walk = (file) => {
      if (reached.has(file) || !existsSync(join(home, file))) return;
      reached.add(file);
      if (!/\.(js|ts)$/.test(file)) return;
      for (const [, path] of read(file).matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)) {
        const name = posix.join(posix.dirname(file), path);
        walk(file.endsWith('.ts') ? declarationOf(name) : name);
      }
    };
    for (const file of targets()) walk(posix.normalize(file));
    const modules = files().filter((file) => /^dist\/(elements|src)\/.*\.js$/.test(file));
    assert.ok(modules.length > 20);
    assert.deepEqual(
      modules.filter((file) => !reached.has(file) && !reached.has(declarationOf(file))),
      [],
    );
  });

  it('points to no source map', () => {
    const pointing = files().filter(
      (file) => /\.(js|ts)$/.test(file) && read(file).includes('sourceMappingURL='),
    );
    assert.deepEqual(pointing, []);
  });

  it('names no file that is missing', () => {
    const named = [
      ...targets(),
      ...['types', 'unpkg', 'jsdelivr', 'customElements', 'web-types'].map((key) => manifest[key]),
    ];
    assert.deepEqual(
      named.filter((file) => !existsSync(join(home, file))),
      [],
    );
  });

  it('describes every tag by the file that ships, and nothing private', () => {
    const { modules } = JSON.parse(read('custom-elements.json'));
    const tags = modules.flatMap(({ path, declarations }) => {
      assert.ok(existsSync(join(home, path)), path);
      return declarations.map(({ tagName, members, events = [] }) => {
        for (const { name } of [...members, ...events]) assert.match(name, /^[a-z][\w-]*$/i);
        // What pages call is on the controller; a method here is one of ours.
        for (const { kind, name } of members) assert.equal(kind, 'field', name);
        return tagName;
      });
    });
    assert.deepEqual(tags.sort(), TAGS);
  });

  it('tells VS Code and JetBrains of every tag and its attributes, and nothing of our sources', () => {
    const { modules } = JSON.parse(read('custom-elements.json'));
    const expected = attributesByTag(
      modules.flatMap(({ declarations }) => declarations),
      'tagName',
    );
    const vsCode = JSON.parse(read('dist/vscode.html-custom-data.json'));
    const webTypes = JSON.parse(read(manifest['web-types']));
    assert.deepEqual(attributesByTag(vsCode.tags, 'name'), expected);
    assert.deepEqual(attributesByTag(webTypes.contributions.html.elements, 'name'), expected);
    assert.equal(webTypes.version, manifest.version);
    const order = vsCode.tags
      .find(({ name }) => name === 'tui-contact-list')
      .attributes.find(({ name }) => name === 'order');
    assert.deepEqual(order.values.map(({ name }) => name).sort(), ['given', 'name', 'status']);
    for (const file of ['custom-elements.json', 'dist/vscode.html-custom-data.json']) {
      assert.doesNotMatch(read(file), /\.\/src\/|(?<!dist\/)\belements\/|#[a-z]\w*"/, file);
    }
  });

  it('passes publint', async () => {
    const { messages } = await publint({ pkgDir: home, pack: false, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, manifest, { color: false })),
      [],
    );
  });

  it('passes "are the types wrong"', () => {
    const attw = join(MODULES, '@arethetypeswrong/cli/dist/index.js');
    // Typings alone and data have no JavaScript to compare with.
    const plain = ['--entrypoints', ...plainEntries()];
    const parameters = ['--profile', 'esm-only', '--format', 'ascii', ...plain];
    run(process.execPath, [attw, tarball, ...parameters]);
  });
});

describe('an application', () => {
  for (const flags of [[], ['--conditions=react-server']]) {
    it(`imports every entry without a DOM and registers what it says: node ${flags}`, () => {
      assert.deepEqual(inNode(importing(plainEntries()), ...flags), SEEN);
    });
  }

  it('imports each entry by itself without a DOM', () => {
    for (const name of plainEntries()) {
      const code = `await import('tui-presence${name.slice(1)}'); console.log(true)`;
      assert.equal(inNode(code), true, name);
    }
  });

  // As the servers of Next and SvelteKit do, which bundle what they run.
  for (const format of ['esm', 'cjs']) {
    it(`runs every entry from one file that was bundled for a server: ${format}`, async () => {
      const code = importing(plainEntries());
      const text = await bundle(
        format === 'esm' ? code : code.replaceAll('await import', 'require'),
        { format, platform: 'node', conditions: ['react-server'], external: ['@tencentcloud/*'] },
      );
      const file = join(app, `server.${format === 'esm' ? 'mjs' : 'cjs'}`);
      writeFileSync(file, text);
      assert.deepEqual(node(file), SEEN);
    });
  }

  it('carries nothing of an import it does not use', async () => {
    assert.equal((await bundle(`import 'tui-presence';`)).trim(), '');
  });

  it('registers one tag without the others', async () => {
    const code = await bundle(`import 'tui-presence/define/tui-online-dot';`);
    assert.match(code, /tui-online-dot/);
    assert.doesNotMatch(code, /tui-contact-list|tui-conversation-list/);
  });

  it('keeps the registration of every tag', async () => {
    const code = await bundle(`import 'tui-presence/define';`);
    for (const tag of TAGS) assert.ok(code.includes(tag), tag);
  });

  it('checks the declarations with its own compiler, libraries included', () => {
    const imports = plainEntries().map((name) => `import 'tui-presence${name.slice(1)}';`);
    writeFileSync(join(app, 'application.ts'), [...imports, PLAIN_PAGE].join('\n'));
    writeFileSync(
      join(app, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          target: 'ES2022',
          module: 'NodeNext',
          lib: ['ES2022', 'DOM', 'DOM.Iterable'],
          types: [],
          strict: true,
          skipLibCheck: false,
          noUncheckedSideEffectImports: true,
          noEmit: true,
        },
        files: ['application.ts'],
      }),
    );
    run(process.execPath, [join(MODULES, 'typescript/bin/tsc'), '-p', app]);
  });
});

describe('the bundles', () => {
  it('stay within their budgets', () => {
    assert.deepEqual(overBudget(bundleSizes()), []);
  });

  it('have the integrity that is published with them', () => {
    const published = JSON.parse(read('dist/cdn/integrity.json'));
    const names = readdirSync(join(home, 'dist/cdn')).filter((name) => name.endsWith('.js'));
    assert.deepEqual(Object.keys(published), names.sort());
    for (const name of names) {
      const hash = createHash('sha384')
        .update(read(`dist/cdn/${name}`))
        .digest('base64');
      assert.equal(published[name], `sha384-${hash}`, name);
    }
  });

  it('name the licenses of what they contain', () => {
    assert.match(
      read('dist/cdn/tui-presence.js').slice(0, 400),
      /lit-html [\d.]+ \(BSD-3-Clause\)/,
    );
    assert.match(read('dist/cdn/tui-presence.licenses.txt'), /Google LLC/);
  });
});

/** The files that the entries are. */
function targets() {
  return Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? target : Object.values(target),
  );
}

const declarationOf = (module) => module.replace(/\.js$/, '.d.ts');

function files() {
  return readdirSync(home, { recursive: true }).map((file) => file.replaceAll('\\', '/'));
}

function read(file) {
  return readFileSync(join(home, file), 'utf8');
}

/** What `program` prints; what it says is in the error when it fails. */
function run(program, parameters, cwd = app) {
  try {
    return execFileSync(program, parameters, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${program} failed\n${error.stdout}\n${error.stderr}`, { cause: error });
  }
}

/** Runs a module of the application in a Node of its own; it prints one JSON value. */
function inNode(code, ...flags) {
  return node(...flags, '--input-type=module', '--eval', code);
}

/** The one JSON value that Node prints; a word on the side or a timer left running is an error. */
function node(...parameters) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: app,
    encoding: 'utf8',
    timeout: 20_000,
  });
  assert.deepEqual([status ?? signal, stderr], [0, '']);
  return JSON.parse(stdout);
}

/** The application's one module as a bundler would ship it. */
async function bundle(code, options = {}) {
  const { outputFiles, warnings } = await build({
    stdin: { contents: code, resolveDir: app },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
    ...options,
  });
  const unexpected = warnings.filter(({ id }) => id !== 'ignored-bare-import');
  assert.deepEqual(unexpected, []);
  return outputFiles[0].text;
}

function attributesByTag(elements, key) {
  const tags = elements.map((element) => [
    element[key],
    (element.attributes ?? []).map(({ name }) => name).sort(),
  ]);
  return Object.fromEntries(tags.sort());
}

/** What an application can import as it is: no data, and no typings of a framework it lacks. */
function plainEntries() {
  return Object.keys(manifest.exports).filter(
    (name) => !FRAMEWORK.test(name) && !name.endsWith('.json'),
  );
}
