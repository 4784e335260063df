import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChatFriend } from '../../../../src/sources/chat/chat-instance.js';
import { ContactTranslator } from '../../../../src/sources/chat/contact-translator.js';
import { friend } from '../../../support/fake-chat.js';

const NONE: ReadonlySet<string> = new Set();

describe('ContactTranslator', () => {
  const translate = (...friends: ChatFriend[]) => new ContactTranslator().translate(friends, NONE);

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

  it('keeps name and picture while the SDK loads a profile again, of the same user only', () => {
    const translator = new ContactTranslator();
    const profile = { nick: 'Ana', avatar: 'https://a/' };
    const again = () => friend('ana', { profile: { nick: '', avatar: '', lastUpdatedTime: 0 } });
    const before = translator.translate([friend('ana', { profile })], NONE);
    assert.equal(translator.translate([again()], NONE)[0], before[0]);
    translator.reset();
    assert.deepEqual(translator.translate([again()], NONE), [{ userID: 'ana' }]);
  });

  it('leaves out fields that are empty or missing', () => {
    assert.deepEqual(translate(friend('ana'), { userID: 'bob' }), [
      { userID: 'ana' },
      { userID: 'bob' },
    ]);
  });

  it('leaves out entries without an ID', () => {
    const friends = [null, undefined, 7, 'ana', {}, { userID: '' }, friend('bob')];
    assert.deepEqual(translate(...(friends as ChatFriend[])), [{ userID: 'bob' }]);
  });

  it('marks the users who are blocked', () => {
    const contacts = new ContactTranslator().translate(
      [friend('ana'), friend('bob')],
      new Set(['bob']),
    );
    assert.deepEqual(contacts, [{ userID: 'ana' }, { userID: 'bob', blocked: true }]);
  });

  it('keeps the object of a contact that has not changed', () => {
    const translator = new ContactTranslator();
    const friends = [friend('ana', { remark: 'Boss' }), friend('bob', { groupList: ['Team'] })];
    const before = translator.translate(friends, NONE);
    const after = translator.translate([...friends].reverse(), NONE);
    assert.equal(after[0], before[1]);
    assert.equal(after[1], before[0]);
  });

  const changes: readonly (readonly [string, (friend: ChatFriend) => void])[] = [
    ['name', ({ profile }) => Object.assign(profile!, { nick: 'New' })],
    ['picture', ({ profile }) => Object.assign(profile!, { avatar: 'https://new/' })],
    ['remark', (friend) => Object.assign(friend, { remark: 'New' })],
    ['groups', (friend) => Object.assign(friend, { groupList: ['a', 'b'] })],
    ['groups, by the same letters', (friend) => Object.assign(friend, { groupList: ['a', 'b,c'] })],
  ];
  for (const [what, change] of changes) {
    it(`makes another object when the SDK changes the ${what} in place`, () => {
      const translator = new ContactTranslator();
      const ana = friend('ana', { groupList: ['a,b', 'c'] });
      const [before] = translator.translate([ana], NONE);
      const copy = structuredClone(before);
      change(ana);
      const [after] = translator.translate([ana], NONE);
      assert.notEqual(after, before);
      assert.notDeepEqual(after, copy);
      assert.deepEqual(before, copy, 'the earlier contact stays as it was');
    });
  }

  it('makes another object when a user is blocked', () => {
    const translator = new ContactTranslator();
    const [before] = translator.translate([friend('ana')], NONE);
    const [after] = translator.translate([friend('ana')], new Set(['ana']));
    assert.notEqual(after, before);
  });
});
