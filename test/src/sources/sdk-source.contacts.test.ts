import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { friend } from '../../support/fake-chat.js';
import { settled } from '../../support/fake-environment.js';
import type { SdkPage } from '../../support/sdk-page.js';
import { PAGES } from '../../support/sdk-pages.js';

const contactsOf = ({ controller }: SdkPage) => controller.directory.contacts;

for (const [sdk, Page] of PAGES) {
  describe(`connect(${sdk})`, () => {
    describe('contacts', () => {
      it('reports the friends as they are published, first some without names, then all', async () => {
        const page = new Page().connect().login();
        page.setFriends([friend('ana')]);
        assert.deepEqual(contactsOf(page), [{ userID: 'ana' }]);
        page.setFriends([
          friend('ana', { profile: { nick: 'Ana', avatar: 'https://a/' } }),
          friend('bob', { remark: 'Boss', groupList: ['Team'] }),
        ]);
        assert.deepEqual(contactsOf(page), [
          { userID: 'ana', name: 'Ana', avatar: 'https://a/' },
          { userID: 'bob', remark: 'Boss', groups: ['Team'] },
        ]);
        await settled();
      });

      it('marks the users who are blocked', () => {
        const page = new Page().connect().login();
        page.setFriends([friend('ana'), friend('bob')]);
        page.block(['bob']);
        assert.deepEqual(contactsOf(page), [{ userID: 'ana' }, { userID: 'bob', blocked: true }]);
      });

      it('reports no contacts after the last friend has gone', async () => {
        const page = new Page().connect().login();
        await page.environment.pass(100);
        page.setFriends([friend('ana')]);
        page.setFriends([]);
        assert.deepEqual(contactsOf(page), []);
      });

      it('reports nothing until 5 s after an empty response, and then no contacts', async () => {
        const page = new Page().connect();
        assert.equal(contactsOf(page), undefined);
        page.login();
        assert.equal(contactsOf(page), undefined);
        await page.environment.pass(4_900);
        assert.equal(contactsOf(page), undefined);
        await page.environment.pass(1_000);
        assert.deepEqual(contactsOf(page), []);
      });

      it('reports nothing at a connect that comes after the login', async () => {
        const page = new Page().login().connect();
        await page.environment.pass(4_000);
        assert.equal(contactsOf(page), undefined);
        await page.environment.pass(2_000);
        assert.deepEqual(contactsOf(page), []);
      });

      it('reports no contacts as soon as none are published after the login', async () => {
        const page = new Page().connect().login();
        await page.environment.pass(100);
        page.setFriends([]);
        assert.deepEqual(contactsOf(page), []);
      });

      it('reports nothing of the user before when another one logs in without a logout', async () => {
        const page = new Page().connect().login();
        page.setFriends([friend('ana')]);
        page.login('bob');
        assert.equal(contactsOf(page), undefined);
        await settled();
        assert.equal(contactsOf(page), undefined);
      });

      it('reports nothing of a response that comes late', async () => {
        const page = new Page().connect().login();
        // The request is made 10 ms after the login, and has its response 10 ms later.
        await page.environment.pass(15);
        await page.chat.logout();
        await page.environment.pass(10_000);
        assert.equal(contactsOf(page), undefined);
        // Unused users are forgotten some minutes later.
        await page.environment.pass(300_000);
        assert.equal(page.environment.timers, 0);
      });

      it('reports nothing when the wait of an empty response would have ended', async () => {
        const page = new Page().connect().login();
        await page.environment.pass(2_000);
        await page.chat.logout();
        await page.environment.pass(10_000);
        assert.equal(contactsOf(page), undefined);
      });
    });
  });
}
