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
  let next = makeStatus(random);
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
 * @returns {() => void} stops it
 */
export function startLife(world, { rate = 1, random = Math.random } = {}) {
  const userIDs = [...world.users.keys()].filter((userID) => /^user\d+$/.test(userID));
  if (userIDs.length === 0 || rate <= 0) return () => {};
  const timer = setInterval(() => changeSomething(world, random, userIDs), 1000 / rate);
  timer.unref();
  return () => clearInterval(timer);
}
