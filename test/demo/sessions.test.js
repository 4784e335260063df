import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { startChatServer } from '../../demo/server/chat-server.js';
import { makeWorld } from '../../demo/server/world.js';
import { RawClient } from './support/raw-client.js';

const kickTypeIn = ({ body }) => body.EventArray[0].C2cNotifyMsgArray[0].KickoutMsgNotify.KickType;

describe('sessions of the chat server', () => {
  let server;

  beforeEach(async () => {
    server = await startChatServer({ world: makeWorld({ friends: 20 }), now: () => 1700000000900 });
  });

  afterEach(() => server.close());

  it('logs any user in and says what the plan allows', async () => {
    const client = await RawClient.open(server.url);
    const reply = await client.logIn({ identifier: 'new user', usersig: 'any' });
    assert.equal(reply.ErrorCode, 0);
    assert.equal(reply.TimeStamp, 1700000000);
    assert.equal(reply.PurchaseBits, '10000000');
    assert.match(reply.TinyId, /^\d+$/);
    assert.equal(server.world.statusOf('new user').status, 1);
  });

  it('refuses an expired and a bad UserSig', async () => {
    const client = await RawClient.open(server.url);
    const codes = [];
    for (const usersig of ['expired', 'bad']) {
      codes.push((await client.logIn({ identifier: 'alice', usersig })).ErrorCode);
    }
    assert.deepEqual(codes, [70001, 70003]);
    assert.deepEqual(server.sessions.connections('alice'), []);
  });

  it('answers nothing about any user before login', async () => {
    const client = await RawClient.open(server.url);
    assert.equal((await client.query('user1')).ErrorCode, 70014);
    assert.equal((await client.call('heartbeat.alive', {})).ErrorCode, 0);
  });

  it('makes no user of a report that names no user', async () => {
    const client = await RawClient.open(server.url);
    const reply = await client.call('imopenstat.tim_web_report_v2', {}, { identifier: '', a2: '' });
    assert.equal(reply.ErrorCode, 0);
    assert.equal(server.world.users.has(''), false);
    assert.deepEqual(server.ledger.users, {});
  });

  it('speaks text frames on /info and binary frames on /binfo', async () => {
    const kinds = [];
    for (const path of ['/info', '/binfo']) {
      const { default: WebSocket } = await import('ws');
      const socket = new WebSocket(server.url + path);
      socket.on('open', () =>
        socket.send('{"head":{"servcmd":"heartbeat.alive","seq":7},"body":{}}'),
      );
      kinds.push(
        await new Promise((resolve) => socket.on('message', (_, binary) => resolve(binary))),
      );
    }
    assert.deepEqual(kinds, [false, true]);
  });

  it('knows a client that comes back by its key and has forgotten its subscriptions', async () => {
    const before = await RawClient.logIn(server.url);
    await before.subscribe('user1');
    server.drop('alice');
    await before.closed;
    const client = await RawClient.open(server.url);
    const reply = await client.logIn(before.returning);
    assert.equal(reply.InstId, before.returning.status_instid);
    assert.equal(server.sessions.connections('alice').length, 1);
    assert.deepEqual(server.subscriptionsOf('alice'), []);
    const { logins, relogins } = server.ledger.of('alice');
    assert.deepEqual([logins, relogins], [1, 1]);
  });

  it('answers a request that was written before the line broke', async () => {
    const before = await RawClient.logIn(server.url);
    const client = await RawClient.open(server.url);
    const reply = await client.call(
      'im_open_status.ws_get_user_status',
      { To_Account: ['user1'] },
      before.returning,
    );
    assert.equal(reply.UserStatusList.length, 1);
  });

  for (const [kind, kickType] of [
    ['another page', 1],
    ['another device', 2],
    ['the app server', 3],
  ]) {
    it(`tells a client that ${kind} kicked it`, async () => {
      const client = await RawClient.logIn(server.url);
      server.kick('alice', kickType);
      const push = await client.nextPush();
      assert.equal(push.head.servcmd, 'im_open_status.stat_forceoffline');
      assert.equal(kickTypeIn(push), kickType);
    });
  }

  it('answers "expired" to everything but signs of life until the next login', async () => {
    const client = await RawClient.logIn(server.url);
    server.sessions.expire('alice');
    assert.equal((await client.query('user1')).ErrorCode, 70001);
    assert.equal((await client.call('heartbeat.alive', {})).ErrorCode, 0);
    assert.equal((await client.logIn(client.returning)).ErrorCode, 70001);
    await client.logIn({ identifier: 'alice', usersig: 'new' });
    assert.equal((await client.query('user1')).ErrorCode, 0);
  });

  it('forgets user and subscriptions at logout but keeps the line', async () => {
    const client = await RawClient.logIn(server.url);
    await client.subscribe('user1');
    await client.call('im_open_status.wslogout', { wslogout_type: 0 });
    assert.deepEqual(server.sessions.connections('alice'), []);
    await client.logIn({ identifier: 'bob', usersig: 'any' });
    assert.deepEqual(server.subscriptionsOf('bob'), []);
  });

  it('sees a user go only when the last page goes', async () => {
    const first = await RawClient.logIn(server.url);
    const second = await RawClient.logIn(server.url);
    await first.call('im_open_status.wslogout', {});
    assert.equal(server.world.statusOf('alice').status, 1);
    await second.call('im_open_status.wslogout', {});
    assert.equal(server.world.statusOf('alice').status, 3);
  });

  it('refuses all connections, for ever or for a while', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    server.refuse(true);
    await assert.rejects(RawClient.open(server.url));
    server.refuse(5000);
    t.mock.timers.tick(4999);
    await assert.rejects(RawClient.open(server.url));
    t.mock.timers.tick(1);
    await RawClient.open(server.url);
    assert.equal(server.sessions.connections().length, 1);
  });

  it('ends the login of the page before: the account has one web instance', async () => {
    const first = await RawClient.logIn(server.url);
    await first.subscribe('user1');
    const second = await RawClient.logIn(server.url);
    assert.equal(kickTypeIn(await first.nextPush()), 1);
    await second.settle();
    assert.deepEqual(second.pushes, []);
    assert.equal(server.sessions.connections('alice').length, 1);
    assert.deepEqual(server.subscriptionsOf('alice'), []);
    assert.equal(server.world.statusOf('alice').status, 1);
  });

  it('ends the oldest login where there are more than the plan allows', async () => {
    server.webInstances = 2;
    const clients = [];
    for (let count = 0; count < 3; count += 1) clients.push(await RawClient.logIn(server.url));
    assert.equal(kickTypeIn(await clients[0].nextPush()), 1);
    await clients[2].settle();
    assert.deepEqual([clients[1].pushes, clients[2].pushes], [[], []]);
    assert.equal(server.sessions.connections('alice').length, 2);
    await RawClient.logIn(server.url, 'bob');
    assert.equal(server.sessions.connections('alice').length, 2);
  });

  it('allows one to ten web instances', () => {
    for (const [given, allowed] of [
      [3, 3],
      [0, 1],
      [11, 10],
      [Number.NaN, 1],
    ]) {
      server.webInstances = given;
      assert.equal(server.webInstances, allowed);
    }
  });

  it('lets a client that comes back keep its login', async () => {
    const before = await RawClient.logIn(server.url);
    const client = await RawClient.open(server.url);
    await client.logIn(before.returning);
    await client.settle();
    assert.deepEqual([before.pushes, client.pushes], [[], []]);
  });

  it('refuses every path but the two of the wire', async () => {
    await assert.rejects(RawClient.open(server.url, '/other'));
  });
});

describe('a chat server that keeps subscriptions', () => {
  let server;

  beforeEach(async () => {
    server = await startChatServer({ world: makeWorld({ friends: 5 }), keepSubscriptions: true });
  });

  afterEach(() => server.close());

  async function comeBack(client) {
    await client.closed;
    const again = await RawClient.open(server.url);
    await again.logIn(client.returning);
    return again;
  }

  it('gives them back to a client that reconnects', async () => {
    const client = await RawClient.logIn(server.url);
    await client.subscribe('user1', 'user2');
    server.drop();
    await comeBack(client);
    assert.deepEqual(server.subscriptionsOf('alice'), ['user1', 'user2']);
  });

  it('has lost them after a restart', async () => {
    const client = await RawClient.logIn(server.url);
    await client.subscribe('user1', 'user2');
    server.restart();
    await comeBack(client);
    assert.deepEqual(server.subscriptionsOf('alice'), []);
  });

  it('gives nothing to a new login of the same user', async () => {
    const client = await RawClient.logIn(server.url);
    await client.subscribe('user1');
    server.drop();
    await client.closed;
    await RawClient.logIn(server.url);
    assert.deepEqual(server.subscriptionsOf('alice'), []);
  });
});
