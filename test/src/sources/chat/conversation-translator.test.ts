import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChatConversation } from '../../../../src/sources/chat/chat-instance.js';
import { toConversations } from '../../../../src/sources/chat/conversation-translator.js';
import { conversationWith } from '../../../support/fake-chat.js';

const translate = (conversation: unknown) => toConversations([conversation as ChatConversation])[0];

describe('toConversations', () => {
  it('translates a one-to-one conversation', () => {
    const conversation = conversationWith('ana', {
      unreadCount: 3,
      isPinned: true,
      isMuted: true,
      userProfile: { userID: 'ana', nick: 'Ana', avatar: 'https://a/' },
    });
    assert.deepEqual(translate(conversation), {
      conversationID: 'C2Cana',
      type: 'c2c',
      userID: 'ana',
      name: 'Ana',
      avatar: 'https://a/',
      lastMessage: 'hi',
      lastMessageTime: 1_700_000_000_000,
      unreadCount: 3,
      isPinned: true,
      isMuted: true,
    });
  });

  it('translates a group, which has no user', () => {
    assert.deepEqual(
      translate({
        conversationID: 'GROUP@TGS#1',
        groupProfile: { groupID: '@TGS#1', name: 'Team', avatar: 'https://g/' },
      }),
      {
        conversationID: 'GROUP@TGS#1',
        type: 'group',
        groupID: '@TGS#1',
        name: 'Team',
        avatar: 'https://g/',
        lastMessage: '',
        unreadCount: 0,
        isPinned: false,
        isMuted: false,
      },
    );
  });

  it('marks the conversations whose partner is blocked, and no group', () => {
    const conversations = [
      conversationWith('ana'),
      conversationWith('bob'),
      { ...conversationWith('bob'), conversationID: 'GROUPbob' },
    ];
    assert.deepEqual(
      toConversations(conversations, { blocked: new Set(['bob']) }).map(({ blocked }) => blocked),
      [undefined, true, undefined],
    );
  });

  it('takes the user from the ID, whatever its characters', () => {
    for (const userID of ['C2C', 'GROUP1', 'a\nb', '用户']) {
      const conversation = translate({ conversationID: `C2C${userID}` });
      assert.equal(conversation?.userID, userID);
      assert.equal(conversation?.name, userID);
    }
  });

  const leftOut: readonly unknown[] = [
    { conversationID: '@TIM#SYSTEM' },
    { conversationID: 'C2C' },
    { conversationID: 'GROUP' },
    { conversationID: '' },
    { conversationID: 7 },
    { conversationID: null },
    {},
    null,
    undefined,
    'C2Cana',
  ];
  for (const conversation of leftOut) {
    it(`leaves out ${JSON.stringify(conversation) ?? 'undefined'}`, () => {
      assert.equal(translate(conversation), undefined);
    });
  }

  it('takes any value but true for not pinned and not muted', () => {
    const conversation = translate({ conversationID: 'C2Cana', isPinned: 1, isMuted: 'yes' })!;
    assert.equal(conversation.isPinned, false);
    assert.equal(conversation.isMuted, false);
  });

  describe('the name', () => {
    it("is the SDK's own", () => {
      const conversation = conversationWith('ana', { getShowName: () => 'Shown', remark: 'Boss' });
      assert.equal(translate(conversation)?.name, 'Shown');
    });

    it('is the remark, else the nick, else the ID, where the SDK has none or throws', () => {
      const getShowName = () => {
        throw new TypeError('no profile');
      };
      assert.equal(translate(conversationWith('ana', { getShowName, remark: 'B' }))?.name, 'B');
      assert.equal(translate(conversationWith('ana', { getShowName }))?.name, 'Nick of ana');
      assert.equal(translate({ conversationID: 'C2Cana', getShowName: () => '' })?.name, 'ana');
    });

    it("is read by the conversation's own methods", () => {
      class Model {
        conversationID = 'C2Cana';
        remark = 'Boss';
        getShowName(): string {
          return this.remark;
        }
        getLastMessage(what: string): string {
          return `${what} of ${this.conversationID}`;
        }
      }
      assert.equal(translate(new Model())?.name, 'Boss');
      assert.equal(translate(new Model())?.lastMessage, 'text of C2Cana');
    });
  });

  describe('the last message', () => {
    it("has the SDK's wording", () => {
      const conversation = conversationWith('ana', { getLastMessage: () => '[Picture]' });
      assert.equal(translate(conversation)?.lastMessage, '[Picture]');
    });

    it('is the text of the message itself where the wording throws', () => {
      const conversation = conversationWith('ana', {
        getLastMessage: () => {
          throw new TypeError('a type of message that it does not know');
        },
      });
      assert.equal(translate(conversation)?.lastMessage, 'hi');
    });

    it('has no time where the SDK has none', () => {
      const conversation = conversationWith('ana', { lastMessage: { lastTime: 0 } });
      assert.ok(!('lastMessageTime' in translate(conversation)!));
      assert.equal(translate(conversation)?.lastMessage, '');
    });
  });

  describe('a draft', () => {
    const draftOf = (draftText: string) => translate(conversationWith('ana', { draftText }))?.draft;

    it('stands beside the last message, for which the SDK has no words meanwhile', () => {
      class Model {
        conversationID = 'C2Cana';
        draftText = JSON.stringify({ html: '<p>see you</p>', abstract: 'see you' });
        lastMessage = { messageForShow: 'hi' };
        getLastMessage(): string {
          return this.draftText ? 'see you' : `in words: ${this.lastMessage.messageForShow}`;
        }
      }
      const conversation = translate(new Model());
      assert.equal(conversation?.draft, 'see you');
      assert.equal(conversation.lastMessage, 'in words: hi');
    });

    for (const [what, draftText, expected] of [
      ['plain text is that text', 'see you', 'see you'],
      ['the kit is its abstract', '{"html":"<p>a</p>","abstract":"see you"}', 'see you'],
      [
        'the kit without an abstract is the text of its markup',
        '{"html":"<p>see&nbsp;<b>you</b> &lt;3</p>","abstract":"","type":"draft"}',
        'see you <3',
      ],
      [
        'the kit with a picture alone says so',
        '{"html":"<p><img src=\\"a.png\\"></p>","abstract":""}',
        'Photo',
      ],
      [
        'the kit with an emoji has the emoji',
        '{"html":"<img alt=\\"[TUIEmoji_Smile]\\">","abstract":""}',
        '😀',
      ],
      ['text that looks like an object is that text', '{"a":1}', '{"a":1}'],
      ['a broken object is that text', '{"html":', '{"html":'],
      ['the kit that is empty is none', '{"html":"<p></p>","abstract":" "}', undefined],
      ['empty text is none', '', undefined],
    ] as const) {
      it(`of ${what}`, () => {
        assert.equal(draftOf(draftText), expected);
      });
    }
  });

  describe('emoji', () => {
    for (const [text, expected] of [
      ['[TUIEmoji_Smile]', '😀'],
      ['ok [TUIEmoji_Ok][TUIEmoji_Heart]!', 'ok 👌❤️!'],
      ['[TUIEmoji_Party_Hat]', '[Party Hat]'],
      ['[TUIEmoji_constructor]', '[constructor]'],
      ['[Smile]', '[Smile]'],
    ] as const) {
      it(`in ${text} are shown as ${expected}`, () => {
        const conversation = conversationWith('ana', { getLastMessage: () => text });
        assert.equal(translate(conversation)?.lastMessage, expected);
      });
    }
  });

  describe('a mention', () => {
    const mentionOf = (atTypes: unknown, conversationID = 'GROUPcrew') =>
      translate({ conversationID, groupAtInfoList: atTypes, unreadCount: 1 })?.mention;

    for (const [kinds, expected] of [
      [[[1]], 'me'],
      [[[2]], 'all'],
      [[[3]], 'me'],
      [[[2], [1]], 'me'],
      [[[2], [2]], 'all'],
      [[], undefined],
      [[[7]], undefined],
    ] as const) {
      it(`of the kinds ${JSON.stringify(kinds)} is of ${expected}`, () => {
        assert.equal(mentionOf(kinds.map((atTypeArray) => ({ atTypeArray }))), expected);
      });
    }

    it('counts no longer once nothing is unread, where the SDK keeps it', () => {
      const groupAtInfoList = [{ atTypeArray: [1] }];
      const conversation = { conversationID: 'GROUPcrew', groupAtInfoList, unreadCount: 0 };
      assert.equal(translate(conversation)?.mention, undefined);
    });

    it('is read from lists alone, and in groups alone', () => {
      for (const value of [undefined, null, 7, [null], [{}]])
        assert.equal(mentionOf(value), undefined);
      assert.equal(mentionOf([{ atTypeArray: [1] }], 'C2Cana'), undefined);
    });
  });
});
