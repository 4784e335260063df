import assert from 'node:assert/strict';
import { appendFileSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PAGE = `<!doctype html><link rel="icon" href="data:," /><tui-online-dot status="online">
</tui-online-dot><script type="module" src="/src/hot.js"></script>`;

const MODULE = `import './elements/elements/define.js';
globalThis.runs = (globalThis.runs ?? 0) + 1;
import.meta.hot.accept();
`;

/** Lit's own word in development. */
const LIT = 'Lit is in dev mode';

/**
 * Lets Vite's development server replace a module of ours, as if the elements were sources of the
 * app: they are registered twice then, by two classes.
 *
 * @param {import('./host-app.js').HostApp} app installed, with Vite
 * @param {import('playwright-core').Browser} browser
 */
export async function replacesHot(app, browser) {
  const sources = join(app.folder, 'src/elements');
  cpSync(join(app.folder, 'node_modules/tui-presence/dist'), sources, { recursive: true });
  writeFileSync(join(app.folder, 'hot.html'), PAGE);
  writeFileSync(join(app.folder, 'src/hot.js'), MODULE);
  const vite = await import(
    pathToFileURL(join(app.folder, 'node_modules/vite/dist/node/index.js')).href
  );
  const server = await vite.createServer({
    root: app.folder,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0 },
  });
  await server.listen();
  const page = await browser.newPage();
  try {
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      if (['error', 'warning'].includes(message.type()) && !text.startsWith(LIT)) errors.push(text);
    });
    const { port } = server.httpServer.address();
    await page.goto(`http://127.0.0.1:${port}/hot.html`);
    await page.waitForFunction(() => globalThis.runs === 1);
    // Vite reloads a page once when it finds a dependency it had not known: only then is it quiet.
    await page.locator('tui-online-dot[status=online][freshness]').waitFor();
    appendFileSync(join(sources, 'elements/tui-online-dot.js'), '\n// changed\n');
    await page.waitForFunction(() => globalThis.runs === 2);
    await page.evaluate(() => {
      const { document } = globalThis;
      const dot = document.createElement('tui-online-dot');
      dot.status = 'offline';
      document.body.append(dot);
    });
    await page.locator('tui-online-dot[status=offline][freshness]').waitFor();
    assert.deepEqual(errors, []);
  } finally {
    await page.close();
    await server.close();
  }
}
