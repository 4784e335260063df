import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';
import type { PresencePage } from './support/presence-page.js';

const FRIENDS = 30;

let tui: PresencePage;
let friends: string[];

beforeEach(async () => {
  tui = await openPresencePage({ world: makeWorld({ friends: FRIENDS, conversations: 5 }) });
  await tui.hostLogin();
  await tui.connect();
  friends = await tui.friends(FRIENDS);
  await tui.observe(friends);
  await tui.until(`presence.stats.live === ${FRIENDS}`);
});

afterEach(async () => {
  await tui.close();
});

/**
 * Writes to the engine's store as the engine does: a status of all friends, among those of `others`
 * users who are not observed. Returns what is known of the friends after the next frame.
 */
function write(statusType: number, customStatus: string, others = 0): Promise<string[]> {
  return tui.page.evaluate(
    async ([userIDs, type, words, count]) => {
      const strangers = Array.from({ length: count }, (_, index) => `stranger${index}`);
      engine.TUIStore.update(
        'user',
        'userStatusList',
        [...strangers, ...userIDs].map((userID) => ({
          userID,
          statusType: type,
          customStatus: words,
        })),
      );
      await new Promise(requestAnimationFrame);
      return userIDs.map((userID) => {
        const { status, customStatus } = presence.presenceOf(userID);
        return `${status} ${customStatus}`;
      });
    },
    [friends, statusType, customStatus, others] as const,
  );
}

describe("the engine's store", () => {
  test('is read with the next frame after a page has written to it', async () => {
    assert.deepEqual(
      await write(1, 'by the page'),
      friends.map(() => 'online by the page'),
    );
    assert.deepEqual(
      await write(3, ''),
      friends.map(() => 'not-logged-in '),
    );
  });

  test('is read with the next frame after an update of 20,000 entries', async () => {
    assert.deepEqual(
      await write(1, 'in a crowd', 20_000),
      friends.map(() => 'online in a crowd'),
    );
    assert.deepEqual(tui.errors, []);
  });
});
