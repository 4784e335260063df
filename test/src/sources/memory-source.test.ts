import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../src/presence-controller.js';
import { presence } from '../../../src/shared.js';
import { MemorySource } from '../../../src/sources/memory-source.js';
import type { MemorySourceOptions, ServiceStatus } from '../../../src/sources/memory-source.js';
import { FakePage } from '../../support/fake-page.js';

const A_WHILE = 10_000;

function start(options: MemorySourceOptions = {}) {
  const page = new FakePage();
  const controller = new PresenceController({ page });
  const source = new MemorySource({ displayOnlineStatus: true, ...options });
  const disconnect = source.connect(controller);
  const heard: string[] = [];
  const listen = (userID: string, { status, freshness }: { status: string; freshness: string }) => {
    heard.push(`${userID} ${status} ${freshness}`);
  };
  return { page, controller, source, disconnect, heard, listen };
}

describe('MemorySource', () => {
  it('logs in at once, with statuses off as in the official kit', () => {
    const controller = new PresenceController({ page: new FakePage() });
    new MemorySource({ userID: 'ana' }).connect(controller);
    assert.equal(controller.userID, 'ana');
    assert.equal(controller.state, 'ready');
    assert.equal(controller.displayOnlineStatus, false);
  });

  it("connects the page's shared controller by default", () => {
    const disconnect = new MemorySource({ userID: 'ana' }).connect();
    assert.equal(presence.userID, 'ana');
    disconnect();
    disconnect();
    assert.equal(presence.userID, undefined);
  });

  it('tells a subscribed user of changes', async () => {
    const { page, controller, source, heard, listen } = start();
    controller.observe('ana', listen);
    await page.pass(A_WHILE);
    source.setStatus('ana', 'online', 'here');
    page.draw();
    assert.equal(heard.at(-1), 'ana online live');
    assert.equal(controller.presenceOf('ana').customStatus, 'here');
  });

  it('answers only queries for users who are not subscribed', async () => {
    const { page, controller, source, heard, listen } = start();
    source.setStatus('ben', 'not-logged-in');
    controller.observe('ben', listen, { live: false });
    await page.pass(A_WHILE);
    assert.deepEqual(heard, ['ben not-logged-in snapshot']);
    source.setStatus('ben', 'online');
    page.draw();
    assert.equal(controller.presenceOf('ben').status, 'not-logged-in');
  });

  it('knows nothing of a user whose status was never set', async () => {
    const { page, controller, listen } = start();
    controller.observe('nobody', listen);
    await page.pass(A_WHILE);
    assert.deepEqual(
      { ...controller.presenceOf('nobody') },
      { status: 'unknown', freshness: 'live', customStatus: '' },
    );
  });

  it('drops the connection with its subscriptions, and catches up when it is back', async () => {
    const { page, controller, source, listen } = start();
    source.setStatus('ana', 'online');
    controller.observe('ana', listen);
    await page.pass(A_WHILE);
    source.drop();
    source.setStatus('ana', 'offline');
    await page.pass(A_WHILE);
    assert.equal(controller.state, 'disconnected');
    assert.equal(controller.presenceOf('ana').status, 'online');
    assert.equal(controller.presenceOf('ana').freshness, 'stale');
    source.restore();
    await page.pass(A_WHILE);
    assert.equal(controller.state, 'ready');
    assert.equal(controller.presenceOf('ana').status, 'offline');
    assert.equal(controller.presenceOf('ana').freshness, 'live');
  });

  it('refuses with an error until that is mended', async () => {
    const { page, controller, source, listen } = start();
    source.setStatus('ana', 'online');
    controller.observe('ana', listen);
    source.fail('feature-disabled');
    await page.pass(A_WHILE);
    assert.equal(controller.state, 'unavailable');
    assert.equal(controller.error?.reason, 'feature-disabled');
    assert.ok(controller.error.message && controller.error.helpUrl);
    controller.retry();
    await page.pass(A_WHILE);
    assert.equal(controller.error?.reason, 'feature-disabled');
    source.fail(undefined);
    await page.pass(A_WHILE);
    assert.equal(controller.error, undefined);
    assert.equal(controller.presenceOf('ana').status, 'online');
  });

  it('switches statuses off and on from either side', async () => {
    const { page, controller, source, listen } = start();
    source.setStatus('ana', 'online');
    controller.observe('ana', listen);
    await page.pass(A_WHILE);
    controller.switchUserStatus({ displayOnlineStatus: false });
    assert.equal(controller.displayOnlineStatus, false);
    assert.equal(controller.presenceOf('ana').status, 'unknown');
    source.setStatus('ana', 'offline');
    source.switchUserStatus({ displayOnlineStatus: true });
    await page.pass(A_WHILE);
    assert.equal(controller.presenceOf('ana').status, 'offline');
  });

  it('hands on contacts and conversations, from the start and later', () => {
    const { controller, source } = start({ contacts: [{ userID: 'ana' }] });
    assert.deepEqual(controller.directory.contacts, [{ userID: 'ana' }]);
    assert.equal(controller.directory.conversations, undefined);
    source.setContacts([]);
    source.setConversations([]);
    assert.deepEqual(controller.directory.contacts, []);
    assert.deepEqual(controller.directory.conversations, []);
  });

  it('serves several controllers', async () => {
    const { page, controller, source, listen } = start();
    const other = new PresenceController({ page });
    source.connect(other);
    controller.observe('ana', listen);
    other.observe('ana', listen);
    await page.pass(A_WHILE);
    source.setStatus('ana', 'online');
    assert.equal(controller.presenceOf('ana').status, 'online');
    assert.equal(other.presenceOf('ana').status, 'online');
  });

  it('is silent after it is disconnected', async () => {
    const { page, controller, source, disconnect, heard, listen } = start();
    controller.observe('ana', listen);
    await page.pass(A_WHILE);
    disconnect();
    page.draw();
    const before = heard.length;
    source.setStatus('ana', 'online');
    source.restore();
    await page.pass(A_WHILE);
    assert.equal(heard.length, before);
    assert.equal(controller.state, 'idle');
  });

  for (const status of ['away', 'green', '', undefined]) {
    it(`refuses ${JSON.stringify(status)} as a status`, () => {
      const source = new MemorySource();
      assert.throws(() => source.setStatus('ana', status as ServiceStatus), TypeError);
    });
  }
});
