import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../src/presence-controller.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { FakeEnvironment, settled } from '../../support/fake-environment.js';
import { entry, ONLINE, serviceError, usersNumbered } from '../../support/hand-source.js';

describe('the state', () => {
  it('follows the login and the connection, with an event for each change', () => {
    const drive = new ControllerDrive({ login: false });
    const { sink } = drive.source;
    assert.equal(drive.controller.state, 'connecting');
    sink.session(undefined);
    sink.session('me');
    sink.connection('connecting');
    sink.connection('connected');
    sink.connection('connected');
    sink.connection('connecting');
    sink.connection('disconnected');
    sink.connection('connecting');
    sink.connection('connected');
    sink.session(undefined);
    drive.stop();
    assert.deepEqual(drive.states, [
      'connecting',
      'idle',
      'connecting',
      'ready',
      'disconnected',
      'ready',
      'idle',
    ]);
  });

  it('is idle before the first source', () => {
    assert.equal(new PresenceController({ environment: new FakeEnvironment() }).state, 'idle');
  });

  it('is set before its event is dispatched', () => {
    const drive = new ControllerDrive({ login: false });
    const read: string[] = [];
    drive.controller.addEventListener('tui-presence-state', (event) => {
      assert.equal(event.state, drive.controller.state);
      read.push(drive.controller.state);
    });
    drive.source.login();
    assert.deepEqual(read, ['ready']);
  });

  it('without a login is at most connecting', () => {
    const drive = new ControllerDrive({ login: false });
    const { sink } = drive.source;
    sink.connection('connected');
    assert.equal(drive.controller.state, 'idle');
    sink.connection('connecting');
    assert.equal(drive.controller.state, 'connecting');
    sink.connection('disconnected');
    assert.equal(drive.controller.state, 'idle');
  });
});

describe('a lost connection', () => {
  it('makes every status stale within a frame, and keeps it', async () => {
    const drive = new ControllerDrive();
    drive.source.setStatuses(entry('ana', ONLINE));
    drive.observe(['ana', 'bob']);
    await drive.pass(1_000);
    drive.takeNotified();
    drive.source.sink.connection('disconnected');
    drive.draw();
    assert.deepEqual(drive.takeNotified().sort(), [
      ['ana', 'online stale'],
      ['bob', 'not-logged-in stale'],
    ]);
    assert.equal(drive.controller.stats.live, 0);
  });

  it('makes no call until it is back, then subscribes and queries all again', async () => {
    const drive = new ControllerDrive();
    drive.observe(['ana', 'bob']);
    await drive.pass(1_000);
    drive.source.sink.connection('disconnected');
    drive.source.calls.length = 0;
    await drive.pass(60_000);
    assert.deepEqual(drive.source.calls, []);
    drive.source.setStatuses(entry('ana', ONLINE));
    drive.source.sink.connection('connected');
    assert.equal(drive.shown('ana'), 'not-logged-in stale', 'until the answer');
    await drive.pass(1_000);
    assert.deepEqual(drive.source.usersOf('subscribe').sort(), ['ana', 'bob']);
    assert.equal(drive.shown('ana'), 'online live');
    assert.equal(drive.shown('bob'), 'not-logged-in live');
  });

  it('leaves a status stale until the answer that holds it', async () => {
    const drive = new ControllerDrive();
    drive.observe(usersNumbered(600), false);
    await drive.pass(5_000);
    drive.source.statuses = undefined;
    drive.source.calls.length = 0;
    drive.source.sink.connection('disconnected');
    drive.source.sink.connection('connected');
    await drive.pass(100);
    drive.source.settle(drive.source.calls[0]!);
    await settled();
    const shown = new Set(usersNumbered(600).map((userID) => drive.shown(userID)));
    assert.deepEqual(shown, new Set(['not-logged-in snapshot', 'not-logged-in stale']));
  });

  it('is reconnected after growing waits while the page is visible', async () => {
    const drive = new ControllerDrive();
    const { reconnects } = drive.source;
    drive.environment.chance = 1;
    drive.observe('ana');
    await drive.pass(1_000);
    drive.source.sink.connection('disconnected');
    await drive.pass(20_000);
    assert.equal(reconnects.length, 5);
    assert.deepEqual(reconnects[0], ['ana']);
    drive.environment.setActive(false);
    await drive.pass(60_000);
    assert.equal(reconnects.length, 5);
    drive.environment.setActive(true);
    await drive.pass(600);
    assert.equal(reconnects.length, 6);
    drive.source.sink.connection('connected');
    await drive.pass(60_000);
    assert.equal(reconnects.length, 6);
  });

  it('is reconnected for users who are only listed, too', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana', false);
    drive.source.sink.connection('disconnected');
    await drive.pass(1_000);
    assert.deepEqual(drive.source.reconnects[0], ['ana']);
  });

  it('is reconnected for a user who is observed only then', async () => {
    const drive = new ControllerDrive();
    drive.source.sink.connection('disconnected');
    await drive.pass(60_000);
    drive.observe('ana');
    await drive.pass(1_000);
    assert.deepEqual(drive.source.reconnects[0], ['ana']);
  });

  it('is reconnected for the logged-in user alone', async () => {
    const drive = new ControllerDrive();
    drive.source.sink.connection('disconnected');
    await drive.pass(60_000);
    drive.observe('me');
    await drive.pass(1_000);
    assert.deepEqual(drive.source.reconnects[0], ['me']);
  });

  it('is reconnected for a list of groups, of which no user is observed', async () => {
    const drive = new ControllerDrive();
    drive.controller.directory.observe(() => undefined);
    drive.source.sink.connection('disconnected');
    await drive.pass(1_000);
    assert.deepEqual(drive.source.reconnects[0], ['me']);
  });

  it('is not reconnected for a page that shows nothing', async () => {
    const drive = new ControllerDrive();
    drive.source.sink.connection('disconnected');
    await drive.pass(60_000);
    const stop = drive.observe('me');
    stop();
    await drive.pass(60_000);
    assert.deepEqual(drive.source.reconnects, []);
  });

  it('is not reconnected where the service has no user status', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    drive.source.sink.failure(serviceError('feature-disabled', 72001));
    drive.source.sink.connection('disconnected');
    await drive.pass(60_000);
    assert.deepEqual(drive.source.reconnects, []);
  });
});

describe('a connection that is said to be back and stays silent', () => {
  it('is shown as lost while the statuses are stale, until the service answers', async () => {
    const drive = new ControllerDrive();
    drive.observe(['ana', 'bob']);
    await drive.pass(1_000);
    drive.source.statuses = undefined;
    drive.source.sink.connection('disconnected');
    drive.source.sink.connection('connected');
    await drive.pass(60);
    assert.equal(drive.controller.state, 'disconnected');
    assert.equal(drive.shown('ana'), 'not-logged-in stale');
    for (const call of drive.source.calls) call.reject(serviceError('timeout', 2801));
    await drive.pass(5_000);
    assert.equal(drive.controller.state, 'disconnected');
    drive.source.setStatuses();
    for (const call of drive.source.calls) drive.source.settle(call);
    await drive.pass(5_000);
    assert.equal(drive.controller.state, 'ready');
    assert.equal(drive.shown('ana'), 'not-logged-in live');
    assert.deepEqual(drive.states.slice(-2), ['disconnected', 'ready']);
  });

  it('is shown as back by a push, and by a refusal', async () => {
    for (const answer of [
      (drive: ControllerDrive) => drive.push(entry('ana', ONLINE)),
      (drive: ControllerDrive) =>
        drive.source.calls.at(-1)!.reject(serviceError('rate-limited', 60018)),
    ]) {
      const drive = new ControllerDrive();
      drive.observe('ana');
      await drive.pass(1_000);
      drive.source.statuses = undefined;
      drive.source.sink.connection('disconnected');
      drive.source.sink.connection('connected');
      await drive.pass(60);
      assert.equal(drive.controller.state, 'disconnected');
      answer(drive);
      await settled();
      assert.equal(drive.controller.state, 'ready');
    }
  });
});
