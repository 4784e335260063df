/** @typedef {import('../answer.js').Handler} Handler */
/** @typedef {import('../world.js').User} User */

/** @param {User} user */
const profileItems = ({ nick, avatar }) => [
  { Tag: 'Tag_Profile_IM_Nick', Value: nick },
  { Tag: 'Tag_Profile_IM_Image', Value: avatar },
];

/** @param {import('../world.js').Friend} friend */
const friendItems = ({ remark, groups }) => [
  { Tag: 'Tag_SNS_IM_Remark', Value: remark },
  { Tag: 'Tag_SNS_IM_AddTime', Value: 1700000000 },
  { Tag: 'Tag_SNS_IM_Group', Value: groups },
  { Tag: 'Tag_SNS_IM_AddSource', Value: 'AddSource_Type_Web' },
];

/** @type {Handler} */
const profiles = ({ UserItem = [] }, { world }) => ({
  ErrorCode: 0,
  UserProfileItem: UserItem.flatMap((/** @type {{ To_Account: string }} */ { To_Account }) => {
    const user = world.users.get(To_Account);
    return user ? [{ To_Account, ProfileItem: profileItems(user) }] : [];
  }),
});

/** @type {Handler} */
const friends = ({ StartIndex = 0 }, { server, account }) => {
  const all = [...account.friends.values()];
  const next = Math.min(StartIndex + server.pages.friends, all.length);
  return {
    ErrorCode: 0,
    FriendNum: all.length,
    CompleteFlag: next === all.length ? 1 : 0,
    NextStartIndex: next,
    StandardSequence: 1,
    CustomSequence: 1,
    UserDataItem: all
      .slice(StartIndex, next)
      .map((friend) => ({ To_Account: friend.userID, ValueItem: friendItems(friend) })),
  };
};

/** @type {Handler} */
const friendsByID = ({ To_Account = [] }, { account, world }) => ({
  ErrorCode: 0,
  InfoItem: To_Account.flatMap((/** @type {string} */ userID) => {
    const friend = account.friends.get(userID);
    const user = world.users.get(userID);
    if (!friend || !user) return [];
    const SnsProfileItem = [...friendItems(friend), ...profileItems(user)];
    return [{ To_Account: userID, ResultCode: 0, SnsProfileItem }];
  }),
});

/** Every friendship is one of both. @type {Handler} */
const relations = ({ To_Account = [] }, { account }) => ({
  ErrorCode: 0,
  InfoItem: To_Account.map((/** @type {string} */ userID) => ({
    To_Account: userID,
    ResultCode: 0,
    Relation: `CheckResult_Type_${account.friends.has(userID) ? 'BothWay' : 'NoRelation'}`,
  })),
});

/** @type {Handler} */
const friendGroups = (_body, { account }) => {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { userID, groups: names } of account.friends.values()) {
    for (const name of names) {
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name)?.push(userID);
    }
  }
  return {
    ErrorCode: 0,
    CurrentSequence: 1,
    ResultItem: [...groups].map(([GroupName, userIDs]) => ({
      GroupName,
      FriendNumber: userIDs.length,
      To_Account: userIDs,
    })),
  };
};

/** @type {Handler} */
const blocked = (_body, { account }) => ({
  ErrorCode: 0,
  StartIndex: 0,
  BlackListItem: [...account.blocked].map((userID) => ({
    To_Account: userID,
    AddBlackTimeStamp: 1700000000,
  })),
});

/** @type {Handler} */
const applications = (_body, { account, world }) => ({
  ErrorCode: 0,
  UnreadPendencyCount: account.applications.length,
  StartTime: 0,
  CurrentSequence: 1,
  PendencyItem: account.applications.map(({ userID, wording, time }) => ({
    To_Account: userID,
    Nick: world.users.get(userID)?.nick ?? '',
    Image: world.users.get(userID)?.avatar ?? '',
    AddTime: time,
    AddSource: 'AddSource_Type_Web',
    AddWording: wording,
    PendencyType: 'Pendency_Type_ComeIn',
  })),
});

/** @type {Record<string, Handler>} */
export const contactCommands = {
  'profile.portrait_get_all': profiles,
  'sns.friend_get': friends,
  'sns.friend_get_specified': friendsByID,
  'sns.friend_check': relations,
  'sns.group_get': friendGroups,
  'sns.black_list_get': blocked,
  'sns.pendency_get': applications,
};
