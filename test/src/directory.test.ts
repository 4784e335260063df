import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contact, Conversation } from '../../src/contacts/contact.js';
import { Directory } from '../../src/directory.js';
import { FakeEnvironment } from '../support/fake-environment.js';

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
  const environment = new FakeEnvironment();
  return { errors: environment.errors, directory: new Directory(environment) };
}

describe('Directory', () => {
  it('is empty before the source reports', () => {
    const { directory } = setUp();
    assert.equal(directory.contacts, undefined);
    assert.equal(directory.conversations, undefined);
  });

  it('notifies of contacts and of conversations', () => {
    const { directory } = setUp();
    let calls = 0;
    directory.observe(() => calls++);
    directory.setContacts(CONTACTS);
    assert.equal(calls, 1);
    assert.equal(directory.contacts, CONTACTS);
    directory.setConversations(CONVERSATIONS);
    assert.equal(calls, 2);
    assert.equal(directory.conversations, CONVERSATIONS);
    directory.clear();
    assert.equal(calls, 3);
    assert.equal(directory.contacts, undefined);
    assert.equal(directory.conversations, undefined);
    directory.clear();
    assert.equal(calls, 3);
  });

  it('notifies of blocked users, and not of the same ones again', () => {
    const { directory } = setUp();
    let calls = 0;
    directory.observe(() => calls++);
    for (const userIDs of [['ana', 'ben'], ['ben', 'ana'], ['ben', 'eva'], []]) {
      directory.setBlocked(userIDs);
      assert.deepEqual([...directory.blocked!].sort(), calls < 2 ? ['ana', 'ben'] : userIDs);
    }
    assert.equal(calls, 3);
    directory.clear();
    assert.equal(directory.blocked, undefined);
    assert.equal(calls, 4);
  });

  it('distinguishes no contacts from contacts that are not known yet', () => {
    const { directory } = setUp();
    let calls = 0;
    directory.observe(() => calls++);
    directory.setContacts([]);
    assert.deepEqual(directory.contacts, []);
    assert.equal(calls, 1);
  });

  it('does not notify of the same list again', () => {
    const { directory } = setUp();
    directory.setContacts(CONTACTS);
    directory.setConversations(CONVERSATIONS);
    let calls = 0;
    directory.observe(() => calls++);
    directory.setContacts(CONTACTS);
    directory.setConversations(CONVERSATIONS);
    assert.equal(calls, 0);
  });

  it('calls a listener as often as it was added', () => {
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

  it('does not call a listener that another one has stopped', () => {
    const { directory } = setUp();
    let calls = 0;
    directory.observe(() => stop());
    const stop = directory.observe(() => calls++);
    directory.setContacts(CONTACTS);
    assert.equal(calls, 0);
  });

  it('does not call a listener that was added during the same notification', () => {
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
