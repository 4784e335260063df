import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ControllerDrive } from '../../support/controller-drive.js';
import { entry, OFFLINE, ONLINE } from '../../support/hand-source.js';

describe('a listener', () => {
  it('that throws keeps no other from its call, and the error is reported', () => {
    const drive = new ControllerDrive();
    const notified: string[] = [];
    drive.controller.observe(['ana', 'bob'], (userID) => {
      throw new Error(`of ${userID}`);
    });
    drive.controller.observe(['ana', 'bob'], (userID) => notified.push(userID));
    drive.push(entry('ana', ONLINE), entry('bob', ONLINE));
    drive.draw();
    assert.deepEqual(notified.sort(), ['ana', 'bob']);
    assert.deepEqual(drive.environment.errors.map(String).sort(), [
      'Error: of ana',
      'Error: of bob',
    ]);
    assert.deepEqual(drive.errors, [], 'it is no error of the service');
    drive.push(entry('ana', OFFLINE));
    drive.draw();
    assert.equal(notified.length, 3);
  });

  it('may stop itself while it is called', () => {
    const drive = new ControllerDrive();
    const notified: string[] = [];
    for (const name of ['one', 'two', 'three']) {
      const stop = drive.controller.observe(['ana', 'bob'], (userID) => {
        notified.push(`${name} ${userID}`);
        stop();
      });
    }
    drive.push(entry('ana', ONLINE), entry('bob', ONLINE));
    drive.draw();
    assert.deepEqual(notified.sort(), ['one ana', 'three ana', 'two ana']);
    assert.equal(drive.controller.stats.observed, 0);
    assert.deepEqual(drive.environment.errors, []);
  });

  it('that another one stops in the same flush is not called', () => {
    const drive = new ControllerDrive();
    const stops: (() => void)[] = [];
    let calls = 0;
    const stopAll = () => {
      calls += 1;
      for (const stop of stops) stop();
    };
    for (let count = 0; count < 5; count++) stops.push(drive.controller.observe('ana', stopAll));
    stops.push(drive.controller.observe('bob', stopAll));
    drive.push(entry('ana', ONLINE), entry('bob', ONLINE));
    drive.draw();
    assert.equal(calls, 1);
  });

  it('may add another, which is called from the next change on', async () => {
    const drive = new ControllerDrive();
    const notified: string[] = [];
    drive.controller.observe('ana', () => {
      drive.controller.observe('bob', (userID) => notified.push(userID));
    });
    drive.push(entry('ana', ONLINE));
    drive.draw();
    drive.push(entry('bob', ONLINE));
    drive.draw();
    assert.deepEqual(notified, ['bob']);
    await drive.pass(1_000);
    assert.ok(drive.source.usersOf('subscribe').includes('bob'));
  });

  it('is called in the next frame for a change that a listener causes', () => {
    const drive = new ControllerDrive();
    const notified: string[] = [];
    drive.controller.observe(['ana', 'bob'], (userID, { status }) => {
      notified.push(`${userID} ${status}`);
      if (userID === 'ana' && notified.length < 3) drive.push(entry('bob', ONLINE));
    });
    drive.push(entry('ana', ONLINE));
    drive.draw();
    assert.deepEqual(notified, ['ana online']);
    drive.draw();
    assert.deepEqual(notified, ['ana online', 'bob online']);
  });

  it('reads from presenceOf() what it receives', () => {
    const drive = new ControllerDrive();
    let calls = 0;
    drive.controller.observe('ana', (userID, presence) => {
      assert.equal(drive.controller.presenceOf(userID), presence);
      calls += 1;
    });
    drive.push(entry('ana', ONLINE));
    drive.draw();
    assert.equal(calls, 1);
    assert.deepEqual(drive.environment.errors, []);
  });
});
