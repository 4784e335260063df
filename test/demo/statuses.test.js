import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { startChatServer } from '../../demo/server/chat-server.js';
import { makeWorld } from '../../demo/server/world.js';
import { RawClient, statusesIn, users } from './support/raw-client.js';

describe('statuses of the chat server', () => {
  let server;
  let world;
  let client;

  beforeEach(async () => {
    world = makeWorld({ friends: 700 });
    server = await startChatServer({ world });
    client = await RawClient.logIn(server.url);
  });

  afterEach(() => server.close());

  it('pushes the changes of subscribed users alone', async () => {
    world.setStatus('user1', { status: 3, customStatus: '' });
    await client.subscribe('user1');
    world.setStatus('user2', { status: 0 });
    world.setStatus('user1', { status: 1, customStatus: '会议中 🎧' });
    assert.deepEqual(statusesIn(await client.nextPush()), [['user1', 1, '会议中 🎧']]);
    assert.equal(client.pushes.length, 0);
  });

  it('pushes nothing when a status stays what it was', async () => {
    await client.subscribe('user1');
    world.setStatus('user1', world.statusOf('user1'));
    await client.settle();
    assert.deepEqual(client.pushes, []);
  });

  it('keeps a silent change to itself until it is asked', async () => {
    world.setStatus('user1', { status: 1, customStatus: '' });
    await client.subscribe('user1');
    world.setStatus('user1', { status: 3 }, { silent: true });
    const { UserStatusList } = await client.query('user1');
    assert.deepEqual(client.pushes, []);
    assert.deepEqual(UserStatusList, [{ To_Account: 'user1', Status: 3, CustomStatus: '' }]);
  });

  it('pushes a change of the own custom status without a subscription', async () => {
    await client.call('im_open_status.ws_set_custom_status', { CustomStatus: 'Déjeuner' });
    assert.deepEqual(statusesIn(await client.nextPush()), [['alice', 1, 'Déjeuner']]);
  });

  it('shows a user online from login to logout to those who subscribed', async () => {
    await client.subscribe('bob');
    const bob = await RawClient.logIn(server.url, 'bob');
    assert.deepEqual(statusesIn(await client.nextPush()), [['bob', 1, '']]);
    await bob.call('im_open_status.wslogout', { wslogout_type: 0 });
    assert.deepEqual(statusesIn(await client.nextPush()), [['bob', 3, '']]);
  });

  it('drops the oldest subscription past 200 and says nothing', async () => {
    await client.subscribe(...users(100));
    await client.subscribe(...users(100, 100));
    const { ErrorCode, ErrorList } = await client.subscribe('user200', 'user201');
    assert.deepEqual([ErrorCode, ErrorList], [0, []]);
    assert.deepEqual(server.subscriptionsOf('alice'), users(200, 2));
    assert.deepEqual(server.ledger.of('alice').evicted, ['user0', 'user1']);
    assert.equal(server.ledger.of('alice').maxHeld, 200);
    world.setStatus('user0', { status: 0 });
    await client.settle();
    assert.deepEqual(client.pushes, []);
  });

  it('keeps the place of a user who is subscribed again', async () => {
    await client.subscribe('user1', 'user2');
    await client.subscribe('user1');
    assert.deepEqual(server.subscriptionsOf('alice'), ['user1', 'user2']);
  });

  it('takes no subscription to oneself and counts the attempt', async () => {
    await client.subscribe('alice', 'user1');
    assert.deepEqual(server.subscriptionsOf('alice'), ['user1']);
    assert.equal(server.ledger.of('alice').selfInLists, 1);
  });

  it('lets go of the users of an unsubscription, or of all', async () => {
    await client.subscribe('user1', 'user2', 'user3');
    await client.unsubscribe('user2', 'stranger');
    assert.deepEqual(server.subscriptionsOf('alice'), ['user1', 'user3']);
    await client.call('im_open_status.ws_status_unsubscribe', { UnsubscribeAll: 1 });
    assert.deepEqual(server.subscriptionsOf('alice'), []);
    assert.equal(server.ledger.of('alice').unsubscribeAll, 1);
  });

  it('names the users it does not know', async () => {
    const missing = { To_Account: 'stranger', ErrorCode: 70107, ErrorInfo: 'account not exist' };
    assert.deepEqual((await client.subscribe('user1', 'stranger')).ErrorList, [missing]);
    const { UserStatusList, ErrorList } = await client.query('stranger', 'user1');
    assert.deepEqual(ErrorList, [missing]);
    assert.deepEqual(
      UserStatusList.map(({ To_Account }) => To_Account),
      ['user1'],
    );
  });

  for (const [call, most] of [
    ['subscribe', 100],
    ['unsubscribe', 100],
    ['query', 500],
  ]) {
    it(`takes ${most} users and refuses ${most + 1} in one call to ${call}`, async () => {
      assert.equal((await client[call](...users(most))).ErrorCode, 0);
      assert.equal((await client[call](...users(most + 1))).ErrorCode, 70402);
    });

    it(`refuses a call to ${call} with an empty list and counts it`, async () => {
      assert.equal((await client[call]()).ErrorCode, 70402);
      const { emptyLists, calls } = server.ledger.of('alice');
      assert.equal(emptyLists, 1);
      assert.equal(
        Object.values(calls).reduce((sum, { refused }) => sum + refused, 0),
        1,
      );
    });
  }

  it('loses subscriptions on demand without a word', async () => {
    await client.subscribe('user1', 'user2');
    server.evict('alice', ['user1']);
    await client.settle();
    assert.deepEqual(server.subscriptionsOf('alice'), ['user2']);
    assert.deepEqual(client.pushes, []);
  });

  it('holds subscriptions for each page of a user apart', async () => {
    server.webInstances = 2;
    const second = await RawClient.logIn(server.url);
    await client.subscribe('user1');
    await second.subscribe('user2');
    world.setStatus('user1', { status: 0 });
    assert.deepEqual(statusesIn(await client.nextPush())[0]?.[0], 'user1');
    await second.settle();
    assert.deepEqual(second.pushes, []);
  });
});
