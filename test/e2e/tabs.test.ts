import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { bundle } from './support/bundle.js';
import { fortyFriends, flip } from './support/forty-friends.js';
import { openTabPages } from './support/tab-pages.js';
import type { TabPages } from './support/tab-pages.js';

const FRIENDS = ['user0', 'user1', 'user2', 'user3', 'user4', 'user5'];
const TAKEOVERS = 10;

let tabs: TabPages;

beforeEach(async () => {
  tabs = await openTabPages({ world: fortyFriends() });
});

afterEach(async () => {
  await tabs.end();
});

/** The script as a later version of the package has it, with other messages between tabs. */
const otherScript = (): Promise<string> =>
  bundle("export * from './dist/elements/cdn.js'", {
    file: /tab-message\.js$/,
    from: 'PROTOCOL = 1',
    to: 'PROTOCOL = 99',
  });

/** Notes in the page whether it came back from the back/forward cache. */
function notePersisted(page: Page): Promise<void> {
  return page.evaluate(() => {
    globalThis.addEventListener('pageshow', ({ persisted }) => {
      Object.assign(globalThis, { wasPersisted: persisted });
    });
  });
}

/** Between the loss of the tab that was logged in and the login of this one, in ms. */
function takeoverOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const lost = globalThis.states.findLast(([state]) => state === 'disconnected')!;
    const ready = globalThis.states.findLast(([state]) => state === 'ready')!;
    return ready[1] - lost[1];
  });
}

test('four tabs have one login, and all lists are right', async () => {
  for (let count = 0; count < 4; count++) await tabs.open(FRIENDS);
  await tabs.showTruth(FRIENDS);
  assert.equal(tabs.logins, 1);
  assert.equal(tabs.server.sessions.connections('alice').length, 1);
  for (const page of tabs.pages) {
    const [contacts, conversations, userID] = await page.evaluate(() => {
      const { directory, userID: user } = globalThis.presence;
      return [directory.contacts?.length, directory.conversations?.length, user];
    });
    assert.deepEqual([contacts, conversations, userID], [40, 16, 'alice']);
    await page.locator('tui-contact-list .row').first().waitFor();
  }
  assert.deepEqual(await tabs.problems(), []);
  assert.deepEqual(tabs.errors, []);
});

test('a push is in all tabs within a second', async () => {
  for (let count = 0; count < 4; count++) await tabs.open(FRIENDS);
  await tabs.showTruth(FRIENDS);
  const started = Date.now();
  flip(tabs.server, 'user3');
  await tabs.showTruth(['user3']);
  assert.ok(Date.now() - started < 1_000, `it takes ${Date.now() - started} ms`);
});

test('another tab is in within two seconds, ten times in a row', async (t) => {
  for (let count = 0; count < 3; count++) await tabs.open(FRIENDS);
  await tabs.showTruth(FRIENDS);
  const times: number[] = [];
  for (let round = 1; round <= TAKEOVERS; round++) {
    const [leader, next] = tabs.pages as [Page, Page];
    await tabs.close(leader);
    flip(tabs.server, FRIENDS[round % FRIENDS.length]!);
    await next.waitForFunction(
      (logins) => globalThis.states.filter(([state]) => state === 'ready').length > logins,
      await next.evaluate(() => globalThis.states.filter(([state]) => state === 'ready').length),
    );
    times.push(await takeoverOf(next));
    flip(tabs.server, FRIENDS[(round + 1) % FRIENDS.length]!);
    await tabs.showTruth(FRIENDS);
    assert.equal(tabs.logins, round + 1);
    assert.equal(tabs.server.sessions.connections('alice').length, 1);
    await tabs.open(FRIENDS);
  }
  times.sort((one, other) => one - other);
  t.diagnostic(`takeover: median ${times[TAKEOVERS / 2]} ms, worst ${times.at(-1)} ms`);
  assert.ok(times.at(-1)! < 2_000, times.join(', '));
  assert.deepEqual(await tabs.problems(), []);
  assert.deepEqual(tabs.errors, []);
});

describe('a tab that the browser stops', () => {
  test('while it is logged in lets another one log in, and follows when it goes on', async () => {
    const [leader, other] = [await tabs.open(FRIENDS), await tabs.open(FRIENDS)];
    await tabs.showTruth(FRIENDS);
    // Chromium freezes no page that is visible, and without a window all are.
    await leader.evaluate(() => document.dispatchEvent(new Event('freeze')));
    await other.waitForFunction(() => globalThis.states.length >= 4);
    assert.ok((await takeoverOf(other)) < 2_000);
    flip(tabs.server, 'user1');
    await tabs.showTruth(FRIENDS, [other]);
    await leader.evaluate(() => document.dispatchEvent(new Event('resume')));
    await tabs.showTruth(FRIENDS);
    assert.equal(tabs.logins, 2);
    assert.deepEqual(await tabs.problems(), []);
  });

  test('by a crash lets another one log in', async () => {
    const [leader, other] = [await tabs.open(FRIENDS), await tabs.open(FRIENDS)];
    await tabs.showTruth(FRIENDS);
    await tabs.crash(leader);
    flip(tabs.server, 'user1');
    await tabs.showTruth(FRIENDS, [other]);
    assert.ok((await takeoverOf(other)) < 2_000);
    assert.equal(tabs.logins, 2);
    assert.deepEqual(await tabs.problems(), []);
  });

  test('follows again when it comes back from the back/forward cache', async () => {
    const [leader, other] = [await tabs.open(FRIENDS), await tabs.open(FRIENDS)];
    await tabs.showTruth(FRIENDS);
    await notePersisted(leader);
    // The page is stopped before it knows that it is logged out, as on any real network.
    tabs.server.faults.add({ kind: 'delay', ms: 150, command: 'wslogout' });
    await leader.goto('about:blank');
    // Only a tab that has taken over learns of it.
    flip(tabs.server, 'user1');
    await tabs.showTruth(FRIENDS, [other]);
    // A page from the cache is not loaded.
    await leader.goBack({ waitUntil: 'commit' });
    await leader.waitForFunction('globalThis.wasPersisted === true');
    await tabs.showTruth(FRIENDS);
    assert.equal(tabs.logins, 2);
    assert.deepEqual(await tabs.problems(), []);
    assert.deepEqual(tabs.errors, []);
  });
});

test('the only tab logs in again when it comes back, and hears of a new friend', async () => {
  const page = await tabs.open(FRIENDS);
  await notePersisted(page);
  await page.goto('about:blank');
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForFunction('globalThis.wasPersisted === true');
  await tabs.showTruth(FRIENDS);
  tabs.server.world.addUser({ userID: 'zoe', nick: 'Zoe', avatar: '' });
  tabs.server.world.addFriend('alice', 'zoe');
  await page.waitForFunction(() =>
    globalThis.presence.directory.contacts?.some(({ userID }) => userID === 'zoe'),
  );
  assert.deepEqual(tabs.errors, []);
});

describe('a logout', () => {
  test('in one tab leaves the others logged in', async () => {
    const [leader, other] = [await tabs.open(FRIENDS), await tabs.open(FRIENDS)];
    await leader.evaluate(() => globalThis.tabSession.logout());
    assert.equal(await leader.evaluate(() => globalThis.presence.state), 'idle');
    await tabs.showTruth(FRIENDS, [other]);
    await other.evaluate(() => globalThis.tabSession.logout());
    assert.deepEqual(tabs.server.sessions.connections('alice'), []);
    assert.deepEqual(await tabs.locks(), []);
    assert.deepEqual(await tabs.problems(), []);
  });

  test('everywhere ends the sessions of all tabs', async () => {
    for (let count = 0; count < 3; count++) await tabs.open(FRIENDS);
    await tabs.pages[1]!.evaluate(() => globalThis.tabSession.logout({ everywhere: true }));
    for (const page of tabs.pages) {
      await page.waitForFunction(() => globalThis.presence.state === 'idle');
    }
    // That was the end in a tab that follows; the tab that leads is ending the login meanwhile.
    await tabs.pages[0]!.evaluate(() => globalThis.tabSession.logout());
    assert.deepEqual(tabs.server.sessions.connections('alice'), []);
    assert.equal(tabs.logins, 1);
    assert.deepEqual(await tabs.locks(), []);
    assert.deepEqual(await tabs.problems(), []);
  });

  test('everywhere ends the session of a page in the back/forward cache', async () => {
    const [cached, other] = [await tabs.open(FRIENDS), await tabs.open(FRIENDS)];
    await notePersisted(cached);
    tabs.server.faults.add({ kind: 'delay', ms: 150, command: 'wslogout' });
    await cached.goto('about:blank');
    flip(tabs.server, 'user1');
    await tabs.showTruth(FRIENDS, [other]);
    await other.evaluate(() => globalThis.tabSession.logout({ everywhere: true }));
    await cached.goBack({ waitUntil: 'commit' });
    await cached.waitForFunction('globalThis.wasPersisted === true');
    await cached.waitForFunction(() => globalThis.presence.state === 'idle');
    const [contacts, shown] = await cached.evaluate(() => {
      const { directory } = globalThis.presence;
      return [directory.contacts, globalThis.presence.presenceOf('user0').status];
    });
    assert.deepEqual([contacts, shown], [undefined, 'unknown']);
    assert.deepEqual(await tabs.locks(), []);
    await tabs.loggedOut('alice');
    assert.equal(tabs.logins, 2);
  });
});

test('tabs with two versions of the messages have a login of their own each, and say so', async () => {
  await tabs.end();
  tabs = await openTabPages({ world: fortyFriends(), webInstances: 2 });
  const warnings: string[] = [];
  const listen = (page: Page): void => {
    page.on('console', (message) => {
      if (message.text().startsWith('tui-presence:')) warnings.push(message.text());
    });
  };
  listen(await tabs.open(FRIENDS));
  await tabs.replaceScript(await otherScript());
  const listening = tabs.nextPage().then(listen);
  await tabs.open(FRIENDS);
  await listening;
  await tabs.showTruth(FRIENDS);
  flip(tabs.server, 'user3');
  await tabs.showTruth(['user3']);
  assert.equal(tabs.logins, 2);
  assert.equal(tabs.server.sessions.connections('alice').length, 2);
  assert.equal(warnings.length, 2);
  for (const warning of warnings) assert.match(warning, /another version of this package/);
  assert.deepEqual(await tabs.problems(), []);
});

test('the last tab closed leaves no lock and no login', async () => {
  for (let count = 0; count < 2; count++) await tabs.open(FRIENDS);
  for (const page of [...tabs.pages].reverse()) await tabs.close(page);
  assert.deepEqual(await tabs.locks(), []);
  assert.deepEqual(tabs.server.sessions.connections('alice'), []);
});

for (const sdk of ['uikit', 'chat'] as const) {
  test(`with ${sdk} a login elsewhere is said in words in all tabs, and none of them answers it`, async () => {
    for (let count = 0; count < 2; count++) await tabs.open(FRIENDS, { sdk });
    tabs.server.kick('alice', 2);
    for (const page of tabs.pages) {
      await page.waitForFunction(() => globalThis.presence.error?.reason === 'kicked-offline');
      const [message, contacts] = await page.evaluate(() => {
        const { error, directory } = globalThis.presence;
        return [error!.message, directory.contacts];
      });
      assert.match(message!, /in use in another tab or device/);
      assert.equal(contacts, undefined);
    }
    await tabs.close(tabs.pages[0]!);
    assert.equal(tabs.logins, 1);
  });
}

test("with tabs: 'own' the second tab ends the login of the first, which says so in words", async () => {
  const first = await tabs.open(FRIENDS, { tabs: 'own' });
  await tabs.open(FRIENDS, { tabs: 'own' });
  await first.waitForFunction(() => globalThis.presence.error);
  const [reason, message] = await first.evaluate(() => {
    const { error } = globalThis.presence;
    return [error!.reason, error!.message];
  });
  assert.equal(reason, 'kicked-offline');
  assert.match(message, /in use in another tab or device/);
});

test('another user in another tab has a login of their own', async () => {
  await tabs.open(FRIENDS);
  const page = await tabs.open([], { userID: 'bob' });
  await tabs.showTruth(FRIENDS, [tabs.pages[0]!]);
  assert.equal(await page.evaluate(() => globalThis.presence.userID), 'bob');
  assert.equal(tabs.server.sessions.connections().length, 2);
  assert.deepEqual(await tabs.problems(), []);
});

test('twenty tabs have one login, and all show the truth', async () => {
  for (let count = 0; count < 20; count++) await tabs.open(FRIENDS);
  flip(tabs.server, 'user2');
  await tabs.showTruth(FRIENDS, tabs.pages, 30_000);
  await tabs.close(tabs.pages[0]!);
  flip(tabs.server, 'user4');
  await tabs.showTruth(FRIENDS, tabs.pages, 30_000);
  assert.equal(tabs.logins, 2);
  assert.deepEqual(await tabs.problems(), []);
  assert.deepEqual(tabs.errors, []);
});
