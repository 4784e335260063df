import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { PageStorage } from '../../../src/page-storage.js';
import { TabWorld } from '../../support/tab-world.js';

const ONLINE = 1;
const NOTHING = { status: 'unknown', freshness: 'none' };

describe('the end of a login that tabs share', () => {
  let world: TabWorld;
  beforeEach(() => {
    world = new TabWorld();
    world.cloud.set('alice-1', ONLINE);
  });

  it('leaves no lock and no login when the last tab is closed', async () => {
    const page = await world.open();
    page.close();
    await world.pass(3_000);
    assert.deepEqual(world.browser.locks, []);
    assert.equal(world.cloud.logins.length, 0);
  });

  describe('by a logout', () => {
    it('in one tab leaves the others logged in', async () => {
      const pages = [await world.open(), await world.open(), await world.open()];
      await pages[1]!.login!.end();
      assert.equal(pages[1]!.controller.state, 'idle');
      assert.equal(pages[1]!.controller.directory.contacts, undefined);
      await world.pass(2_000);
      world.showTruth(pages[0]!, pages[2]!);
      assert.equal(world.cloud.count, 1);
    });

    it('in the last tab logs out, and leaves no lock', async () => {
      const pages = [await world.open(), await world.open()];
      for (const page of pages) void page.login!.end();
      await world.pass(5_000);
      assert.equal(world.cloud.logins.length, 0);
      assert.deepEqual(world.browser.locks, []);
    });

    for (const which of [0, 1]) {
      it(`everywhere, by tab ${which}, logs out in all tabs`, async () => {
        const pages = [await world.open(), await world.open(), await world.open()];
        void pages[which]!.login!.end({ everywhere: true });
        await world.pass(5_000);
        assert.equal(world.cloud.logins.length, 0);
        assert.equal(world.cloud.count, 1);
        assert.deepEqual(world.browser.locks, []);
        for (const page of pages) {
          assert.equal(page.controller.state, 'idle');
          assert.equal(page.login!.isCurrent(), false);
          assert.deepEqual(page.errors, []);
        }
      });
    }

    it('everywhere ends the session of a page that the browser has stopped, when it goes on', async () => {
      const [stopped, other] = [await world.open(), await world.open()];
      stopped.tab.run(false);
      await world.pass(2_000);
      void other.login!.end({ everywhere: true });
      await world.pass(5_000);
      stopped.tab.run(true);
      assert.equal(stopped.controller.state, 'idle');
      assert.equal(stopped.controller.directory.contacts, undefined);
      await world.pass(5_000);
      assert.equal(world.cloud.logins.length, 0);
      assert.deepEqual(world.browser.locks, []);
      // A login of after that is not ended by it.
      world.showTruth(await world.open());
    });

    it('everywhere works in a browser that denies its storage', async () => {
      const deny = () => {
        throw new Error('denied');
      };
      for (let count = 0; count < 2; count++) {
        void world.open();
        world.pages[count]!.tab.storage = new PageStorage(deny);
        await world.pass(1_000);
      }
      void world.pages[0]!.login!.end({ everywhere: true });
      await world.pass(5_000);
      for (const page of world.pages) assert.equal(page.controller.state, 'idle');
    });
  });

  describe('by the service', () => {
    it('because of another device is one in all tabs, and none of them logs in by itself', async () => {
      const pages = [await world.open(), await world.open(), await world.open()];
      world.cloud.kick(world.cloud.logins[0]!);
      await world.pass(20_000);
      for (const page of pages) {
        assert.equal(page.controller.state, 'unavailable');
        assert.equal(page.controller.error?.reason, 'kicked-offline');
        assert.equal(page.controller.directory.contacts, undefined);
        assert.deepEqual(page.of('alice-1'), NOTHING);
        assert.equal(page.login!.isCurrent(), false);
      }
      pages[0]!.close();
      await world.pass(5_000);
      assert.equal(world.cloud.count, 1);
    });

    it('is followed again by all tabs once one logs in again', async () => {
      const pages = [await world.open(), await world.open()];
      world.cloud.kick(world.cloud.logins[0]!);
      await world.pass(5_000);
      pages[0]!.controller.retry();
      await world.pass(2_000);
      assert.equal(world.cloud.count, 2);
      for (const page of pages) page.errors.length = 0;
      world.showTruth(...pages);
    });

    for (const [name, wait, isEnd] of [
      ['by the SDK of a page that the browser has let go on is none', 1_000, false],
      ['by another device, long after that, is one', 20_000, true],
    ] as const) {
      it(name, async () => {
        const [returning, other] = [await world.open(), await world.open()];
        returning.tab.run(false);
        await world.pass(2_000);
        returning.tab.run(true);
        await world.pass(wait);
        world.cloud.kick(world.cloud.logins[0]!);
        await world.pass(3_000);
        if (!isEnd) world.showTruth(returning, other);
        for (const { controller } of [returning, other]) {
          assert.equal(controller.error?.reason, isEnd ? 'kicked-offline' : undefined);
        }
      });
    }

    it('by another device in the middle of a takeover is one in all tabs', async () => {
      const [leader, ...others] = [await world.open(), await world.open(), await world.open()];
      world.cloud.loginFailure = 'kicked-offline';
      leader.close();
      await world.pass(3_000);
      world.cloud.loginFailure = undefined;
      await world.pass(60_000);
      for (const page of others) assert.deepEqual(page.errors, ['kicked-offline']);
      // A login would end that of the other device.
      assert.equal(world.cloud.count, 1);
    });

    it('because the UserSig has expired goes on in a tab with a fresh one', async () => {
      const pages = [await world.open(), await world.open()];
      world.cloud.expired.add('sig of tab1');
      world.cloud.kick(world.cloud.logins[0]!, 'user-sig-expired');
      await world.pass(2_000);
      world.showTruth(...pages);
      assert.equal(world.cloud.count, 2);
      assert.equal(pages[0]!.login!.isCurrent(), false);
      assert.equal(pages[1]!.login!.isCurrent(), true);
    });

    it('because all UserSigs have expired says so in all tabs', async () => {
      const pages = [await world.open(), await world.open(), await world.open()];
      for (const { tab } of pages) world.cloud.expired.add(`sig of ${tab.id}`);
      world.cloud.kick(world.cloud.logins[0]!, 'user-sig-expired');
      await world.pass(5_000);
      for (const page of pages) {
        assert.equal(page.controller.error?.reason, 'user-sig-expired');
        assert.deepEqual(page.errors, ['user-sig-expired']);
      }
    });
  });
});
