import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ControllerDrive } from '../../support/controller-drive.js';
import { entry, ONLINE, serviceError } from '../../support/hand-source.js';

const HOUR = 3_600_000;

for (const [name, ms] of [
  ['set back an hour', -HOUR],
  ['set back a year', -8_760 * HOUR],
  ['set forward a day', 24 * HOUR],
] as const) {
  describe(`a clock that is ${name}`, () => {
    it('neither stops refreshing nor hurries it', async () => {
      const drive = new ControllerDrive();
      drive.observe(['ana', 'bob'], false);
      await drive.pass(10_000);
      drive.environment.setClock(ms);
      drive.source.calls.length = 0;
      drive.source.setStatuses(entry('ana', ONLINE));
      await drive.pass(5_000);
      assert.deepEqual(drive.source.calls, []);
      await drive.pass(75_000);
      assert.equal(drive.shown('ana'), 'online snapshot');
      assert.ok(drive.source.calls.length <= 4, `${drive.source.calls.length} calls`);
    });

    it('neither stops the calls after a refusal nor hurries them', async () => {
      const drive = new ControllerDrive({ settles: false });
      drive.observe('ana');
      await drive.pass(100);
      const [first] = drive.source.calls;
      first!.reject(serviceError('rate-limited', 60018));
      await drive.pass(10);
      drive.environment.setClock(ms);
      drive.source.calls.length = 0;
      await drive.pass(600);
      assert.deepEqual(
        drive.source.calls.filter(({ kind }) => kind === first!.kind),
        [],
      );
      await drive.pass(1_000);
      assert.equal(drive.source.calls.filter(({ kind }) => kind === first!.kind).length, 1);
    });

    it('leaves the waits between reconnects as they are', async () => {
      const drive = new ControllerDrive();
      drive.environment.chance = 1;
      drive.observe('ana');
      await drive.pass(1_000);
      drive.source.sink.connection('disconnected');
      await drive.pass(2_000);
      drive.environment.setClock(ms);
      await drive.pass(18_000);
      assert.equal(drive.source.reconnects.length, 5);
    });

    it('shows in the time of a change alone', async () => {
      const drive = new ControllerDrive();
      drive.observe('ana');
      await drive.pass(1_000);
      drive.environment.setClock(ms);
      drive.push(entry('ana', ONLINE));
      assert.equal(drive.controller.presenceOf('ana').changedAt, drive.environment.now());
    });
  });
}
