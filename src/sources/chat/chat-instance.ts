/* The parts of the Chat SDK (`@tencentcloud/chat` 3.6.6, `lite-chat`) that presence uses: structural
   types of our own, so that an app needs no types of the SDK's. */

/** The Chat SDK's instance, what `TencentCloudChat.create()` returns. */
export interface ChatInstance {
  on(event: string, handler: ChatEventHandler): void;
  off(event: string, handler: ChatEventHandler): void;
  isReady(): boolean;
  getLoginUser(): string;
  /** The lists come with modules of the SDK, which an app may do without. */
  getFriendList?(): Promise<{ data?: ChatFriend[] }>;
  getBlacklist?(): Promise<{ data?: string[] }>;
  getConversationList?(): Promise<{
    data: { conversationList: ChatConversation[]; isSyncCompleted: boolean };
  }>;
  callExperimentalAPI?(name: string, value: unknown): unknown;
  /** Adds modules; only `lite-chat` has it. */
  use?(modules: unknown[]): unknown;
  getUserStatus: StatusCall;
  subscribeUserStatus: StatusCall;
  unsubscribeUserStatus: StatusCall;
  setSelfStatus?(options: { customStatus: string }): Promise<unknown>;
  getUserProfile?(options: { userIDList: string[] }): Promise<{ data?: ChatProfile[] }>;
  /** Loads the groups of the logged-in user; of any other group the SDK has no data. */
  getGroupList?(): Promise<unknown>;
  getGroupMemberList?(options: {
    groupID: string;
    count: number;
    offset: number | string;
  }): Promise<{ data?: { memberList?: ChatGroupMember[]; offset?: number | string } }>;
  getGroupOnlineMemberCount?(groupID: string): Promise<{ data?: { memberCount?: number } }>;
}

/** A profile as the SDK hands it out. */
export interface ChatProfile {
  userID: string;
  nick?: string;
  avatar?: string;
  /** Epoch ms; 0 until the SDK has loaded the profile. */
  lastUpdatedTime?: number;
}

/** A member of a group, with the name that the group knows the member by. */
export interface ChatGroupMember extends ChatProfile {
  nameCard?: string;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- the SDK's own types differ by version, and say
   `String` for a string; `any` lets each of them fit. */

/** What `connect` takes for the Chat SDK's instance. */
export interface GivenChat {
  on(event: any, handler: any): any;
  off(event: any, handler: any): any;
  isReady(): boolean;
  getLoginUser(): any;
  getUserStatus(options: any): Promise<any>;
  subscribeUserStatus(options: any): Promise<any>;
  unsubscribeUserStatus(options: any): Promise<any>;
}

/* eslint-enable @typescript-eslint/no-explicit-any */

export type ChatEventHandler = (event: { data: unknown }) => void;

/** The names of the SDK's three status calls. */
export type StatusMethod = 'getUserStatus' | 'subscribeUserStatus' | 'unsubscribeUserStatus';

/** One of the SDK's three status calls. */
export type StatusCall = (options: { userIDList: string[] }) => Promise<StatusAnswer | undefined>;

/** What a status call resolves with. */
export interface StatusAnswer {
  data?: {
    successUserList?: { userID: string; statusType?: number; customStatus?: string }[];
    failureUserList?: { userID: string; code?: number }[];
  };
}

/** A friend as the SDK and the engine's FRIEND store hold it. */
export interface ChatFriend {
  userID: string;
  remark?: string;
  groupList?: string[];
  profile?: Omit<ChatProfile, 'userID'>;
}

/** A conversation as the SDK and the engine's CONV store hold it. */
export interface ChatConversation {
  conversationID: string;
  type?: string;
  remark?: string;
  userProfile?: Partial<ChatProfile>;
  groupProfile?: { groupID?: string; name?: string; avatar?: string };
  lastMessage?: {
    lastTime?: number;
    messageForShow?: string;
    type?: string | null;
    payload?: { text?: string; data?: string } | null;
    isRevoked?: boolean;
    fromAccount?: string;
    nick?: string;
    nameCard?: string;
  };
  unreadCount?: number;
  isPinned?: boolean;
  /** Of the engine's; the SDK has `messageRemindType` alone. */
  isMuted?: boolean;
  messageRemindType?: string;
  draftText?: string;
  /** The mentions in unread messages of a group, each with its kinds. */
  groupAtInfoList?: { atTypeArray?: number[] }[];
  getShowName?(): string;
  getLastMessage?(what: 'text'): string;
}
