import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresencePlanner } from '../../../src/presence-planner.js';
import { PlannerDrive, range, SERVICE, sizes } from '../../support/planner-drive.js';

describe('PresencePlanner', () => {
  describe('first calls', () => {
    it('wait a moment, so that interest is collected', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0, 1]);
      assert.deepEqual(drive.pass(40), []);
      drive.addInterest([2]);
      const calls = drive.pass(15);
      assert.deepEqual(
        calls.map(({ kind, users }) => [kind, users]),
        [
          ['subscribe', [0, 1, 2]],
          ['query', [0, 1, 2]],
        ],
      );
    });

    it('are none while no user is wanted', () => {
      const drive = new PlannerDrive();
      assert.deepEqual(drive.pass(600_000), []);
      assert.equal(drive.planner.next(drive.now).at, Infinity);
    });

    it('are none before the planner may call', () => {
      const planner = new PresencePlanner(SERVICE);
      planner.addInterest('ana', true, 1_000_000);
      assert.deepEqual(planner.next(2_000_000), { calls: [], at: Infinity });
      assert.equal(planner.isRunning, false);
      planner.resume(2_000_000);
      assert.equal(planner.isRunning, true);
      assert.equal(planner.next(2_000_050).calls.length, 2);
    });

    it('subscribe before they query, so that no change falls between', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0]);
      drive.pass(1_000);
      assert.deepEqual(drive.calls.map(({ kind }) => kind).slice(0, 2), ['subscribe', 'query']);
    });

    it('take 100 users in a subscription and 500 in a query', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 170));
      drive.addInterest(range(170, 1_200), false);
      const calls = drive.pass(2_000);
      assert.deepEqual(sizes(calls, 'subscribe'), [100, 70]);
      assert.deepEqual(new Set(drive.users('query')), new Set(range(0, 1_200)));
      assert.ok(sizes(calls, 'query').every((size) => size <= 500));
    });

    it('query thousands within a few seconds, users on screen first', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 3_000), false);
      drive.addInterest(range(2_980, 3_000));
      const calls = drive.pass(5_000);
      assert.deepEqual(new Set(drive.users('query')), new Set(range(0, 3_000)));
      const [first] = calls.filter(({ kind }) => kind === 'query');
      for (const user of range(2_980, 3_000)) assert.ok(first!.users.includes(user));
    });

    it('are none for interest that ends while it is collected', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0]);
      drive.removeInterest([0]);
      assert.deepEqual(drive.pass(60_000), []);
    });
  });

  describe('the logged-in user', () => {
    it('is never called for', () => {
      const drive = new PlannerDrive();
      drive.setCurrentUser(1);
      drive.addInterest([0, 1, 2]);
      drive.addInterest([1], false);
      drive.pass(600_000);
      assert.ok(!drive.calls.some(({ users }) => users.includes(1)));
      assert.equal(drive.isWanted(1), false);
    });

    it('is called for once another user is logged in', () => {
      const drive = new PlannerDrive();
      drive.setCurrentUser(1);
      drive.addInterest([0, 1]);
      drive.pass(1_000);
      drive.planner.reset();
      drive.setCurrentUser(0);
      drive.resume();
      const calls = drive.pass(1_000);
      assert.deepEqual(calls[0]!.users, [1]);
      assert.ok(!calls.some(({ users }) => users.includes(0)));
    });
  });

  describe('a live status', () => {
    it('is one that was queried after the subscription was confirmed', () => {
      const drive = new PlannerDrive();
      drive.latency = 1_000;
      drive.addInterest([0]);
      drive.pass(1_055);
      assert.equal(drive.isLive(0), false, 'the query was sent before the confirmation');
      drive.pass(2_000);
      assert.equal(drive.isLive(0), true);
      assert.deepEqual(drive.live, [0]);
      assert.equal(drive.users('query').length, 2);
    });

    it('is one that was pushed after the subscription was confirmed', () => {
      const drive = new PlannerDrive();
      drive.answer = ({ kind }) => (kind === 'query' ? 'not answered' : []);
      drive.addInterest([0]);
      drive.pushReceived(0);
      drive.pass(100);
      assert.equal(drive.isLive(0), false);
      drive.pushReceived(0);
      assert.equal(drive.isLive(0), true);
    });

    it('is verified within 30 s while it is visible, whatever else is listed', () => {
      for (const listed of [0, 600, 3_000]) {
        const drive = new PlannerDrive();
        drive.addInterest(range(0, 100));
        drive.addInterest(range(100, 100 + listed), false);
        drive.pass(10_000);
        const before = drive.calls.length;
        const times = new Map(range(0, 100).map((user) => [user, [drive.now]]));
        drive.pass(300_000);
        for (const { kind, users, at } of drive.calls.slice(before)) {
          assert.equal(kind, 'query');
          for (const user of users) times.get(user)?.push(at);
        }
        for (const [user, asked] of times) {
          const waits = [...asked.slice(1), drive.now].map((at, index) => at - asked[index]!);
          assert.ok(Math.max(...waits) <= 26_000, `${user} waits ${waits}, ${listed} listed`);
          assert.ok(Math.min(...waits.slice(1, -1)) >= 15_000, `${user} waits ${waits}`);
        }
        assert.ok(drive.calls.length - before <= 60, `${drive.calls.length - before} calls`);
      }
    });

    it('that is not visible is queried like all others, about once a minute', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0], false);
      drive.addInterest([0]);
      drive.pass(1_000);
      drive.removeInterest([0]);
      const asked = drive.users('query').length;
      drive.pass(58_000);
      assert.equal(drive.users('query').length, asked);
      drive.pass(12_000);
      assert.equal(drive.users('query').length, asked + 1);
      assert.equal(drive.isLive(0), true);
    });
  });

  describe('an element that moves', () => {
    it('makes no call', () => {
      const drive = new PlannerDrive();
      drive.addInterest(range(0, 20));
      drive.pass(1_000);
      const before = drive.calls.length;
      drive.removeInterest(range(0, 20));
      drive.addInterest(range(0, 20));
      drive.pass(8_000);
      assert.equal(drive.calls.length, before);
    });

    it('makes no call when it is back within the grace', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0]);
      drive.pass(1_000);
      drive.removeInterest([0]);
      assert.deepEqual(drive.pass(4_900), []);
      drive.addInterest([0]);
      assert.deepEqual(drive.pass(8_000), []);
      assert.equal(drive.isLive(0), true);
    });
  });

  describe('a user without interest', () => {
    it('is unsubscribed after the grace', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0, 1]);
      drive.pass(1_000);
      drive.removeInterest([0]);
      assert.deepEqual(drive.pass(4_990), []);
      const calls = drive.pass(100);
      assert.deepEqual(
        calls.map(({ kind, users }) => [kind, users]),
        [['unsubscribe', [0]]],
      );
      assert.deepEqual(drive.own, [1]);
    });

    it('is not queried again', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0, 1], false);
      drive.pass(1_000);
      drive.removeInterest([0], false);
      drive.pass(200_000);
      assert.equal(drive.users('query').filter((user) => user === 0).length, 1);
      assert.ok(drive.users('query').filter((user) => user === 1).length > 2);
    });

    it('is subscribed again when it is wanted while it is unsubscribed', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0]);
      drive.pass(1_000);
      drive.removeInterest([0]);
      drive.latency = 500;
      drive.pass(5_050);
      drive.addInterest([0]);
      drive.pass(10_000);
      assert.equal(drive.isLive(0), true);
      assert.deepEqual(drive.users('unsubscribe'), [0]);
      assert.deepEqual(drive.users('subscribe'), [0, 0]);
    });

    it('keeps the slot when the service refuses to unsubscribe it, and is tried again', () => {
      const drive = new PlannerDrive();
      drive.addInterest([0]);
      drive.pass(1_000);
      drive.answer = ({ kind, users }) => (kind === 'unsubscribe' ? users : []);
      drive.removeInterest([0]);
      drive.pass(6_000);
      assert.equal(drive.planner.slotCount, 1);
      drive.answer = () => [];
      drive.pass(120_000);
      assert.equal(drive.planner.slotCount, 0);
      assert.equal(drive.users('unsubscribe').length, 2);
    });
  });
});
