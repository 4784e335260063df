import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { settled } from '../../support/fake-environment.js';
import { ONLINE } from '../../support/sdk-page.js';
import { PAGES } from '../../support/sdk-pages.js';

type Step = 'connect' | 'observe' | 'chat' | 'engine' | 'switch';

for (const [sdk, Page] of PAGES) {
  describe(`connect(${sdk})`, () => {
    describe('in any order', () => {
      const orders: readonly (readonly Step[])[] = [
        ['connect', 'observe', 'chat', 'engine', 'switch'],
        ['observe', 'connect', 'chat', 'engine', 'switch'],
        ['chat', 'connect', 'engine', 'switch', 'observe'],
        ['chat', 'engine', 'connect', 'switch', 'observe'],
        ['chat', 'engine', 'switch', 'connect', 'observe'],
        ['observe', 'chat', 'engine', 'switch', 'connect'],
        ['switch', 'connect', 'observe', 'chat', 'engine'],
        ['connect', 'switch', 'chat', 'observe', 'engine'],
      ];
      for (const order of orders) {
        for (const pause of [0, 3_000]) {
          it(`of ${order.join(', ')}${pause ? ', with pauses,' : ''} the result is the same`, async () => {
            const page = new Page();
            page.chat.truth.set('ana', { statusType: ONLINE, customStatus: 'x' });
            const steps: Record<Step, () => void> = {
              connect: () => page.connect(),
              observe: () => page.observe('ana'),
              chat: () => page.chat.login('me'),
              engine: () => page.logInEngine('me'),
              switch: () => page.controller.switchUserStatus({ displayOnlineStatus: true }),
            };
            for (const step of order) {
              steps[step]();
              await page.environment.pass(pause);
            }
            await page.environment.pass(1_000);
            assert.equal(page.presenceOf('ana'), 'online live');
            assert.equal(page.controller.presenceOf('ana').customStatus, 'x');
            assert.equal(page.controller.userID, 'me');
            assert.equal(page.controller.state, 'ready');
            assert.deepEqual(page.chat.users('subscribeUserStatus'), ['ana']);
            assert.deepEqual(page.errors, []);
            assert.deepEqual(page.environment.errors, []);
          });
        }
      }

      it('no call is made before the login', async () => {
        const page = new Page().connect();
        page.observe('ana');
        page.controller.switchUserStatus({ displayOnlineStatus: true });
        await page.environment.pass(60_000);
        assert.deepEqual(page.chat.calls, []);
        assert.deepEqual(page.errors, []);
      });
    });

    describe('a login', () => {
      it('that comes late starts everything', async () => {
        const page = new Page().connect();
        page.observe('ana');
        await page.environment.pass(600_000);
        assert.equal(page.controller.state, 'connecting');
        page.login();
        await page.environment.pass(1_000);
        assert.equal(page.presenceOf('ana'), 'not-logged-in live');
      });

      it('of another user after the logout starts without data', async () => {
        const page = await Page.ready('ana');
        page.chat.set('ana', ONLINE);
        await page.environment.pass(100);
        await page.chat.logout();
        page.takeNotifications();
        page.chat.truth.clear();
        page.login('bob');
        assert.equal(page.presenceOf('ana'), 'unknown none');
        await page.environment.pass(1_000);
        assert.ok(!page.takeNotifications().some((line) => line.includes('online')));
        assert.equal(page.presenceOf('ana'), 'not-logged-in live');
        assert.equal(page.controller.userID, 'bob');
      });

      it('of another user without a logout removes all data', async () => {
        const page = await Page.ready('ana');
        page.chat.set('ana', ONLINE);
        await page.environment.pass(100);
        page.chat.truth.clear();
        page.login('bob');
        assert.equal(page.presenceOf('ana'), 'unknown none');
        await page.environment.pass(1_000);
        assert.equal(page.controller.userID, 'bob');
        assert.equal(page.presenceOf('ana'), 'not-logged-in live');
      });

      it('of the same user again subscribes and queries again', async () => {
        const page = await Page.ready('ana');
        await page.chat.logout();
        page.chat.calls.length = 0;
        page.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
        page.login('me');
        await page.environment.pass(1_000);
        assert.ok(page.chat.users('subscribeUserStatus').includes('ana'));
        assert.ok(page.chat.users('getUserStatus').includes('ana'));
        assert.equal(page.presenceOf('ana'), 'online live');
      });
    });

    describe('a kick', () => {
      for (const type of ['multipleAccount', 'multipleDevice', 'REST_API_Kick'] as const) {
        it(`by ${type} removes all data, with one error, and no call is made after it`, async () => {
          const page = await Page.ready('ana');
          page.chat.set('ana', ONLINE);
          page.chat.kick(type);
          const calls = page.chat.calls.length;
          await page.environment.pass(60_000);
          assert.equal(page.controller.state, 'unavailable');
          assert.deepEqual(
            page.errors.map(({ reason }) => reason),
            ['kicked-offline'],
          );
          assert.equal(page.presenceOf('ana'), 'unknown none');
          assert.equal(page.chat.calls.length, calls);
        });
      }

      it('removes all data where the SDK reports no logout after it, too', async () => {
        const page = await Page.ready('ana');
        page.chat.emit('kickedOut', { type: 'multipleAccount' });
        assert.equal(page.controller.state, 'unavailable');
        assert.equal(page.controller.userID, undefined);
        assert.equal(page.presenceOf('ana'), 'unknown none');
        await settled();
      });

      it('for an expired UserSig has an error of its own, which ends with the next login', async () => {
        const page = await Page.ready('ana');
        page.chat.kick('userSigExpired');
        assert.equal(page.controller.error?.reason, 'user-sig-expired');
        page.login('me');
        await page.environment.pass(1_000);
        assert.equal(page.controller.state, 'ready');
        assert.equal(page.controller.error, undefined);
        assert.equal(page.presenceOf('ana'), 'not-logged-in live');
      });
    });
  });
}
