import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveElsewhere } from './support/elsewhere.js';
import { built, openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';
import { ROOT } from './support/watched-page.js';

const PUBLISHED = JSON.parse(built('cdn/integrity.json')) as Record<string, string>;
const CDN = 'https://cdn.example/tui-presence@1.1.0/';

/** What SECURITY.md says to write. */
const [, SNIPPET = ''] = /## Integrity\n[^]*?```html\n([^]*?)```/.exec(
  readFileSync(join(ROOT, 'SECURITY.md'), 'utf8'),
)!;

let cdn: Awaited<ReturnType<typeof serveElsewhere>>;
let tui: ServedPages;

before(async () => (cdn = await serveElsewhere()));

after(() => cdn.close());

afterEach(async () => {
  await tui.close();
});

/** The snippet with the addresses and values of this build, one of which may be wrong. */
function snippet(wrong?: string): string {
  return SNIPPET.replace(/https:\S+?\/([\w.-]+\.js)"[^]*?sha384-…/g, (text, name: string) => {
    assert.ok(PUBLISHED[name], name);
    const value = name === wrong ? `sha384-${'A'.repeat(64)}` : PUBLISHED[name];
    return text.replace(CDN, `${cdn.url}/`).replace('sha384-…', value);
  });
}

async function open(wrong?: string): Promise<void> {
  const script = `
    const { login } = await import('${cdn.url}/dist/cdn/tui-presence.js');
    globalThis.outcome = login({
      SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback',
      proxyServer: 'ws://' + location.host,
    }).then(({ userID }) => userID, ({ message }) => message);`;
  const body = `<!doctype html><tui-online-dot></tui-online-dot>${snippet(wrong)}
    <script type="module">${script}</script>`;
  tui = await openServedPages({ '/': { body } });
}

describe('the snippet with integrity', () => {
  test('loads every file of the build from another host, up to a login', async () => {
    const [script] = /<script\s+type="module"[^]*?<\/script>/.exec(SNIPPET)!;
    assert.ok(readFileSync(join(ROOT, 'README.md'), 'utf8').includes(script));
    await open();
    await tui.page.waitForFunction(() => globalThis.outcome);
    assert.equal(await tui.page.evaluate(() => globalThis.outcome), 'alice');
    assert.deepEqual(tui.errors, []);
  });

  test('refuses a script that is another', async () => {
    await open('tui-presence.js');
    await tui.page.waitForLoadState();
    assert.equal(
      await tui.page.evaluate(() => typeof customElements.get('tui-online-dot')),
      'undefined',
    );
    assert.match(tui.errors.join(), /integrity/);
  });

  test('refuses the SDK when its file is another, and the login says so', async () => {
    const name = 'tui-presence-engine.js';
    await open(name);
    await tui.page.waitForFunction(() => globalThis.outcome);
    const outcome = await tui.page.evaluate(() => globalThis.outcome);
    assert.ok(outcome!.includes(name), outcome);
    assert.match(tui.errors.join(), /integrity/);
  });
});

declare global {
  var outcome: Promise<string> | undefined;
}
