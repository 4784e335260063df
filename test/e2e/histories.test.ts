import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../demo/server/random.js';
import { makeWorld } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';
import type { PresencePage } from './support/presence-page.js';

const FAULTS = 100;
const STATUS_COMMANDS = ['ws_status_subscribe', 'ws_status_unsubscribe', 'ws_get_user_status'];

/** Everything that goes wrong on a network and at a service, one at a time, with people coming and going. */
const trouble: Record<string, (tui: PresencePage, pick: (count: number) => number) => unknown> = {
  drop: (tui) => tui.server.drop('alice'),
  restart: (tui) => tui.server.restart(),
  'gone for a moment': (tui, pick) => {
    tui.server.refuse(50 + pick(300));
    tui.server.drop('alice');
  },
  refused: (tui, pick) =>
    tui.server.faults.add({
      kind: 'fail',
      command: STATUS_COMMANDS[pick(3)]!,
      code: 60018,
      times: 1,
    }),
  late: (tui, pick) =>
    tui.server.faults.add({
      kind: 'delay',
      command: STATUS_COMMANDS[pick(3)]!,
      ms: 50 + pick(400),
      times: 1,
    }),
  'out of order': (tui) =>
    tui.server.faults.add({ kind: 'reorder', command: 'ws_get_user_status', count: 2 }),
  'switched off and on': (tui) =>
    tui.page.evaluate(() => {
      presence.switchUserStatus({ displayOnlineStatus: false });
      presence.switchUserStatus({ displayOnlineStatus: true });
    }),
  'an element is moved': (tui) =>
    tui.page.evaluate((ids) => {
      stops.pop()?.();
      stops.push(presence.observe(ids, () => undefined));
    }, visible),
  'the page asks by itself': (tui) =>
    tui.page.evaluate(
      (ids) => void service.getUserStatus({ userIDList: ids }).catch(() => undefined),
      visible.slice(0, 20),
    ),
};

let visible: string[] = [];

for (const host of ['engine', 'chat', 'lite'] as const) {
  test(`with the ${host} of the page, after ${FAULTS} faults in a row every status is the truth`, async () => {
    const random = seededRandom(20_261_123);
    const pick = (count: number): number => Math.floor(random() * count);
    const tui = await openPresencePage({
      host,
      world: makeWorld({ friends: 300, conversations: 60 }),
    });
    try {
      await tui.connect();
      await tui.hostLogin();
      const friends = await tui.friends(300);
      visible = friends.slice(0, 40);
      await tui.observe(friends, false);
      await tui.observe(visible);
      await tui.showsTruth(friends);
      const names = Object.keys(trouble);
      for (let fault = 0; fault < FAULTS; fault++) {
        await trouble[names[pick(names.length)]!]!(tui, pick);
        for (let change = 0; change < 5; change++) {
          tui.set(friends[pick(friends.length)]!, 1 + 2 * pick(2));
        }
        // A round trip through the page: what happened has reached it.
        await tui.page.evaluate(() => new Promise(requestAnimationFrame));
      }
      tui.server.faults.clear();
      tui.server.refuse(false);
      await tui.showsTruth(visible, 60_000);
      await tui.page.waitForFunction(
        (ids) => ids.every((userID) => presence.presenceOf(userID).freshness === 'live'),
        visible,
        { timeout: 60_000 },
      );
      // Who is only listed comes round with the next query.
      await tui.showsTruth(friends, 100_000);
      const ledger = tui.ledger();
      assert.deepEqual(ledger.evicted, []);
      assert.ok(ledger.maxHeld <= 200);
      assert.equal(ledger.emptyLists, 0);
      // With `lite-chat` the own status is queried after each lost connection.
      if (host !== 'lite') assert.equal(ledger.selfInLists, 0);
      assert.deepEqual(tui.errors, []);
    } finally {
      await tui.close();
    }
  });
}
