import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Interest } from '../../src/interest.js';

/** Takes up to `most` users who were never queried, and marks them as queried. */
function takeUnqueried(interest: Interest, most = Infinity): string[] {
  const users: string[] = [];
  interest.visitUnqueried((userID) => {
    if (users.length === most) return false;
    interest.setQueried(userID, 1);
    users.push(userID);
    return true;
  });
  return users;
}

function round(interest: Interest, most = Infinity): { users: string[]; all: boolean } {
  const users: string[] = [];
  const visit = (userID: string): boolean => {
    if (users.length === most) return false;
    users.push(userID);
    return true;
  };
  const all = interest.visitInTurn(visit);
  return { users, all };
}

function interestIn(userIDs: readonly string[]): Interest {
  const interest = new Interest();
  for (const userID of userIDs) interest.add(userID, false);
  return interest;
}

describe('Interest', () => {
  it('counts each kind of interest by itself', () => {
    const interest = new Interest();
    interest.add('ana', true);
    interest.add('ana', true);
    interest.add('ana', false);
    assert.equal(interest.count, 3);
    assert.equal(interest.remove('ana', true), true);
    assert.equal(interest.isWantedLive('ana'), true);
    assert.equal(interest.remove('ana', true), true);
    assert.equal(interest.isWantedLive('ana'), false);
    assert.equal(interest.isWanted('ana'), true);
    assert.equal(interest.remove('ana', false), true);
    assert.equal(interest.isWanted('ana'), false);
    assert.equal(interest.count, 0);
  });

  it('removes no interest that was never added', () => {
    const interest = new Interest();
    interest.add('ana', true);
    assert.equal(interest.remove('ana', false), false);
    assert.equal(interest.remove('bob', true), false);
    assert.equal(interest.count, 1);
    assert.equal(interest.isWantedLive('ana'), true);
  });

  it('wants no user without interest', () => {
    const interest = new Interest();
    assert.equal(interest.isWanted('ana'), false);
    assert.equal(interest.wasQueried('ana'), false);
    assert.equal(interest.anyWanted(), undefined);
    assert.deepEqual(takeUnqueried(interest), []);
    assert.deepEqual(round(interest), { users: [], all: true });
  });

  it('never wants the logged-in user, until another user logs in', () => {
    const interest = new Interest();
    interest.currentUser = 'bob';
    for (const userID of ['ana', 'bob', 'carol']) interest.add(userID, userID === 'bob');
    assert.equal(interest.isWanted('bob'), false);
    assert.deepEqual(takeUnqueried(interest), ['ana', 'carol']);
    assert.deepEqual(round(interest).users, ['ana', 'carol']);
    interest.currentUser = 'carol';
    assert.equal(interest.isWantedLive('bob'), true);
    interest.forgetAllQueries();
    assert.deepEqual(new Set(takeUnqueried(interest)), new Set(['ana', 'bob']));
  });

  it('names users named like the members of an object', () => {
    const interest = interestIn(['__proto__', 'constructor']);
    assert.equal(interest.isWanted('toString'), false);
    assert.deepEqual(takeUnqueried(interest), ['__proto__', 'constructor']);
  });

  it('visits each user who was never queried once, and continues where it was full', () => {
    const interest = interestIn(['a', 'b', 'c', 'd']);
    assert.deepEqual(takeUnqueried(interest, 2), ['a', 'b']);
    assert.deepEqual(takeUnqueried(interest, 2), ['c', 'd']);
    assert.deepEqual(takeUnqueried(interest), []);
  });

  it('visits users again whose query is void, and users who came later', () => {
    const interest = interestIn(['a', 'b']);
    takeUnqueried(interest);
    interest.forgetQuery('a');
    interest.add('c', false);
    assert.deepEqual(new Set(takeUnqueried(interest)), new Set(['a', 'c']));
    interest.forgetAllQueries();
    assert.deepEqual(new Set(takeUnqueried(interest)), new Set(['a', 'b', 'c']));
  });

  it('visits a user again who was observed, let go and observed once more', () => {
    const interest = new Interest();
    interest.add('a', true);
    interest.remove('a', true);
    interest.add('b', true);
    assert.deepEqual(takeUnqueried(interest), ['b']);
    interest.add('a', true);
    assert.deepEqual(takeUnqueried(interest), ['a']);
  });

  it('keeps no trace of users who came and went while nothing was queried', () => {
    const interest = new Interest();
    for (let time = 0; time < 3; time++) {
      interest.add('a', true);
      interest.remove('a', true);
      interest.forgetUnwanted(60_000, 1_000);
    }
    interest.add('a', true);
    let visits = 0;
    interest.visitUnqueried(() => {
      visits += 1;
      return true;
    });
    assert.equal(visits, 1);
  });

  it('gives every user a turn, and skips none where a round was full', () => {
    const interest = interestIn(['a', 'b', 'c', 'd']);
    assert.deepEqual(round(interest, 3), { users: ['a', 'b', 'c'], all: false });
    assert.deepEqual(round(interest, 3), { users: ['d', 'a', 'b'], all: false });
    assert.deepEqual(round(interest), { users: ['c', 'd', 'a', 'b'], all: true });
  });

  it('remembers a query while an element moves, and forgets users without interest later', () => {
    const interest = interestIn(['a', 'b']);
    interest.setQueried('a', 1_000);
    interest.remove('a', false);
    interest.forgetUnwanted(60_000, 60_999);
    assert.equal(interest.wasQueried('a'), true);
    assert.equal(interest.size, 2);
    interest.forgetUnwanted(60_000, 61_000);
    assert.equal(interest.wasQueried('a'), false);
    assert.equal(interest.size, 1);
  });

  it('waits longer after each query without a status, until one brings it', () => {
    const interest = interestIn(['a']);
    const waits = { first: 5_000, last: 60_000 };
    const miss = (): number => {
      interest.setQueried('a', 1_000);
      return interest.missed('a', waits, 1_000) - 1_000;
    };
    assert.deepEqual(
      Array.from({ length: 6 }, miss),
      [5, 10, 20, 40, 60, 60].map((s) => s * 1_000),
    );
    assert.equal(interest.isWaiting('a', 60_999), true);
    assert.equal(interest.isDue('a', 500, 60_999), false);
    assert.equal(interest.isWaiting('a', 61_000), false);
    assert.equal(interest.isDue('a', 500, 61_000), true);
    interest.setQueried('a', 61_000);
    interest.answered('a');
    assert.equal(miss(), 5_000);
    assert.equal(interest.missed('nobody', waits, 1_000), Infinity);
  });

  it('knows when a query is due', () => {
    const interest = interestIn(['a']);
    assert.equal(interest.isDue('a', 500, 0), true);
    interest.setQueried('a', 1_000);
    assert.equal(interest.isDue('a', 500, 1_499), false);
    assert.equal(interest.isDue('a', 500, 1_500), true);
  });
});
