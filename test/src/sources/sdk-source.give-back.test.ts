import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../src/presence-controller.js';
import { ChatPage } from '../../support/chat-page.js';
import { conversationWith } from '../../support/fake-chat.js';
import { users } from '../../support/sdk-page.js';
import type { SdkPage } from '../../support/sdk-page.js';
import { PAGES } from '../../support/sdk-pages.js';

const others = ['carol', 'dave', 'host'];

/** A page that has subscribed these users by itself; an engine subscribes two of them as partners. */
async function openPage(page: SdkPage): Promise<SdkPage> {
  page.setConversations([conversationWith('carol'), conversationWith('dave')]);
  page.call('subscribeUserStatus', ['host']);
  if (page instanceof ChatPage) page.call('subscribeUserStatus', ['carol', 'dave']);
  await page.environment.pass(1_000);
  return page;
}

for (const [sdk, Page] of PAGES) {
  describe(`connect(${sdk})`, () => {
    describe('our subscriptions', () => {
      it('are given back at the disconnect, and those of others are not', async () => {
        const page = await openPage(await Page.ready());
        page.observe(users(150));
        await page.environment.pass(2_000);
        assert.equal(page.chat.subscribed.size, 153);
        page.disconnect();
        await page.environment.pass(100);
        assert.deepEqual([...page.chat.subscribed].sort(), others);
      });

      it('are given back some seconds after the last observer has stopped', async () => {
        const page = await openPage(await Page.ready());
        const stop = page.observe(users(20));
        await page.environment.pass(2_000);
        stop();
        await page.environment.pass(6_000);
        assert.deepEqual([...page.chat.subscribed].sort(), others);
      });

      it('that a lost connection kept are known to the next one, which ends them', async () => {
        const page = await openPage(await Page.ready());
        const stop = page.observe(users(20));
        await page.environment.pass(2_000);
        const kept = [...page.chat.subscribed];
        page.chat.drop();
        page.disconnect();
        stop();
        page.chat.restore();
        for (const userID of kept) page.chat.subscribed.add(userID);
        page.connect();
        await page.environment.pass(20_000);
        assert.deepEqual([...page.chat.subscribed].sort(), others);
        assert.equal(page.controller.stats.held, page.chat.subscribed.size - others.length);
      });

      it('are right after fifty quick connections, without a refused or an evicted one', async () => {
        const page = await openPage(await Page.ready());
        page.disconnect();
        for (let round = 0; round < 50; round++) {
          page.connect();
          const stop = page.observe(users(30, round));
          await page.environment.pass(100);
          page.disconnect();
          stop();
        }
        page.connect();
        page.observe(users(30, 500));
        await page.environment.pass(60_000);
        assert.deepEqual([...page.chat.subscribed].sort(), [...others, ...users(30, 500)].sort());
        assert.equal(page.controller.stats.live, 30);
        assert.equal(page.chat.rateLimited, 0);
        assert.equal(page.chat.evicted, 0);
        assert.deepEqual(page.errors, []);
      });
    });

    describe('two controllers', () => {
      it('put the methods of the SDK back in whatever order they disconnect', async () => {
        const page = new Page();
        const original = page.chat.getUserStatus;
        const names = Object.getOwnPropertyNames(page.chat);
        page.login();
        const other = new PresenceController({ environment: page.environment });
        for (let round = 0; round < 3_000; round++) {
          const disconnects = [page.controller, other].map((controller) =>
            page.connectTo(controller),
          );
          for (const disconnect of round % 2 ? disconnects : disconnects.reverse()) disconnect();
        }
        assert.equal(page.chat.getUserStatus, original);
        assert.deepEqual(Object.getOwnPropertyNames(page.chat), names);
      });

      it('share the rate that the SDK takes', async () => {
        const page = await Page.ready();
        const other = new PresenceController({ environment: page.environment });
        page.connectTo(other);
        for (let user = 0; user < 400; user += 5) {
          page.observe(users(5, user), false);
          other.observe(users(5, user + 1_000), () => undefined, { live: false });
          await page.environment.pass(60);
        }
        assert.equal(page.chat.rateLimited, 0);
      });
    });
  });
}
