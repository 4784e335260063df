/**
 * The parts of `@tencentcloud/chat-uikit-engine` (2.5.8) and `chat-uikit-engine-lite` (1.0.7) that
 * presence uses: structural types of our own, so that an app needs no types of the engine's.
 */
export interface ChatEngine {
  TUIStore: TUIStoreLike;
  StoreName: Readonly<Record<'USER' | 'FRIEND' | 'CONV' | 'APP', string>>;
  TUIUserService: TUIUserServiceLike;
  TUIChatEngine: TUIChatEngineLike;
  TUIFriendService?: { getFriendList?(): Promise<{ data?: unknown[] }> };
  TUIConversationService?: object;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- the engine's own types differ by version;
   `any` lets each of them fit. */

export interface TUIStoreLike {
  watch(storeName: any, tasks: any, ...rest: any[]): void;
  unwatch(storeName: any, tasks: any): void;
  getData(storeName: any, key: any): any;
  update(storeName: any, key: any, value: any): void;
}

export interface TUIUserServiceLike {
  switchUserStatus(options: { displayOnlineStatus: boolean }): any;
  getUserStatus(options: { userIDList: string[] }): any;
  subscribeUserStatus(options: { userIDList: string[] }): any;
  unsubscribeUserStatus(options: { userIDList: string[] }): any;
}

export interface TUIChatEngineLike {
  getMyUserID?(): string;
  isReady?(): boolean;
}

/* eslint-enable @typescript-eslint/no-explicit-any */

/** The Chat SDK's instance, which the engine keeps in a field that its types leave out. */
export interface ChatInstance {
  on(event: string, handler: (event: { data: unknown }) => void): void;
  off(event: string, handler: (event: { data: unknown }) => void): void;
  isReady(): boolean;
  getLoginUser(): string;
  getConversationList(): Promise<{
    data: { conversationList: EngineConversation[]; isSyncCompleted: boolean };
  }>;
  callExperimentalAPI?(name: string, value: unknown): unknown;
  getUserStatus: StatusCall;
  subscribeUserStatus: StatusCall;
  unsubscribeUserStatus: StatusCall;
}

export type StatusCall = (options: { userIDList: string[] }) => Promise<StatusAnswer | undefined>;

export interface StatusAnswer {
  data?: {
    successUserList?: { userID: string; statusType?: number; customStatus?: string }[];
    failureUserList?: { userID: string; code?: number }[];
  };
}

/** A friend as the engine's FRIEND store holds it. */
export interface EngineFriend {
  userID: string;
  remark?: string;
  groupList?: string[];
  profile?: { nick?: string; avatar?: string };
}

/** A conversation as the engine's CONV store holds it. */
export interface EngineConversation {
  conversationID: string;
  type?: string;
  remark?: string;
  userProfile?: { userID?: string; nick?: string; avatar?: string };
  groupProfile?: { groupID?: string; name?: string; avatar?: string };
  lastMessage?: {
    lastTime?: number;
    messageForShow?: string;
    type?: string | null;
    isRevoked?: boolean;
    fromAccount?: string;
    nick?: string;
    nameCard?: string;
  };
  unreadCount?: number;
  isPinned?: boolean;
  isMuted?: boolean;
  draftText?: string;
  getShowName?(): string;
  getLastMessage?(what: 'text'): string;
}

/** What an engine must have, by name. */
const NEEDED = {
  TUIStore: ['watch', 'unwatch', 'getData', 'update'],
  StoreName: [],
  TUIUserService: [
    'switchUserStatus',
    'getUserStatus',
    'subscribeUserStatus',
    'unsubscribeUserStatus',
  ],
  TUIChatEngine: [],
};

/** Throws a `TypeError` that names what a thing lacks to be an engine. */
export function assertChatEngine(engine: unknown): asserts engine is ChatEngine {
  const parts = Object(engine) as Record<string, Record<string, unknown> | undefined>;
  const missing = Object.entries(NEEDED).flatMap(([part, methods]) =>
    parts[part]
      ? methods
          .filter((name) => typeof parts[part]![name] !== 'function')
          .map((n) => `${part}.${n}`)
      : [part],
  );
  if (missing.length === 0) return;
  throw new TypeError(
    `connect(engine) needs the exports of @tencentcloud/chat-uikit-engine (or its -lite line); ` +
      `this lacks ${missing.join(', ')}.`,
  );
}
