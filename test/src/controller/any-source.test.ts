import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ControllerDrive } from '../../support/controller-drive.js';
import { serviceError } from '../../support/hand-source.js';

/** A member of the sink, with what it is called with. */
interface Report {
  readonly name: string;
  readonly values: readonly unknown[];
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', 'u1', 0, 1, NaN, true, [], {}, [null], [{}]),
  fc.array(
    fc.record(
      {
        userID: fc.constantFrom<unknown>('u1', 'u2', 'ana', '', 7, null),
        statusType: fc.constantFrom<unknown>(0, 1, 2, 3, 9, '1', null),
        customStatus: fc.constantFrom<unknown>('', 'x', 7, null),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 3 },
  ),
  fc.array(fc.constantFrom('u1', 'u2', 'ana', 'me'), { maxLength: 3 }),
  fc.constantFrom('connected', 'connecting', 'disconnected', 'host', 'engine', 'query'),
);

const anyReport: fc.Arbitrary<Report> = fc.record({
  name: fc.constantFrom(
    'session',
    'connection',
    'display',
    'contacts',
    'conversations',
    'push',
    'answer',
    'invalidate',
    'externalCall',
    'reserve',
  ),
  values: fc.array(anything, { maxLength: 3 }),
});

const anyFailure: fc.Arbitrary<Report> = fc.record({
  name: fc.constant('failure'),
  values: fc.tuple(
    fc.constantFrom(
      undefined,
      serviceError('feature-disabled', 72001),
      serviceError('rate-limited', 2996),
      serviceError('unknown', 0),
    ),
  ),
});

/** An external call of a valid kind. */
const anyExternalCall: fc.Arbitrary<Report> = fc.record({
  name: fc.constant('externalCall'),
  values: fc.tuple(
    fc.constantFrom('subscribe', 'unsubscribe', 'query'),
    anything,
    fc.constantFrom('engine', 'host'),
  ),
});

const step = fc.record({
  report: fc.oneof({ weight: 3, arbitrary: anyReport }, anyFailure, anyExternalCall),
  /** What the next pull returns. */
  pulled: anything,
  /** What an external call is settled with, if it is settled at all. */
  settled: fc.option(fc.record({ done: anything }), { nil: undefined }),
});

test('a source may report anything: nothing is thrown, and the controller works afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (history) => {
      const drive = new ControllerDrive();
      const sink = drive.source.sink as unknown as Record<
        string,
        (...values: readonly unknown[]) => unknown
      >;
      drive.observe('ana');
      for (const { report, pulled, settled } of history) {
        drive.source.nextPull = pulled;
        const settle = sink[report.name]!(...report.values);
        if (settled && typeof settle === 'function') settle(settled.done);
        await drive.pass(20);
      }
      drive.source.sink.session(undefined);
      drive.source.login();
      await drive.pass(20_000);
      assert.equal(drive.shown('ana'), 'not-logged-in live');
    }),
    { numRuns: 200 },
  );
});
