import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SourceSink } from '../../../../src/presence-source.js';
import { engineSource } from '../../../../src/sources/engine/engine-source.js';
import { conversationWith } from '../../../support/fake-chat.js';
import { EnginePage, ONLINE } from '../../../support/engine-page.js';

/** A sink that keeps the reservations it receives, and ignores everything else. */
function makeSink(reservations: (readonly string[])[]): SourceSink {
  const ignore = (): void => undefined;
  return {
    session: ignore,
    connection: ignore,
    display: ignore,
    failure: ignore,
    contacts: ignore,
    conversations: ignore,
    profilesChanged: ignore,
    push: ignore,
    version: () => 1,
    answer: ignore,
    invalidate: ignore,
    externalCall: () => ignore,
    reserve: (userIDs) => reservations.push(userIDs),
    following: ignore,
    relay: ignore,
    interest: () => ({ live: [], listed: [] }),
    entryOf: () => undefined,
  };
}

/** A logged-in page whose engine is a source of the sink. */
function setUp({ on = true } = {}) {
  const reservations: (readonly string[])[] = [];
  const page = new EnginePage();
  const source = engineSource(page.engine, page.environment);
  void source(makeSink(reservations));
  page.login('me', { on });
  reservations.length = 0;
  return { page, source, reservations };
}

describe('engineSource', () => {
  it('has the store of its engine as its origin', () => {
    const { page, source } = setUp();
    assert.equal(source.origin, page.engine.TUIStore);
  });

  describe('a reservation', () => {
    it('is made for the conversation partners whom the engine is about to subscribe', async () => {
      const { page, reservations } = setUp();
      page.writeStatuses(['bob'], ONLINE);
      page.engine.setConversations(['ana', 'bob', 'carol'].map((each) => conversationWith(each)));
      assert.deepEqual(reservations, [['ana', 'carol']]);
      await page.environment.pass(100);
      page.engine.setConversations([conversationWith('ana')]);
      assert.deepEqual(reservations.at(-1), [], 'the engine has subscribed ana by now');
    });

    it('is made for no user while statuses are off', () => {
      const { page, reservations } = setUp({ on: false });
      page.engine.setConversations([conversationWith('ana')]);
      assert.deepEqual(reservations, [[]]);
    });
  });
});
