import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conversationWith, sdkError } from '../../../support/fake-chat.js';
import { EnginePage, ONLINE, UNKNOWN } from '../../../support/engine-page.js';

describe('engineSource', () => {
  describe('a plan without user status', () => {
    it('that is upgraded lets the engine subscribe its partners, and shows what its map holds', async () => {
      const page = await new EnginePage().startWithoutAbility(0);
      page.engine.setConversations([conversationWith('u0')]);
      await page.environment.pass(60_000);
      assert.equal(page.engine.statusOf('u0')?.statusType, UNKNOWN, 'a placeholder');
      page.writeStatuses(['carol'], ONLINE);
      await page.environment.pass(100);
      assert.equal(page.presenceOf('carol'), 'unknown none');
      page.chat.ability = true;
      await page.environment.pass(20_000);
      assert.equal(page.engine.statusOf('u0'), undefined);
      assert.equal(page.presenceOf('carol'), 'online snapshot');
    });
  });

  describe('a feature that is disabled', () => {
    it('ends the subscriptions that the engine retries at every message', async () => {
      const page = await new EnginePage().startDisabled();
      page.chat.calls.length = 0;
      for (let message = 0; message < 10; message++) {
        page.talkTo(3);
        await page.environment.pass(500);
      }
      assert.deepEqual(page.chat.calls, []);
      assert.equal(page.statusOf('u0'), 'unknown');
      assert.equal(page.errors.length, 1);
    });

    it('ends them before the next message where the engine logged in before the connect', async () => {
      const page = new EnginePage();
      page.chat.failure = sdkError(72001);
      page.observe('ana');
      page.login().connect();
      page.talkTo(3);
      await page.environment.pass(5_000);
      page.chat.calls.length = 0;
      page.talkTo(3);
      await page.environment.pass(500);
      assert.deepEqual(page.chat.calls, []);
    });

    it('ends those of conversation partners who come later, too', async () => {
      const page = await new EnginePage().startDisabled();
      page.chat.calls.length = 0;
      for (let message = 0; message < 10; message++) {
        page.talkTo(4);
        await page.environment.pass(500);
      }
      assert.ok(page.chat.calls.length <= 2, `${page.chat.calls.length} calls`);
    });

    it('lets the engine subscribe its conversation partners again after retry()', async () => {
      const page = await new EnginePage().startDisabled();
      page.chat.failure = undefined;
      page.chat.truth.set('u2', { statusType: ONLINE, customStatus: '' });
      page.controller.retry();
      page.talkTo(3);
      await page.environment.pass(1_000);
      assert.equal(page.engine.statusOf('u2')?.statusType, ONLINE);
      assert.ok(page.chat.subscribed.has('u2'));
    });

    it('shows what the map of the engine holds again after retry()', async () => {
      const page = new EnginePage().connect().login();
      page.writeStatuses(['carol'], ONLINE);
      await page.environment.pass(100);
      page.chat.failure = sdkError(72001);
      page.observe('ana');
      await page.environment.pass(1_000);
      assert.equal(page.presenceOf('carol'), 'unknown none');
      page.chat.failure = undefined;
      page.controller.retry();
      await page.environment.pass(1_000);
      assert.equal(page.presenceOf('carol'), 'online snapshot');
    });
  });
});
