import type {
  ChatConversation,
  ChatFriend,
  StatusAnswer,
} from '../../src/sources/chat/chat-instance.js';
import type { ChatEngine } from '../../src/sources/engine/chat-engine.js';
import type { FakeChat, Status } from './fake-chat.js';
import { FakeStore, REMOVED } from './fake-store.js';

type Handler = (event: { data: unknown }) => void;

/** The engine's link to the events of a chat instance. Another instance has to be bound by hand. */
class FakeEventCenter {
  readonly #chat: () => FakeChat;
  readonly #handlers: Readonly<Record<string, Handler>>;

  constructor(chat: () => FakeChat, handlers: Readonly<Record<string, Handler>>) {
    this.#chat = chat;
    this.#handlers = handlers;
    this.bindIMEvents();
  }

  bindIMEvents(): void {
    for (const [event, handler] of Object.entries(this.#handlers)) this.#chat().on(event, handler);
  }

  unbindIMEvents(): void {
    for (const [event, handler] of Object.entries(this.#handlers)) this.#chat().off(event, handler);
  }
}

/** The engine's main object; the official types leave out its field `chat`. */
class FakeTUIChatEngine {
  chat: FakeChat | undefined;
  isInited = false;
  /** Created by the first login, and bound to the chat instance of that login. */
  eventCenter: FakeEventCenter | undefined;
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
 * A small `@tencentcloud/chat-uikit-engine` that does by itself what the official one does with
 * statuses, and has its faults. The names of its stores differ from the official ones, so that no
 * code can depend on those.
 */
export class FakeEngine implements ChatEngine {
  readonly StoreName = { APP: 'app', USER: 'user', FRIEND: 'friend', CONV: 'conv' } as const;
  readonly TUIStore = new FakeStore();
  readonly TUIChatEngine: FakeTUIChatEngine;
  readonly TUIUserService: FakeUserService;
  readonly TUIFriendService: { getFriendList(): Promise<{ data: ChatFriend[] }> };
  readonly TUIConversationService = {};
  /** The switch as the engine keeps it in the browser, one for all users of the page. */
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

  /** Publishes another list of friends: a new array of the same objects. */
  setFriends(friends: readonly ChatFriend[]): void {
    this.TUIStore.update('friend', 'friendList', [...friends]);
  }

  setConversations(conversations: readonly ChatConversation[]): void {
    this.TUIStore.update('conv', 'conversationList', [...conversations]);
  }

  /** The status of a user in the engine's own map. */
  statusOf(userID: string): Status | undefined {
    return this.statuses.get(userID);
  }

  get statuses(): Map<string, Status> {
    return this.TUIStore.getData('user', 'userStatusList') as Map<string, Status>;
  }

  #logIn(engine: FakeTUIChatEngine, chat: FakeChat): void {
    const store = (key: string, value: unknown) => this.TUIStore.update('user', key, value);
    engine.eventCenter ??= new FakeEventCenter(() => engine.chat!, {
      kickedOut: ({ data }) => store('kickedOut', (data as { type: string }).type),
      netStateChange: ({ data }) => store('netStateChange', (data as { state: string }).state),
      onUserStatusUpdated: ({ data }) => store('userStatusList', data),
    });
    this.TUIStore.reset();
    this.TUIStore.update('user', 'displayOnlineStatus', this.persistedDisplay);
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
    // The engine checks the ability once.
    this.TUIStore.update('app', 'enabledOnlineStatus', chat.ability);
  }

  /** Subscribes and queries the conversation partners that its map does not have. */
  subscribePartners(): void {
    const { chat } = this.TUIChatEngine;
    const partners = (this.TUIStore.getData('conv', 'conversationList') as ChatConversation[])
      .filter(({ conversationID }) => conversationID.startsWith('C2C'))
      .map(({ conversationID }) => conversationID.replace('C2C', ''))
      .filter((userID) => !this.statuses.has(userID));
    if (partners.length === 0 || !chat?.isReady()) return;
    const warn = (error: unknown) => this.warnings.push(error);
    chat.subscribeUserStatus({ userIDList: partners }).catch(warn);
    this.TUIUserService.query({ userIDList: partners }).catch(warn);
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
    return this.query(options);
  }

  /** The query that the engine makes by itself, without the method that the page calls. */
  query(options: Options): Promise<StatusAnswer> {
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

  /** Also removes the users whom the service refused to unsubscribe from the store. */
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
