import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contactIndex } from '../../../src/contacts/contact.js';

const contactsOf = (value: unknown) => contactIndex(value).contacts;

describe('contactIndex', () => {
  it('keeps the very objects it was given and leaves them as they are', () => {
    const ana = Object.freeze({ userID: 'ana', name: 'Ana', groups: Object.freeze(['Family']) });
    const ben = { userID: 'ben' };
    const contacts = contactsOf([ana, ben]);
    assert.equal(contacts[0], ana);
    assert.equal(contacts[1], ben);
    assert.deepEqual(ben, { userID: 'ben' });
    assert.equal(Object.isFrozen(ben), false);
  });

  it('has an array of its own, so that a later push of the page changes nothing', () => {
    const given = [{ userID: 'ana' }];
    const index = contactIndex(given);
    given.push({ userID: 'ben' });
    assert.equal(index.contacts.length, 1);
    assert.equal(index.indexOf('ben'), -1);
  });

  it('takes what is no array as empty', () => {
    for (const value of [
      undefined,
      null,
      5,
      'ana',
      {},
      { length: 2 },
      new Set([{ userID: 'a' }]),
    ]) {
      assert.deepEqual(contactsOf(value), []);
    }
  });

  it('leaves out what is no contact', () => {
    const junk = [null, undefined, 0, 5, NaN, '', 'ana', true, [], {}, () => {}, Symbol('ana'), 5n];
    const bad = [null, undefined, '', {}, [], true, NaN, 1.5, Infinity, 2 ** 60];
    assert.deepEqual(contactsOf([...junk, ...bad.map((userID) => ({ userID, name: 'Ana' }))]), []);
    const sparse: unknown[] = [];
    sparse[2] = { userID: 'ana' };
    assert.deepEqual(contactsOf(sparse), [{ userID: 'ana' }]);
  });

  it('leaves out an entry whose getter throws', () => {
    const hostile = {
      get userID(): string {
        throw new Error('no');
      },
    };
    assert.deepEqual(contactsOf([hostile, { userID: 'ana' }]), [{ userID: 'ana' }]);
  });

  it('takes a whole number as an ID, in a copy', () => {
    const given = { userID: 10001, name: 'Ana' };
    const index = contactIndex([given, { userID: '10001', name: 'twin' }, { userID: 0 }]);
    assert.deepEqual(index.contacts, [{ userID: '10001', name: 'Ana' }, { userID: '0' }]);
    assert.equal(given.userID, 10001);
    assert.equal(index.indexOf('10001'), 0);
  });

  it('keeps the first of several entries for one user', () => {
    const given = [{ userID: 'ana', name: '1' }, { userID: 'ben' }, { userID: 'ana', name: '2' }];
    assert.deepEqual(contactsOf(given), given.slice(0, 2));
  });

  it('finds each user among IDs that hash alike', () => {
    // The polynomial hash is equal for these.
    const userIDs = ['Aa', 'BB'].flatMap((a) => ['Aa', 'BB'].flatMap((b) => [a + b, a + b + a]));
    const index = contactIndex(userIDs.map((userID) => ({ userID })));
    userIDs.forEach((userID, place) => assert.equal(index.indexOf(userID), place));
    assert.equal(index.indexOf('AaCC'), -1);
  });

  it('finds each of 50,000 users and nobody else', () => {
    const index = contactIndex(
      Array.from({ length: 50_000 }, (_, number) => ({ userID: `user_${number}` })),
    );
    assert.equal(index.contacts.length, 50_000);
    for (let number = 0; number < 50_000; number++) {
      assert.equal(index.indexOf(`user_${number}`), number);
    }
    assert.equal(index.indexOf('user_50000'), -1);
    assert.equal(contactIndex([]).indexOf('ana'), -1);
  });

  it('agrees with a Map', () => {
    const userID = fc.string({ maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.record({ userID, name: fc.string() })), userID, (given, other) => {
        const model = new Map<string, (typeof given)[number]>();
        for (const contact of given) {
          if (contact.userID && !model.has(contact.userID)) {
            model.set(contact.userID, contact);
          }
        }
        const index = contactIndex(given);
        assert.deepEqual(index.contacts, [...model.values()]);
        for (const one of [...given.map((contact) => contact.userID), other, '__proto__', '']) {
          assert.equal(index.indexOf(one), [...model.keys()].indexOf(one));
        }
      }),
    );
  });

  it('throws at nothing', () => {
    const anything = fc.anything({
      withNullPrototype: true,
      withSparseArray: true,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(
        fc.oneof(anything, fc.array(fc.oneof(anything, fc.record({ userID: anything })))),
        (value) => {
          for (const { userID } of contactsOf(value)) {
            assert.equal(typeof userID, 'string');
            assert.notEqual(userID, '');
          }
        },
      ),
    );
  });
});
