import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';
import type { PresencePage } from './support/presence-page.js';

// The service is too busy to send a list: the SDK gives up, and requests it no more by itself.

const CONVERSATIONS = 'recentcontact.page_get';
const TOO_BUSY = 60018;

let tui: PresencePage;

afterEach(async () => {
  await tui.close();
});

for (const host of ['engine', 'chat'] as const) {
  describe(`with the ${host} of the page, conversations`, () => {
    it('that were refused at the login are shown once the service sends them', async () => {
      tui = await openPresencePage({ host, world: makeWorld({ friends: 6, conversations: 6 }) });
      await tui.page.evaluate(() => {
        document.body.innerHTML = '<tui-conversation-list></tui-conversation-list>';
      });
      await tui.connect();
      tui.server.faults.add({ kind: 'fail', command: CONVERSATIONS, code: TOO_BUSY, times: 3 });
      await tui.hostLogin();
      const { conversations } = tui.server.world.account('alice');
      for (const { id, type } of conversations) {
        if (type !== 1) continue;
        await tui.page.locator(`tui-conversation-list [data-user-id="${id}"]`).waitFor();
      }
      assert.deepEqual(tui.server.faults.rules, []);
    });
  });
}
