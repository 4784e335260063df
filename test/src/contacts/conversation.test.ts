import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { orderConversations } from '../../../src/contacts/conversation.js';

const idsOf = (value: unknown) =>
  orderConversations(value).map(({ conversationID }) => conversationID);

describe('orderConversations', () => {
  it('puts pinned ones first, then the latest', () => {
    const given = [
      { conversationID: 'a', lastMessageTime: 1 },
      { conversationID: 'b', lastMessageTime: 3 },
      { conversationID: 'c', lastMessageTime: 1, isPinned: true },
      { conversationID: 'd', lastMessageTime: 2, isPinned: true },
      { conversationID: 'e' },
      { conversationID: 'f', lastMessageTime: NaN },
    ];
    assert.deepEqual(idsOf(given), ['d', 'c', 'b', 'a', 'e', 'f']);
    assert.equal(given[0]!.conversationID, 'a');
  });

  it('keeps the objects it was given, each ID once', () => {
    const one = Object.freeze({ conversationID: 'a', name: '1' });
    const conversations = orderConversations([one, { conversationID: 'a', name: '2' }]);
    assert.equal(conversations.length, 1);
    assert.equal(conversations[0], one);
  });

  it('leaves out what is no conversation', () => {
    assert.deepEqual(idsOf([null, undefined, 5, 'a', {}, [], { conversationID: '' }]), []);
    assert.deepEqual(idsOf([{ conversationID: 5 }, { conversationID: null }]), []);
    for (const value of [undefined, null, {}, 'a', 5]) {
      assert.deepEqual(idsOf(value), []);
    }
  });

  it('throws at nothing', () => {
    const bad = fc.record({
      conversationID: fc.anything(),
      isPinned: fc.anything(),
      lastMessageTime: fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.double()),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(fc.oneof(fc.anything(), bad))), (value) => {
        const ids = idsOf(value);
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });
});
