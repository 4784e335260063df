import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GroupPage } from '../../../src/people/group.js';
import { GroupDrive, member } from '../../support/group-drive.js';

const MINUTE = 61_000;

describe('a group', () => {
  it('is loaded page by page, and passed on after each', async () => {
    const drive = new GroupDrive();
    drive.observe();
    await drive.environment.pass(1_000);
    assert.deepEqual(
      drive.pages.map(([, from]) => from),
      [undefined, 100, 200, 300, 400, 500],
    );
    const sizes = drive.notified.map(({ members, isComplete }) => [members.length, isComplete]);
    assert.deepEqual(sizes[0], [100, false]);
    assert.deepEqual(sizes.at(-1), [600, true]);
    assert.deepEqual(drive.group?.members, drive.members);
    assert.equal(drive.group, drive.notified.at(-1));
  });

  it('keeps who is in two pages once, and ends with a page without anyone new', async () => {
    const drive = new GroupDrive(3);
    drive.requests.groupMembers = (groupID, from) => {
      drive.pages.push([groupID, from]);
      return Promise.resolve({ members: drive.members, next: 'on' });
    };
    drive.observe();
    await drive.environment.pass(10_000);
    assert.equal(drive.pages.length, 2);
    assert.deepEqual(drive.group?.members, drive.members);
    assert.equal(drive.group.isComplete, true);
  });

  it('is loaded up to 10,000 members', async () => {
    const drive = new GroupDrive(20_000);
    drive.observe();
    await drive.environment.pass(60_000);
    assert.equal(drive.group?.members.length, 10_000);
    assert.equal(drive.group.isComplete, false);
    assert.equal(drive.pages.length, 100);
  });

  it('keeps the 10,000 members of a larger one until they are loaded again', async () => {
    const drive = new GroupDrive(10_100);
    drive.observe();
    await drive.environment.pass(60_000);
    const { length } = drive.notified;
    drive.directory.membersChanged('g1');
    drive.members = drive.members.slice(1);
    await drive.environment.pass(60_000);
    assert.deepEqual(
      drive.notified.slice(length).map(({ members }) => members.length),
      [10_000],
    );
    assert.equal(drive.group?.members[0]?.userID, 'u1');
  });

  it('counts who is online once a minute', async () => {
    const drive = new GroupDrive(3);
    drive.observe();
    await drive.environment.pass(0);
    assert.equal(drive.group?.onlineCount, 7);
    drive.online = 8;
    await drive.environment.pass(60_000);
    assert.equal(drive.group.onlineCount, 7);
    await drive.environment.pass(1_000);
    assert.equal(drive.group.onlineCount, 8);
    await drive.environment.pass(10 * MINUTE);
    assert.equal(drive.counts, 12);
  });

  it('counts again only when the page is visible', async () => {
    const drive = new GroupDrive(3);
    drive.observe();
    await drive.environment.pass(0);
    drive.environment.setActive(false);
    await drive.environment.pass(5 * MINUTE);
    assert.equal(drive.counts, 1);
    drive.environment.setActive(true);
    await drive.environment.pass(0);
    assert.equal(drive.counts, 2);
  });

  it('is loaded and counted once for several observers', async () => {
    const drive = new GroupDrive(3);
    drive.observe();
    const stop = drive.observe();
    await drive.environment.pass(1_000);
    stop();
    stop();
    drive.observe();
    await drive.environment.pass(1_000);
    assert.equal(drive.pages.length, 1);
    assert.equal(drive.counts, 1);
  });

  it('asks for nothing after the last observer', async () => {
    const drive = new GroupDrive();
    const stop = drive.observe();
    await drive.environment.pass(10);
    stop();
    await drive.environment.pass(60 * MINUTE);
    assert.equal(drive.pages.length, 1);
    assert.equal(drive.counts, 1);
    assert.equal(drive.environment.timers, 0);
    assert.equal(drive.environment.listeners, 0);
    assert.equal(drive.group?.members.length, 100);
    drive.observe();
    await drive.environment.pass(1_000);
    assert.equal(drive.group.members.length, 600);
    assert.equal(drive.pages.length, 6);
  });

  it('is loaded again after ten minutes, and keeps its members until all are there', async () => {
    const drive = new GroupDrive(250);
    drive.observe();
    await drive.environment.pass(1_000);
    const [first] = drive.group!.members;
    drive.members = [...drive.members.slice(0, 5), { userID: 'new', name: 'New' }];
    drive.members.push(...Array.from({ length: 200 }, (_, index) => member(index + 1_000)));
    const { length } = drive.notified;
    await drive.environment.pass(600_000);
    assert.deepEqual(
      drive.notified.slice(length).filter(({ members }) => members.length < 200),
      [],
    );
    assert.deepEqual(drive.group?.members, drive.members);
    // Who has not changed is the same object.
    assert.equal(drive.group.members[0], first);
  });

  it('goes on with the page that failed, seldom', async () => {
    const drive = new GroupDrive();
    drive.observe();
    await drive.environment.pass(10);
    drive.failure = new Error('no answer');
    await drive.environment.pass(3_600_000);
    assert.ok(drive.pages.length <= 12, `${drive.pages.length} requests in an hour`);
    drive.failure = undefined;
    await drive.environment.pass(600_000);
    assert.equal(drive.group?.members.length, 600);
    assert.deepEqual(drive.environment.errors, []);
  });

  it('does not ask sooner after a failure because it is observed again', async () => {
    const drive = new GroupDrive();
    drive.failure = new Error('no answer');
    for (let times = 0; times < 20; times++) {
      const stop = drive.observe();
      await drive.environment.pass(10);
      stop();
    }
    assert.equal(drive.pages.length, 1);
    assert.equal(drive.counts, 1);
  });

  it('has the remarks of the reader, and whom the reader has blocked', async () => {
    const drive = new GroupDrive(3);
    drive.directory.setContacts([{ userID: 'u1', name: 'Ana', remark: 'Boss' }]);
    drive.observe();
    await drive.environment.pass(0);
    assert.deepEqual(drive.group?.members[1], { ...member(1), remark: 'Boss' });
    const before = drive.group;
    drive.directory.setContacts([{ userID: 'u1', remark: 'Boss' }, { userID: 'u7' }]);
    assert.equal(drive.group, before);
    drive.directory.setContacts([{ userID: 'u1', blocked: true }]);
    assert.deepEqual(drive.group.members[1], { ...member(1), blocked: true });
  });

  it('is forgotten with the user who was logged in, and loaded again for the next', async () => {
    const drive = new GroupDrive(3);
    drive.observe();
    await drive.environment.pass(1_000);
    drive.members = [];
    drive.directory.clear();
    assert.equal(drive.group, undefined);
    assert.deepEqual(drive.notified.at(-1), { groupID: 'g1', members: [], isComplete: false });
    await drive.environment.pass(1_000);
    assert.deepEqual(drive.group, {
      groupID: 'g1',
      members: [],
      isComplete: true,
      onlineCount: 7,
    });
  });

  it('never takes a page that the user before has asked for', async () => {
    const drive = new GroupDrive(3);
    let answer: (page: GroupPage) => void = () => undefined;
    drive.requests.groupMembers = () => new Promise((resolve) => (answer = resolve));
    drive.observe();
    await drive.environment.pass(10);
    const old = answer;
    drive.directory.setRequests(undefined);
    drive.directory.clear();
    old({ members: [member(1)] });
    await drive.environment.pass(10);
    assert.equal(drive.group, undefined);
  });

  it('is not said to be known by a count that was for the user before', async () => {
    const drive = new GroupDrive(3);
    let count: (count: number) => void = () => undefined;
    drive.requests.groupOnlineCount = () => new Promise((resolve) => (count = resolve));
    drive.observe();
    await drive.environment.pass(10);
    drive.directory.setRequests(undefined);
    drive.directory.clear();
    drive.notified.length = 0;
    count(5);
    await drive.environment.pass(10);
    assert.deepEqual([drive.group, drive.notified], [undefined, []]);
  });

  it('waits for the connection, and for a source that has groups', async () => {
    const drive = new GroupDrive(3);
    drive.directory.setRequests({});
    drive.observe();
    await drive.environment.pass(10_000);
    assert.deepEqual([drive.pages, drive.counts], [[], 0]);
    drive.directory.setRequests(drive.requests);
    await drive.environment.pass(0);
    assert.equal(drive.group?.members.length, 3);
  });

  it('takes nothing of an answer that is none', async () => {
    const drive = new GroupDrive(3);
    const answers: unknown[] = [
      { members: null, next: 5 },
      { members: [null, { name: 'x' }, 3] },
      undefined,
    ];
    for (const answer of answers) {
      drive.directory.setRequests({
        groupMembers: () => Promise.resolve(answer as GroupPage),
        groupOnlineCount: () => Promise.resolve('many' as unknown as number),
      });
      const stop = drive.observe();
      await drive.environment.pass(1_000);
      stop();
      assert.deepEqual(drive.group?.members ?? [], []);
    }
    assert.deepEqual(drive.environment.errors, []);
  });

  it('is accepted with a whole number as its ID, and not without one', async () => {
    const drive = new GroupDrive(3);
    drive.observe(7);
    drive.observe('')();
    await drive.environment.pass(10);
    assert.deepEqual(drive.pages, [['7', undefined]]);
    assert.equal(drive.directory.groupOf('7')?.members.length, 3);
    assert.throws(
      () => drive.directory.observeGroup('g1', null as unknown as () => void),
      /observeGroup\(groupID, listener\) needs a function/,
    );
  });

  it('is passed on to the other listeners when one throws', async () => {
    const drive = new GroupDrive(3);
    drive.directory.observeGroup('g1', () => {
      throw new Error('no list');
    });
    drive.observe();
    await drive.environment.pass(10);
    assert.ok(drive.notified.length > 0);
    assert.equal(String(drive.environment.errors[0]), 'Error: no list');
  });
});
