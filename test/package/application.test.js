import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { TAGS } from '../support/tags.js';
import { InstalledPackage } from './support/installed-package.js';
import { MODULES, run } from './support/run.js';

// What an application gets that installs the package.

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
  const names = ['TuiOnlineDot', 'TuiContactList', 'TuiConversationList', 'TuiPerson',
    'TuiAvatarStack', 'PresenceController',
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
const person = document.createElement('tui-person');
person.view = 'name';
// @ts-expect-error
person.view = 'row';
const stack = document.createElement('tui-avatar-stack');
stack.userIDs = ['ana'];
// @ts-expect-error
stack.max = 'five';
`;

/** @type {InstalledPackage} */
let installed;

before(() => (installed = new InstalledPackage()));

after(() => installed.remove());

describe('an application', () => {
  for (const flags of [[], ['--conditions=react-server']]) {
    it(`imports every entry without a DOM and registers what it says: node ${flags}`, () => {
      assert.deepEqual(inNode(importing(installed.entries), ...flags), SEEN);
    });
  }

  it('imports each entry by itself without a DOM', () => {
    for (const name of installed.entries) {
      const code = `await import('tui-presence${name.slice(1)}'); console.log(true)`;
      assert.equal(inNode(code), true, name);
    }
  });

  it('finds the files for script tags by name', () => {
    const names = ['tui-presence.js', 'tui-presence.iife.js', 'i18n/de.js'];
    const code = `console.log(JSON.stringify(${JSON.stringify(names)}.map((name) =>
      import.meta.resolve('tui-presence/dist/cdn/' + name))))`;
    const found = inNode(code).map((url) => basename(url));
    assert.deepEqual(
      found,
      names.map((name) => basename(name)),
    );
  });

  // As the servers of Next and SvelteKit do, which bundle what they run.
  for (const format of ['esm', 'cjs']) {
    it(`runs every entry from one file that was bundled for a server: ${format}`, async () => {
      const code = importing(installed.entries);
      const text = await bundle(
        format === 'esm' ? code : code.replaceAll('await import', 'require'),
        { format, platform: 'node', conditions: ['react-server'], external: ['@tencentcloud/*'] },
      );
      const file = join(installed.app, `server.${format === 'esm' ? 'mjs' : 'cjs'}`);
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
    assert.doesNotMatch(code, /tui-contact-list|tui-conversation-list|tui-person|tui-avatar/);
  });

  it('adds a language that it imports, and carries no other', async () => {
    const code = await bundle(`import 'tui-presence/i18n/de';`);
    assert.match(code, /Keine Kontakte/);
    assert.doesNotMatch(code, /No contacts|Aucun contact/);
    const seen = inNode(`
      import { stringsFor } from '${new URL('dist/src/i18n/index.js', pathToFileURL(installed.home + '/'))}';
      import german from 'tui-presence/i18n/de';
      console.log(JSON.stringify([german.contacts, stringsFor('de-AT').strings.contacts]))`);
    assert.deepEqual(seen, ['Kontakte', 'Kontakte']);
  });

  it('keeps the registration of every tag', async () => {
    const code = await bundle(`import 'tui-presence/define';`);
    for (const tag of TAGS) assert.ok(code.includes(tag), tag);
  });

  it('checks the declarations with its own compiler, libraries included', () => {
    const imports = installed.entries.map((name) => `import 'tui-presence${name.slice(1)}';`);
    writeFileSync(join(installed.app, 'application.ts'), [...imports, PLAIN_PAGE].join('\n'));
    writeFileSync(
      join(installed.app, 'tsconfig.json'),
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
    run(
      process.execPath,
      [join(MODULES, 'typescript/bin/tsc'), '-p', installed.app],
      installed.app,
    );
  });
});

/** Runs a module of the application in a Node of its own; it prints one JSON value. */
function inNode(code, ...flags) {
  return node(...flags, '--input-type=module', '--eval', code);
}

/** The one JSON value that Node prints; a word on the side or a timer left running is an error. */
function node(...parameters) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: installed.app,
    encoding: 'utf8',
    timeout: 20_000,
  });
  assert.deepEqual([status ?? signal, stderr], [0, '']);
  return JSON.parse(stdout);
}

/** The application's one module as a bundler would ship it. */
async function bundle(code, options = {}) {
  const { outputFiles, warnings } = await build({
    stdin: { contents: code, resolveDir: installed.app },
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
