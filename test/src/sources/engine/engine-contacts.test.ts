import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EnginePage } from '../../../support/engine-page.js';
import { friend, sdkError } from '../../../support/fake-chat.js';
import { settled } from '../../../support/fake-environment.js';

const contactsOf = ({ controller }: EnginePage) => controller.directory.contacts;

describe('the contacts of an engine', () => {
  it('reports the friends in the store of a lite engine, which has no service for them', async () => {
    const page = new EnginePage();
    Object.assign(page.engine, { TUIFriendService: undefined, TUIConversationService: undefined });
    page.connect().login();
    await page.environment.pass(1_000);
    page.engine.setFriends([friend('ana')]);
    assert.deepEqual(contactsOf(page), [{ userID: 'ana' }]);
    assert.deepEqual(page.environment.errors, []);
  });

  describe('before the engine has published any friends', () => {
    it('reports nothing while the service has not answered: the SDK has no friends then, either', async () => {
      const page = new EnginePage();
      page.chat.isSyncCompleted = false;
      page.connect().login();
      await page.environment.pass(60_000);
      assert.equal(contactsOf(page), undefined);
      assert.equal(page.controller.state, 'disconnected');
      page.chat.isSyncCompleted = true;
      page.engine.setConversations([]);
      await page.environment.pass(6_000);
      assert.deepEqual(contactsOf(page), []);
      assert.equal(page.controller.state, 'ready');
    });

    it('reports friends that the SDK already has once they are in the store, and not before', async () => {
      const page = new EnginePage().connect();
      const reports: unknown[] = [];
      const { directory } = page.controller;
      directory.observe(() => void (directory.contacts && reports.push(directory.contacts)));
      page.chat.friends = [friend('ana')];
      page.engine.TUIFriendService.getFriendList = () => Promise.resolve({ data: [friend('ana')] });
      page.login();
      await page.environment.pass(5_000);
      assert.deepEqual(reports, [[{ userID: 'ana' }]]);
    });

    it('reports nothing where the request fails', async () => {
      const page = new EnginePage();
      page.engine.TUIFriendService.getFriendList = () => Promise.reject(sdkError(2801));
      page.chat.login('me');
      page.engine.TUIChatEngine.isInited = true;
      page.connect();
      await page.environment.pass(10_000);
      assert.equal(contactsOf(page), undefined);
      assert.deepEqual(page.environment.errors, []);
    });

    it('requests the friends again after a request that failed', async () => {
      const page = new EnginePage();
      let requests = 0;
      page.engine.TUIFriendService.getFriendList = () => {
        requests += 1;
        return requests === 1 ? Promise.reject(sdkError(2801)) : Promise.resolve({ data: [] });
      };
      page.connect().login();
      await page.environment.pass(10_000);
      assert.equal(requests, 2);
      assert.deepEqual(contactsOf(page), []);
    });
  });

  describe('after the logout', () => {
    it('reports no contacts of the next user before there is a response for that user', async () => {
      const page = new EnginePage().connect().login();
      await page.environment.pass(10_000);
      assert.deepEqual(contactsOf(page), []);
      await page.engine.TUIChatEngine.logout();
      page.login('bob');
      await page.environment.pass(4_000);
      assert.equal(contactsOf(page), undefined);
      await page.environment.pass(2_000);
      assert.deepEqual(contactsOf(page), []);
    });

    it('reports the friends in the store when the SDK logs the same user in again', async () => {
      const page = new EnginePage().connect().login();
      page.engine.setFriends([friend('ana')]);
      await page.chat.logout();
      assert.equal(contactsOf(page), undefined);
      page.chat.login('me');
      assert.deepEqual(contactsOf(page), [{ userID: 'ana' }]);
      await settled();
    });

    it('reports nothing of the friends of the user before, which the engine still holds', async () => {
      const page = new EnginePage().connect().login();
      page.engine.setFriends([friend('ana')]);
      await page.chat.logout();
      page.engine.TUIStore.update('user', 'userBlacklist', []);
      assert.equal(contactsOf(page), undefined);
      page.engine.setFriends([friend('ana')]);
      assert.equal(contactsOf(page), undefined);
      page.chat.friends = [friend('carol')];
      page.login('bob');
      assert.equal(
        contactsOf(page),
        undefined,
        'and an empty store is no answer for the next user',
      );
      await page.environment.pass(1_000);
      assert.deepEqual(contactsOf(page), [{ userID: 'carol' }]);
    });

    it('reports nothing to the next user that the engine keeps of the user before', async () => {
      const page = new EnginePage().connect().login();
      page.engine.TUIStore.reset = () => undefined;
      page.engine.setFriends([friend('ana')]);
      page.engine.TUIStore.update('user', 'userBlacklist', [{ userID: 'carol' }]);
      await page.chat.logout();
      page.login('bob');
      await page.environment.pass(1_000);
      assert.equal(contactsOf(page), undefined);
      page.engine.setFriends([friend('carol')]);
      assert.deepEqual(contactsOf(page), [{ userID: 'carol' }]);
    });
  });
});
