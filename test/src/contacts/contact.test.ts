import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readContacts, usableContacts } from '../../../src/contacts/contact.js';
import { revocable } from '../../support/hostile-values.js';

describe('readContacts', () => {
  it('reads each contact once, for no later access to throw', () => {
    const [groups, revokeGroups] = revocable(['Family', 'Team']);
    const [contact, revoke] = revocable({ userID: 'ana', name: 'Ana', groups, blocked: true });
    const { items, originals } = readContacts([contact]);
    revoke();
    revokeGroups();
    const [{ userID, name, groups: read, blocked }] = items as [(typeof items)[0]];
    assert.deepEqual([userID, name, read, blocked], ['ana', 'Ana', ['Family'], true]);
    assert.equal(originals[0], contact);
  });

  it('passes on what reading throws, and reads the rest', () => {
    const [gone, revoke] = revocable({ userID: 'eve' });
    revoke();
    const nameless = {
      userID: 'ana',
      get name(): string {
        throw new Error('no name');
      },
    };
    const errors: unknown[] = [];
    const { items } = readContacts([gone, nameless, null, 7], (error) => errors.push(error));
    assert.deepEqual(
      items.map(({ userID }) => userID),
      ['ana'],
    );
    assert.match(errors.join('; '), /^TypeError: .*revoked; Error: no name$/);
  });
});

describe('usableContacts', () => {
  it('keeps the very objects it was given and leaves them as they are', () => {
    const ana = Object.freeze({ userID: 'ana', name: 'Ana', groups: Object.freeze(['Family']) });
    const ben = { userID: 'ben' };
    const contacts = usableContacts([ana, ben]);
    assert.equal(contacts[0], ana);
    assert.equal(contacts[1], ben);
    assert.deepEqual(ben, { userID: 'ben' });
    assert.equal(Object.isFrozen(ben), false);
  });

  it('returns an array of its own, so that a later push of the page changes nothing', () => {
    const given = [{ userID: 'ana' }];
    const contacts = usableContacts(given);
    given.push({ userID: 'ben' });
    assert.equal(contacts.length, 1);
  });

  it('treats a value that is no array as empty', () => {
    for (const value of [
      undefined,
      null,
      5,
      'ana',
      {},
      { length: 2 },
      new Set([{ userID: 'a' }]),
    ]) {
      assert.deepEqual(usableContacts(value), []);
    }
  });

  it('leaves out entries that are no contacts', () => {
    const junk = [null, undefined, 0, 5, NaN, '', 'ana', true, [], {}, () => {}, Symbol('ana'), 5n];
    const bad = [null, undefined, '', {}, [], true, NaN, 1.5, Infinity, 2 ** 60];
    assert.deepEqual(
      usableContacts([...junk, ...bad.map((userID) => ({ userID, name: 'Ana' }))]),
      [],
    );
    const sparse: unknown[] = [];
    sparse[2] = { userID: 'ana' };
    assert.deepEqual(usableContacts(sparse), [{ userID: 'ana' }]);
  });

  it('leaves out an entry whose getter throws', () => {
    const hostile = {
      get userID(): string {
        throw new Error('no');
      },
    };
    assert.deepEqual(usableContacts([hostile, { userID: 'ana' }]), [{ userID: 'ana' }]);
  });

  it('accepts a whole number as an ID, in a copy', () => {
    const given = { userID: 10001, name: 'Ana' };
    const contacts = usableContacts([given, { userID: '10001', name: 'twin' }, { userID: 0 }]);
    assert.deepEqual(contacts, [{ userID: '10001', name: 'Ana' }, { userID: '0' }]);
    assert.equal(given.userID, 10001);
  });

  it('keeps the first of several entries for one user', () => {
    const given = [{ userID: 'ana', name: '1' }, { userID: 'ben' }, { userID: 'ana', name: '2' }];
    assert.deepEqual(usableContacts(given), given.slice(0, 2));
  });

  it('keeps the first entry of each user for any contacts', () => {
    const userID = fc.string({ maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.record({ userID, name: fc.string() })), (given) => {
        const model = new Map<string, (typeof given)[number]>();
        for (const contact of given) {
          if (contact.userID && !model.has(contact.userID)) model.set(contact.userID, contact);
        }
        assert.deepEqual(usableContacts(given), [...model.values()]);
      }),
    );
  });

  it('never throws', () => {
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
          for (const { userID } of usableContacts(value)) {
            assert.equal(typeof userID, 'string');
            assert.notEqual(userID, '');
          }
        },
      ),
    );
  });
});
