import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ONLINE, users } from '../../support/sdk-page.js';
import { PAGES } from '../../support/sdk-pages.js';

for (const [sdk, Page] of PAGES) {
  describe(`connect(${sdk})`, () => {
    describe('a call of the page', () => {
      it('that is a query also updates the statuses that are shown', async () => {
        const page = await Page.ready('ana');
        page.chat.truth.set('x', { statusType: ONLINE, customStatus: '' });
        page.call('getUserStatus', ['x']);
        await page.environment.pass(100);
        assert.equal(page.presenceOf('x'), 'online snapshot');
      });

      it('counts against the rate limit: we make fewer calls while the page makes many', async () => {
        const page = new Page().connect().login();
        await page.environment.pass(1_000);
        for (let call = 0; call < 15; call++) {
          page.call('getUserStatus', [`x${call}`]);
        }
        page.observe(users(4_000), false);
        await page.environment.pass(30_000);
        assert.equal(page.chat.rateLimited, 0);
        assert.notEqual(page.presenceOf('u3999'), 'unknown none');
      });
    });

    describe('a subscription of the page', () => {
      it('is never unsubscribed by us', async () => {
        const page = new Page().connect().login();
        page.call('subscribeUserStatus', ['ana', 'bob']);
        void page.chat.subscribeUserStatus({ userIDList: ['carol'] });
        await page.environment.pass(100);
        const stop = page.observe(['ana', 'carol', 'dave']);
        await page.environment.pass(1_000);
        assert.equal(page.presenceOf('ana'), 'not-logged-in live');
        stop();
        page.observe(users(300));
        await page.environment.pass(30_000);
        const unsubscribed = page.chat.users('unsubscribeUserStatus');
        for (const userID of ['ana', 'bob', 'carol'])
          assert.ok(!unsubscribed.includes(userID), userID);
        assert.ok(unsubscribed.includes('dave'));
        assert.equal(page.chat.evicted, 0);
      });

      it('is made again by us when the page ends it while the user is observed', async () => {
        const page = await Page.ready('ana');
        page.call('unsubscribeUserStatus', ['ana']);
        await page.environment.pass(1_000);
        assert.ok(page.chat.subscribed.has('ana'));
        assert.equal(page.presenceOf('ana'), 'not-logged-in live');
      });

      it('and all others are made again by us after the page has ended all at once', async () => {
        const page = await Page.ready('ana', 'bob');
        void page.chat.unsubscribeUserStatus({ userIDList: [] });
        await page.environment.pass(1_000);
        assert.deepEqual([...page.chat.subscribed].sort(), ['ana', 'bob']);
        assert.equal(page.presenceOf('bob'), 'not-logged-in live');
      });
    });
  });
}
