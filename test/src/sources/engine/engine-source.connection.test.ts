import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeChat } from '../../../support/fake-chat.js';
import { settled } from '../../../support/fake-environment.js';
import { EnginePage, ONLINE } from '../../../support/engine-page.js';

describe('engineSource', () => {
  describe('the connection', () => {
    it('has the state connecting from a new chat instance to its login', async () => {
      const page = await EnginePage.ready('ana');
      await page.chat.logout();
      assert.equal(page.controller.state, 'idle');
      page.chat = new FakeChat(page.environment);
      void page.engine.TUIChatEngine.login({ chat: page.chat, userID: 'me' });
      assert.equal(page.controller.state, 'connecting');
      page.chat.restore();
      assert.equal(page.controller.state, 'connecting');
      page.chat.login('me');
      assert.equal(page.controller.state, 'ready');
    });
  });

  describe('the switch', () => {
    it('shows what the map of the engine holds when it goes on, and not before', async () => {
      const page = new EnginePage().connect().login('me', { on: false });
      page.writeStatuses(['carol'], ONLINE);
      await page.environment.pass(100);
      assert.equal(page.presenceOf('carol'), 'unknown none');
      page.switchOfHost(true);
      await page.environment.pass(100);
      assert.equal(page.presenceOf('carol'), 'online snapshot');
    });

    it('empties the map of the engine where the plan lacks the ability, too', async () => {
      const page = new EnginePage().connect();
      page.chat.ability = false;
      page.login();
      page.writeStatuses(['ana'], ONLINE);
      page.switchOfHost(false);
      assert.equal(page.engine.statuses.size, 0);
      await settled();
    });

    it('follows the one of the engine', async () => {
      const page = await EnginePage.ready('ana');
      page.switchOfHost(false);
      assert.equal(page.controller.displayOnlineStatus, false);
      page.switchOfHost(true);
      await page.environment.pass(1_000);
      assert.equal(page.controller.displayOnlineStatus, true);
      assert.equal(page.presenceOf('ana'), 'not-logged-in live');
    });
  });
});
