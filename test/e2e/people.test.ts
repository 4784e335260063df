import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';
import type { PresencePage } from './support/presence-page.js';

// One person by ID alone, many of them, and a stack, over the real SDK on the loopback chat server.

const PROFILES = 'profile.portrait_get_all';

let tui: PresencePage;

afterEach(async () => {
  await tui.close();
});

/** Logs Alice in, who has these many friends among three hundred and more people. */
async function open(friends = 40): Promise<string[]> {
  const world = makeWorld({ friends, conversations: 10 });
  for (let number = 0; number < 250; number++) {
    const userID = `stranger${number}`;
    world.addUser(
      { userID, nick: `Stranger ${number}`, avatar: '' },
      { status: 1, customStatus: '' },
    );
  }
  tui = await openPresencePage({ world });
  await tui.hostLogin();
  await tui.connect();
  return tui.friends(friends);
}

/** Puts persons on the page, as markup would. */
async function show(userIDs: readonly string[], view = 'line'): Promise<void> {
  await tui.page.evaluate(
    ([ids, how]) => {
      for (const userID of ids) {
        const person = document.createElement('tui-person');
        person.setAttribute('user-id', userID);
        person.setAttribute('view', how);
        document.body.append(person);
      }
    },
    [userIDs, view] as const,
  );
}

/** The names that the persons on the page show, once all of them show these. */
async function namesAre(names: readonly string[]): Promise<void> {
  await tui.page.waitForFunction(
    (expected) =>
      JSON.stringify(
        [...document.querySelectorAll('tui-person')].map(
          ({ shadowRoot }) => shadowRoot?.querySelector('[part=name]')?.textContent,
        ),
      ) === JSON.stringify(expected),
    names,
  );
}

/** Waits until the person of a user shows this status. */
async function statusIs(userID: string, status: string): Promise<void> {
  await tui.page
    .locator(`tui-person .box[data-user-id="${userID}"][data-status="${status}"]`)
    .waitFor();
}

const profileCalls = () => tui.ledger().calls[PROFILES]?.count ?? 0;

describe('<tui-person> over the real SDK', () => {
  test('shows a friend and a stranger by ID alone, and follows both', async () => {
    const [friend = ''] = await open();
    const { remark } = tui.server.world.account('alice').friends.get(friend)!;
    await show([friend, 'stranger0']);
    const { nick } = tui.server.world.users.get(friend)!;
    await namesAre([remark || nick || friend, 'Stranger 0']);
    await statusIs('stranger0', 'online');
    for (const userID of [friend, 'stranger0']) {
      tui.set(userID, 3);
      await statusIs(userID, 'not-logged-in');
      tui.set(userID, 1, '会议中 🎧');
      await statusIs(userID, 'online');
    }
    await tui.page.getByText('Online · 会议中 🎧').nth(1).waitFor();
    assert.deepEqual(tui.errors, []);
  });

  test('shows the ID of a user who does not exist', async () => {
    await open();
    await show(['nobody-at-all', 'stranger1']);
    await namesAre(['nobody-at-all', 'Stranger 1']);
    assert.deepEqual(tui.errors, []);
  });

  test('loads two hundred strangers on a page in two calls, each of them live', async () => {
    await open();
    const before = profileCalls();
    const userIDs = Array.from({ length: 200 }, (_, number) => `stranger${number}`);
    await tui.page.setViewportSize({ width: 1600, height: 2400 });
    await show(userIDs, 'name');
    await namesAre(userIDs.map((_, number) => `Stranger ${number}`));
    assert.equal(profileCalls() - before, 2);
    await tui.until('presence.stats.live >= 150');
    for (const userID of userIDs) await statusIs(userID, 'online');
    tui.set('stranger7', 2);
    await statusIs('stranger7', 'offline');
    assert.ok(tui.ledger().maxHeld <= 200);
    assert.deepEqual(tui.errors, []);
  });

  test('takes subscriptions only for those in view', async () => {
    await open();
    await tui.page.setViewportSize({ width: 400, height: 400 });
    await tui.page.evaluate(() => (document.body.className = 'tall'));
    await tui.page.addStyleTag({ content: 'tui-person { display: block; height: 60px }' });
    await show(Array.from({ length: 100 }, (_, number) => `stranger${number}`));
    await statusIs('stranger99', 'online');
    await tui.until('presence.stats.live > 0 && presence.stats.live < 20');
    await tui.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await tui.page.locator('.box[data-user-id=stranger99][data-freshness=live]').waitFor();
    tui.set('stranger99', 3);
    await statusIs('stranger99', 'not-logged-in');
    assert.deepEqual(tui.errors, []);
  });
});

describe('<tui-avatar-stack> over the real SDK', () => {
  test('shows thirty people by ID, says who the rest are, and how many are online', async () => {
    await open();
    const userIDs = Array.from({ length: 30 }, (_, number) => `stranger${number}`);
    for (const userID of userIDs.slice(12)) tui.set(userID, 3);
    await tui.page.evaluate((ids) => {
      const stack = document.createElement('tui-avatar-stack');
      Object.assign(stack, { userIDs: ids, count: true, label: 'Reviewers' });
      document.body.append(stack);
      stack.addEventListener('tui-contact-select', (event) => {
        document.title = `${event.userID} ${event.contact.name}`;
      });
    }, userIDs);
    await tui.page.getByText('12 of 30 online').waitFor();
    await tui.page.getByRole('button', { name: 'Stranger 4, online' }).click();
    assert.equal(await tui.page.title(), 'stranger4 Stranger 4');
    tui.set('stranger0', 3);
    await tui.page.getByText('11 of 30 online').waitFor();
    await tui.page.getByRole('button', { name: '25 more people' }).click();
    const rest = tui.page.getByRole('listbox', { name: '25 more people' });
    await rest.getByRole('option').first().waitFor();
    await tui.page.keyboard.press('End');
    await tui.page.keyboard.press('Enter');
    await tui.page.waitForFunction(() => document.title !== 'stranger4 Stranger 4');
    assert.match(await tui.page.title(), /^stranger\d+ Stranger \d+$/);
    assert.equal(await rest.count(), 0);
    assert.deepEqual(tui.errors, []);
  });

  test('names all of 250 people in the list of the rest', async () => {
    await open();
    const userIDs = Array.from({ length: 250 }, (_, number) => `stranger${number}`);
    await tui.page.evaluate((ids) => {
      const stack = document.createElement('tui-avatar-stack');
      document.body.append(Object.assign(stack, { userIDs: ids }));
    }, userIDs);
    await tui.page.getByRole('button', { name: '245 more people' }).click();
    const rest = tui.page.getByRole('listbox', { name: '245 more people' });
    await rest.getByRole('option', { name: 'Stranger 6, online' }).waitFor();
    await rest
      .getByRole('option', { name: /^stranger/ })
      .first()
      .waitFor({ state: 'detached' });
    await tui.page.keyboard.press('End');
    await rest.getByRole('option', { name: 'Stranger 249, online' }).waitFor();
    assert.deepEqual(tui.errors, []);
  });

  test('shows the friends of the engine where the page names no one', async () => {
    const friends = await open(12);
    await tui.page.evaluate(() => document.body.append(document.createElement('tui-avatar-stack')));
    await tui.page.getByRole('button', { name: `${friends.length - 5} more people` }).waitFor();
    assert.equal(await tui.page.locator('.person:not(.more)').count(), 5);
    assert.deepEqual(tui.errors, []);
  });
});
