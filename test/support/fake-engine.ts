import type {
  ChatEngine,
  ChatInstance,
  EngineConversation,
  EngineFriend,
  StatusAnswer,
} from '../../src/sources/chat-engine.js';
import type { FakePage } from './fake-page.js';

/** The limits of the Chat SDK and the service, as measured. */
const QUERY_LIMIT = 500;
const SUBSCRIBE_LIMIT = 100;
const HELD_LIMIT = 200;
const WINDOW = 5_000;
const CALLS_IN_WINDOW = 20;
/** The SDK rejects an unanswered call after this long, in ms. */
const NO_ANSWER = 15_000;

/** The status type by which the engine takes a user out of its map. */
const REMOVED = -1;

export type StatusMethod = 'getUserStatus' | 'subscribeUserStatus' | 'unsubscribeUserStatus';

export interface WireCall {
  readonly method: StatusMethod;
  readonly userIDs: readonly string[];
  readonly at: number;
}

type Handler = (event: { name: string; data: unknown }) => void;

interface Status {
  readonly statusType: number;
  readonly customStatus: string;
}

/** What the SDK rejects with: an Error with a code, whose message is often empty. */
export function sdkError(code: number, message = ''): Error & { code: number } {
  return Object.assign(new Error(message), { code });
}

/**
 * The Chat SDK's instance together with the cloud behind it: what is true of each user, who is
 * subscribed, and every call that went over the wire. Answers come after `latency` ms of the page's.
 */
export class FakeChat implements ChatInstance {
  readonly truth = new Map<string, Status>();
  readonly subscribed = new Set<string>();
  readonly calls: WireCall[] = [];
  friends: EngineFriend[] = [];
  /** What the SDK has of the conversations, and whether that is all. */
  conversations: EngineConversation[] = [];
  isSyncCompleted = true;
  latency = 10;
  /** Whether the plan has user status, as far as the SDK knows. */
  ability = true;
  /** The service answers every status call with this. */
  failure: Error | undefined;
  /** Whether the service answers at all. */
  network = true;
  /** Users that the service leaves out of every answer. */
  readonly strangers = new Set<string>();
  /** Calls refused because there were more than 20 in 5 s. */
  tooOften = 0;
  evicted = 0;
  /** Looks at the plan, which ask nothing of the service. */
  looks = 0;
  readonly #page: FakePage;
  readonly #handlers = new Map<string, Set<Handler>>();
  #user = '';
  #isReady = false;
  #connected = true;

  constructor(page: FakePage) {
    this.#page = page;
  }

  on(event: string, handler: (event: { data: unknown }) => void): void {
    let handlers = this.#handlers.get(event);
    if (!handlers) this.#handlers.set(event, (handlers = new Set()));
    handlers.add(handler);
  }

  off(event: string, handler: (event: { data: unknown }) => void): void {
    this.#handlers.get(event)?.delete(handler);
  }

  /** Calls every handler; what one throws is swallowed, as the SDK does. */
  emit(name: string, data?: unknown): void {
    for (const handler of [...(this.#handlers.get(name) ?? [])]) {
      try {
        handler({ name, data });
      } catch {
        // The SDK logs at a level that nobody sees.
      }
    }
  }

  get handlers(): number {
    return [...this.#handlers.values()].reduce((count, { size }) => count + size, 0);
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getLoginUser(): string {
    return this.#user;
  }

  login(user: string): void {
    this.#user = user;
    this.#isReady = true;
    this.#connected = true;
    this.subscribed.clear();
    this.emit('sdkStateReady');
  }

  logout(): Promise<void> {
    this.#isReady = false;
    this.#user = '';
    this.subscribed.clear();
    this.emit('sdkStateNotReady');
    return Promise.resolve();
  }

  kick(type: 'multipleAccount' | 'multipleDevice' | 'REST_API_Kick' | 'userSigExpired'): void {
    this.#isReady = false;
    this.#user = '';
    this.subscribed.clear();
    this.emit('kickedOut', { type });
    this.emit('sdkStateNotReady');
  }

  /** The connection is lost, with what was subscribed on it. */
  drop(): void {
    this.#connected = false;
    this.subscribed.clear();
    this.emit('netStateChange', { state: 'connecting' });
    this.emit('netStateChange', { state: 'disconnected' });
  }

  restore(): void {
    this.#connected = true;
    this.emit('netStateChange', { state: 'connected' });
  }

  /** Changes what is true of a user; whoever is subscribed is pushed. */
  set(userID: string, statusType: number, customStatus = ''): void {
    this.truth.set(userID, { statusType, customStatus });
    if (this.subscribed.has(userID) && this.#connected) {
      this.emit('onUserStatusUpdated', [{ userID, statusType, customStatus }]);
    }
  }

  of(method: StatusMethod): WireCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  users(method: StatusMethod): string[] {
    return this.of(method).flatMap(({ userIDs }) => userIDs);
  }

  getMyProfile(answer: (profile: { userID: string }) => void): void {
    this.#page.timer(() => answer({ userID: this.#user }), this.latency);
  }

  /** Local: what the service has sent of them up to now. */
  getConversationList(): ReturnType<ChatInstance['getConversationList']> {
    const { conversations, isSyncCompleted } = this;
    return Promise.resolve({ data: { conversationList: [...conversations], isSyncCompleted } });
  }

  getFriendList(): Promise<{ data: EngineFriend[] }> {
    return new Promise((resolve) => {
      this.#page.timer(() => resolve({ data: [...this.friends] }), this.latency);
    });
  }

  callExperimentalAPI(name: string, value: unknown): Promise<unknown> {
    if (name !== 'isCommercialAbilityEnabled' || value !== 2 ** 7) throw new Error(name);
    this.looks += 1;
    return Promise.resolve({ data: { enabled: this.ability } });
  }

  getUserStatus(options: { userIDList: string[] }): Promise<StatusAnswer> {
    return this.#call('getUserStatus', options.userIDList, QUERY_LIMIT, (userID) => ({
      userID,
      ...(this.truth.get(userID) ?? { statusType: 3, customStatus: '' }),
    }));
  }

  subscribeUserStatus(options: { userIDList: string[] }): Promise<StatusAnswer> {
    return this.#call('subscribeUserStatus', options.userIDList, SUBSCRIBE_LIMIT, (userID) => {
      this.subscribed.add(userID);
      if (this.subscribed.size > HELD_LIMIT) {
        this.subscribed.delete([...this.subscribed][0]!);
        this.evicted += 1;
      }
      return { userID };
    });
  }

  /** Nobody means everybody, as in the SDK. */
  unsubscribeUserStatus(options: { userIDList: string[] }): Promise<StatusAnswer> {
    return this.#call('unsubscribeUserStatus', options.userIDList, SUBSCRIBE_LIMIT, (userID) => {
      this.subscribed.delete(userID);
      return { userID };
    });
  }

  #call(
    method: StatusMethod,
    list: readonly string[],
    limit: number,
    serve: (userID: string) => { userID: string },
  ): Promise<StatusAnswer> {
    const userIDs = list.slice(0, limit);
    const now = this.#page.now();
    if (!this.#isReady) return Promise.reject(sdkError(2999));
    if (!this.ability) return Promise.reject(sdkError(3122));
    const recent = this.of(method).filter(({ at }) => at > now - WINDOW);
    if (recent.length >= CALLS_IN_WINDOW) {
      this.tooOften += 1;
      return Promise.reject(sdkError(2996));
    }
    this.calls.push({ method, userIDs, at: now });
    return new Promise((resolve, reject) => {
      if (!this.network) {
        this.#page.timer(() => reject(sdkError(2801)), NO_ANSWER);
        return;
      }
      // Any call wakes a connection that sleeps.
      if (!this.#connected) this.#page.timer(() => this.restore(), this.latency / 2);
      const { failure } = this;
      const known = userIDs.filter((userID) => !this.strangers.has(userID));
      // What is answered is true when the service is asked, not when the answer arrives.
      const successUserList = failure ? [] : known.map(serve);
      if (!failure && method === 'unsubscribeUserStatus' && userIDs.length === 0) {
        this.subscribed.clear();
      }
      this.#page.timer(() => {
        if (failure) reject(failure);
        else {
          const failureUserList = userIDs
            .filter((userID) => this.strangers.has(userID))
            .map((userID) => ({ userID, code: 70107, message: '' }));
          resolve({ data: { successUserList, failureUserList } });
        }
      }, this.latency);
    });
  }
}

type Task = (value: unknown) => void;

/** The engine's store: one status map, changed in place, and watchers called on every update. */
export class FakeStore {
  readonly #tasks = new Map<string, Map<Task, string>>();
  readonly #values = new Map<string, unknown>();

  constructor() {
    this.#reset();
    // The first map gives way to a second one with the first login, which then stays.
    this.#values.set('user userStatusList', new Map());
  }

  readonly #statuses = new Map<string, Status>();

  watch(store: string, tasks: Record<string, Task>): void {
    for (const [key, task] of Object.entries(tasks)) {
      const path = `${store} ${key}`;
      let watchers = this.#tasks.get(path);
      if (!watchers) this.#tasks.set(path, (watchers = new Map()));
      watchers.set(task, path);
      const value = this.#values.get(path);
      if (key === 'conversationList' && (value as unknown[]).length === 0) continue;
      task(value);
    }
  }

  unwatch(store: string, tasks: Record<string, Task>): void {
    for (const [key, task] of Object.entries(tasks)) {
      this.#tasks.get(`${store} ${key}`)?.delete(task);
    }
  }

  getData(store: string, key: string): unknown {
    return this.#values.get(`${store} ${key}`);
  }

  update(store: string, key: string, value: unknown): void {
    const path = `${store} ${key}`;
    if (key === 'userStatusList') {
      const entries = value as (Partial<Status> & { userID: string })[];
      const map = this.#values.get(path) as Map<string, Status>;
      if (entries.length === 0) map.clear();
      for (const { userID, statusType = 0, customStatus = '' } of entries) {
        if (statusType === REMOVED) map.delete(userID);
        else map.set(userID, { statusType, customStatus });
      }
    } else {
      this.#values.set(path, value);
    }
    const current = this.#values.get(path);
    // A watcher that throws stops those after it.
    for (const task of this.#tasks.get(path)?.keys() ?? []) task(current);
  }

  /** How many watchers there are. */
  get watchers(): number {
    return [...this.#tasks.values()].reduce((count, { size }) => count + size, 0);
  }

  /** Everything but the statuses goes back to its beginning, and no watcher is called. */
  reset(): void {
    this.#reset();
  }

  #reset(): void {
    this.#values.set(
      'app enabledOnlineStatus',
      this.getData('app', 'enabledOnlineStatus') ?? false,
    );
    this.#values.set('user userStatusList', this.#statuses);
    this.#values.set('user displayOnlineStatus', false);
    this.#values.set('user userBlacklist', []);
    this.#values.set('user userProfile', {});
    this.#values.set('user kickedOut', '');
    this.#values.set('user netStateChange', '');
    this.#values.set('friend friendList', []);
    this.#values.set('conv conversationList', []);
  }
}

/** The engine's own object, with the chat instance in a field that its types leave out. */
class FakeTUIChatEngine {
  chat: FakeChat | undefined;
  isInited = false;
  #userID = '';
  readonly #logIn: (engine: FakeTUIChatEngine, chat: FakeChat) => void;
  readonly #logOut: () => void;

  constructor(logIn: (engine: FakeTUIChatEngine, chat: FakeChat) => void, logOut: () => void) {
    this.#logIn = logIn;
    this.#logOut = logOut;
  }

  getMyUserID(): string {
    return this.#userID;
  }

  isReady(): boolean {
    return this.chat?.isReady() ?? false;
  }

  login({ chat, userID }: { chat: FakeChat; userID: string }): Promise<unknown> {
    this.chat = chat;
    this.#userID = userID;
    this.#logIn(this, chat);
    return Promise.resolve({});
  }

  logout(): Promise<void> {
    this.#userID = '';
    this.isInited = false;
    this.#logOut();
    return this.chat!.logout();
  }
}

/**
 * A small faithful `@tencentcloud/chat-uikit-engine`: what it does by itself to statuses, and the
 * faults it has. Names of stores are its own, so that nobody relies on the real ones.
 */
export class FakeEngine implements ChatEngine {
  readonly StoreName = { APP: 'app', USER: 'user', FRIEND: 'friend', CONV: 'conv' } as const;
  readonly TUIStore = new FakeStore();
  readonly TUIChatEngine: FakeTUIChatEngine;
  readonly TUIUserService: FakeUserService;
  readonly TUIFriendService: { getFriendList(): Promise<{ data: EngineFriend[] }> };
  readonly TUIConversationService = {};
  /** What the engine keeps in the browser for every user of the page. */
  persistedDisplay = false;
  readonly warnings: unknown[] = [];

  constructor() {
    this.TUIUserService = new FakeUserService(this);
    this.TUIChatEngine = new FakeTUIChatEngine(
      (engine, chat) => this.#logIn(engine, chat),
      () => this.TUIStore.reset(),
    );
    this.TUIFriendService = {
      getFriendList: () =>
        this.TUIChatEngine.isInited ? this.TUIChatEngine.chat!.getFriendList() : notInited(),
    };
  }

  /** The SDK brings another list of friends: a new array of the same objects. */
  setFriends(friends: readonly EngineFriend[]): void {
    this.TUIStore.update('friend', 'friendList', [...friends]);
  }

  setConversations(conversations: readonly EngineConversation[]): void {
    this.TUIStore.update('conv', 'conversationList', [...conversations]);
  }

  statusOf(userID: string): Status | undefined {
    return this.statuses.get(userID);
  }

  get statuses(): Map<string, Status> {
    return this.TUIStore.getData('user', 'userStatusList') as Map<string, Status>;
  }

  #logIn(engine: FakeTUIChatEngine, chat: FakeChat): void {
    chat.on('kickedOut', ({ data }) => {
      this.TUIStore.update('user', 'kickedOut', (data as { type: string }).type);
    });
    chat.on('netStateChange', ({ data }) => {
      this.TUIStore.update('user', 'netStateChange', (data as { state: string }).state);
    });
    this.TUIStore.reset();
    this.TUIStore.update('user', 'displayOnlineStatus', this.persistedDisplay);
    chat.on('onUserStatusUpdated', ({ data }) => {
      this.TUIStore.update('user', 'userStatusList', data);
    });
    // Each login adds a watcher.
    this.TUIStore.watch('conv', {
      conversationList: () => {
        const enabled = this.TUIStore.getData('app', 'enabledOnlineStatus');
        if (enabled && this.TUIStore.getData('user', 'displayOnlineStatus')) {
          this.subscribePartners();
        }
      },
    });
    if (chat.isReady()) {
      void chat.getFriendList().then(({ data }) => {
        if (data.length > 0) this.setFriends(data);
      });
    }
    engine.isInited = true;
    chat.getMyProfile((profile) => this.TUIStore.update('user', 'userProfile', profile));
    // The ability is looked at once.
    this.TUIStore.update('app', 'enabledOnlineStatus', chat.ability);
  }

  /** Subscribes and asks for conversation partners that its map does not have. */
  subscribePartners(): void {
    const { chat } = this.TUIChatEngine;
    const partners = (this.TUIStore.getData('conv', 'conversationList') as EngineConversation[])
      .filter(({ conversationID }) => conversationID.startsWith('C2C'))
      .map(({ conversationID }) => conversationID.replace('C2C', ''))
      .filter((userID) => !this.statuses.has(userID));
    if (partners.length === 0 || !chat?.isReady()) return;
    const warn = (error: unknown) => this.warnings.push(error);
    chat.subscribeUserStatus({ userIDList: partners }).catch(warn);
    this.TUIUserService.ask({ userIDList: partners }).catch(warn);
  }
}

interface Options {
  userIDList: string[];
}

class FakeUserService {
  readonly #engine: FakeEngine;

  constructor(engine: FakeEngine) {
    this.#engine = engine;
  }

  get #chat(): FakeChat {
    return this.#engine.TUIChatEngine.chat!;
  }

  switchUserStatus({ displayOnlineStatus = false }): Promise<unknown> | undefined {
    const { TUIStore, TUIChatEngine } = this.#engine;
    if (!TUIChatEngine.isInited) return notInited();
    this.#engine.persistedDisplay = displayOnlineStatus;
    TUIStore.update('user', 'displayOnlineStatus', displayOnlineStatus);
    if (!TUIStore.getData('app', 'enabledOnlineStatus')) return undefined;
    if (displayOnlineStatus) this.#engine.subscribePartners();
    else {
      this.unsubscribeUserStatus({ userIDList: [] }).catch((error: unknown) =>
        this.#engine.warnings.push(error),
      );
    }
    return undefined;
  }

  getUserStatus(options: Options): Promise<StatusAnswer> {
    return this.ask(options);
  }

  /** The engine's own way to a query, past the method that the page calls. */
  ask(options: Options): Promise<StatusAnswer> {
    return this.#chat.getUserStatus(options).then((answer) => {
      const users = answer.data!.successUserList!;
      if (users.length > 0) this.#engine.TUIStore.update('user', 'userStatusList', users);
      return answer;
    });
  }

  subscribeUserStatus(options: Options): Promise<StatusAnswer | undefined> {
    if (!options.userIDList.length) return Promise.resolve(undefined);
    return this.#chat.subscribeUserStatus(options);
  }

  /** Takes those whom the service did not let go out of the store too. */
  unsubscribeUserStatus(options: Options): Promise<StatusAnswer> {
    return this.#chat.unsubscribeUserStatus(options).then((answer) => {
      this.#engine.TUIStore.update(
        'user',
        'userStatusList',
        options.userIDList.map((userID) => ({ userID, statusType: REMOVED })),
      );
      return answer;
    });
  }
}

/** Before its login the engine rejects with a plain object. */
function notInited(): Promise<never> {
  return Promise.reject(
    Object.assign(Object.create(Object.prototype) as Error, {
      code: -100000,
      message: 'engine is not logged in',
    }),
  );
}

/** A one-to-one conversation, as the engine's store holds it. */
export function conversationWith(
  userID: string,
  more: Partial<EngineConversation> = {},
): EngineConversation {
  return {
    conversationID: `C2C${userID}`,
    type: 'C2C',
    userProfile: { userID, nick: `Nick of ${userID}` },
    lastMessage: { lastTime: 1_700_000_000, messageForShow: 'hi' },
    unreadCount: 0,
    isPinned: false,
    isMuted: false,
    ...more,
  };
}

export function friend(userID: string, more: Partial<EngineFriend> = {}): EngineFriend {
  return { userID, remark: '', groupList: [], profile: { nick: '', avatar: '' }, ...more };
}
