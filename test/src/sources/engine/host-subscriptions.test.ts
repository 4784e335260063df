import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HostSubscriptions } from '../../../../src/sources/engine/host-subscriptions.js';
import { FakeChat } from '../../../support/fake-chat.js';
import { FakeEngine } from '../../../support/fake-engine.js';
import { FakeEnvironment } from '../../../support/fake-environment.js';

/** An engine with the conversation partners ana and bob, and the arrays that reach the chat. */
function setUp() {
  const environment = new FakeEnvironment();
  const engine = new FakeEngine();
  const chat = new FakeChat(environment);
  chat.login('me');
  void engine.TUIChatEngine.login({ chat, userID: 'me' });
  const arrays: string[][] = [];
  const subscribe = chat.subscribeUserStatus.bind(chat);
  chat.subscribeUserStatus = (options) => {
    arrays.push(options.userIDList);
    return subscribe(options);
  };
  const subscriptions = new HostSubscriptions(engine, () => ['ana', 'bob']);
  return { environment, engine, arrays, subscriptions };
}

describe('HostSubscriptions', () => {
  it('attributes a call for conversation partners alone to the engine', () => {
    const { subscriptions } = setUp();
    assert.equal(subscriptions.ownerOf(['bob', 'ana']), 'engine');
    assert.equal(subscriptions.ownerOf(['ana']), 'engine');
  });

  it('attributes a call with any other user to the page', () => {
    const { subscriptions } = setUp();
    assert.equal(subscriptions.ownerOf(['ana', 'carol']), 'host');
  });

  it("attributes a call by the engine's own method to the page, for partners too", async () => {
    const { environment, engine, arrays, subscriptions } = setUp();
    const answer = engine.TUIUserService.subscribeUserStatus({ userIDList: ['ana'] });
    assert.equal(subscriptions.ownerOf(arrays[0]!), 'host');
    assert.equal(subscriptions.ownerOf(['ana']), 'engine', 'another array is another call');
    await environment.pass(100);
    assert.deepEqual((await answer)?.data?.successUserList, [{ userID: 'ana' }]);
  });

  for (const userIDList of [undefined, null, 7, 'ana', {}]) {
    it(`passes on ${JSON.stringify(userIDList) ?? 'undefined'} in place of an array unchanged`, () => {
      const engine = new FakeEngine();
      const given: unknown[] = [];
      engine.TUIUserService.subscribeUserStatus = (options) => {
        given.push(options);
        return Promise.resolve(undefined);
      };
      new HostSubscriptions(engine, () => []);
      const options = { userIDList } as unknown as { userIDList: string[] };
      void engine.TUIUserService.subscribeUserStatus(options);
      void engine.TUIUserService.subscribeUserStatus(undefined as never);
      assert.deepEqual(given, [options, undefined]);
    });
  }

  it('puts the method back when it stops, also when it stops twice', () => {
    const { engine, subscriptions } = setUp();
    assert.ok(Object.hasOwn(engine.TUIUserService, 'subscribeUserStatus'));
    subscriptions.stop();
    subscriptions.stop();
    assert.ok(!Object.hasOwn(engine.TUIUserService, 'subscribeUserStatus'));
  });

  it('tells by the partners alone where the service of the engine is frozen', () => {
    const { engine } = setUp();
    const TUIUserService = Object.freeze(
      Object.create(engine.TUIUserService) as FakeEngine['TUIUserService'],
    );
    const frozen = { TUIUserService } as unknown as FakeEngine;
    const subscriptions = new HostSubscriptions(frozen, () => ['ana']);
    assert.equal(subscriptions.ownerOf(['ana']), 'engine');
    assert.equal(subscriptions.ownerOf(['carol']), 'host');
    subscriptions.stop();
  });
});
