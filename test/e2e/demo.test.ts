import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemoServer } from '../../demo/server/index.js';
import { launchChromium } from '../support/launch-chromium.js';
import { auditOf } from './support/audit.js';
import { flip, fortyFriends, viewport } from './support/forty-friends.js';
import { WatchedPage } from './support/watched-page.js';

/** How long a push may take to the screen, in ms. */
const SOON = 1_500;

let browser: Browser;

before(async () => {
  browser = await launchChromium();
});

after(() => browser.close());

describe('the playground', () => {
  let demo: Awaited<ReturnType<typeof startDemoServer>>;
  let watched: WatchedPage;

  beforeEach(async () => {
    demo = await startDemoServer({ world: fortyFriends() });
    watched = await WatchedPage.open(browser, { viewport });
    await watched.page.goto(demo.url);
  });

  afterEach(async () => {
    await watched.close();
    await demo.close();
  });

  it('shows forty friends as they are, and their changes', async () => {
    const { world } = demo.chat;
    await watched.showsTruth(world, 40);
    for (const { userID } of (await watched.rows()).slice(0, 5)) flip(demo.chat, userID);
    await watched.showsTruth(world, 40, { timeout: SOON });
    assert.deepEqual(watched.errors, []);
    assert.deepEqual(watched.requestsElsewhere, []);
  });

  it('hides every dot when switched off, and shows the right ones when switched on', async () => {
    const { world } = demo.chat;
    await watched.showsTruth(world, 40);
    await watched.page.click('#display');
    await watched.until(async () =>
      (await watched.rows()).filter(({ status }) => status).map(({ userID }) => userID),
    );
    for (const { userID } of (await watched.rows()).slice(0, 3)) flip(demo.chat, userID);
    await watched.page.click('#display');
    await watched.showsTruth(world, 40);
    assert.deepEqual(watched.errors, []);
  });

  it('shows bob his own friends and none of alice’s statuses', async () => {
    const { world } = demo.chat;
    await watched.showsTruth(world, 40);
    await watched.page.selectOption('[name=user]', 'bob');
    const bobs = new Set(world.account('bob').friends.keys());
    await watched.until(async () => {
      const rows = await watched.rows();
      const others = rows.map(({ userID }) => userID).filter((userID) => !bobs.has(userID));
      return rows.length === 40 ? others : ['not forty rows'];
    });
    await watched.showsTruth(world, 40);
  });

  it('comes back by itself after the line was cut', async () => {
    const { world } = demo.chat;
    await watched.showsTruth(world, 40);
    await watched.page.click('[name=refuse]');
    await watched.page.waitForSelector('#state[data-state=disconnected]');
    const [someone] = await watched.rows();
    flip(demo.chat, someone!.userID);
    demo.chat.refuse(false);
    await watched.page.waitForSelector('#state[data-state=ready]');
    await watched.showsTruth(world, 40);
  });

  it('says what to do about 72001, and goes on when that is done', async () => {
    const { world } = demo.chat;
    await watched.showsTruth(world, 40);
    await watched.page.selectOption('[name=service]', 'off');
    await watched.page.waitForSelector('#state[data-state=unavailable]');
    assert.match((await watched.page.textContent('#problem'))!, /72001.*console/);
    await watched.page.selectOption('[name=service]', 'on');
    await watched.showsTruth(world, 40);
  });

  it('says what to do about a plan without the ability, and goes on with a better one', async () => {
    const { world } = demo.chat;
    await watched.showsTruth(world, 40);
    await watched.page.selectOption('[name=service]', 'plan');
    await watched.page.waitForSelector('#state[data-state=unavailable]');
    assert.match((await watched.page.textContent('#problem'))!, /3122.*plan/);
    await watched.page.selectOption('[name=service]', 'on');
    await watched.showsTruth(world, 40);
  });

  it('offers the login again after a kick', async () => {
    const { world } = demo.chat;
    await watched.showsTruth(world, 40);
    await watched.page.click('[name=kick]');
    await watched.page.click('#login');
    await watched.page.waitForSelector('#state[data-state=ready]');
    await watched.showsTruth(world, 40);
  });

  it('tells who does not see it who is online, and lets them choose by keyboard', async () => {
    const { world } = demo.chat;
    await watched.showsTruth(world, 40);
    // Names come after the friends themselves.
    await watched.until(async () => {
      const spoken = await watched.accessibleNames('option');
      return (await watched.rows()).flatMap(({ name, status }) => {
        const words = { online: 'online', away: 'away', busy: 'busy' } as Record<string, string>;
        const word = words[status ?? ''] ?? 'offline|not logged in';
        const isRight = new RegExp(`, (${word})(,|$)`);
        const sentences = spoken.filter((sentence) => sentence.startsWith(name));
        return sentences.some((sentence) => isRight.test(sentence))
          ? []
          : [`${name}: ${sentences}`];
      });
    });
    assert.deepEqual(await watched.accessibleNames('slider'), ['Contacts']);
    await watched.page.focus('tui-contact-list input');
    for (const key of ['Tab', 'ArrowDown', 'ArrowDown', 'Enter']) {
      await watched.page.keyboard.press(key);
    }
    const third = await watched.page.getAttribute('.row[aria-posinset="3"]', 'data-user-id');
    assert.equal(
      await watched.page.evaluate(() => document.querySelector('tui-contact-list')!.selected),
      third,
    );
  });

  it('is found in order by axe, in light and dark, and when something has gone wrong', async () => {
    await watched.showsTruth(demo.chat.world, 40);
    for (const theme of ['light', 'dark']) {
      await watched.page.selectOption('[name=theme]', theme);
      assert.deepEqual(await auditOf(watched.page), [], theme);
    }
    await watched.page.selectOption('[name=service]', 'off');
    await watched.page.waitForSelector('#state[data-state=unavailable]');
    assert.deepEqual(await auditOf(watched.page), []);
    await watched.page.selectOption('[name=service]', 'on');
    await watched.page.waitForSelector('#state[data-state=ready]');
    await watched.page.click('[name=kick]');
    await watched.page.waitForSelector('#again:not([hidden])');
    assert.deepEqual(await auditOf(watched.page), []);
  });

  it('fits into 280 pixels, and nothing in it is cut off', async () => {
    await watched.page.setViewportSize({ width: 280, height: 3200 });
    await watched.page.waitForSelector('tui-contact-list .row');
    const wide = await watched.page.$$eval('main *, header *', (all) =>
      all
        .filter((one) => one.getBoundingClientRect().right > innerWidth)
        .map((one) => `${one.tagName} ${one.id || one.className}`),
    );
    assert.deepEqual(wide, []);
  });

  it('makes a world of another size', async () => {
    await watched.showsTruth(demo.chat.world, 40);
    await watched.page.fill('[name=contacts]', '0');
    await watched.until(async () => {
      const rows = await watched.rows();
      return rows.length === 5 ? [] : [`${rows.length} rows`];
    });
    await watched.showsTruth(demo.chat.world, 5);
  });

  it('takes its controls from the address', async () => {
    await watched.page.goto(`${demo.url}/?lang=ar&theme=dark&group=initial&order=name`);
    await watched.showsTruth(demo.chat.world, 40);
    const look = await watched.page.evaluate(() => {
      const list = document.querySelector('tui-contact-list')!;
      const { direction, colorScheme } = getComputedStyle(list);
      return { direction, colorScheme, groupBy: list.groupBy, order: list.order };
    });
    assert.deepEqual(look, {
      direction: 'rtl',
      colorScheme: 'dark',
      groupBy: 'initial',
      order: 'name',
    });
    assert.deepEqual(watched.errors, []);
  });
});

describe('the playground without a server', () => {
  let demo: Awaited<ReturnType<typeof startDemoServer>>;
  let watched: WatchedPage;

  before(async () => {
    demo = await startDemoServer({ world: fortyFriends() });
    watched = await WatchedPage.open(browser, { viewport });
  });

  after(async () => {
    await watched.close();
    await demo.close();
  });

  it('lives on the memory source and loads no engine', async () => {
    await watched.page.goto(`${demo.url}/?world=memory&contacts=2&rate=40`);
    await watched.page.waitForSelector('#log li');
    const rows = await watched.rows();
    assert.ok(rows.length > 30);
    assert.ok(rows.every(({ status }) => status !== null));
    await watched.page.selectOption('[name=service]', 'off');
    await watched.page.waitForSelector('#state[data-state=unavailable]');
    await watched.page.selectOption('[name=service]', 'on');
    await watched.page.waitForSelector('#state[data-state=ready]');
    await watched.page.click('[name=kick]');
    await watched.page.click('#login');
    await watched.page.waitForSelector('#state[data-state=ready]');
    // A world of other people, while answers are under way to the one before.
    await watched.page.selectOption('[name=delay]', '300');
    for (const size of ['0', '2', '0']) await watched.page.fill('[name=contacts]', size);
    await watched.until(async () => {
      const held = Number(await watched.page.textContent('#held b'));
      const count = await watched.page.evaluate(
        () => document.querySelectorAll('#counts dd')[0]!.textContent,
      );
      return held === 5 && count === '5' ? [] : [`${held} held, ${count} live`];
    });
    assert.deepEqual(watched.errors, []);
    assert.deepEqual(
      watched.requests.filter((url) => /engine|control|session/.test(url)),
      [],
    );
  });
});
