import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { startChatServer } from '../../demo/server/chat-server.js';
import { makeWorld } from '../../demo/server/world.js';
import { RawClient, statusesIn } from './support/raw-client.js';

const query = 'ws_get_user_status';

describe('faults of the chat server', () => {
  let server;
  let client;

  beforeEach(async () => {
    server = await startChatServer({ world: makeWorld({ friends: 20 }) });
    client = await RawClient.logIn(server.url);
  });

  afterEach(() => server.close());

  it('fails a command so many times with a code and does not obey it', async () => {
    server.faults.add({
      kind: 'fail',
      command: 'ws_status_subscribe',
      code: 60018,
      message: 'too frequent',
      times: 2,
    });
    const replies = [await client.subscribe('user1'), await client.subscribe('user2')];
    assert.deepEqual(replies[1], { ErrorCode: 60018, ErrorInfo: 'too frequent' });
    assert.deepEqual(server.subscriptionsOf('alice'), []);
    assert.equal((await client.subscribe('user3')).ErrorCode, 0);
    const calls = server.ledger.of('alice').calls['im_open_status.ws_status_subscribe'];
    assert.deepEqual([calls.count, calls.refused], [3, 2]);
  });

  it('fails a command until it is cleared and leaves the others alone', async () => {
    server.faults.add({ kind: 'fail', command: `im_open_status.${query}`, code: 72001 });
    for (let round = 0; round < 3; round += 1) {
      assert.equal((await client.query('user1')).ErrorCode, 72001);
    }
    assert.equal((await client.subscribe('user1')).ErrorCode, 0);
    server.faults.clear(`im_open_status.${query}`);
    assert.equal((await client.query('user1')).ErrorCode, 0);
  });

  it('fails every command but for those that it leaves alone', async () => {
    server.faults.add({ kind: 'fail', command: '*', except: ['ws_status_subscribe'] });
    assert.equal((await client.query('user1')).ErrorCode, 60018);
    assert.equal((await client.subscribe('user1')).ErrorCode, 0);
    server.faults.clear();
    assert.equal((await client.query('user1')).ErrorCode, 0);
  });

  it('never answers a swallowed call, yet obeys it', async () => {
    server.faults.add({ kind: 'swallow', command: 'ws_status_subscribe', times: 1 });
    let answered = false;
    client.subscribe('user1').then(() => (answered = true));
    await client.settle();
    assert.equal(answered, false);
    assert.deepEqual(server.subscriptionsOf('alice'), ['user1']);
  });

  it('holds replies with what was true when they were asked', async () => {
    server.world.setStatus('user1', { status: 3, customStatus: '' });
    await client.subscribe('user1');
    server.faults.add({ kind: 'hold', command: query, times: 1 });
    const reply = client.query('user1');
    await client.settle();
    server.world.setStatus('user1', { status: 1 });
    assert.deepEqual(statusesIn(await client.nextPush()), [['user1', 1, '']]);
    server.faults.release();
    assert.equal((await reply).UserStatusList[0].Status, 3);
    assert.equal(server.faults.held, 0);
  });

  it('delays the replies of one command alone', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    server.faults.add({ kind: 'delay', command: query, ms: 300 });
    const order = [];
    const late = client.query('user1').then(() => order.push('query'));
    await client.subscribe('user1');
    order.push('subscribe');
    t.mock.timers.tick(300);
    await late;
    assert.deepEqual(order, ['subscribe', 'query']);
  });

  it('answers a number of calls last to first', async () => {
    server.faults.add({ kind: 'reorder', command: query, count: 3 });
    const order = [];
    await Promise.all(
      ['user1', 'user2', 'user3'].map((id) => client.query(id).then(() => order.push(id))),
    );
    assert.deepEqual(order, ['user3', 'user2', 'user1']);
    assert.deepEqual(server.faults.rules, []);
  });

  it('sends what it held when all faults are cleared', async () => {
    server.faults.add({ kind: 'hold', command: '*' });
    const reply = client.query('user1');
    const alive = client.settle();
    server.faults.clear();
    await Promise.all([alive, reply]);
    assert.deepEqual(server.faults.rules, []);
  });

  it('refuses a fault it does not know', () => {
    assert.throws(() => server.faults.add({ kind: 'explode', command: '*' }), /kind, one of/);
    assert.throws(() => server.faults.add({ kind: 'hold' }), /needs a command/);
  });

  it('keeps the plan from a client at login and tells it later', async () => {
    server.ability = { bits: '10000000', atLogin: false, onFetch: false };
    const late = await RawClient.open(server.url);
    const reply = await late.logIn({ identifier: 'bob', usersig: 'any' });
    assert.equal('PurchaseBits' in reply, false);
    const fetch = () => late.call('im_sdk_config_mgr.fetch_imsdk_purchase_bitsv2', {});
    assert.equal((await fetch()).str_purchase_bits, '0');
    server.pushAbility();
    const push = await late.nextPush();
    assert.equal(push.head.servcmd, 'im_sdk_config_mgr.push_imsdk_purchase_bitsv2');
    assert.equal(push.body.str_purchase_bits, '10000000');
    assert.equal((await fetch()).str_purchase_bits, '10000000');
  });
});

describe('the ledger', () => {
  it('finds the most calls in any five seconds', async () => {
    let now = 0;
    const server = await startChatServer({
      world: makeWorld({ friends: 5, now: 0 }),
      now: () => now,
    });
    const client = await RawClient.logIn(server.url);
    for (now of [1000, 4000, 5999, 6000, 20000]) await client.query('user1', 'user2');
    const calls = server.ledger.of('alice').calls[`im_open_status.${query}`];
    assert.equal(calls.mostInFiveSeconds, 3);
    assert.deepEqual(calls.times, [1000, 4000, 5999, 6000, 20000]);
    assert.deepEqual(calls.idCounts, [2, 2, 2, 2, 2]);
    await server.close();
  });

  it('keeps the latest frames and no more than five hundred', async () => {
    const server = await startChatServer({ world: makeWorld({ friends: 5 }) });
    const client = await RawClient.logIn(server.url);
    for (let round = 0; round < 300; round += 1) await client.settle();
    const { frames } = server.ledger;
    assert.equal(frames.length, 500);
    const { direction, servcmd, seq } = frames.at(-1);
    assert.deepEqual([direction, servcmd, seq], ['out', 'heartbeat.alive', 301]);
    await server.close();
  });
});
