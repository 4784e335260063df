import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceError, presenceError } from '../../../../src/presence-error.js';
import type { PresenceErrorReason } from '../../../../src/presence-error.js';
import { reasonOf, toPresenceError } from '../../../../src/sources/chat/sdk-errors.js';
import { sdkError } from '../../../support/fake-chat.js';

const CODES: readonly (readonly [PresenceErrorReason, readonly number[]])[] = [
  ['feature-disabled', [72001]],
  ['plan-unsupported', [3122]],
  ['rate-limited', [2996, 60018, 60019, 60022]],
  ['timeout', [2801]],
  ['not-logged-in', [2999, 2024, -100000]],
  ['user-sig-expired', [70001, 70003, 70005, 70009, 70013, 70014, 70052]],
  ['kicked-offline', [3002, 3003, 3004, 3006]],
  ['unknown', [0, 70107, 9_999]],
];

describe('toPresenceError', () => {
  for (const [reason, codes] of CODES) {
    for (const code of codes) {
      it(`translates ${code} to ${reason}, also without a message`, () => {
        const thrown = sdkError(code);
        const error = toPresenceError(thrown);
        assert.ok(error instanceof PresenceError && error instanceof Error);
        assert.deepEqual([error.reason, error.code], [reason, code]);
        assert.equal(error.cause, thrown);
        assert.equal(error.name, 'PresenceError');
        assert.notEqual(error.message, '');
      });
    }
  }

  it('decides by the code, and not by the message', () => {
    const error = toPresenceError(sdkError(2801, 'the package does not support 72001'));
    assert.equal(error.reason, 'timeout');
  });

  it('decides by the message where there is no code', () => {
    assert.equal(reasonOf(0, 'The Package does not support this'), 'plan-unsupported');
    assert.equal(reasonOf(0, 'user status is disabled'), 'unknown');
  });

  it('accepts the plain object that an engine without a login rejects with', () => {
    const error = toPresenceError({ code: -100000, message: 'getUserStatus | not init' });
    assert.equal(error.reason, 'not-logged-in');
    assert.equal(error.code, -100000);
  });

  it('translates the TypeError of an engine without a chat instance to not-logged-in', () => {
    const error = toPresenceError(new TypeError("reading 'getUserStatus'"));
    assert.deepEqual([error.reason, error.code], ['not-logged-in', 0]);
  });

  it('returns a PresenceError as it is', () => {
    const error = new PresenceError('timeout', 2801, 'x');
    assert.equal(toPresenceError(error), error);
  });

  const withoutCode: readonly unknown[] = [
    undefined,
    null,
    '',
    'no',
    7,
    Symbol('x'),
    {},
    { code: '72001' },
    { code: null, message: 7 },
    Object.create(null),
  ];
  for (const thrown of withoutCode) {
    it(`translates ${typeof thrown} ${JSON.stringify(thrown) ?? ''} to unknown`, () => {
      const error = toPresenceError(thrown);
      assert.deepEqual([error.reason, error.code], ['unknown', 0]);
      assert.equal(typeof error.message, 'string');
    });
  }

  it('repeats the message of the SDK only where the reason is unknown', () => {
    assert.match(toPresenceError(sdkError(9_999, 'out of cheese')).message, /9999: out of cheese/);
    assert.doesNotMatch(toPresenceError(sdkError(72001, 'out of cheese')).message, /cheese/);
  });
});

describe('presenceError', () => {
  it('has a message that says what to do, and a link for what is done elsewhere', () => {
    const error = presenceError('feature-disabled', 72001);
    assert.match(error.message, /console/i);
    assert.match(error.helpUrl!, /^https:/);
    assert.match(presenceError('plan-unsupported').message, /plan/i);
    assert.match(presenceError('user-sig-expired').message, /UserSig/);
    assert.equal(presenceError('timeout').helpUrl, undefined);
  });

  it('has a cause only where one is given', () => {
    assert.ok(!('cause' in presenceError('timeout')));
    assert.equal(presenceError('timeout', 2801, '', 'why').cause, 'why');
  });
});
