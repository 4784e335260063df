import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PlannerDrive, KINDS, range } from '../../support/planner-drive.js';

describe('PresencePlanner', () => {
  describe('slots', () => {
    it('are never more than the service allows, with some left free', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 1_000));
      drive.pass(60_000);
      assert.ok(drive.own.length <= 190);
      assert.ok(drive.own.length >= 170);
    });

    it('are kept by users who scrolled away until others need them', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 300), false);
      drive.addInterest(range(0, 50));
      drive.pass(1_000);
      drive.removeInterest(range(0, 50));
      drive.addInterest(range(50, 100));
      drive.pass(60_000);
      assert.deepEqual(drive.users('unsubscribe'), []);
      assert.equal(drive.own.length, 100);
    });

    it('beyond what is visible are a third of all at most, soon after scrolling', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 600), false);
      drive.pass(3_000);
      for (let row = 0; row < 585; row += 15) {
        drive.addInterest(range(row, row + 15));
        drive.pass(200);
        drive.removeInterest(range(row, row + 15));
      }
      drive.addInterest(range(585, 600));
      drive.pass(10_000);
      assert.ok(drive.own.length <= 15 + 66, `${drive.own.length} held`);
      assert.ok(drive.own.length >= 15 + 40, `${drive.own.length} held`);
      assert.deepEqual(drive.own.slice(-15), range(585, 600), 'the last ones seen stay');
      const before = drive.calls.length;
      drive.pass(120_000);
      assert.deepEqual(drive.users('unsubscribe', before), []);
      assert.deepEqual(drive.users('subscribe', before), []);
    });

    it('of a list that is hidden for a moment stay', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 180), false);
      drive.addInterest(range(0, 180));
      drive.pass(1_000);
      const before = drive.calls.length;
      drive.removeInterest(range(0, 180));
      drive.pass(4_900);
      drive.addInterest(range(0, 180));
      drive.pass(5_000);
      assert.equal(drive.calls.length, before);
    });

    it('are taken from the users wanted longest ago', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 1_000), false);
      for (const screen of [0, 40, 80, 120]) {
        drive.addInterest(range(screen, screen + 40));
        drive.pass(1_000);
        drive.removeInterest(range(screen, screen + 40));
      }
      // Back to the first: its users are now the ones wanted last.
      drive.addInterest(range(0, 40));
      drive.pass(1_000);
      drive.removeInterest(range(0, 40));
      drive.addInterest(range(500, 540));
      drive.pass(2_000);
      const gone = drive.users('unsubscribe');
      assert.ok(gone.length >= 20);
      assert.deepEqual(gone, range(40, 40 + gone.length));
      for (const user of range(500, 540)) assert.equal(drive.isLive(user), true);
      assert.equal(drive.planner.evicted, gone.length);
    });

    it('cost no call a row while a list of thousands scrolls', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 3_000), false);
      drive.pass(10_000);
      const before = drive.calls.length;
      for (let row = 0; row < 2_970; row++) {
        drive.addInterest([row + 29]);
        if (row > 0) drive.removeInterest([row - 1]);
        drive.pass(20);
      }
      const calls = drive.calls.slice(before);
      assert.ok(calls.length < 300, `${calls.length} calls`);
      for (const kind of KINDS) assert.ok(drive.most(kind) <= 10);
      drive.pass(3_000);
      for (const user of range(2_970, 2_998)) assert.equal(drive.isLive(user), true);
    });

    it('go to as many users as there are slots; others on screen are queried every 10 s', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 300));
      drive.pass(10_000);
      const live = new Set(drive.live);
      const others = range(0, 300).filter((user) => !live.has(user));
      assert.ok(others.length > 0);
      const before = drive.calls.length;
      drive.pass(60_000);
      for (const user of others) {
        const asked = drive.users('query', before).filter((each) => each === user).length;
        assert.ok(asked >= 5 && asked <= 7, `asked ${asked} times in 60 s`);
      }
      assert.deepEqual(
        drive.users('unsubscribe', before),
        [],
        'and no user is swapped for another',
      );
    });

    it('are reserved for what the engine is about to subscribe', () => {
      const drive = new PlannerDrive();
      drive.reserve(range(500, 600));
      drive.addInterest(range(0, 300));
      drive.pass(5_000);
      assert.ok(drive.planner.slotCount <= 100);
      drive.externalSubscribe(range(500, 600), 'engine');
      assert.equal(drive.planner.evicted, 0, 'no user had to go for them');
      drive.pass(5_000);
      assert.ok(drive.planner.slotCount <= 200);
    });
  });

  describe('subscriptions of others', () => {
    it('of the page are never ended, wanted or not', () => {
      const drive = new PlannerDrive();
      const hosts = range(900, 950);
      drive.externalSubscribe(hosts, 'host');
      drive.addInterest(range(0, 400));
      drive.pass(30_000);
      drive.removeInterest(range(0, 400));
      drive.addInterest(range(400, 800));
      drive.pass(60_000);
      drive.addInterest(hosts);
      drive.pass(10_000);
      drive.removeInterest(hosts);
      drive.pass(60_000);
      assert.ok(!drive.users('unsubscribe').some((user) => hosts.includes(user)));
      assert.ok(drive.planner.slotCount <= 200);
    });

    it("that the page makes of a user of ours become the page's", () => {
      const drive = new PlannerDrive();
      drive.addInterest([0]);
      drive.pass(1_000);
      drive.externalSubscribe([0], 'host');
      drive.removeInterest([0]);
      drive.pass(60_000);
      assert.deepEqual(drive.users('unsubscribe'), []);
    });

    it('of the engine stay while there is room', () => {
      const drive = new PlannerDrive();
      drive.externalSubscribe(range(0, 100), 'engine');
      drive.addInterest(range(500, 550));
      drive.pass(60_000);
      assert.deepEqual(drive.users('unsubscribe'), []);
    });

    it('of the engine give way to users on screen, and are queried instead', () => {
      const drive = new PlannerDrive();
      drive.externalSubscribe(range(0, 100), 'engine');
      drive.addInterest(range(500, 650));
      drive.pass(5_000);
      const gone = drive.users('unsubscribe');
      assert.ok(gone.length >= 50 && gone.every((user) => user < 100));
      for (const user of range(500, 650)) assert.equal(drive.isLive(user), true);
      drive.pass(70_000);
      for (const user of gone) assert.ok(drive.users('query').includes(user));
    });

    it('serve wanted users too, who are queried but not subscribed a second time', () => {
      const drive = new PlannerDrive();
      drive.externalSubscribe([0], 'engine');
      drive.addInterest([0]);
      drive.pass(1_000);
      assert.deepEqual(drive.users('subscribe'), []);
      assert.deepEqual(drive.users('query'), [0]);
      assert.equal(drive.isLive(0), true);
    });

    it('that the page ends are made again for wanted users', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0, 1]);
      drive.addInterest([2], false);
      drive.pass(1_000);
      drive.externalSubscribe([2], 'host');
      drive.externalUnsubscribe([0, 2]);
      drive.pass(1_000);
      assert.deepEqual(drive.users('subscribe'), [0, 1, 0]);
      assert.equal(drive.isLive(0), true);
      assert.equal(drive.isLive(2), false);
      drive.externalUnsubscribe();
      drive.pass(1_000);
      assert.deepEqual(drive.own.sort(), [0, 1]);
      assert.equal(drive.isLive(1), true);
    });

    it('over the limit make all subscriptions doubtful: they are requested and queried again', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 150));
      drive.pass(3_000);
      const before = drive.calls.length;
      drive.externalSubscribe(range(500, 600), 'engine');
      drive.pass(20_000);
      assert.ok(drive.planner.slotCount <= 200);
      assert.ok(drive.planner.evicted >= 50);
      const again = new Set(drive.users('subscribe', before));
      for (const user of range(0, 150)) {
        assert.ok(again.has(user), `${user} is subscribed again`);
        assert.equal(drive.isLive(user), true);
      }
    });
  });
});
