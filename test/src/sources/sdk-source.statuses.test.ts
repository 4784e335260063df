import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ONLINE } from '../../support/sdk-page.js';
import { PAGES } from '../../support/sdk-pages.js';

for (const [sdk, Page] of PAGES) {
  describe(`connect(${sdk})`, () => {
    describe('statuses', () => {
      it("knows the user's own custom status from the login on, and its changes", async () => {
        const page = new Page();
        const me = page.chat.getLoginUser() || 'me';
        page.chat.truth.set(me, { statusType: ONLINE, customStatus: 'at lunch' });
        await page.start(me);
        await page.environment.pass(10_000);
        assert.equal(page.presenceOf(me), 'online live');
        assert.equal(page.controller.presenceOf(me).customStatus, 'at lunch');
        page.chat.emit('onUserStatusUpdated', [
          { userID: me, statusType: ONLINE, customStatus: '' },
        ]);
        page.environment.draw();
        assert.equal(page.controller.presenceOf(me).customStatus, '');
      });
    });

    describe('a push', () => {
      it('is shown with the next frame, once', async () => {
        const page = await Page.ready('ana', 'bob');
        page.chat.set('ana', ONLINE, 'hello');
        page.environment.draw();
        assert.deepEqual(page.takeNotifications(), ['ana online live']);
        assert.equal(page.controller.presenceOf('ana').customStatus, 'hello');
        page.environment.draw();
        await page.environment.pass(1_000);
        assert.deepEqual(page.takeNotifications(), []);
      });

      it('of an equal value makes no notification', async () => {
        const page = await Page.ready('ana');
        for (let push = 0; push < 200; push++) page.chat.set('ana', 3);
        await page.environment.pass(100);
        assert.deepEqual(page.takeNotifications(), []);
      });
    });
  });
}
