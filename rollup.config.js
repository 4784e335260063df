import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve as resolvePath } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import license from 'rollup-plugin-license';
import { compiledAtOnce, shortNames, smallTemplates } from './rollup.small.js';

// Bundles for pages without a build step, from what tsc wrote to dist/.

const FOLDER = 'dist/cdn';

/** What is imported at run time, from files beside the bundle: module, file. */
const BESIDE = {
  'service.js': 'tui-presence-service.js',
  'engine-packages.js': 'tui-presence-engine.js',
};

/** Modules in place of others: one that would bring all of the service with it, and a smaller one. */
const LATER = { 'presence-feed.js': resolvePath('dist/src/later/presence-feed.js') };
const SMALL = { 'base-element.js': resolvePath('dist/elements/people/small-element.js') };

/**
 * Leaves out what only a page with a connection needs: `import('./service.js')` becomes the import
 * of the file beside the bundle, at run time. An import of the Tencent packages anywhere but in their
 * own file would weigh down every page.
 */
function beside() {
  return {
    name: 'beside',
    resolveId(source, importer, { isEntry }) {
      if (source.startsWith('@tencentcloud/')) this.error(`${importer} bundles ${source}`);
      if (isEntry) return null;
      const file = BESIDE[basename(source)];
      return file ? { id: `./${file}`, external: true } : null;
    },
    resolveDynamicImport: (source) =>
      String(source).startsWith('@tencentcloud/')
        ? { id: `./${BESIDE['engine-packages.js']}`, external: true }
        : null,
    // A classic script imports relative to itself only when it is of the page's own origin.
    renderDynamicImport({ format }) {
      return format === 'iife' ? { left: 'import(new URL(', right: ', scriptURL))' } : null;
    },
  };
}

/** Puts modules in place of others, by file name. */
function instead(modules) {
  return {
    name: 'instead',
    resolveId: (source) => modules[basename(source)] ?? null,
  };
}

/** The script's own address, which is known only while it runs for the first time. */
const scriptURL = 'const scriptURL = document.currentScript?.src || document.baseURI;';

/**
 * Names what a bundle contains in its first line, and keeps the full texts beside it: the bundles of
 * elements share theirs, the largest comes last.
 */
function notices(name) {
  return license({
    banner: {
      commentStyle: 'ignored',
      content: `<%= pkg.name %> <%= pkg.version %> (<%= pkg.license %>)<% dependencies.forEach((dependency) => { %>
<%= dependency.name %> <%= dependency.version %> (<%= dependency.license %>)<% }) %>
Full texts: ${name}.licenses.txt`,
    },
    thirdParty: { output: `${FOLDER}/${name}.licenses.txt` },
  });
}

/** Writes the `integrity` value of each finished bundle, for `<script integrity>`. */
function integrity() {
  return {
    name: 'integrity',
    writeBundle() {
      const files = readdirSync(FOLDER)
        .filter((name) => name.endsWith('.js'))
        .sort();
      const hashes = files.map((name) => [name, sha384(readFileSync(`${FOLDER}/${name}`))]);
      writeFileSync(
        `${FOLDER}/integrity.json`,
        `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`,
      );
    },
  };
}

function sha384(content) {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

const minify = (module, compress = { passes: 3, unsafe_arrows: true }) =>
  terser({
    ecma: 2022,
    module,
    compress,
    format: { comments: /^!/, ecma: 2022 },
  });

const resolve = () => nodeResolve({ browser: true });

/** What makes our own code small: before it is minified, and after. */
const small = (module) => [resolve(), smallTemplates(), minify(module), shortNames()];

const elements = (name, input) => ({
  input,
  output: { file: `${FOLDER}/${name}.js`, format: 'es' },
  plugins: [
    beside(),
    instead({ ...LATER, ...SMALL }),
    ...small(true),
    notices('tui-presence'),
    compiledAtOnce(),
  ],
});

/** A warning would mean a bundle that does not work; the helpers tsc writes ask for `this` in vain. */
function onLog(level, log) {
  if (level === 'warn' && log.code !== 'THIS_IS_UNDEFINED') throw new Error(log.message);
}

const bundles = [
  {
    input: 'dist/src/sources/engine-packages.js',
    output: { file: `${FOLDER}/${BESIDE['engine-packages.js']}`, format: 'es' },
    // They come minified: compressing them again takes 15 s and gains half a percent.
    plugins: [resolve(), commonjs(), minify(true, false), notices('tui-presence-engine')],
  },
  {
    input: 'dist/src/later/service.js',
    output: { file: `${FOLDER}/${BESIDE['service.js']}`, format: 'es' },
    plugins: [beside(), ...small(true)],
  },
  elements('tui-online-dot', 'dist/elements/cdn-online-dot.js'),
  elements('tui-presence', 'dist/elements/cdn.js'),
  {
    input: 'dist/elements/cdn-classic.js',
    output: {
      file: `${FOLDER}/tui-presence.iife.js`,
      format: 'iife',
      name: 'TuiPresence',
      intro: scriptURL,
    },
    plugins: [
      beside(),
      instead(SMALL),
      ...small(false),
      notices('tui-presence'),
      compiledAtOnce(),
      integrity(),
    ],
  },
];

export default bundles.map((bundle) => ({ ...bundle, onLog }));
