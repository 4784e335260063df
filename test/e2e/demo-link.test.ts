import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemoServer } from '../../demo/server/index.js';
import { launchChromium } from '../support/launch-chromium.js';
import { auditOf } from './support/audit.js';
import { fortyFriends, viewport } from './support/forty-friends.js';
import { WatchedPage } from './support/watched-page.js';

let browser: Browser;
let demo: Awaited<ReturnType<typeof startDemoServer>>;
let watched: WatchedPage;

before(async () => {
  browser = await launchChromium();
});

after(() => browser.close());

beforeEach(async () => {
  demo = await startDemoServer({ world: fortyFriends() });
  watched = await WatchedPage.open(browser, { viewport });
});

afterEach(async () => {
  await watched.close();
  await demo.close();
});

/** All that a visitor can have set, as the page shows it. */
const settings = ({ page }: WatchedPage) =>
  page.evaluate(() => {
    const [contacts, conversations] = [
      document.querySelector('tui-contact-list')!,
      document.querySelector('tui-conversation-list')!,
    ];
    const app = document.querySelector('#app')!;
    return {
      ...Object.fromEntries(
        [...document.querySelectorAll<HTMLInputElement>('main select, main input[name]')].map(
          ({ name, type, value, checked }) => [name, type === 'checkbox' ? String(checked) : value],
        ),
      ),
      paused: document.querySelector('[name=paused]')!.ariaPressed,
      tab: document.querySelector('[role=tab][aria-selected=true]')!.id,
      width: app.getBoundingClientRect().width,
      direction: getComputedStyle(app).direction,
      scheme: getComputedStyle(app).colorScheme,
      lang: document.documentElement.lang,
      lists: [contacts.order, contacts.groupBy, contacts.show, contacts.selected].join(),
      open: conversations.selected,
    };
  });

describe('a link to the playground', () => {
  it('restores all that was set', async () => {
    const { page } = watched;
    await page.goto(demo.url);
    await watched.showsTruth(demo.chat.world, 40);
    const [, someone] = await watched.rows();
    await page.click(`tui-contact-list [data-user-id="${someone!.userID}"]`);
    await page.selectOption('[name=status]', 'busy');
    await page.click('tui-conversation-list [data-conversation-id=C2Cbob]');
    const values = {
      rate: '0',
      talk: '2',
      delay: '300',
      instances: '2',
      theme: 'dark',
      lang: 'ja',
      dir: 'rtl',
      width: '360',
      density: 'cosy',
      order: 'name',
      group: 'initial',
      show: 'online',
    };
    for (const [name, value] of Object.entries(values)) {
      await page.selectOption(`[name=${name}]`, value);
    }
    await page.click('[name=paused]');
    await page.click('#tab-people');
    await page.waitForURL(/tab=people/);
    await page.waitForURL(/paused=on/);
    const set = await settings(watched);

    const other = await WatchedPage.open(browser, { viewport });
    await other.page.goto(page.url());
    await other.page.waitForSelector('#state[data-state=ready]');
    await other.page.waitForFunction(
      (userID) => document.querySelector('tui-contact-list')!.selected === userID,
      someone!.userID,
    );
    assert.deepEqual(await settings(other), set);
    assert.deepEqual(other.errors, []);
    await other.close();
  });

  it('carries nothing that was not touched, and ignores what it does not know', async () => {
    const { page } = watched;
    await page.goto(demo.url);
    await watched.showsTruth(demo.chat.world, 40);
    assert.equal(new URL(page.url()).search, '');
    const untouched = await settings(watched);
    await page.goto(`${demo.url}/?theme=pink&lang=xx&tab=nowhere&width=-5&order=&user=nobody`);
    await watched.showsTruth(demo.chat.world, 40);
    assert.deepEqual(await settings(watched), untouched);
    assert.deepEqual(watched.errors, []);
  });

  it('holds what was touched while the world was still loading', async () => {
    const { page } = watched;
    await page.context().grantPermissions(['clipboard-write']);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/server-world.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(demo.url);
    await page.selectOption('[name=theme]', 'dark');
    await page.fill('[name=contacts]', '0');
    await page.click('#copy');
    await page.waitForSelector('#copied >> text=Copied');
    release();
    await watched.showsTruth(demo.chat.world, 5);
    assert.equal(new URL(page.url()).search, '?theme=dark&contacts=0');
    assert.equal((await settings(watched)).scheme, 'dark');
    assert.deepEqual(watched.errors, []);
  });

  it('is copied by a button, or from a field where the browser refuses that', async () => {
    const { page } = watched;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(demo.url);
    await page.selectOption('[name=theme]', 'dark');
    await page.click('#copy');
    await page.waitForSelector('#copied >> text=Copied');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await page.click('#copy');
    await page.waitForSelector('#link:focus');
    assert.equal(await page.inputValue('#link'), page.url());
    assert.deepEqual(await auditOf(page), []);
  });
});

describe('the talk in the playground', () => {
  /** The last messages of all conversations in view. */
  const talk = () =>
    watched.page.evaluate(() =>
      [...document.querySelector('tui-conversation-list')!.shadowRoot!.querySelectorAll('.row')]
        .map((row) => row.querySelector('.line')!.textContent)
        .join('\n'),
    );

  const changes = (before: string) =>
    watched.until(async () => ((await talk()) === before ? ['nothing is said'] : []));

  it('goes on while one watches, and stands still under a pause', async () => {
    const { page } = watched;
    await page.clock.install();
    await page.goto(`${demo.url}/?world=memory&contacts=1&rate=0`);
    await page.waitForSelector('tui-conversation-list .row');
    const first = await talk();
    await page.clock.runFor(14_000);
    await changes(first);
    await page.click('[name=paused]');
    await page.clock.runFor(1_000);
    const paused = await talk();
    await page.clock.runFor(60_000);
    assert.equal(await talk(), paused);
    await page.click('[name=paused]');
    await page.clock.runFor(14_000);
    await changes(paused);
    assert.deepEqual(watched.errors, []);
  });

  it('comes from the chat server as well, with a draft and a mention', async () => {
    const { page } = watched;
    await page.goto(demo.url);
    const list = page.locator('tui-conversation-list');
    await list.locator('.mention', { hasText: 'Mentioned you' }).first().waitFor();
    await list.locator('.draft', { hasText: '[Draft]' }).waitFor();
    await page.selectOption('[name=talk]', '2');
    await changes(await talk());
    assert.deepEqual(watched.errors, []);
  });

  it('is read when a conversation is opened, and goes on when asked to', async () => {
    const { page } = watched;
    for (const world of ['server', 'memory']) {
      await page.goto(`${demo.url}/?world=${world}&talk=0&contacts=0`);
      const bob = page.locator('tui-conversation-list [data-user-id=bob]');
      await bob.click();
      await bob.locator('.unread', { hasText: /^$/ }).waitFor({ state: 'attached' });
      await page.click('tui-contact-list [data-user-id=bob]');
      await page.click('[name=write]');
      await bob.locator('.unread', { hasText: '1' }).waitFor();
    }
    assert.deepEqual(watched.errors, []);
  });
});

describe('the people in the playground', () => {
  for (const world of ['server', 'memory']) {
    it(`are shown alone, in stacks and in lists, in a world of the ${world}`, async () => {
      const { page } = watched;
      await page.goto(`${demo.url}/?world=${world}`);
      await page.waitForSelector('#state[data-state=ready]');
      await page.focus('#tab-lists');
      await page.keyboard.press('ArrowRight');
      await page.waitForSelector('#people:not([hidden])');
      assert.equal(await page.evaluate(() => document.activeElement!.id), 'tab-people');
      await watched.until(async () => {
        const statuses = await page.$$eval('#people tui-person', (all) =>
          all.map((person) => person.shadowRoot!.querySelector('[data-status]')),
        );
        return statuses.every(Boolean) && statuses.length > 9 ? [] : ['a person without status'];
      });
      await page
        .locator('#stack')
        .getByText(/^\d+ of \d+ online$/)
        .waitFor();
      await page
        .locator('#online')
        .getByText(/^\d+ of \d+ online$/)
        .waitFor();
      await watched.until(async () => {
        const online = (await watched.rows('#online-now')).map(({ status }) => status);
        const all = ['online', 'away', 'busy'];
        return online.length > 0 && online.every((status) => all.includes(status!))
          ? []
          : [`the online ones are ${online}`];
      });
      await page.locator('#crew [part=count]').waitFor();
      await page.locator('#crew .row').nth(3).waitFor();
      await page.locator('#people tui-own-status').getByText('Alice').waitFor();
      assert.match((await page.textContent('#markup'))!, /tui-avatar-stack/);
      assert.deepEqual(await auditOf(page), []);
      await page.setViewportSize({ width: 280, height: 3200 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      assert.equal(scrollWidth, clientWidth);
      assert.deepEqual(watched.errors, []);
    });
  }
});

test('members of a group are listed where the list was there before the login', async () => {
  const { page } = watched;
  await page.goto(`${demo.url}/?tab=people`);
  await page.locator('#crew .row').nth(3).waitFor();
  await page.locator('#crew [part=count]', { hasText: /^[1-9]/ }).waitFor();
});

describe('the languages of the playground', () => {
  it('are those of the bundle, and those whose files have been built', async () => {
    const { page } = watched;
    const offered = () =>
      page.$$eval('[name=lang] option', (all) =>
        all.map((one) => (one as HTMLOptionElement).value),
      );
    const shipped = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'ar'];
    await page.route('**/integrity.json', (route) => route.fulfill({ json: {} }));
    await page.goto(`${demo.url}/?world=memory`);
    await page.waitForSelector('#state[data-state=ready]');
    assert.deepEqual(await offered(), shipped);
    await page.route('**/integrity.json', (route) =>
      route.fulfill({ json: { 'i18n/de.js': 'sha384-x' } }),
    );
    await page.route('**/i18n/de.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `import { setStrings } from '/dist/cdn/tui-presence.js';
          setStrings('de', { search: 'Kontakte suchen' });`,
      }),
    );
    await page.goto(`${demo.url}/?world=memory&lang=de`);
    await page.waitForSelector('tui-contact-list input[placeholder="Kontakte suchen"]');
    assert.deepEqual(await offered(), [...shipped, 'de']);
    assert.deepEqual(watched.errors, []);
  });
});
