import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { PAGE_LIBRARIES, pageLibrary } from '../support/page-libraries.js';
import { openServedPages } from './support/served-pages.js';
import type { ServedFile, ServedPages } from './support/served-pages.js';

const OURS = '<script src="/dist/cdn/tui-presence.iife.js"></script>';

/** The scripts of a page, with the library in the place of THEIRS. */
const ORDERS = {
  before: `THEIRS<script>snapshot()</script>${OURS}`,
  after: `${OURS}THEIRS`,
};

/** What pages do with each library; whatever is not true is a fault. */
const USES: Record<string, string> = {
  'Prototype.js 1.7.3': `({
    extends: Object.isFunction($('talks').visible) && $('talks').hide().visible() === false &&
      $('talks').show().visible(),
    finds: $$('#theirs b').invoke('addClassName', 'found').pluck('className').join() ===
      'found,found',
    builds: new Element('i', { title: 'x' }).update('<u>y</u>').down('u').innerHTML === 'y',
    iterates: $A(document.querySelectorAll('#theirs b')).map((b) => b.innerHTML).join() === '1,2',
    hashes: $H({ a: 1, b: 2 }).keys().join() === 'a,b',
    binds: (function (a, b) { return this.c + a + b; }).bind({ c: 1 }, 2)(3) === 6,
    converts: Object.toJSON({ a: [1, 'b'] }) === '{"a":[1,"b"]}' &&
      '{"a":1}'.evalJSON().a === 1,
    inherits: new (Class.create({ initialize() { this.a = 1; } }))().a === 1,
    observes: (() => {
      let calls = 0;
      $('theirs').observe('presence:test', () => (calls += 1)).fire('presence:test');
      return calls === 1;
    })(),
  })`,
  'MooTools 1.4.5': `({
    extends: document.id('list').get('tag') === 'tui-contact-list' &&
      document.id('list').setStyle('opacity', 1).getStyle('opacity') == 1,
    finds: $$('#theirs b').addClass('found').get('class').join() === 'found,found',
    builds: new Element('i', { html: '<u>y</u>' }).getElement('u').get('text') === 'y',
    iterates: Array.from(document.querySelectorAll('#theirs b')).map((b) => b.innerHTML).join() ===
      '1,2',
    binds: (function (a) { return this.c + a; }).bind({ c: 1 })(2) === 3,
    converts: JSON.encode({ a: [1, 'b'] }) === '{"a":[1,"b"]}' && JSON.decode('{"a":1}').a === 1,
    inherits: new (new Class({ initialize() { this.a = 1; } }))().a === 1,
    observes: (() => {
      let calls = 0;
      document.id('theirs').addEvent('test', () => (calls += 1)).fireEvent('test');
      return calls === 1;
    })(),
  })`,
  'MooTools 1.5.2 for servers': `({
    iterates: Array.from(document.querySelectorAll('#theirs b')).map((b) => b.innerHTML).join() ===
      '1,2',
    inherits: new (new Class({ initialize() { this.a = 1; } }))().a === 1,
    extends: [1, 2].contains(2) && 'a-b'.camelCase() === 'aB' && Function.from(3)() === 3,
  })`,
};

/** Names what each built-in of the page is now, so that it can be compared later. */
const SNAPSHOT = `() => {
  const all = [Array, String, Number, Function, Object, JSON, Date, RegExp, Promise, Map, Set,
    Element, HTMLElement, Node, Event, EventTarget, Document, CustomElementRegistry];
  globalThis.builtIns ??= [...all, ...all.map(({ prototype }) => prototype).filter(Boolean)].map(
    (holder) => [holder, Object.getOwnPropertyDescriptors(holder)]);
}`;

const CHANGED = `() => builtIns.flatMap(([holder, before]) => {
  const now = Object.getOwnPropertyDescriptors(holder);
  return [...new Set([...Reflect.ownKeys(before), ...Reflect.ownKeys(now)])].filter((name) =>
    ['value', 'get', 'set'].some((part) => !Object.is(before[name]?.[part], now[name]?.[part]))).map(String);
})`;

/** Three hundred contacts and their conversations, in memory. */
const MEMORY = `<script>
  var contacts = [];
  for (var i = 0; i < 300; i++) contacts.push({ userID: i ? 'user' + i : 'ana', name: 'Ana ' + i });
  var conversations = contacts.map(function (each, i) {
    return { conversationID: 'C2C' + each.userID, type: 'c2c', userID: each.userID, name: each.name,
      unreadCount: i, isPinned: false, isMuted: false };
  });
  var source = new TuiPresence.MemorySource({ contacts, conversations, displayOnlineStatus: true });
  source.setStatus('ana', 'online');
  source.connect();
</script>`;

const FILES: Record<string, ServedFile> = {
  '/': { body: '<!doctype html><title>Libraries</title>' },
};

/** A page with a library and the elements, and with what stands after them. */
function pageWith(library: string, order: keyof typeof ORDERS, rest = ''): string {
  const script = `/library-${PAGE_LIBRARIES.indexOf(library)}.js`;
  const path = `/page-${Object.keys(FILES).length}.html`;
  const type = 'text/javascript; charset=utf-8';
  FILES[script] ??= { body: pageLibrary(library), type };
  FILES[path] = {
    body: `<!doctype html><html lang="en"><script>globalThis.snapshot = ${SNAPSHOT}</script>
${ORDERS[order].replace('THEIRS', `<script src="${script}"></script>`)}
<p id="theirs"><b>1</b><b>2</b></p>
<tui-online-dot id="dot" user-id="ana"></tui-online-dot>
<tui-contact-list id="list" style="height: 400px" order="status" searchable></tui-contact-list>
<tui-conversation-list id="talks" style="height: 300px"></tui-conversation-list>
<tui-own-status id="own"></tui-own-status>
<tui-person id="person" user-id="ana"></tui-person>
<tui-avatar-stack id="stack" count></tui-avatar-stack>
${rest}`,
  };
  return path;
}

describe('a page whose library replaces built-ins', () => {
  let tui: ServedPages;

  before(async () => {
    tui = await openServedPages(FILES);
  });

  beforeEach(() => {
    tui.errors.splice(0);
  });

  after(() => tui.close());

  /** What does not work of the library. */
  const failedUses = async (library: string) => {
    const uses = (await tui.page.evaluate(`(${USES[library]})`)) as Record<string, boolean>;
    return Object.entries(uses).filter(([, isTrue]) => !isTrue);
  };

  const listed = () => tui.page.locator('#list [data-status=online]').first().waitFor();

  for (const library of PAGE_LIBRARIES) {
    for (const order of ['before', 'after'] as const) {
      const inMemory = pageWith(library, order, MEMORY);
      const bare = pageWith(library, order);

      describe(`${library}, ${order} the script`, () => {
        test('has elements that draw, follow, search and select', async () => {
          const { page } = tui;
          await page.goto(tui.url + inMemory);
          await page.locator('#dot[status=online]').waitFor();
          const list = page.locator('#list');
          await list.getByRole('option', { name: 'Ana 0, online' }).waitFor();
          await page.evaluate("source.setStatus('user7', 'online')");
          await list.getByRole('option', { name: 'Ana 7, online' }).waitFor();
          await page.locator('#talks [role=option]').nth(3).waitFor();
          await page.locator('#person [data-status=online]').waitFor();
          await page.locator('#stack [part=count]', { hasText: '2 of 300 online' }).waitFor();
          await page.locator('#stack [part=more]').click();
          await page.locator('#stack [role=option]').nth(3).waitFor();
          await page.keyboard.press('Escape');
          await list.locator('[part=search]').fill('ana 299');
          await page.evaluate(`document.getElementById('list').addEventListener(
            'tui-contact-select', ({ userID }) => (globalThis.selected = userID))`);
          await list.getByRole('option', { name: 'Ana 299' }).click();
          assert.equal(await page.evaluate('selected'), 'user299');
          await list.locator('[part~=row-selected]').waitFor();
          assert.deepEqual(tui.errors, []);
        });

        test('sets the own status, and sends its event', async () => {
          const { page } = tui;
          await page.goto(tui.url + inMemory);
          await page.evaluate(`document.getElementById('own').addEventListener(
            'tui-own-status-change', ({ customStatus }) => (globalThis.changed = customStatus))`);
          await page.locator('#own [part=button]').click();
          await page.getByRole('menuitemradio', { name: 'In a meeting' }).click();
          await page.waitForFunction("globalThis.changed === 'In a meeting'");
          assert.deepEqual(tui.errors, []);
        });

        test('logs in, shows the truth, still has its own ways, and logs out', async () => {
          const { page, server } = tui;
          await page.goto(tui.url + bare);
          await page.evaluate(`(async () => {
            // In an order in which a row that changes stays where it is.
            document.getElementById('list').order = 'name';
            globalThis.session = await TuiPresence.login({
              SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback',
              proxyServer: 'ws://' + location.host,
            });
          })()`);
          const rows = page.locator('#list [role=option][data-freshness=live]');
          await rows.first().waitFor();
          const userID = (await rows.first().getAttribute('data-user-id'))!;
          const row = `#list [data-user-id="${userID}"]`;
          for (const [status, shown] of [
            [1, 'online'],
            [2, 'offline'],
            [1, 'online'],
          ] as const) {
            server.world.setStatus(userID, { status });
            await page.waitForFunction(
              `TuiPresence.presence.presenceOf('${userID}').status === '${shown}'`,
            );
          }
          // On a slow machine names have come after the rows.
          await page.evaluate(`document.getElementById('list').scrollToContact('${userID}')`);
          await page.locator(`${row}[data-status=online]`).waitFor();
          await page.locator('#talks [role=option]').first().waitFor();
          assert.deepEqual(await failedUses(library), []);
          await page.evaluate('session.logout()');
          await rows.first().waitFor({ state: 'detached' });
          assert.deepEqual(tui.errors, []);
        });

        test('works itself as it does without the script', async () => {
          await tui.page.goto(tui.url + inMemory);
          await listed();
          assert.deepEqual(await failedUses(library), []);
          await listed();
          assert.deepEqual(tui.errors, []);
        });
      });
    }

    test(`${library} keeps each built-in as it has made it`, async () => {
      await tui.page.goto(tui.url + pageWith(library, 'before', MEMORY));
      await listed();
      assert.deepEqual(await tui.page.evaluate(`(${CHANGED})()`), []);
    });
  }
});
