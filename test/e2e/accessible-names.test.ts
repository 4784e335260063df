import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ENGINES } from './support/named-pages.js';
import type { NamedPage } from './support/named-pages.js';
import { servePages } from './support/watched-page.js';

/** Both lists and some dots from memory. Ana is online at a desk, Ben is offline. */
const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>names</title>
  <tui-online-dot user-id="ana"></tui-online-dot>
  <tui-online-dot user-id="ben" label="Ben is away"></tui-online-dot>
  <tui-online-dot user-id="ana" label=""></tui-online-dot>
  <button id="in-button">Ana <tui-online-dot user-id="ana"></tui-online-dot></button>
  <tui-contact-list searchable group-by="status" selected="ben"></tui-contact-list>
  <tui-conversation-list label="Chats"></tui-conversation-list>
  <script type="module">
    import { MemorySource, presence } from '/dist/cdn/tui-presence.js';
    const source = new MemorySource({
      displayOnlineStatus: true,
      contacts: [
        { userID: 'ana', name: 'Ana' },
        { userID: 'ben', name: 'Ben & Söhne' },
        { userID: 'zoe', name: 'Zoë', blocked: true },
      ],
      conversations: [
        { conversationID: 'C2Cana', type: 'c2c', userID: 'ana', name: 'Ana', lastMessage: 'hi',
          unreadCount: 3, isPinned: true, isMuted: false },
        { conversationID: 'GROUPteam', type: 'group', groupID: 'team', name: 'Team', mention: 'me',
          lastMessage: 'You: ok', unreadCount: 1, isPinned: false, isMuted: true },
        { conversationID: 'C2Cben', type: 'c2c', userID: 'ben', name: 'Ben', draft: 'well',
          unreadCount: 0, isPinned: false, isMuted: false },
      ],
    });
    source.setStatus('ana', 'online', 'At my desk');
    source.setStatus('ben', 'offline');
    source.connect();
    Object.assign(globalThis, { source, presence });
  </script></html>`;

/** The elements of a kind in the shadow root of an element, or in the page. */
const all = (selector: string, host?: string): string =>
  host
    ? `[...document.querySelector('${host}').shadowRoot.querySelectorAll('${selector}')]`
    : `[...document.querySelectorAll('${selector}')]`;

let site: Awaited<ReturnType<typeof servePages>>;

before(async () => {
  site = await servePages({ '/names.html': HTML });
});

after(() => site.close());

for (const { name, open } of ENGINES) {
  describe(`role and name in ${name}`, () => {
    let page: NamedPage;

    /** Waits until an expression is true in the page. */
    const until = async (expression: string): Promise<void> => {
      for (const started = Date.now(); !(await page.run(`return ${expression}`));) {
        if (Date.now() - started > 10_000) throw new Error(`never: ${expression}`);
      }
    };

    before(async () => {
      page = await open();
      await page.goto(`${site.url}/names.html`);
      await until(`${all('[data-status=online]', 'tui-contact-list')}.length === 1`);
      // The order of the rows in the tree follows the statuses a moment later.
      await until(
        `${all('.row', 'tui-contact-list')}.map((row) => row.dataset.userId).join() === 'ana,ben,zoe'`,
      );
      await until(`${all('[data-status=online]', 'tui-conversation-list')}.length === 1`);
      await until(`${all('tui-online-dot[status=online]')}.length === 3`);
    });

    after(() => page.close());

    it('of each dot is its status or what the page says', async () => {
      assert.deepEqual((await page.namesOf(all('tui-online-dot'))).slice(0, 2), [
        'img: online, At my desk',
        'img: Ben is away',
      ]);
    });

    it('of a button contains that of its dot', async () => {
      assert.deepEqual(await page.namesOf(all('#in-button')), ['button: Ana online, At my desk']);
    });

    it('of each row of a contact list is the name, the words and the status', async () => {
      assert.deepEqual(await page.namesOf(all('.list, .row', 'tui-contact-list')), [
        'listbox: Contacts',
        'option: Ana, At my desk, online',
        'option: Ben & Söhne, offline',
        'option: Zoë',
      ]);
      assert.deepEqual(await page.namesOf(all('[role=group]', 'tui-contact-list')), [
        'group: Online 1',
        'group: Offline 1',
        'group: Status unknown 1',
      ]);
    });

    it('of each row of a conversation list is what a listener needs first', async () => {
      assert.deepEqual(await page.namesOf(all('.list, .row', 'tui-conversation-list')), [
        'listbox: Chats',
        'option: Ana, online, 3 unread messages, pinned',
        'option: Team, Mentioned you, 1 unread message, muted',
        'option: Ben, offline',
      ]);
    });

    it('of the search field and of the button that clears it', async () => {
      await page.run(`document.querySelector('tui-contact-list').filter = 'ana'`);
      await until(`${all('.row', 'tui-contact-list')}.length === 1`);
      assert.deepEqual(await page.namesOf(all('input, .clear', 'tui-contact-list')), [
        'searchbox: Search contacts',
        'button: Clear search',
      ]);
      await page.run(`document.querySelector('tui-contact-list').filter = ''`);
      await until(`${all('.row', 'tui-contact-list')}.length === 3`);
    });

    it('of the button of a notice', async () => {
      await page.run(`source.fail('feature-disabled')`);
      await until(`${all('.notice button', 'tui-contact-list')}.length === 1`);
      assert.deepEqual(await page.namesOf(all('.notice button', 'tui-contact-list')), [
        'button: Try again',
      ]);
      await page.run(`source.fail(undefined)`);
      await until(`${all('[data-status=online]', 'tui-contact-list')}.length === 1`);
    });

    it('of the button that says how many conversations are new', async () => {
      await page.run(`
        const list = document.querySelector('tui-conversation-list');
        list.dispatchEvent(new PointerEvent('pointermove', { screenX: 5, screenY: 5 }));
        list.conversations = [
          ...presence.directory.conversations,
          { conversationID: 'C2Czoe', type: 'c2c', userID: 'zoe', name: 'Zoë', unreadCount: 1,
            isPinned: false, isMuted: false, lastMessageTime: Date.now() },
        ];`);
      await until(`${all('.new button', 'tui-conversation-list')}.length === 1`);
      assert.deepEqual(await page.namesOf(all('.new button', 'tui-conversation-list')), [
        'button: 1 new conversation',
      ]);
    });
  });
}
