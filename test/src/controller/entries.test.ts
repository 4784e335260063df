import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StatusEntry } from '../../../src/presence.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { settled } from '../../support/fake-environment.js';
import { entry, ONLINE } from '../../support/hand-source.js';

describe('an entry of a source', () => {
  const withoutUser: readonly unknown[] = [
    null,
    undefined,
    7,
    'ana',
    {},
    { userID: '' },
    { userID: 7, statusType: ONLINE },
    { statusType: ONLINE, customStatus: '' },
  ];

  it('with an undocumented status type counts as unknown, and affects no other entry', () => {
    const drive = new ControllerDrive();
    drive.observe(['ana', 'bob']);
    for (const type of [4, -1, NaN, '1', null, undefined, {}]) {
      drive.push(entry('ana', type as number), entry('bob', ONLINE));
      assert.equal(drive.statusOf('ana'), 'unknown');
      assert.equal(drive.statusOf('bob'), 'online');
    }
    assert.deepEqual(drive.environment.errors, []);
  });

  it('without a user is left out of a push', () => {
    const drive = new ControllerDrive();
    drive.observe(['ana', 'bob']);
    drive.push(entry('ana', ONLINE), ...(withoutUser as StatusEntry[]), entry('bob', ONLINE));
    assert.equal(drive.statusOf('ana'), 'online');
    assert.equal(drive.statusOf('bob'), 'online');
    assert.deepEqual(drive.environment.errors, []);
  });

  it('without a user is left out of an answer', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe(['ana', 'bob'], false);
    await drive.pass(100);
    drive.source.answer(
      drive.source.calls[0]!,
      entry('ana', ONLINE),
      ...(withoutUser as StatusEntry[]),
      entry('bob', ONLINE),
    );
    await settled();
    assert.equal(drive.statusOf('ana'), 'online');
    assert.equal(drive.statusOf('bob'), 'online');
    assert.equal(drive.controller.stats.refused, 0);
    assert.deepEqual(drive.errors, []);
  });

  it('without a user is left out of a pull', () => {
    const drive = new ControllerDrive();
    drive.observe(['ana', 'bob']);
    const userless: unknown[] = [{}, { userID: '' }, { userID: 7, statusType: ONLINE }];
    drive.source.changeStore(
      entry('ana', ONLINE),
      ...(userless as StatusEntry[]),
      entry('bob', ONLINE),
    );
    drive.draw();
    assert.equal(drive.statusOf('ana'), 'online');
    assert.equal(drive.statusOf('bob'), 'online');
    assert.deepEqual(drive.environment.errors, []);
  });

  it('without a user is left out of the users that the service refused', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe(['ana', 'bob']);
    await drive.pass(100);
    drive.source
      .callsOf('subscribe')[0]!
      .resolve([
        ...withoutUser,
        { userID: 'bob', code: 70107 },
        { userID: 'stranger', code: 70107 },
      ]);
    await settled();
    assert.equal(drive.controller.stats.refused, 0);
    assert.deepEqual(drive.errors, []);
    drive.push(entry('ana', ONLINE), entry('bob', ONLINE));
    assert.equal(drive.shown('ana'), 'online live');
    assert.equal(drive.shown('bob'), 'online snapshot');
  });

  for (const list of [undefined, null, 7, 'ana', {}]) {
    it(`is not to be found in a list of ${JSON.stringify(list)}`, () => {
      const drive = new ControllerDrive();
      drive.observe('ana');
      drive.source.sink.push(list as unknown as StatusEntry[]);
      drive.source.sink.answer(list as unknown as StatusEntry[], 1);
      assert.equal(drive.shown('ana'), 'unknown none');
      assert.deepEqual(drive.environment.errors, []);
    });
  }

  it('is ignored while statuses are switched off', () => {
    const drive = new ControllerDrive({ login: false });
    const { sink } = drive.source;
    sink.session('me');
    sink.connection('connected');
    drive.push(entry('ana', ONLINE));
    sink.answer([entry('ana', ONLINE)], sink.version());
    drive.source.changeStore(entry('ana', ONLINE));
    drive.draw();
    assert.equal(drive.shown('ana'), 'unknown none');
    sink.display(true);
    drive.push(entry('ana', ONLINE));
    assert.equal(drive.shown('ana'), 'online snapshot');
  });
});
