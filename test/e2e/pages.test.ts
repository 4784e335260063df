import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemoServer } from '../../demo/server/index.js';
import { makeWorld } from '../../demo/server/world.js';
import { launchChromium } from '../support/launch-chromium.js';
import { auditOf } from './support/audit.js';
import { ROOT, WatchedPage } from './support/watched-page.js';

const FOLDER = join(ROOT, 'demo/pages');

let browser: Browser;
let demo: Awaited<ReturnType<typeof startDemoServer>>;
let watched: WatchedPage;

before(async () => {
  browser = await launchChromium();
  demo = await startDemoServer({ world: makeWorld({ friends: 5, conversations: 3 }) });
});

after(async () => {
  await browser.close();
  await demo.close();
});

/** What a list's rows show, as text. */
async function shown(list?: string): Promise<string[]> {
  return (await watched.rows(list)).map(({ name, status }) => `${name}: ${status}`);
}

/** Waits until a list shows exactly this. */
function shows(expected: readonly string[], list?: string): Promise<void> {
  return watched.until(async () => {
    const rows = await shown(list);
    return rows.join() === expected.join() ? [] : [rows.join()];
  });
}

/** The persons on a page with their statuses, as text. */
const shownPersons = () =>
  watched.page.$$eval('tui-person', (all) =>
    all.map(({ shadowRoot }) => {
      const status = shadowRoot!.querySelector('[data-status]')?.getAttribute('data-status');
      return `${shadowRoot!.querySelector('.name')?.textContent}: ${status}`;
    }),
  );

const colorOf = (selector: string, property: string) =>
  watched.page.evaluate(
    ([where, name]) => getComputedStyle(document.querySelector(where!)!).getPropertyValue(name!),
    [selector, property],
  );

/** The point that each page makes. */
const POINTS: Record<string, () => Promise<void>> = {
  'smallest.html': () => watched.showsTruth(demo.chat.world, 5),

  async 'own-engine.html'() {
    await watched.showsTruth(demo.chat.world, 5);
    const friends = [...demo.chat.world.account('alice').friends.keys()];
    for (const userID of friends) demo.chat.world.setStatus(userID, { status: 1 });
    await watched.showsTruth(demo.chat.world, 5);
    await watched.page.waitForFunction(
      (least) => Number(document.querySelector('output')!.value) >= least,
      friends.length,
    );
  },

  async 'running-text.html'() {
    await watched.page.waitForSelector('[user-id=wangwei][status=busy]');
    const statuses = await watched.page.$$eval('tui-online-dot', (all) =>
      all.map(({ status }) => status),
    );
    assert.deepEqual(statuses, ['online', 'offline', 'busy', 'unknown', 'online']);
    assert.deepEqual(await watched.accessibleNames('image'), [
      'online',
      'offline',
      'busy, In a meeting',
      'status unknown',
    ]);
  },

  async 'person-in-text.html'() {
    await watched.until(async () => {
      const persons = (await shownPersons()).join();
      const expected = 'Ana Nowak: online,Björn Östlund: offline,王伟: busy,Carla Kim: unknown';
      return persons === expected ? [] : [persons];
    });
    // On the line of the text around it.
    const [name, line] = await watched.page.$eval('tui-person', (person) => [
      person.getBoundingClientRect().height,
      parseFloat(getComputedStyle(person.parentElement!).lineHeight),
    ]);
    assert.ok(name! <= line!, `${name} px in a line of ${line}`);
  },

  async 'person-in-table.html'() {
    await watched.until(async () => {
      const persons = (await shownPersons()).join();
      const expected = 'Ana Nowak: busy,Ben Okafor: offline,Chloé Lefèvre: online';
      return persons === expected ? [] : [persons];
    });
    await watched.page.locator('tui-person .own', { hasText: 'In a meeting' }).waitFor();
  },

  async 'avatar-stack.html'() {
    const { page } = watched;
    await page.getByText('2 of 5 online').waitFor();
    const shown = await page.$$eval('tui-avatar-stack', ([stack]) =>
      [...stack!.shadowRoot!.querySelectorAll('.person')].map((person) => person.ariaLabel),
    );
    assert.deepEqual(shown.slice(0, 2), ['Ben Okafor, online', 'Emre Kaya, busy, Do not disturb']);
    await page.getByRole('button', { name: '2 more people' }).click();
    await page.getByRole('option', { name: 'Dele Mensah' }).click();
    assert.equal(await page.textContent('output'), 'Dele Mensah');
  },

  async 'own-status.html'() {
    const { page } = watched;
    await page.locator('tui-own-status').getByText('Ana Nowak').waitFor();
    await page.locator('tui-own-status').click();
    await page.getByText('In the workshop').click();
    await page.locator('output', { hasText: 'In the workshop' }).waitFor();
    await page
      .locator('tui-own-status [part~=custom-status]', { hasText: 'In the workshop' })
      .waitFor();
  },

  'online-only.html': () => shows(['Ana Nowak: online', 'Chloé Lefèvre: busy']),

  async 'group-members.html'() {
    await shows([
      'Chloé Lefèvre: online',
      'Dele Mensah: online',
      'Ana Nowak: offline',
      'Ben Okafor: offline',
    ]);
    await watched.page.getByText('2 of 4 online').waitFor();
  },

  async 'own-rows.html'() {
    await watched.until(async () => {
      const rows = await watched.page.$$eval('tui-contact-list .helper', (all) =>
        all.map((row) => [...row.querySelectorAll('b, em')].map(({ textContent }) => textContent)),
      );
      const expected = 'Chloé Lefèvre,is free now,Ana Nowak,is in a talk,Ben Okafor,is away';
      return rows.join() === expected ? [] : [rows.join()];
    });
  },

  async 'theme.html'() {
    await shows([
      'Ana Nowak: online',
      'Ben Okafor: online',
      'Chloé Lefèvre: offline',
      'Dele Mensah: offline',
    ]);
    assert.equal(await colorOf('tui-contact-list', 'background-color'), 'rgb(255, 250, 243)');
    const selected = await watched.page.$eval(
      'tui-contact-list .row[aria-selected=true]',
      (row) => getComputedStyle(row).backgroundColor,
    );
    assert.equal(selected, 'rgb(243, 223, 196)');
  },

  async 'dark.html'() {
    await watched.page.waitForSelector('tui-contact-list [data-status=online]');
    assert.equal(await colorOf('tui-contact-list', 'background-color'), 'rgb(20, 24, 31)');
    assert.equal(await colorOf('tui-contact-list', 'color'), 'rgb(242, 245, 250)');
  },

  async 'right-to-left.html'() {
    await watched.page.waitForSelector('tui-contact-list .group >> text=متصل');
    await watched.page.waitForSelector('input[aria-label="البحث في جهات الاتصال"]');
    const places = await watched.page.$eval('tui-contact-list .row', (row) => [
      row.querySelector('.avatar')!.getBoundingClientRect().left,
      row.querySelector('.name')!.getBoundingClientRect().right,
    ]);
    assert.ok(places[0]! > places[1]!, 'the picture is right of the name');
  },

  async 'memory.html'() {
    const press = (value: string) => watched.page.click(`[value=${value}]`);
    await shows(['Ben Okafor: online', 'Ana Nowak: offline']);
    await press('online');
    await shows(['Ana Nowak: online', 'Ben Okafor: online']);
    await press('unknown');
    await shows(['Ben Okafor: online', 'Ana Nowak: unknown']);
    await press('drop');
    await watched.page.waitForSelector('.row[data-freshness=stale][data-status=online]');
    await press('restore');
    await watched.page.waitForSelector('.row[data-freshness=live][data-status=online]');
    await press('refuse');
    await shows(['Ana Nowak: unknown', 'Ben Okafor: unknown']);
    await watched.page.waitForSelector('tui-contact-list .notice >> text=Status not available');
    await press('allow');
    await shows(['Ben Okafor: online', 'Ana Nowak: unknown']);
    await press('hide');
    await shows(['Ana Nowak: null', 'Ben Okafor: null']);
    await press('show');
    await shows(['Ben Okafor: online', 'Ana Nowak: unknown']);
  },

  async 'states.html'() {
    const dots = () =>
      watched.page.$$eval('#statuses tui-online-dot', (all) =>
        all.map((dot) => `${dot.getAttribute('status')} ${dot.getAttribute('freshness')}`),
      );
    const statuses = ['online', 'offline', 'not-logged-in', 'unknown', 'away', 'busy'];
    const expected = statuses.flatMap((status) => [`${status} live`, `${status} stale`]);
    await watched.until(async () => {
      const all = await dots();
      return all.join() === expected.join() ? [] : [all.join()];
    });
    await shows(['Online: online', 'Away: away', 'Busy: busy', 'Offline: offline'], '#own');
    await watched.page.waitForSelector('#loading .skeleton');
    await watched.page.waitForSelector('#empty >> text=No contacts');
    await watched.page.waitForSelector('#no-match >> text=Zoltán');
    await watched.page.waitForSelector('#disabled .notice >> text=Status not available');
    await watched.page.waitForSelector('#stale .notice >> text=Connection lost');
    await watched.until(async () => {
      const rows = await watched.rows('#hidden');
      const dots = rows.filter(({ status }) => status !== null).map(({ name }) => name);
      return rows.length > 0 ? dots : ['no rows'];
    });
    await watched.page.waitForSelector('#many .row[data-status=online]');
    const rows = await watched.rows('#many');
    assert.ok(rows.length < 20, `${rows.length} rows for twenty thousand`);
    await watched.page.waitForSelector('#conversations .row[data-status=online]');
    assert.equal(
      await watched.page.$eval('#long .row', (row) => row.scrollWidth <= row.clientWidth),
      true,
    );
  },
};

describe('a page to copy', () => {
  beforeEach(async () => {
    watched = await WatchedPage.open(browser, { viewport: { width: 1200, height: 900 } });
  });

  afterEach(() => watched.close());

  for (const [file, proves] of Object.entries(POINTS)) {
    it(`proves its point: ${file}`, async () => {
      await watched.page.goto(`${demo.url}/pages/${file}`);
      await proves();
      assert.deepEqual(await auditOf(watched.page), []);
      assert.deepEqual(watched.errors, []);
      assert.deepEqual(watched.requestsElsewhere, []);
    });
  }

  it('fits into 280 pixels', async () => {
    await watched.page.setViewportSize({ width: 280, height: 600 });
    for (const file of ['index.html', ...Object.keys(POINTS)]) {
      await watched.page.goto(`${demo.url}/pages/${file}`);
      const { scrollWidth, clientWidth } = await watched.page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      assert.equal(scrollWidth, clientWidth, file);
    }
  });

  it('has a proof and a link, each of them', async () => {
    const files = readdirSync(FOLDER).filter((name) => /(?<!index)\.html$/.test(name));
    assert.deepEqual(files.sort(), Object.keys(POINTS).sort());
    await watched.page.goto(`${demo.url}/pages/`);
    const links = await watched.page.$$eval('.tiles a', (all) =>
      all.map((link) => (link as HTMLAnchorElement).href),
    );
    for (const file of files) assert.ok(links.includes(`${demo.url}/pages/${file}`), file);
    for (const link of links) assert.equal((await fetch(link)).status, 200, link);
    assert.deepEqual(await auditOf(watched.page), []);
    assert.deepEqual(watched.errors, []);
  });

  it('leads to the hosts that need no build, on the server it came from', async () => {
    for (const host of ['classic', 'import-map']) {
      await watched.page.goto(`${demo.url}/pages/`);
      await watched.page.click(`a[href*=${host}]`);
      await watched.showsTruth(demo.chat.world, 5, { list: '#contacts' });
    }
    assert.deepEqual(watched.errors, []);
  });

  it('takes no more than one screen to read, but for the one with every state', () => {
    for (const file of Object.keys(POINTS).filter((name) => name !== 'states.html')) {
      const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n').length;
      assert.ok(lines <= 90, `${file} has ${lines} lines`);
    }
  });
});
