import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { eventPush, messageFields } from '../../demo/server/wire.js';
import { makeWorld } from '../../demo/server/world.js';
import type { World } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';
import type { HostSDK, PresencePage } from './support/presence-page.js';

// What a conversation list shows of the last message, over the engine and over the SDK alone.

const GROUP = 'group0';

let tui: PresencePage;
let world: World;

afterEach(async () => {
  assert.deepEqual(tui.errors, []);
  await tui.close();
});

const seconds = (): number => Math.floor(Date.now() / 1000);

/** A page of this host with a conversation list, logged in as alice. */
async function open(host: HostSDK): Promise<void> {
  world = makeWorld({ friends: 6, conversations: 4, groups: 2, members: 6 });
  tui = await openPresencePage({ host, world });
  tui.page.setDefaultTimeout(10_000);
  await tui.page.evaluate(() => {
    document.documentElement.lang = 'en';
    document.body.append(document.createElement('tui-conversation-list'));
  });
  await tui.connect();
  await tui.hostLogin();
  await tui.page.locator('tui-conversation-list .row').first().waitFor();
}

/** Waits until the row of a conversation shows this text in one of its parts. */
const shows = (conversationID: string, part: string, text: string): Promise<void> =>
  tui.page
    .locator(`[data-conversation-id="${conversationID}"] ${part}`)
    .filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) })
    .waitFor({ state: 'attached' });

/** Calls the SDK of the page. */
const callChat = (call: string): Promise<unknown> =>
  tui.page.evaluate(`(globalThis.chat ?? engine.TUIChatEngine.chat).${call}`);

/** Bob takes back what he has written to alice last. */
function recallFromBob(): void {
  const conversation = world.account('alice').conversations.find(({ id }) => id === 'bob')!;
  const { MsgSeq, MsgRandom, MsgTimeStamp } = messageFields(conversation);
  const recalled = { From_Account: 'bob', To_Account: 'alice', MsgSeq, MsgRandom, MsgTimeStamp };
  const notice = { WithdrawC2cMsgNotify: { C2cWithdrawInfoArray: [recalled] } };
  tui.server.push('alice', eventPush([{ Event: 10, C2cNotifyMsgArray: [notice] }]));
}

for (const host of ['engine', 'chat', 'lite'] as const) {
  describe(`the last message with the ${host} of the page`, () => {
    it('has the name of its sender in a group, and follows a new one', async () => {
      await open(host);
      await shows(`GROUP${GROUP}`, '.line', 'Bob: Could you write the note for the blog\\?');
      world.receiveGroupMessage('alice', GROUP, { from: 'carol', text: 'hi', time: seconds() });
      await shows(`GROUP${GROUP}`, '.line', 'Carol: hi');
      world.removeFriend('alice', 'carol');
      world.addFriend('alice', 'carol', { remark: 'Caro' });
      await shows(`GROUP${GROUP}`, '.line', 'Caro: hi');
      world.receiveGroupMessage('alice', GROUP, { from: 'alice', text: 'me', time: seconds() });
      await shows(`GROUP${GROUP}`, '.line', 'You: me');
    });

    it('is empty for a text without characters after another message', async () => {
      await open(host);
      world.receiveMessage('alice', 'bob', '', seconds(), {
        MsgType: 'TIMCustomElem',
        MsgContent: { Data: '{"businessID":"own"}', Desc: '', Ext: '' },
      });
      await shows('C2Cbob', '.line', 'Message');
      world.receiveMessage('alice', 'bob', '', seconds());
      await shows('C2Cbob', '.line', '');
    });

    it('is a word of the page for a call', async () => {
      await open(host);
      const data = JSON.stringify({ cmd: 'audioCall', room_id: 1 });
      const call = { businessID: 1, actionType: 1, inviter: 'bob', inviteeList: ['alice'], data };
      world.receiveMessage('alice', 'bob', '', seconds(), {
        MsgType: 'TIMCustomElem',
        MsgContent: { Data: JSON.stringify(call), Desc: '', Ext: '' },
      });
      await shows('C2Cbob', '.line', 'Call');
    });

    it('gives no one the words of another, where the SDK cannot read a message', async () => {
      await open(host);
      world.receiveGroupMessage('alice', GROUP, { from: 'bob', text: 'hi', time: seconds() });
      await shows(`GROUP${GROUP}`, '.line', 'Bob: hi');
      const element = { MsgType: 'TIMFutureElem', MsgContent: {} };
      const message = { from: 'carol', text: '', element, time: seconds() };
      world.receive('alice', { type: 2, id: GROUP, ...message });
      await shows(`GROUP${GROUP}`, '.line', 'Carol: Message');
    });

    it('marks no mention once all conversations are read', async () => {
      await open(host);
      await shows(`GROUP${GROUP}`, '.mention', 'Mentioned you');
      await callChat('setAllMessageRead()');
      await shows(`GROUP${GROUP}`, '.unread', '');
      await shows(`GROUP${GROUP}`, '.mention', '');
    });

    // The small build of the SDK has no modules for groups and for what becomes of messages.
    if (host === 'lite') return;

    it('does not show what was recalled', async () => {
      await open(host);
      world.receiveMessage('alice', 'bob', 'secret', seconds());
      await shows('C2Cbob', '.line', 'secret');
      recallFromBob();
      await shows('C2Cbob', '.line', 'Message recalled');
    });

    it('says that the user was removed from the group, until a message comes again', async () => {
      await open(host);
      world.setMember(GROUP, 'alice', false, seconds());
      await shows(`GROUP${GROUP}`, '.line', 'You were removed from the group');
      const message = { from: 'bob', text: 'hi', time: seconds() + 1 };
      world.receive('alice', { type: 2, id: GROUP, ...message });
      await shows(`GROUP${GROUP}`, '.line', 'Bob: hi');
    });
  });
}
