import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { perContacts } from '../../../src/contacts/per-contacts.js';

describe('perContacts', () => {
  it('computes once for an array and a language', () => {
    let count = 0;
    const cached = perContacts((contacts, lang) => `${contacts.length} ${lang} ${++count}`);
    const contacts = [{ userID: 'ana' }];
    assert.equal(cached(contacts, 'en'), '1 en 1');
    assert.equal(cached(contacts, 'en'), '1 en 1');
    assert.equal(cached(contacts, 'sv'), '1 sv 2');
    assert.equal(cached([...contacts], 'sv'), '1 sv 3');
  });
});
