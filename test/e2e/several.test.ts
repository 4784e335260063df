import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { TAGS } from '../support/tags.js';
import { openServedPages } from './support/served-pages.js';
import type { ServedFile, ServedPages } from './support/served-pages.js';

const ELEMENTS = '<tui-online-dot user-id="ana"></tui-online-dot>';
const MODULE = '/dist/cdn/tui-presence.js';
const CLASSIC = '<script src="/dist/cdn/tui-presence.iife.js"></script>';

let tui: ServedPages;

afterEach(async () => {
  await tui.close();
});

/** Opens a page with this markup, and this module after it. */
function open(
  body: string,
  script: string,
  files: Record<string, ServedFile> = {},
): Promise<ServedPages> {
  const text = `<!doctype html><html lang="en">${body}<script type="module">${script}</script>`;
  return openServedPages({ '/': { body: text }, ...files });
}

/** What a source knows of Ana, and that the page wants to see it. */
const ANA = `new MemorySource({
  displayOnlineStatus: true, contacts: [{ userID: 'ana', name: 'Ana' }],
})`;

/** The official login of the engine's own names, after which statuses are shown. */
const LOG_IN = `
      const { TUILogin, TUIChatEngine } = engine;
      const session = { SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback' };
      one.presence.switchUserStatus({ displayOnlineStatus: true });
      await TUILogin.login({ ...session, proxyServer: 'ws://' + location.host });
      await TUIChatEngine.login({ ...session, chat: TUILogin.getContext().chat });`;

function isQuiet(): void {
  assert.deepEqual(tui.errors, []);
  assert.deepEqual(tui.warnings, []);
}

describe('two copies on a page', () => {
  for (const [name, first, second] of [
    ['two modules', `import * as one from '${MODULE}';`, `import * as two from '${MODULE}?copy';`],
    ['a script and a module', 'const one = TuiPresence;', `import * as two from '${MODULE}';`],
  ] as const) {
    test(`${name} share the controller and register each tag once`, async () => {
      tui = await open(
        (first.startsWith('const') ? CLASSIC : '') + ELEMENTS,
        `${first} ${second}
        const { MemorySource } = two;
        const source = ${ANA};
        source.setStatus('ana', 'online');
        source.connect();
        globalThis.copies = [one, two];`,
      );
      await tui.page.locator('tui-online-dot[status=online]').waitFor();
      const [areShared, owners] = await tui.page.evaluate((tags) => {
        const [one, two] = globalThis.copies;
        const classes = Object.values<unknown>(one!);
        return [
          one !== two && one!.presence === two!.presence,
          tags.map((tag) => classes.includes(customElements.get(tag))),
        ];
      }, TAGS);
      assert.equal(areShared, true);
      assert.deepEqual(
        owners,
        TAGS.map(() => true),
      );
      isQuiet();
    });
  }

  test('the same engine connected by both asks the service once', async () => {
    tui = await open(
      '<tui-online-dot></tui-online-dot>',
      `import * as one from '${MODULE}';
      import * as two from '${MODULE}?copy';
      import * as engine from '/dist/cdn/tui-presence-engine.js';
      const stop = one.connect(engine);
      two.connect(engine);
      stop();
      ${LOG_IN}`,
    );
    // The engine asks for conversation partners by itself.
    const { friends, conversations } = tui.server.world.account('alice');
    const friend = [...friends.keys()].find((userID) =>
      conversations.every(({ id }) => id !== userID),
    );
    await tui.page.evaluate((userID) => {
      document.querySelector('tui-online-dot')!.userId = userID!;
    }, friend);
    await tui.page.locator('tui-online-dot[freshness=live]').waitFor();
    const asked = tui.server.ledger.frames.filter(
      ({ servcmd, direction, body }) =>
        servcmd === 'im_open_status.ws_status_subscribe' &&
        direction === 'in' &&
        (body as { To_Account: string[] }).To_Account.includes(friend!),
    );
    assert.equal(asked.length, 1);
    isQuiet();
  });

  test('the same classic script twice changes nothing', async () => {
    tui = await open(
      CLASSIC + ELEMENTS + CLASSIC,
      `const { MemorySource } = TuiPresence;
      const source = ${ANA};
      source.setStatus('ana', 'online');
      source.connect();`,
    );
    await tui.page.locator('tui-online-dot[status=online]').waitFor();
    isQuiet();
  });
});

describe('an element elsewhere', () => {
  test('in an iframe has a presence of its own', async () => {
    const frame = `<!doctype html>${ELEMENTS}<script type="module">
      import { MemorySource } from '${MODULE}';
      const source = ${ANA};
      source.setStatus('ana', 'offline');
      source.connect();
    </script>`;
    tui = await open(
      `${ELEMENTS}<iframe src="/frame.html"></iframe>`,
      `import { MemorySource } from '${MODULE}';
      const source = ${ANA};
      source.setStatus('ana', 'online');
      source.connect();`,
      { '/frame.html': { body: frame } },
    );
    await tui.page.locator('tui-online-dot[status=online]').waitFor();
    await tui.page.frameLocator('iframe').locator('tui-online-dot[status=offline]').waitFor();
    isQuiet();
  });

  test('in another shadow root shows, speaks and tells as anywhere', async () => {
    tui = await open(
      '<my-panel lang="de"></my-panel>',
      `import { MemorySource } from '${MODULE}';
      customElements.define('my-panel', class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' }).innerHTML =
            '<style>tui-contact-list { height: 20rem } ::part(name) { font-size: 31px }</style>' +
            '<tui-contact-list></tui-contact-list>';
        }
      });
      document.querySelector('my-panel').lang = 'ja';
      addEventListener('tui-contact-select', (event) => {
        globalThis.seen = [event.userID, event.target.localName];
      });
      const source = ${ANA};
      source.setStatus('ana', 'online');
      source.connect();`,
    );
    const row = tui.page.locator('tui-contact-list [role=option]');
    await tui.page.getByRole('option', { name: /^Ana.*オンライン/ }).waitFor();
    await tui.page.locator('tui-contact-list [role=listbox][aria-label=連絡先]').waitFor();
    const size = await row
      .locator('[part=name]')
      .evaluate((name) => getComputedStyle(name).fontSize);
    assert.equal(size, '31px');
    await row.click();
    assert.deepEqual(await tui.page.evaluate(() => globalThis.seen), ['ana', 'my-panel']);
    isQuiet();
  });
});

/** A window has frames of its own: what its opener observes is reported in the frames of the opener. */
describe('an element in a pop-up window', () => {
  test('is filled with rows when it grows, and when it is moved', async () => {
    tui = await open(
      '',
      `import { MemorySource } from '${MODULE}';
      const contacts = Array.from({ length: 300 }, (_, at) => ({ userID: 'user' + at }));
      new MemorySource({ displayOnlineStatus: true, contacts }).connect();
      globalThis.fill = (popup) => {
        const list = document.createElement('tui-contact-list');
        list.style.height = '150px';
        popup.document.body.append(list);
      };`,
    );
    const [popup] = await Promise.all([
      tui.page.waitForEvent('popup'),
      tui.page.evaluate('fill(open("about:blank", "", "popup"))'),
    ]);
    popup.setDefaultTimeout(15_000);
    // Asked in the frames of the pop-up: a question to its opener would give that one a frame.
    const rowAt = (y: number) =>
      popup.waitForFunction((top) => {
        const root = document.querySelector('tui-contact-list')!.shadowRoot!;
        const { left } = root.host.getBoundingClientRect();
        return root.elementFromPoint(left + 100, top)?.closest('[role=option]');
      }, y);
    await rowAt(100);
    await popup.evaluate(() => {
      document.querySelector('tui-contact-list')!.style.height = '550px';
    });
    await rowAt(500);
    await popup.evaluate(() => {
      const list = document.querySelector('tui-contact-list')!;
      const scroller = list.shadowRoot!.querySelector('[part=list]')!;
      scroller.scrollTop = 3000;
      scroller.addEventListener('scroll', () => document.body.append(list), { once: true });
    });
    await rowAt(500);
    isQuiet();
  });
});

describe('a page that makes a mistake', () => {
  test('connects two engines: the first stays, and the console says so', async () => {
    tui = await open(
      ELEMENTS,
      `import * as one from '${MODULE}';
      import * as engine from '/dist/cdn/tui-presence-engine.js';
      import * as other from '/dist/cdn/tui-presence-engine.js?other';
      one.connect(engine);
      one.connect(other)();
      document.querySelector('tui-online-dot').userId = 'bob';
      ${LOG_IN}`,
    );
    await tui.page.locator('tui-online-dot[status=not-logged-in]').waitFor();
    assert.equal(tui.warnings.length, 1);
    assert.match(tui.warnings[0]!, /another engine is connected already and stays/);
    assert.deepEqual(tui.errors, []);
  });

  test('connects what is no engine: the error says what is missing', async () => {
    tui = await open(
      ELEMENTS,
      `import { connect } from '${MODULE}';
      import { TUIStore, StoreName, TUIChatEngine } from '/dist/cdn/tui-presence-engine.js';
      try {
        connect({ TUIStore, StoreName, TUIChatEngine });
      } catch (error) {
        globalThis.seen = [error.name, error.message];
      }`,
    );
    await tui.page.waitForFunction(() => globalThis.seen);
    const [name, message] = await tui.page.evaluate(() => globalThis.seen);
    assert.equal(name, 'TypeError');
    assert.match(message!, /this lacks TUIUserService\.$/);
  });
});

test('a browser without adopted style sheets draws all the same and says nothing', async () => {
  tui = await open(
    `<script>delete Document.prototype.adoptedStyleSheets;
    delete ShadowRoot.prototype.adoptedStyleSheets;</script>
    <tui-online-dot status="online"></tui-online-dot><tui-contact-list></tui-contact-list>`,
    `import { MemorySource } from '${MODULE}';
    const source = ${ANA};
    source.setStatus('ana', 'online');
    source.connect();`,
  );
  await tui.page.getByRole('option', { name: 'Ana, online' }).waitFor();
  const box = await tui.page.locator('body > tui-online-dot').boundingBox();
  assert.deepEqual([box!.width, box!.height], [12, 12]);
  assert.deepEqual(tui.warnings, []);
  assert.deepEqual(tui.errors, []);
});

declare global {
  var seen: string[];
}
