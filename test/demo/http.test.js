import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveStatic, startDemoServer } from '../../demo/server/index.js';
import { makeWorld } from '../../demo/server/world.js';
import { RawClient, statusesIn } from './support/raw-client.js';

/** Asks for a path as it is: `fetch` would tidy it up first. */
async function rawGet(url, path) {
  const { hostname, port } = new URL(url);
  const [response] = await once(request({ hostname, port, path }).end(), 'response');
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, text };
}

describe('the demo server', () => {
  let root;
  let server;

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'demo-server-'));
    await mkdir(join(root, 'demo/pages'), { recursive: true });
    await mkdir(join(root, 'dist'));
    await writeFile(join(root, 'demo/index.html'), '<title>Demo</title>');
    await writeFile(join(root, 'demo/pages/index.html'), '<title>Pages</title>');
    await writeFile(join(root, 'demo/page.css'), 'p {}');
    await writeFile(join(root, 'demo/.hidden'), 'secret');
    await writeFile(join(root, 'dist/index.js'), 'export {};');
    await writeFile(join(root, 'secret.txt'), 'secret');
    await symlink(join(root, 'secret.txt'), join(root, 'demo/link.txt'));
    server = await startDemoServer({ root, world: makeWorld({ friends: 20 }) });
  });

  after(async () => {
    await server.close();
    await rm(root, { recursive: true });
  });

  const get = (path, options) => fetch(server.url + path, options);
  const post = (body) =>
    get('/control', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const state = async () => (await get('/control')).json();

  for (const [path, type, text] of [
    ['/', 'text/html; charset=utf-8', '<title>Demo</title>'],
    ['/index.html?lang=ja', 'text/html; charset=utf-8', '<title>Demo</title>'],
    ['/pages/', 'text/html; charset=utf-8', '<title>Pages</title>'],
    ['/page.css', 'text/css; charset=utf-8', 'p {}'],
    ['/dist/index.js', 'text/javascript; charset=utf-8', 'export {};'],
  ]) {
    it(`serves ${path} as ${type}, always fresh`, async () => {
      const response = await get(path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), type);
      assert.equal(response.headers.get('cache-control'), 'no-cache');
      assert.equal(await response.text(), text);
    });
  }

  for (const path of [
    '/../secret.txt',
    '/dist/../secret.txt',
    '/dist/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/pages/../../secret.txt',
    '/link.txt',
    '/.hidden',
    '/index.html%00',
    '/missing.html',
  ]) {
    it(`has nothing at ${path}`, async () => {
      const { status, text } = await rawGet(server.url, path);
      assert.equal(status, 404);
      assert.equal(text, 'There is no such file.\n');
    });
  }

  it('refuses a path that is not encoded well, and writing', async () => {
    assert.equal((await rawGet(server.url, '/%E0%A4%A')).status, 400);
    assert.equal((await get('/index.html', { method: 'PUT' })).status, 405);
  });

  it('gives any userID a session that logs in', async () => {
    const session = await (await get('/session?userID=%E5%BC%A0%20bob')).json();
    assert.equal(session.userID, '张 bob');
    assert.equal(session.proxyServer, server.url.replace('http', 'ws'));
    const client = await RawClient.open(session.proxyServer);
    const reply = await client.logIn({ identifier: session.userID, usersig: session.userSig });
    assert.equal(reply.ErrorCode, 0);
    assert.equal((await (await get('/session')).json()).userID, 'alice');
  });

  it('changes statuses and shows what it saw', async () => {
    const client = await RawClient.logIn(server.chat.url, 'carol');
    await client.subscribe('user1');
    await post({ action: 'status', userID: 'user1', status: 1, customStatus: '会议中 🎧' });
    assert.deepEqual(statusesIn(await client.nextPush()), [['user1', 1, '会议中 🎧']]);
    const { users, frames } = await state();
    assert.deepEqual(users.carol.subscriptions, ['user1']);
    assert.equal(users.carol.connections, 1);
    assert.equal(users.carol.calls['im_open_status.ws_status_subscribe'].count, 1);
    assert.equal(frames.at(-1).servcmd, 'im_open_push.msg_push');
    await client.call('im_open_status.wslogout', {});
  });

  it('takes every action a page can send', async () => {
    const client = await RawClient.logIn(server.chat.url, 'dora');
    const actions = [
      { action: 'fault', kind: 'hold', command: 'friend_get' },
      { action: 'release' },
      { action: 'clear', command: 'friend_get' },
      { action: 'push', userID: 'dora', events: [{ Event: 99 }] },
      { action: 'kick', userID: 'dora', type: 3 },
      { action: 'evict', userID: 'dora' },
      { action: 'webInstances', count: 3 },
      { action: 'expire', userID: 'dora' },
      { action: 'ability', bits: '0', atLogin: false, push: false },
      { action: 'profile', userID: 'user2', nick: 'New' },
      { action: 'addFriend', ownerID: 'dora', userID: 'user9999', remark: 'R', groups: ['G'] },
      { action: 'remark', ownerID: 'dora', userID: 'user9999', remark: 'S' },
      { action: 'removeFriend', ownerID: 'dora', userID: 'user9999' },
      { action: 'message', ownerID: 'dora', from: 'bob', text: 'Hi' },
      { action: 'setMember', groupID: 'group0', userID: 'bob', isMember: true },
      { action: 'refuse' },
      { action: 'accept' },
      { action: 'drop', userID: 'dora' },
      { action: 'life', rate: 50 },
      { action: 'life', rate: 0 },
      { action: 'restart' },
      { action: 'resetLedger' },
    ];
    for (const action of actions) assert.equal((await post(action)).status, 200, action.action);
    await client.closed;
    const after = await state();
    assert.deepEqual(after.ability, { bits: '0', atLogin: false, onFetch: true });
    assert.deepEqual([after.refusing, after.faults, after.users], [false, [], {}]);
    assert.equal(after.world.friends, 20);
    assert.equal(after.world.rate, 0);
    assert.equal(after.webInstances, 3);
    await post({ action: 'ability', bits: '10000000', atLogin: true });
  });

  it('makes another world for those who log in afterwards', async () => {
    const friendsOf = async (userID) => {
      const client = await RawClient.logIn(server.chat.url, userID);
      const { FriendNum } = await client.call('sns.friend_get', { StartIndex: 0 });
      await client.call('im_open_status.wslogout', {});
      return FriendNum;
    };
    assert.equal(await friendsOf('alice'), 20);
    await post({ action: 'resize', people: 400, friends: 7, conversations: 2 });
    assert.equal(await friendsOf('alice'), 7);
    assert.ok(server.chat.world.users.has('user399'));
    assert.equal(server.chat.world.account('alice').conversations.length, 6);
    await post({ action: 'resize', friends: 20 });
    assert.equal(await friendsOf('bob'), 20);
  });

  for (const [what, body] of [
    ['no action', {}],
    ['an unknown action', { action: 'toString' }],
    [
      'a friend who is none',
      { action: 'remark', ownerID: 'alice', userID: 'stranger', remark: '' },
    ],
    ['a status of a stranger', { action: 'status', userID: 'stranger', status: 1 }],
    ['no JSON', '{'],
    ['null', 'null'],
  ]) {
    it(`says what is wrong with ${what}`, async () => {
      const response = await post(body);
      assert.equal(response.status, 400);
      assert.ok((await response.json()).error.length > 10);
    });
  }

  it('takes no orders from a form of another page', async () => {
    const response = await get('/control', { method: 'POST', body: '{"action":"restart"}' });
    assert.equal(response.status, 415);
  });

  it('fails to start on a port that is taken', async () => {
    const port = Number(new URL(server.url).port);
    await assert.rejects(startDemoServer({ port, root }), { code: 'EADDRINUSE' });
  });

  it('serves one folder alone for a test', async () => {
    const files = await serveStatic(join(root, 'dist'));
    const response = await fetch(`${files.url}/index.js`);
    assert.equal(await response.text(), 'export {};');
    assert.equal((await fetch(`${files.url}/control`)).status, 404);
    await files.close();
  });
});

describe('node demo/server/index.js', () => {
  it('prints its address on one line and lets a user in', async () => {
    const script = fileURLToPath(new URL('../../demo/server/index.js', import.meta.url));
    const child = spawn(process.execPath, [script, '--port', '0', '--friends', '3'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    const url = line.match(/^.*(http:\/\/127\.0\.0\.1:\d+)\/\n$/)?.[1];
    assert.ok(url, line);
    const client = await RawClient.logIn(url.replace('http', 'ws'));
    assert.equal((await client.call('sns.friend_get', { StartIndex: 0 })).FriendNum, 3);
    child.kill();
    await once(child, 'exit');
  });
});
