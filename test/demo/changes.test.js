import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { startChatServer } from '../../demo/server/chat-server.js';
import { makeWorld } from '../../demo/server/world.js';
import { RawClient } from './support/raw-client.js';

describe('a user who changes the own lists', () => {
  let server;
  let client;
  let account;

  beforeEach(async () => {
    const world = makeWorld({ friends: 4, conversations: 3, groups: 1 });
    account = world.account('alice');
    for (const friend of account.friends.values()) friend.groups = [];
    server = await startChatServer({ world });
    client = await RawClient.logIn(server.url);
  });

  afterEach(() => server.close());

  const nextEvent = async () => (await client.nextPush()).body.EventArray[0];
  const nextFriendChange = async () => (await nextEvent()).FriendListMod[0];
  const conversationWith = (userID) => account.conversations.find(({ id }) => id === userID);

  it('adds a friend, renames and removes one', async () => {
    const item = { To_Account: 'user50', Remark: 'Fifty', GroupName: 'Team' };
    const { ResultItem } = await client.call('sns.friend_add', { AddFriendItem: [item] });
    assert.deepEqual(ResultItem, [{ To_Account: 'user50', ResultCode: 0, ResultInfo: '' }]);
    assert.deepEqual(await nextFriendChange(), { PushType: 1, FriendAdd_Account: ['user50'] });
    const SnsItem = [{ Tag: 'Tag_SNS_IM_Remark', Value: '50' }];
    await client.call('sns.friend_update', { UpdateItem: [{ To_Account: 'user50', SnsItem }] });
    assert.equal((await nextFriendChange()).FriendUpInfo[0].Friend_Account, 'user50');
    assert.deepEqual(account.friends.get('user50'), {
      userID: 'user50',
      remark: '50',
      groups: ['Team'],
    });
    await client.call('sns.friend_delete', { To_Account: ['user50'] });
    assert.deepEqual(await nextFriendChange(), { PushType: 2, FriendDel_Account: ['user50'] });
  });

  it('makes, renames and removes a group of friends', async () => {
    const groupsOf = (userID) => account.friends.get(userID).groups;
    await client.call('sns.group_add', { GroupName: ['Choir'], To_Account: ['bob', 'carol'] });
    assert.deepEqual(groupsOf('bob'), ['Choir']);
    await client.call('sns.group_update', { GroupOldName: 'Choir', GroupNewName: 'Band' });
    const UpdateGroupItem = [{ To_Account: 'bob', UpdateType: 'Update_Type_Delete' }];
    await client.call('sns.group_update', { GroupOldName: 'Band', UpdateGroupItem });
    assert.deepEqual([groupsOf('bob'), groupsOf('carol')], [[], ['Band']]);
    await client.call('sns.group_delete', { GroupName: ['Band'] });
    assert.deepEqual(groupsOf('carol'), []);
  });

  it('blocks a friend, who is one no longer, and unblocks the user', async () => {
    await client.call('sns.black_list_add', { To_Account: ['bob'] });
    assert.deepEqual(await nextFriendChange(), { BlackListAdd_Account: ['bob'] });
    assert.deepEqual(await nextFriendChange(), { PushType: 2, FriendDel_Account: ['bob'] });
    await client.call('sns.black_list_delete', { To_Account: ['bob'] });
    assert.deepEqual(await nextFriendChange(), { BlackListDel_Account: ['bob'] });
    assert.deepEqual([account.friends.has('bob'), account.blocked.has('bob')], [false, false]);
  });

  it('pins, reads, mutes, clears and removes a conversation', async () => {
    const bob = conversationWith('bob');
    Object.assign(bob, { pinned: false, muted: false, unread: 3 });
    const item = { Type: 1, To_Account: 'bob' };
    const contact = { Type: 1, Peer_Account: 'bob' };
    await client.call('recentcontact.top', { OperationType: 1, RecentContactItem: [item] });
    const [pinned] = (await nextEvent()).RecentContactMod;
    assert.deepEqual(pinned.RecentContactTopItem, { RecentContactList: [contact] });
    await client.call('openim.msgreaded', { C2CMsgReaded: { C2CMsgReadedItem: [item] } });
    const [{ ReadC2cMsgNotify }] = (await nextEvent()).C2cNotifyMsgArray;
    assert.equal(ReadC2cMsgNotify.UinPairReadArray[0].From_Account, 'bob');
    const muting = { Peer_Account: ['bob'], Mute_Notifications: 2 };
    await client.call('openim.set_c2c_peer_mute_notifications', muting);
    const [{ MuteNotificationsSync }] = (await nextEvent()).C2cNotifyMsgArray;
    assert.deepEqual(MuteNotificationsSync, { To_Account: ['bob'], MuteNotifications: 2 });
    assert.deepEqual([bob.pinned, bob.muted, bob.unread], [true, true, 0]);
    await client.call('recentcontact.clear_msg', item);
    assert.equal(bob.text, '');
    await nextEvent();
    const { ResultItem } = await client.call('recentcontact.batch_delete', { ContactItem: [item] });
    assert.equal(ResultItem[0].ResultCode, 0);
    const [removed] = (await nextEvent()).RecentContactMod;
    assert.deepEqual(removed.RecentContactDeleteItem, { RecentContactList: [contact] });
    assert.equal(conversationWith('bob'), undefined);
  });

  it('takes another name', async () => {
    const ProfileItem = [{ Tag: 'Tag_Profile_IM_Nick', Value: 'Alicia' }];
    await client.call('profile.portrait_set', { ProfileItem });
    assert.equal((await nextEvent()).ProfileDataMod[0].Profile_Account, 'alice');
  });
});
