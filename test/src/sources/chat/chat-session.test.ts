import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SourceSink } from '../../../../src/presence-source.js';
import { ChatSession } from '../../../../src/sources/chat/chat-session.js';
import { FakeChat, sdkError } from '../../../support/fake-chat.js';
import { FakeEnvironment } from '../../../support/fake-environment.js';

/** A session, and in words what its listener and the sink receive. */
function setUp() {
  const environment = new FakeEnvironment();
  const chat = new FakeChat(environment);
  const lines: string[] = [];
  let version = 0;
  const sink = {
    version: () => ++version,
    push: (entries) => lines.push(`push ${entries.map(({ userID }) => userID)}`),
    answer: (entries, sentAt) =>
      lines.push(`answer ${entries.map(({ userID }) => userID)}, version ${sentAt}`),
    externalCall: (kind, userIDs, owner) => {
      lines.push(`${owner} ${kind} ${userIDs}`);
      return () => undefined;
    },
  } as Partial<SourceSink> as SourceSink;
  const session = new ChatSession(chat, sink, {
    onReady: () => lines.push('ready'),
    onLogout: () => lines.push('logout'),
    onKickedOut: (type) => lines.push(`kicked out: ${type}`),
    onConnection: (state) => lines.push(state),
    onProfiles: () => lines.push('profiles'),
    onFriendGroups: () => lines.push('friend groups'),
    onMessages: () => lines.push('messages'),
    ownerOf: () => 'host',
  });
  return { environment, chat, sink, session, takeLines: () => lines.splice(0) };
}

describe('ChatSession', () => {
  it('passes on the login and the logout of the SDK', async () => {
    const { chat, takeLines } = setUp();
    chat.login('me');
    await chat.logout();
    assert.deepEqual(takeLines(), ['ready', 'logout']);
  });

  it('passes on why the user was kicked out, where the SDK says so', () => {
    const { chat, takeLines } = setUp();
    chat.emit('kickedOut', { type: 'multipleAccount' });
    chat.emit('kickedOut', undefined);
    assert.deepEqual(takeLines(), ['kicked out: multipleAccount', 'kicked out: undefined']);
  });

  it('passes on the three states of the connection, and no other', () => {
    const { chat, takeLines } = setUp();
    for (const state of ['connecting', 'asleep', 'disconnected', '', undefined, 7, 'connected']) {
      chat.emit('netStateChange', { state });
    }
    assert.deepEqual(takeLines(), ['connecting', 'disconnected', 'connected']);
  });

  it('passes pushed statuses to the sink', () => {
    const { chat, takeLines } = setUp();
    chat.emit('onUserStatusUpdated', [{ userID: 'ana' }, { userID: 'bob' }]);
    assert.deepEqual(takeLines(), ['push ana,bob']);
  });

  it('reports calls of other code, and none of our own', async () => {
    const { environment, chat, session, takeLines } = setUp();
    chat.login('me');
    takeLines();
    void chat.subscribeUserStatus({ userIDList: ['ana'] });
    void chat.subscribeUserStatus({ userIDList: session.own(['bob']) });
    await environment.pass(100);
    assert.deepEqual(takeLines(), ['host subscribe ana']);
    assert.deepEqual(chat.users('subscribeUserStatus'), ['ana', 'bob']);
  });

  describe('reconnect()', () => {
    it('makes one query, whose response has the version at the time of its request', async () => {
      const { environment, chat, sink, session, takeLines } = setUp();
      chat.login('me');
      takeLines();
      chat.drop();
      takeLines();
      session.reconnect(['ana']);
      sink.version();
      await environment.pass(100);
      assert.deepEqual(chat.users('getUserStatus'), ['ana']);
      assert.deepEqual(takeLines(), ['connected', 'answer ana, version 1']);
    });

    it('names the logged-in user twice, since alone the SDK answers by itself', async () => {
      const { environment, chat, session, takeLines } = setUp();
      chat.login('me');
      chat.drop();
      session.reconnect(['me']);
      await environment.pass(100);
      takeLines();
      assert.deepEqual(chat.users('getUserStatus'), ['me', 'me']);
    });

    it('that fails makes no error', async () => {
      const { environment, chat, session, takeLines } = setUp();
      chat.login('me');
      takeLines();
      chat.failure = sdkError(2801);
      session.reconnect(['ana']);
      await environment.pass(100);
      assert.deepEqual(takeLines(), []);
    });
  });

  it('leaves the chat as it was when it stops, also when it stops twice', async () => {
    const { environment, chat, session, takeLines } = setUp();
    assert.notEqual(chat.handlers, 0);
    session.stop();
    session.stop();
    assert.equal(chat.handlers, 0);
    assert.equal(chat.getUserStatus, FakeChat.prototype.getUserStatus);
    chat.login('me');
    void chat.getUserStatus({ userIDList: ['ana'] });
    await environment.pass(100);
    assert.deepEqual(takeLines(), []);
  });
});
