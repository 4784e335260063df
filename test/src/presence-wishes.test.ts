import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceWishes } from '../../src/presence-wishes.js';

function collect(wishes: PresenceWishes, most = Infinity): number[] {
  const users: number[] = [];
  wishes.eachNew((user) => {
    if (users.length === most) return false;
    wishes.setAsked(user, 1);
    users.push(user);
    return true;
  });
  return users;
}

function lap(wishes: PresenceWishes, most = Infinity): { users: number[]; all: boolean } {
  const users: number[] = [];
  const all = wishes.eachInTurn((user) => {
    if (users.length === most) return false;
    users.push(user);
    return true;
  });
  return { users, all };
}

describe('PresenceWishes', () => {
  it('counts wishes of each kind for themselves', () => {
    const wishes = new PresenceWishes();
    wishes.want(3, true);
    wishes.want(3, true);
    wishes.want(3, false);
    assert.equal(wishes.count, 3);
    assert.equal(wishes.release(3, true), true);
    assert.equal(wishes.isWantedLive(3), true);
    assert.equal(wishes.release(3, true), true);
    assert.equal(wishes.isWantedLive(3), false);
    assert.equal(wishes.isWanted(3), true);
    assert.equal(wishes.release(3, false), true);
    assert.equal(wishes.isWanted(3), false);
    assert.equal(wishes.count, 0);
  });

  it('ends no wish that nobody began', () => {
    const wishes = new PresenceWishes();
    wishes.want(3, true);
    assert.equal(wishes.release(3, false), false);
    assert.equal(wishes.release(2, true), false);
    assert.equal(wishes.release(900, true), false);
    assert.equal(wishes.count, 1);
    assert.equal(wishes.isWantedLive(3), true);
  });

  it('wants nobody it was never told of', () => {
    const wishes = new PresenceWishes();
    for (const user of [0, 63, 64, 5_000]) {
      assert.equal(wishes.isWanted(user), false);
      assert.equal(wishes.wasAsked(user), false);
    }
    assert.deepEqual(collect(wishes), []);
    assert.deepEqual(lap(wishes), { users: [], all: true });
  });

  it('never wants oneself, until another is oneself', () => {
    const wishes = new PresenceWishes();
    wishes.self = 1;
    for (const user of [0, 1, 2]) wishes.want(user, user === 1);
    assert.equal(wishes.isWanted(1), false);
    assert.deepEqual(collect(wishes), [0, 2]);
    assert.deepEqual(lap(wishes).users, [0, 2]);
    wishes.self = 2;
    assert.equal(wishes.isWantedLive(1), true);
    wishes.forgetAll();
    assert.deepEqual(collect(wishes), [0, 1]);
  });

  it('keeps every wish while it grows', () => {
    const wishes = new PresenceWishes();
    for (let user = 0; user < 3_000; user += 3) {
      wishes.want(user, user % 2 === 0);
      wishes.setAsked(user, user + 1);
    }
    wishes.reserve(10_000);
    for (let user = 0; user < 3_000; user++) {
      assert.equal(wishes.isWanted(user), user % 3 === 0);
      assert.equal(wishes.isWantedLive(user), user % 6 === 0);
      assert.equal(wishes.wasAsked(user), user % 3 === 0);
    }
    assert.equal(wishes.isDue(2_999 - 2, 100, 3_000), false);
  });

  it('hands out who was never asked for once, and goes on where it was full', () => {
    const wishes = new PresenceWishes();
    for (const user of [0, 2, 5, 7]) wishes.want(user, false);
    assert.deepEqual(collect(wishes, 2), [0, 2]);
    assert.deepEqual(collect(wishes, 2), [5, 7]);
    assert.deepEqual(collect(wishes), []);
  });

  it('hands out again who is to be asked again, and who came later', () => {
    const wishes = new PresenceWishes();
    for (const user of [4, 6]) wishes.want(user, false);
    collect(wishes);
    wishes.forget(4);
    wishes.want(1, false);
    assert.deepEqual(collect(wishes), [1, 4]);
    wishes.forgetAll();
    assert.deepEqual(collect(wishes), [1, 4, 6]);
  });

  it('hands out somebody wanted again whom nobody wanted when its turn came', () => {
    const wishes = new PresenceWishes();
    wishes.want(0, true);
    wishes.release(0, true);
    wishes.want(1, true);
    assert.deepEqual(collect(wishes), [1]);
    wishes.want(0, true);
    assert.deepEqual(collect(wishes), [0]);
  });

  it('gives everybody a turn, round and round', () => {
    const wishes = new PresenceWishes();
    for (const user of [0, 1, 3, 4]) wishes.want(user, false);
    assert.deepEqual(lap(wishes, 3), { users: [0, 1, 3], all: false });
    assert.deepEqual(lap(wishes, 3), { users: [4, 0, 1], all: false });
    assert.deepEqual(lap(wishes), { users: [3, 4, 0, 1], all: true });
  });

  it('knows who is due', () => {
    const wishes = new PresenceWishes();
    wishes.want(0, true);
    wishes.setAsked(0, 1_000);
    assert.equal(wishes.isDue(0, 500, 1_499), false);
    assert.equal(wishes.isDue(0, 500, 1_500), true);
  });
});
