import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve as resolvePath } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import MagicString from 'magic-string';
import license from 'rollup-plugin-license';

// Bundles for pages without a build step, from what tsc wrote to dist/.

const FOLDER = 'dist/cdn';

/** What is imported at run time, from files beside the bundle: module, file. */
const BESIDE = {
  'service.js': 'tui-presence-service.js',
  'engine-packages.js': 'tui-presence-engine.js',
};

/** Modules in place of those that would bring all of the service with them. */
const LATER = { 'presence-feed.js': resolvePath('dist/src/later/presence-feed.js') };

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

/** Has the elements begin without the service. */
function later() {
  return {
    name: 'later',
    resolveId: (source) => LATER[basename(source)] ?? null,
  };
}

/** The script's own address, which is known only while it runs for the first time. */
const scriptURL = 'const scriptURL = document.currentScript?.src || document.baseURI;';

/** Collapses the white space of `css` and `html` templates, which terser leaves alone. */
function smallTemplates() {
  return {
    name: 'small-templates',
    transform(code) {
      if (!/\b(css|html|svg)\s*`/.test(code)) return null;
      const text = new MagicString(code);
      visit(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression') return;
        const shrink = { css: smallCSS, html: smallHTML, svg: smallHTML }[node.tag.name];
        if (!shrink) return;
        for (const { start, end } of node.quasi.quasis) {
          if (end > start) text.update(start, end, shrink(code.slice(start, end)));
        }
      });
      return { code: text.toString(), map: null };
    },
  };
}

/**
 * Strings stay as they are, and so does the space before a colon (`a :hover` is not `a:hover`) and
 * around an operator (`calc`).
 */
function smallCSS(css) {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/("[^"]*"|'[^']*')|[ \t\r\n]+/g, (_, string) => string ?? ' ')
    .replace(
      /("[^"]*"|'[^']*')|;? ?([{};,]|: ) ?/g,
      (match, string, mark) => string ?? mark.trim(),
    );
}

/** One space stays where there was any, so that no two words or inline elements join. */
function smallHTML(html) {
  return html.replace(/<!--.*?-->/gs, '').replace(/[ \t\r\n]+/g, ' ');
}

function visit(node, enter) {
  if (Array.isArray(node)) node.forEach((child) => visit(child, enter));
  else if (typeof node?.type === 'string') {
    enter(node);
    Object.values(node).forEach((child) => visit(child, enter));
  }
}

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

const elements = (name, input) => ({
  input,
  output: { file: `${FOLDER}/${name}.js`, format: 'es' },
  plugins: [beside(), later(), resolve(), smallTemplates(), minify(true), notices('tui-presence')],
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
    plugins: [beside(), minify(true)],
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
      resolve(),
      smallTemplates(),
      minify(false),
      notices('tui-presence'),
      integrity(),
    ],
  },
];

export default bundles.map((bundle) => ({ ...bundle, onLog }));
