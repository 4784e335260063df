import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EngineConversation, EngineFriend } from '../../../src/sources/chat-engine.js';
import {
  blockedIn,
  ContactTranslator,
  friendsIn,
  toConversations,
} from '../../../src/sources/engine-directory.js';
import { conversationWith, FakeEngine, friend } from '../../support/fake-engine.js';

const NOBODY: ReadonlySet<string> = new Set();

describe('ContactTranslator', () => {
  const translate = (...friends: EngineFriend[]) =>
    new ContactTranslator().translate(friends, NOBODY);

  it('takes the name and picture from the profile, and the remark from the friend', () => {
    const contacts = translate(
      friend('ana', {
        remark: 'Boss',
        groupList: ['Team', 'Climbing'],
        profile: { nick: 'Ana', avatar: 'https://example.com/ana.png' },
      }),
    );
    assert.deepEqual(contacts, [
      {
        userID: 'ana',
        name: 'Ana',
        remark: 'Boss',
        avatar: 'https://example.com/ana.png',
        groups: ['Team', 'Climbing'],
      },
    ]);
  });

  it('leaves out what is empty or not there yet', () => {
    assert.deepEqual(translate(friend('ana'), { userID: 'bob' }), [
      { userID: 'ana' },
      { userID: 'bob' },
    ]);
  });

  it('leaves out entries without an ID', () => {
    const friends = [null, undefined, 7, 'ana', {}, { userID: '' }, friend('bob')];
    assert.deepEqual(translate(...(friends as EngineFriend[])), [{ userID: 'bob' }]);
  });

  it('marks who is blocked', () => {
    const contacts = new ContactTranslator().translate(
      [friend('ana'), friend('bob')],
      new Set(['bob']),
    );
    assert.deepEqual(contacts, [{ userID: 'ana' }, { userID: 'bob', blocked: true }]);
  });

  it('keeps the object of a contact that says the same', () => {
    const translator = new ContactTranslator();
    const friends = [friend('ana', { remark: 'Boss' }), friend('bob', { groupList: ['Team'] })];
    const before = translator.translate(friends, NOBODY);
    const after = translator.translate([...friends].reverse(), NOBODY);
    assert.equal(after[0], before[1]);
    assert.equal(after[1], before[0]);
  });

  const changes: readonly (readonly [string, (friend: EngineFriend) => void])[] = [
    ['name', ({ profile }) => Object.assign(profile!, { nick: 'New' })],
    ['picture', ({ profile }) => Object.assign(profile!, { avatar: 'https://new/' })],
    ['remark', (friend) => Object.assign(friend, { remark: 'New' })],
    ['groups', (friend) => Object.assign(friend, { groupList: ['a', 'b'] })],
    ['groups, by the same letters', (friend) => Object.assign(friend, { groupList: ['a', 'b,c'] })],
  ];
  for (const [what, change] of changes) {
    it(`makes another object when the engine changes the ${what} in place`, () => {
      const translator = new ContactTranslator();
      const ana = friend('ana', { groupList: ['a,b', 'c'] });
      const [before] = translator.translate([ana], NOBODY);
      const copy = structuredClone(before);
      change(ana);
      const [after] = translator.translate([ana], NOBODY);
      assert.notEqual(after, before);
      assert.notDeepEqual(after, copy);
      assert.deepEqual(before, copy, 'the one before stays as it was');
    });
  }

  it('makes another object when a user is blocked', () => {
    const translator = new ContactTranslator();
    const [before] = translator.translate([friend('ana')], NOBODY);
    const [after] = translator.translate([friend('ana')], new Set(['ana']));
    assert.notEqual(after, before);
  });
});

describe('toConversations', () => {
  const translate = (conversation: unknown) =>
    toConversations([conversation as EngineConversation])[0];

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

  it('marks the conversations with those who are blocked, and no group', () => {
    const conversations = [
      conversationWith('ana'),
      conversationWith('bob'),
      { ...conversationWith('bob'), conversationID: 'GROUPbob' },
    ];
    assert.deepEqual(
      toConversations(conversations, new Set(['bob'])).map(({ blocked }) => blocked),
      [undefined, true, undefined],
    );
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

  it('takes the user from the ID, whatever it is made of', () => {
    for (const userID of ['C2C', 'GROUP1', 'a\nb', '用户']) {
      const conversation = translate({ conversationID: `C2C${userID}` });
      assert.equal(conversation?.userID, userID);
      assert.equal(conversation?.name, userID);
    }
  });

  const left: readonly unknown[] = [
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
  for (const conversation of left) {
    it(`leaves out ${JSON.stringify(conversation) ?? 'undefined'}`, () => {
      assert.equal(translate(conversation), undefined);
    });
  }

  describe('the name', () => {
    it("is the engine's own", () => {
      const conversation = conversationWith('ana', { getShowName: () => 'Shown', remark: 'Boss' });
      assert.equal(translate(conversation)?.name, 'Shown');
    });

    it('is the remark, else the nick, else the ID, where the engine has none or trips', () => {
      const getShowName = () => {
        throw new TypeError('no profile');
      };
      assert.equal(translate(conversationWith('ana', { getShowName, remark: 'B' }))?.name, 'B');
      assert.equal(translate(conversationWith('ana', { getShowName }))?.name, 'Nick of ana');
      assert.equal(translate({ conversationID: 'C2Cana', getShowName: () => '' })?.name, 'ana');
    });

    it('is worded with the conversation as its own', () => {
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
    it("is in the engine's words", () => {
      const conversation = conversationWith('ana', { getLastMessage: () => '[Picture]' });
      assert.equal(translate(conversation)?.lastMessage, '[Picture]');
    });

    it("is in the SDK's words where the engine trips over it", () => {
      const conversation = conversationWith('ana', {
        getLastMessage: () => {
          throw new TypeError('a message of tomorrow');
        },
      });
      assert.equal(translate(conversation)?.lastMessage, 'hi');
    });

    it('has no time where there is none', () => {
      const conversation = conversationWith('ana', { lastMessage: { lastTime: 0 } });
      assert.ok(!('lastMessageTime' in translate(conversation)!));
      assert.equal(translate(conversation)?.lastMessage, '');
    });
  });

  describe('a draft', () => {
    it("is in the engine's words, in place of the last message", () => {
      const conversation = conversationWith('ana', {
        draftText: '{"html":"…","abstract":"see you"}',
        getLastMessage: () => 'see you',
      });
      assert.equal(translate(conversation)?.draft, 'see you');
      assert.ok(!('lastMessage' in translate(conversation)!));
    });

    it('that is plain text is not mistaken for the message before it', () => {
      for (const getLastMessage of [
        () => undefined as unknown as string,
        () => {
          throw new TypeError('no abstract');
        },
      ]) {
        const conversation = conversationWith('ana', { draftText: 'see you', getLastMessage });
        assert.equal(translate(conversation)?.draft, 'see you');
      }
    });

    it('that is empty is none', () => {
      const conversation = translate(conversationWith('ana', { draftText: '' }))!;
      assert.ok(!('draft' in conversation));
      assert.equal(conversation.lastMessage, 'hi');
    });
  });

  it('takes anything but true for not pinned and not muted', () => {
    const conversation = translate({ conversationID: 'C2Cana', isPinned: 1, isMuted: 'yes' })!;
    assert.equal(conversation.isPinned, false);
    assert.equal(conversation.isMuted, false);
  });
});

describe('what is in the store', () => {
  it('is nobody where it is no list', () => {
    const engine = new FakeEngine();
    for (const value of [undefined, null, 7, {}, 'ana']) {
      engine.TUIStore.update('friend', 'friendList', value);
      engine.TUIStore.update('user', 'userBlacklist', value);
      assert.deepEqual(friendsIn(engine), []);
      assert.equal(blockedIn(engine).size, 0);
    }
  });

  it('is read as it is', () => {
    const engine = new FakeEngine();
    const friends = [friend('ana')];
    engine.TUIStore.update('friend', 'friendList', friends);
    engine.TUIStore.update('user', 'userBlacklist', [{ userID: 'bob', nick: 'Bob', avatar: '' }]);
    assert.equal(friendsIn(engine), friends);
    assert.deepEqual([...blockedIn(engine)], ['bob']);
  });
});
