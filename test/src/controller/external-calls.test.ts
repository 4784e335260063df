import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ControllerDrive } from '../../support/controller-drive.js';
import { entry, ONLINE } from '../../support/hand-source.js';

describe('an external call', () => {
  it('of the page takes slots that the controller never frees', async () => {
    const drive = new ControllerDrive();
    drive.source.sink.externalCall('subscribe', ['ana', 'bob'], 'host')(['ana', 'bob']);
    const stop = drive.observe(['ana', 'carol']);
    await drive.pass(1_000);
    assert.equal(drive.shown('ana'), 'not-logged-in live');
    assert.deepEqual(drive.source.usersOf('subscribe'), ['carol']);
    stop();
    await drive.pass(60_000);
    assert.deepEqual(drive.source.usersOf('unsubscribe'), ['carol']);
    assert.equal(drive.controller.stats.held, 2);
  });

  it('that subscribes takes the slots at once, and counts as confirmed only when it is settled', async () => {
    const drive = new ControllerDrive();
    const settle = drive.source.sink.externalCall('subscribe', ['ana'], 'engine');
    assert.equal(drive.controller.stats.held, 1);
    drive.observe('ana');
    await drive.pass(1_000);
    drive.push(entry('ana', ONLINE));
    assert.equal(drive.shown('ana'), 'online snapshot');
    settle(['ana']);
    drive.push(entry('ana', ONLINE));
    assert.equal(drive.shown('ana'), 'online live');
    assert.deepEqual(drive.source.usersOf('subscribe'), []);
  });

  it('that subscribes without success frees the slots, and observed users are subscribed', async () => {
    const drive = new ControllerDrive();
    const settle = drive.source.sink.externalCall('subscribe', ['ana', 'bob'], 'host');
    drive.observe('ana');
    assert.equal(drive.controller.stats.held, 2);
    settle([]);
    await drive.pass(1_000);
    assert.deepEqual(drive.source.usersOf('subscribe'), ['ana']);
    assert.equal(drive.shown('ana'), 'not-logged-in live');
    assert.equal(drive.controller.stats.held, 1);
  });

  it('that unsubscribes all ends live statuses when it is settled, and they are subscribed again', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    const settle = drive.source.sink.externalCall('unsubscribe', undefined, 'host');
    assert.equal(drive.shown('ana'), 'not-logged-in live');
    settle(undefined);
    assert.equal(drive.shown('ana'), 'not-logged-in snapshot');
    await drive.pass(1_000);
    assert.equal(drive.shown('ana'), 'not-logged-in live');
  });

  it('that unsubscribes some users affects no other', async () => {
    const drive = new ControllerDrive();
    drive.observe(['ana', 'bob']);
    await drive.pass(1_000);
    const { sink } = drive.source;
    sink.externalCall('unsubscribe', ['ana'], 'engine')(['ana']);
    assert.equal(drive.shown('ana'), 'not-logged-in snapshot');
    assert.equal(drive.shown('bob'), 'not-logged-in live');
    assert.equal(drive.controller.stats.held, 1);
  });

  for (const users of [undefined, ['ana']]) {
    it(`that unsubscribes ${users ? 'one user' : 'all'} without success changes nothing`, async () => {
      const drive = new ControllerDrive();
      drive.observe(['ana', 'bob']);
      await drive.pass(1_000);
      const calls = drive.source.calls.length;
      drive.source.sink.externalCall('unsubscribe', users, 'host')([]);
      await drive.pass(1_000);
      assert.equal(drive.shown('ana'), 'not-logged-in live');
      assert.equal(drive.source.calls.length, calls);
    });
  }

  for (const kind of ['subscribe', 'unsubscribe', 'query'] as const) {
    it(`to ${kind} counts against the rate of that kind alone, settled or not`, async () => {
      const drive = new ControllerDrive();
      const stop = drive.observe('bob');
      await drive.pass(1_000);
      drive.source.calls.length = 0;
      stop();
      await drive.pass(4_000);
      for (let call = 0; call < 19; call++) drive.source.sink.externalCall(kind, [], 'host');
      drive.observe('ana');
      await drive.pass(4_900);
      const users = { subscribe: ['ana'], query: ['ana'], unsubscribe: ['bob'] };
      for (const other of ['subscribe', 'query', 'unsubscribe'] as const) {
        assert.deepEqual(
          [...new Set(drive.source.usersOf(other))],
          other === kind ? [] : users[other],
        );
      }
      await drive.pass(1_000);
      assert.deepEqual([...new Set(drive.source.usersOf(kind))], users[kind]);
    });
  }

  it('settled after the stop is ignored', () => {
    const drive = new ControllerDrive();
    const settle = drive.source.sink.externalCall('subscribe', ['ana'], 'host');
    const settleOther = drive.source.sink.externalCall('unsubscribe', undefined, 'host');
    drive.stop();
    settle(['ana']);
    settleOther(undefined);
    assert.equal(drive.controller.stats.held, 0);
    assert.deepEqual(drive.environment.errors, []);
  });

  it('may name users that are no text', () => {
    const drive = new ControllerDrive();
    const { sink } = drive.source;
    const none = ['', 7, null] as string[];
    sink.externalCall('subscribe', none, 'engine')(none);
    sink.externalCall('unsubscribe', none, 'engine')(none);
    sink.externalCall('query', none, 'engine')(none);
    sink.reserve(none);
    assert.equal(drive.controller.stats.held, 0);
    assert.deepEqual(drive.environment.errors, []);
  });
});
