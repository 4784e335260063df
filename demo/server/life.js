import { makeStatus } from './people.js';
import { pick } from './random.js';

/** @typedef {import('./world.js').World} World */

/**
 * One person comes, goes or says something else about themselves.
 *
 * @param {World} world
 * @param {() => number} random
 * @param {readonly string[]} userIDs who may change
 */
export function changeSomething(world, random, userIDs) {
  const userID = pick(userIDs, random);
  const { status } = world.statusOf(userID);
  let next = makeStatus(random, world.users.get(userID)?.language);
  // People who are away mostly come back, so that about half the world stays online.
  if (status !== 1 && next.status !== 1 && random() < 0.7) next = { ...next, status: 1 };
  world.setStatus(userID, next);
}

/**
 * Lets the invented people come and go, until stopped. Users who logged in are left alone.
 *
 * @param {World} world
 * @param {object} [options]
 * @param {number} [options.rate] changes per second in the whole world
 * @param {() => number} [options.random]
 * @param {() => readonly string[]} [options.watched] who is looked at: every other change is theirs,
 *   so that something is to be seen in a large world too
 * @returns {() => void} stops it
 */
export function startLife(world, { rate = 1, random = Math.random, watched } = {}) {
  // A watched user may be gone since the world was resized, or never have existed.
  const isHere = (/** @type {string} */ userID) => isInvented(userID) && world.users.has(userID);
  const userIDs = [...world.users.keys()].filter(isInvented);
  if (userIDs.length === 0 || rate <= 0) return () => {};
  let turn = 0;
  const timer = setInterval(() => {
    turn += 1;
    const seen = turn % 2 === 0 ? (watched?.().filter(isHere) ?? []) : [];
    changeSomething(world, random, seen.length > 0 ? seen : userIDs);
  }, 1000 / rate);
  // The same world lives in browsers, whose timers keep nothing running.
  timer.unref?.();
  return () => clearInterval(timer);
}

const isInvented = (/** @type {string} */ userID) => /^user\d+$/.test(userID);
