import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PAGES = fileURLToPath(new URL('server/', import.meta.url));

/** Development forms say of themselves that they are such. */
const QUIET = /Lit is in dev mode|React DevTools|development build of Vue/;

/**
 * Renders a page by the framework's own server rendering, in one file that Vite has bundled for a
 * server, and lets the framework hydrate it in a browser, where its development form complains of every
 * mismatch.
 *
 * @param {import('./host-app.js').HostApp} app installed, with Vite
 * @param {import('playwright-core').Browser} browser
 */
export async function rendersOnServer(app, browser) {
  const pages = join(app.folder, 'src/server');
  cpSync(join(PAGES, app.name), pages, { recursive: true });
  for (const file of ['people.js', 'live.js']) cpSync(join(PAGES, file), join(pages, '..', file));
  const entry = (name) =>
    join(
      pages,
      readdirSync(pages).find((file) => file.startsWith(`${name}.`)),
    );

  const onServer = { ssr: { noExternal: true }, build: { ssr: entry('server') } };
  await bundle(app, 'on-server', 'production', onServer);
  const rendered = (await app.run('node', ['on-server/server.js'])).trim();
  // And not a word besides.
  assert.match(rendered, /^<[^]*>$/);
  assert.match(rendered, /<tui-online-dot [^>]*user-id="ana"/);

  const output = { entryFileNames: 'client.js' };
  await bundle(app, 'in-browser', 'development', {
    build: { rollupOptions: { input: entry('client'), output } },
  });
  const script = readFileSync(join(app.folder, 'in-browser/client.js'), 'utf8');
  await hydrates(rendered, script, browser);
}

async function bundle(app, folder, mode, options) {
  const path = join(app.folder, 'node_modules/vite/dist/node/index.js');
  const vite = await import(pathToFileURL(path).href);
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = mode;
  try {
    await vite.build({
      root: app.folder,
      mode,
      logLevel: 'error',
      ...options,
      build: { ...options.build, outDir: folder, minify: false },
    });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

async function hydrates(rendered, script, browser) {
  const html = `<!doctype html><html lang="en"><link rel="icon" href="data:," />
    <style>tui-contact-list { height: 20rem }</style><div id="app">${rendered}</div>
    <script>globalThis.sent = document.querySelectorAll('#dot, #list')</script>
    <script type="module" src="/client.js"></script>`;
  const http = createServer((request, response) => {
    const isScript = request.url === '/client.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? script : html);
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage();
  try {
    page.setDefaultTimeout(15_000);
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      if (['error', 'warning'].includes(message.type()) && !QUIET.test(text)) complaints.push(text);
    });
    await page.goto(`http://127.0.0.1:${http.address().port}`);
    await page.locator('#dot[status=online]').waitFor();
    await page.locator('#list [data-user-id=ana][data-status=online]').waitFor();
    await page.locator('#list [data-user-id=ben][data-status=offline]').waitFor();
    await page.locator('#list [part=search]').waitFor();
    await page.locator('#list [role=option]').nth(1).click();
    await page.locator('output').getByText('ben').waitFor();
    const areKept = '[...globalThis.sent].every((element) => element.isConnected)';
    assert.equal(await page.evaluate(areKept), true);
    assert.deepEqual(complaints, []);
  } finally {
    await page.close();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  }
}
