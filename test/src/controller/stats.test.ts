import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ControllerDrive } from '../../support/controller-drive.js';
import { serviceError, usersNumbered } from '../../support/hand-source.js';

describe('stats', () => {
  it('counts observed users, calls and notifications', async () => {
    const drive = new ControllerDrive();
    assert.deepEqual(drive.controller.stats, {
      observed: 0,
      live: 0,
      snapshot: 0,
      held: 0,
      subscribeCalls: 0,
      unsubscribeCalls: 0,
      queryCalls: 0,
      refused: 0,
      evicted: 0,
      notifications: 0,
    });
    const stop = drive.observe(['ana', 'bob']);
    drive.observe(['carol'], false);
    await drive.pass(1_000);
    stop();
    drive.observe(['bob']);
    await drive.pass(10_000);
    const { notifications, ...stats } = drive.controller.stats;
    assert.deepEqual(stats, {
      observed: 2,
      live: 1,
      snapshot: 1,
      held: 1,
      subscribeCalls: 1,
      unsubscribeCalls: 1,
      queryCalls: drive.source.callsOf('query').length,
      refused: 0,
      evicted: 0,
    });
    assert.equal(notifications, drive.takeNotified().length);
  });

  it('keeps its counters when the source stops', async () => {
    const drive = new ControllerDrive();
    drive.observe(usersNumbered(150));
    await drive.pass(10_000);
    drive.source.sink.externalCall('subscribe', usersNumbered(60, 150), 'engine');
    const before = drive.controller.stats;
    assert.deepEqual([before.subscribeCalls, before.evicted], [2, 10]);
    drive.stop();
    assert.deepEqual(drive.controller.stats, {
      ...before,
      unsubscribeCalls: 2,
      held: 0,
      live: 0,
      snapshot: 0,
    });
  });
});

describe('the console', () => {
  it('stays empty through refusals, reconnects and retries', async (test) => {
    const methods = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
      test.mock.method(console, method, () => undefined),
    );
    const drive = new ControllerDrive();
    drive.observe(usersNumbered(300));
    await drive.pass(10_000);
    drive.source.sink.connection('disconnected');
    drive.source.sink.connection('connected');
    drive.source.sink.failure(serviceError('feature-disabled', 72001));
    drive.controller.retry();
    await drive.pass(10_000);
    drive.stop();
    for (const method of methods) assert.equal(method.mock.callCount(), 0);
  });
});
