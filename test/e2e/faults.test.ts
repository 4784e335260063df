import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { nextUserSeesNothing, testFaults } from './support/fault-cases.js';
import { openPresencePage } from './support/presence-page.js';
import type { PresencePage } from './support/presence-page.js';

testFaults('engine');

let tui: PresencePage;

/** A page with its own engine, logged in as alice and connected, with these friends. */
async function ready(friends: number, conversations = 0): Promise<string[]> {
  tui = await openPresencePage({ world: makeWorld({ friends, conversations }) });
  await tui.hostLogin();
  await tui.connect();
  return tui.friends(friends);
}

describe('with the engine of the page alone', () => {
  afterEach(() => tui.close());

  for (const [how, logout] of [
    ['TUILogin.logout()', () => engine.TUILogin.logout()],
    [
      'TUIChatEngine.logout()',
      () => (engine.TUIChatEngine as unknown as { logout(): Promise<unknown> }).logout(),
    ],
  ] as const) {
    test(`after ${how} the next user sees nothing of the one before`, async () => {
      const friends = await ready(20, 20);
      await nextUserSeesNothing(tui, friends, async () => {
        await tui.page.evaluate(logout);
        await tui.until("presence.state === 'idle'");
        const left = await tui.page.evaluate(
          () => (engine.TUIStore.getData('user', 'userStatusList') as Map<string, unknown>).size,
        );
        assert.equal(left, 0);
      });
    });
  }

  test('after the disconnect the engine is as it was', async () => {
    const friends = await ready(10);
    await tui.observe(friends);
    await tui.showsTruth(friends);
    const own = await tui.page.evaluate(() => {
      disconnect();
      const { chat } = engine.TUIChatEngine as unknown as { chat: { getUserStatus: unknown } };
      const { task } = engine.TUIStore as unknown as {
        task: Record<string, Record<string, Map<unknown, unknown>>>;
      };
      return {
        watchers: task['user']!['userStatusList']!.size + task['friend']!['friendList']!.size,
        state: presence.state,
        wrapped: String(chat.getUserStatus).includes('userIDList'),
        replaced: Object.hasOwn(engine.TUIStore, 'update'),
      };
    });
    assert.deepEqual(own, { watchers: 0, state: 'idle', wrapped: false, replaced: false });
  });
});
