import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';
import type { HostSDK, PresencePage } from './support/presence-page.js';

// What changes at the service, or by the page itself, while all elements show it.

const GROUP = 'group1';

let tui: PresencePage;

afterEach(async () => {
  assert.deepEqual(tui.errors, []);
  await tui.close();
});

/** A page of this host with one of each element, logged in as alice. */
async function open(host: HostSDK): Promise<void> {
  const world = makeWorld({ friends: 6, conversations: 4, groups: 2, members: 6 });
  const { friends, conversations } = world.account('alice');
  for (const friend of friends.values()) friend.groups = friend.userID === 'bob' ? [] : ['Team'];
  for (const each of conversations) each.muted = each.id === GROUP;
  tui = await openPresencePage({ host, world });
  tui.page.setDefaultTimeout(10_000);
  await tui.page.setViewportSize({ width: 800, height: 4000 });
  await tui.page.evaluate((group) => {
    document.body.innerHTML = `
      <tui-contact-list id="friends" group-by="group"></tui-contact-list>
      <tui-contact-list id="members" group-id="${group}"></tui-contact-list>
      <tui-conversation-list></tui-conversation-list>
      <tui-person user-id="bob"></tui-person>`;
  }, GROUP);
  await tui.connect();
  await tui.hostLogin();
  await tui.showsText('#friends [data-user-id=bob] .name', 'Bob');
  await tui.showsText('tui-conversation-list [data-user-id=bob] .name', 'Bob');
  await tui.showsText('tui-person .name', 'Bob');
}

/** Puts bob into a group of friends, or takes him out, as a page does. */
const putBob = (method: 'addToFriendGroup' | 'removeFromFriendGroup'): Promise<unknown> =>
  tui.page.evaluate(
    `(globalThis.chat ?? engine.TUIChatEngine.chat).${method}({ name: 'Team', userIDList: ['bob'] })`,
  );

for (const host of ['engine', 'chat', 'lite'] as const) {
  describe(`with the ${host} of the page`, () => {
    it('a new name is shown by every element', async () => {
      await open(host);
      // With the second one nothing else arrives any more.
      for (const nick of ['Rob', 'Robert']) {
        tui.server.world.setProfile('bob', { nick });
        await tui.showsText('#friends [data-user-id=bob] .name', nick);
        await tui.showsText('tui-conversation-list [data-user-id=bob] .name', nick);
        await tui.showsText('tui-person .name', nick);
      }
      tui.server.world.setRemark('alice', 'bob', 'Bobby');
      await tui.showsText('#friends [data-user-id=bob] .name', 'Bobby');
      await tui.showsText('tui-conversation-list [data-user-id=bob] .name', 'Bobby');
      await tui.showsText('tui-person .name', 'Bobby');
    });

    it('a friend is listed in the group that the page has put the friend into', async () => {
      await open(host);
      const team = tui.page.locator('#friends [part~=group]', { hasText: 'Team' });
      await team.filter({ hasText: '5' }).waitFor();
      await putBob('addToFriendGroup');
      await team.filter({ hasText: '6' }).waitFor();
      await putBob('removeFromFriendGroup');
      await team.filter({ hasText: '5' }).waitFor();
    });

    // The small build of the SDK has no module for groups.
    if (host === 'lite') return;

    if (host === 'engine') {
      it('a group shows no one once the user is removed', async () => {
        await open(host);
        const bob = tui.page.locator('#members [data-user-id=bob]');
        const count = tui.page.locator('#members [part=count]');
        await bob.waitFor();
        await count.waitFor();
        tui.server.world.setMember(GROUP, 'alice', false, Math.floor(Date.now() / 1000));
        await bob.waitFor({ state: 'detached' });
        await count.waitFor({ state: 'detached' });
      });

      it('a group whose members are counted before they are there is loading', async () => {
        await open(host);
        const members = tui.page.locator('#members');
        await members.locator('[part=count]').waitFor();
        tui.server.faults.add({ kind: 'hold', command: 'get_group_member_info' });
        await members.evaluate((list) => list.setAttribute('group-id', 'group0'));
        await tui.until(`presence.directory.groupOf('group0')?.onlineCount !== undefined`);
        await tui.showsText('#members .state', 'Loading…');
        tui.server.faults.clear();
        await members.locator('[data-user-id=bob]').waitFor();
      });
      return;
    }

    it('a muted conversation has its mark', async () => {
      await open(host);
      const row = tui.page.locator(`tui-conversation-list [data-conversation-id=GROUP${GROUP}]`);
      await row.locator('[part~=muted]').waitFor();
    });

    it('a group shows who came and left while there was no connection', async () => {
      await open(host);
      const { world } = tui.server;
      const members = world.membersOf(GROUP);
      await tui.page.locator('#members [data-user-id=bob]').waitFor();
      const guest = [...world.users.keys()].find((userID) => !members.includes(userID))!;
      tui.server.refuse(500);
      tui.server.drop('alice');
      await tui.until(`presence.state !== 'ready'`);
      world.setMember(GROUP, 'bob', false, Math.floor(Date.now() / 1000));
      world.setMember(GROUP, guest, true, Math.floor(Date.now() / 1000));
      await tui.page.locator(`#members [data-user-id=${guest}]`).waitFor();
      await tui.page.locator('#members [data-user-id=bob]').waitFor({ state: 'detached' });
    });
  });
}
