import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { TAGS } from '../support/tags.js';
import { bundle } from './support/bundle.js';
import { read } from './support/document.js';
import { openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';

// Two builds of different versions on one page: a script from a CDN and an app's own bundle.

const { version: VERSION } = JSON.parse(read('package.json')) as { version: string };
const OTHER = '1.99.0';

const ELEMENTS = `<tui-online-dot user-id="ana"></tui-online-dot>
  <tui-contact-list></tui-contact-list><tui-conversation-list></tui-conversation-list>
  <tui-person user-id="ana"></tui-person><tui-avatar-stack user-ids="ana ben"></tui-avatar-stack>
  <tui-own-status></tui-own-status>`;

const CDN = '/dist/cdn/tui-presence.js';
const DOT = '/dist/cdn/tui-online-dot.js';
const APP = '/app.js';

const ONLINE = 1;
const NOT_LOGGED_IN = 3;

let tui: ServedPages;

afterEach(async () => {
  await tui.close();
});

/** Bundles a module as an app does, with the package in another version. */
const appBundle = (code: string): Promise<string> =>
  bundle(code, { file: /define-element\.js$/, from: `'${VERSION}'`, to: `'${OTHER}'` });

/** Opens a page that loads these modules one after the other, as `one` and `two`. */
async function open([one, two]: readonly string[], app: string, script: string): Promise<void> {
  const body = `<!doctype html><html lang="en">${ELEMENTS}
    <script type="module" src="${one}"></script>
    <script type="module" src="${two}"></script>
    <script type="module">
      import * as one from '${one}';
      import * as two from '${two}';
      globalThis.copies = [one, two];
      ${script}
    </script>`;
  tui = await openServedPages({ '/': { body }, [APP]: { body: await appBundle(app) } });
  await tui.page.waitForFunction('globalThis.isReady');
}

/** Feeds the shared controller with the source of the copy that came second. */
const MEMORY = `
  const source = new two.MemorySource({
    displayOnlineStatus: true,
    contacts: [{ userID: 'ana', name: 'Ana' }, { userID: 'ben', name: 'Ben' }],
    conversations: [{ conversationID: 'C2Cana', type: 'c2c', userID: 'ana', name: 'Ana' }],
  });
  source.setStatus('ana', 'online');
  source.setStatus('ben', 'offline');
  source.connect();
  Object.assign(globalThis, { source, isReady: true });`;

/** Waits until everything that shows Ana shows this status, in attributes and in words. */
async function anaIs(status: string, freshness = 'live'): Promise<void> {
  const { page } = tui;
  const dot = `tui-online-dot[user-id=ana][status=${status}][freshness=${freshness}]`;
  const spoken = new RegExp(`^Ana, .*${status}`);
  await page.locator(`body > ${dot}`).waitFor();
  await page.locator('tui-contact-list').getByRole('option', { name: spoken }).waitFor();
  await page.locator('tui-conversation-list').getByRole('option', { name: spoken }).waitFor();
  await page.locator('tui-person').getByText(new RegExp(status, 'i')).first().waitFor();
  await page.locator('tui-avatar-stack').getByRole('button', { name: spoken }).waitFor();
}

/** Which copy, the first or the second, has registered each tag. */
const owners = (tags: readonly string[]) =>
  tui.page.evaluate(
    (names) =>
      names.map((tag) => {
        const taken = customElements.get(tag)!;
        return globalThis.copies.findIndex((copy) => Object.values<unknown>(copy).includes(taken));
      }),
    tags,
  );

/** Everything that a page with two versions is to hold true, once it shows Ana online. */
async function worksAsOne(): Promise<void> {
  const areShared = await tui.page.evaluate(() => {
    const [one, two] = globalThis.copies;
    return one!.PresenceController !== two!.PresenceController && one!.presence === two!.presence;
  });
  assert.equal(areShared, true);
  await anaIs('online');
  await tui.page
    .locator('tui-contact-list')
    .getByRole('option', { name: 'Ben, offline' })
    .waitFor();
  await tui.page.evaluate("source.setStatus('ana', 'offline')");
  await anaIs('offline');
  await tui.page.evaluate('source.drop()');
  await anaIs('offline', 'stale');
  await tui.page.evaluate("source.restore(), source.setStatus('ana', 'online')");
  await anaIs('online');
  // An element that comes later, moved once.
  await tui.page.evaluate(() => {
    const dot = document.createElement('tui-online-dot');
    dot.userId = 'ana';
    document.body.prepend(dot);
    document.body.append(dot);
  });
  await tui.page.locator('tui-online-dot[user-id=ana][status=online]').nth(1).waitFor();
  assert.deepEqual(tui.errors, []);
}

describe('two versions on a page', () => {
  const whole = `export * from 'tui-presence'; import 'tui-presence/define';`;

  for (const order of [
    [APP, CDN],
    [CDN, APP],
  ]) {
    const [older, newer] = order[0] === APP ? [OTHER, VERSION] : [VERSION, OTHER];

    test(`share a controller and the elements of the first: ${order.join(', ')}`, async () => {
      await open(order, whole, MEMORY);
      assert.deepEqual(
        await owners(TAGS),
        TAGS.map(() => 0),
      );
      await worksAsOne();
      assert.deepEqual(tui.warnings, [
        `<tui-online-dot> is of tui-presence ${older} already, not of ${newer}.`,
      ]);
    });
  }

  for (const order of [
    [DOT, APP],
    [APP, CDN],
  ]) {
    const app =
      order[0] === DOT
        ? whole
        : `export * from 'tui-presence'; import './dist/elements/define/tui-online-dot.js';`;

    test(`share a controller, the dot of the first and the lists of the second: ${order.join(', ')}`, async () => {
      await open(order, app, MEMORY);
      assert.deepEqual(
        await owners(TAGS),
        TAGS.map((tag) => (tag === 'tui-online-dot' ? 0 : 1)),
      );
      await worksAsOne();
      assert.equal(tui.warnings.length, 1, tui.warnings.join('\n'));
      assert.match(tui.warnings[0]!, /^<tui-online-dot> is of tui-presence/);
    });
  }
});

describe('the elements of one version with the engine connected by another', () => {
  // It registers nothing.
  const app = `export * from 'tui-presence';`;

  for (const order of [
    [APP, CDN],
    [CDN, APP],
  ]) {
    test(`show what is true: ${order.join(', ')}`, async () => {
      const connecting = order[0] === APP ? 'one' : 'two';
      await open(
        order,
        app,
        `import * as engine from '/dist/cdn/tui-presence-engine.js';
        const { connect, presence } = ${connecting};
        presence.switchUserStatus({ displayOnlineStatus: true });
        globalThis.disconnect = connect(engine);
        const { TUILogin, TUIChatEngine } = engine;
        const session = { SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback' };
        await TUILogin.login({ ...session, proxyServer: 'ws://' + location.host });
        await TUIChatEngine.login({ ...session, chat: TUILogin.getContext().chat });
        globalThis.isReady = true;`,
      );
      const cdn = order.indexOf(CDN);
      assert.deepEqual(
        await owners(TAGS),
        TAGS.map(() => cdn),
      );

      const row = tui.page.locator('tui-contact-list').getByRole('option').first();
      const userID = (await row.getAttribute('data-user-id'))!;
      await tui.page.locator('body > tui-online-dot').evaluate((dot, id) => {
        (dot as import('../../elements/tui-online-dot.js').TuiOnlineDot).userId = id;
      }, userID);
      for (const [status, name] of [
        [ONLINE, 'online'],
        [NOT_LOGGED_IN, 'not-logged-in'],
        [ONLINE, 'online'],
      ] as const) {
        tui.server.world.setStatus(userID, { status });
        const dot = `tui-online-dot[user-id="${userID}"][status=${name}][freshness=live]`;
        await tui.page.locator(`body > ${dot}`).waitFor();
        const spoken = `[data-user-id="${userID}"][aria-label*=", ${name.replaceAll('-', ' ')}"]`;
        await tui.page.locator(`tui-contact-list ${spoken}`).waitFor();
      }

      await tui.page.evaluate('disconnect()');
      await tui.page.locator('tui-contact-list').getByRole('option').first().waitFor({
        state: 'detached',
      });
      assert.deepEqual(tui.errors, []);
      assert.deepEqual(tui.warnings, []);
    });
  }
});

declare global {
  var copies: (typeof import('../../elements/cdn.js'))[];
}
