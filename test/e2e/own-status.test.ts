import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { namedNodesOf } from './support/accessibility-tree.js';
import { openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';

// The own status with the real SDK, on the loopback chat server, and what others see of it.

const COMMAND = 'im_open_status.ws_set_custom_status';

/** `/?user=bob&lang=ja` logs a user in and shows the own status and the friends. */
const PAGE = `<!doctype html><a href="#" id="before">Before</a>
  <tui-own-status></tui-own-status> <a href="#" id="after">After</a>
  <tui-contact-list></tui-contact-list><script type="module" src="/page.js"></script>`;

const SCRIPT = `
  import { login, presence } from '/dist/cdn/tui-presence.js';
  const parameters = new URLSearchParams(location.search);
  document.documentElement.lang = parameters.get('lang') ?? 'en';
  // In minutes: the second one ends after three seconds.
  if (parameters.has('short')) {
    document.querySelector('tui-own-status').choices = [{ text: 'Lunch', clearAfter: 0.05 }];
  }
  presence.switchUserStatus({ displayOnlineStatus: true });
  globalThis.changes = [];
  addEventListener('tui-own-status-change', ({ customStatus }) => changes.push(customStatus));
  await login({
    SDKAppID: 1400000001, userID: parameters.get('user') ?? 'alice', userSig: 'loopback',
    proxyServer: 'ws://' + location.host, tabs: 'own',
  });`;

const POLICY =
  "default-src 'self'; connect-src 'self' CHAT; img-src 'self' https: data:; worker-src blob:";

let tui: ServedPages;
let page: Page;

beforeEach(async () => {
  tui = await openServedPages({
    '/': { body: '<!doctype html>' },
    '/page': { body: PAGE, policy: POLICY },
    '/page.js': { body: SCRIPT },
  });
  ({ page } = tui);
  const { world } = tui.server;
  world.setProfile('alice', { nick: 'Alice Adams' });
  world.addFriend('bob', 'alice');
});

afterEach(async () => {
  await tui.close();
});

const button = () => page.locator('tui-own-status [part=button]');
/** An item by the beginning of its name; some have a hint at its end. */
const item = (name: string) => page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) });
const words = (text: string) =>
  page.locator('tui-own-status [part=custom-status]', { hasText: text });

async function open(query = '', of = page): Promise<void> {
  await of.goto(`${tui.url}/page?${query}`);
  await of.locator('tui-own-status [part~=online-status-online]').first().waitFor();
}

async function choose(name: string): Promise<void> {
  await button().click();
  await item(name).click();
}

/** Waits until the service holds these words of Alice's. */
async function atService(text: string): Promise<void> {
  const { world } = tui.server;
  if (world.statusOf('alice').customStatus === text) return;
  await new Promise<void>((resolve) => {
    const stop = world.onChange(() => {
      if (world.statusOf('alice').customStatus !== text) return;
      stop();
      resolve();
    });
  });
}

const sent = () => tui.server.ledger.of('alice').calls[COMMAND]?.count ?? 0;

describe('the own status', { timeout: 60_000 }, () => {
  test('is at the service once it is chosen, and in the language of the reader', async () => {
    await open();
    await page.locator('tui-own-status [part=name]', { hasText: 'Alice Adams' }).waitFor();
    const bob = await page.context().browser()!.newPage();
    await open('user=bob&lang=ja', bob);
    await choose('In a meeting');
    await atService('In a meeting');
    const row = bob.locator('[data-user-id=alice][data-status=busy]');
    await row.waitFor();
    await row.getByText('会議中').waitFor();
    await bob.getByRole('option', { name: 'Alice Adams、会議中、取り込み中' }).waitFor();
    await page.waitForFunction(() => globalThis.changes.length === 1);
    assert.deepEqual(await page.evaluate(() => globalThis.changes), ['In a meeting']);
    assert.equal(sent(), 1);
    assert.deepEqual(await tui.violations(), []);
    assert.deepEqual(tui.errors, []);
  });

  test('is put back and said in words when the service refuses it', async () => {
    await open();
    tui.server.faults.add({ kind: 'fail', command: COMMAND, code: 2996, times: 1 });
    await choose('Out of office');
    const alert = page.locator('tui-own-status [role=alert]');
    await alert.getByText('Your status could not be changed.').waitFor();
    await words('Online').waitFor();
    assert.equal(sent(), 1);
    await page.getByRole('button', { name: 'Try again' }).click();
    await atService('Out of office');
    await words('Out of office').waitFor();
    assert.equal((await alert.textContent())!.trim(), '');
  });

  test('is cleared at the service after its time', async () => {
    await open('short');
    await choose('Lunch');
    await atService('Lunch');
    await atService('');
    await words('Online').waitFor();
    assert.deepEqual(await page.evaluate(() => globalThis.changes), ['Lunch']);
    assert.equal(sent(), 2);
  });

  test('stays over a reload, and is cleared after its time all the same', async () => {
    await open('short');
    await choose('Lunch');
    await atService('Lunch');
    await open();
    await atService('');
    await words('Online').waitFor();
    assert.deepEqual(
      await page.evaluate(() =>
        Object.keys(localStorage).filter((key) => key.includes('own-status')),
      ),
      [],
    );
  });

  test('that was set elsewhere while no page was open stays when the time of another is over', async () => {
    const { server } = tui;
    server.world.setStatus('alice', { customStatus: 'On holiday' });
    // The response is on its way while the page is drawn.
    server.faults.add({ kind: 'delay', ms: 1_000, command: 'ws_get_user_status' });
    await page.goto(`${tui.url}/`);
    await page.evaluate(() => {
      const lunch = { text: 'Lunch', clearAfter: 30, until: Date.now() - 60_000 };
      localStorage.setItem('tui-presence/own-status/alice', JSON.stringify(lunch));
    });
    await open();
    await page.waitForFunction(() => !localStorage.getItem('tui-presence/own-status/alice'));
    await words('On holiday').waitFor();
    assert.equal(server.world.statusOf('alice').customStatus, 'On holiday');
    assert.equal(sent(), 0);
  });

  test('is chosen by the keyboard alone', async () => {
    await open();
    await page.locator('#before').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const focused = () =>
      page.evaluate(() => {
        const { activeElement } = document.querySelector('tui-own-status')!.shadowRoot!;
        return (activeElement as HTMLElement | null)?.innerText.trim();
      });
    assert.equal(await focused(), 'Be right back');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'after');
    assert.equal(await item('Be right back').count(), 0);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('c');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('At the dentist');
    await page.keyboard.press('Enter');
    await atService('At the dentist');
    await words('At the dentist').waitFor();
    assert.match(`${await focused()}`, /At the dentist$/);
  });

  test('has the roles and names that assistive technology reads', async () => {
    await open();
    await choose('In a meeting');
    await words('In a meeting').waitFor();
    await page.locator('tui-own-status .busy').waitFor();
    await button().click();
    const nodes = await namedNodesOf(page);
    for (const node of [
      'button: Alice Adams, In a meeting, busy',
      'menu: Your status',
      'menuitemradio: In a meeting',
      'menuitemradio: Don’t clear',
      'menuitem: Clear status',
      'group: Clear after',
    ]) {
      assert.ok(nodes.includes(node), `${node} in ${nodes.join('; ')}`);
    }
    assert.equal(await item('In a meeting').getAttribute('aria-checked'), 'true');
  });
});

declare global {
  var changes: string[];
}
