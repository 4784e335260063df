/**
 * Who is logged in, with the real SDK: no user's data is shown, queried or subscribed for the next.
 * Alice and Bob have no friend in common.
 */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { openPresencePage } from './support/presence-page.js';
import type { PresencePage } from './support/presence-page.js';
import { BOBS_FRIENDS, logIn, OBSERVE_CONTACTS, worldOfTwo } from './support/two-users.js';
import type { LoginSDK } from './support/two-users.js';

const FRIENDS = 300;
const STATUS_CALLS = /ws_(get_user_status|status_subscribe)$/;

let tui: PresencePage;

let alices: string[];

let sdk: LoginSDK;

/** Opens the page, whose sockets are redirected for a login with the Chat SDK alone. */
async function open(loginSDK: LoginSDK): Promise<void> {
  sdk = loginSDK;
  const { world, alices: friends } = worldOfTwo(FRIENDS);
  alices = friends;
  tui = await openPresencePage({ world, redirected: sdk === 'chat' });
  await tui.page.evaluate(OBSERVE_CONTACTS);
}

afterEach(async () => {
  await tui.close();
});

/** Runs statements in the page, which has `login(userID)`. */
function run(statements: string, tabs: 'own' | 'shared' = 'own'): Promise<unknown> {
  return tui.page.evaluate(`(async () => {
    const login = ${logIn(tui.server.url, sdk, tabs)};
    ${statements}
  })()`);
}

/** Waits until Bob sees his friends as they are, and checks that nothing of Alice's is left. */
async function isBobsWorld(errors: readonly string[] = []): Promise<void> {
  await tui.until(
    `presence.userID === 'bob' && presence.directory.contacts?.length === ${BOBS_FRIENDS}`,
  );
  await tui.until(`presence.stats.live === ${BOBS_FRIENDS}`);
  const shown = await tui.page.evaluate(
    (ids) => ids.filter((userID) => globalThis.presence.presenceOf(userID).status !== 'unknown'),
    alices,
  );
  assert.deepEqual(shown, []);
  assert.deepEqual(tui.server.subscriptionsOf('alice'), []);
  for (const { direction, userID, servcmd, body } of tui.server.ledger.frames) {
    if (direction !== 'in' || userID !== 'bob' || !STATUS_CALLS.test(servcmd)) continue;
    const named = (body as { To_Account?: string[] }).To_Account ?? [];
    assert.deepEqual(
      named.filter((each) => !each.startsWith('bob')),
      [],
      `${servcmd} for bob`,
    );
  }
  assert.deepEqual(tui.errors, errors);
}

for (const each of ['uikit', 'chat'] as const) {
  describe(`another user, with ${each},`, () => {
    beforeEach(() => open(each));

    test('logs in right after the logout of the first', async () => {
      await run(`globalThis.alice = await login('alice');`);
      await tui.friends(FRIENDS);
      await run(`await alice.logout(); await login('bob');`);
      await isBobsWorld();
    });

    test('logs in while the first is in', async () => {
      await run(`await login('alice'); await login('bob');`);
      await isBobsWorld();
    });

    test('overtakes a login that is under way, and only that user is handed out', async () => {
      const results = await run(`const results = await Promise.allSettled([
          login('alice'), login('bob'), login('alice'), login('bob'),
        ]);
        return results.map(({ value, reason }) => value?.userID ?? reason.reason);`);
      assert.deepEqual(results, ['superseded', 'superseded', 'superseded', 'bob']);
      await isBobsWorld();
    });

    test('sees the own words, and not those of the users before', async () => {
      for (const userID of ['alice', 'bob']) {
        await run(`await login('${userID}'); await presence.setOwnStatus('${userID} is busy');`);
      }
      for (const userID of ['alice', 'bob']) {
        await run(`await login('${userID}');`);
        await tui.until(`presence.presenceOf('${userID}').customStatus === '${userID} is busy'`);
      }
      await isBobsWorld();
    });

    test('sees nothing of friends of the first that were still arriving', async () => {
      tui.server.faults.add({ kind: 'delay', ms: 300, command: 'friend_get' });
      await run(`const alice = await login('alice'); await alice.logout(); await login('bob');`);
      await isBobsWorld();
    });
  });

  describe(`one user, with ${each},`, () => {
    beforeEach(() => open(each));

    test('stays in after an effect that runs, is cleaned up and runs again', async () => {
      await run(`const first = login('bob');
        const cleanedUp = first.then((session) => session.logout());
        const second = login('bob');
        await Promise.all([cleanedUp, second]);`);
      await isBobsWorld();
      assert.equal(tui.ledger('bob').logins, 1);
    });

    test('sees an empty page at once after a logout without a network', async () => {
      await run(`globalThis.session = await login('bob');`);
      await isBobsWorld();
      tui.server.refuse(true);
      tui.server.drop('bob');
      const shown = await run(`const ended = session.logout();
        const { state, userID } = presence;
        await ended;
        return [state, userID];`);
      assert.deepEqual(shown, ['idle', undefined]);
    });

    test('is told that the words which were being set at the logout may not be set', async () => {
      await run(`globalThis.session = await login('bob');`);
      tui.server.faults.add({ kind: 'hold', command: 'ws_set_custom_status' });
      const reason =
        await run(`const set = presence.setOwnStatus('At lunch').catch((error) => error.reason);
        await session.logout();
        return set;`);
      assert.equal(reason, 'not-logged-in');
      assert.deepEqual(tui.errors, []);
    });

    test('may have a number as ID', async () => {
      assert.deepEqual(await run(`return (await login(10001)).userID`), '10001');
      await tui.until(`presence.userID === '10001'`);
    });
  });
}

for (const [each, tabs] of [
  ['uikit', 'own'],
  ['uikit', 'shared'],
  ['chat', 'own'],
  ['chat', 'shared'],
] as const) {
  describe(`after a logout without a network, with ${each} and ${tabs} tabs,`, () => {
    beforeEach(async () => {
      await open(each);
      await run(`globalThis.session = await login('alice');`, tabs);
      await tui.friends(FRIENDS);
      await tui.page.context().setOffline(true);
      tui.server.drop('alice');
    });

    test('a login that failed succeeds once the network is back', async () => {
      const reason = await run(
        `void session.logout();
        return login('bob').catch((error) => error.reason);`,
        tabs,
      );
      assert.equal(reason, 'timeout');
      await tui.page.context().setOffline(false);
      await run(`await login('bob');`, tabs);
      await isBobsWorld();
      tui.set('bobs0', 3);
      await tui.showsTruth(['bobs0']);
    });

    test('a login that is overtaken rejects at once, although the logout is not over', async () => {
      const ended = await run(
        `let isLoggedOut = false;
        void session.logout().then(() => { isLoggedOut = true; });
        const waiting = login('bob');
        login('alice').catch(() => undefined);
        const { reason } = await waiting.catch((error) => error);
        return [reason, isLoggedOut];`,
        tabs,
      );
      assert.deepEqual(ended, ['superseded', false]);
    });

    test('the same user logs in once the network is back', async () => {
      await run(`globalThis.ended = session.logout();`);
      await tui.page.context().setOffline(false);
      await run(`await ended; await login('alice');`, tabs);
      const friends = await tui.friends(FRIENDS);
      tui.set(friends[0]!, tui.server.world.statusOf(friends[0]!).status === 1 ? 3 : 1);
      await tui.showsTruth(friends);
    });
  });
}

describe('another user, with the packages of the page,', () => {
  beforeEach(() => open('uikit'));

  test('hears of each change once, however many users there were before', async () => {
    await run(`for (const userID of ['alice', 'bob', 'alice', 'bob']) await login(userID);`);
    await isBobsWorld();
    await run(`globalThis.updates = [];
      const { TUIStore } = engine, { update } = TUIStore;
      TUIStore.update = function (store, key) {
        updates.push(key);
        return update.apply(this, arguments);
      };`);
    tui.set('bobs0', 2);
    await tui.showsTruth(['bobs0']);
    assert.deepEqual(await tui.page.evaluate('updates'), ['userStatusList']);
  });

  test('logs in while the kit of the page is logging the first in', async () => {
    // `TUILogin` ends the login half a second after the SDK, even if it is that of the next user.
    tui.server.faults.add({ kind: 'delay', ms: 700, command: 'wslogin' });
    await run(`globalThis.kitLogin = engine.TUILogin.login({
        SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback', proxyServer: '${tui.server.url}',
      }).then(() => 'in', (error) => error.message);
      await login('bob');`);
    assert.equal(await tui.page.evaluate('kitLogin'), 'in');
    await isBobsWorld();
  });

  test('logs in after the login and the logout of a host with the same packages', async () => {
    await tui.hostLogin('alice');
    await tui.connect();
    await tui.friends(FRIENDS);
    await run(`await engine.TUILogin.logout(); await login('bob');`);
    await isBobsWorld();
  });

  // After its own logout the engine leaves a request for the profile unhandled, also without us.
  for (const [logout, errors] of [
    ['TUILogin.logout()', []],
    ['TUIChatEngine.logout()', ['Object']],
  ] as const) {
    test(`logs in by a host right after ${logout}`, async () => {
      await tui.hostLogin('alice');
      await tui.connect();
      await tui.friends(FRIENDS);
      await run(`await engine.${logout};`);
      await tui.hostLogin('bob');
      await isBobsWorld(errors);
    });
  }
});

describe('one user, with the packages of the page,', () => {
  beforeEach(() => open('uikit'));

  test('is told why there is no login in a page without storage', async () => {
    await tui.page.addInitScript(`Object.defineProperty(globalThis, 'localStorage', {
      get() { throw new DOMException('denied', 'SecurityError'); },
    });`);
    await tui.page.route('**/no-storage.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<script type="module">
          globalThis.tui = await import('/dist/cdn/tui-presence.js');
        </script>`,
      }),
    );
    await tui.page.goto(`${tui.url}/no-storage.html`);
    await tui.page.waitForFunction('globalThis.tui');
    const message = await run(`return login('bob').catch((error) => error.message)`);
    assert.match(message as string, /storage, which the Chat SDK needs/);
  });

  test('can log out although the kit of the page has logged in once more', async () => {
    const ms = await run(`const session = await login('bob');
      const { chat, SDKAppID, userID, userSig } = engine.TUILogin.getContext();
      engine.TUILogin.login({ SDKAppID, userID, userSig }).catch(() => undefined);
      const started = performance.now();
      await session.logout();
      return performance.now() - started;`);
    assert.ok((ms as number) < 5_000, `${ms} ms`);
    assert.equal(await tui.page.evaluate(() => presence.state), 'idle');
  });

  test('logs in while the kit of the page is logging the same user in', async () => {
    tui.server.faults.add({ kind: 'delay', ms: 300, command: 'wslogin' });
    await run(`engine.TUILogin.login({
        SDKAppID: 1400000001, userID: 'bob', userSig: 'loopback', proxyServer: '${tui.server.url}',
      });
      await login('bob');`);
    await isBobsWorld();
    assert.equal(tui.ledger('bob').logins, 1);
  });
});
