import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';

for (const host of ['engine', 'chat'] as const) {
  test(`with the ${host}, 3,000 friends are all known, scrolled through, and never over a limit`, async (context) => {
    const tui = await openPresencePage({
      host,
      world: makeWorld({ friends: 3000, conversations: 150 }),
    });
    try {
      await tui.connect();
      await tui.hostLogin();
      const friends = await tui.friends(3000);
      const started = Date.now();
      await tui.observe(friends, false);
      await tui.observe(friends.slice(0, 20));
      await tui.showsTruth(friends);
      context.diagnostic(
        `all ${friends.length} statuses known after ${Date.now() - started} ms, ` +
          `${tui.calls('query')} queries, ${tui.calls('subscribe')} subscribes`,
      );
      // A window of 20 rows moves through the list, a frame for each step of ten.
      await tui.page.evaluate(async (ids) => {
        let stop = stops.pop()!;
        for (let first = 0; first + 20 <= ids.length; first += 10) {
          const next = presence.observe(ids.slice(first, first + 20), () => undefined);
          stop();
          stop = next;
          await new Promise(requestAnimationFrame);
        }
        stops.push(stop);
      }, friends);
      const last = friends.slice(2980);
      const areLive = `every((userID) => presence.presenceOf(userID).freshness === 'live')`;
      await tui.until(`${JSON.stringify(last)}.${areLive}`, 30_000);
      const held = new Set(tui.server.subscriptionsOf('alice'));
      assert.ok(
        last.every((userID) => held.has(userID)),
        'users on screen are subscribed',
      );
      const ledger = tui.ledger();
      assert.ok(ledger.maxHeld <= 200, `${ledger.maxHeld} subscriptions`);
      assert.deepEqual(ledger.evicted, []);
      const most = Object.entries(ledger.calls)
        .filter(([command]) => command.includes('status'))
        .map(([command, calls]) => [command.split('.')[1], calls.count, calls.mostInFiveSeconds]);
      for (const [command, , inFive] of most) {
        assert.ok(Number(inFive) <= 12, `${command}: ${inFive} calls in 5 s`);
      }
      context.diagnostic(
        `calls and most in 5 s: ${JSON.stringify(most)}; held at most ${ledger.maxHeld}`,
      );
      assert.deepEqual(tui.errors, []);
    } finally {
      await tui.close();
    }
  });
}

test('after a restart of the server the idle page is back by itself', async (context) => {
  const tui = await openPresencePage({ world: makeWorld({ friends: 60, conversations: 0 }) });
  try {
    await tui.connect();
    await tui.hostLogin();
    const friends = await tui.friends(60);
    await tui.observe(friends);
    await tui.until('presence.stats.live === 60');
    // Refused once at least, the SDK sleeps for 75 s unless it is called.
    tui.server.refuse(true);
    tui.server.drop('alice');
    await tui.until("presence.state === 'disconnected'");
    await tui.until("engine.TUIStore.getData('user', 'netStateChange') === 'disconnected'");
    for (const friend of friends) {
      tui.set(friend, tui.server.world.statusOf(friend).status === 1 ? 3 : 1);
    }
    tui.server.refuse(false);
    const started = Date.now();
    await tui.until(`presence.presenceOf('${friends[0]}').freshness !== 'stale'`, 60_000);
    const first = Date.now() - started;
    await tui.showsTruth(friends, 60_000);
    context.diagnostic(`first dot right after ${first} ms, last after ${Date.now() - started} ms`);
    assert.ok(tui.server.subscriptionsOf('alice').length === 60);
  } finally {
    await tui.close();
  }
});
