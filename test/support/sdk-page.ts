import { PresenceController } from '../../src/presence-controller.js';
import type { PresenceError } from '../../src/presence-error.js';
import type { PresenceErrorEvent } from '../../src/presence-events.js';
import type { ChatConversation, ChatFriend } from '../../src/sources/chat/chat-instance.js';
import { conversationWith, FakeChat, sdkError } from './fake-chat.js';
import { FakeEnvironment } from './fake-environment.js';

/** The status types of the Chat SDK that tests set. */
export const UNKNOWN = 0;
export const ONLINE = 1;
export const OFFLINE = 2;

/** User IDs `u0`, `u1` and so on. */
export const users = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `u${from + index}`);

/**
 * A page with an instance of the Chat SDK and a controller, which are not connected at first. The
 * controller takes its statuses from the SDK itself, or from an engine on top of it.
 */
export abstract class SdkPage {
  readonly environment = new FakeEnvironment();
  chat = new FakeChat(this.environment);
  readonly controller = new PresenceController({ environment: this.environment });
  readonly errors: PresenceError[] = [];
  disconnect: () => void = () => undefined;
  readonly #notifications: string[] = [];

  constructor() {
    this.controller.addEventListener('tui-presence-error', (event) => {
      this.errors.push((event as PresenceErrorEvent).error);
    });
  }

  /** Logs in, and returns when the page is connected, with these users observed and known. */
  async start(...observed: string[]): Promise<this> {
    this.connect().login();
    this.observe(observed);
    await this.environment.pass(2_000);
    this.takeNotifications();
    return this;
  }

  /** Connects and logs in with a plan that lacks user status, observes `ana`, and lets `ms` pass. */
  async startWithoutAbility(ms: number): Promise<this> {
    this.connect();
    this.chat.ability = false;
    this.observe('ana');
    this.login();
    await this.environment.pass(ms);
    return this;
  }

  /** Connects and logs in where user status is off in the console, with three conversations. */
  async startDisabled(): Promise<this> {
    this.connect();
    this.chat.failure = sdkError(72001, 'user status is not enabled');
    this.observe(['ana', 'u0']);
    this.login();
    this.talkTo(3);
    await this.environment.pass(5_000);
    return this;
  }

  /** Publishes one-to-one conversations with the first `count` users. */
  talkTo(count: number): void {
    this.setConversations(users(count).map((userID) => conversationWith(userID)));
  }

  connect(): this {
    this.disconnect = this.connectTo(this.controller);
    return this;
  }

  /** Connects a controller; returns the disconnect. */
  abstract connectTo(controller: PresenceController): () => void;

  /** Logs in to the engine, where there is one, after the login of the SDK. */
  logInEngine(_user: string): void {}

  /** Logs in as the page does without us, and switches statuses on. */
  abstract login(user?: string, options?: { on?: boolean }): this;

  /** Publishes another list of friends: a new array of the same objects. */
  abstract setFriends(friends: readonly ChatFriend[]): void;

  abstract setConversations(conversations: readonly ChatConversation[]): void;

  /** Publishes another list of blocked users. */
  abstract block(userIDs: readonly string[]): void;

  /** The page makes a status call by itself. */
  abstract call(
    method: 'getUserStatus' | 'subscribeUserStatus' | 'unsubscribeUserStatus',
    userIDs: string[],
  ): void;

  observe(userIDs: string | readonly string[], live = true): () => void {
    return this.controller.observe(
      userIDs,
      (userID, { status, freshness }) =>
        this.#notifications.push(`${userID} ${status} ${freshness}`),
      { live },
    );
  }

  /** Status and freshness of a user, such as `online live`. */
  presenceOf(userID: string): string {
    const { status, freshness } = this.controller.presenceOf(userID);
    return `${status} ${freshness}`;
  }

  statusOf(userID: string): string {
    return this.controller.presenceOf(userID).status;
  }

  /** Returns the notifications since the last time, such as `ana online live`. */
  takeNotifications(): string[] {
    return this.#notifications.splice(0);
  }
}
