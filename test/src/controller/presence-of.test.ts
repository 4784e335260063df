import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UNKNOWN } from '../../../src/presence.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { entry, OFFLINE, ONLINE } from '../../support/hand-source.js';

describe('presenceOf()', () => {
  it('returns the shared unknown entry for a user of whom nothing is known', () => {
    const { controller } = new ControllerDrive();
    assert.equal(controller.presenceOf('stranger'), UNKNOWN);
  });

  const nonsense: readonly unknown[] = [undefined, null, '', 7, NaN, {}, [], Symbol('x'), 1n];
  for (const value of nonsense) {
    it(`returns it for the ${typeof value} ${String(value)}, and does not throw`, () => {
      const { controller } = new ControllerDrive();
      assert.equal(controller.presenceOf(value as string), UNKNOWN);
    });
  }

  it('makes no call for a user without an observer', async () => {
    const drive = new ControllerDrive();
    drive.controller.presenceOf('ana');
    await drive.pass(60_000);
    assert.deepEqual(drive.source.calls, []);
  });

  it('knows a user without an observer whose status was pushed', () => {
    const drive = new ControllerDrive();
    drive.push(entry('ana', ONLINE));
    assert.equal(drive.shown('ana'), 'online snapshot');
  });

  it('returns a frozen entry, the same one until the status changes', () => {
    const drive = new ControllerDrive();
    drive.push(entry('ana', ONLINE, 'hello'));
    const first = drive.controller.presenceOf('ana');
    assert.ok(Object.isFrozen(first));
    drive.push(entry('ana', ONLINE, 'hello'), entry('bob', ONLINE));
    drive.draw();
    assert.equal(drive.controller.presenceOf('ana'), first);
    drive.push(entry('ana', OFFLINE, 'hello'));
    assert.notEqual(drive.controller.presenceOf('ana'), first);
    assert.equal(first.status, 'online');
  });
});
