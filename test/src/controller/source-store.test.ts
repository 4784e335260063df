import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ControllerDrive } from '../../support/controller-drive.js';
import { settled } from '../../support/fake-environment.js';
import { entry, OFFLINE, ONLINE, usersNumbered } from '../../support/hand-source.js';

describe("a source's own store", () => {
  it('is pulled once before the next notification, however often it changes', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    drive.source.changeStore(entry('ana', ONLINE));
    drive.source.changeStore(entry('ana', OFFLINE));
    assert.equal(drive.source.pulls, 0);
    drive.draw();
    assert.equal(drive.source.pulls, 1);
    drive.draw();
    assert.equal(drive.source.pulls, 1);
  });

  it('is shown with the next frame, and its changes are notified in it', () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    drive.source.changeStore(entry('ana', ONLINE), entry('bob', OFFLINE));
    assert.equal(drive.shown('ana'), 'unknown none');
    drive.draw();
    assert.deepEqual(drive.takeNotified(), [['ana', 'online snapshot']]);
    assert.equal(drive.shown('bob'), 'offline snapshot');
  });

  it('shows a change of 20,000 users with the next frame, observed live, listed or not at all', () => {
    const drive = new ControllerDrive();
    const all = usersNumbered(20_000);
    drive.observe(all.slice(0, 50));
    drive.observe(all.slice(50, 10_000), false);
    drive.source.changeStore(...all.map((userID) => entry(userID, ONLINE)));
    drive.draw();
    assert.deepEqual(
      new Set(all.map((userID) => drive.shown(userID))),
      new Set(['online snapshot']),
    );
    assert.equal(drive.takeNotified().length, 10_000);
    drive.source.changeStore(
      ...all.map((userID) => entry(userID, userID === 'u9999' ? OFFLINE : ONLINE)),
    );
    drive.draw();
    assert.deepEqual(drive.takeNotified(), [['u9999', 'offline snapshot']]);
  });

  it('shows a change to a user who is observed before the frame', () => {
    const drive = new ControllerDrive();
    drive.source.changeStore(entry('ana', ONLINE), entry('bob', ONLINE));
    drive.observe('ana');
    drive.observe('bob', false);
    drive.draw();
    assert.deepEqual(drive.takeNotified(), [
      ['ana', 'online snapshot'],
      ['bob', 'online snapshot'],
    ]);
  });

  it('that changes in a listener is pulled for the next frame', () => {
    const drive = new ControllerDrive();
    const notified: string[] = [];
    drive.controller.observe(['ana', 'bob'], (userID) => {
      notified.push(userID);
      if (userID === 'ana') drive.source.changeStore(entry('bob', ONLINE));
    });
    drive.source.changeStore(entry('ana', ONLINE));
    drive.draw();
    assert.deepEqual(notified, ['ana']);
    drive.draw();
    assert.deepEqual(notified, ['ana', 'bob']);
  });

  it('does not make a status live', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('ana');
    await drive.pass(100);
    drive.source.callsOf('subscribe')[0]!.resolve([]);
    await settled();
    drive.source.changeStore(entry('ana', ONLINE));
    drive.draw();
    assert.equal(drive.shown('ana'), 'online snapshot');
    drive.push(entry('ana', ONLINE));
    assert.equal(drive.shown('ana'), 'online live');
  });

  it('that agrees with what is known does not outdate an answer under way', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.push(entry('ana', OFFLINE));
    drive.observe('ana', false);
    await drive.pass(100);
    drive.source.changeStore(entry('ana', OFFLINE));
    drive.draw();
    assert.equal(drive.source.pulls, 1);
    drive.source.answer(drive.source.calls[0]!, entry('ana', ONLINE));
    await settled();
    assert.equal(drive.statusOf('ana'), 'online');
    assert.deepEqual(drive.source.writtenBack, []);
  });

  it('that contradicts what is known outdates an answer under way', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.push(entry('ana', OFFLINE));
    drive.observe('ana', false);
    await drive.pass(100);
    drive.source.changeStore(entry('ana', ONLINE));
    drive.draw();
    drive.source.answer(drive.source.calls[0]!, entry('ana', OFFLINE));
    await settled();
    assert.equal(drive.statusOf('ana'), 'online');
    assert.deepEqual(drive.source.writtenBack, [[entry('ana', ONLINE)]]);
  });

  it('that takes over a late answer is corrected before the frame, so that it is never notified', async () => {
    const drive = new ControllerDrive();
    const { sink } = drive.source;
    drive.observe('ana');
    await drive.pass(1_000);
    const version = sink.version();
    drive.push(entry('ana', ONLINE));
    drive.draw();
    drive.takeNotified();
    drive.source.changeStore(entry('ana', OFFLINE));
    sink.answer([entry('ana', OFFLINE)], version);
    assert.deepEqual(drive.source.writtenBack, [[entry('ana', ONLINE)]]);
    drive.draw();
    assert.equal(drive.shown('ana'), 'online live');
    assert.deepEqual(drive.takeNotified(), []);
  });

  it('is not pulled after the stop', () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    drive.source.changeStore(entry('ana', ONLINE));
    drive.stop();
    drive.draw();
    assert.equal(drive.source.pulls, 0);
    assert.deepEqual(drive.takeNotified(), []);
  });

  it('is optional', () => {
    const drive = new ControllerDrive();
    drive.controller.use((sink) => {
      const { pull: _, ...running } = drive.source.source(sink);
      return running;
    });
    drive.source.login();
    drive.observe('ana');
    drive.push(entry('ana', ONLINE));
    drive.source.sink.invalidate();
    drive.draw();
    assert.deepEqual(drive.takeNotified(), [['ana', 'online snapshot']]);
    assert.deepEqual(drive.environment.errors, []);
  });
});
