import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { SourceLimits } from '../../../src/presence-source.js';
import { PlannerDrive, KINDS, range } from '../../support/planner-drive.js';

/** Runs of the property; a nightly run may ask for more. */
const RUNS = Number(process.env['PRESENCE_RUNS'] ?? 200);

/** Small, so that every limit is met in a short history. */
const SMALL: SourceLimits = { subscribe: 5, query: 8, held: 20 };
const SELF = 39;

const some = { from: fc.nat({ max: 38 }), count: fc.integer({ min: 1, max: 14 }) };
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('add' as const), ...some, live: fc.boolean() }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('remove' as const), which: fc.nat(9) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(0, 10, 60, 700, 6_000, 20_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom<'failed' | 'failed, but done' | 'refused'>(
        'failed',
        'failed, but done',
        'refused',
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom<'lost' | 'reset' | 'quiet' | 'loud' | 'doubt'>(
        'lost',
        'reset',
        'quiet',
        'loud',
        'doubt',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('host' as const),
      user: fc.nat({ max: 2 }),
      subscribes: fc.boolean(),
    }),
  },
);

describe('any history of interest and failures', () => {
  it('keeps within every limit, and ends with the wanted users subscribed', () => {
    let steps = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: 'max' }), (history) => {
        const drive = new PlannerDrive(SMALL);
        const { planner } = drive;
        drive.setCurrentUser(SELF);
        const subscribed = new Set<number>();
        const hosts = new Set<number>();
        const interests: { users: number[]; live: boolean }[] = [];
        let faults: string[] = [];
        /** Subscriptions of the page that the service has refused, and when. */
        let refusals: { user: number; at: number }[] = [];
        drive.answer = ({ kind, users }) => {
          const most = kind === 'query' ? SMALL.query : SMALL.subscribe;
          assert.ok(users.length > 0 && users.length <= most, `${kind} of ${users.length}`);
          assert.equal(new Set(users).size, users.length, 'no user is named twice');
          assert.ok(!users.includes(SELF), 'not the logged-in user');
          if (kind === 'unsubscribe') assert.ok(!users.some((user) => hosts.has(user)));
          const fault = faults.shift();
          if (fault === 'failed') return 'failed';
          const refused = fault === 'refused' ? users.slice(0, 1) : [];
          for (const user of users) {
            if (refused.includes(user)) {
              if (kind !== 'subscribe') continue;
              // The service holds no subscription to a user it does not know.
              subscribed.delete(user);
              if (hosts.delete(user)) refusals.push({ user, at: drive.now });
            } else if (kind === 'subscribe') subscribed.add(user);
            if (kind === 'unsubscribe') subscribed.delete(user);
          }
          assert.ok(subscribed.size <= SMALL.held, 'the service evicts no user for us');
          return fault === 'failed, but done' ? 'failed' : refused;
        };
        for (const next of history) {
          steps += 1;
          if (next.do === 'add') {
            const users = range(next.from, Math.min(40, next.from + next.count));
            drive.addInterest(users, next.live);
            interests.push({ users, live: next.live });
          } else if (next.do === 'remove') {
            const [interest] = interests.splice(next.which, 1);
            if (interest) drive.removeInterest(interest.users, interest.live);
          } else if (next.do === 'pass') {
            drive.pass(next.ms);
          } else if (next.do === 'fault') {
            faults.push(next.fault);
          } else if (next.do === 'host') {
            if (next.subscribes) {
              subscribed.add(next.user);
              hosts.add(next.user);
              // The page may subscribe more users than there are slots: the oldest go.
              for (const user of subscribed) {
                if (subscribed.size > SMALL.held) subscribed.delete(user);
              }
              drive.externalSubscribe([next.user], 'host');
            } else if (hosts.delete(next.user)) {
              subscribed.delete(next.user);
              drive.externalUnsubscribe([next.user]);
            }
          } else if (next.do === 'lost' || next.do === 'reset') {
            subscribed.clear();
            // A refusal on its way is lost, too: the page still has what it has asked for.
            for (const { user, at } of refusals) {
              if (at + drive.latency > drive.now) hosts.add(user);
            }
            refusals = [];
            if (next.do === 'reset') hosts.clear();
            if (next.do === 'lost') planner.connectionLost();
            else planner.reset();
            drive.resume();
          } else if (next.do === 'doubt') {
            drive.doubt(3);
          } else {
            drive.isQuiet = next.do === 'quiet';
            drive.wake();
          }
          for (const kind of KINDS) assert.ok(drive.most(kind) <= 10);
        }
        faults = [];
        drive.isQuiet = false;
        drive.wake();
        // Longer than any refusal by name counts.
        drive.pass(700_000);
        const seen = new Set(
          interests.flatMap((interest) => (interest.live ? interest.users : [])),
        );
        const unseen = drive.own.filter((user) => !seen.has(user));
        assert.ok(unseen.length <= SMALL.held / 3, `${unseen} are held without being visible`);
        const ours = [...subscribed].filter((user) => !hosts.has(user));
        assert.deepEqual(drive.own.sort(), ours.sort());
        assert.equal(planner.slotCount, subscribed.size);
        const live = new Set(
          interests.flatMap((interest) => (interest.live ? interest.users : [])),
        );
        live.delete(SELF);
        if (live.size <= 15) {
          for (const user of live) assert.ok(drive.isLive(user), `${user} is live`);
        }
        for (const { users, live } of interests) drive.removeInterest(users, live);
        drive.pass(200_000);
        assert.deepEqual(drive.own, []);
        assert.equal(planner.slotCount, hosts.size);
        for (const user of range(0, 40)) assert.equal(drive.isWanted(user), false);
      }),
      { numRuns: RUNS, includeErrorInReport: true },
    );
    console.log(`# ${RUNS} histories, ${steps} steps`);
  });
});
