import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import type { World } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';
import type { PresencePage } from './support/presence-page.js';

let tui: PresencePage;
let world: World;

beforeEach(async () => {
  world = makeWorld({ friends: 6, conversations: 4, groups: 2 });
  tui = await openPresencePage({ world });
});

afterEach(async () => {
  assert.deepEqual(tui.errors, []);
  await tui.close();
});

const seconds = (): number => Math.floor(Date.now() / 1000);

/** A page in this language with a conversation list, logged in as alice. */
async function open(lang = 'en'): Promise<void> {
  await tui.page.evaluate((language) => {
    document.documentElement.lang = language;
    document.body.append(document.createElement('tui-conversation-list'));
  }, lang);
  await tui.connect();
  await tui.hostLogin();
  await tui.page.locator('tui-conversation-list .row').first().waitFor();
}

/** Waits until the row of a conversation shows this text in one of its parts. */
async function shows(conversationID: string, part: string, text: string): Promise<void> {
  const found = tui.page.locator(`[data-conversation-id="${conversationID}"] ${part}`);
  for (const started = Date.now(); ;) {
    const shown = await found.textContent();
    if (shown === text) return;
    if (Date.now() - started > 5_000) assert.equal(shown, text, `${conversationID} ${part}`);
    await tui.page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Keeps a draft as the official kits do. */
const keepDraft = (conversationID: string, draftText: string): Promise<void> =>
  tui.page.evaluate(
    async (options) => {
      const { chat } = engine.TUIChatEngine as unknown as {
        chat: { setConversationDraft(given: typeof options): Promise<unknown> };
      };
      await chat.setConversationDraft(options);
    },
    { conversationID, draftText },
  );

describe('a conversation list over the real SDK', () => {
  it('shows the text of a draft that an official kit keeps as JSON', async () => {
    world.receiveMessage('alice', 'bob', 'hi', seconds());
    world.receiveMessage('alice', 'carol', 'hello', seconds());
    await open();
    await keepDraft(
      'C2Cbob',
      JSON.stringify({ html: '<p>see you<br>at <b>ten</b></p>', abstract: 'see you at ten' }),
    );
    await shows('C2Cbob', '.line', 'see you at ten');
    await shows('C2Cbob', '.draft', '[Draft]');
    await keepDraft(
      'C2Ccarol',
      JSON.stringify({ html: '<p>A &amp; B <img src="x.png"></p>', abstract: '' }),
    );
    await shows('C2Ccarol', '.line', 'A & B Photo');
    await keepDraft('C2Cbob', '');
    await shows('C2Cbob', '.line', 'hi');
    await shows('C2Cbob', '.draft', '');
  });

  it('shows emoji for the codes that kits send, in messages and drafts', async () => {
    world.receiveMessage('alice', 'bob', 'fine [TUIEmoji_Smile]', seconds());
    await open();
    await shows('C2Cbob', '.line', 'fine 😀');
    world.receiveMessage('alice', 'bob', '[TUIEmoji_Like][TUIEmoji_Of_Tomorrow]', seconds() + 1);
    await shows('C2Cbob', '.line', '👍[Of Tomorrow]');
    await keepDraft('C2Cbob', JSON.stringify({ html: '', abstract: 'ok [TUIEmoji_Ok]' }));
    await shows('C2Cbob', '.line', 'ok 👌');
  });

  it('marks who is mentioned in a group, at the login and later', async () => {
    world.receiveGroupMessage('alice', 'group0', {
      from: 'bob',
      text: '@Alice look',
      time: seconds(),
      mention: 'me',
    });
    await open();
    await shows('GROUPgroup0', '.mention', 'Mentioned you');
    await shows('GROUPgroup1', '.mention', '');
    world.receiveGroupMessage('alice', 'group1', {
      from: 'carol',
      text: '@All done',
      time: seconds() + 1,
      mention: 'all',
    });
    await shows('GROUPgroup1', '.mention', 'Mentioned everyone');
    await shows('GROUPgroup1', '.line', 'Carol: @All done');
    await tui.page.evaluate(() =>
      (
        engine.TUIChatEngine as unknown as {
          chat: { setMessageRead(given: { conversationID: string }): Promise<unknown> };
        }
      ).chat.setMessageRead({ conversationID: 'GROUPgroup0' }),
    );
    await shows('GROUPgroup0', '.mention', '');
  });

  for (const [lang, sticker, custom] of [
    ['en', 'Sticker', 'Message'],
    ['ja', 'スタンプ', 'メッセージ'],
    ['ar', 'ملصق', 'رسالة'],
  ] as const) {
    it(`has words for a message without text, in a page in ${lang}`, async () => {
      world.receiveMessage('alice', 'bob', '', seconds(), {
        MsgType: 'TIMFaceElem',
        MsgContent: { Index: 1, Data: 'smile' },
      });
      await open(lang);
      await shows('C2Cbob', '.line', sticker);
      world.receiveMessage('alice', 'carol', '', seconds() + 1, {
        MsgType: 'TIMCustomElem',
        MsgContent: { Data: '{"businessID":"own"}', Desc: '', Ext: '' },
      });
      await shows('C2Ccarol', '.line', custom);
    });
  }

  it('words a message again when the language of the page changes', async () => {
    world.receiveMessage('alice', 'bob', '', seconds(), {
      MsgType: 'TIMFaceElem',
      MsgContent: { Index: 1, Data: 'smile' },
    });
    await open('en');
    await shows('C2Cbob', '.line', 'Sticker');
    await tui.page.evaluate(() => (document.documentElement.lang = 'ja'));
    await shows('C2Cbob', '.line', 'スタンプ');
  });
});
