import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';
import type { HostSDK, PresencePage } from './support/presence-page.js';

// What the page changes by its own SDK while all elements show it, and what another device does.

const GROUP = 'group0';
const CONVERSATION = 'tui-conversation-list [data-conversation-id=C2Cbob]';

let tui: PresencePage;

afterEach(async () => {
  assert.deepEqual(tui.errors, []);
  await tui.close();
});

/** A page of this host with one of each element, logged in as alice; bob is online, and a friend. */
async function open(host: HostSDK): Promise<void> {
  const world = makeWorld({ friends: 4, conversations: 3, groups: 1, members: 6 });
  world.setStatus('bob', { status: 1 });
  for (const friend of world.account('alice').friends.values()) {
    Object.assign(friend, { remark: '', groups: friend.userID === 'bob' ? [] : ['Team'] });
  }
  tui = await openPresencePage({ host, world });
  tui.page.setDefaultTimeout(10_000);
  await tui.page.setViewportSize({ width: 800, height: 4000 });
  await tui.page.evaluate((group) => {
    document.body.innerHTML = `
      <tui-contact-list id="friends" group-by="group"></tui-contact-list>
      <tui-contact-list id="given"></tui-contact-list>
      <tui-contact-list id="members" group-id="${group}"></tui-contact-list>
      <tui-conversation-list></tui-conversation-list>
      <tui-person user-id="bob"></tui-person>
      <tui-avatar-stack></tui-avatar-stack>`;
    const given = [{ userID: 'bob' }, { userID: 'carol' }];
    for (const each of document.querySelectorAll('#given, tui-avatar-stack')) {
      Object.assign(each, { contacts: given });
    }
  }, GROUP);
  await tui.connect();
  await tui.hostLogin();
  await tui.showsText('#friends [data-user-id=bob] .name', 'Bob');
  await tui.showsText(`${CONVERSATION} .name`, 'Bob');
  await tui.page.locator('tui-person [data-status=online]').waitFor();
}

/** Waits until bob has this status, or none, wherever he is shown. */
async function hasStatus(places: readonly string[], status: string | undefined): Promise<void> {
  for (const place of places) {
    const bob = tui.page.locator(`${place} [data-user-id=bob]`);
    await bob
      .and(tui.page.locator(status ? `[data-status=${status}]` : ':not([data-status])'))
      .waitFor();
  }
}

/** Makes a call of the page's SDK. */
const call = (method: string, options: unknown): Promise<unknown> =>
  tui.page.evaluate(
    `(globalThis.chat ?? engine.TUIChatEngine.chat).${method}(${JSON.stringify(options)}).then(() => undefined)`,
  );

for (const host of ['engine', 'chat', 'lite'] as const) {
  // The small build of the SDK has no module for groups.
  const places = [
    '#given',
    'tui-conversation-list',
    'tui-person',
    'tui-avatar-stack',
    ...(host === 'lite' ? [] : ['#members']),
  ];

  describe(`with the ${host} of the page`, () => {
    it('a user whom the page blocks has no status anywhere, until the page unblocks the user', async () => {
      await open(host);
      await hasStatus([...places, '#friends'], 'online');
      await call('addToBlacklist', { userIDList: ['bob'] });
      await tui.page.locator('#friends [data-user-id=bob]').waitFor({ state: 'detached' });
      await hasStatus(places, undefined);
      await call('removeFromBlacklist', { userIDList: ['bob'] });
      await hasStatus(places, 'online');
    });

    it('a conversation has the remark of a friendship that goes on, and of no other', async () => {
      await open(host);
      const bob = { to: 'bob', source: 'AddSource_Type_Web', type: 'Add_Type_Both' };
      const names = ['tui-person .name', `${CONVERSATION} .name`];
      const areNamed = async (name: string): Promise<void> => {
        for (const each of names) await tui.showsText(each, name);
      };
      await call('updateFriend', { userID: 'bob', remark: 'Bobby' });
      await areNamed('Bobby');
      await call('deleteFriend', { userIDList: ['bob'], type: 'Delete_Type_Both' });
      await areNamed('Bob');
      await call('addFriend', { ...bob, remark: 'Rob' });
      await areNamed('Rob');
    });
  });
}
