import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ControllerDrive } from '../../support/controller-drive.js';
import { entry, ONLINE } from '../../support/hand-source.js';

describe('a hidden page', () => {
  it('puts off refreshing until it is visible again', async () => {
    const drive = new ControllerDrive();
    drive.observe(['ana', 'bob'], false);
    await drive.pass(1_000);
    drive.environment.setActive(false);
    drive.source.calls.length = 0;
    await drive.pass(3_600_000);
    assert.deepEqual(drive.source.calls, []);
    drive.source.setStatuses(entry('ana', ONLINE));
    drive.environment.setActive(true);
    await drive.pass(200);
    assert.deepEqual(drive.source.usersOf('query'), ['ana', 'bob']);
    assert.equal(drive.shown('ana'), 'online snapshot');
  });

  it('still subscribes and queries users for the first time', async () => {
    const drive = new ControllerDrive();
    drive.environment.setActive(false);
    drive.observe('ana');
    await drive.pass(1_000);
    assert.equal(drive.shown('ana'), 'not-logged-in live');
  });
});

describe('a device that believes to be offline while it is connected', () => {
  it('is refreshed all the same', async () => {
    const drive = new ControllerDrive();
    drive.environment.setOnline(false);
    drive.observe(['ana', 'bob'], false);
    await drive.pass(1_000);
    drive.source.setStatuses(entry('ana', ONLINE));
    await drive.pass(75_000);
    assert.equal(drive.shown('ana'), 'online snapshot');
  });
});
