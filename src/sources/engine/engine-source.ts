import type { Environment } from '../../environment.js';
import type { PresenceSource, RunningSource, SourceSink } from '../../presence-source.js';
import type { StatusEntry } from '../../presence.js';
import type { ChatInstance, StatusMethod } from '../chat/chat-instance.js';
import { SdkSource } from '../chat/sdk-source.js';
import type { ChatEngine } from './chat-engine.js';
import { EngineStatusMap } from './engine-status-map.js';
import { HostSubscriptions } from './host-subscriptions.js';
import { StoreList } from './store-list.js';
import { StoreWatchers } from './store-watchers.js';

/** Takes statuses, contacts and conversations from a UIKit engine that the page brings. */
export function engineSource(engine: ChatEngine, environment: Environment): PresenceSource {
  const start = (sink: SourceSink): RunningSource => new EngineSource(engine, environment, sink);
  return Object.assign(start, { origin: engine.TUIStore });
}

/** Adds to the SDK what the engine has on top of it: its switch, its stores and its map of statuses. */
class EngineSource extends SdkSource {
  readonly #engine: ChatEngine;
  readonly #statusMap: EngineStatusMap;
  readonly #hostSubscriptions: HostSubscriptions;
  readonly #watchers: StoreWatchers;
  /** A switch that has to wait for the login. */
  #wantedDisplay: boolean | undefined;
  /** Whether the first call of each watcher is over, which only repeats what the store has already. */
  #isWatching = false;

  constructor(engine: ChatEngine, environment: Environment, sink: SourceSink) {
    const { FRIEND, USER, CONV } = engine.StoreName;
    super(environment, sink, {
      friends: new StoreList(engine, FRIEND, 'friendList'),
      blocked: new StoreList(engine, USER, 'userBlacklist'),
      conversations: new StoreList(engine, CONV, 'conversationList'),
      requestFriends: () => engine.TUIFriendService?.getFriendList?.(),
    });
    this.#engine = engine;
    this.#statusMap = new EngineStatusMap(engine);
    this.#hostSubscriptions = new HostSubscriptions(engine, () => this.conversations.partners);
    this.syncLogin();
    this.#watchers = this.#watchStores();
    this.#isWatching = true;
  }

  switchUserStatus(on: boolean): void {
    this.#wantedDisplay = on;
    if (!this.chat?.isReady()) return;
    this.#wantedDisplay = undefined;
    Promise.resolve(
      this.#engine.TUIUserService.switchUserStatus({ displayOnlineStatus: on }),
    ).catch(() => {
      // Between the SDK's login and its own, the engine refuses; `syncLogin` tries again.
      this.#wantedDisplay ??= on;
    });
  }

  pull(): readonly StatusEntry[] {
    return this.#statusMap.pull();
  }

  writeBack(entries: readonly StatusEntry[]): void {
    this.#statusMap.write(entries);
  }

  override retry(): void {
    super.retry();
    this.accessGranted();
  }

  override stop(): void {
    this.#watchers.stop();
    if (this.access.isDenied) this.accessGranted();
    this.#hostSubscriptions.stop();
    super.stop();
  }

  /** The engine creates its chat instance at its login, and may do so again for the next user. */
  protected override findChat(): ChatInstance | undefined {
    return (this.#engine.TUIChatEngine as { chat?: ChatInstance }).chat;
  }

  /** Until the engine's own login its stores hold the data of the user before. */
  protected override isDataOf(userID: string): boolean {
    return (this.#engine.TUIChatEngine.getMyUserID?.() ?? userID) === userID;
  }

  protected override ownerOf(userIDs: readonly string[]): 'engine' | 'host' {
    return this.#hostSubscriptions.ownerOf(userIDs);
  }

  /**
   * A query goes through the engine, so that its store has the response too; the other two do not,
   * since the engine would remove the users whom we unsubscribe from its store, and then subscribe
   * them again.
   */
  protected override callStatus(method: StatusMethod, userIDs: readonly string[]): unknown {
    const { TUIUserService } = this.#engine;
    const service = method === 'getUserStatus' ? TUIUserService : (this.chat ?? TUIUserService);
    return service[method]({ userIDList: this.session?.own(userIDs) ?? [...userIDs] });
  }

  /** The engine's map outlives the user it was filled for. */
  protected override userChanged(): void {
    this.#statusMap.clear();
  }

  protected override accessDenied(): void {
    this.#statusMap.suppressEngineRetries(this.conversations.partners);
  }

  protected override accessGranted(): void {
    this.#statusMap.allowEngineRetries(this.conversations.partners);
    this.#pullAllAgain();
  }

  /** The engine will subscribe the conversation partners missing from its map. */
  protected override conversationsReported(): void {
    const partners = this.display ? this.conversations.partners : [];
    this.sink.reserve(partners.filter((userID) => !this.#statusMap.has(userID)));
    if (this.access.isDenied) this.accessDenied();
  }

  protected override setDisplay(on: boolean): void {
    // Without access the engine keeps its statuses, and would show them when switched on again.
    if (this.display && !on) this.#statusMap.clear();
    super.setDisplay(on);
    this.#pullAllAgain();
  }

  protected override syncLogin(): void {
    super.syncLogin();
    const isReady = this.chat?.isReady();
    if (isReady && this.#wantedDisplay !== undefined) this.switchUserStatus(this.#wantedDisplay);
  }

  #watchStores(): StoreWatchers {
    // The engine swallows what a watcher throws, and skips the watchers after it.
    const guarded =
      (task: (value: unknown) => void) =>
      (value: unknown): void =>
        this.runSafely(() => {
          this.syncLogin();
          task(value);
        });
    return new StoreWatchers(this.#engine, {
      USER: {
        displayOnlineStatus: guarded((on) => this.setDisplay(on === true)),
        // Called at every push, so the login is not synchronized here.
        userStatusList: () => this.sink.invalidate(),
        userBlacklist: guarded(() => this.detailsChanged()),
        userProfile: guarded(() => undefined),
      },
      FRIEND: {
        friendList: guarded(() => {
          // The engine publishes the friends again once it has all of them; then "none" counts too.
          if (this.#isWatching) this.friendsPublished();
          else this.reportContacts();
        }),
      },
      CONV: { conversationList: guarded(() => this.reportConversations()) },
    });
  }

  #pullAllAgain(): void {
    this.#statusMap.pullAllAgain();
    this.sink.invalidate();
  }
}
