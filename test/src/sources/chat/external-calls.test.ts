import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SourceSink } from '../../../../src/presence-source.js';
import { ExternalCalls } from '../../../../src/sources/chat/external-calls.js';
import { users } from '../../../support/engine-page.js';
import { FakeChat, sdkError } from '../../../support/fake-chat.js';
import { FakeEngine } from '../../../support/fake-engine.js';
import { FakeEnvironment } from '../../../support/fake-environment.js';

/** A sink that keeps in words what it receives. */
class RecordingSink {
  readonly lines: string[] = [];
  #version = 0;
  readonly sink = {
    version: () => ++this.#version,
    answer: (entries, version) =>
      this.lines.push(`answer ${entries.map(({ userID }) => userID)}, version ${version}`),
    externalCall: (kind, userIDs, owner) => {
      this.lines.push(`${owner} ${kind} ${userIDs ?? 'all'}`);
      return (done) => this.lines.push(`done ${done ?? 'all'}`);
    },
  } as Partial<SourceSink> as SourceSink;
}

function setUp(owner: 'engine' | 'host' = 'host') {
  const environment = new FakeEnvironment();
  const chat = new FakeChat(environment);
  chat.login('me');
  const { lines, sink } = new RecordingSink();
  const arrays: (readonly string[])[] = [];
  const calls = new ExternalCalls(chat, sink, (userIDs) => {
    arrays.push(userIDs);
    return owner;
  });
  /** Returns what the sink has received once the responses have arrived. */
  const takeLines = async (): Promise<string[]> => {
    await environment.pass(100);
    return lines.splice(0);
  };
  return { environment, chat, sink, calls, arrays, takeLines };
}

describe('ExternalCalls', () => {
  describe('a call of our own', () => {
    it('is not reported', async () => {
      const { chat, calls, takeLines } = setUp();
      void chat.subscribeUserStatus({ userIDList: calls.own(['ana']) });
      void chat.unsubscribeUserStatus({ userIDList: calls.own(['ana']) });
      void chat.getUserStatus({ userIDList: calls.own(['ana']) });
      assert.deepEqual(await takeLines(), []);
      assert.equal(chat.calls.length, 3);
    });

    it('is known by a copy, so that a call with the array it was made of is reported', async () => {
      const { chat, calls, takeLines } = setUp();
      const userIDList = ['ana'];
      assert.deepEqual(calls.own(userIDList), userIDList);
      void chat.getUserStatus({ userIDList });
      assert.deepEqual(await takeLines(), ['host query ana', 'answer ana, version 1']);
    });
  });

  describe('a query', () => {
    it('is reported with the version at the time of its request', async () => {
      const { chat, sink, takeLines } = setUp();
      void chat.getUserStatus({ userIDList: ['ana'] });
      sink.version();
      sink.version();
      assert.equal((await takeLines()).at(-1), 'answer ana, version 1');
    });

    it('is answered only when the engine has written the response to its store', async () => {
      const { environment, chat, sink } = setUp();
      const engine = new FakeEngine();
      void engine.TUIChatEngine.login({ chat, userID: 'me' });
      let isWritten: boolean | undefined;
      sink.answer = () => {
        isWritten = engine.statuses.has('ana');
      };
      void engine.TUIUserService.getUserStatus({ userIDList: ['ana'] });
      await environment.pass(100);
      assert.equal(isWritten, true);
    });

    it('that fails has no answer', async () => {
      const { chat, takeLines } = setUp();
      chat.failure = sdkError(2801);
      const rejection = assert.rejects(chat.getUserStatus({ userIDList: ['ana'] }), { code: 2801 });
      assert.deepEqual(await takeLines(), ['host query ana']);
      await rejection;
    });
  });

  describe('a subscribe call', () => {
    for (const owner of ['engine', 'host'] as const) {
      it(`of the ${owner} is reported as such, and then its result`, async () => {
        const { chat, arrays, takeLines } = setUp(owner);
        const userIDList = ['bob', 'ana'];
        void chat.subscribeUserStatus({ userIDList });
        assert.deepEqual(await takeLines(), [`${owner} subscribe bob,ana`, 'done bob,ana']);
        assert.equal(arrays[0], userIDList, 'the owner is found by the array of the call itself');
      });
    }

    it('is reported before its response arrives', () => {
      const { chat, sink } = setUp();
      let isReported = false;
      sink.externalCall = () => {
        isReported = true;
        return () => undefined;
      };
      void chat.subscribeUserStatus({ userIDList: ['ana'] });
      assert.equal(isReported, true);
    });

    it('of more than 100 users counts for the first 100', async () => {
      const { chat, takeLines } = setUp();
      void chat.subscribeUserStatus({ userIDList: users(150) });
      assert.deepEqual(await takeLines(), [`host subscribe ${users(100)}`, `done ${users(100)}`]);
    });

    it('leaves out the users whom the service refused by name', async () => {
      const { chat, takeLines } = setUp();
      chat.refusedUsers.add('bob');
      void chat.subscribeUserStatus({ userIDList: ['ana', 'bob'] });
      assert.deepEqual(await takeLines(), ['host subscribe ana,bob', 'done ana']);
    });

    it('that fails is done for no user', async () => {
      const { chat, takeLines } = setUp();
      chat.failure = sdkError(60018);
      const rejection = assert.rejects(chat.subscribeUserStatus({ userIDList: ['ana'] }));
      assert.deepEqual(await takeLines(), ['host subscribe ana', 'done ']);
      await rejection;
    });
  });

  describe('an unsubscribe call', () => {
    it('is done for the users whom the service did not refuse', async () => {
      const { chat, takeLines } = setUp();
      chat.refusedUsers.add('bob');
      void chat.unsubscribeUserStatus({ userIDList: ['ana', 'bob'] });
      assert.deepEqual(await takeLines(), ['host unsubscribe ana,bob', 'done ana']);
    });

    it('of an empty list is one of all users, as in the SDK', async () => {
      const { chat, takeLines } = setUp();
      void chat.unsubscribeUserStatus({ userIDList: [] });
      assert.deepEqual(await takeLines(), ['host unsubscribe all', 'done all']);
    });

    for (const userIDList of [['ana'], []]) {
      it(`of ${userIDList.length} users that fails is done for no user`, async () => {
        const { chat, takeLines } = setUp();
        chat.failure = sdkError(2801);
        const rejection = assert.rejects(chat.unsubscribeUserStatus({ userIDList }));
        assert.equal((await takeLines()).at(-1), 'done ');
        await rejection;
      });
    }
  });

  it('passes on the promise of the SDK itself', () => {
    const { chat, calls } = setUp();
    calls.stop();
    const answer = Promise.resolve(undefined);
    chat.getUserStatus = () => answer as never;
    const again = new ExternalCalls(chat, new RecordingSink().sink, () => 'host');
    assert.equal(chat.getUserStatus({ userIDList: ['ana'] }), answer);
    again.stop();
  });

  it('passes on an error that is thrown at the caller', () => {
    const { chat, calls } = setUp();
    calls.stop();
    chat.getUserStatus = () => {
      throw new TypeError('no chat');
    };
    const again = new ExternalCalls(chat, new RecordingSink().sink, () => 'host');
    assert.throws(() => chat.getUserStatus({ userIDList: ['ana'] }), /no chat/);
    again.stop();
  });

  const malformed: readonly unknown[] = [
    undefined,
    null,
    {},
    { userIDList: null },
    { userIDList: 7 },
    { userIDList: 'ana' },
    { userIDList: {} },
  ];
  for (const options of malformed) {
    it(`passes on a call with ${JSON.stringify(options) ?? 'undefined'} unchanged`, async () => {
      const { chat, calls } = setUp();
      calls.stop();
      const refused = sdkError(2_000);
      const given: unknown[] = [];
      const methods = ['subscribeUserStatus', 'unsubscribeUserStatus', 'getUserStatus'] as const;
      for (const method of methods) {
        chat[method] = (value: unknown) => {
          given.push(value);
          return Promise.reject(refused);
        };
      }
      const again = new ExternalCalls(chat, new RecordingSink().sink, () => 'host');
      for (const method of methods) {
        await assert.rejects(chat[method](options as never), refused);
      }
      assert.deepEqual(given, [options, options, options]);
      again.stop();
    });
  }

  it('puts the methods back when it stops, also when it stops twice', () => {
    const { chat, calls } = setUp();
    assert.ok(Object.hasOwn(chat, 'getUserStatus'));
    calls.stop();
    calls.stop();
    for (const method of ['getUserStatus', 'subscribeUserStatus', 'unsubscribeUserStatus']) {
      assert.ok(!Object.hasOwn(chat, method), method);
    }
  });

  it('reports nothing of a chat that is frozen, whose calls work all the same', async () => {
    const environment = new FakeEnvironment();
    const chat = new FakeChat(environment);
    chat.login('me');
    const frozen = Object.create(chat) as FakeChat;
    Object.freeze(Object.assign(frozen, { getUserStatus: chat.getUserStatus.bind(chat) }));
    const { lines, sink } = new RecordingSink();
    const calls = new ExternalCalls(frozen, sink, () => 'host');
    const answer = frozen.getUserStatus({ userIDList: ['ana'] });
    await environment.pass(100);
    assert.equal((await answer).data?.successUserList?.[0]?.userID, 'ana');
    assert.deepEqual(lines, []);
    calls.stop();
  });
});
