/**
 * `npm run docs`: the playground and the pages to copy as one folder of static files, which any web
 * host can serve under any path. Where `npm start` has a server, the site has a world in memory: the
 * playground a source driven by hand, the pages that log in the chat server inside the page.
 * Needs a build.
 */
import { readdirSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const project = fileURLToPath(new URL('../', import.meta.url));

/** Scripts and styles, but for what needs the demo's server or makes the site. */
const isOfPages = (/** @type {string} */ name) =>
  /\.(css|js)$/.test(name) && !['server-world.js', 'site.js'].includes(name);

const scripts = readdirSync(new URL('.', import.meta.url)).filter(isOfPages);

const copied = {
  'demo/': [
    ...['index.html', 'cloud.html', 'icon.svg', 'pages', 'hosts/classic', 'hosts/import-map'],
    ...scripts,
    ...(await serverModules()),
  ],
  '': ['dist/cdn', 'LICENSE'],
};

/** The pages that log in, each with its way to the root. */
const loggingIn = {
  'pages/smallest.html': '../',
  'pages/own-engine.html': '../',
  'hosts/classic/index.html': '../../',
  'hosts/import-map/index.html': '../../',
};

/** What `/session` of the demo's server answers; the address does not exist. */
const session = {
  SDKAppID: 1400000001,
  userID: 'alice',
  userSig: 'loopback',
  proxyServer: 'ws://chat.invalid',
};

/**
 * @param {string} folder that is emptied and filled
 */
export async function buildSite(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [from, names] of Object.entries(copied)) {
    for (const name of names) {
      await cp(join(project, from, name), join(folder, name), { recursive: true });
    }
  }
  await build({
    entryPoints: [join(project, 'demo/server/in-page.js')],
    outfile: join(folder, 'chat-in-page.js'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  await writeFile(join(folder, 'session'), JSON.stringify(session));
  await edit(folder, 'index.html', (html) =>
    replaced(html, 'data-world="server"', 'data-world="memory"'),
  );
  for (const [page, root] of Object.entries(loggingIn)) {
    const script = `<!-- Only here: a chat server inside the page. -->
    <script src="${root}chat-in-page.js"></script>
  </head>`;
    await edit(folder, page, (html) =>
      replaced(html, '</head>', script)
        .replaceAll('"/dist/', `"${root}dist/`)
        .replace(".get('server')", `.get('server') ?? '${session.proxyServer}'`),
    );
  }
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {(text: string) => string} change
 */
async function edit(folder, name, change) {
  const file = join(folder, name);
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/**
 * @param {string} text
 * @param {string} old
 * @param {string} next
 */
function replaced(text, old, next) {
  if (!text.includes(old)) throw new Error(`There is no ${old} to replace.`);
  return text.replace(old, next);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildSite(join(project, 'site'));
  console.log('The site is in site/: serve it from any folder of any web host.');
}

/** The modules of the server that the pages' own scripts import, such as the world in memory. */
async function serverModules() {
  const { metafile } = await build({
    absWorkingDir: join(project, 'demo'),
    entryPoints: scripts.filter((name) => name.endsWith('.js')),
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    outdir: '.',
    external: ['./dist/*'],
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs).filter((name) => name.startsWith('server/'));
}
