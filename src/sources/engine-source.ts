import type { Page } from '../page.js';
import { presenceError } from '../presence-error.js';
import type { CallFailure, RunningSource, SourceReport } from '../presence-source.js';
import type { StatusEntry } from '../presence.js';
import { observeStrings } from '../words/index.js';
import type { ChatEngine, ChatInstance, EngineConversation, StatusAnswer } from './chat-engine.js';
import { EngineCalls, entriesOf, partnersOf } from './engine-calls.js';
import { blockedIn, ContactTranslator, friendsIn, toConversations } from './engine-directory.js';
import { toPresenceError } from './engine-errors.js';
import { replaceMethod } from './replace-method.js';
import { StatusScan } from './status-scan.js';

/** Events of the Chat SDK; the values of its `EVENT`. */
const EVENTS = {
  ready: 'sdkStateReady',
  notReady: 'sdkStateNotReady',
  kicked: 'kickedOut',
  connection: 'netStateChange',
  status: 'onUserStatusUpdated',
};

/** The ability to use user status, as the Chat SDK numbers it. */
const ABILITY = 2 ** 7;
/** The ability may arrive about a second after the login; until then a refusal means little, ms. */
const ABILITY_GRACE = 3_000;
/** Somebody without friends may have been told so before we came, or be about to have some, ms. */
const FRIENDS_GRACE = 5_000;
/** Waits between looks for the ability, in ms; a look asks nothing of the service. */
const FIRST_LOOK = 250;
const LAST_LOOK = 15_000;

/** The status type that takes a user out of the engine's map: its `UNSUB_USER`. */
const REMOVED = -1;

/** Takes statuses, contacts and conversations from an engine that the page brings. */
export function engineSource(
  engine: ChatEngine,
  page: Page,
): (report: SourceReport) => RunningSource {
  return (report) => new EngineSource(engine, page, report);
}

class EngineSource implements RunningSource {
  readonly #engine: ChatEngine;
  readonly #page: Page;
  readonly #report: SourceReport;
  readonly #scan: StatusScan;
  readonly #contacts = new ContactTranslator();
  readonly #tasks: Record<'USER' | 'FRIEND' | 'CONV', Record<string, (value: unknown) => void>>;
  #chat: ChatInstance | undefined;
  #calls: EngineCalls | undefined;
  #self: string | undefined;
  #display = false;
  /** The friends in the store are an answer, also when there are none; and the conversations. */
  #hasFriends = false;
  #hasConversations = false;
  /** The first call of each watcher is over: it tells what is there, and no news. */
  #isWatching = false;
  #askedFriendsOf: string | undefined;
  #cancelFriends: (() => void) | undefined;
  /** A switch that has to wait for the login. */
  #switchWish: boolean | undefined;
  /** The ability was refused, and is looked for. */
  #denied = false;
  #loginAt = 0;
  #cancelLook: (() => void) | undefined;
  #lookAfter = FIRST_LOOK;
  #stopped = false;
  /** What else is to be stopped. */
  readonly #stops: readonly (() => void)[];

  constructor(engine: ChatEngine, page: Page, report: SourceReport) {
    this.#engine = engine;
    this.#page = page;
    this.#report = report;
    this.#scan = new StatusScan(
      () => this.#statusMap(),
      page,
      (entries) => report.noticed(entries),
      (userID) => report.isOnScreen(userID),
    );
    this.#tasks = {
      USER: {
        displayOnlineStatus: (on) => this.#setDisplay(on === true),
        userStatusList: () => report.dirty(),
        userBlacklist: () => {
          this.#reportContacts();
          this.#reportConversations();
        },
        userProfile: () => this.#lookAtLogin(),
      },
      FRIEND: {
        friendList: () => {
          // The SDK says it again once it has all of them, and then "none" is an answer too.
          this.#hasFriends ||= this.#isWatching && this.#self !== undefined;
          this.#reportContacts();
        },
      },
      CONV: { conversationList: () => this.#reportConversations() },
    };
    this.#lookAtLogin();
    for (const [store, tasks] of this.#stores()) {
      for (const [key, task] of Object.entries(tasks)) {
        // What a watcher throws, the engine swallows, and it skips the watchers after it.
        tasks[key] = (value) => {
          // A stream of statuses waits for the frame that is asked for already, or for none.
          if (key === 'userStatusList' && !this.#scan.changed()) return;
          this.#attempt(() => {
            this.#lookAtLogin();
            task(value);
          });
        };
      }
      engine.TUIStore.watch(store, tasks);
    }
    this.#isWatching = true;
    // What stands for a message without a text is in the language of the page.
    const reword = (): void => this.#attempt(() => this.#reportConversations());
    this.#stops = [this.#listenToUpdates(), page.observeLanguage(reword), observeStrings(reword)];
  }

  subscribe(userIDs: readonly string[]): Promise<readonly CallFailure[]> {
    return this.#ask('subscribeUserStatus', userIDs).then(failuresOf);
  }

  /** Past the engine's own method, which would drop the users from its store, to ask for them anew. */
  unsubscribe(userIDs: readonly string[]): Promise<readonly CallFailure[]> {
    return this.#ask('unsubscribeUserStatus', userIDs).then(failuresOf);
  }

  /** Through the engine's own method, so that its store knows the answer too. */
  query(
    userIDs: readonly string[],
  ): Promise<{ entries: readonly StatusEntry[]; failures: readonly CallFailure[] }> {
    return this.#ask('getUserStatus', userIDs).then((answer) => ({
      entries: entriesOf(answer),
      failures: failuresOf(answer),
    }));
  }

  switchUserStatus(on: boolean): void {
    this.#switchWish = on;
    if (!this.#chat?.isReady()) return;
    this.#switchWish = undefined;
    Promise.resolve(
      this.#engine.TUIUserService.switchUserStatus({ displayOnlineStatus: on }),
    ).catch(() => {
      // Between the SDK's login and its own, the engine refuses; `#lookAtLogin` tries again.
      this.#switchWish ??= on;
    });
  }

  wake(userIDs: readonly string[]): void {
    const sentAt = this.#report.order();
    this.#chat
      ?.getUserStatus({ userIDList: this.#own(userIDs) })
      .then((answer) => this.#report.answered(entriesOf(answer), sentAt))
      .catch(() => undefined);
  }

  correct(entries: readonly StatusEntry[]): void {
    this.#engine.TUIStore.update(this.#engine.StoreName.USER, 'userStatusList', [...entries]);
  }

  get isWaiting(): boolean {
    return this.#scan.isWaiting;
  }

  collect(userIDs: readonly string[]): void {
    this.#scan.collect(userIDs);
  }

  retry(): void {
    this.#scan.forget();
    this.#beginGrace();
    this.#unquietEngine();
  }

  stop(): void {
    this.#stopped = true;
    this.#scan.stop();
    for (const stop of this.#stops) stop();
    for (const [store, tasks] of this.#stores()) this.#engine.TUIStore.unwatch(store, tasks);
    this.#detach();
  }

  /** Reads what is the engine's: what throws is brought to light and stops nobody. */
  #attempt(read: () => void): void {
    try {
      read();
    } catch (error) {
      this.#page.report(error);
    }
  }

  #stores(): [string, Record<string, (value: unknown) => void>][] {
    const { USER, FRIEND, CONV } = this.#engine.StoreName;
    return [
      [USER, this.#tasks.USER],
      [FRIEND, this.#tasks.FRIEND],
      [CONV, this.#tasks.CONV],
    ];
  }

  /** The store says that its map has changed; its update, for whom. */
  #listenToUpdates(): () => void {
    const { TUIStore, StoreName } = this.#engine;
    return replaceMethod(TUIStore, 'update', (update) => (store, key, value) => {
      const run = (): void => update(store, key, value);
      if (store === StoreName.USER && key === 'userStatusList') this.#scan.during(value, run);
      else run();
    });
  }

  #own(userIDs: readonly string[]): string[] {
    return this.#calls?.own(userIDs) ?? [...userIDs];
  }

  async #ask(
    method: 'subscribeUserStatus' | 'unsubscribeUserStatus' | 'getUserStatus',
    userIDs: readonly string[],
  ): Promise<StatusAnswer | undefined> {
    const through = method === 'getUserStatus' ? undefined : this.#chat;
    try {
      const options = { userIDList: this.#own(userIDs) };
      return (await (through ?? this.#engine.TUIUserService)[method](options)) as StatusAnswer;
    } catch (thrown) {
      const error = toPresenceError(thrown);
      if (error.reason === 'plan-unsupported') this.#lookForAbility();
      if (error.reason === 'plan-unsupported' && !this.#denied) {
        throw presenceError('not-logged-in', error.code, '', error);
      }
      if (error.reason === 'feature-disabled' || error.reason === 'plan-unsupported') {
        this.#denied = true;
        this.#quietEngine();
      }
      throw error;
    }
  }

  /** The engine makes its chat instance at its login, and may do so again for the next user. */
  #lookAtLogin(): void {
    if (this.#stopped) return;
    const chat = chatOf(this.#engine);
    if (chat !== this.#chat) {
      this.#detach();
      this.#chat = chat;
      if (chat) this.#attach(chat);
    }
    if (!chat?.isReady()) return;
    const user = chat.getLoginUser();
    // Until its own login the engine's stores are the user's before.
    const isTheirs = (this.#engine.TUIChatEngine.getMyUserID?.() ?? user) === user;
    if (user && isTheirs && user !== this.#self) this.#login(user);
    if (this.#switchWish !== undefined) this.switchUserStatus(this.#switchWish);
    this.#askForFriends().catch((error: unknown) => this.#page.report(error));
  }

  #login(user: string): void {
    if (this.#self !== undefined) this.#logout();
    // Whoever was here before left their contacts' statuses behind.
    this.#clearStatuses();
    this.#self = user;
    this.#beginGrace();
    this.#report.session(user);
    this.#report.connection('connected');
    this.#reportContacts();
    this.#reportConversations();
  }

  #logout(): void {
    if (this.#self === undefined) return;
    this.#self = undefined;
    this.#hasFriends = this.#hasConversations = false;
    this.#askedFriendsOf = undefined;
    this.#stopLooking();
    this.#clearStatuses();
    this.#report.session(undefined);
  }

  #attach(chat: ChatInstance): void {
    this.#calls = new EngineCalls(this.#engine, chat, this.#report);
    for (const [event, handler] of this.#handlers) chat.on(event, handler);
    this.#report.connection('connecting');
  }

  #detach(): void {
    this.#stopLooking();
    this.#calls?.stop();
    this.#calls = undefined;
    for (const [event, handler] of this.#handlers) this.#chat?.off(event, handler);
    this.#chat = undefined;
  }

  readonly #handlers: readonly (readonly [string, (event: { data: unknown }) => void])[] = [
    [EVENTS.ready, () => this.#lookAtLogin()],
    [EVENTS.notReady, () => this.#logout()],
    [EVENTS.kicked, ({ data }) => this.#kicked((data as { type?: string } | undefined)?.type)],
    [EVENTS.connection, ({ data }) => this.#connection((data as { state: string }).state)],
    [EVENTS.status, ({ data }) => this.#report.pushed(data as StatusEntry[])],
  ];

  #kicked(type: string | undefined): void {
    this.#logout();
    this.#report.failed(
      presenceError(type === 'userSigExpired' ? 'user-sig-expired' : 'kicked-offline'),
    );
  }

  #connection(state: string): void {
    if (state !== 'connected' && state !== 'connecting' && state !== 'disconnected') return;
    if (this.#self !== undefined) this.#report.connection(state);
  }

  #setDisplay(on: boolean): void {
    // Without the ability the engine keeps what it knew, and would show it when switched on again.
    if (this.#display && !on) this.#clearStatuses();
    this.#display = on;
    this.#scan.forget();
    this.#report.display(on);
  }

  #statusMap(): Map<string, unknown> | undefined {
    const { TUIStore, StoreName } = this.#engine;
    const map: unknown = TUIStore.getData(StoreName.USER, 'userStatusList');
    return map instanceof Map ? map : undefined;
  }

  /** The engine's map outlives the user it was for; an update with nothing empties it. */
  #clearStatuses(): void {
    if (this.#statusMap()?.size) this.correct([]);
  }

  #reportContacts(): void {
    const friends = friendsIn(this.#engine);
    // Before its login the store says "none", which is not yet an answer.
    if (friends.length === 0 && !this.#hasFriends) return;
    this.#hasFriends = true;
    this.#report.contacts(this.#contacts.translate(friends, blockedIn(this.#engine)));
  }

  #reportConversations(): void {
    const { TUIStore, StoreName } = this.#engine;
    const list: unknown = TUIStore.getData(StoreName.CONV, 'conversationList');
    if (!Array.isArray(list) || this.#self === undefined) return;
    if (list.length === 0 && !this.#hasConversations) {
      this.#askForConversations().catch((error: unknown) => this.#page.report(error));
      return;
    }
    this.#hasConversations = true;
    const conversations = list as EngineConversation[];
    this.#report.conversations(toConversations(conversations, blockedIn(this.#engine)));
    this.#expect();
  }

  /** Until the SDK has them all the store says "none", and says it again when there are none. */
  async #askForConversations(): Promise<void> {
    const self = this.#self;
    // What fails is asked for again by the SDK itself, and then the store says something.
    const answer = await this.#chat?.getConversationList().catch(() => undefined);
    if (!answer?.data.isSyncCompleted || this.#self !== self || this.#stopped) return;
    // Those that the SDK has already are on their way to the store.
    if (toConversations(answer.data.conversationList).length > 0) return;
    this.#hasConversations = true;
    this.#reportConversations();
  }

  /** Conversation partners the engine does not know yet are those it will subscribe. */
  #expect(): void {
    const map = this.#statusMap();
    const unknown = this.#display ? partnersOf(this.#engine).filter((id) => !map?.has(id)) : [];
    this.#report.expected(unknown);
    if (this.#denied) this.#quietEngine();
  }

  /** Somebody without friends is told so only on asking, which the engine refuses at first. */
  async #askForFriends(): Promise<void> {
    const self = this.#self;
    if (self === undefined || self === this.#askedFriendsOf) return;
    this.#askedFriendsOf = self;
    let answer: { data?: unknown[] } | undefined;
    try {
      answer = await this.#engine.TUIFriendService?.getFriendList?.();
    } catch {
      if (this.#self === self) this.#askedFriendsOf = undefined;
      return;
    }
    // Those that the SDK has already are on their way to the store.
    if (answer?.data?.length || this.#self !== self || this.#stopped) return;
    this.#cancelFriends = this.#page.timer(() => {
      this.#hasFriends = true;
      this.#reportContacts();
    }, FRIENDS_GRACE);
  }

  /**
   * While the service refuses, the engine tries anew at every message for partners its map lacks.
   * An entry that says "unknown" keeps it from that.
   */
  #quietEngine(): void {
    const map = this.#statusMap();
    const unknown = partnersOf(this.#engine).filter((userID) => !map?.has(userID));
    this.#mark(unknown, 0);
  }

  /** Presence may be had again: the engine may ask for those that were kept from it. */
  #unquietEngine(): void {
    const map = this.#statusMap() as Map<string, Partial<StatusEntry> | undefined> | undefined;
    this.#mark(
      partnersOf(this.#engine).filter((userID) => map?.get(userID)?.statusType === 0),
      REMOVED,
    );
  }

  #mark(userIDs: readonly string[], statusType: number): void {
    // An update with nobody would empty the map.
    if (userIDs.length === 0) return;
    this.correct(userIDs.map((userID) => ({ userID, statusType, customStatus: '' })));
  }

  /** Looks for the ability until it is there: it may come late, or be bought meanwhile. */
  #lookForAbility(): void {
    if (this.#page.now() - this.#loginAt >= ABILITY_GRACE) this.#denied = true;
    this.#cancelLook ??= this.#page.timer(() => {
      this.#cancelLook = undefined;
      this.#lookAfter = Math.min(this.#lookAfter * 2, LAST_LOOK);
      void this.#look();
    }, this.#lookAfter);
  }

  async #look(): Promise<void> {
    const self = this.#self;
    const answer = await Promise.resolve(
      this.#chat?.callExperimentalAPI?.('isCommercialAbilityEnabled', ABILITY),
    ).catch(() => undefined);
    if (this.#stopped || self === undefined || self !== this.#self) return;
    if ((answer as { data?: { enabled?: boolean } } | undefined)?.data?.enabled) {
      this.#denied = false;
      this.#unquietEngine();
      this.#scan.forget();
      this.#report.failed(undefined);
    } else {
      this.#lookForAbility();
    }
  }

  #stopLooking(): void {
    this.#cancelFriends?.();
    this.#cancelLook?.();
    this.#cancelLook = undefined;
  }

  /** From now on a refusal may be the ability on its way. */
  #beginGrace(): void {
    this.#denied = false;
    this.#loginAt = this.#page.now();
    this.#lookAfter = FIRST_LOOK;
  }
}

function chatOf(engine: ChatEngine): ChatInstance | undefined {
  return (engine.TUIChatEngine as { chat?: ChatInstance }).chat;
}

function failuresOf(answer: StatusAnswer | undefined): CallFailure[] {
  return (answer?.data?.failureUserList ?? []).map(({ userID, code = 0 }) => ({ userID, code }));
}
