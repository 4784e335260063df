import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { startDemoServer } from '../../demo/server/index.js';
import { makeWorld } from '../../demo/server/world.js';
import { RawClient } from './support/raw-client.js';

const LISTS = [
  'im_open_status.ws_status_subscribe',
  'im_open_status.ws_status_unsubscribe',
  'im_open_status.ws_get_user_status',
  'sns.friend_get_specified',
  'openim.get_peer_read_time',
];
const COMMANDS = [
  ...LISTS,
  'im_open_status.wslogin',
  'im_open_status.wslogout',
  'im_open_status.ws_set_custom_status',
  'im_sdk_config_mgr.fetch_config',
  'im_sdk_config_mgr.fetch_imsdk_purchase_bitsv2',
  'profile.portrait_get_all',
  'sns.friend_get',
  'sns.group_get',
  'sns.friend_add',
  'sns.friend_delete',
  'sns.friend_update',
  'sns.group_add',
  'sns.group_delete',
  'sns.group_update',
  'sns.black_list_add',
  'sns.black_list_delete',
  'profile.portrait_set',
  'recentcontact.batch_delete',
  'recentcontact.top',
  'recentcontact.clear_msg',
  'openim.msgreaded',
  'openim.set_c2c_peer_mute_notifications',
  'group_open_http_svc.msg_read_report',
  'recentcontact.page_get',
  'openim.getmsg',
  'group_open_http_svc.get_group_member_info',
  'group_open_http_svc.get_online_member_num',
  'heartbeat.alive',
  'constructor',
  '__proto__',
  'toString',
  '',
];
const FIELDS = [
  'To_Account',
  'UserItem',
  'StartIndex',
  'CustomStatus',
  'GroupId',
  'Limit',
  'Offset',
  'UnsubscribeAll',
  'GroupName',
  'GroupOldName',
  'GroupNewName',
  'Peer_Account',
  'AddFriendItem',
  'UpdateItem',
  'UpdateGroupItem',
  'ProfileItem',
  'ContactItem',
  'RecentContactItem',
  'C2CMsgReaded',
  '__proto__',
];
const HEADS = ['identifier', 'usersig', 'a2', 'tinyid', 'status_instid', 'sdkappid'];

describe('the demo server', () => {
  let server;

  before(async () => {
    server = await startDemoServer({ world: makeWorld({ friends: 20, conversations: 5 }) });
  });

  after(() => server.close());

  /** The server answers another client as it should, and its books can be read. */
  async function assertAlive() {
    const client = await RawClient.logIn(server.chat.url, 'watcher');
    const { ErrorCode, UserStatusList } = await client.query('user1');
    assert.equal(ErrorCode, 0);
    assert.equal(UserStatusList[0].To_Account, 'user1');
    const response = await fetch(`${server.url}/control`);
    assert.equal(response.status, 200);
    await response.json();
  }

  describe('answers a malformed request with an error of the service', () => {
    for (const value of [5, 'user1', {}, { length: 3 }, [5], [null], [['user1']], null, true]) {
      it(`with ${JSON.stringify(value)} for a list of users`, async () => {
        const client = await RawClient.logIn(server.chat.url);
        for (const command of LISTS) {
          const { ErrorCode } = await client.call(command, { To_Account: value });
          assert.equal(ErrorCode, 70402, command);
        }
        await client.settle();
      });
    }

    it('before a login too', async () => {
      const client = await RawClient.open(server.chat.url);
      const reply = await client.call(LISTS[0], { To_Account: 5 });
      assert.equal(reply.ErrorCode, 70402);
    });

    it('with a head that names a user by something else than text', async () => {
      const client = await RawClient.open(server.chat.url);
      for (const head of [
        { identifier: 5 },
        { identifier: ['alice'] },
        { a2: { startsWith: 1 } },
      ]) {
        const { ErrorCode } = await client.call('im_open_status.wslogin', {}, head);
        assert.equal(ErrorCode, 70402, JSON.stringify(head));
      }
    });

    it('that is nested without end', async () => {
      const client = await RawClient.logIn(server.chat.url);
      const depth = 100_000;
      const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      client.sendText(
        `{"head":{"servcmd":"heartbeat.alive","seq":-1},"body":{"To_Account":${nested}}}`,
      );
      const { head, body } = await client.nextPush();
      assert.deepEqual(head, { servcmd: 'heartbeat.alive', seq: -1 });
      assert.equal(body.ErrorCode, 70402);
      await assertAlive();
    });

    it('that is no JSON, or no request', async () => {
      const client = await RawClient.logIn(server.chat.url);
      const texts = [
        '',
        '{',
        'null',
        '5',
        '[]',
        '{}',
        '{"head":null,"body":{}}',
        '{"head":{},"body":[]}',
      ];
      for (const text of texts) {
        client.sendText(text);
        const { body } = await client.nextPush();
        assert.equal(body.ErrorCode, 70402, text);
      }
      await client.settle();
    });
  });

  it('takes commands named like the members of an object for unknown ones', async () => {
    const client = await RawClient.logIn(server.chat.url);
    for (const command of ['constructor', '__proto__', 'hasOwnProperty', 'toString']) {
      assert.deepEqual(await client.call(command, {}), { ErrorCode: 0 }, command);
    }
    await assertAlive();
  });

  it('outlives four hundred frames of any kind, and answers each of them that it can', async () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(5, [], {}, ['user1']));
    const json = fc
      .record({
        head: fc.oneof(
          value,
          fc
            .tuple(
              fc.constantFrom(...COMMANDS),
              fc.dictionary(fc.constantFrom(...HEADS), value, { maxKeys: 3 }),
            )
            .map(([servcmd, more]) => ({ ...more, servcmd, seq: 7 })),
        ),
        body: fc.oneof(value, fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 4 })),
      })
      .map((frame) => JSON.stringify(frame));
    const frame = fc.oneof(
      { weight: 6, arbitrary: json },
      { weight: 1, arbitrary: fc.string() },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 20, maxLength: 20 }), async (frames) => {
        const client = await RawClient.logIn(server.chat.url, 'mallory');
        for (const each of frames) client.sendText(each);
        const { ErrorCode } = await client.call('heartbeat.alive', {});
        assert.equal(ErrorCode, 0);
        client.end();
        await assertAlive();
      }),
      { numRuns: 20 },
    );
  });

  it('ends the connection alone of a client whose frame is too large, or none at all', async () => {
    const client = await RawClient.logIn(server.chat.url, 'mallory');
    client.sendText('x'.repeat(2_000_000));
    await client.closed;
    const socket = connect(new URL(server.url).port, '127.0.0.1');
    socket.write(
      'GET /binfo HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await once(socket, 'data');
    socket.write(Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 37) % 256)));
    socket.resume();
    await once(socket, 'close');
    await assertAlive();
  });

  it('outlives a client that leaves a world which was filled with other people', async () => {
    const client = await RawClient.logIn(server.chat.url, 'mallory');
    server.chat.resize({ friends: 21 });
    client.end();
    await client.closed;
    await assertAlive();
  });

  describe('serves pages of this machine alone', () => {
    /** The status of a request with these headers. */
    async function statusOf(path, headers, method = 'GET', body = undefined) {
      const { port } = new URL(server.url);
      const [response] = await once(
        request({ host: '127.0.0.1', port, path, method, headers }).end(body),
        'response',
      );
      response.resume();
      return response.statusCode;
    }
    const own = () => new URL(server.url).host;
    const foreignHosts = [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.nip.io',
      '192.168.0.1',
      'evil.example:8000',
    ];
    const foreignOrigins = [
      'https://evil.example',
      'http://localhost.evil.example',
      'null',
      'file://',
      '',
    ];

    it('by all names of the loopback', async () => {
      const { port } = new URL(server.url);
      for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, 'LOCALHOST']) {
        assert.equal(await statusOf('/control', { host }), 200, host);
        await RawClient.open(server.chat.url, '/binfo', { host });
      }
      for (const origin of [`http://${own()}`, 'http://localhost:3000', 'https://[::1]']) {
        assert.equal(await statusOf('/control', { origin }), 200, origin);
        await RawClient.open(server.chat.url, '/binfo', { origin });
      }
    });

    for (const host of foreignHosts) {
      it(`and refuses the host “${host}”, to which a name was bound again`, async () => {
        const type = { 'content-type': 'application/json' };
        assert.equal(await statusOf('/control', { host }), 403);
        assert.equal(
          await statusOf('/control', { host, ...type }, 'POST', '{"action":"drop"}'),
          403,
        );
        assert.equal(await statusOf('/', { host }), 403);
        assert.equal(await statusOf('/session', { host }), 403);
        await assert.rejects(RawClient.open(server.chat.url, '/binfo', { host }));
      });
    }

    for (const origin of foreignOrigins) {
      it(`and refuses the origin “${origin}”`, async () => {
        assert.equal(await statusOf('/control', { origin }), 403);
        await assert.rejects(RawClient.open(server.chat.url, '/binfo', { origin }));
      });
    }
  });
});
