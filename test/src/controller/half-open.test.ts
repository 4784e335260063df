import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contact } from '../../../src/contacts/contact.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { entry, OFFLINE, ONLINE, serviceError } from '../../support/hand-source.js';

/** How long a new connection may be silent, in ms. */
const SILENCE = 5_000;

const ANA: Contact = { userID: 'ana', name: 'Ana' };

describe('a first connection that is half-open', () => {
  it('counts as lost some seconds after the first call, and the next answer ends that', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe(['ana', 'me']);
    await drive.pass(SILENCE - 100);
    assert.equal(drive.controller.state, 'ready');
    await drive.pass(200);
    assert.equal(drive.controller.state, 'disconnected');
    assert.equal(drive.shown('ana'), 'unknown none');
    assert.equal(drive.shown('me'), 'online stale');
    for (const call of drive.source.calls) call.reject(serviceError('timeout', 2801));
    await drive.pass(60_000);
    assert.equal(drive.controller.state, 'disconnected');
    drive.source.setStatuses(entry('ana', ONLINE));
    for (const call of drive.source.calls) drive.source.settle(call);
    await drive.pass(1_000);
    assert.equal(drive.controller.state, 'ready');
    assert.equal(drive.shown('ana'), 'online live');
    assert.equal(drive.shown('me'), 'online live');
    assert.deepEqual(drive.states, ['connecting', 'ready', 'disconnected', 'ready']);
  });

  it('is no more than slow when the answer comes after that time', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('ana');
    await drive.pass(SILENCE + 3_000);
    assert.equal(drive.controller.state, 'disconnected');
    drive.source.setStatuses(entry('ana', ONLINE));
    for (const call of drive.source.calls) drive.source.settle(call);
    await drive.pass(100);
    assert.equal(drive.shown('ana'), 'online live');
    assert.equal(drive.source.callsOf('subscribe').length, 1, 'nothing is asked for twice');
  });

  it('is not proved by what the SDK knows of the logged-in user by itself', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('ana');
    await drive.pass(1_000);
    drive.source.sink.answer([entry('me', ONLINE, 'lunch')], drive.source.sink.version());
    await drive.pass(SILENCE);
    assert.equal(drive.controller.state, 'disconnected');
  });

  it('does not wait where nothing is asked for', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('me');
    await drive.pass(60_000);
    assert.equal(drive.controller.state, 'ready');
    assert.equal(drive.shown('me'), 'online live');
  });

  it('counts as lost while contacts are awaited, and no longer once they have arrived', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.source.sink.awaiting!();
    await drive.pass(SILENCE + 100);
    assert.equal(drive.controller.state, 'disconnected');
    drive.source.sink.connection('connecting');
    drive.source.sink.connection('connected');
    assert.equal(drive.controller.state, 'disconnected', 'a socket that opens is no answer');
    drive.source.sink.contacts([ANA]);
    assert.equal(drive.controller.state, 'ready');
  });

  it('awaits the contacts of one user, and nothing for the next', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.source.sink.awaiting!();
    await drive.pass(SILENCE - 100);
    drive.source.sink.session('other');
    drive.source.sink.connection('connected');
    await drive.pass(60_000);
    assert.equal(drive.controller.state, 'ready');
  });

  it('leaves no timer behind when the source stops', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('ana');
    await drive.pass(1_000);
    drive.stop();
    await drive.pass(60_000);
    assert.equal(drive.controller.state, 'idle');
    assert.equal(drive.environment.timers, 0);
  });
});

describe('a connection that falls silent later', () => {
  /** Ana and Bob are live, and the service no longer answers. */
  async function silent(): Promise<ControllerDrive> {
    const drive = new ControllerDrive();
    drive.source.setStatuses(entry('ana', ONLINE));
    drive.observe(['ana', 'bob']);
    await drive.pass(1_000);
    assert.equal(drive.shown('ana'), 'online live');
    drive.source.statuses = undefined;
    drive.source.calls.length = 0;
    await drive.pass(60_000);
    assert.ok(drive.source.calls.length > 0, 'who is visible is verified');
    return drive;
  }

  const timeOut = (drive: ControllerDrive): void => {
    for (const call of drive.source.calls) call.reject(serviceError('timeout', 2801));
  };

  it('is lost when a call has no answer in time: all statuses are stale', async () => {
    const drive = await silent();
    timeOut(drive);
    await drive.pass(100);
    assert.equal(drive.controller.state, 'disconnected');
    assert.equal(drive.shown('ana'), 'online stale');
    assert.equal(drive.shown('bob'), 'not-logged-in stale');
    drive.source.setStatuses(entry('ana', OFFLINE));
    await drive.pass(40_000);
    for (const call of drive.source.calls) drive.source.settle(call);
    await drive.pass(2_000);
    assert.equal(drive.controller.state, 'ready');
    assert.equal(drive.shown('ana'), 'offline live');
    assert.equal(drive.shown('bob'), 'not-logged-in live');
  });

  it('is not lost when the service has sent something since the call went out', async () => {
    const drive = await silent();
    drive.push(entry('bob', ONLINE));
    timeOut(drive);
    await drive.pass(100);
    assert.equal(drive.controller.state, 'ready');
    assert.equal(drive.shown('bob'), 'online live');
    assert.deepEqual(drive.states, ['connecting', 'ready']);
  });
});
