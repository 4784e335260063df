import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import license from 'rollup-plugin-license';

// Bundles for pages without a build step, made from what tsc wrote to dist/.

const FOLDER = 'dist/cdn';

/** The files of the Tencent packages, of which `login` imports one when it is called (elements/cdn-login.ts). */
const PACKAGES = {
  'tui-presence-engine': 'dist/src/sources/engine/engine-packages.js',
  'tui-presence-chat': 'dist/src/sources/chat/chat-packages.js',
};

/** What lists with Chinese names load: a file of its own, which stands beside the others. */
const READINGS = 'tui-presence-pinyin';
const READINGS_INPUT = fileURLToPath(new URL('dist/src/contacts/pinyin.js', import.meta.url));

/** Lets Chromium compile all functions while the script loads. For other browsers it is a comment. */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/** Tencent's packages name this license and come without its text. */
const isc = (holder) => `ISC License

Copyright (c) ${holder}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee
is hereby granted, provided that the above copyright notice and this permission notice appear in all
copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE
INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE
FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM
LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION,
ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

/** The data of opencc-js is that of OpenCC, under a license that stands in a file of its own. */
function dataLicense({ name }) {
  if (name !== 'opencc-js') return '';
  const text = readFileSync(`node_modules/${name}/THIRD_PARTY_LICENSES.md`, 'utf8');
  return `\n\n${text.replaceAll('\n---\n', '')}`;
}

/** What a package says of itself, with the text of its license. */
function noticeOf(dependency) {
  if (dependency.licenseText) return dependency.text() + dataLicense(dependency);
  if (dependency.license !== 'ISC') throw new Error(`${dependency.name} has no license text.`);
  return `${dependency.text()}\nLicense Text:\n===\n\n${isc(dependency.author.name)}`;
}

/** Names what a bundle contains in its first lines, and writes the full texts beside it. */
function notices(name, hint = '') {
  return license({
    banner: {
      commentStyle: 'none',
      content: `${hint}/*!
 * <%= pkg.name %> <%= pkg.version %> (<%= pkg.license %>)<% dependencies.forEach((dependency) => { %>
 * <%= dependency.name %> <%= dependency.version %> (<%= dependency.license %>)<% }) %>
 * Full texts: ${name}.licenses.txt
 */`,
    },
    thirdParty: {
      output: {
        file: `${FOLDER}/${name}.licenses.txt`,
        template: (dependencies) => dependencies.map(noticeOf).join('\n\n---\n\n'),
      },
    },
  });
}

/**
 * ASCII only: the browser reads a classic script in the encoding of the page when the server names
 * none.
 */
const minify = (module, compress = true) =>
  terser({ ecma: 2022, module, compress, format: { ascii_only: true, comments: /^!/ } });

const resolve = () => nodeResolve({ browser: true });

const elements = (input, output) => ({
  input,
  external: [READINGS_INPUT],
  output: { ...output, paths: { [READINGS_INPUT]: `./${READINGS}.js` } },
  plugins: [resolve(), minify(output.format === 'es'), notices('tui-presence', COMPILE_HINT)],
});

/** Languages that a page loads by itself. */
const LANGUAGES = 'dist/src/i18n/languages';

/** What a bundle says of itself that contains nothing of others. */
const OWN = '<%= pkg.name %> <%= pkg.version %> (<%= pkg.license %>)';

/** A script for `<script>`, `<script type="module">` and `import`, before or after the main one. */
const language = (file) => ({
  input: `${LANGUAGES}/${file}`,
  // The strings register themselves: what the module exports is lost, and so is a name for it.
  output: { file: `${FOLDER}/i18n/${file}`, format: 'iife' },
  plugins: [minify(false), license({ banner: { commentStyle: 'ignored', content: OWN } })],
});

/**
 * A warning would mean a bundle that does not work; the helpers tsc writes ask for `this` in vain, and
 * a language needs no global.
 */
const EXPECTED = ['THIS_IS_UNDEFINED', 'MISSING_NAME_OPTION_FOR_IIFE_EXPORT'];

function onLog(level, log) {
  if (level === 'warn' && !EXPECTED.includes(log.code)) throw new Error(log.message);
}

const bundles = [
  ...Object.entries(PACKAGES).map(([name, input]) => ({
    input,
    output: { file: `${FOLDER}/${name}.js`, format: 'es' },
    // They come minified: compressing them again takes 15 s and gains half a percent.
    plugins: [resolve(), commonjs(), minify(true, false), notices(name)],
  })),
  {
    input: READINGS_INPUT,
    output: { file: `${FOLDER}/${READINGS}.js`, format: 'es' },
    plugins: [resolve(), minify(true), notices(READINGS)],
  },
  elements('dist/elements/cdn-online-dot.js', {
    file: `${FOLDER}/tui-online-dot.js`,
    format: 'es',
  }),
  elements('dist/elements/cdn.js', { file: `${FOLDER}/tui-presence.js`, format: 'es' }),
  elements('dist/elements/cdn.js', {
    file: `${FOLDER}/tui-presence.iife.js`,
    format: 'iife',
    name: 'TuiPresence',
    // A declaration is no global where a page has put the script into a function or a module.
    footer: 'globalThis.TuiPresence = TuiPresence;',
  }),
  ...readdirSync(LANGUAGES)
    .filter((file) => file.endsWith('.js'))
    .map(language),
];

export default bundles.map((bundle) => ({ ...bundle, onLog }));
