/** @typedef {import('../answer.js').Handler} Handler */

/** The cloud gives no more members at once. */
const largestPage = 100;

/**
 * Who is in a group that the user is in; the user alone is certain to be.
 *
 * @param {string} groupID
 * @param {import('../answer.js').Context} context
 * @returns {string[] | undefined}
 */
function membersOf(groupID, { account, world, userID }) {
  if (!account.groups.some((group) => group.groupID === groupID)) return undefined;
  return [...new Set([userID, ...world.membersOf(groupID)])];
}

const notInGroup = { ErrorCode: 10007, ErrorInfo: 'only group member can get group info' };

/** @type {Handler} */
const members = ({ GroupId = '', Limit = largestPage, Offset = 0 }, context) => {
  const all = membersOf(GroupId, context);
  if (!all) return notInGroup;
  const page = all.slice(Offset, Offset + Math.min(Limit, largestPage));
  return {
    ErrorCode: 0,
    MemberNum: all.length,
    MemberList: page.map((userID) => ({
      Member_Account: userID,
      Role: 'Member',
      JoinTime: 1700000000,
      NameCard: '',
      ShutUpUntil: 0,
    })),
  };
};

/** @type {Handler} */
const onlineMembers = ({ GroupId = '' }, context) => {
  const all = membersOf(GroupId, context);
  if (!all) return notInGroup;
  const online = all.filter((userID) => context.world.statusOf(userID).status === 1);
  return { ErrorCode: 0, OnlineMemberNum: online.length };
};

/** @type {Record<string, Handler>} */
export const groupCommands = {
  'group_open_http_svc.get_group_member_info': members,
  'group_open_http_svc.get_online_member_num': onlineMembers,
};
