import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conversationWith } from '../../../support/fake-chat.js';
import { EnginePage, OFFLINE, ONLINE, UNKNOWN, users } from '../../../support/engine-page.js';

/** The status type with which an update takes a user out of the engine's map. */
const REMOVED = -1;

describe('engineSource', () => {
  describe('a push', () => {
    it('is shown with the next frame while the map of the engine holds 20,000 users', async () => {
      const page = await EnginePage.ready('ana');
      page.writeStatuses(users(20_000), OFFLINE);
      page.chat.set('ana', ONLINE);
      page.environment.draw();
      assert.deepEqual(page.takeNotifications(), ['ana online live']);
    });
  });

  for (const isFrozen of [false, true]) {
    const ready = (...observed: string[]): Promise<EnginePage> => {
      const page = new EnginePage();
      if (isFrozen) Object.freeze(page.engine.TUIStore);
      return page.start(...observed);
    };

    describe(`the map of an engine ${isFrozen ? 'with a frozen store' : 'as it is'}`, () => {
      it('is read after an update by the page itself', async () => {
        const page = await ready('ana');
        page.engine.TUIStore.update('user', 'userStatusList', [
          { userID: 'ana', statusType: ONLINE, customStatus: 'x' },
          { userID: 'carol', statusType: OFFLINE, customStatus: '' },
        ]);
        page.environment.draw();
        assert.equal(page.presenceOf('ana'), 'online live');
        assert.equal(page.controller.presenceOf('ana').customStatus, 'x');
        assert.equal(page.presenceOf('carol'), 'offline snapshot');
      });

      it('shows an update of 20,000 entries with the next frame', async () => {
        const page = await ready('u19999');
        page.writeStatuses(users(20_000), OFFLINE);
        page.environment.draw();
        assert.ok(users(20_000).every((userID) => page.statusOf(userID) === 'offline'));
        assert.deepEqual(page.takeNotifications(), ['u19999 offline live']);
        await page.environment.pass(1_000);
        assert.deepEqual(page.takeNotifications(), []);
      });

      it('shows all updates of one frame with it', async () => {
        const page = await ready('u5');
        page.writeStatuses(users(3_000), OFFLINE);
        page.writeStatuses(users(10), ONLINE);
        page.environment.draw();
        assert.equal(page.statusOf('u5'), 'online');
        assert.equal(page.statusOf('u2999'), 'offline');
        assert.deepEqual(page.takeNotifications(), ['u5 online live']);
      });

      it('changes nothing where it says unknown, or holds no entry', async () => {
        const page = await ready('ana');
        const { TUIStore } = page.engine;
        // A watcher of the page is called before ours, and changes the map.
        let value: unknown = { statusType: ONLINE, customStatus: '' };
        const change = (map: Map<string, unknown>) => map.set('ana', value);
        TUIStore.watch('user', {
          userStatusList: (map) => void change(map as Map<string, unknown>),
        });
        page.chat.set('ana', ONLINE);
        page.environment.draw();
        for (value of [{ statusType: UNKNOWN, customStatus: '' }, undefined, null, 7, {}]) {
          TUIStore.update('user', 'userStatusList', [{ userID: 'ana', statusType: OFFLINE }]);
          await page.environment.pass(100);
          assert.equal(page.presenceOf('ana'), 'online live');
        }
        assert.deepEqual(page.environment.errors, []);
      });

      it('changes no other user when users are removed from it', async () => {
        const page = await ready(...users(20));
        page.writeStatuses(users(20), ONLINE);
        page.environment.draw();
        page.takeNotifications();
        page.writeStatuses(users(10), REMOVED);
        page.environment.draw();
        assert.deepEqual(page.takeNotifications(), []);
        page.writeStatuses(['u15'], OFFLINE);
        page.environment.draw();
        assert.deepEqual(page.takeNotifications(), ['u15 offline live']);
      });
    });
  }

  describe('the watcher of the statuses', () => {
    it('reads neither the login nor the map before the frame, and the map once in it', async () => {
      const page = await EnginePage.ready('ana');
      const { TUIStore } = page.engine;
      const reads: string[] = [];
      const getData = TUIStore.getData.bind(TUIStore);
      TUIStore.getData = (store, key) => {
        reads.push(key);
        return getData(store, key);
      };
      page.chat.isReady = () => {
        reads.push('login');
        return true;
      };
      for (let update = 0; update < 100; update++) page.writeStatuses(['ana'], update % 2 ? 1 : 2);
      assert.deepEqual(reads, []);
      page.environment.draw();
      assert.deepEqual(reads, ['userStatusList']);
      assert.deepEqual(page.takeNotifications(), ['ana online live']);
    });
  });

  describe('the map of the engine', () => {
    it('receives the responses to our own queries', async () => {
      const page = new EnginePage().connect().login();
      page.chat.truth.set('ana', { statusType: ONLINE, customStatus: '' });
      page.observe('ana', false);
      await page.environment.pass(1_000);
      assert.equal(page.engine.statusOf('ana')?.statusType, ONLINE);
    });

    it('keeps the users whom we unsubscribe: its own views still show them', async () => {
      const page = new EnginePage().connect().login();
      const stop = page.observe('ana');
      await page.environment.pass(1_000);
      stop();
      await page.environment.pass(10_000);
      assert.deepEqual(page.chat.users('unsubscribeUserStatus'), ['ana']);
      assert.ok(page.engine.statuses.has('ana'));
    });

    it('does not make a response outdated that is under way, by an entry without a change', async () => {
      const page = await EnginePage.ready();
      page.observe('carol', false);
      await page.environment.pass(1_000);
      assert.equal(page.presenceOf('carol'), 'not-logged-in snapshot');
      page.chat.truth.set('carol', { statusType: ONLINE, customStatus: '' });
      page.chat.latency = 1_000;
      void page.chat.getUserStatus({ userIDList: ['carol'] });
      page.writeStatuses(['carol'], 3);
      page.environment.draw();
      await page.environment.pass(1_500);
      assert.equal(page.presenceOf('carol'), 'online snapshot');
    });

    for (const owner of ['the page', 'the engine'] as const) {
      it(`is corrected where a late response to ${owner} has overwritten a push`, async () => {
        const page = await EnginePage.ready('ana', 'bob');
        page.chat.latency = 1_000;
        if (owner === 'the page') {
          void page.engine.TUIUserService.getUserStatus({ userIDList: ['ana', 'bob'] });
        } else {
          page.engine.statuses.delete('ana');
          page.engine.setConversations([conversationWith('ana')]);
        }
        page.chat.latency = 10;
        await page.environment.pass(500);
        page.chat.set('ana', ONLINE);
        await page.environment.pass(2_000);
        assert.equal(page.statusOf('ana'), 'online');
        assert.equal(page.engine.statusOf('ana')?.statusType, ONLINE);
        const ofAna = page.takeNotifications().filter((line) => line.startsWith('ana'));
        assert.deepEqual(ofAna, ['ana online live'], 'the late response is never shown');
      });
    }

    it('is corrected where a late response to us has overwritten a push', async () => {
      const page = await EnginePage.ready('ana');
      page.chat.latency = 1_000;
      page.observe('carol', false);
      await page.environment.pass(500);
      page.chat.truth.set('carol', { statusType: ONLINE, customStatus: '' });
      page.chat.emit('onUserStatusUpdated', [{ userID: 'carol', statusType: ONLINE }]);
      page.chat.latency = 10;
      await page.environment.pass(700);
      assert.equal(page.engine.statusOf('carol')?.statusType, ONLINE);
      assert.equal(page.statusOf('carol'), 'online');
    });
  });
});
