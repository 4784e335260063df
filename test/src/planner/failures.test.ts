import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PlannerDrive, range } from '../../support/planner-drive.js';

/** Waits are those in seconds, or longer by the 10 s until the next refresh. */
function assertWaits(times: readonly number[], seconds: readonly number[]): void {
  seconds.forEach((wait, index) => {
    const waited = (times[index + 1]! - times[index]!) / 1_000;
    assert.ok(waited >= wait && waited <= wait + 11, `wait ${index} is ${waited} s, not ${wait}`);
  });
}

describe('PresencePlanner', () => {
  describe('a call that fails', () => {
    it('is made again after growing waits', () => {
      const drive = new PlannerDrive();
      drive.answer = () => 'failed';
      drive.addInterest([0]);
      drive.pass(120_000);
      const times = drive.calls.filter(({ kind }) => kind === 'subscribe').map(({ at }) => at);
      const waits = times.slice(1).map((at, index) => at - times[index]!);
      assert.ok(waits.length >= 5 && waits.length <= 10, `${waits.length} waits`);
      assert.ok(waits.every((wait, index) => index === 0 || wait >= waits[index - 1]!));
      drive.answer = () => [];
      drive.pass(40_000);
      assert.equal(drive.isLive(0), true);
    });

    it('delays no call of another kind', () => {
      const drive = new PlannerDrive();
      drive.answer = ({ kind }) => (kind === 'subscribe' ? 'failed' : []);
      drive.addInterest([0]);
      drive.pass(100);
      drive.addInterest([1], false);
      drive.pass(100);
      assert.deepEqual(new Set(drive.users('query')), new Set([0, 1]));
    });
  });

  describe('a user the service refuses by name', () => {
    it('is subscribed again after a minute, then after growing waits of up to ten', () => {
      const drive = new PlannerDrive();
      drive.answer = ({ kind, users }) =>
        kind === 'subscribe' ? users.filter((user) => user === 3) : [];
      drive.addInterest(range(0, 10));
      drive.pass(59_000);
      assert.equal(drive.users('subscribe').filter((user) => user === 3).length, 1);
      assert.equal(drive.isLive(3), false);
      assert.equal(drive.isLive(4), true, 'and delays no other user');
      drive.pass(3_600_000);
      const times = drive.calls.flatMap(({ kind, users, at }) =>
        kind === 'subscribe' && users.includes(3) ? [at] : [],
      );
      assertWaits(times, [60, 120, 240, 480, 600, 600]);
      drive.answer = () => [];
      drive.pass(620_000);
      assert.equal(drive.isLive(3), true);
      drive.answer = ({ kind }) => (kind === 'subscribe' ? [3] : []);
      drive.externalUnsubscribe([3]);
      drive.pass(1_000);
      assert.equal(drive.isLive(3), false);
      drive.answer = () => [];
      drive.pass(72_000);
      assert.equal(drive.isLive(3), true, 'a success ends the growing');
    });

    it('takes no slot from others', () => {
      const drive = new PlannerDrive();
      drive.answer = ({ kind, users }) =>
        kind === 'subscribe' ? users.filter((user) => user < 100) : [];
      drive.addInterest(range(0, 250));
      drive.pass(30_000);
      for (const user of range(100, 250)) assert.equal(drive.isLive(user), true);
      assert.deepEqual(drive.users('unsubscribe'), []);
    });

    it('is queried again after a minute when even that is refused, then less and less', () => {
      const drive = new PlannerDrive();
      drive.answer = ({ kind }) => (kind === 'query' ? [0] : []);
      drive.addInterest([0, 1], false);
      drive.pass(59_000);
      const asked = (): number => drive.users('query').filter((user) => user === 0).length;
      assert.equal(asked(), 1);
      drive.pass(3_541_000);
      assert.ok(asked() >= 6 && asked() <= 10, `queried ${asked()} times in an hour`);
    });

    it('is not shown as live while its status is not known, nor queried without a pause', () => {
      const drive = new PlannerDrive();
      drive.answer = ({ kind }) => (kind === 'query' ? [0] : []);
      drive.addInterest([0]);
      drive.pass(59_000);
      assert.equal(drive.isLive(0), false);
      assert.equal(drive.users('query').length, 1);
      drive.answer = () => [];
      drive.pass(12_000);
      assert.equal(drive.isLive(0), true);
    });
  });

  describe('a user who is left out of a response', () => {
    for (const live of [true, false]) {
      it(`is queried again after 5 s, then after growing waits up to 60 s${live ? ', live' : ''}`, () => {
        const drive = new PlannerDrive();
        const leftOut = new Set([0]);
        drive.leftOut = leftOut;
        drive.addInterest([0, 1, 2], live);
        drive.pass(360_000);
        const times = drive.calls.flatMap(({ kind, users, at }) =>
          kind === 'query' && users.includes(0) ? [at] : [],
        );
        assertWaits(times, [5, 10, 20, 40, 60, 60]);
        assert.equal(drive.isLive(0), false);
        assert.equal(drive.isLive(1), live);
        leftOut.clear();
        drive.pass(71_000);
        assert.equal(drive.isLive(0), live);
      });
    }
  });

  describe('connectionLost', () => {
    it('subscribes and queries all users again after resume', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 150));
      drive.addInterest(range(150, 400), false);
      drive.pass(3_000);
      drive.planner.connectionLost();
      assert.deepEqual(drive.live, []);
      const before = drive.calls.length;
      assert.deepEqual(drive.pass(60_000), []);
      drive.resume();
      drive.pass(3_000);
      assert.deepEqual(new Set(drive.users('subscribe', before)), new Set(range(0, 150)));
      assert.deepEqual(new Set(drive.users('query', before)), new Set(range(0, 400)));
      for (const user of range(0, 150)) assert.equal(drive.isLive(user), true);
    });

    it('ignores responses to earlier calls', () => {
      const drive = new PlannerDrive();
      drive.latency = 2_000;
      drive.addInterest([0]);
      drive.pass(1_000);
      drive.planner.connectionLost();
      drive.pass(5_000);
      assert.deepEqual(drive.live, []);
      drive.resume();
      drive.pass(100);
      assert.deepEqual(drive.calls.map(({ kind }) => kind).slice(2), ['subscribe', 'query']);
    });
  });

  describe('reset', () => {
    it('leaves no user subscribed, refused or delayed', () => {
      const drive = new PlannerDrive();
      drive.answer = ({ kind, users }) => (kind === 'subscribe' ? users : 'failed');
      drive.reserve(range(500, 600));
      drive.addInterest([0]);
      drive.pass(1_000);
      drive.planner.reset();
      assert.equal(drive.planner.slotCount, 0);
      assert.deepEqual(drive.pass(10_000), []);
      drive.answer = () => [];
      drive.resume();
      drive.pass(1_000);
      assert.equal(drive.isLive(0), true);
    });

    it('keeps the interest', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0]);
      drive.addInterest([1], false);
      drive.planner.reset();
      assert.equal(drive.isWantedLive(0), true);
      assert.equal(drive.isWanted(1), true);
      assert.deepEqual(drive.wantedLive, [0]);
    });
  });

  describe('doubt', () => {
    it('subscribes and queries again, and counts the subscription as evicted', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0, 1]);
      drive.pass(1_000);
      const before = drive.calls.length;
      drive.doubt(0);
      assert.equal(drive.isLive(0), false);
      drive.pass(1_000);
      assert.deepEqual(drive.users('subscribe', before), [0]);
      assert.ok(drive.users('query', before).includes(0));
      assert.equal(drive.isLive(0), true);
      assert.equal(drive.planner.evicted, 1);
    });
  });

  describe('refreshing', () => {
    it('gives every listed user a turn about once a minute', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 3_000), false);
      drive.pass(600_000);
      const asked = new Map<number, number[]>();
      for (const { users, at } of drive.calls) {
        for (const user of users) asked.set(user, [...(asked.get(user) ?? []), at]);
      }
      for (const [user, times] of asked) {
        const waits = [...times.slice(1), drive.now].map((at, index) => at - times[index]!);
        // The first responses came all at once; from then on the turns are spread.
        assert.ok(waits[0]! <= 120_000, `${user} waits ${waits[0]} ms at first`);
        assert.ok(Math.max(...waits.slice(1)) <= 75_000, `${user} waits ${waits}`);
      }
      assert.ok(drive.calls.length <= 6 * 12, `${drive.calls.length} calls in ten minutes`);
    });

    it('keeps users on screen and listed users fresh at the same time', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 2_000), false);
      drive.addInterest(range(0, 400));
      drive.pass(60_000);
      const before = drive.calls.length;
      drive.pass(120_000);
      const asked = new Set([...drive.users('query', before), ...drive.live]);
      assert.deepEqual(asked, new Set(range(0, 2_000)));
    });

    it('takes one call a second at most, however many there are', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 50_000), false);
      drive.pass(120_000);
      const before = drive.now;
      drive.pass(120_000);
      const times = drive.calls.filter(({ at }) => at >= before).map(({ at }) => at);
      assert.ok(times.length >= 60);
      assert.ok(times.every((at, index) => index === 0 || at - times[index - 1]! >= 1_000));
    });

    it('is put off while the page is hidden, and caught up', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0], false);
      drive.pass(1_000);
      drive.isQuiet = true;
      assert.deepEqual(drive.pass(600_000), []);
      drive.addInterest([1], false);
      assert.deepEqual(
        drive.pass(1_000).map(({ users }) => users),
        [[1]],
      );
      drive.isQuiet = false;
      drive.wake();
      assert.deepEqual(
        drive.pass(100).map(({ users }) => users),
        [[0]],
      );
    });

    it('queries a user again whose response came too late', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0, 1], false);
      drive.pass(1_000);
      drive.queryAgain(0);
      assert.deepEqual(
        drive.pass(1_000).map(({ users }) => users),
        [[0]],
      );
    });
  });
});
