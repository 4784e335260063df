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

/** Whether a thing is an engine, if only in parts. */
export function isAnyEngine(thing: unknown): thing is ChatEngine {
  const parts = Object(thing) as Partial<ChatEngine>;
  return Boolean(parts.TUIStore ?? parts.TUIUserService ?? parts.TUIChatEngine);
}

/** The parts and methods that a thing lacks to be an engine. */
export function missingOfEngine(thing: unknown): string[] {
  const parts = Object(thing) as Record<string, Record<string, unknown> | undefined>;
  return Object.entries(NEEDED).flatMap(([part, methods]) =>
    parts[part]
      ? methods
          .filter((name) => typeof parts[part]![name] !== 'function')
          .map((n) => `${part}.${n}`)
      : [part],
  );
}

/** @throws TypeError that names what an engine lacks */
export function assertWholeEngine(engine: ChatEngine): void {
  const missing = missingOfEngine(engine);
  if (missing.length === 0) return;
  throw new TypeError(
    `connect(engine) needs the exports of @tencentcloud/chat-uikit-engine (or its -lite line); ` +
      `this lacks ${missing.join(', ')}.`,
  );
}
