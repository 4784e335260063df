import type {
  ChatConversation,
  ChatFriend,
  ChatInstance,
  StatusAnswer,
  StatusMethod,
} from '../../src/sources/chat/chat-instance.js';
import { sdkError } from './chat-data.js';
import type { FakeEnvironment } from './fake-environment.js';
import { FakeProfiles } from './fake-profiles.js';

/** The limits of the Chat SDK and the service, as measured. */
const QUERY_LIMIT = 500;
const SUBSCRIBE_LIMIT = 100;
const HELD_LIMIT = 200;
const WINDOW = 5_000;
const CALLS_IN_WINDOW = 20;
/** The SDK rejects an unanswered call after this long, in ms. */
const NO_ANSWER = 15_000;

export * from './chat-data.js';
export type { Status } from './fake-profiles.js';
export type { StatusMethod };

export interface WireCall {
  readonly method: StatusMethod;
  readonly userIDs: readonly string[];
  readonly at: number;
}

type Handler = (event: { name: string; data: unknown }) => void;

/**
 * The Chat SDK's instance together with the service behind it: the true status of each user, the
 * subscriptions, and every call that was sent. Responses come after `latency` ms of the environment.
 */
export class FakeChat extends FakeProfiles implements ChatInstance {
  readonly subscribed = new Set<string>();
  readonly calls: WireCall[] = [];
  friends: ChatFriend[] = [];
  blocked: string[] = [];
  /** The conversations that the SDK has, and whether these are all. */
  conversations: ChatConversation[] = [];
  isSyncCompleted = true;
  /** Whether the plan includes user status, as far as the SDK knows. */
  ability = true;
  /** The error with which the service rejects every status call. */
  failure: Error | undefined;
  /** Whether the service responds at all. */
  network = true;
  /** Users whom the service refuses by name in every response. */
  readonly refusedUsers = new Set<string>();
  /** Calls refused because there were more than 20 in 5 s. */
  rateLimited = 0;
  /** Subscriptions that the service dropped because there were more than 200. */
  evicted = 0;
  /** Checks of the plan, which make no call to the service. */
  abilityChecks = 0;
  readonly #environment: FakeEnvironment;
  readonly #handlers = new Map<string, Set<Handler>>();
  #user = '';
  #isReady = false;
  #connected = true;

  constructor(environment: FakeEnvironment) {
    super(environment);
    this.#environment = environment;
  }

  on(event: string, handler: (event: { data: unknown }) => void): void {
    let handlers = this.#handlers.get(event);
    if (!handlers) this.#handlers.set(event, (handlers = new Set()));
    handlers.add(handler);
  }

  off(event: string, handler: (event: { data: unknown }) => void): void {
    this.#handlers.get(event)?.delete(handler);
  }

  /** Calls every handler; an error that one throws is swallowed, as in the SDK. */
  emit(name: string, data?: unknown): void {
    for (const handler of [...(this.#handlers.get(name) ?? [])]) {
      try {
        handler({ name, data });
      } catch {
        // The SDK logs it at a level that is off by default.
      }
    }
  }

  /** The number of handlers. */
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

  /** Logs out, and is of no use any more. */
  async destroy(): Promise<void> {
    await this.logout();
    this.emit('sdkDestroy', { SDKAppID: 1 });
  }

  kick(type: 'multipleAccount' | 'multipleDevice' | 'REST_API_Kick' | 'userSigExpired'): void {
    this.#isReady = false;
    this.#user = '';
    this.subscribed.clear();
    this.emit('kickedOut', { type });
    this.emit('sdkStateNotReady');
  }

  /** Loses the connection, and the subscriptions with it. */
  drop(): void {
    this.#connected = false;
    this.subscribed.clear();
    this.emit('netStateChange', { state: 'connecting' });
    this.emit('netStateChange', { state: 'disconnected' });
  }

  /** Brings the connection back. */
  restore(): void {
    this.#connected = true;
    this.emit('netStateChange', { state: 'connected' });
  }

  /** Changes the true status of a user, and pushes it if the user is subscribed. */
  set(userID: string, statusType: number, customStatus = ''): void {
    this.truth.set(userID, { statusType, customStatus });
    if (this.subscribed.has(userID) && this.#connected) {
      this.emit('onUserStatusUpdated', [{ userID, statusType, customStatus }]);
    }
  }

  /** The calls of one method. */
  of(method: StatusMethod): WireCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** The users of all calls of one method, in order. */
  users(method: StatusMethod): string[] {
    return this.of(method).flatMap(({ userIDs }) => userIDs);
  }

  getMyProfile(callback: (profile: { userID: string }) => void): void {
    this.#environment.setTimer(() => callback({ userID: this.#user }), this.latency);
  }

  /** Makes no call: resolves with what the service has sent up to now. */
  getConversationList(): ReturnType<NonNullable<ChatInstance['getConversationList']>> {
    const { conversations, isSyncCompleted } = this;
    return Promise.resolve({ data: { conversationList: [...conversations], isSyncCompleted } });
  }

  getFriendList(): Promise<{ data: ChatFriend[] }> {
    return new Promise((resolve) => {
      this.#environment.setTimer(() => resolve({ data: [...this.friends] }), this.latency);
    });
  }

  getBlacklist(): Promise<{ data: string[] }> {
    return Promise.resolve({ data: [...this.blocked] });
  }

  callExperimentalAPI(name: string, value: unknown): Promise<unknown> {
    if (name !== 'isCommercialAbilityEnabled' || value !== 2 ** 7) throw new Error(name);
    this.abilityChecks += 1;
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

  /** An empty list means all users, as in the SDK. */
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
    const now = this.#environment.now();
    if (!this.#isReady) return Promise.reject(sdkError(2999));
    if (!this.ability) return Promise.reject(sdkError(3122));
    const recent = this.of(method).filter(({ at }) => at > now - WINDOW);
    if (recent.length >= CALLS_IN_WINDOW) {
      this.rateLimited += 1;
      return Promise.reject(sdkError(2996));
    }
    this.calls.push({ method, userIDs, at: now });
    return new Promise((resolve, reject) => {
      if (!this.network) {
        this.#environment.setTimer(() => reject(sdkError(2801)), NO_ANSWER);
        return;
      }
      // Any call makes an idle SDK reconnect at once.
      if (!this.#connected) this.#environment.setTimer(() => this.restore(), this.latency / 2);
      const { failure } = this;
      const known = userIDs.filter((userID) => !this.refusedUsers.has(userID));
      // A response holds what is true when the request is made, not when the response arrives.
      const successUserList = failure ? [] : known.map(serve);
      if (!failure && method === 'unsubscribeUserStatus' && userIDs.length === 0) {
        this.subscribed.clear();
      }
      this.#environment.setTimer(() => {
        if (failure) reject(failure);
        else {
          const failureUserList = userIDs
            .filter((userID) => this.refusedUsers.has(userID))
            .map((userID) => ({ userID, code: 70107, message: '' }));
          resolve({ data: { successUserList, failureUserList } });
        }
      }, this.latency);
    });
  }
}
