import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { bundle } from './support/bundle.js';
import { openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';

/** What an element may use of the controller on its page, which may be of another version. */
const CONTRACT = [
  ...['state', 'error', 'userID', 'displayOnlineStatus', 'presenceOf', 'observe', 'retry'],
  'setOwnStatus',
  ...['statusOf', 'stats', 'directory', 'environment', 'addEventListener', 'removeEventListener'],
];

/** What an element may use of the controller's directory. */
const DIRECTORY = [
  ...['contacts', 'conversations', 'blocked', 'observe', 'personOf', 'observePerson'],
  ...['groupOf', 'observeGroup'],
];

/** Puts a controller on the page that notes every other name it is asked for. */
const CONTROLLER = `
  import { PresenceController } from './dist/src/index.js';
  const controller = new PresenceController();
  globalThis.controller = controller;
  globalThis.others = [];
  const directory = new Proxy(controller.directory, {
    get(target, name) {
      if (!${JSON.stringify(DIRECTORY)}.includes(name)) others.push('directory.' + String(name));
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  globalThis[Symbol.for('tui-presence/1')] = new Proxy(controller, {
    get(target, name) {
      if (!${JSON.stringify(CONTRACT)}.includes(name)) others.push(String(name));
      if (name === 'directory') return directory;
      const value = Reflect.get(target, name, target);
      if (name === 'observe') {
        return (userIDs, listener, options = {}) => {
          others.push(...Object.keys(options).filter((key) => key !== 'live'));
          return target.observe(userIDs, listener, { live: options.live });
        };
      }
      return typeof value === 'function' && name !== 'statusOf' ? value.bind(target) : value;
    },
  });`;

const PAGE = `<!doctype html><html lang="en"><script type="module" src="/controller.js"></script>
  <tui-online-dot user-id="ana"></tui-online-dot>
  <tui-contact-list order="status" group-by="status" searchable announce></tui-contact-list>
  <tui-conversation-list></tui-conversation-list>
  <tui-contact-list group-id="team" show="online"></tui-contact-list>
  <tui-person user-id="ana"></tui-person>
  <tui-avatar-stack count></tui-avatar-stack>
  <tui-own-status></tui-own-status>
  <script type="module">
    import { MemorySource } from '/dist/cdn/tui-presence.js';
    globalThis.source = new MemorySource({
      displayOnlineStatus: true,
      contacts: [{ userID: 'ana', name: 'Ana' }, { userID: 'ben', name: 'Ben' }],
      conversations: [{ conversationID: 'C2Cana', type: 'c2c', userID: 'ana', name: 'Ana' }],
      groups: { team: [{ userID: 'ana', name: 'Ana' }] },
    });
    source.setStatus('ana', 'online');
    source.connect(controller);
  </script>`;

let tui: ServedPages;

afterEach(async () => {
  await tui.close();
});

test('elements use nothing of a controller but the names of the contract', async () => {
  tui = await openServedPages({
    '/': { body: PAGE },
    '/controller.js': { body: await bundle(CONTROLLER) },
  });
  const { page } = tui;
  const contact = page.locator('tui-contact-list').first().getByRole('option');
  const conversation = page.locator('tui-conversation-list').getByRole('option');
  const person = page.locator('tui-person [data-user-id]');
  const showAna = async (status: string, freshness = 'live') => {
    await page.locator(`tui-online-dot[status=${status}][freshness=${freshness}]`).waitFor();
    for (const row of [contact, conversation, person]) {
      const shown = `[data-user-id=ana][data-status=${status}][data-freshness=${freshness}]`;
      await row.and(page.locator(shown)).waitFor();
    }
  };

  await showAna('online');
  await page.locator('tui-contact-list[group-id] [data-user-id=ana]').waitFor();
  await page.locator('tui-avatar-stack [part=count]', { hasText: '1 of 2 online' }).waitFor();
  await page.evaluate("source.setStatus('ana', 'offline')");
  await showAna('offline');
  await page.evaluate('source.drop()');
  await showAna('offline', 'stale');
  await page.evaluate("source.restore(), source.setStatus('ana', 'online')");
  await showAna('online');
  await page.locator('tui-own-status [part=button]').click();
  await page.getByRole('menuitemradio', { name: 'In a meeting' }).click();
  await page.locator('tui-own-status [part=custom-status]', { hasText: 'In a meeting' }).waitFor();
  await page.evaluate("source.fail('feature-disabled')");
  await page.locator('tui-contact-list').first().locator('button').click();
  await page.evaluate(() => {
    for (const list of document.querySelectorAll('tui-contact-list')) list.remove();
  });

  const others = (await page.evaluate('others')) as string[];
  assert.deepEqual([...new Set(others)], []);
  assert.deepEqual(tui.errors, []);
});
