import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StatusAnswer } from '../../../../src/sources/chat/chat-instance.js';
import { entriesOf, failuresOf } from '../../../../src/sources/chat/status-answer.js';

/** Responses without any list of users. */
const WITHOUT_LIST: readonly unknown[] = [
  undefined,
  null,
  {},
  { data: null },
  { data: {} },
  { data: { successUserList: 7, failureUserList: 7 } },
];

describe('entriesOf', () => {
  it('returns the statuses of a response', () => {
    const successUserList = [{ userID: 'ana', statusType: 1, customStatus: 'here' }];
    assert.deepEqual(entriesOf({ data: { successUserList } }), successUserList);
  });

  it('fills in what the SDK left out', () => {
    assert.deepEqual(entriesOf({ data: { successUserList: [{ userID: 'ana' }] } }), [
      { userID: 'ana', statusType: 0, customStatus: '' },
    ]);
  });

  it('returns nothing of a response without a list', () => {
    for (const answer of WITHOUT_LIST) assert.deepEqual(entriesOf(answer as StatusAnswer), []);
  });

  it('leaves out entries without a user', () => {
    const successUserList = [null, undefined, {}, { userID: '' }, 7];
    assert.deepEqual(entriesOf({ data: { successUserList } } as StatusAnswer), []);
  });
});

describe('failuresOf', () => {
  it('returns the users whom the service refused by name, with its code', () => {
    const failureUserList = [{ userID: 'ana', code: 70107, message: '' }, { userID: 'bob' }];
    assert.deepEqual(failuresOf({ data: { failureUserList } }), [
      { userID: 'ana', code: 70107 },
      { userID: 'bob', code: 0 },
    ]);
  });

  it('returns nothing of a response without a list', () => {
    for (const answer of WITHOUT_LIST) assert.deepEqual(failuresOf(answer as StatusAnswer), []);
  });
});
