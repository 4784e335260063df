import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';
import type { PresencePage } from './support/presence-page.js';

let tui: PresencePage;

before(async () => {
  tui = await openPresencePage({ world: makeWorld({ friends: 40, conversations: 5 }) });
});

after(async () => {
  await tui.close();
});

/** Calls the page's `login` and gives what became of it. */
function login(options: Record<string, unknown>) {
  return tui.page.evaluate(
    async ([given, proxyServer]) => {
      const tried = {
        SDKAppID: 1400000001,
        userID: 'alice',
        userSig: 'any',
        proxyServer,
        ...given,
      };
      try {
        const session = await globalThis.tui.login(tried);
        Object.assign(globalThis, { session });
        return { userID: session.userID };
      } catch (error) {
        const { name, reason, code, message } = error as Error & { reason: string; code: number };
        return { name, reason, code, message };
      }
    },
    [options, tui.server.url] as const,
  );
}

for (const [userSig, code] of [
  ['expired', 70001],
  ['bad', 70003],
] as const) {
  test(`a UserSig that is ${userSig} is refused in words`, async () => {
    const refused = await login({ userSig });
    assert.equal(refused.name, 'PresenceError');
    assert.equal(refused.reason, 'user-sig-expired');
    assert.equal(refused.code, code);
    assert.match(refused.message!, /UserSig/);
  });
}

test('a secret key is refused at once, before anything is sent', async () => {
  const logins = tui.ledger().logins;
  for (const name of ['secretKey', 'SECRETKEY', 'secret_key', 'SDKSecretKey']) {
    const thrown = await tui.page.evaluate((key) => {
      try {
        void globalThis.tui.login({ SDKAppID: 1, userID: 'a', userSig: 'b', [key]: 'k' });
        return 'nothing';
      } catch (error) {
        return (error as Error).message;
      }
    }, name);
    assert.match(thrown, /secret key/i);
  }
  assert.equal(tui.ledger().logins, logins);
});

for (const SDKAppID of ['no number', 0, -1, null, 1.5]) {
  test(`an SDKAppID of ${JSON.stringify(SDKAppID)} is an error that says what to do`, async () => {
    const refused = await login({ SDKAppID });
    assert.equal(refused.name, 'PresenceError');
    assert.match(refused.message!, /SDKAppID/);
  });
}

// The SDK waits a minute after an attempt that failed, and no call makes it connect before that.
test('a login that began without a network ends as soon as it is back', async () => {
  await tui.page.evaluate(() => import('/dist/cdn/tui-presence-engine.js' as string));
  const context = tui.page.context();
  const failed = tui.page.waitForEvent('console', (message) => /_onError/.test(message.text()));
  await context.setOffline(true);
  const pending = login({});
  await failed;
  await context.setOffline(false);
  const returnedAt = Date.now();
  assert.deepEqual(await pending, { userID: 'alice' });
  const waited = Date.now() - returnedAt;
  assert.ok(waited < 20_000, `${waited} ms`);
  await tui.page.evaluate('session.logout()');
});

test('alice logs in, out, and bob sees his own friends', async () => {
  assert.deepEqual(await login({}), { userID: 'alice' });
  const friends = await tui.friends(40);
  await tui.observe(friends);
  await tui.showsTruth(friends);
  assert.equal(await tui.page.evaluate(() => presence.displayOnlineStatus), true);
  assert.deepEqual(await tui.page.evaluate(() => presence.presenceOf('alice').status), 'online');
  await tui.page.evaluate(() =>
    (globalThis as unknown as { session: { logout(): Promise<void> } }).session.logout(),
  );
  assert.equal(await tui.page.evaluate(() => presence.state), 'idle');
  assert.equal(await tui.page.evaluate(() => presence.displayOnlineStatus), false);
  assert.deepEqual(await login({ userID: 'bob' }), { userID: 'bob' });
  assert.equal(await tui.page.evaluate(() => presence.userID), 'bob');
});

test('another login on the same page takes the place of the one before', async () => {
  assert.deepEqual(await login({ userID: 'carol' }), { userID: 'carol' });
  assert.equal(await tui.page.evaluate(() => presence.userID), 'carol');
  const friends = await tui.friends(1);
  await tui.observe(friends);
  await tui.showsTruth(friends);
  assert.deepEqual(tui.errors, []);
});
