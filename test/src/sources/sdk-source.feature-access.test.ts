import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sdkError } from '../../support/fake-chat.js';
import { ONLINE } from '../../support/sdk-page.js';
import { PAGES } from '../../support/sdk-pages.js';

for (const [sdk, Page] of PAGES) {
  describe(`connect(${sdk})`, () => {
    describe('a plan without user status', () => {
      it('is no error while the ability may be on its way, and no check follows its arrival', async () => {
        const page = await new Page().startWithoutAbility(900);
        assert.deepEqual(page.errors, []);
        page.chat.ability = true;
        await page.environment.pass(3_000);
        assert.equal(page.presenceOf('ana'), 'not-logged-in live');
        assert.deepEqual(page.errors, []);
        const { abilityChecks } = page.chat;
        await page.environment.pass(60_000);
        assert.equal(page.chat.abilityChecks, abilityChecks);
      });

      it('makes one error, and no call to the service', async () => {
        const page = await new Page().startWithoutAbility(600_000);
        assert.deepEqual(
          page.errors.map(({ reason, code }) => [reason, code]),
          [['plan-unsupported', 3122]],
        );
        assert.equal(page.controller.state, 'unavailable');
        assert.deepEqual(page.chat.calls, []);
        assert.match(page.errors[0]!.message, /plan/i);
        assert.ok(page.errors[0]!.helpUrl);
      });

      it('that is upgraded is noticed without a reload', async () => {
        const page = await new Page().startWithoutAbility(60_000);
        page.chat.ability = true;
        await page.environment.pass(20_000);
        assert.equal(page.controller.state, 'ready');
        assert.equal(page.presenceOf('ana'), 'not-logged-in live');
        assert.equal(page.errors.length, 1);
      });

      it('makes few calls and errors where the SDK claims the ability all the same', async () => {
        const page = new Page().connect();
        page.observe('ana');
        page.login();
        page.chat.failure = sdkError(0, 'the package does not support this');
        await page.environment.pass(120_000);
        assert.ok(page.errors.length <= 12, `${page.errors.length} errors in two minutes`);
        assert.ok(page.chat.calls.length <= 40, `${page.chat.calls.length} calls`);
      });

      it('is not checked after the logout', async () => {
        const page = await new Page().startWithoutAbility(10_000);
        await page.chat.logout();
        const { abilityChecks } = page.chat;
        await page.environment.pass(60_000);
        assert.equal(page.chat.abilityChecks, abilityChecks);
      });

      it('is not checked after a logout before a call fails', async () => {
        const page = new Page().connect();
        page.observe('ana');
        page.chat.latency = 1_000;
        page.chat.failure = sdkError(3122);
        page.login();
        await page.environment.pass(500);
        assert.ok(page.chat.calls.length > 0, 'a call is under way');
        await page.chat.logout();
        page.chat.ability = false;
        await page.environment.pass(60_000);
        assert.equal(page.chat.abilityChecks, 0);
        assert.equal(page.environment.timers, 0);
        assert.deepEqual(page.errors, []);
      });
    });

    describe('a feature that is disabled', () => {
      it('makes one error that says what to do', async () => {
        const page = await new Page().startDisabled();
        assert.equal(page.controller.state, 'unavailable');
        assert.deepEqual(
          page.errors.map(({ reason, code }) => [reason, code]),
          [['feature-disabled', 72001]],
        );
        assert.match(page.errors[0]!.message, /console/i);
        assert.ok(page.errors[0]!.helpUrl?.startsWith('https://'));
      });

      it('is tried again by retry(), and not before', async () => {
        const page = await new Page().startDisabled();
        page.chat.failure = undefined;
        page.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
        await page.environment.pass(60_000);
        assert.equal(page.presenceOf('ana'), 'unknown none');
        page.controller.retry();
        await page.environment.pass(1_000);
        assert.equal(page.presenceOf('ana'), 'online live');
        assert.equal(page.controller.state, 'ready');
      });

      it('is no error any more after the logout', async () => {
        const page = await new Page().startDisabled();
        await page.chat.logout();
        assert.equal(page.controller.state, 'idle');
        assert.equal(page.controller.error, undefined);
      });
    });
  });
}
