import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../src/presence-controller.js';
import { PresenceError } from '../../../src/presence-error.js';
import type { PresenceErrorReason } from '../../../src/presence-error.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { FakeEnvironment, settled } from '../../support/fake-environment.js';
import { entry, ONLINE, serviceError } from '../../support/hand-source.js';

describe('a final failure', () => {
  const final: readonly (readonly [PresenceErrorReason, number])[] = [
    ['feature-disabled', 72001],
    ['plan-unsupported', 3122],
    ['user-sig-expired', 70001],
    ['kicked-offline', 3002],
  ];
  for (const [reason, code] of final) {
    it(`because of ${reason} is one error, and ends all calls until retry()`, async () => {
      const drive = new ControllerDrive({ settles: false });
      const { controller, source } = drive;
      drive.observe(['ana', 'bob']);
      await drive.pass(100);
      for (const call of source.calls) call.reject(serviceError(reason, code));
      await drive.pass(600_000);
      assert.equal(controller.state, 'unavailable');
      assert.deepEqual(
        drive.errors.map((error) => [error.reason, error.code]),
        [[reason, code]],
      );
      assert.equal(controller.error, drive.errors[0]);
      assert.equal(source.calls.length, 2, 'no further call');
      assert.equal(drive.shown('ana'), 'unknown none');
      drive.push(entry('ana', ONLINE));
      assert.equal(drive.shown('ana'), 'unknown none');

      source.setStatuses(entry('ana', ONLINE));
      controller.retry();
      assert.equal(controller.error, undefined);
      assert.equal(controller.state, 'ready');
      await drive.pass(1_000);
      assert.equal(drive.shown('ana'), 'online live');
      assert.equal(source.retries, 1);
      assert.equal(drive.errors.length, 1);
    });
  }

  it('is an error again after a retry without success', async () => {
    const drive = new ControllerDrive({ settles: false });
    const { calls } = drive.source;
    drive.observe('ana');
    await drive.pass(100);
    for (const call of calls) call.reject(serviceError('feature-disabled', 72001));
    await settled();
    drive.controller.retry();
    await drive.pass(100);
    for (const call of calls) call.reject(serviceError('feature-disabled', 72001));
    await drive.pass(60_000);
    assert.equal(drive.errors.length, 2);
    assert.equal(drive.controller.state, 'unavailable');
    assert.equal(calls.length, 4);
  });

  it('outlasts a reconnect, and ends with the next login', async () => {
    const drive = new ControllerDrive();
    const { sink, calls } = drive.source;
    drive.observe('ana');
    sink.failure(serviceError('feature-disabled', 72001));
    sink.connection('disconnected');
    sink.connection('connected');
    await drive.pass(10_000);
    assert.equal(drive.controller.state, 'unavailable');
    assert.deepEqual(calls, []);
    sink.session('bob');
    assert.equal(drive.controller.error, undefined);
    sink.connection('connected');
    await drive.pass(1_000);
    assert.equal(drive.shown('ana'), 'not-logged-in live');
  });

  it('removes all that is known when the source reports it, and nothing is pulled until retry()', () => {
    const drive = new ControllerDrive();
    drive.push(entry('ana', ONLINE));
    drive.source.sink.failure(serviceError('feature-disabled', 72001));
    assert.equal(drive.shown('ana'), 'unknown none');
    drive.source.changeStore(entry('ana', ONLINE));
    drive.draw();
    assert.equal(drive.shown('ana'), 'unknown none');
    drive.controller.retry();
    drive.source.changeStore(entry('ana', ONLINE));
    drive.draw();
    assert.equal(drive.shown('ana'), 'online snapshot');
  });

  it('reported by the source several times is one error, until the source withdraws it', () => {
    const drive = new ControllerDrive();
    const { sink } = drive.source;
    for (let turn = 0; turn < 5; turn++) sink.failure(serviceError('kicked-offline', 0));
    assert.equal(drive.errors.length, 1);
    assert.ok(drive.errors[0] instanceof PresenceError);
    sink.failure(undefined);
    assert.equal(drive.controller.state, 'ready');
    assert.equal(drive.controller.error, undefined);
  });

  it('ends with the source', () => {
    const drive = new ControllerDrive();
    drive.source.sink.failure(serviceError('feature-disabled', 72001));
    drive.stop();
    assert.equal(drive.controller.state, 'idle');
    assert.equal(drive.controller.error, undefined);
  });
});

describe('retry()', () => {
  it('does nothing without an error, with a source or without', () => {
    const { controller, source } = new ControllerDrive();
    controller.retry();
    assert.equal(source.retries, 0);
    new PresenceController({ environment: new FakeEnvironment() }).retry();
  });
});

describe('a passing failure', () => {
  for (const reason of ['rate-limited', 'timeout', 'not-logged-in'] as const) {
    it(`because of ${reason} is no error, and the call is made again`, async () => {
      const drive = new ControllerDrive({ settles: false });
      const { controller, source } = drive;
      drive.observe('ana');
      await drive.pass(100);
      for (const call of source.calls) call.reject(serviceError(reason, 2801));
      await drive.pass(500);
      assert.deepEqual(drive.errors, []);
      assert.equal(controller.error, undefined);
      // Nothing has ever answered, where a refusal would be an answer.
      assert.equal(controller.state, reason === 'timeout' ? 'disconnected' : 'ready');
      assert.equal(controller.stats.refused, 2);
      source.setStatuses(entry('ana', ONLINE));
      await drive.pass(2_000);
      assert.equal(drive.shown('ana'), 'online live');
      assert.equal(controller.state, 'ready');
    });
  }

  it('for an unknown reason is one error, and another one with another code or after a success', async () => {
    const drive = new ControllerDrive({ settles: false });
    const { source } = drive;
    drive.observe('ana', false);
    const fail = async (code: number) => {
      await drive.pass(60_000);
      source.calls.at(-1)!.reject(serviceError('unknown', code));
      await settled();
    };
    for (const code of [9_999, 9_999, 9_999]) await fail(code);
    assert.equal(drive.errors.length, 1);
    await fail(8_888);
    assert.equal(drive.errors.length, 2);
    source.setStatuses();
    await drive.pass(60_000);
    assert.equal(drive.controller.error, undefined);
    source.statuses = undefined;
    await fail(8_888);
    assert.equal(drive.errors.length, 3);
  });

  it('loses nothing that is known', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    drive.source.statuses = undefined;
    await drive.pass(200_000);
    drive.source.calls.at(-1)!.reject(serviceError('rate-limited', 2996));
    await settled();
    assert.equal(drive.shown('ana'), 'not-logged-in live');
  });
});
