import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { HandSource } from '../../support/hand-source.js';
import { live, TabPage, TabWorld } from '../../support/tab-world.js';

const ONLINE = 1;
const NOTHING = { status: 'unknown', freshness: 'none' };

describe('a login that tabs share', () => {
  let world: TabWorld;
  beforeEach(() => {
    world = new TabWorld();
    world.cloud.set('alice-1', ONLINE);
  });

  it('is one login for four tabs, and all of them show the truth', async () => {
    const pages = [];
    for (let count = 0; count < 4; count++) pages.push(await world.open());
    assert.equal(world.cloud.count, 1);
    world.showTruth(...pages);
    for (const { controller, login } of pages) {
      assert.ok(login?.isCurrent());
      assert.equal(controller.userID, 'alice');
      assert.equal(controller.directory.contacts?.length, 5);
      assert.deepEqual(controller.directory.conversations, []);
      assert.equal(controller.displayOnlineStatus, true);
    }
  });

  it('brings a push to every tab', async () => {
    const pages = [await world.open(), await world.open()];
    world.cloud.set('alice-2', ONLINE, 'at my desk');
    await world.pass(10);
    world.showTruth(...pages);
    assert.equal(pages[1]!.controller.presenceOf('alice-2').customStatus, 'at my desk');
  });

  it('tells every tab who is blocked, before and after it follows', async () => {
    const pages = [await world.open()];
    const areBlocked = (): string[][] =>
      pages.map(({ controller }) => [...(controller.directory.blocked ?? [])]);
    world.cloud.logins[0]!.sink!.blocked!(['alice-1']);
    pages.push(await world.open());
    assert.deepEqual(areBlocked(), [['alice-1'], ['alice-1']]);
    world.cloud.logins[0]!.sink!.blocked!([]);
    await world.pass(10);
    assert.deepEqual(areBlocked(), [[], []]);
  });

  it('shows in a tab only what that tab observes', async () => {
    await world.open(['alice-1']);
    const page = await world.open(['alice-2']);
    assert.deepEqual(page.of('alice-1'), NOTHING);
    assert.deepEqual(page.of('alice-2'), live('not-logged-in'));
  });

  it('observes in the tab that is logged in whom another tab observes later', async () => {
    await world.open(['alice-1']);
    const page = await world.open(['alice-1']);
    page.controller.observe('alice-3', () => undefined);
    await world.pass(1_000);
    assert.deepEqual(page.of('alice-3'), live('not-logged-in'));
    assert.ok(world.cloud.logins[0]!.subscribed.has('alice-3'));
  });

  it('does not call a status live that is not followed any longer', async () => {
    await world.open(['alice-1']);
    const page = await world.open(['alice-1']);
    const stop = page.controller.observe('alice-2', () => undefined);
    await world.pass(1_000);
    assert.deepEqual(page.of('alice-2'), live('not-logged-in'));
    stop();
    await world.pass(1_000);
    assert.equal(page.of('alice-2').freshness, 'snapshot');
  });

  it('says in every tab which statuses are only queried', async () => {
    await world.open(['alice-1'], { live: false });
    const page = await world.open(['alice-2'], { live: false });
    assert.deepEqual(page.of('alice-2'), { status: 'not-logged-in', freshness: 'snapshot' });
  });

  it('subscribes for all tabs together as many users as the service allows', async () => {
    // The planner leaves a tenth of the places free.
    const limits = { subscribe: 5, query: 8, held: 4 };
    const first = await world.open(['alice-1', 'alice-2'], { limits });
    const second = await world.open(['alice-3', 'alice-4'], { limits });
    await world.pass(5_000);
    assert.equal(world.cloud.logins[0]!.subscribed.size, 3);
    const all = [
      first.of('alice-1'),
      first.of('alice-2'),
      second.of('alice-3'),
      second.of('alice-4'),
    ];
    assert.deepEqual(all.map(({ freshness }) => freshness).sort(), [
      'live',
      'live',
      'live',
      'snapshot',
    ]);
  });

  it('gives the places of a tab that is not visible to one that is', async () => {
    const limits = { subscribe: 5, query: 8, held: 2 };
    await world.open([], { limits });
    const hidden = await world.open(['alice-2'], { limits });
    assert.deepEqual(hidden.of('alice-2'), live('not-logged-in'));
    hidden.show(false);
    const page = await world.open(['alice-1'], { limits });
    await world.pass(2_000);
    assert.deepEqual([...world.cloud.logins[0]!.subscribed], ['alice-1']);
    assert.deepEqual(page.of('alice-1'), live('online'));
    assert.deepEqual(hidden.of('alice-2'), { status: 'not-logged-in', freshness: 'snapshot' });
    page.show(false);
    hidden.show(true);
    await world.pass(5_000);
    assert.deepEqual(hidden.of('alice-2'), live('not-logged-in'));
  });

  it('keeps the statuses of a visible tab fresh while the tab that is logged in is hidden', async () => {
    const leader = await world.open(['alice-1'], { live: false });
    const page = await world.open(['alice-2'], { live: false });
    leader.show(false);
    world.cloud.set('alice-2', ONLINE);
    await world.pass(180_000);
    assert.equal(page.of('alice-2').status, 'online');
  });

  for (const [name, leave] of [
    ['is closed', (page: TabPage) => page.close()],
    ['crashes', (page: TabPage) => page.close({ crash: true })],
    ['is frozen', (page: TabPage) => page.tab.run(false)],
    ['logs out', (page: TabPage) => void page.login!.end()],
  ] as const) {
    it(`goes on in another tab when the one that is logged in ${name}`, async () => {
      const [leader, ...others] = [await world.open(), await world.open(), await world.open()];
      leave(leader!);
      await world.pass(50);
      for (const page of others) {
        assert.deepEqual(page.of('alice-1'), { status: 'online', freshness: 'stale' });
        assert.equal(page.controller.directory.contacts?.length, 5);
      }
      world.cloud.set('alice-1', 3);
      world.cloud.set('alice-2', ONLINE);
      await world.pass(1_950);
      world.showTruth(...others);
      assert.equal(world.cloud.loginsOf('alice').length, 1);
      assert.equal(world.cloud.count, 2);
    });
  }

  it('is followed again by a page that the browser lets go on', async () => {
    const [leader, other] = [await world.open(), await world.open()];
    leader.tab.run(false);
    await world.pass(2_000);
    assert.deepEqual(leader.of('alice-1'), { status: 'online', freshness: 'stale' });
    world.cloud.set('alice-1', 3);
    leader.tab.run(true);
    await world.pass(1_000);
    world.showTruth(leader, other);
    assert.equal(world.cloud.count, 2);
  });

  it('tries again when the login of a takeover fails', async () => {
    const [leader, other] = [await world.open(), await world.open()];
    world.cloud.isReachable = false;
    leader.close();
    await world.pass(3_000);
    assert.equal(other.of('alice-1').freshness, 'stale');
    world.cloud.isReachable = true;
    await world.pass(4_000);
    world.showTruth(other);
  });

  it('tries again at once when the network is back', async () => {
    const [leader, other] = [await world.open(), await world.open()];
    world.cloud.isReachable = false;
    world.environment.setOnline(false);
    leader.close();
    await world.pass(60_000);
    world.cloud.isReachable = true;
    world.environment.setOnline(true);
    other.show(true);
    await world.pass(1_500);
    world.showTruth(other);
  });

  it('rejects where the login fails, and stands in no other tab’s way', async () => {
    world.cloud.expired.add('old');
    const page = await world.open([], { userSig: 'old' });
    assert.equal((page.failure as { reason: string }).reason, 'user-sig-expired');
    assert.equal(page.controller.state, 'idle');
    assert.deepEqual(world.browser.locks, []);
    world.showTruth(await world.open());
  });

  it('rejects with the reason of a login that has overtaken it', async () => {
    const reason = new Error('overtaken');
    const pending = world.open();
    const [page] = world.pages;
    page!.abort.abort(reason);
    await pending;
    assert.equal(page!.failure, reason);
    assert.equal(world.cloud.logins.length, 0);
    assert.deepEqual(world.browser.locks, []);
  });

  describe('the switch', () => {
    it('of any tab is that of all', async () => {
      const pages = [await world.open(), await world.open()];
      pages[1]!.controller.switchUserStatus({ displayOnlineStatus: false });
      await world.pass(100);
      for (const { controller } of pages) assert.equal(controller.displayOnlineStatus, false);
      pages[0]!.controller.switchUserStatus({ displayOnlineStatus: true });
      await world.pass(1_000);
      world.showTruth(...pages);
    });

    it('stays off when another tab takes over', async () => {
      const [leader, other] = [await world.open(), await world.open()];
      other.controller.switchUserStatus({ displayOnlineStatus: false });
      await world.pass(100);
      leader.close();
      await world.pass(2_000);
      assert.equal(other.controller.state, 'ready');
      assert.equal(other.controller.displayOnlineStatus, false);
      assert.equal(world.cloud.logins[0]!.display, false);
    });
  });

  it('is none where the page has connected an engine of its own', async (t) => {
    t.mock.method(console, 'warn', () => undefined);
    const page = new TabPage(world);
    page.controller.use(Object.assign(new HandSource().source, { origin: {} }));
    page.start();
    await world.pass(1_500);
    assert.equal(page.login?.isCurrent(), true);
    assert.equal(page.controller.userID, 'alice');
    assert.deepEqual(world.browser.locks, []);
  });

  it('is none for another user or another app', async () => {
    const alice = await world.open();
    const bob = await world.open(['bob-1'], { userID: 'bob' });
    const other = await world.open(['alice-1'], { SDKAppID: 2 });
    assert.equal(world.cloud.count, 3);
    assert.equal(bob.controller.userID, 'bob');
    assert.deepEqual(bob.of('alice-1'), NOTHING);
    assert.equal(bob.controller.directory.contacts![0]!.userID, 'bob-1');
    // The apps are one in this cloud, so the second login of alice has ended the first.
    assert.equal(alice.controller.error?.reason, 'kicked-offline');
    assert.equal(other.controller.state, 'ready');
  });

  it('sends no UserSig from tab to tab', async () => {
    for (let count = 0; count < 3; count++) await world.open();
    world.pages[0]!.close();
    await world.pass(2_000);
    assert.ok(world.browser.messages.length > 5);
    assert.doesNotMatch(JSON.stringify(world.browser.messages), /sig of/);
  });

  it('has logins of their own for tabs with another version, which the console says', async (t) => {
    const warn = t.mock.method(console, 'warn', () => undefined);
    const page = await world.open();
    const channel = world.browser.openTab().openChannel(world.browser.messages[0]!.name);
    channel.postMessage({ v: 2, from: 'newer', type: 'hello' });
    channel.postMessage({ v: 2, from: 'newer', type: 'logout' });
    await world.pass(100);
    world.showTruth(page);
    assert.equal(warn.mock.callCount(), 1);
    assert.match(String(warn.mock.calls[0]!.arguments[0]), /another version of this package/);
  });

  it('ignores what is no message', async () => {
    const [leader, page] = [await world.open(), await world.open()];
    const channel = world.browser.openTab().openChannel(world.browser.messages[0]!.name);
    for (const message of [
      null,
      'logout',
      { type: 'logout' },
      { v: 1, from: 'x', type: 'no such' },
      { v: 1, from: 'x', type: 'constructor' },
      { v: 1, from: leader.tab.id, type: 'statuses', statuses: [['alice-1', 3]] },
      { v: 1, from: 'x', type: 'statuses', statuses: [['alice-1', 3, '', 1]] },
      { v: 1, from: 'x', type: 'lists', contacts: [{}] },
      { v: 1, from: 'x', type: 'hello', active: true, live: 'alice-1', listed: [] },
      { v: 1, from: 'x', type: 'leaving' },
    ]) {
      channel.postMessage(message);
    }
    await world.pass(500);
    world.showTruth(leader, page);
  });
});
