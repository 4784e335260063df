import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contact, Conversation } from '../../src/contacts/contact.js';
import { Directory } from '../../src/directory.js';

const CONTACTS: readonly Contact[] = [{ userID: 'ana' }];
const CONVERSATIONS: readonly Conversation[] = [
  {
    conversationID: 'C2Cana',
    type: 'c2c',
    userID: 'ana',
    name: 'Ana',
    unreadCount: 0,
    isPinned: false,
    isMuted: false,
  },
];

function setUp() {
  const errors: unknown[] = [];
  return { errors, directory: new Directory((error) => errors.push(error)) };
}

describe('Directory', () => {
  it('has nothing before the source has', () => {
    const { directory } = setUp();
    assert.equal(directory.contacts, undefined);
    assert.equal(directory.conversations, undefined);
  });

  it('tells of contacts and of conversations', () => {
    const { directory } = setUp();
    let calls = 0;
    directory.observe(() => calls++);
    directory.setContacts(CONTACTS);
    assert.equal(calls, 1);
    assert.equal(directory.contacts, CONTACTS);
    directory.setConversations(CONVERSATIONS);
    assert.equal(calls, 2);
    assert.equal(directory.conversations, CONVERSATIONS);
    directory.setContacts(undefined);
    assert.equal(calls, 3);
    assert.equal(directory.contacts, undefined);
  });

  it('tells apart nobody from not known yet', () => {
    const { directory } = setUp();
    let calls = 0;
    directory.observe(() => calls++);
    directory.setContacts([]);
    assert.deepEqual(directory.contacts, []);
    assert.equal(calls, 1);
  });

  it('is silent about the same list again', () => {
    const { directory } = setUp();
    directory.setContacts(CONTACTS);
    directory.setConversations(CONVERSATIONS);
    let calls = 0;
    directory.observe(() => calls++);
    directory.setContacts(CONTACTS);
    directory.setConversations(CONVERSATIONS);
    assert.equal(calls, 0);
  });

  it('calls one function as often as it observes', () => {
    const { directory } = setUp();
    let calls = 0;
    const listener = () => calls++;
    const stop = directory.observe(listener);
    directory.observe(listener);
    directory.setContacts(CONTACTS);
    assert.equal(calls, 2);
    stop();
    stop();
    directory.setContacts([]);
    assert.equal(calls, 3);
  });

  it('reports a listener that throws and calls the others', () => {
    const { directory, errors } = setUp();
    let calls = 0;
    directory.observe(() => calls++);
    directory.observe(() => {
      throw new Error('no list');
    });
    directory.observe(() => calls++);
    directory.setContacts(CONTACTS);
    assert.equal(calls, 2);
    assert.deepEqual(errors.map(String), ['Error: no list']);
  });

  it('does not call a listener that another one has just stopped', () => {
    const { directory } = setUp();
    let calls = 0;
    directory.observe(() => stop());
    const stop = directory.observe(() => calls++);
    directory.setContacts(CONTACTS);
    assert.equal(calls, 0);
  });

  it('does not call a listener that began in the same pass', () => {
    const { directory } = setUp();
    let calls = 0;
    const stop = directory.observe(() => {
      stop();
      directory.observe(() => calls++);
    });
    directory.setContacts(CONTACTS);
    assert.equal(calls, 0);
    directory.setContacts([]);
    assert.equal(calls, 1);
  });
});
