import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { ChatConversation } from '../../../../src/sources/chat/chat-instance.js';
import { textOfMessage, wordMessage } from '../../../../src/sources/chat/message-text.js';
import type { Sender } from '../../../../src/sources/chat/message-text.js';
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
  const call = {
    type: 'TIMCustomElem',
    messageForShow: '[自定义消息]',
    payload: { data: '{"businessID":1,"actionType":1}' },
  };
  const ben = { fromAccount: 'ben' };
  const byBen: Sender = { isMe: false, name: 'Ben' };
  const byMe: Sender = { isMe: true };

  const cases: readonly (readonly [string, string, ChatConversation, string, Sender?])[] = [
    ['keeps a text', 'hi', oneToOne(text), 'hi'],
    ['keeps a text without a message', '', { conversationID: 'C2Cana' }, ''],
    ['keeps a text that is the name of a property', 'constructor', oneToOne(text), 'constructor'],
    ['translates a picture', '[图片]', oneToOne(image), 'Photo'],
    [
      'translates a picture in a group',
      'Ben:[图片]',
      inGroup({ ...image, ...ben }),
      'Ben: Photo',
      byBen,
    ],
    [
      'translates a message that the SDK of an international app words in English',
      '[Custom Messages]',
      oneToOne({ type: 'TIMCustomElem', messageForShow: '[Custom Messages]' }),
      'Message',
    ],
    ['keeps the wording of an app', 'Bild', oneToOne(image), 'Bild'],
    ['translates a call', '发起通话', oneToOne(call), 'Call'],
    [
      'translates a call in a group',
      'Ben 发起通话',
      inGroup({ ...call, ...ben }),
      'Ben: Call',
      byBen,
    ],
    ['keeps the wording of a call by an app', 'Ben ruft an', oneToOne(call), 'Ben ruft an'],
    [
      'keeps a message of an app that uses the words of a call',
      '已取消',
      oneToOne({ ...call, payload: { data: '{}' } }),
      '已取消',
    ],
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
      byBen,
    ],
    ['translates the name of the logged-in user to You', '我:hi', inGroup(text), 'You: hi', byMe],
    [
      'keeps the name of a member that is the word for the logged-in user',
      '我:hi',
      inGroup({ ...text, ...ben }),
      '我: hi',
      { isMe: false, name: '我' },
    ],
    [
      'keeps a colon in a text of a group',
      'hm: well',
      inGroup({ ...text, ...ben }),
      'hm: well',
      byBen,
    ],
    [
      'keeps a colon in a one-to-one conversation',
      'ben:hi',
      oneToOne({ ...text, ...ben }),
      'ben:hi',
      byBen,
    ],
    [
      'names a sender whom the engine has no name for',
      'ben:hi',
      inGroup({ ...text, ...ben }),
      'Ben: hi',
      byBen,
    ],
    ['is empty for an empty text in a group', 'Ben:', inGroup({ ...text, ...ben }), '', byBen],
    [
      'leaves out the count of a muted conversation',
      '[31条]Ben:hi',
      inGroup({ ...text, ...ben }, { isMuted: true, unreadCount: 31 }),
      'Ben: hi',
      byBen,
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
      'keeps a number in brackets where nothing is unread',
      '[0] hi',
      oneToOne(text, { isMuted: true, unreadCount: 0 }),
      '[0] hi',
    ],
    [
      'keeps a text of another user that equals the notice of an end',
      '您已退出该群聊',
      oneToOne(text),
      '您已退出该群聊',
    ],
    [
      'translates the notice that the user has left a group',
      '您已退出该群聊',
      inGroup(text),
      'You left the group',
    ],
  ];
  for (const [name, text, conversation, expected, sender] of cases) {
    it(name, () => {
      assert.equal(wordMessage(text, conversation, sender), expected);
    });
  }

  it('uses the language of the page', () => {
    setPageLanguage('ja');
    assert.equal(wordMessage('我:[图片]', inGroup(image), byMe), '自分：写真');
    assert.equal(wordMessage('发起通话', oneToOne(call)), '通話');
    setPageLanguage('zh');
    assert.equal(wordMessage('发起通话', oneToOne(call)), '发起通话');
    assert.equal(wordMessage('我:[图片]', inGroup(image), byMe), '我：[图片]');
  });
});

describe('textOfMessage', () => {
  const text = (words: string, more: Partial<LastMessage> = {}): LastMessage => ({
    type: 'TIMTextElem',
    messageForShow: words,
    payload: { text: words },
    ...more,
  });
  const ben: Sender = { isMe: false, name: 'Ben' };

  const cases: readonly (readonly [string, ChatConversation, string, Sender?])[] = [
    ['is a text', oneToOne(text('hi')), 'hi'],
    ['is empty without a message', { conversationID: 'C2Cana' }, ''],
    [
      'is empty for an empty text, beside which the SDK keeps the words of another message',
      oneToOne(text('', { messageForShow: '[图片]' })),
      '',
    ],
    [
      'is a word for a picture',
      oneToOne({ type: 'TIMImageElem', messageForShow: '[图片]' }),
      'Photo',
    ],
    [
      'is a word for a call',
      oneToOne({ type: 'TIMCustomElem', payload: { data: '{"businessID":1}' } }),
      'Call',
    ],
    [
      'is a word for a message of the app',
      oneToOne({ type: 'TIMCustomElem', payload: { data: '{' } }),
      'Message',
    ],
    ['is a word for a message of an unknown type', oneToOne({ type: 'TIMNewElem' }), 'Message'],
    ['hides what was recalled', oneToOne(text('secret', { isRevoked: true })), 'Message recalled'],
    ['names the sender in a group', inGroup(text('hi')), 'Ben: hi', ben],
    ['names the logged-in user in a group', inGroup(text('hi')), 'You: hi', { isMe: true }],
    [
      'hides what was recalled in a group',
      inGroup(text('secret', { isRevoked: true })),
      'Ben: Message recalled',
      ben,
    ],
    [
      'names no one for a notice',
      inGroup({ type: 'TIMGroupTipElem', messageForShow: '[群提示消息]' }),
      'Group notice',
      ben,
    ],
    [
      "keeps a text that equals the engine's words",
      inGroup(text('该群聊已被解散')),
      'Ben: 该群聊已被解散',
      ben,
    ],
    ["keeps a text that begins as the engine's words", inGroup(text('我:hi')), 'Ben: 我:hi', ben],
  ];
  for (const [name, conversation, expected, sender] of cases) {
    it(name, () => {
      assert.equal(textOfMessage(conversation, sender), expected);
    });
  }

  it('says what has ended the membership of a group', () => {
    assert.equal(
      textOfMessage(inGroup(text('hi')), ben, 'message-dissolved'),
      'The group was dissolved',
    );
  });
});
