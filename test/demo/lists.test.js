import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { startChatServer } from '../../demo/server/chat-server.js';
import { seededRandom } from '../../demo/server/random.js';
import { changeSomething, makeWorld, startLife } from '../../demo/server/world.js';
import { RawClient } from './support/raw-client.js';

describe('lists of the chat server', () => {
  let server;
  let world;
  let client;

  beforeEach(async () => {
    world = makeWorld({ friends: 250, conversations: 120, groups: 3, members: 250 });
    server = await startChatServer({ world });
    client = await RawClient.logIn(server.url);
  });

  afterEach(() => server.close());

  it('gives friends page by page, each once', async () => {
    const sizes = [];
    const userIDs = new Set();
    let page = { CompleteFlag: 0, NextStartIndex: 0 };
    while (page.CompleteFlag === 0) {
      page = await client.call('sns.friend_get', { StartIndex: page.NextStartIndex });
      sizes.push(page.UserDataItem.length);
      for (const { To_Account } of page.UserDataItem) userIDs.add(To_Account);
    }
    assert.deepEqual(sizes, [100, 100, 50]);
    assert.equal(userIDs.size, 250);
    assert.equal(page.FriendNum, 250);
  });

  it('gives conversations page by page, newest first, with groups among them', async () => {
    const items = [];
    let page = { CompleteFlag: 0, StartIndex: 0 };
    while (page.CompleteFlag === 0) {
      page = await client.call('recentcontact.page_get', { StartIndex: page.StartIndex });
      items.push(...page.SessionItem);
    }
    assert.equal(items.length, 123);
    assert.equal(items.filter(({ Type }) => Type === 2).length, 3);
    const times = items.map(({ MsgTimeStamp }) => MsgTimeStamp);
    assert.deepEqual(times, [...times].sort().reverse());
  });

  it('gives the members of a group page by page, and counts who is online', async () => {
    const name = 'group_open_http_svc.get_group_member_info';
    const userIDs = [];
    const sizes = [];
    for (const Offset of [0, 100, 200, 300]) {
      const page = await client.call(name, { GroupId: 'group1', Limit: 1000, Offset });
      assert.equal(page.MemberNum, 250);
      sizes.push(page.MemberList.length);
      userIDs.push(...page.MemberList.map(({ Member_Account }) => Member_Account));
    }
    assert.deepEqual(sizes, [100, 100, 50, 0]);
    assert.equal(new Set(userIDs).size, 250);
    assert.ok(userIDs.includes('alice'));
    const { OnlineMemberNum } = await client.call('group_open_http_svc.get_online_member_num', {
      GroupId: 'group1',
    });
    const online = userIDs.filter((userID) => world.statusOf(userID).status === 1);
    assert.equal(OnlineMemberNum, online.length);
    for (const GroupId of ['group3', '', undefined]) {
      const { ErrorCode } = await client.call(name, { ...(GroupId !== undefined && { GroupId }) });
      assert.equal(ErrorCode, 10007);
    }
  });

  it('marks an empty list complete', async () => {
    const empty = await startChatServer({ world: makeWorld({ friends: 0, conversations: 0 }) });
    const lonely = await RawClient.logIn(empty.url);
    const friends = await lonely.call('sns.friend_get', { StartIndex: 0 });
    assert.deepEqual([friends.CompleteFlag, friends.UserDataItem], [1, []]);
    const conversations = await lonely.call('recentcontact.page_get', { StartIndex: 0 });
    assert.equal(conversations.CompleteFlag, 1);
    await empty.close();
  });

  it('gives profiles of the users it knows', async () => {
    const { UserProfileItem } = await client.call('profile.portrait_get_all', {
      UserItem: [{ To_Account: 'bob' }, { To_Account: 'stranger' }],
    });
    assert.deepEqual(UserProfileItem, [
      {
        To_Account: 'bob',
        ProfileItem: [
          { Tag: 'Tag_Profile_IM_Nick', Value: 'Bob' },
          { Tag: 'Tag_Profile_IM_Image', Value: '' },
        ],
      },
    ]);
  });

  it('tells the owner about a new, a renamed and a lost friend, and the others nothing', async () => {
    const bob = await RawClient.logIn(server.url, 'bob');
    world.addFriend('alice', 'newcomer', { remark: 'N' });
    world.setRemark('alice', 'newcomer', 'Neighbour');
    world.removeFriend('alice', 'newcomer');
    const changes = [await client.nextPush(), await client.nextPush(), await client.nextPush()].map(
      ({ body }) => body.EventArray[0].FriendListMod[0],
    );
    assert.deepEqual(changes[0], { PushType: 1, FriendAdd_Account: ['newcomer'] });
    assert.equal(changes[1].FriendUpInfo[0].Sns[0].ValueBytes, 'Neighbour');
    assert.deepEqual(changes[2], { PushType: 2, FriendDel_Account: ['newcomer'] });
    await bob.settle();
    assert.deepEqual(bob.pushes, []);
  });

  it('tells the friends of a user about a new name', async () => {
    world.setProfile('bob', { nick: 'Robert' });
    const { body } = await client.nextPush();
    const [{ Profile_Account, ProfileList }] = body.EventArray[0].ProfileDataMod;
    assert.equal(Profile_Account, 'bob');
    assert.deepEqual(ProfileList[0], { Tag: 'Tag_Profile_IM_Nick', ValueBytes: 'Robert' });
  });

  it('moves the conversation of a new message to the top', async () => {
    world.receiveMessage('alice', 'bob', 'Are you there?', 1800000000);
    const { body } = await client.nextPush();
    const [message] = body.EventArray[0].C2cMsgArray;
    assert.equal(message.MsgBody[0].MsgContent.Text, 'Are you there?');
    const { SessionItem } = await client.call('recentcontact.page_get', { StartIndex: 0 });
    assert.equal(SessionItem[0].To_Account, 'bob');
    assert.equal(SessionItem.filter(({ To_Account }) => To_Account === 'bob').length, 1);
  });
});

describe('the world', () => {
  const namesOf = (world) => [...world.users.values()].map(({ nick }) => nick);

  it('is the same for the same seed and another for another', () => {
    const world = (seed) => makeWorld({ seed, friends: 100, now: 0 });
    assert.deepEqual(namesOf(world(5)), namesOf(world(5)));
    assert.deepEqual(world(5).account('alice'), world(5).account('alice'));
    assert.notDeepEqual(namesOf(world(5)), namesOf(world(6)));
  });

  it('gives each user exactly so many friends of their own', () => {
    const world = makeWorld({ friends: 100 });
    const friends = ['alice', 'bob', 'a stranger'].map((id) => [
      ...world.account(id).friends.keys(),
    ]);
    for (const list of friends) assert.equal(new Set(list).size, 100);
    assert.equal(friends[0].includes('bob') && friends[1].includes('alice'), true);
    assert.notDeepEqual(friends[0].slice(5), friends[1].slice(5));
  });

  it('holds names and avatars of every kind a page must bear', () => {
    const users = [...makeWorld({ friends: 1000 }).users.values()];
    const kinds = {
      'without a name': ({ nick }) => nick === '',
      Chinese: ({ nick }) => /^\p{Script=Han}+$/u.test(nick),
      Japanese: ({ nick }) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(nick),
      Korean: ({ nick }) => /\p{Script=Hangul}/u.test(nick),
      Arabic: ({ nick }) => /\p{Script=Arabic}/u.test(nick),
      'Latin with marks': ({ nick }) => /[à-ž]/i.test(nick),
      long: ({ nick }) => nick.length > 80,
      'like markup': ({ nick }) => nick.includes('<b>'),
      'with a drawn avatar': ({ avatar }) => avatar.startsWith('data:image/svg+xml,'),
      'with a broken avatar': ({ avatar }) => avatar === 'data:image/png;base64,AAAA',
      'without an avatar': ({ avatar }) => avatar === '',
    };
    for (const [kind, fits] of Object.entries(kinds)) assert.ok(users.some(fits), kind);
  });

  it('asks for no avatar from another host', () => {
    const users = [...makeWorld({ friends: 1000 }).users.values()];
    assert.deepEqual(
      users.filter(({ avatar }) => avatar !== '' && !avatar.startsWith('data:image/')),
      [],
    );
  });

  it('gives a remark to one friend at most', () => {
    const remarks = [...makeWorld({ friends: 200 }).account('alice').friends.values()]
      .map(({ remark }) => remark)
      .filter(Boolean);
    assert.ok(remarks.length > 3);
    assert.equal(new Set(remarks).size, remarks.length);
  });

  it('lives: people come and go and about half of them stay online', () => {
    const world = makeWorld({ friends: 200 });
    const random = seededRandom(3);
    const changed = new Set();
    world.onChange(({ userID }) => changed.add(userID));
    const userIDs = [...world.users.keys()];
    for (let round = 0; round < 20000; round += 1) changeSomething(world, random, userIDs);
    const online = userIDs.filter((userID) => world.statusOf(userID).status === 1).length;
    assert.equal(changed.size, userIDs.length);
    assert.ok(online > userIDs.length * 0.4 && online < userIDs.length * 0.7, `${online} online`);
  });

  it('changes at the rate that was asked for until it is stopped, players excepted', (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    const world = makeWorld({ friends: 20 });
    const changed = [];
    world.onChange(({ userID }) => changed.push(userID));
    let turn = 0;
    // Always another user: the first number picks the user, the rest make a new status.
    const random = () => (turn = (turn + 0.0137) % 1);
    const stop = startLife(world, { rate: 4, random });
    t.mock.timers.tick(100_000);
    const count = changed.length;
    assert.ok(count > 50 && count <= 400, `${count} changes`);
    assert.deepEqual(
      changed.filter((userID) => !/^user\d+$/.test(userID)),
      [],
    );
    stop();
    t.mock.timers.tick(100_000);
    assert.equal(changed.length, count);
  });

  it('gives every other change to those who are looked at', (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    const world = makeWorld({ friends: 20 });
    const changed = [];
    world.onChange(({ userID }) => changed.push(userID));
    const watched = () => ['alice', 'user7'];
    const stop = startLife(world, { rate: 1, random: seededRandom(1), watched });
    t.mock.timers.tick(200_000);
    stop();
    assert.ok(changed.filter((userID) => userID === 'user7').length > 40);
    assert.ok(new Set(changed).size > 10);
    assert.equal(changed.includes('alice'), false);
  });

  it('passes over those who are looked at and are no longer there', (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    const world = makeWorld({ friends: 5 });
    const changed = [];
    world.onChange(({ userID }) => changed.push(userID));
    const stop = startLife(world, { rate: 1, watched: () => ['user7000'] });
    t.mock.timers.tick(200_000);
    stop();
    assert.ok(changed.length > 50);
  });
});
