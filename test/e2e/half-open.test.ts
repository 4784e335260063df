import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';
import type { PresencePage } from './support/presence-page.js';

/** Within this time a silent line has to count as lost, in ms: it does after 5 s. */
const PATIENCE = 15_000;

let tui: PresencePage;

beforeEach(async () => {
  tui = await openPresencePage({ world: makeWorld({ friends: 12, conversations: 3 }) });
});

afterEach(async () => {
  await tui.close();
});

/** A page with both lists, logged in over a line on which only these commands are answered. */
async function logIn(answered: string[]): Promise<void> {
  tui.server.faults.add({ kind: 'swallow', command: '*', except: answered });
  await tui.page.evaluate((proxyServer) => {
    document.body.append(
      document.createElement('tui-contact-list'),
      document.createElement('tui-conversation-list'),
    );
    const options = { SDKAppID: 1400000001, userID: 'alice', userSig: 'any', proxyServer };
    // An SDK that is never ready never resolves it.
    globalThis.tui.login(options).catch(() => undefined);
  }, tui.server.url);
}

const listText = (): Promise<string> =>
  tui.page.evaluate(() => {
    const { shadowRoot } = document.querySelector('tui-contact-list')!;
    return shadowRoot!.querySelector('.frame')!.textContent!.replace(/\s+/g, ' ').trim();
  });

/** The statuses of these users, as in `bob online live`. */
const shown = (userIDs: readonly string[]): Promise<string[]> =>
  tui.page.evaluate(
    (ids) =>
      ids.map((userID) => {
        const { status, freshness } = presence.presenceOf(userID);
        return `${userID} ${status} ${freshness}`;
      }),
    userIDs,
  );

describe('a line that is dead after the login', () => {
  it('counts as lost, the lists say so, and all is right once it answers', async () => {
    await logIn(['wslogin']);
    await tui.observe(['bob']);
    await tui.until("presence.state === 'disconnected'", PATIENCE);
    assert.deepEqual(await shown(['bob']), ['bob unknown none']);
    await tui.page.locator('tui-contact-list .notice').waitFor();
    assert.match(await listText(), /Connection lost/);
    assert.doesNotMatch(await listText(), /No contacts/);
    tui.server.faults.clear();
    const friends = await tui.friends(12);
    await tui.observe(friends);
    await tui.showsTruth(friends, 40_000);
    await tui.until("presence.state === 'ready'");
    await tui.page.locator('tui-contact-list .notice').waitFor({ state: 'detached' });
  });
});

describe('a line on which only signs of life are answered', () => {
  it('counts as lost while friends and statuses are awaited, and the list goes on loading', async () => {
    await logIn(['wslogin', 'alive', 'wshello']);
    await tui.until("presence.state === 'ready'");
    await tui.observe(['bob', 'alice']);
    await tui.until("presence.state === 'disconnected'", PATIENCE);
    assert.deepEqual(await shown(['bob', 'alice']), ['bob unknown none', 'alice online stale']);
    // By the time that the SDK gives up its calls, a user without friends has been told so.
    await tui.until('presence.stats.refused >= 2', 30_000);
    assert.doesNotMatch(await listText(), /No contacts/);
    assert.ok(await tui.page.evaluate(() => document.querySelector('tui-contact-list')!.loading));
  });

  it('counts as lost as well when statuses alone are silent, until one is answered', async () => {
    for (const command of ['ws_status_subscribe', 'ws_get_user_status']) {
      tui.server.faults.add({ kind: 'swallow', command });
    }
    await tui.connect();
    await tui.hostLogin();
    const friends = await tui.friends(12);
    await tui.observe(friends);
    await tui.until("presence.state === 'disconnected'", PATIENCE);
    assert.equal(await tui.page.evaluate(() => presence.stats.live), 0);
    tui.server.faults.clear();
    await tui.showsTruth(friends, 40_000);
    await tui.until("presence.state === 'ready'");
  });
});
