import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { makeWorld } from '../../demo/server/world.js';
import { openSDKPage } from './support/sdk-page.js';

/** The official packages, unmodified: what they make of the server's answers is what counts. */
describe('the official SDK on the chat server', () => {
  let sdk;
  let page;
  let server;
  let world;

  before(async () => {
    world = makeWorld({ friends: 250, conversations: 40, groups: 4 });
    sdk = await openSDKPage({ world });
    ({ page, server } = sdk);
  });

  after(() => sdk?.close());

  const calls = (servcmd) => server.ledger.of('alice').calls[servcmd];

  it('is refused with an expired and with a bad UserSig', async () => {
    assert.equal(await sdk.login('alice', 'expired'), 70001);
    assert.equal(await sdk.login('alice', 'bad'), 70003);
  });

  it('logs in', async () => {
    assert.equal(await sdk.login(), 0);
    assert.equal(server.sessions.connections('alice').length, 1);
    assert.equal(server.ledger.of('alice').logins, 1);
  });

  it('finds 250 friends in pages of 100, with names, remarks and groups', async () => {
    const friends = await sdk.get('FRIEND', 'friendList', (list) => list.length === 250);
    assert.equal(calls('sns.friend_get').count, 3);
    const truth = [...world.account('alice').friends.values()];
    assert.deepEqual(
      friends.map(({ userID, remark, groupList }) => ({ userID, remark, groups: groupList })),
      truth,
    );
    assert.deepEqual(
      friends.map(({ profile: { nick, avatar } }) => ({ nick, avatar })),
      truth.map(({ userID }) => {
        const { nick, avatar } = world.users.get(userID);
        return { nick, avatar };
      }),
    );
  });

  it('finds friend groups, blocked users and applications', async () => {
    const friends = [...world.account('alice').friends.values()];
    const names = [...new Set(friends.flatMap((friend) => friend.groups))];
    const groups = await sdk.get('FRIEND', 'friendGroupList', (list) => list.length === 6);
    assert.deepEqual(groups.map(({ name }) => name).sort(), names.sort());
    const blocked = await sdk.get('USER', 'userBlacklist', (list) => list.length === 2);
    assert.deepEqual(
      blocked.map(({ userID }) => userID),
      [...world.account('alice').blocked],
    );
    const applications = await sdk.get(
      'FRIEND',
      'friendApplicationList',
      (list) => list.length === 2,
    );
    assert.deepEqual(
      applications.map(({ userID, wording }) => [userID, wording]),
      world.account('alice').applications.map(({ userID, wording }) => [userID, wording]),
    );
  });

  it('finds the conversations, with groups, unread counts, the pinned and the muted', async () => {
    await sdk.get('CONV', 'conversationList', (list) =>
      list.some(({ unreadCount }) => unreadCount),
    );
    const shown = await page.evaluate(() =>
      globalThis.sdk
        .get('CONV', 'conversationList')
        .map(({ conversationID, unreadCount, isPinned, isMuted, lastMessage }) => [
          conversationID,
          unreadCount,
          isPinned,
          isMuted,
          lastMessage.lastTime,
        ]),
    );
    const truth = [...world.account('alice').conversations]
      .sort((one, other) => Number(other.pinned) - Number(one.pinned))
      .map(({ type, id, unread, pinned, muted, time }) => [
        (type === 1 ? 'C2C' : 'GROUP') + id,
        unread,
        pinned,
        muted,
        time,
      ]);
    assert.deepEqual(shown, truth);
    const groups = await sdk.get('GRP', 'groupList', (list) => list.length === 4);
    assert.deepEqual(
      groups.map(({ groupID, name }) => ({ groupID, name })),
      world.account('alice').groups,
    );
  });

  it('asks for the statuses of its 40 partners by itself once they are wanted', async () => {
    await page.evaluate(() =>
      globalThis.sdk.TUIUserService.switchUserStatus({ displayOnlineStatus: true }),
    );
    const partners = world
      .account('alice')
      .conversations.filter(({ type }) => type === 1)
      .map(({ id }) => id);
    await page.waitForFunction((id) => globalThis.sdk.statusOf(id), partners[0]);
    assert.deepEqual(server.subscriptionsOf('alice').sort(), partners.sort());
    assert.equal(calls('im_open_status.ws_status_subscribe').idCounts[0], 40);
    assert.equal(calls('im_open_status.ws_get_user_status').idCounts[0], 40);
  });

  it('subscribes to more and gets their changes, in any script', async () => {
    assert.deepEqual(await sdk.call('subscribeUserStatus', 'user100', 'stranger'), {
      failureUserList: [{ userID: 'stranger', code: 70107, message: 'account not exist' }],
    });
    world.setStatus('user100', { status: 1, customStatus: '会议中 🎧' });
    await sdk.hasStatus('user100', 1, '会议中 🎧');
    world.setStatus('user100', { status: 3, customStatus: '' });
    await sdk.hasStatus('user100', 3, '');
  });

  it('queries statuses and learns which users the server does not know', async () => {
    world.setStatus('user101', { status: 1, customStatus: 'في اجتماع' });
    world.setStatus('user102', { status: 2, customStatus: '' });
    const { successUserList, failureUserList } = await sdk.call(
      'getUserStatus',
      'user101',
      'user102',
      'stranger',
    );
    assert.deepEqual(successUserList, [
      { userID: 'user101', statusType: 1, customStatus: 'في اجتماع' },
      { userID: 'user102', statusType: 2, customStatus: '' },
    ]);
    assert.equal(failureUserList[0].code, 70107);
  });

  it('gets nothing more of users it unsubscribed', async () => {
    await sdk.call('unsubscribeUserStatus', 'user100');
    assert.equal(server.subscriptionsOf('alice').includes('user100'), false);
  });

  it('never sends more than the server takes', async () => {
    const many = [...world.users.keys()].slice(0, 300);
    await sdk.call('subscribeUserStatus', ...many);
    await sdk.call('getUserStatus', ...Array.from({ length: 510 }, (_, index) => `user${index}`));
    assert.equal(calls('im_open_status.ws_status_subscribe').idCounts.at(-1), 100);
    assert.equal(calls('im_open_status.ws_get_user_status').idCounts.at(-1), 500);
    assert.equal(calls('im_open_status.ws_get_user_status').refused, 0);
  });

  it('gets its own new custom status', async () => {
    await page.evaluate(() =>
      globalThis.sdk.TUILogin.getContext().chat.setSelfStatus({ customStatus: '외출 중' }),
    );
    assert.deepEqual(world.statusOf('alice'), { status: 1, customStatus: '외출 중' });
    await sdk.hasStatus('alice', 1, '외출 중');
  });

  it('rejects with the code a command was made to fail with', async () => {
    server.faults.add({ kind: 'fail', command: 'ws_get_user_status', code: 72001, times: 1 });
    assert.equal(await sdk.call('getUserStatus', 'user1'), 72001);
  });

  it('lets a late answer of a query overwrite the push that came after it', async () => {
    world.setStatus('user1', { status: 3, customStatus: '' });
    await sdk.call('subscribeUserStatus', 'user1');
    server.faults.add({ kind: 'hold', command: 'ws_get_user_status', times: 1 });
    const query = sdk.call('getUserStatus', 'user1');
    await sdk.call('subscribeUserStatus', 'user1');
    world.setStatus('user1', { status: 1 });
    await sdk.hasStatus('user1', 1, '');
    server.faults.release();
    await query;
    await sdk.hasStatus('user1', 3, '');
  });

  it('learns of a new friend, a new remark, a new name and a lost friend', async () => {
    world.addFriend('alice', 'newcomer', { remark: 'Neighbour' });
    world.setRemark('alice', 'carol', 'Sister');
    world.setProfile('carol', { nick: 'Karola' });
    world.removeFriend('alice', 'bob');
    const friends = await sdk.get('FRIEND', 'friendList', (list) => {
      const byID = new Map(list.map((friend) => [friend.userID, friend]));
      const carol = byID.get('carol');
      return (
        byID.has('newcomer') &&
        !byID.has('bob') &&
        carol.remark === 'Sister' &&
        carol.profile.nick === 'Karola'
      );
    });
    assert.equal(friends.find(({ userID }) => userID === 'newcomer').remark, 'Neighbour');
  });

  it('moves a conversation up at a new message and makes one that was not there', async () => {
    const time = Math.floor(Date.now() / 1000) + 1;
    world.receiveMessage('alice', 'carol', 'Dinner?', time);
    world.receiveMessage('alice', 'user299', 'Hello, do you remember me?', time + 1);
    await page.waitForFunction(() => {
      const [first, second] = globalThis.sdk
        .get('CONV', 'conversationList')
        .filter(({ isPinned }) => !isPinned);
      return (
        first.conversationID === 'C2Cuser299' &&
        first.unreadCount === 1 &&
        first.lastMessage.payload.text === 'Hello, do you remember me?' &&
        second.conversationID === 'C2Ccarol'
      );
    });
    await page.waitForFunction(() => globalThis.sdk.statusOf('user299'));
  });

  it('comes back by itself after a drop, without its subscriptions', async () => {
    server.drop('alice');
    await page.waitForFunction(() => globalThis.sdk.netStates.at(-1) === 'connected');
    await page.waitForFunction(() => globalThis.sdk.TUILogin.getContext().chat.isReady());
    assert.deepEqual(await page.evaluate(() => globalThis.sdk.netStates), [
      'connecting',
      'connected',
    ]);
    assert.equal((await sdk.call('getUserStatus', 'user1')).successUserList.length, 1);
    assert.equal(server.ledger.of('alice').relogins, 1);
    assert.deepEqual(server.subscriptionsOf('alice'), []);
  });

  for (const [type, reason] of [
    [1, 'multipleAccount'],
    [2, 'multipleDevice'],
    [3, 'REST_API_Kick'],
  ]) {
    it(`learns that it was kicked (${reason}) and logs in again`, async () => {
      server.kick('alice', type);
      await page.waitForFunction(
        (expected) => globalThis.sdk.get('USER', 'kickedOut') === expected,
        reason,
      );
      assert.equal(await sdk.login(), 0);
    });
  }

  it('learns that its UserSig expired and logs in again', async () => {
    server.sessions.expire('alice');
    assert.equal(await sdk.call('getUserStatus', 'user1'), 70001);
    await page.waitForFunction(() => globalThis.sdk.get('USER', 'kickedOut') === 'userSigExpired');
    assert.equal(await sdk.login(), 0);
  });

  it('learns from a push that the plan has lost and regained online status', async () => {
    for (const [bits, expected] of [
      ['0', 3122],
      ['10000000', 'answered'],
    ]) {
      server.pushAbility(bits);
      // Pushes arrive in order: with the status the bits are there.
      world.setStatus('alice', { customStatus: bits });
      await sdk.hasStatus('alice', 1, bits);
      const answer = await sdk.call('getUserStatus', 'user1');
      assert.equal(answer.successUserList ? 'answered' : answer, expected);
    }
  });

  it('logs out', async () => {
    await page.evaluate(() => globalThis.sdk.TUILogin.logout());
    assert.deepEqual(server.sessions.connections('alice'), []);
    assert.equal(world.statusOf('alice').status, 3);
  });
});
