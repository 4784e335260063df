import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupEnds } from '../../../../src/sources/chat/group-ends.js';

/** A notice of the SDK to the user alone. */
const notice = (operationType: number, time = 100, groupID = 'crew') => ({
  type: 'TIMGroupSystemNoticeElem',
  time,
  payload: { operationType, groupProfile: { groupID } },
});
const conversation = (lastTime = 50, conversationID = 'GROUPcrew') => ({
  conversationID,
  lastMessage: { lastTime },
});

describe('GroupEnds', () => {
  for (const [operationType, words] of [
    [4, 'message-removed'],
    [5, 'message-dissolved'],
    [8, 'message-left'],
    [11, 'message-dissolved'],
  ] as const) {
    it(`has ${words} for a notice ${operationType}, until the user is in the group again`, () => {
      const ends = new GroupEnds();
      assert.equal(ends.add([notice(operationType)]), true);
      assert.equal(ends.wordsFor(conversation()), words);
      assert.equal(ends.wordsFor(conversation(50, 'GROUPother')), undefined);
      ends.add([notice(7)]);
      assert.equal(ends.wordsFor(conversation()), undefined);
    });
  }

  it('has no words once a message has come since', () => {
    const ends = new GroupEnds();
    ends.add([notice(4, 100)]);
    assert.equal(ends.wordsFor(conversation(100)), 'message-removed');
    assert.equal(ends.isOver(conversation(101)), true);
    assert.equal(ends.wordsFor(conversation(101)), undefined);
  });

  it('forgets the ends of a user who has logged out', () => {
    const ends = new GroupEnds();
    ends.add([notice(4)]);
    ends.clear();
    assert.equal(ends.wordsFor(conversation()), undefined);
  });

  it('reads no end from anything else', () => {
    const ends = new GroupEnds();
    const others = [
      null,
      {},
      { type: 'TIMTextElem' },
      { type: 'TIMGroupSystemNoticeElem' },
      notice(1),
    ];
    for (const value of [undefined, null, 7, {}, others]) assert.equal(ends.add(value), false);
  });
});
