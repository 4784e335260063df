import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { EngineConversation } from '../../../src/sources/chat-engine.js';
import { wordMessage } from '../../../src/sources/engine-messages.js';
import { conversationWith } from '../../support/fake-engine.js';

type LastMessage = NonNullable<EngineConversation['lastMessage']>;

const alone = (lastMessage: LastMessage, more: Partial<EngineConversation> = {}) =>
  conversationWith('ana', { lastMessage, ...more });
const inGroup = (lastMessage: LastMessage, more: Partial<EngineConversation> = {}) =>
  alone(lastMessage, { conversationID: 'GROUPcrew', ...more });

function speak(lang: string): void {
  Object.assign(globalThis, { document: { documentElement: { lang } } });
}

afterEach(() => {
  delete (globalThis as { document?: unknown }).document;
});

describe('wordMessage', () => {
  const text = { type: 'TIMTextElem', messageForShow: 'hi' };
  const image = { type: 'TIMImageElem', messageForShow: '[图片]' };
  const ben = { fromAccount: 'ben', nick: 'Ben' };

  const cases: readonly (readonly [string, string, EngineConversation, string])[] = [
    ['leaves a text', 'hi', alone(text), 'hi'],
    ['leaves a text that has no message', '', { conversationID: 'C2Cana' }, ''],
    ['leaves a text called like a property', 'constructor', alone(text), 'constructor'],
    ['words a picture', '[图片]', alone(image), 'Photo'],
    ['words a picture in a group', 'Ben:[图片]', inGroup({ ...image, ...ben }), 'Ben: Photo'],
    [
      'words what the SDK of an international app calls by an English name',
      '[Custom Messages]',
      alone({ type: 'TIMCustomElem', messageForShow: '[Custom Messages]' }),
      'Message',
    ],
    ['leaves the words of an app', 'Bild', alone(image), 'Bild'],
    [
      'leaves a text about a picture',
      '[图片]',
      alone({ ...text, messageForShow: '[图片]' }),
      '[图片]',
    ],
    [
      'leaves a kind of message that it does not know',
      '[??]',
      alone({ type: 'TIMNewElem', messageForShow: '[??]' }),
      '[??]',
    ],
    [
      'words what was recalled',
      'Ben:撤回了一条消息',
      inGroup({ ...image, ...ben, isRevoked: true }),
      'Ben: Message recalled',
    ],
    ['calls the reader you', '我:hi', inGroup(text), 'You: hi'],
    ['leaves a colon in a group', 'hm: well', inGroup({ ...text, ...ben }), 'hm: well'],
    ['leaves a colon of one person', 'ben:hi', alone({ ...text, ...ben }), 'ben:hi'],
    ['knows a sender by the card', 'B:hi', inGroup({ ...text, ...ben, nameCard: 'B' }), 'B: hi'],
    ['knows a sender by the ID', 'ben:hi', inGroup({ ...text, fromAccount: 'ben' }), 'ben: hi'],
    [
      'leaves out the count of a muted conversation',
      '[31条]Ben:hi',
      inGroup({ ...text, ...ben }, { isMuted: true, unreadCount: 31 }),
      'Ben: hi',
    ],
    [
      'leaves out a count above a hundred',
      '[99+条]hi',
      alone(text, { isMuted: true, unreadCount: 128 }),
      'hi',
    ],
    ['leaves another number', '[2] hi', alone(text, { isMuted: true, unreadCount: 31 }), '[2] hi'],
    ['words the end of a group', '您已退出该群聊', inGroup(text), 'You left the group'],
  ];
  for (const [what, said, conversation, expected] of cases) {
    it(what, () => {
      assert.equal(wordMessage(said, conversation), expected);
    });
  }

  it('speaks the language of the page', () => {
    speak('ja');
    assert.equal(wordMessage('我:[图片]', inGroup(image)), '自分: 写真');
    speak('zh');
    assert.equal(wordMessage('我:[图片]', inGroup(image)), '我：[图片]');
  });
});
