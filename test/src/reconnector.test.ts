import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Reconnector } from '../../src/reconnector.js';
import { FakeEnvironment } from '../support/fake-environment.js';

/** A reconnector on a clock of the test's, and the times of its attempts, in ms since the start. */
function setUp(reconnect: (reconnector: Reconnector) => void = () => undefined) {
  const environment = new FakeEnvironment();
  environment.chance = 1;
  const start = environment.now();
  const attempts: number[] = [];
  const reconnector: Reconnector = new Reconnector(environment, () => {
    attempts.push(environment.now() - start);
    reconnect(reconnector);
  });
  return { environment, reconnector, attempts };
}

describe('Reconnector', () => {
  it('reconnects after growing waits, up to 15 s', async () => {
    const { environment, reconnector, attempts } = setUp();
    reconnector.run(true);
    await environment.pass(60_000);
    assert.deepEqual(attempts, [500, 1_500, 3_500, 7_500, 15_500, 30_500, 45_500]);
  });

  it('shortens a wait by half at most', async () => {
    const { environment, reconnector, attempts } = setUp();
    environment.chance = 0;
    reconnector.run(true);
    await environment.pass(4_000);
    assert.deepEqual(attempts, [250, 750, 1_750, 3_750]);
  });

  it('tries many times within the 75 s that the SDK waits', async () => {
    const { environment, reconnector, attempts } = setUp();
    reconnector.run(true);
    await environment.pass(75_000);
    assert.ok(attempts.length >= 8);
  });

  it('makes no attempt while it is not running', async () => {
    const { environment, reconnector, attempts } = setUp();
    reconnector.run(false);
    await environment.pass(60_000);
    assert.deepEqual(attempts, []);
    assert.equal(environment.listeners, 0);
  });

  it('leaves no timer and no listener behind when it stops', async () => {
    const { environment, reconnector, attempts } = setUp();
    reconnector.run(true);
    await environment.pass(600);
    reconnector.run(false);
    assert.equal(environment.timers, 0);
    assert.equal(environment.listeners, 0);
    await environment.pass(60_000);
    assert.deepEqual(attempts, [500]);
  });

  it('starts with short waits each time', async () => {
    const { environment, reconnector, attempts } = setUp();
    reconnector.run(true);
    await environment.pass(10_000);
    reconnector.run(false);
    reconnector.run(true);
    await environment.pass(600);
    assert.equal(attempts.at(-1), 10_500);
  });

  it('does not start again when it is running already', async () => {
    const { environment, reconnector, attempts } = setUp();
    reconnector.run(true);
    await environment.pass(400);
    reconnector.run(true);
    await environment.pass(200);
    assert.deepEqual(attempts, [500]);
    assert.equal(environment.listeners, 1);
  });

  it('waits while the page is hidden', async () => {
    const { environment, reconnector, attempts } = setUp();
    environment.isActiveNow = false;
    reconnector.run(true);
    await environment.pass(60_000);
    assert.deepEqual(attempts, []);
    environment.isActiveNow = true;
  });

  it('tries each 15 s while the device believes to be offline, which may be wrong', async () => {
    const { environment, reconnector, attempts } = setUp();
    environment.isOnlineNow = false;
    reconnector.run(true);
    await environment.pass(46_000);
    assert.deepEqual(attempts, [15_000, 30_000, 45_000]);
    environment.setOnline(true);
    await environment.pass(600);
    assert.equal(attempts.at(-1), 46_500);
  });

  it('stops when the page is hidden during a wait', async () => {
    const { environment, reconnector, attempts } = setUp();
    reconnector.run(true);
    await environment.pass(400);
    environment.setActive(false);
    await environment.pass(60_000);
    assert.deepEqual(attempts, []);
  });

  it('reconnects soon after the page is visible again, however long it has waited', async () => {
    const { environment, reconnector, attempts } = setUp();
    reconnector.run(true);
    await environment.pass(40_000);
    environment.setActive(false);
    await environment.pass(20_000);
    environment.setActive(true);
    await environment.pass(600);
    assert.equal(attempts.at(-1), 60_500);
  });

  it('makes no further attempt when one succeeds at once', async () => {
    const { environment, reconnector, attempts } = setUp((reconnector) => reconnector.run(false));
    reconnector.run(true);
    await environment.pass(60_000);
    assert.deepEqual(attempts, [500]);
    assert.equal(environment.timers, 0);
  });
});
