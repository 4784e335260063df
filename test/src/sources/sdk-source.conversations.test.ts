import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setStrings, stringsFor } from '../../../src/i18n/index.js';
import { conversationWith, sdkError } from '../../support/fake-chat.js';
import { settled } from '../../support/fake-environment.js';
import type { SdkPage } from '../../support/sdk-page.js';
import { PAGES } from '../../support/sdk-pages.js';

const conversationsOf = ({ controller }: SdkPage) => controller.directory.conversations;

for (const [sdk, Page] of PAGES) {
  describe(`connect(${sdk})`, () => {
    describe('conversations', () => {
      it('reports the conversations as they are published', async () => {
        const page = new Page().connect().login();
        page.setConversations([conversationWith('ana', { unreadCount: 2 })]);
        await settled();
        assert.deepEqual(
          conversationsOf(page)?.map(({ name, unreadCount }) => [name, unreadCount]),
          [['Nick of ana', 2]],
        );
        page.setConversations([]);
        await settled();
        assert.deepEqual(conversationsOf(page), []);
        await settled();
      });

      it('translates them again after a change of the language, or of the strings of the page', async () => {
        const page = new Page().connect().login();
        const lastMessage = { type: 'TIMImageElem', messageForShow: '[图片]' };
        page.setConversations([conversationWith('ana', { lastMessage })]);
        await settled();
        const text = () => conversationsOf(page)?.[0]?.lastMessage;
        assert.equal(text(), 'Photo');
        try {
          Object.assign(globalThis, { document: { documentElement: { lang: 'ko' } } });
          page.environment.speak();
          assert.equal(text(), stringsFor('ko').strings['message-image']);
          setStrings('ko', { 'message-image': '그림' });
          assert.equal(text(), '그림');
          page.disconnect();
          setStrings('ko', { 'message-image': '사진' });
          assert.notEqual(text(), '사진');
        } finally {
          delete (globalThis as { document?: unknown }).document;
        }
        await settled();
      });

      it('marks the conversations whose partner is blocked, whichever is published first', async () => {
        const page = new Page().connect().login();
        const blocked = () => conversationsOf(page)?.map((each) => each.blocked === true);
        page.setConversations([conversationWith('ana'), conversationWith('bob')]);
        await settled();
        assert.deepEqual(blocked(), [false, false]);
        page.block(['bob']);
        await settled();
        assert.deepEqual(blocked(), [false, true]);
        page.setConversations([conversationWith('bob'), conversationWith('ana')]);
        await settled();
        assert.deepEqual(blocked(), [true, false]);
        page.block([]);
        await settled();
        assert.deepEqual(blocked(), [false, false]);
        await settled();
      });

      for (const isLoggedOut of [true, false]) {
        const before = isLoggedOut ? 'after the logout of' : 'without a logout of';
        it(`reports nothing to the next user ${before} the user before`, async () => {
          const page = new Page().connect().login();
          page.chat.isSyncCompleted = false;
          page.setConversations([conversationWith('ana')]);
          await settled();
          if (isLoggedOut) {
            await page.chat.logout();
            assert.equal(conversationsOf(page), undefined);
            page.block([]);
            await settled();
            assert.equal(conversationsOf(page), undefined);
          }
          page.chat.conversations = [];
          page.login('bob');
          await page.environment.pass(1_000);
          assert.equal(conversationsOf(page), undefined);
        });
      }

      it('reports the conversations in the store when the SDK logs the same user in again', async () => {
        const page = new Page().connect().login();
        page.setConversations([conversationWith('ana')]);
        await settled();
        await page.chat.logout();
        page.chat.login('me');
        assert.equal(conversationsOf(page)?.length, 1);
        await settled();
      });

      it('reports nothing until the SDK has them all, and then none', async () => {
        const page = new Page().connect();
        page.chat.isSyncCompleted = false;
        page.login();
        await page.environment.pass(5_000);
        assert.equal(conversationsOf(page), undefined);
        page.chat.isSyncCompleted = true;
        page.setConversations([]);
        await settled();
        assert.deepEqual(conversationsOf(page), []);
      });

      it('reports none at once where the SDK had them all before the connect', async () => {
        const page = new Page().login().connect();
        await settled();
        assert.deepEqual(conversationsOf(page), []);
      });

      for (const isReconnected of [false, true]) {
        const when = isReconnected ? 'after a reconnect' : 'at the login';
        it(`requests those that were refused ${when} after growing waits, until they are there`, async () => {
          const page = new Page().connect().login();
          await page.environment.pass(5_000);
          if (isReconnected) page.chat.emit('netStateChange', { state: 'disconnected' });
          else page.login('bob');
          page.chat.isSyncCompleted = false;
          let requests = 0;
          const { getConversationList } = page.chat;
          page.chat.getConversationList = async () => {
            requests += 1;
            if (!page.chat.isSyncCompleted) throw sdkError(60018);
            return getConversationList.call(page.chat);
          };
          if (isReconnected) page.chat.emit('netStateChange', { state: 'connected' });
          await page.environment.pass(100);
          requests = 0;
          await page.environment.pass(60_000);
          assert.ok(requests >= 3 && requests <= 6, `${requests} requests`);
          page.chat.isSyncCompleted = true;
          await page.environment.pass(100_000);
          assert.deepEqual(conversationsOf(page), []);
          requests = 0;
          await page.environment.pass(100_000);
          assert.equal(requests, 0);
          assert.deepEqual(page.environment.errors, []);
        });
      }

      it('reports nothing where the request fails', async () => {
        const page = new Page().connect();
        page.chat.getConversationList = () => Promise.reject(sdkError(2801));
        page.login();
        await page.environment.pass(1_000);
        assert.equal(conversationsOf(page), undefined);
        assert.deepEqual(page.environment.errors, []);
      });

      it('reports nothing after a logout, at whichever moment of the response it comes', async () => {
        for (let turns = 0; turns < 8; turns++) {
          const page = new Page().connect().login();
          for (let turn = 0; turn < turns; turn++) await Promise.resolve();
          void page.chat.logout();
          await settled();
          assert.equal(conversationsOf(page), undefined, `after ${turns} turns`);
        }
      });
    });
  });
}
