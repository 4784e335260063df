import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { presenceError } from '../../../../src/presence-error.js';
import { FeatureAccess } from '../../../../src/sources/chat/feature-access.js';
import { FakeChat } from '../../../support/fake-chat.js';
import { FakeEnvironment } from '../../../support/fake-environment.js';

const REFUSAL = presenceError('plan-unsupported', 3122);

function setUp() {
  const environment = new FakeEnvironment();
  const chat = new FakeChat(environment);
  chat.ability = false;
  let granted = 0;
  const access = new FeatureAccess(
    environment,
    () => chat,
    () => (granted += 1),
  );
  access.start();
  return { environment, chat, access, granted: () => granted };
}

describe('FeatureAccess', () => {
  it('returns an error that does not concern the access as it is', async () => {
    const { environment, chat, access } = setUp();
    for (const reason of ['timeout', 'rate-limited', 'unknown'] as const) {
      const error = presenceError(reason, 1);
      assert.equal(access.callFailed(error), error);
    }
    assert.equal(access.isDenied, false);
    await environment.pass(60_000);
    assert.equal(chat.abilityChecks, 0);
  });

  it('is denied at once when the feature is disabled, and checks nothing', async () => {
    const { environment, chat, access } = setUp();
    const error = presenceError('feature-disabled', 72001);
    assert.equal(access.callFailed(error), error);
    assert.equal(access.isDenied, true);
    await environment.pass(60_000);
    assert.equal(chat.abilityChecks, 0);
  });

  describe('a plan without user status', () => {
    it('is taken for a login under way in the first 3 s, and is denied from then on', async () => {
      const { environment, access } = setUp();
      await environment.pass(2_999);
      const error = access.callFailed(REFUSAL);
      assert.deepEqual([error.reason, error.code, error.cause], ['not-logged-in', 3122, REFUSAL]);
      assert.equal(access.isDenied, false);
      await environment.pass(1);
      assert.equal(access.callFailed(REFUSAL), REFUSAL);
      assert.equal(access.isDenied, true);
    });

    it('is denied after 3 s of checks, also without another call', async () => {
      const { environment, access } = setUp();
      access.callFailed(REFUSAL);
      await environment.pass(4_000);
      assert.equal(access.isDenied, true);
    });

    it('is checked with waits that double from 250 ms to 15 s, by one timer', async () => {
      const { environment, chat, access } = setUp();
      const times: number[] = [];
      const check = chat.callExperimentalAPI.bind(chat);
      chat.callExperimentalAPI = (name, value) => {
        times.push(environment.now());
        return check(name, value);
      };
      const start = environment.now();
      access.callFailed(REFUSAL);
      access.callFailed(REFUSAL);
      assert.equal(environment.timers, 1);
      await environment.pass(60_000);
      const waits = times.map((time, index) => time - (times[index - 1] ?? start));
      assert.deepEqual(waits, [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    });

    it('is checked until the ability arrives, which is reported once', async () => {
      const { environment, chat, access, granted } = setUp();
      access.callFailed(REFUSAL);
      await environment.pass(10_000);
      assert.equal(granted(), 0);
      chat.ability = true;
      await environment.pass(60_000);
      assert.equal(granted(), 1);
      assert.equal(access.isDenied, false);
      assert.equal(environment.timers, 0);
    });

    it('is given another 3 s by another start', async () => {
      const { environment, access } = setUp();
      await environment.pass(10_000);
      access.callFailed(REFUSAL);
      access.start();
      assert.equal(access.isDenied, false);
      assert.equal(access.callFailed(REFUSAL).reason, 'not-logged-in');
    });

    it('is checked with the first wait again after another start', async () => {
      const { environment, chat, access } = setUp();
      access.callFailed(REFUSAL);
      await environment.pass(30_000);
      access.stop();
      access.start();
      const { abilityChecks } = chat;
      access.callFailed(REFUSAL);
      await environment.pass(250);
      assert.equal(chat.abilityChecks, abilityChecks + 1);
    });

    it('is checked again where a check fails, or the SDK has none', async () => {
      const { environment, chat, access, granted } = setUp();
      const check = chat.callExperimentalAPI.bind(chat);
      const broken: readonly (FakeChat['callExperimentalAPI'] | undefined)[] = [
        undefined,
        () => Promise.reject(new Error('no answer')),
        () => Promise.resolve(undefined),
        () => {
          throw new Error('no such API');
        },
      ];
      access.callFailed(REFUSAL);
      for (const api of broken) {
        chat.callExperimentalAPI = api!;
        await environment.pass(20_000);
        assert.equal(environment.timers, 1);
      }
      chat.ability = true;
      chat.callExperimentalAPI = check;
      await environment.pass(20_000);
      assert.equal(granted(), 1);
    });
  });

  describe('stop()', () => {
    it('ends the checks', async () => {
      const { environment, chat, access } = setUp();
      access.callFailed(REFUSAL);
      access.stop();
      await environment.pass(60_000);
      assert.equal(chat.abilityChecks, 0);
      assert.equal(environment.timers, 0);
    });

    it('makes a check that is under way void', async () => {
      const { environment, chat, access, granted } = setUp();
      let grant = (_answer: unknown): void => undefined;
      chat.callExperimentalAPI = () => new Promise((resolve) => (grant = resolve));
      access.callFailed(REFUSAL);
      await environment.pass(300);
      access.stop();
      grant({ data: { enabled: true } });
      await environment.pass(60_000);
      assert.equal(granted(), 0);
      assert.equal(environment.timers, 0);
    });
  });
});
