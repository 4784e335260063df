import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ControllerDrive } from '../../support/controller-drive.js';
import { settled } from '../../support/fake-environment.js';
import { entry, ONLINE } from '../../support/hand-source.js';

describe('a logout', () => {
  it('removes all that is known, and no call is made', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    drive.takeNotified();
    drive.source.sink.session(undefined);
    assert.equal(drive.shown('ana'), 'unknown none');
    drive.draw();
    assert.deepEqual(drive.takeNotified(), [['ana', 'unknown none']]);
    assert.equal(drive.controller.userID, undefined);
    drive.source.calls.length = 0;
    await drive.pass(60_000);
    assert.deepEqual(drive.source.calls, []);
  });
});

describe('a login', () => {
  it('of another user begins without statuses, and subscribes the observed users', async () => {
    const drive = new ControllerDrive();
    drive.observe(['ana', 'me', 'bob']);
    await drive.pass(1_000);
    drive.source.calls.length = 0;
    drive.source.sink.session('bob');
    for (const userID of ['ana', 'me', 'bob']) assert.equal(drive.shown(userID), 'unknown none');
    drive.source.sink.connection('connected');
    await drive.pass(1_000);
    assert.deepEqual(drive.source.usersOf('subscribe').sort(), ['ana', 'me']);
    assert.equal(drive.shown('bob'), 'online live');
    assert.equal(drive.shown('me'), 'not-logged-in live');
  });

  it('of another user ignores answers for the one before', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('ana');
    await drive.pass(100);
    drive.source.login('bob');
    for (const call of drive.source.calls) {
      if (call.kind === 'query') drive.source.answer(call, entry('ana', ONLINE));
      else call.resolve([]);
    }
    await settled();
    assert.equal(drive.shown('ana'), 'unknown none');
  });

  it('of another user removes contacts and conversations too', () => {
    const { controller, source } = new ControllerDrive();
    source.sink.contacts([{ userID: 'ana' }]);
    source.sink.conversations([]);
    assert.equal(controller.directory.contacts?.length, 1);
    source.sink.session('bob');
    assert.equal(controller.directory.contacts, undefined);
    assert.equal(controller.directory.conversations, undefined);
  });

  it('that is reported again changes nothing', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    const calls = drive.source.calls.length;
    drive.source.sink.session('me');
    await drive.pass(1_000);
    assert.equal(drive.shown('ana'), 'not-logged-in live');
    assert.equal(drive.source.calls.length, calls);
  });

  for (const userID of ['', 7, null, {}]) {
    it(`of ${JSON.stringify(userID)} counts as a logout`, () => {
      const { controller, source } = new ControllerDrive();
      source.sink.session(userID as string);
      assert.equal(controller.userID, undefined);
      assert.equal(controller.state, 'idle');
    });
  }
});
