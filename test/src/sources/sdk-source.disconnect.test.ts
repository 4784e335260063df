import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conversationWith, FakeChat, friend, sdkError } from '../../support/fake-chat.js';
import { ONLINE } from '../../support/sdk-page.js';
import { PAGES } from '../../support/sdk-pages.js';

for (const [sdk, Page] of PAGES) {
  describe(`connect(${sdk})`, () => {
    describe('a disconnect', () => {
      it('puts back methods that are own properties of the chat', () => {
        const page = new Page();
        const own = (options: { userIDList: string[] }) =>
          FakeChat.prototype.getUserStatus.call(page.chat, options);
        page.chat.getUserStatus = own;
        page.login().connect();
        assert.notEqual(page.chat.getUserStatus, own);
        page.disconnect();
        assert.equal(page.chat.getUserStatus, own);
      });

      it('leaves a method that other code has wrapped since, and which works on', async () => {
        const page = new Page().connect().login();
        const { getUserStatus } = page.chat;
        let calls = 0;
        page.chat.getUserStatus = (options) => {
          calls += 1;
          return getUserStatus(options);
        };
        page.disconnect();
        await page.environment.pass(100);
        const answer = page.chat.getUserStatus({ userIDList: ['ana'] });
        await page.environment.pass(100);
        assert.equal((await answer)?.data?.successUserList?.[0]?.userID, 'ana');
        assert.equal(calls, 1);
      });

      it('ends all updates', async () => {
        const page = await Page.ready('ana');
        page.disconnect();
        page.chat.emit('onUserStatusUpdated', [{ userID: 'ana', statusType: ONLINE }]);
        page.setFriends([friend('ana')]);
        await page.chat.logout();
        page.chat.login('bob');
        await page.environment.pass(60_000);
        assert.equal(page.presenceOf('ana'), 'unknown none');
        assert.equal(page.controller.state, 'idle');
        assert.equal(page.controller.directory.contacts, undefined);
        assert.deepEqual(page.environment.errors, []);
      });

      it('during the login and its calls makes no error, and ends all checks of the plan', async () => {
        const page = new Page().connect();
        page.observe('ana');
        page.chat.ability = false;
        page.login();
        await page.environment.pass(60);
        page.disconnect();
        await page.environment.pass(60_000);
        assert.equal(page.chat.abilityChecks, 0);
        assert.equal(page.environment.timers, 0);
        assert.deepEqual(page.environment.errors, []);
      });

      for (const code of [3122, 72001, 2801]) {
        it(`before a call fails with ${code} leaves no timer, no placeholder and no error`, async () => {
          const page = new Page().connect();
          page.observe('ana');
          page.chat.latency = 1_000;
          page.chat.failure = sdkError(code);
          page.login();
          page.setConversations([conversationWith('ana')]);
          await page.environment.pass(500);
          assert.ok(page.chat.calls.length > 0, 'a call is under way');
          page.disconnect();
          await page.environment.pass(60_000);
          assert.equal(page.environment.timers, 0);
          assert.equal(page.chat.abilityChecks, 0);
          assert.deepEqual(page.errors, []);
          assert.deepEqual(page.environment.errors, []);
        });
      }

      it('may be followed by another connect', async () => {
        const page = await Page.ready('ana');
        page.disconnect();
        page.connect();
        page.chat.set('ana', ONLINE);
        page.controller.switchUserStatus({ displayOnlineStatus: true });
        await page.environment.pass(1_000);
        assert.equal(page.presenceOf('ana'), 'online live');
      });
    });
  });
}
