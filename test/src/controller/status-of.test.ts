import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ControllerDrive } from '../../support/controller-drive.js';
import { entry, ONLINE } from '../../support/hand-source.js';

describe('statusOf', () => {
  it("maps an app's own words to a status, and notifies of the users whom it changes", async () => {
    const drive = new ControllerDrive();
    const { controller } = drive;
    drive.source.setStatuses(entry('ana', ONLINE, 'at the dentist'), entry('bob', ONLINE));
    drive.observe(['ana', 'bob'], false);
    await drive.pass(1_000);
    drive.takeNotified();
    controller.statusOf = (words) => (words === 'at the dentist' ? 'busy' : undefined);
    assert.equal(drive.statusOf('ana'), 'busy');
    drive.draw();
    assert.deepEqual(drive.takeNotified(), [['ana', 'busy snapshot']]);
    controller.statusOf = undefined;
    drive.draw();
    assert.deepEqual(drive.takeNotified(), [['ana', 'online snapshot']]);
  });

  it('that throws is reported and changes nothing', () => {
    const drive = new ControllerDrive();
    drive.push(entry('ana', ONLINE, 'x'));
    drive.controller.statusOf = () => {
      throw new Error('no words');
    };
    assert.equal(drive.statusOf('ana'), 'online');
    assert.deepEqual(drive.environment.errors.map(String), ['Error: no words']);
  });

  it('that is no function counts as unset', () => {
    const drive = new ControllerDrive();
    drive.controller.statusOf = 'busy' as unknown as () => 'busy';
    assert.equal(drive.controller.statusOf, undefined);
    drive.push(entry('ana', ONLINE, 'x'));
    assert.equal(drive.statusOf('ana'), 'online');
  });
});
