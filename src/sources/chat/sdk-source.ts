import type { Person } from '../../contacts/person.js';
import { runSafely } from '../../environment.js';
import type { Environment } from '../../environment.js';
import { observeStrings } from '../../i18n/index.js';
import type { GroupCursor, GroupPage } from '../../people/group.js';
import { presenceError } from '../../presence-error.js';
import type { PresenceError } from '../../presence-error.js';
import type { RunningSource, SourceSink } from '../../presence-source.js';
import { blockedUsers } from './blocked-users.js';
import { ChangedProfiles } from './changed-profiles.js';
import { ChatConversations } from './chat-conversations.js';
import type { ChatInstance, StatusMethod } from './chat-instance.js';
import { ChatRequests } from './chat-requests.js';
import { ChatSession } from './chat-session.js';
import { FeatureAccess } from './feature-access.js';
import { FriendContacts } from './friend-contacts.js';
import type { SdkLists } from './sdk-lists.js';
import { StatusCalls } from './status-calls.js';

/** The SDK's code for the calls that follow, by its reason for a kick by another login. */
const KICKED_BY_LOGIN: Readonly<Record<string, number>> = {
  multipleDevice: 3002,
  multipleAccount: 3003,
};

/**
 * What a source over the Chat SDK does, whether the page has the SDK alone or the UIKit engine on top
 * of it: it follows the login and the connection of one instance of the SDK, passes on statuses,
 * contacts and conversations, and makes the controller's calls.
 */
export abstract class SdkSource implements RunningSource {
  protected readonly environment: Environment;
  protected readonly sink: SourceSink;
  protected readonly conversations: ChatConversations;
  protected readonly access: FeatureAccess;
  readonly #lists: SdkLists;
  readonly #contacts: FriendContacts;
  readonly #profiles = new ChangedProfiles();
  readonly #calls: StatusCalls;
  readonly #requests = new ChatRequests(() => this.#session);
  readonly #stopObserving: readonly (() => void)[];
  #session: ChatSession | undefined;
  #userID: string | undefined;
  #display = false;
  #isStopped = false;

  constructor(environment: Environment, sink: SourceSink, lists: SdkLists) {
    this.environment = environment;
    this.sink = sink;
    this.#lists = lists;
    this.#contacts = new FriendContacts(lists, environment, this.#profiles, (contacts) => {
      sink.contacts(contacts);
      if (this.conversations.areOutdated) this.reportConversations();
    });
    const chat = (): ChatInstance | undefined => this.chat;
    this.conversations = new ChatConversations(lists, environment, chat, this.#profiles, (each) => {
      sink.conversations(each);
      this.conversationsReported();
      // That there are no friends is known once the SDK has synchronized the conversations.
      this.#requestFriends();
    });
    this.access = new FeatureAccess(environment, chat, () => {
      this.accessGranted();
      sink.failure(undefined);
    });
    this.#calls = new StatusCalls({
      call: (method, userIDs) => this.callStatus(method, userIDs),
      user: () => this.#userID,
      onFailure: (error, userID) => this.#callFailed(error, userID),
    });
    // What stands for a message without a text is in the language of the page.
    const reword = (): void => this.runSafely(() => this.reportConversations());
    this.#stopObserving = [environment.observeLanguage(reword), observeStrings(reword)];
  }

  subscribe(userIDs: readonly string[]): ReturnType<RunningSource['subscribe']> {
    return this.#calls.subscribe(userIDs);
  }

  unsubscribe(userIDs: readonly string[]): ReturnType<RunningSource['unsubscribe']> {
    return this.#calls.unsubscribe(userIDs);
  }

  query(userIDs: readonly string[]): ReturnType<RunningSource['query']> {
    return this.#calls.query(userIDs);
  }

  profiles(userIDs: readonly string[]): Promise<readonly Person[]> {
    return this.#requests.profiles(userIDs);
  }

  groupMembers(groupID: string, from?: GroupCursor): Promise<GroupPage> {
    return this.#requests.groupMembers(groupID, from);
  }

  groupOnlineCount(groupID: string): Promise<number> {
    return this.#requests.groupOnlineCount(groupID);
  }

  setOwnStatus(customStatus: string): Promise<void> {
    return this.#requests.setOwnStatus(customStatus);
  }

  abstract switchUserStatus(on: boolean): void;

  reconnect(userIDs: readonly string[]): void {
    this.#session?.reconnect(userIDs);
  }

  retry(): void {
    this.access.start();
  }

  stop(): void {
    this.#isStopped = true;
    for (const stop of this.#stopObserving) stop();
    this.#contacts.reset();
    this.conversations.reset();
    this.#detach();
  }

  /** The SDK's instance as it is now; the engine may create another for the next user. */
  protected abstract findChat(): ChatInstance | undefined;

  /** Whether the data at hand is that of the user who is logged in to the SDK. */
  protected isDataOf(_userID: string): boolean {
    return true;
  }

  /** Who subscribes the users of a call that is not ours. */
  protected ownerOf(_userIDs: readonly string[]): 'engine' | 'host' {
    return 'host';
  }

  /** Makes one of the three status calls. */
  protected callStatus(method: StatusMethod, userIDs: readonly string[]): unknown {
    const session = this.#session;
    if (!session) throw presenceError('not-logged-in');
    return session.chat[method]({ userIDList: session.own(userIDs) });
  }

  /** Called at every login and logout: statuses that are kept somewhere are another user's. */
  protected userChanged(): void {}

  /** The service refuses the feature, and not only for the moment. */
  protected accessDenied(): void {}

  /** The service does not refuse the feature any more. */
  protected accessGranted(): void {}

  /** Called after the conversations were passed on. */
  protected conversationsReported(): void {}

  protected get chat(): ChatInstance | undefined {
    return this.#session?.chat;
  }

  protected get session(): ChatSession | undefined {
    return this.#session;
  }

  protected get display(): boolean {
    return this.#display;
  }

  protected runSafely(run: () => void): void {
    runSafely(this.environment, run);
  }

  /** Takes over which instance of the SDK there is, and who is logged in to it. */
  protected syncLogin(): void {
    if (this.#isStopped) return;
    const chat = this.findChat();
    if (chat !== this.chat) {
      this.#logout();
      this.#detach();
      if (chat) this.#attach(chat);
    }
    if (!chat?.isReady()) return;
    const user = chat.getLoginUser();
    if (user && user !== this.#userID && this.isDataOf(user)) this.#login(user);
    this.#requestFriends();
  }

  protected setDisplay(on: boolean): void {
    this.#display = on;
    this.sink.display(on);
    this.#queryOwnStatus();
  }

  /** Something that is shown with contacts and conversations has changed. */
  protected detailsChanged(): void {
    this.#reportBlocked();
    this.reportContacts();
    this.reportConversations();
  }

  /** All friends have been published, even if there are none. */
  protected friendsPublished(): void {
    if (this.#userID !== undefined) this.#contacts.published();
  }

  protected reportContacts(): void {
    if (this.#userID !== undefined) this.#contacts.report();
  }

  protected reportConversations(): void {
    if (this.#userID !== undefined) this.#run(this.conversations.report(this.chat));
  }

  #reportBlocked(): void {
    if (this.#userID !== undefined) this.sink.blocked?.([...blockedUsers(this.#lists.blocked)]);
  }

  #requestFriends(): void {
    const { chat } = this;
    if (chat && this.#userID !== undefined) this.#run(this.#contacts.request(chat));
  }

  #callFailed(failure: PresenceError, userID: string | undefined): PresenceError {
    // A failure that comes after the logout says nothing about the next user's access.
    if (this.#isStopped || userID !== this.#userID) return failure;
    const error = this.access.callFailed(failure);
    if (this.access.isDenied) this.accessDenied();
    return error;
  }

  #attach(chat: ChatInstance): void {
    this.#session = new ChatSession(chat, this.sink, {
      onReady: () => this.syncLogin(),
      onLogout: () => this.#logout(),
      onKickedOut: (type) => {
        this.#logout();
        const reason = type === 'userSigExpired' ? 'user-sig-expired' : 'kicked-offline';
        this.sink.failure(presenceError(reason, KICKED_BY_LOGIN[type ?? '']));
      },
      onConnection: (state) => {
        if (this.#userID === undefined) return;
        this.sink.connection(state);
        if (state === 'connected') this.conversations.connected();
        // It may have been changed elsewhere meanwhile, which `lite-chat` does not notice (1.6.13).
        if (state === 'connected' && this.chat?.use) this.#queryOwnStatus(true);
      },
      onProfiles: (profiles) => {
        this.#profiles.add(profiles);
        this.runSafely(() => this.detailsChanged());
      },
      onFriendGroups: () => this.runSafely(() => this.detailsChanged()),
      onMessages: (messages) => {
        if (this.conversations.addNotices(messages)) this.reportConversations();
      },
      ownerOf: (userIDs) => this.ownerOf(userIDs),
    });
    this.sink.connection('connecting');
  }

  #detach(): void {
    this.access.stop();
    this.#session?.stop();
    this.#session = undefined;
  }

  #login(user: string): void {
    if (this.#userID !== undefined) this.#logout();
    this.userChanged();
    this.#userID = user;
    this.access.start();
    this.sink.session(user);
    this.sink.connection('connected');
    this.sink.awaiting?.();
    this.#lists.blocked.start(user);
    this.#contacts.start(user);
    this.conversations.start(user);
    this.#reportBlocked();
    this.#queryOwnStatus();
    this.reportConversations();
  }

  #logout(): void {
    if (this.#userID === undefined) return;
    this.#userID = undefined;
    this.#profiles.clear();
    this.#contacts.reset();
    this.conversations.reset();
    this.access.stop();
    this.userChanged();
    this.sink.session(undefined);
  }

  /** The service allows no subscription to oneself: what was set before this login is queried once. */
  #queryOwnStatus(mayBeOld = false): void {
    if (this.#userID === undefined) return;
    this.#session?.queryOwnStatus(this.#userID, this.environment.elapsed(), mayBeOld);
  }

  #run(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.environment.reportError(error));
  }
}
