import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { openPresencePage } from './support/presence-page.js';
import type { PresencePage } from './support/presence-page.js';

let tui: PresencePage;

afterEach(async () => {
  await tui.close();
});

const PROFILES = 'profile.portrait_get_all';

/** A page with its own engine, logged in as alice and connected, in this world. */
async function ready(sizes: Parameters<typeof makeWorld>[0] = {}): Promise<string[]> {
  const friends = sizes.friends ?? 30;
  tui = await openPresencePage({ world: makeWorld({ friends, conversations: 4, ...sizes }) });
  await tui.hostLogin();
  await tui.connect();
  return tui.friends(friends);
}

/** Those whom alice does not know; the SDK has loaded the first few, who want to be her friends. */
function strangers(friends: readonly string[]): string[] {
  const { conversations } = tui.server.world.account('alice');
  const known = new Set([...friends, 'alice', ...conversations.map(({ id }) => id)]);
  return [...tui.server.world.users.keys()].filter((userID) => !known.has(userID)).reverse();
}

const observe = (userIDs: readonly string[]): Promise<void> =>
  tui.page.evaluate((ids) => {
    globalThis.stops ??= [];
    globalThis.stops.push(presence.directory.observePerson(ids, () => undefined));
  }, userIDs);

const personOf = (userID: string) =>
  tui.page.evaluate((id) => presence.directory.personOf(id), userID);

describe('a person by the user ID alone', () => {
  test('is a friend with the remark, and a stranger with name and picture', async () => {
    const friends = await ready();
    const { world } = tui.server;
    const [friend = ''] = friends;
    const [stranger = ''] = strangers(friends);
    world.setRemark('alice', friend, 'My neighbour');
    world.setProfile(stranger, { nick: 'Zoë Stranger', avatar: 'https://example.com/zoe.png' });
    await observe([friend, stranger, 'nobody']);
    await tui.until(`presence.directory.personOf('${stranger}')?.name`);
    assert.deepEqual(await personOf(stranger), {
      userID: stranger,
      name: 'Zoë Stranger',
      avatar: 'https://example.com/zoe.png',
    });
    await tui.until(`presence.directory.personOf('${friend}')?.remark === 'My neighbour'`);
    assert.equal(await personOf('nobody'), undefined);
    assert.deepEqual(tui.errors, []);
  });

  test('is one of two hundred that a page shows at once, in two calls', async () => {
    const friends = await ready({ people: 300 });
    const [last = '', ...others] = strangers(friends);
    const some = others.slice(0, 200);
    assert.equal(some.length, 200);
    tui.server.ledger.reset();
    await tui.page.evaluate((ids) => {
      for (const id of ids) presence.directory.observePerson(id, () => undefined);
    }, some);
    await tui.until(
      `${JSON.stringify(some)}.every((userID) => presence.directory.personOf(userID))`,
    );
    assert.equal(tui.ledger().calls[PROFILES]?.count, 2);
    // The next call is for the one who is new.
    await observe([...some, last]);
    await tui.until(`presence.directory.personOf('${last}')`);
    assert.equal(tui.ledger().calls[PROFILES]?.count, 3);
  });

  test('follows a change that the service tells of', async () => {
    const [friend = ''] = await ready();
    await observe([friend, 'alice']);
    tui.server.world.setProfile(friend, { nick: 'Another name' });
    tui.server.world.setProfile('alice', { nick: 'Alice herself' });
    await tui.until(`presence.directory.personOf('${friend}')?.name === 'Another name'`);
    await tui.until(`presence.directory.personOf('alice')?.name === 'Alice herself'`);
  });

  test('is forgotten with the user who was logged in', async () => {
    const friends = await ready();
    const [stranger = ''] = strangers(friends);
    await observe([stranger]);
    await tui.until(`presence.directory.personOf('${stranger}')`);
    await tui.page.evaluate(() => engine.TUILogin.logout());
    await tui.until('presence.userID === undefined');
    assert.equal(await personOf(stranger), undefined);
    await tui.hostLogin('bob');
    await tui.until(`presence.directory.personOf('${stranger}')`);
  });
});

describe('the own status', () => {
  const own = () => tui.page.evaluate(() => ({ ...presence.presenceOf('alice') }));

  test('is at the service, is shown at once, and in the page of another user', async () => {
    await ready();
    const shown = await tui.page.evaluate(async () => {
      const set = presence.setOwnStatus('会议中');
      const before = presence.presenceOf('alice');
      await set;
      return before;
    });
    assert.equal(shown.customStatus, '会议中');
    assert.equal(shown.status, 'busy');
    assert.deepEqual(tui.server.world.statusOf('alice'), { status: 1, customStatus: '会议中' });
    assert.equal(tui.ledger().calls['im_open_status.ws_set_custom_status']?.count, 1);

    const page = await tui.page.context().browser()!.newPage();
    await page.goto(tui.url);
    await page.waitForFunction('globalThis.presence !== undefined');
    await page.evaluate(async (proxyServer) => {
      document.body.innerHTML = '<tui-online-dot user-id="alice"></tui-online-dot>';
      await globalThis.tui.login({
        SDKAppID: 1400000001,
        userID: 'bob',
        userSig: 'x',
        proxyServer,
      });
    }, tui.server.url);
    await page.waitForFunction(() => presence.presenceOf('alice').status === 'busy');
    assert.equal(await page.getAttribute('tui-online-dot', 'status'), 'busy');
    await tui.page.evaluate(() => presence.setOwnStatus(''));
    await page.waitForFunction(() => presence.presenceOf('alice').status === 'online');
    assert.equal(tui.server.world.statusOf('alice').customStatus, '');
    assert.equal((await own()).customStatus, '');
  });

  test('works without the plan and the switch in the console', async () => {
    tui = await openPresencePage({ world: makeWorld({ friends: 5, conversations: 2 }) });
    for (const command of ['ws_status_subscribe', 'ws_get_user_status']) {
      tui.server.faults.add({ kind: 'fail', command, code: 72001 });
    }
    Object.assign(tui.server.ability, { bits: '0' });
    await tui.connect();
    await tui.hostLogin();
    const friends = await tui.friends(5);
    await tui.observe([...friends, 'alice']);
    await tui.until("presence.state === 'unavailable'");
    await tui.page.evaluate(() => presence.setOwnStatus('at lunch'));
    assert.equal(tui.server.world.statusOf('alice').customStatus, 'at lunch');
    assert.equal((await own()).customStatus, 'at lunch');
    assert.equal((await own()).status, 'online');
    assert.equal(await tui.page.evaluate(() => presence.state), 'unavailable');
  });

  test('is put back with the reason when the service refuses it', async () => {
    await ready();
    await tui.page.evaluate(() => presence.setOwnStatus('at lunch'));
    tui.server.faults.add({ kind: 'fail', command: 'ws_set_custom_status', code: 60018 });
    const reason = await tui.page.evaluate(() =>
      presence.setOwnStatus('in a train').then(
        () => '',
        (error: Error & { reason: string }) => `${error.reason}: ${error.message}`,
      ),
    );
    assert.match(reason, /^rate-limited: Too many requests/);
    assert.equal((await own()).customStatus, 'at lunch');
    assert.equal(tui.server.world.statusOf('alice').customStatus, 'at lunch');
  });

  test('that the service has dropped while the line was cut is shown so after the reconnect', async () => {
    await ready();
    await tui.page.evaluate(() => presence.setOwnStatus('at lunch'));
    tui.server.refuse(true);
    tui.server.drop('alice');
    await tui.until("presence.state === 'disconnected'");
    assert.equal((await own()).freshness, 'stale');
    tui.server.world.setStatus('alice', { customStatus: '' });
    tui.server.refuse(false);
    await tui.observe(['user1']);
    await tui.until("presence.presenceOf('alice').freshness === 'live'", 20_000);
    await tui.until("presence.presenceOf('alice').customStatus === ''");
  });

  test('that was set before the login is known, also while statuses are off', async () => {
    tui = await openPresencePage({ world: makeWorld({ friends: 5, conversations: 2 }) });
    tui.server.world.setStatus('alice', { customStatus: 'set before' });
    await tui.connect();
    await tui.hostLogin('alice', { switchOn: false });
    await tui.until("presence.presenceOf('alice').customStatus === 'set before'");
  });
});

describe('a group', () => {
  test('of 600 is loaded page by page, with names and pictures, and counted', async () => {
    await ready({ members: 600 });
    const { world } = tui.server;
    await tui.page.evaluate(() => {
      const sizes: number[] = [];
      Object.assign(globalThis, { sizes });
      presence.directory.observeGroup('group0', ({ members }) => sizes.push(members.length));
    });
    await tui.until("presence.directory.groupOf('group0')?.isComplete", 30_000);
    const group = await tui.page.evaluate(() => presence.directory.groupOf('group0')!);
    assert.equal(group.members.length, 600);
    assert.deepEqual(
      await tui.page.evaluate('[...new Set(sizes)].filter(Boolean)'),
      [100, 200, 300, 400, 500, 600],
    );
    for (const { userID, name, avatar } of group.members) {
      const { nick, avatar: picture } = world.users.get(userID)!;
      assert.equal(name ?? '', nick, userID);
      assert.equal(avatar ?? '', picture, userID);
    }
    const online = world
      .membersOf('group0')
      .filter((userID) => world.statusOf(userID).status === 1).length;
    await tui.until("presence.directory.groupOf('group0')?.onlineCount !== undefined");
    assert.equal(
      await tui.page.evaluate(() => presence.directory.groupOf('group0')!.onlineCount),
      online,
    );
    const calls = tui.ledger().calls;
    // After a full page the SDK says that there is more.
    assert.equal(calls['group_open_http_svc.get_group_member_info']?.count, 7);
    assert.equal(calls['group_open_http_svc.get_online_member_num']?.count, 1);
    assert.deepEqual(tui.errors, []);
  });

  test('that the user is not in has no members', async () => {
    await ready();
    await tui.page.evaluate(() => presence.directory.observeGroup('others', () => undefined));
    await tui.until("presence.directory.groupOf('others')?.isComplete");
    assert.deepEqual(
      await tui.page.evaluate(() => presence.directory.groupOf('others')!.members),
      [],
    );
  });

  test('has who has joined, and not who has left, seconds later', async () => {
    await ready({ groups: 1, people: 30 });
    const { world } = tui.server;
    const [someone = ''] = [...world.users.keys()].filter(
      (userID) => !world.membersOf('group0').includes(userID),
    );
    const gone = world.membersOf('group0').at(-1)!;
    await tui.page.evaluate(() => {
      presence.directory.observeGroup('group0', () => undefined);
    });
    await tui.until("presence.directory.groupOf('group0')?.isComplete");
    world.setMember('group0', someone, true, 1_800_000_000);
    world.setMember('group0', gone, false, 1_800_000_001);
    const has = (userID: string) =>
      `presence.directory.groupOf('group0').members.some((each) => each.userID === '${userID}')`;
    await tui.until(`${has(someone)} && !${has(gone)}`, 20_000);
    assert.equal(tui.ledger().calls['group_open_http_svc.get_group_member_info']?.count, 2);
    assert.deepEqual(tui.errors, []);
  });
});
