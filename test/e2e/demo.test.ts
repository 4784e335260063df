import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChatServer } from '../../demo/server/chat-server.js';
import type { ChatServer } from '../../demo/server/chat-server.js';
import { startDemoServer } from '../../demo/server/index.js';
import { makeWorld } from '../../demo/server/world.js';
import { launchChromium } from '../support/launch-chromium.js';
import { auditOf } from './support/audit.js';
import { servePages, WatchedPage } from './support/watched-page.js';

/** How long a push may take to the screen, in ms. */
const SOON = 1_500;

/** Tall enough for forty rows. */
const viewport = { width: 1440, height: 3200 };

let browser: Browser;

before(async () => {
  browser = await launchChromium();
});

after(() => browser.close());

const people = () => makeWorld({ friends: 40, conversations: 12 });

const flip = (server: ChatServer, userID: string) => {
  const { status } = server.world.statusOf(userID);
  server.world.setStatus(userID, { status: status === 1 ? 3 : 1 });
};

describe('the playground', () => {
  let demo: Awaited<ReturnType<typeof startDemoServer>>;
  let watched: WatchedPage;

  beforeEach(async () => {
    demo = await startDemoServer({ world: people() });
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
        const word = status === 'online' ? 'online' : 'offline|not logged in';
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
    demo = await startDemoServer({ world: people() });
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

describe('the page for one’s own cloud', () => {
  let demo: Awaited<ReturnType<typeof startDemoServer>>;
  let watched: WatchedPage;

  beforeEach(async () => {
    demo = await startDemoServer({ world: people() });
    watched = await WatchedPage.open(browser, { viewport });
    await watched.page.goto(`${demo.url}/cloud.html`);
    await watched.page.click('summary');
  });

  afterEach(async () => {
    await watched.close();
    await demo.close();
  });

  async function submit(fields: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      await watched.page.fill(`[name=${name}]`, value);
    }
    await watched.page.click('#login button');
  }

  const account = { SDKAppID: '1400000001', userID: 'alice', userSig: 'a-signature-of-alice' };

  it('logs in with what is typed, and keeps none of it', async () => {
    await submit({ ...account, proxyServer: demo.chat.url });
    await watched.showsTruth(demo.chat.world, 40);
    const kept = await watched.page.evaluate(() =>
      JSON.stringify([
        location.href,
        document.cookie,
        { ...localStorage },
        { ...sessionStorage },
        [...document.querySelectorAll('input')].map(({ value }) => value),
      ]),
    );
    assert.equal(kept.includes(account.userSig), false);
    await watched.page.click('#logout');
    await watched.page.waitForSelector('#login');
    await watched.until(async () => (await watched.rows()).map(({ userID }) => userID));
    assert.deepEqual(watched.errors, []);
    assert.deepEqual(watched.requestsElsewhere, []);
  });

  it('says what is wrong with a UserSig that has expired', async () => {
    await submit({ ...account, userSig: 'expired', proxyServer: demo.chat.url });
    await watched.page.waitForSelector('#problem:not([hidden])');
    assert.match((await watched.page.textContent('#problem'))!, /UserSig.*70001/);
  });

  it('says what is wrong with a UserSig of somebody else, an SDKAppID and an address', async () => {
    await submit({ ...account, userSig: 'bad', proxyServer: demo.chat.url });
    await watched.page.waitForSelector('#problem >> text=70003');
    await submit({ ...account, SDKAppID: '0', proxyServer: demo.chat.url });
    await watched.page.waitForSelector('#problem >> text=SDKAppID');
    await submit({ ...account, proxyServer: '127.0.0.1' });
    assert.equal(
      await watched.page.$eval('form', (form) => (form as HTMLFormElement).checkValidity()),
      false,
    );
    assert.deepEqual(await auditOf(watched.page), []);
  });

  it('says after a while that nobody answers, and what to look at', async () => {
    await watched.page.clock.install();
    demo.chat.refuse(true);
    await submit({ ...account, proxyServer: demo.chat.url });
    await watched.page.waitForSelector('#progress >> text=Logging in');
    await watched.page.clock.fastForward(10_000);
    await watched.page.waitForSelector('#progress >> text=network');
  });

  it('has no field for a secret key', async () => {
    const names = await watched.page.$$eval('form input, form textarea', (fields) =>
      fields.map((field) => field.getAttribute('name')),
    );
    assert.deepEqual(names, ['SDKAppID', 'userID', 'userSig', 'proxyServer']);
  });
});

const body = `
  <style>tui-contact-list { height: 3000px }</style>
  <p>Alice <tui-online-dot user-id="bob" id="alone"></tui-online-dot></p>
  <tui-contact-list></tui-contact-list>`;

/** The two ways a page takes the bundle in, and what it calls the exports afterwards. */
const WAYS = {
  module: `<script type="module">
    import * as tui from '/dist/cdn/tui-presence.js';
    globalThis.tui = tui;
  </script>`,
  iife: `<script src="/dist/cdn/tui-presence.iife.js"></script>
    <script>globalThis.tui = TuiPresence;</script>`,
};

for (const [way, script] of Object.entries(WAYS)) {
  describe(`the ${way} script tag`, () => {
    let server: ChatServer;
    let site: Awaited<ReturnType<typeof servePages>>;
    let watched: WatchedPage;

    before(async () => {
      site = await servePages({
        '/elements-first.html': `<!doctype html><title>${way}</title>${body}${script}`,
        '/engine-first.html': `<!doctype html><title>${way}</title>${script}`,
      });
      server = await startChatServer({ world: people() });
    });

    after(async () => {
      await server.close();
      await site.close();
    });

    beforeEach(async () => {
      watched = await WatchedPage.open(browser, { viewport });
    });

    afterEach(async () => {
      await watched.close();
    });

    async function open(path: string): Promise<void> {
      await watched.page.goto(site.url + path);
      await watched.page.waitForFunction('globalThis.tui !== undefined');
    }

    function login(): Promise<void> {
      return watched.page.evaluate(async (proxyServer) => {
        const session = await globalThis.tui.login({
          SDKAppID: 1400000001,
          userID: 'alice',
          userSig: 'loopback',
          proxyServer,
        });
        Object.assign(globalThis, { session });
      }, server.url);
    }

    const engines = () => watched.requests.filter((url) => url.includes('engine'));

    const boxOfDot = () =>
      watched.page.evaluate(() => document.querySelector('#alone')!.getClientRects().length);

    it('draws no row and no dot before the login, and fetches no engine', async () => {
      await open('/elements-first.html');
      await watched.page.waitForFunction(
        "document.querySelector('tui-contact-list').shadowRoot?.querySelector('.list')",
      );
      assert.deepEqual(await watched.rows(), []);
      assert.equal(await boxOfDot(), 0);
      assert.deepEqual(engines(), []);
      assert.deepEqual(watched.errors, []);
    });

    it('goes the whole way: login, push, off, on, logout', async () => {
      await open('/elements-first.html');
      await login();
      await watched.showsTruth(server.world, 40);
      assert.equal(await boxOfDot(), 1);
      assert.equal(engines().length, 1);

      for (const { userID } of await watched.rows()) flip(server, userID);
      await watched.showsTruth(server.world, 40, { timeout: SOON });

      await watched.page.evaluate(() =>
        globalThis.tui.presence.switchUserStatus({ displayOnlineStatus: false }),
      );
      await watched.until(async () =>
        (await watched.rows()).filter(({ status }) => status).map(({ userID }) => userID),
      );
      assert.equal(await boxOfDot(), 0);

      const [someone] = await watched.rows();
      flip(server, someone!.userID);
      await watched.page.evaluate(() =>
        globalThis.tui.presence.switchUserStatus({ displayOnlineStatus: true }),
      );
      await watched.showsTruth(server.world, 40);

      await watched.page.evaluate(() => globalThis.session.logout());
      await watched.until(async () => (await watched.rows()).map(({ userID }) => userID));
      assert.equal(await boxOfDot(), 0);
      assert.deepEqual(watched.errors, []);
      assert.deepEqual(watched.requestsElsewhere, []);
    });

    it('shows the same when the elements come after the login', async () => {
      await open('/engine-first.html');
      await login();
      await watched.page.evaluate((html) => {
        document.body.insertAdjacentHTML('beforeend', html);
      }, body);
      await watched.showsTruth(server.world, 40);
      assert.equal(await boxOfDot(), 1);
      assert.deepEqual(watched.errors, []);
    });
  });
}

declare global {
  var session: { logout(): Promise<void> };
}
