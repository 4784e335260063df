import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect } from '../../../../src/connect.js';
import { conversationWith, FakeChat, sdkError } from '../../../support/fake-chat.js';
import { FakeStore } from '../../../support/fake-store.js';
import { settled } from '../../../support/fake-environment.js';
import { EnginePage } from '../../../support/engine-page.js';

/** What a connection may leave behind in the engine and in the chat. */
function traces({ engine, chat }: EnginePage) {
  return {
    watchers: engine.TUIStore.watchers,
    handlers: chat.handlers,
    methodsOfChat: Object.getOwnPropertyNames(chat),
    methodsOfService: Object.getOwnPropertyNames(engine.TUIUserService),
    methodsOfStore: Object.getOwnPropertyNames(engine.TUIStore),
  };
}

describe('engineSource', () => {
  it('replaces no method of TUIStore', async () => {
    const page = new EnginePage();
    const { TUIStore } = page.engine;
    const names = Object.getOwnPropertyNames(TUIStore);
    await page.start('ana');
    assert.deepEqual(Object.getOwnPropertyNames(TUIStore), names);
    for (const name of ['watch', 'unwatch', 'getData', 'update'] as const) {
      assert.equal(TUIStore[name], FakeStore.prototype[name]);
    }
  });

  describe('a disconnect', () => {
    it('leaves the engine and the chat as they were', async () => {
      const page = new EnginePage();
      page.login();
      const before = traces(page);
      page.connect();
      const during = traces(page);
      assert.notEqual(during.watchers, before.watchers);
      assert.notEqual(during.handlers, before.handlers);
      assert.notDeepEqual(during.methodsOfChat, before.methodsOfChat);
      assert.notDeepEqual(during.methodsOfService, before.methodsOfService);
      page.observe('ana');
      await page.environment.pass(1_000);
      page.disconnect();
      page.disconnect();
      assert.deepEqual(traces(page), before);
      assert.equal(page.chat.getUserStatus, FakeChat.prototype.getUserStatus);
      // The response to the end of our subscription.
      await page.environment.pass(100);
      assert.equal(page.environment.timers, 0);
      assert.equal(page.environment.listeners, 0);
    });

    it('before a call fails with 72001 leaves no placeholder', async () => {
      const page = new EnginePage().connect();
      page.observe('ana');
      page.chat.latency = 1_000;
      page.chat.failure = sdkError(72001);
      page.login();
      page.engine.setConversations([conversationWith('ana')]);
      await page.environment.pass(500);
      assert.ok(page.chat.calls.length > 0, 'a call is under way');
      page.disconnect();
      await page.environment.pass(60_000);
      assert.equal(page.engine.statuses.size, 0);
    });

    it('takes effect with the last of several connections of one engine', async () => {
      const page = new EnginePage().connect().login();
      const disconnectSecond = connect(page.engine, page.controller, page.environment);
      const { watchers } = page.engine.TUIStore;
      page.disconnect();
      assert.equal(page.engine.TUIStore.watchers, watchers);
      disconnectSecond();
      assert.ok(page.engine.TUIStore.watchers < watchers);
      await settled();
    });
  });
});
