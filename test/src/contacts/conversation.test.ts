import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { revocable } from '../../support/hostile-values.js';
import {
  conversationName,
  orderConversations,
  partnerOf,
  readConversations,
} from '../../../src/contacts/conversation.js';

const idsOf = (value: unknown) =>
  orderConversations(readConversations(value).items).map(({ conversationID }) => conversationID);

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
});

describe('readConversations', () => {
  it('keeps the objects it was given, each ID once', () => {
    const one = Object.freeze({ conversationID: 'a', name: '1' });
    const { originals } = readConversations([one, { conversationID: 'a', name: '2' }]);
    assert.equal(originals.length, 1);
    assert.equal(originals[0], one);
  });

  it('reads each conversation once, for no later access to throw', () => {
    const [gone, revokeAtOnce] = revocable({ conversationID: 'C2Ceve' });
    const [kept, revoke] = revocable({ conversationID: 'C2Cana', name: 'Ana', unreadCount: 2 });
    revokeAtOnce();
    const errors: unknown[] = [];
    const { items, originals } = readConversations([gone, kept], (error) => errors.push(error));
    revoke();
    const [{ name, unreadCount }] = items as [(typeof items)[0]];
    assert.deepEqual([name, unreadCount], ['Ana', 2]);
    assert.equal(originals[0], kept);
    assert.match(String(errors[0]), /revoked/);
  });

  it('leaves out what is no conversation', () => {
    assert.deepEqual(idsOf([null, undefined, 5, 'a', {}, [], { conversationID: '' }]), []);
    assert.deepEqual(idsOf([{ conversationID: 5.5 }, { conversationID: null }]), []);
    for (const value of [undefined, null, {}, 'a', 5]) {
      assert.deepEqual(idsOf(value), []);
    }
  });

  it('takes whole numbers as the text of IDs', () => {
    const { items, originals } = readConversations([{ conversationID: 5, userID: 7 }]);
    for (const [talk] of [items, originals]) {
      assert.deepEqual([talk?.conversationID, talk?.userID], ['5', '7']);
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

describe('partnerOf', () => {
  const base = { name: 'Ana', unreadCount: 0, isPinned: false, isMuted: false };

  it('is the other user of a one-to-one conversation, and of no other', () => {
    const conversationID = 'C2Cana';
    const userID = 'ana';
    assert.equal(partnerOf({ ...base, conversationID, type: 'c2c', userID }), 'ana');
    assert.equal(partnerOf({ ...base, conversationID, type: 'group', userID }), undefined);
    assert.equal(partnerOf({ ...base, conversationID, type: 'c2c', userID: '' }), undefined);
    assert.equal(partnerOf({ ...base, conversationID, type: 'c2c' }), undefined);
  });
});

describe('conversationName', () => {
  it('is the name, else an ID', () => {
    const base = { type: 'c2c', unreadCount: 0, isPinned: false, isMuted: false } as const;
    const conversationID = 'C2Cana';
    assert.equal(conversationName({ ...base, conversationID, name: 'Ana' }), 'Ana');
    assert.equal(conversationName({ ...base, conversationID, name: '', userID: 'ana' }), 'ana');
    assert.equal(conversationName({ ...base, conversationID, name: '' }), 'C2Cana');
  });
});
