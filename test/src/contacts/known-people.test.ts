import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contact } from '../../../src/contacts/index.js';
import { withKnownPeople } from '../../../src/contacts/index.js';

const KNOWN = [
  { userID: 'ana', name: 'Ana', avatar: 'https://a/' },
  { userID: '7', name: 'Seven', remark: 'Lucky' },
  { userID: 'nameless' },
];

describe('withKnownPeople', () => {
  it('names a user who was given by ID alone', () => {
    assert.deepEqual(withKnownPeople([{ userID: 'ana', blocked: true }, { userID: 7 }], KNOWN), [
      { userID: 'ana', blocked: true, name: 'Ana', avatar: 'https://a/' },
      { userID: 7, name: 'Seven', remark: 'Lucky' },
    ]);
  });

  it('says of such a user, and of no other, whether the user is blocked', () => {
    const known = [{ userID: 'ana', blocked: true }];
    assert.deepEqual(withKnownPeople([{ userID: 'ana' }], known), known);
    for (const given of [[{ userID: 'ana', name: 'Ana' }], [{ userID: 'ben' }]]) {
      assert.equal(withKnownPeople(given, known), given);
    }
  });

  it('keeps a name and a picture that the page gave', () => {
    const given = [
      { userID: 'ana', name: 'Anna' },
      { userID: 'ana', remark: 'Boss' },
    ];
    assert.equal(withKnownPeople(given, KNOWN), given);
    assert.deepEqual(withKnownPeople([{ userID: 'ana', avatar: 'https://own/' }], KNOWN), [
      { userID: 'ana', name: 'Ana', avatar: 'https://own/' },
    ]);
  });

  it('returns the same array where there is nothing to add', () => {
    for (const given of [[], [{ userID: 'eva' }], [{ userID: 'nameless' }], [null, 7, {}], KNOWN]) {
      assert.equal(withKnownPeople(given, KNOWN), given);
    }
    for (const given of [undefined, null, 7, 'ana', {}]) {
      assert.equal(withKnownPeople(given, KNOWN), given);
    }
    const given = [{ userID: 'ana' }];
    assert.equal(withKnownPeople(given, undefined), given);
    assert.equal(withKnownPeople(given, KNOWN), withKnownPeople(given, KNOWN));
    assert.notEqual(withKnownPeople(given, KNOWN), withKnownPeople(given, [...KNOWN]));
  });

  it('takes from known people who are one, and a whole number as the text of an ID', () => {
    const known = [null, { userID: 8, name: 'Eight' }] as unknown as Contact[];
    assert.deepEqual(withKnownPeople([{ userID: '8' }], known), [{ userID: '8', name: 'Eight' }]);
  });

  it('passes entries on whose getters throw', () => {
    const hostile = {
      get userID(): string {
        throw new Error('no');
      },
    };
    const given = [hostile];
    assert.equal(withKnownPeople(given, KNOWN), given);
  });
});
