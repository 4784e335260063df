import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { ChatConversation } from '../../../../src/sources/chat/chat-instance.js';
import { wordMessage } from '../../../../src/sources/chat/message-text.js';
import { conversationWith } from '../../../support/fake-chat.js';

type LastMessage = NonNullable<ChatConversation['lastMessage']>;

const oneToOne = (lastMessage: LastMessage, more: Partial<ChatConversation> = {}) =>
  conversationWith('ana', { lastMessage, ...more });
const inGroup = (lastMessage: LastMessage, more: Partial<ChatConversation> = {}) =>
  oneToOne(lastMessage, { conversationID: 'GROUPcrew', ...more });

function setPageLanguage(lang: string): void {
  Object.assign(globalThis, { document: { documentElement: { lang } } });
}

afterEach(() => {
  delete (globalThis as { document?: unknown }).document;
});

describe('wordMessage', () => {
  const text = { type: 'TIMTextElem', messageForShow: 'hi' };
  const image = { type: 'TIMImageElem', messageForShow: '[图片]' };
  const ben = { fromAccount: 'ben', nick: 'Ben' };

  const cases: readonly (readonly [string, string, ChatConversation, string])[] = [
    ['keeps a text', 'hi', oneToOne(text), 'hi'],
    ['keeps a text without a message', '', { conversationID: 'C2Cana' }, ''],
    ['keeps a text that is the name of a property', 'constructor', oneToOne(text), 'constructor'],
    ['translates a picture', '[图片]', oneToOne(image), 'Photo'],
    ['translates a picture in a group', 'Ben:[图片]', inGroup({ ...image, ...ben }), 'Ben: Photo'],
    [
      'translates a message that the SDK of an international app words in English',
      '[Custom Messages]',
      oneToOne({ type: 'TIMCustomElem', messageForShow: '[Custom Messages]' }),
      'Message',
    ],
    ['keeps the wording of an app', 'Bild', oneToOne(image), 'Bild'],
    [
      'keeps a text that equals the wording of a picture',
      '[图片]',
      oneToOne({ ...text, messageForShow: '[图片]' }),
      '[图片]',
    ],
    [
      'keeps a type of message that it does not know',
      '[??]',
      oneToOne({ type: 'TIMNewElem', messageForShow: '[??]' }),
      '[??]',
    ],
    [
      'translates a recalled message',
      'Ben:撤回了一条消息',
      inGroup({ ...image, ...ben, isRevoked: true }),
      'Ben: Message recalled',
    ],
    ['translates the name of the logged-in user to You', '我:hi', inGroup(text), 'You: hi'],
    ['keeps a colon in a text of a group', 'hm: well', inGroup({ ...text, ...ben }), 'hm: well'],
    [
      'keeps a colon in a one-to-one conversation',
      'ben:hi',
      oneToOne({ ...text, ...ben }),
      'ben:hi',
    ],
    [
      'recognizes a sender by the name card',
      'B:hi',
      inGroup({ ...text, ...ben, nameCard: 'B' }),
      'B: hi',
    ],
    [
      'recognizes a sender by the ID',
      'ben:hi',
      inGroup({ ...text, fromAccount: 'ben' }),
      'ben: hi',
    ],
    [
      'leaves out the count of a muted conversation',
      '[31条]Ben:hi',
      inGroup({ ...text, ...ben }, { isMuted: true, unreadCount: 31 }),
      'Ben: hi',
    ],
    [
      'leaves out a count above 99',
      '[99+条]hi',
      oneToOne(text, { isMuted: true, unreadCount: 128 }),
      'hi',
    ],
    [
      'keeps another number in brackets',
      '[2] hi',
      oneToOne(text, { isMuted: true, unreadCount: 31 }),
      '[2] hi',
    ],
    [
      'translates the notice that the user has left a group',
      '您已退出该群聊',
      inGroup(text),
      'You left the group',
    ],
  ];
  for (const [name, text, conversation, expected] of cases) {
    it(name, () => {
      assert.equal(wordMessage(text, conversation), expected);
    });
  }

  it('uses the language of the page', () => {
    setPageLanguage('ja');
    assert.equal(wordMessage('我:[图片]', inGroup(image)), '自分：写真');
    setPageLanguage('zh');
    assert.equal(wordMessage('我:[图片]', inGroup(image)), '我：[图片]');
  });
});
