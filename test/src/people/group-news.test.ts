import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GroupPage } from '../../../src/people/group.js';
import { GroupDrive, member } from '../../support/group-drive.js';

describe('a group in which users come and go', () => {
  it('is loaded again a second after someone has come or left, once for several', async () => {
    const drive = new GroupDrive(3);
    drive.observe();
    await drive.environment.pass(20_000);
    drive.members = [member(1), member(2), member(9)];
    drive.directory.membersChanged('g1');
    await drive.environment.pass(500);
    drive.directory.membersChanged('g1');
    drive.directory.membersChanged('another');
    await drive.environment.pass(400);
    assert.equal(drive.pages.length, 1);
    await drive.environment.pass(100);
    assert.equal(drive.pages.length, 2);
    assert.deepEqual(drive.group?.members, drive.members);
    await drive.environment.pass(100_000);
    assert.equal(drive.pages.length, 2);
  });

  it('is loaded again after a member has another name, and after a lost connection', async () => {
    const drive = new GroupDrive(3);
    drive.observe();
    await drive.environment.pass(20_000);
    drive.members = [{ userID: 'u0', name: 'Zoe' }, member(1), member(2)];
    drive.directory.profilesChanged([{ userID: 'u9', name: 'Ben' }]);
    await drive.environment.pass(2_000);
    assert.equal(drive.pages.length, 1);
    drive.directory.profilesChanged([{ userID: 'u0', name: 'Zoe' }]);
    await drive.environment.pass(2_000);
    assert.equal(drive.pages.length, 2);
    assert.deepEqual(drive.group?.members, drive.members);

    drive.directory.setRequests(undefined);
    drive.members = [member(1)];
    drive.directory.setRequests(drive.requests);
    await drive.environment.pass(20_000);
    assert.deepEqual(drive.group?.members, drive.members);
  });

  it('is loaded again after a connection that was lost between its first pages', async () => {
    const drive = new GroupDrive(150);
    drive.observe();
    await drive.environment.pass(10);
    assert.equal(drive.group?.members.length, 100);
    drive.directory.setRequests(undefined);
    drive.members = drive.members.slice(1);
    drive.directory.setRequests(drive.requests);
    await drive.environment.pass(20_000);
    assert.deepEqual(drive.group.members, drive.members);
  });

  it('is loaded every five seconds at most', async () => {
    const drive = new GroupDrive(3);
    drive.observe();
    for (let second = 0; second < 100; second++) {
      drive.directory.membersChanged('g1');
      await drive.environment.pass(1_000);
    }
    assert.ok(drive.pages.length >= 18 && drive.pages.length <= 21, `${drive.pages.length} loads`);
  });

  it('is loaded again after news that came while it was loaded, failed or was not observed', async () => {
    const drive = new GroupDrive(150);
    drive.observe();
    await drive.environment.pass(10);
    assert.equal(drive.group?.isComplete, false);
    drive.members = drive.members.slice(1);
    drive.directory.membersChanged('g1');
    await drive.environment.pass(20_000);
    assert.deepEqual(drive.group.members, drive.members);

    drive.failure = new Error('offline');
    drive.members = drive.members.slice(1);
    drive.directory.membersChanged('g1');
    await drive.environment.pass(3_000);
    drive.failure = undefined;
    drive.directory.setRequests(undefined);
    drive.directory.setRequests({ ...drive.requests });
    await drive.environment.pass(20_000);
    assert.deepEqual(drive.group.members, drive.members);

    const stop = drive.observe();
    stop();
    drive.members = drive.members.slice(1);
    drive.directory.membersChanged('g1');
    await drive.environment.pass(20_000);
    assert.deepEqual(drive.group.members, drive.members);
  });

  for (const [end, settle] of [
    ['comes', (request: HeldRequest) => request.resolve({ members: [member(0)] })],
    ['fails', (request: HeldRequest) => request.reject(new Error('offline'))],
  ] as const) {
    it(`is loaded again soon after its list was moved in the page, where the response ${end} after that`, async () => {
      const drive = new GroupDrive(3);
      const stop = drive.observe();
      await drive.environment.pass(20_000);
      const { groupMembers } = drive.requests;
      let held: HeldRequest | undefined;
      drive.requests.groupMembers = () =>
        new Promise((resolve, reject) => (held = { resolve, reject }));
      drive.members = drive.members.slice(1);
      drive.directory.membersChanged('g1');
      await drive.environment.pass(2_000);
      drive.requests.groupMembers = groupMembers;
      stop();
      drive.observe();
      settle(held!);
      await drive.environment.pass(20_000);
      assert.deepEqual(drive.group?.members, drive.members);
    });
  }
});

interface HeldRequest {
  resolve(page: GroupPage): void;
  reject(error: Error): void;
}
