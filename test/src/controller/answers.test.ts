import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ControllerDrive } from '../../support/controller-drive.js';
import { settled } from '../../support/fake-environment.js';
import { entry, NOT_LOGGED_IN, OFFLINE, ONLINE, serviceError } from '../../support/hand-source.js';

describe('an answer', () => {
  it('does not overwrite a push that came after its query, and is corrected', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('ana', false);
    await drive.pass(100);
    drive.push(entry('ana', ONLINE));
    drive.source.answer(drive.source.calls[0]!, entry('ana', OFFLINE));
    await settled();
    assert.equal(drive.statusOf('ana'), 'online');
    assert.deepEqual(drive.source.writtenBack, [[entry('ana', ONLINE)]]);
  });

  it('that is older than a push is never notified', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('ana', false);
    await drive.pass(100);
    drive.push(entry('ana', ONLINE));
    drive.source.answer(drive.source.calls[0]!, entry('ana', OFFLINE));
    await drive.pass(60_000);
    assert.deepEqual(drive.takeNotified(), [['ana', 'online snapshot']]);
  });

  it('that is older than a push makes the user queried again', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('ana', false);
    await drive.pass(100);
    drive.push(entry('ana', ONLINE));
    drive.source.answer(drive.source.calls[0]!, entry('ana', OFFLINE));
    await drive.pass(1_000);
    assert.deepEqual(drive.source.usersOf('query'), ['ana', 'ana']);
  });

  it('that is older than a push and agrees with it is not corrected', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('ana', false);
    await drive.pass(100);
    drive.push(entry('ana', ONLINE));
    drive.source.answer(drive.source.calls[0]!, entry('ana', ONLINE));
    await drive.pass(1_000);
    assert.deepEqual(drive.source.writtenBack, []);
    assert.deepEqual(drive.source.usersOf('query'), ['ana']);
  });

  it('that is older than a push does not make the subscription doubtful', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    assert.equal(drive.shown('ana'), 'not-logged-in live');
    drive.source.statuses = undefined;
    await drive.pass(200_000);
    const verifying = drive.source.calls.at(-1)!;
    assert.equal(verifying.kind, 'query');
    drive.push(entry('ana', ONLINE));
    drive.source.answer(verifying, entry('ana', NOT_LOGGED_IN));
    await settled();
    assert.equal(drive.shown('ana'), 'online live');
    assert.equal(drive.controller.stats.evicted, 0);
  });

  it('that contradicts a live status shows that the subscription was lost', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    drive.source.setStatuses(entry('ana', ONLINE));
    await drive.pass(200_000);
    assert.equal(drive.shown('ana'), 'online live');
    assert.deepEqual(drive.source.usersOf('subscribe'), ['ana', 'ana']);
    assert.equal(drive.controller.stats.evicted, 1);
  });

  it('to an external query has the version at which the query was sent', () => {
    const drive = new ControllerDrive();
    const { sink, writtenBack } = drive.source;
    const version = sink.version();
    drive.push(entry('ana', ONLINE));
    sink.answer([entry('ana', OFFLINE), entry('bob', OFFLINE)], version);
    assert.equal(drive.statusOf('ana'), 'online');
    assert.equal(drive.statusOf('bob'), 'offline');
    assert.deepEqual(writtenBack, [[entry('ana', ONLINE)]]);
    sink.answer([entry('ana', OFFLINE)], sink.version());
    assert.equal(drive.statusOf('ana'), 'offline');
  });

  it('to an external query counts once when it is reported twice', () => {
    const drive = new ControllerDrive();
    const { sink } = drive.source;
    const version = sink.version();
    sink.answer([entry('ana', OFFLINE)], version);
    drive.push(entry('ana', ONLINE));
    sink.answer([entry('ana', OFFLINE)], version);
    assert.equal(drive.statusOf('ana'), 'online');
    assert.deepEqual(drive.environment.errors, []);
  });

  it('to a call made before the connection was lost is ignored', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('ana');
    await drive.pass(100);
    const [subscribe, query] = drive.source.calls;
    drive.source.sink.connection('disconnected');
    drive.source.sink.connection('connected');
    subscribe!.resolve([]);
    drive.source.answer(query!, entry('ana', ONLINE));
    await settled();
    assert.equal(drive.shown('ana'), 'unknown none');
    assert.equal(drive.controller.stats.live, 0);
  });

  it('after the stop is ignored, as is all else that the source reports', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('ana');
    await drive.pass(100);
    drive.stop();
    const { sink, calls } = drive.source;
    for (const call of calls) drive.source.settle(call);
    drive.push(entry('ana', ONLINE));
    drive.source.changeStore(entry('ana', ONLINE));
    sink.answer([entry('ana', ONLINE)], sink.version());
    sink.session('bob');
    sink.failure(serviceError('feature-disabled', 72001));
    await drive.pass(60_000);
    assert.equal(drive.shown('ana'), 'unknown none');
    assert.equal(drive.controller.state, 'idle');
    assert.equal(drive.controller.userID, undefined);
    assert.deepEqual(drive.errors, []);
    assert.equal(drive.environment.timers, 0);
  });

  for (const value of [undefined, null, 7, {}, { entries: 7 }, { entries: null, failures: 7 }]) {
    it(`of ${JSON.stringify(value)} loses nothing that is known`, async () => {
      const drive = new ControllerDrive();
      drive.observe('bob', false);
      await drive.pass(1_000);
      drive.source.statuses = undefined;
      drive.observe('ana');
      await drive.pass(100);
      for (const call of drive.source.calls.slice(1)) call.resolve(value);
      await drive.pass(1_000);
      assert.equal(drive.shown('bob'), 'not-logged-in snapshot');
      assert.ok(drive.errors.length <= 1);
      drive.source.setStatuses(entry('ana', ONLINE));
      for (const call of drive.source.calls) drive.source.settle(call);
      await drive.pass(90_000);
      assert.equal(drive.shown('ana'), 'online live');
      assert.equal(drive.controller.error, undefined);
    });
  }
});
