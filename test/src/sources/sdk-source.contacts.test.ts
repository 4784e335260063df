import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChatFriend } from '../../../src/sources/chat/chat-instance.js';
import { conversationWith, friend } from '../../support/fake-chat.js';
import { settled } from '../../support/fake-environment.js';
import type { SdkPage } from '../../support/sdk-page.js';
import { PAGES } from '../../support/sdk-pages.js';

const contactsOf = ({ controller }: SdkPage) => controller.directory.contacts;

/** A friend as the SDK publishes it first: it replaces the profile once it has loaded it. */
const unloaded = (userID: string, more: Partial<ChatFriend> = {}): ChatFriend =>
  friend(userID, { profile: { nick: '', avatar: '', lastUpdatedTime: 0 }, ...more });

const load = (loaded: ChatFriend, nick = ''): void => {
  loaded.profile = { nick, avatar: '', lastUpdatedTime: 1_700_000_000_000 };
};

/** The names of all lists that were reported, each once. */
function namesOf({ controller }: SdkPage): string[] {
  const reports: string[] = [];
  controller.directory.observe(() => {
    const names = controller.directory.contacts?.map(({ userID, name }) => name ?? userID).join();
    if (names !== undefined && names !== reports.at(-1)) reports.push(names);
  });
  return reports;
}

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

      it('reports none, a moment after the SDK has all conversations, if no friends came by then', async () => {
        const page = new Page();
        page.chat.isSyncCompleted = false;
        page.connect().login();
        await page.environment.pass(1_000);
        page.chat.isSyncCompleted = true;
        page.setConversations([]);
        await page.environment.pass(4_000);
        assert.equal(contactsOf(page), undefined);
        await page.environment.pass(2_000);
        assert.deepEqual(contactsOf(page), []);
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

      it('reports none where the conversations, which show it, come later than the friends', async () => {
        const page = new Page().connect();
        page.chat.isSyncCompleted = false;
        page.login();
        await page.environment.pass(3_000);
        page.chat.isSyncCompleted = true;
        page.chat.conversations = [conversationWith('ana')];
        page.setConversations(page.chat.conversations);
        await page.environment.pass(4_000);
        assert.equal(contactsOf(page), undefined);
        await page.environment.pass(2_000);
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

    describe('the first contacts of a login', () => {
      it('wait for the names that the SDK puts into the friends later', async () => {
        const page = new Page().connect();
        const reports = namesOf(page);
        page.login();
        const [ana, bob] = [unloaded('ana'), unloaded('bob')];
        page.setFriends([ana, bob]);
        await page.environment.pass(1_000);
        assert.equal(contactsOf(page), undefined);
        load(ana, 'Ana');
        load(bob);
        await page.environment.pass(50);
        assert.deepEqual(reports, ['Ana,bob']);
      });

      it('are reported at once when friends with names are published', async () => {
        const page = new Page().connect().login();
        page.setFriends([unloaded('ana')]);
        page.setFriends([friend('ana', { profile: { nick: 'Ana' } })]);
        assert.deepEqual(contactsOf(page), [{ userID: 'ana', name: 'Ana' }]);
        await settled();
      });

      it('wait 2 s at most', async () => {
        const page = new Page().connect().login();
        page.setFriends([unloaded('ana')]);
        await page.environment.pass(1_900);
        page.block(['bob']);
        await settled();
        assert.equal(contactsOf(page), undefined);
        await page.environment.pass(150);
        assert.deepEqual(contactsOf(page), [{ userID: 'ana' }]);
      });

      it('do not wait for friends whom the service has no profiles of', async () => {
        const page = new Page().connect().login();
        const friends = [unloaded('ana'), unloaded('bob')];
        load(friends[0]!);
        page.setFriends(friends);
        assert.equal(contactsOf(page)?.length, 2);
        await settled();
      });

      it('wait on where the SDK publishes them again before the service has answered', async () => {
        const page = new Page().connect().login();
        page.setFriends([unloaded('ana')]);
        await page.environment.pass(1_000);
        const ana = unloaded('ana');
        page.setFriends([ana]);
        assert.equal(contactsOf(page), undefined);
        load(ana, 'Ana');
        await page.environment.pass(50);
        assert.deepEqual(contactsOf(page), [{ userID: 'ana', name: 'Ana' }]);
      });

      it('do not wait where all have remarks, or profiles that say nothing of their time', async () => {
        const page = new Page().connect().login();
        page.setFriends([unloaded('ana', { remark: 'Boss' }), friend('bob')]);
        assert.equal(contactsOf(page)?.length, 2);
        await settled();
      });

      it('do not wait at a connect that comes after the profiles', async () => {
        const page = new Page().login();
        const ana = unloaded('ana');
        load(ana);
        page.setFriends([ana]);
        page.connect();
        await settled();
        page.environment.draw();
        await page.environment.pass(10);
        assert.deepEqual(contactsOf(page), [{ userID: 'ana' }]);
      });

      it('wait for nine names of ten in a long list, page by page', async () => {
        const page = new Page().connect().login();
        const friends = Array.from({ length: 3_000 }, (_, index) => unloaded(`u${index}`));
        page.setFriends(friends);
        for (const one of friends.slice(0, 2_600)) load(one, `Nick of ${one.userID}`);
        await page.environment.pass(50);
        assert.equal(contactsOf(page), undefined);
        for (const one of friends.slice(2_600, 2_700)) load(one, `Nick of ${one.userID}`);
        await page.environment.pass(50);
        assert.equal(contactsOf(page)?.length, 3_000);
      });

      it('are not reported after the logout, and those of the next user wait as well', async () => {
        const page = new Page().connect();
        const reports = namesOf(page);
        page.login();
        page.setFriends([unloaded('ana')]);
        await page.environment.pass(1_500);
        page.login('bob');
        await page.environment.pass(100);
        const carol = unloaded('carol');
        page.setFriends([carol]);
        await page.environment.pass(1_500);
        assert.deepEqual(reports, []);
        load(carol, 'Carol');
        await page.environment.pass(50);
        assert.deepEqual(reports, ['Carol']);
        page.disconnect();
      });
    });

    describe('later contacts', () => {
      it('never wait', async () => {
        const page = new Page().connect().login();
        page.setFriends([friend('ana', { profile: { nick: 'Ana' } })]);
        page.setFriends([friend('ana', { profile: { nick: 'Ana' } }), unloaded('bob')]);
        assert.equal(contactsOf(page)?.length, 2);
        await settled();
      });

      it('keep their names while the SDK loads the profiles again after a reconnect', async () => {
        const page = new Page().connect();
        const reports = namesOf(page);
        page.login();
        const again = unloaded('ana');
        page.setFriends([friend('ana', { profile: { nick: 'Ana' } })]);
        await page.environment.pass(100);
        page.setFriends([again]);
        await page.environment.pass(1_000);
        load(again);
        page.setFriends([again]);
        await page.environment.pass(100);
        assert.deepEqual(reports, ['Ana', 'ana']);
      });
    });
  });
}
