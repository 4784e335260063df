import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ONLINE, users } from '../../support/sdk-page.js';
import { PAGES } from '../../support/sdk-pages.js';

for (const [sdk, Page] of PAGES) {
  describe(`connect(${sdk})`, () => {
    describe('the connection', () => {
      it('makes statuses stale when it is lost, and subscribes and queries again when it is back', async () => {
        const page = await Page.ready('ana');
        page.chat.drop();
        assert.equal(page.presenceOf('ana'), 'not-logged-in stale');
        assert.equal(page.controller.state, 'disconnected');
        page.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
        page.chat.calls.length = 0;
        page.chat.restore();
        await page.environment.pass(1_000);
        assert.equal(page.presenceOf('ana'), 'online live');
        assert.deepEqual(page.chat.users('subscribeUserStatus'), ['ana']);
        assert.ok(page.chat.users('getUserStatus').includes('ana'));
      });

      it('is brought back by a call, instead of the wait of the SDK', async () => {
        const page = await Page.ready('ana');
        page.chat.drop();
        await page.environment.pass(2_000);
        assert.equal(page.controller.state, 'ready');
        assert.equal(page.presenceOf('ana'), 'not-logged-in live');
      });

      it('that stays lost is tried with growing waits, by one user a call', async () => {
        const page = await Page.ready('ana', 'bob');
        page.chat.network = false;
        page.chat.drop();
        page.chat.calls.length = 0;
        await page.environment.pass(60_000);
        assert.ok(page.chat.calls.length >= 5 && page.chat.calls.length <= 12);
        assert.ok(page.chat.calls.every(({ userIDs }) => userIDs.length === 1));
        assert.deepEqual(page.errors, []);
      });

      it('keeps its state when the SDK reports one that is not known', async () => {
        const page = await Page.ready('ana');
        for (const state of ['', 'asleep', undefined, 7]) {
          page.chat.emit('netStateChange', { state });
        }
        assert.equal(page.controller.state, 'ready');
        assert.deepEqual(page.environment.errors, []);
      });
    });

    describe('the switch', () => {
      it('makes no call and shows nothing of others while it is off', async () => {
        const page = new Page().connect().login('me', { on: false });
        page.observe('ana');
        await page.environment.pass(60_000);
        // The SDK answers a query of oneself by itself.
        assert.deepEqual(
          page.chat.calls.map(({ userIDs }) => userIDs),
          [['me']],
        );
        assert.equal(page.controller.displayOnlineStatus, false);
        assert.equal(page.presenceOf('ana'), 'unknown none');
      });

      it('brings no old status back when it goes off and on again', async () => {
        const page = await Page.ready('ana');
        page.chat.set('ana', ONLINE);
        await page.environment.pass(100);
        page.controller.switchUserStatus({ displayOnlineStatus: false });
        assert.equal(page.controller.displayOnlineStatus, false);
        assert.equal(page.presenceOf('ana'), 'unknown none');
        await page.environment.pass(1_000);
        page.chat.truth.clear();
        page.takeNotifications();
        page.controller.switchUserStatus({ displayOnlineStatus: true });
        await page.environment.pass(2_000);
        assert.ok(!page.takeNotifications().some((line) => line.includes('online')));
        assert.equal(page.presenceOf('ana'), 'not-logged-in live');
      });

      it('is never changed for elements that come and go', async () => {
        const page = new Page().connect().login();
        const stop = page.observe(users(20));
        await page.environment.pass(1_000);
        stop();
        await page.environment.pass(60_000);
        page.disconnect();
        await page.environment.pass(1_000);
        assert.ok(page.chat.calls.every(({ userIDs }) => userIDs.length > 0));
      });
    });
  });
}
