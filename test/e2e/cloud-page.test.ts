import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemoServer } from '../../demo/server/index.js';
import { launchChromium } from '../support/launch-chromium.js';
import { auditOf } from './support/audit.js';
import { fortyFriends, viewport } from './support/forty-friends.js';
import { WatchedPage } from './support/watched-page.js';

let browser: Browser;

before(async () => {
  browser = await launchChromium();
});

after(() => browser.close());

describe('the page for one’s own cloud', () => {
  let demo: Awaited<ReturnType<typeof startDemoServer>>;
  let watched: WatchedPage;

  beforeEach(async () => {
    demo = await startDemoServer({ world: fortyFriends() });
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

  /** The page has answered with these words, and can be tried again. */
  async function complains(words: RegExp): Promise<void> {
    await watched.page.locator('#problem', { hasText: words }).waitFor();
    assert.equal(await watched.page.isEnabled('#login button'), true);
    assert.equal(await watched.page.textContent('#progress'), '');
  }

  /** What the browser says of a field before anything is sent. */
  const validity = (name: string) =>
    watched.page.$eval(`[name=${name}]`, (field) => (field as HTMLInputElement).validationMessage);

  it('takes what is meant, whatever is around it', async () => {
    const typed = {
      SDKAppID: ' "１４００００ 0001", ',
      userID: '\u200b “alice” ',
      proxyServer: ` \`${demo.chat.url}\` `,
    };
    // The chat server knows this UserSig, and refuses it.
    await submit({ ...typed, userSig: "'exp\u00a0 ired',\u200b" });
    await complains(/70001/);
    assert.equal(await watched.page.inputValue('[name=SDKAppID]'), '1400000001');
    await submit({ ...typed, userSig: account.userSig });
    await watched.page.waitForSelector('#in:not([hidden])');
    assert.equal(await watched.page.textContent('#name'), 'alice');
    await watched.showsTruth(demo.chat.world, 40);
  });

  it('sends nothing that cannot be right, and says why', async () => {
    const server = { proxyServer: demo.chat.url };
    for (const [name, value, words] of [
      ['SDKAppID', 'my app', /number/],
      ['SDKAppID', '0', /number/],
      ['userID', '  ', /userID/],
      ['userID', 'a'.repeat(33), /32 bytes/],
      ['userSig', '""', /UserSig is needed/],
      ['userSig', 'a1'.repeat(32), /secret key/],
      ['proxyServer', '127.0.0.1', /wss:/],
    ] as const) {
      await submit({ ...account, ...server, [name]: value });
      assert.match(await validity(name), words);
      assert.equal(
        await watched.page.evaluate(() => document.activeElement!.getAttribute('name')),
        name,
      );
    }
    assert.equal(demo.chat.ledger.of('alice').logins, 0);
    // What was wrong before is forgotten while one types.
    await watched.page.fill('[name=proxyServer]', demo.chat.url);
    assert.equal(await validity('proxyServer'), '');
    assert.deepEqual(await auditOf(watched.page), []);
  });

  for (const [userSig, words] of [
    ['expired', /UserSig has expired.*70001/],
    ['bad', /UserSig.*cut off.*70003/],
  ] as const) {
    it(`says what is wrong with a UserSig that is ${userSig}, and takes another one`, async () => {
      await submit({ ...account, userSig, proxyServer: demo.chat.url });
      await complains(words);
      await submit({ ...account, proxyServer: demo.chat.url });
      await watched.page.waitForSelector('#in:not([hidden])');
      assert.equal(await watched.page.isVisible('#problem'), false);
    });
  }

  for (const [code, words] of [
    [70005, /does not pass the check/],
    [70009, /key of another application/],
    [70013, /another user/],
    [70014, /another application/],
    [70020, /no application with this SDKAppID/],
    [70050, /after a minute/],
    [70052, /no longer valid/],
    [70398, /as many accounts as its free plan allows.*console\.trtc\.io/],
    [70402, /invalid/],
    [60006, /SDKAppID is not valid/],
    [60020, /no plan in effect.*console\.trtc\.io/],
    [2024, /log in first/],
    [6014, /log in first/],
    [99999, /refused with the code 99999.*trtc\.io\/document/],
  ] as const) {
    it(`says in a sentence what went wrong with code ${code}`, async () => {
      demo.chat.faults.add({ kind: 'fail', command: 'wslogin', code });
      await submit({ ...account, proxyServer: demo.chat.url });
      await complains(words);
      await complains(new RegExp(`${code}`));
      // The SDK writes down what was refused.
      assert.deepEqual(
        watched.errors.filter((error) => !error.startsWith('%c Chat')),
        [],
      );
    });
  }

  it('says that user status is switched off, once the user is logged in', async () => {
    for (const command of ['ws_get_user_status', 'ws_status_subscribe']) {
      demo.chat.faults.add({ kind: 'fail', command, code: 72001 });
    }
    await submit({ ...account, proxyServer: demo.chat.url });
    await watched.page.locator('#problem', { hasText: /switched off.*72001/ }).waitFor();
    await watched.page.waitForSelector('#in:not([hidden])');
    assert.deepEqual(await auditOf(watched.page), []);
  });

  it('says that the plan has no user status', async () => {
    demo.chat.ability.bits = '0';
    await submit({ ...account, proxyServer: demo.chat.url });
    await watched.page.locator('#problem', { hasText: /Pro Plus.*3122/ }).waitFor();
  });

  it('says who has ended the login, and lets the user log in again', async () => {
    await submit({ ...account, proxyServer: demo.chat.url });
    await watched.page.waitForSelector('#in:not([hidden])');
    demo.chat.kick('alice', 2);
    await watched.page.waitForSelector('#login:not([hidden])');
    await complains(/another tab or device|elsewhere/);
    await submit({ ...account, proxyServer: demo.chat.url });
    await watched.page.waitForSelector('#in:not([hidden])');
  });

  it('waits for an answer no longer than it says, and takes one that comes late', async () => {
    const { page } = watched;
    await page.clock.install();
    demo.chat.faults.add({ kind: 'hold', command: 'wslogin' });
    await submit({ ...account, proxyServer: demo.chat.url });
    await page.locator('#progress', { hasText: 'Logging in' }).waitFor();
    assert.equal(await page.isEnabled('#login button'), false);
    await page.clock.fastForward(10_000);
    await page.locator('#progress', { hasText: 'network' }).waitFor();
    await page.clock.fastForward(20_000);
    await complains(/No answer within 25 seconds/);
    demo.chat.faults.clear();
    await page.waitForSelector('#in:not([hidden])');
    assert.equal(await page.isVisible('#problem'), false);
  });

  it('waits no longer for a server that refuses every connection', async () => {
    await watched.page.clock.install();
    demo.chat.refuse(true);
    await submit({ ...account, proxyServer: demo.chat.url });
    await watched.page.clock.fastForward(26_000);
    await complains(/No answer within 25 seconds/);
  });

  it('can be used again when the browser shows it once more', async () => {
    const { page } = watched;
    demo.chat.faults.add({ kind: 'swallow', command: 'wslogin' });
    await submit({ ...account, proxyServer: demo.chat.url });
    await page.locator('#progress', { hasText: 'Logging in' }).waitFor();
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    );
    await page.waitForSelector('#login button:enabled');
    assert.equal(await page.textContent('#progress'), '');
  });

  it('logs out within seconds where nothing answers any more', async () => {
    const { page } = watched;
    await submit({ ...account, proxyServer: demo.chat.url });
    await page.waitForSelector('#in:not([hidden])');
    await page.clock.install();
    demo.chat.faults.add({ kind: 'swallow', command: '*' });
    await page.click('#logout');
    await page.clock.fastForward(10_000);
    await page.waitForSelector('#login:not([hidden])');
    assert.equal(await page.isEnabled('#login button'), true);
  });

  it('has no field for a secret key', async () => {
    const names = await watched.page.$$eval('form input, form textarea', (fields) =>
      fields.map((field) => field.getAttribute('name')),
    );
    assert.deepEqual(names, ['SDKAppID', 'userID', 'userSig', 'proxyServer']);
  });
});
