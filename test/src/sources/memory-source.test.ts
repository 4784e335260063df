import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../src/presence-controller.js';
import { presence } from '../../../src/shared.js';
import { MemorySource } from '../../../src/sources/memory-source.js';
import type { MemorySourceOptions, ServiceStatus } from '../../../src/sources/memory-source.js';
import { FakeEnvironment } from '../../support/fake-environment.js';

const TEN_SECONDS = 10_000;

function start(options: MemorySourceOptions = {}) {
  const environment = new FakeEnvironment();
  const controller = new PresenceController({ environment });
  const source = new MemorySource({ displayOnlineStatus: true, ...options });
  const disconnect = source.connect(controller);
  const notifications: string[] = [];
  const listener = (
    userID: string,
    { status, freshness }: { status: string; freshness: string },
  ) => {
    notifications.push(`${userID} ${status} ${freshness}`);
  };
  return { environment, controller, source, disconnect, notifications, listener };
}

describe('MemorySource', () => {
  it('logs in at once, with statuses off as in the official kit', () => {
    const controller = new PresenceController({ environment: new FakeEnvironment() });
    new MemorySource({ userID: 'ana' }).connect(controller);
    assert.equal(controller.userID, 'ana');
    assert.equal(controller.state, 'ready');
    assert.equal(controller.displayOnlineStatus, false);
  });

  it("pushes the user's own status, which allows no subscription", () => {
    const { controller, source } = start({ userID: 'ana' });
    source.setStatus('ana', 'online', 'in a meeting');
    assert.equal(controller.presenceOf('ana').customStatus, 'in a meeting');
    source.drop();
    source.setStatus('ana', 'online', 'back');
    assert.equal(controller.presenceOf('ana').customStatus, 'in a meeting');
    source.restore();
    assert.equal(controller.presenceOf('ana').customStatus, 'back');
    assert.equal(controller.presenceOf('ana').freshness, 'live');
    const other = new PresenceController({ environment: new FakeEnvironment() });
    source.connect(other);
    assert.equal(other.presenceOf('ana').customStatus, 'back');
  });

  it("connects the page's shared controller by default", () => {
    const disconnect = new MemorySource({ userID: 'ana' }).connect();
    assert.equal(presence.userID, 'ana');
    disconnect();
    disconnect();
    assert.equal(presence.userID, undefined);
  });

  it('pushes the changes of a subscribed user', async () => {
    const { environment, controller, source, notifications, listener } = start();
    controller.observe('ana', listener);
    await environment.pass(TEN_SECONDS);
    source.setStatus('ana', 'online', 'here');
    environment.draw();
    assert.equal(notifications.at(-1), 'ana online live');
    assert.equal(controller.presenceOf('ana').customStatus, 'here');
  });

  it('pushes no changes of a user who is only queried', async () => {
    const { environment, controller, source, notifications, listener } = start();
    source.setStatus('ben', 'not-logged-in');
    controller.observe('ben', listener, { live: false });
    await environment.pass(TEN_SECONDS);
    assert.deepEqual(notifications, ['ben not-logged-in snapshot']);
    source.setStatus('ben', 'online');
    environment.draw();
    assert.equal(controller.presenceOf('ben').status, 'not-logged-in');
  });

  it('has the status unknown for a user whose status was never set', async () => {
    const { environment, controller, listener } = start();
    controller.observe('stranger', listener);
    await environment.pass(TEN_SECONDS);
    assert.deepEqual(
      { ...controller.presenceOf('stranger') },
      { status: 'unknown', freshness: 'live', customStatus: '' },
    );
  });

  it('loses the subscriptions with the connection, and brings both back', async () => {
    const { environment, controller, source, listener } = start();
    source.setStatus('ana', 'online');
    controller.observe('ana', listener);
    await environment.pass(TEN_SECONDS);
    source.drop();
    source.setStatus('ana', 'offline');
    await environment.pass(TEN_SECONDS);
    assert.equal(controller.state, 'disconnected');
    assert.equal(controller.presenceOf('ana').status, 'online');
    assert.equal(controller.presenceOf('ana').freshness, 'stale');
    source.restore();
    await environment.pass(TEN_SECONDS);
    assert.equal(controller.state, 'ready');
    assert.equal(controller.presenceOf('ana').status, 'offline');
    assert.equal(controller.presenceOf('ana').freshness, 'live');
  });

  it('fails with an error until the error is removed', async () => {
    const { environment, controller, source, listener } = start();
    source.setStatus('ana', 'online');
    controller.observe('ana', listener);
    source.fail('feature-disabled');
    await environment.pass(TEN_SECONDS);
    assert.equal(controller.state, 'unavailable');
    assert.equal(controller.error?.reason, 'feature-disabled');
    assert.ok(controller.error.message && controller.error.helpUrl);
    controller.retry();
    await environment.pass(TEN_SECONDS);
    assert.equal(controller.error?.reason, 'feature-disabled');
    source.fail(undefined);
    await environment.pass(TEN_SECONDS);
    assert.equal(controller.error, undefined);
    assert.equal(controller.presenceOf('ana').status, 'online');
  });

  it('switches statuses off and on, by the controller or by its own method', async () => {
    const { environment, controller, source, listener } = start();
    source.setStatus('ana', 'online');
    controller.observe('ana', listener);
    await environment.pass(TEN_SECONDS);
    controller.switchUserStatus({ displayOnlineStatus: false });
    assert.equal(controller.displayOnlineStatus, false);
    assert.equal(controller.presenceOf('ana').status, 'unknown');
    source.setStatus('ana', 'offline');
    source.switchUserStatus({ displayOnlineStatus: true });
    await environment.pass(TEN_SECONDS);
    assert.equal(controller.presenceOf('ana').status, 'offline');
  });

  it('reports contacts and conversations, at the start and later', () => {
    const { controller, source } = start({ contacts: [{ userID: 'ana' }] });
    assert.deepEqual(controller.directory.contacts, [{ userID: 'ana' }]);
    assert.equal(controller.directory.conversations, undefined);
    source.setContacts([]);
    source.setConversations([]);
    assert.deepEqual(controller.directory.contacts, []);
    assert.deepEqual(controller.directory.conversations, []);
  });

  it('serves several controllers', async () => {
    const { environment, controller, source, listener } = start();
    const other = new PresenceController({ environment });
    source.connect(other);
    controller.observe('ana', listener);
    other.observe('ana', listener);
    await environment.pass(TEN_SECONDS);
    source.setStatus('ana', 'online');
    assert.equal(controller.presenceOf('ana').status, 'online');
    assert.equal(other.presenceOf('ana').status, 'online');
  });

  it('makes no notification after it is disconnected', async () => {
    const { environment, controller, source, disconnect, notifications, listener } = start();
    controller.observe('ana', listener);
    await environment.pass(TEN_SECONDS);
    disconnect();
    environment.draw();
    const before = notifications.length;
    source.setStatus('ana', 'online');
    source.restore();
    await environment.pass(TEN_SECONDS);
    assert.equal(notifications.length, before);
    assert.equal(controller.state, 'idle');
  });

  for (const status of ['away', 'green', '', undefined]) {
    it(`refuses ${JSON.stringify(status)} as a status`, () => {
      const source = new MemorySource();
      assert.throws(() => source.setStatus('ana', status as ServiceStatus), TypeError);
    });
  }

  it('has profiles of contacts and of others, and tells of a change', async () => {
    const { environment, controller, source } = start({
      contacts: [{ userID: 'ana', name: 'Ana', remark: 'Boss' }, { userID: 'ben' }],
      persons: [
        { userID: 'ben', name: 'Ben' },
        { userID: 'stranger', name: 'Zoë' },
      ],
    });
    const notified: string[] = [];
    controller.directory.observePerson(['ana', 'ben', 'stranger', 'nobody'], ({ userID, name }) =>
      notified.push(`${userID} ${name}`),
    );
    await environment.pass(100);
    assert.deepEqual(notified, ['ben Ben', 'stranger Zoë']);
    assert.equal(controller.directory.personOf('ana')?.remark, 'Boss');
    assert.equal(controller.directory.personOf('nobody'), undefined);
    source.setPerson({ userID: 'stranger', name: 'Zoe' });
    assert.equal(notified.at(-1), 'stranger Zoe');
  });

  it('has the members of groups, 100 a page, and counts who is online', async () => {
    const members = Array.from({ length: 250 }, (_, index) => ({ userID: `u${index}` }));
    const { environment, controller, source } = start({ groups: { g1: members } });
    source.setStatus('u7', 'online');
    source.setStatus('u8', 'offline');
    const sizes: number[] = [];
    controller.directory.observeGroup('g1', (group) => sizes.push(group.members.length));
    await environment.pass(1_000);
    assert.deepEqual([...new Set(sizes)], [100, 200, 250]);
    assert.equal(controller.directory.groupOf('g1')?.onlineCount, 1);
    source.setGroup('g2', [{ userID: 'ana', name: 'Ana' }]);
    controller.directory.observeGroup('g2', () => undefined);
    controller.directory.observeGroup('g3', () => undefined);
    await environment.pass(1_000);
    assert.deepEqual(controller.directory.groupOf('g2')?.members, [{ userID: 'ana', name: 'Ana' }]);
    assert.deepEqual(controller.directory.groupOf('g3')?.members, []);
  });

  it('takes the own status, and tells every controller of it', async () => {
    const { controller, source } = start({ userID: 'ana', displayOnlineStatus: false });
    const other = new PresenceController({ environment: new FakeEnvironment() });
    source.connect(other);
    await controller.setOwnStatus('at lunch');
    for (const each of [controller, other]) {
      assert.equal(each.presenceOf('ana').customStatus, 'at lunch');
      assert.equal(each.presenceOf('ana').status, 'online');
    }
    await other.setOwnStatus('');
    assert.equal(controller.presenceOf('ana').customStatus, '');
  });

  it('refuses the own status while it fails, but not for the plan or the switch', async () => {
    const { controller, source } = start();
    source.fail('rate-limited');
    await assert.rejects(controller.setOwnStatus('at lunch'), { reason: 'rate-limited' });
    source.fail('plan-unsupported');
    await controller.setOwnStatus('at lunch');
    source.drop();
    await assert.rejects(controller.setOwnStatus('in a train'), { reason: 'timeout' });
    assert.equal(controller.presenceOf('me').customStatus, 'at lunch');
    source.fail(undefined);
    await assert.rejects(controller.setOwnStatus('in a train'), { reason: 'timeout' });
  });
});
