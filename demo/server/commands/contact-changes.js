/** @typedef {import('../answer.js').Handler} Handler */

/** @param {string} userID */
const done = (userID) => ({ To_Account: userID, ResultCode: 0, ResultInfo: '' });

/** The client learns of a new friend, and of one that is gone, by the push alone. @type {Handler} */
const addFriends = ({ AddFriendItem = [] }, { world, userID }) => ({
  ErrorCode: 0,
  ResultItem: AddFriendItem.map((/** @type {Record<string, string>} */ item) => {
    const { To_Account = '', Remark, GroupName } = item;
    const groups = GroupName ? [GroupName] : [];
    if (To_Account) world.addFriend(userID, To_Account, { remark: Remark, groups });
    return done(To_Account);
  }),
});

/** @type {Handler} */
const removeFriends = ({ To_Account = [] }, { world, userID }) => ({
  ErrorCode: 0,
  ResultItem: To_Account.map((/** @type {string} */ friend) => {
    world.removeFriend(userID, friend);
    return done(friend);
  }),
});

/** @type {Handler} */
const updateFriends = ({ UpdateItem = [] }, { world, userID, account }) => ({
  ErrorCode: 0,
  ResultItem: UpdateItem.map(
    (/** @type {{ To_Account: string, SnsItem: { Tag: string, Value: string }[] }} */ item) => {
      const { To_Account, SnsItem } = item;
      const remark = SnsItem.find(({ Tag }) => Tag === 'Tag_SNS_IM_Remark');
      if (remark && account.friends.has(To_Account)) {
        world.setRemark(userID, To_Account, remark.Value);
      }
      return done(To_Account);
    },
  ),
});

/**
 * Puts a friend into a group, or takes the friend out of it.
 *
 * @param {import('../world.js').Account} account
 * @param {string} userID
 * @param {string} name
 * @param {boolean} isMember
 */
function setGroup(account, userID, name, isMember) {
  const friend = account.friends.get(userID);
  if (!friend) return;
  const others = friend.groups.filter((each) => each !== name);
  friend.groups = isMember ? [...others, name] : others;
}

/** @type {Handler} */
const addFriendGroup = ({ GroupName: [name] = [''], To_Account = [] }, { account }) => ({
  ErrorCode: 0,
  ResultItem: To_Account.map((/** @type {string} */ userID) => {
    setGroup(account, userID, name, true);
    return done(userID);
  }),
});

/** @type {Handler} */
const removeFriendGroups = ({ GroupName = [] }, { account }) => {
  for (const name of GroupName) {
    for (const userID of account.friends.keys()) setGroup(account, userID, name, false);
  }
  return { ErrorCode: 0 };
};

/** The user renames a group, puts friends into it or takes them out. @type {Handler} */
const updateFriendGroup = ({ GroupOldName, GroupNewName, UpdateGroupItem = [] }, { account }) => {
  if (GroupNewName !== undefined) {
    for (const { userID, groups } of account.friends.values()) {
      if (!groups.includes(GroupOldName)) continue;
      setGroup(account, userID, GroupOldName, false);
      setGroup(account, userID, GroupNewName, true);
    }
  }
  return {
    ErrorCode: 0,
    ResultItem: UpdateGroupItem.map((/** @type {Record<string, string>} */ item) => {
      const { To_Account = '', UpdateType } = item;
      setGroup(account, To_Account, GroupOldName, UpdateType === 'Update_Type_Add');
      return { To_Account, UpdateType, ResultCode: 0 };
    }),
  };
};

/**
 * @param {boolean} isBlocked
 * @returns {Handler}
 */
const setBlocked =
  (isBlocked) =>
  ({ To_Account = [] }, { world, userID }) => ({
    ErrorCode: 0,
    ResultItem: To_Account.map((/** @type {string} */ other) => {
      world.setBlocked(userID, other, isBlocked);
      return done(other);
    }),
  });

/** @type {Handler} */
const setProfile = ({ ProfileItem = [] }, { world, userID }) => {
  for (const { Tag, Value } of ProfileItem) {
    if (Tag === 'Tag_Profile_IM_Nick') world.setProfile(userID, { nick: String(Value) });
    if (Tag === 'Tag_Profile_IM_Image') world.setProfile(userID, { avatar: String(Value) });
  }
  return { ErrorCode: 0 };
};

/** What a user changes in the own contacts. @type {Record<string, Handler>} */
export const contactChangeCommands = {
  'profile.portrait_set': setProfile,
  'sns.friend_add': addFriends,
  'sns.friend_delete': removeFriends,
  'sns.friend_update': updateFriends,
  'sns.group_add': addFriendGroup,
  'sns.group_delete': removeFriendGroups,
  'sns.group_update': updateFriendGroup,
  'sns.black_list_add': setBlocked(true),
  'sns.black_list_delete': setBlocked(false),
};
