import { takeMessage } from './conversation.js';
import { makeAccount, makePeople } from './generator.js';
import { GroupMembers } from './group-members.js';

export { changeSomething, startLife } from './life.js';
export { talkOn } from './talk.js';

/**
 * @typedef {object} User
 * @property {string} userID
 * @property {string} nick empty when the user never chose one
 * @property {string} avatar a URL, or empty
 * @property {string} [language] that the user speaks: `en`, `zh`, `ja`, `ko` or `ar`
 *
 * @typedef {object} UserStatus
 * @property {number} status 0 unknown, 1 online, 2 offline, 3 not logged in
 * @property {string} customStatus
 *
 * @typedef {{ userID: string, remark: string, groups: string[] }} Friend
 *
 * @typedef {import('./conversation.js').Conversation} Conversation
 *
 * @typedef {object} Account what one user sees when logged in
 * @property {Map<string, Friend>} friends in the order of the friend list
 * @property {Set<string>} blocked
 * @property {{ userID: string, wording: string, time: number }[]} applications
 * @property {{ groupID: string, name: string }[]} groups
 * @property {Conversation[]} conversations newest first
 *
 * @typedef {{ kind: 'status', userID: string }
 *   | { kind: 'profile', userID: string }
 *   | { kind: 'friend-added' | 'friend-removed' | 'remark', ownerID: string, userID: string }
 *   | { kind: 'blocked' | 'unblocked', ownerID: string, userID: string }
 *   | { kind: 'conversation-removed', ownerID: string, type: 1 | 2, id: string }
 *   | { kind: 'conversation', ownerID: string, conversation: Conversation, changed: Partial<Conversation> }
 *   | { kind: 'member', groupID: string, userID: string, isMember: boolean, sequence: number, time: number }
 *   | { kind: 'message', ownerID: string, conversation: Conversation }} Change
 */

/** The people of the loopback cloud and what each of them sees. Tells its listeners every change. */
export class World {
  /** @type {Map<string, User>} */
  users = new Map();
  /** @type {Map<string, UserStatus>} */
  #statuses = new Map();
  /** @type {Map<string, Account>} */
  #accounts = new Map();
  #members = new GroupMembers(this);
  /** Of the notices in groups, beyond those of messages. */
  #sequence = 1_000_000;
  /** @type {Set<(change: Change) => void>} */
  #listeners = new Set();
  /** @type {import('./generator.js').Sizes} */
  sizes;

  /** @param {import('./generator.js').Sizes} sizes */
  constructor(sizes) {
    this.sizes = sizes;
    makePeople(this, sizes);
  }

  /**
   * Starts over with other people, in other numbers: who is logged in has to log in again.
   *
   * @param {Partial<import('./generator.js').Sizes>} change
   */
  resize(change) {
    this.sizes = { ...this.sizes, ...change };
    this.users.clear();
    this.#statuses.clear();
    this.#accounts.clear();
    this.#members.clear();
    makePeople(this, this.sizes);
  }

  /**
   * @param {(change: Change) => void} listener
   * @returns {() => void} stops it
   */
  onChange(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * @param {User} user
   * @param {UserStatus} [status]
   */
  addUser(user, status = { status: 3, customStatus: '' }) {
    this.users.set(user.userID, user);
    this.#statuses.set(user.userID, status);
  }

  /**
   * What a user sees. Every userID may log in: an unknown one is made on the spot.
   *
   * @param {string} userID
   * @returns {Account}
   */
  account(userID) {
    let account = this.#accounts.get(userID);
    if (!account) {
      if (!this.users.has(userID)) this.addUser({ userID, nick: userID, avatar: '' });
      account = makeAccount(this, userID, this.sizes);
      this.#accounts.set(userID, account);
    }
    return account;
  }

  /**
   * Who is in a group: those at the keyboard, some who speak its language, then any others.
   *
   * @param {string} groupID
   */
  membersOf(groupID) {
    return this.#members.of(groupID);
  }

  /**
   * A user joins a group or leaves it, which its members are told of.
   *
   * @param {string} groupID
   * @param {string} userID
   * @param {boolean} isMember
   * @param {number} time unix seconds
   */
  setMember(groupID, userID, isMember, time) {
    this.#expectUser(userID);
    this.#members.set(groupID, userID, isMember);
    const account = this.#accounts.get(userID);
    if (account && !isMember) {
      account.groups = account.groups.filter((group) => group.groupID !== groupID);
    }
    this.tell({ kind: 'member', groupID, userID, isMember, sequence: this.#sequence++, time });
  }

  /**
   * The members of a group who speak its language.
   *
   * @param {string} groupID
   */
  speakersOf(groupID) {
    return this.#members.speakersOf(groupID);
  }

  /**
   * @param {string} userID
   * @returns {UserStatus}
   */
  statusOf(userID) {
    return this.#statuses.get(userID) ?? { status: 0, customStatus: '' };
  }

  /**
   * @param {string} userID
   * @param {Partial<UserStatus>} change
   * @param {{ silent?: boolean }} [options] silent: the change is lost, no push is sent
   */
  setStatus(userID, change, { silent = false } = {}) {
    this.#expectUser(userID);
    const before = this.statusOf(userID);
    const after = { ...before, ...change };
    this.#statuses.set(userID, after);
    const changed = before.status !== after.status || before.customStatus !== after.customStatus;
    if (changed && !silent) this.tell({ kind: 'status', userID });
  }

  /**
   * @param {string} userID
   * @param {Partial<Pick<User, 'nick' | 'avatar'>>} change
   */
  setProfile(userID, change) {
    Object.assign(this.#expectUser(userID), change);
    this.tell({ kind: 'profile', userID });
  }

  /**
   * @param {string} ownerID
   * @param {string} userID
   * @param {{ remark?: string, groups?: string[] }} [details]
   */
  addFriend(ownerID, userID, { remark = '', groups = [] } = {}) {
    if (!this.users.has(userID)) this.addUser({ userID, nick: userID, avatar: '' });
    this.account(ownerID).friends.set(userID, { userID, remark, groups });
    this.tell({ kind: 'friend-added', ownerID, userID });
  }

  /**
   * @param {string} ownerID
   * @param {string} userID
   */
  removeFriend(ownerID, userID) {
    if (this.account(ownerID).friends.delete(userID)) {
      this.tell({ kind: 'friend-removed', ownerID, userID });
    }
  }

  /**
   * @param {string} ownerID
   * @param {string} userID
   * @param {string} remark
   */
  setRemark(ownerID, userID, remark) {
    const friend = this.account(ownerID).friends.get(userID);
    if (!friend) throw new RangeError(`${userID} is not a friend of ${ownerID}.`);
    friend.remark = remark;
    this.tell({ kind: 'remark', ownerID, userID });
  }

  /**
   * Blocking ends a friendship, as the cloud has it by default.
   *
   * @param {string} ownerID
   * @param {string} userID
   * @param {boolean} isBlocked
   */
  setBlocked(ownerID, userID, isBlocked) {
    const { blocked } = this.account(ownerID);
    if (blocked.has(userID) === isBlocked) return;
    if (isBlocked) blocked.add(userID);
    else blocked.delete(userID);
    this.tell({ kind: isBlocked ? 'blocked' : 'unblocked', ownerID, userID });
    if (isBlocked) this.removeFriend(ownerID, userID);
  }

  /**
   * A user writes to the owner: the conversation moves to the top, made when it is the first.
   *
   * @param {string} ownerID
   * @param {string} from
   * @param {string} text
   * @param {number} time unix seconds
   * @param {import('./conversation.js').MessageElement} [element] in place of the text
   */
  receiveMessage(ownerID, from, text, time, element) {
    this.receive(ownerID, { type: 1, id: from, text, element, from, time });
  }

  /**
   * A user writes to a group that the owner is in.
   *
   * @param {string} ownerID
   * @param {string} groupID
   * @param {{ from: string, text: string, time: number, mention?: 'me' | 'all' }} message `time` in
   *   unix seconds; `mention` is the owner, or all members
   */
  receiveGroupMessage(ownerID, groupID, message) {
    const isMember = this.account(ownerID).groups.some((group) => group.groupID === groupID);
    if (!isMember) throw new RangeError(`${ownerID} is in no group ${groupID}.`);
    this.receive(ownerID, { type: 2, id: groupID, ...message });
  }

  /**
   * @param {string} ownerID
   * @param {import('./conversation.js').NewMessage} message
   */
  receive(ownerID, message) {
    const conversation = takeMessage(this.account(ownerID).conversations, message);
    this.tell({ kind: 'message', ownerID, conversation });
  }

  /** @param {string} userID */
  #expectUser(userID) {
    const user = this.users.get(userID);
    if (!user) throw new RangeError(`There is no user ${userID}.`);
    return user;
  }

  /** Tells all listeners what has changed. @param {Change} change */
  tell(change) {
    for (const listener of this.#listeners) listener(change);
  }
}

/**
 * A world that is the same for the same seed.
 *
 * @param {object} [options]
 * @param {number} [options.seed]
 * @param {number} [options.people] at least so many in all
 * @param {number} [options.friends] of every user who logs in
 * @param {number} [options.conversations] with one user each
 * @param {number} [options.groups] group conversations, beside those
 * @param {number} [options.members] of each group
 * @param {number} [options.now] epoch ms the last messages are counted back from
 * @returns {World}
 */
export function makeWorld({
  seed = 1,
  people = 0,
  friends = 250,
  conversations = 40,
  groups = 4,
  members = 12,
  now = Date.now(),
} = {}) {
  return new World({ seed, people, friends, conversations, groups, members, now });
}
