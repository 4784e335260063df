/** What the rows of a contact list show from a login on, with the real SDK. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fortyFriends } from './support/forty-friends.js';
import { openPresencePage } from './support/presence-page.js';
import type { PresencePage } from './support/presence-page.js';

const PROFILES = 'profile.portrait_get_all';

/** In ms: friends are there before their names, as on any network. */
const LATE = 200;

declare global {
  /** Every text that the row of a user has ever shown. */
  var shown: Record<string, string[]>;
}

type Options = Parameters<typeof openPresencePage>[0];

/** Opens a page with a contact list, whose rows are recorded with every change. */
async function openRecorded(options: Options): Promise<PresencePage> {
  const tui = await openPresencePage({ ...options, world: fortyFriends() });
  tui.server.faults.add({ kind: 'delay', command: PROFILES, ms: LATE });
  await tui.page.evaluate(() => {
    globalThis.shown = {};
    const list = document.createElement('tui-contact-list');
    list.style.height = '600px';
    document.body.append(list);
    new MutationObserver(() => {
      for (const row of list.shadowRoot!.querySelectorAll<HTMLElement>('[data-user-id]')) {
        const texts = (shown[row.dataset['userId']!] ??= []);
        const text = row.innerText.trim();
        if (text && text !== texts.at(-1)) texts.push(text);
      }
    }).observe(list.shadowRoot!, { subtree: true, childList: true, characterData: true });
  });
  return tui;
}

/** Rows of friends with a nick that have shown the ID, with all their texts. */
async function unnamed({ page, server }: PresencePage): Promise<string[]> {
  const shown = await page.evaluate(() => globalThis.shown);
  assert.ok(Object.keys(shown).length > 5, 'rows were recorded');
  return Object.entries(shown).flatMap(([userID, texts]) => {
    const { nick } = server.world.users.get(userID)!;
    const isUnnamed = nick !== '' && texts.some((text) => text.includes(userID));
    return isUnnamed ? [`${userID}: ${texts.join(' / ')}`] : [];
  });
}

/** Runs a test on such a page; the list in it has shown its first rows after `logIn`. */
async function whileRecorded(
  options: Options,
  logIn: (tui: PresencePage) => Promise<unknown>,
  run?: (tui: PresencePage) => Promise<void>,
): Promise<void> {
  const tui = await openRecorded(options);
  try {
    await logIn(tui);
    await tui.page.locator('tui-contact-list').getByRole('option').first().waitFor();
    assert.deepEqual(await unnamed(tui), []);
    await run?.(tui);
    assert.deepEqual(tui.errors, []);
  } finally {
    await tui.close();
  }
}

for (const sdk of ['uikit', 'chat'] as const) {
  test(`after a login with sdk: '${sdk}', no row of a friend with a nick ever shows the ID`, () =>
    whileRecorded({ redirected: sdk === 'chat' }, ({ page, server }) =>
      page.evaluate(
        async ([which, proxyServer]) => {
          const user = { SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback' };
          const more = which === 'chat' ? { sdk: 'chat' as const } : { proxyServer };
          await globalThis.tui.login({ ...user, ...more });
        },
        [sdk, server.url] as const,
      ),
    ));
}

for (const host of ['engine', 'chat'] as const) {
  test(`connected to the ${host}, no row of a friend with a nick ever shows the ID, also not after a reconnect`, () =>
    whileRecorded(
      { host },
      async (tui) => {
        await tui.connect();
        await tui.hostLogin();
      },
      async (tui) => {
        const options = tui.page.locator('tui-contact-list').getByRole('option');
        const id = await options.first().getAttribute('data-user-id');
        // A remark comes with the friends, before their names; the push of it is lost.
        tui.server.drop('alice');
        tui.server.world.setRemark('alice', id!, 'A remark from afar');
        await options.getByText('A remark from afar').waitFor();
        assert.deepEqual(await unnamed(tui), []);
      },
    ));
}
