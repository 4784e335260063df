import { connect } from '../../src/connect.js';
import type { PresenceController } from '../../src/presence-controller.js';
import type { ChatConversation, ChatFriend } from '../../src/sources/chat/chat-instance.js';
import type { StatusMethod } from './fake-chat.js';
import { FakeEngine } from './fake-engine.js';
import { SdkPage } from './sdk-page.js';

export { OFFLINE, ONLINE, UNKNOWN, users } from './sdk-page.js';

/** A page with an engine, a chat instance and a controller, which are not connected at first. */
export class EnginePage extends SdkPage {
  readonly engine = new FakeEngine();

  /** Returns a page that is connected and logged in, with these users observed and known. */
  static ready(...observed: string[]): Promise<EnginePage> {
    return new EnginePage().start(...observed);
  }

  override connectTo(controller: PresenceController): () => void {
    return connect(this.engine, controller, this.environment);
  }

  override logInEngine(userID: string): void {
    void this.engine.TUIChatEngine.login({ chat: this.chat, userID });
  }

  /** The official order: the login of the SDK, then that of the engine, then the switch. */
  override login(user = 'me', { on = true } = {}): this {
    this.chat.login(user);
    this.logInEngine(user);
    if (on) this.switchOfHost(true);
    return this;
  }

  override setFriends(friends: readonly ChatFriend[]): void {
    this.engine.setFriends(friends);
  }

  override setConversations(conversations: readonly ChatConversation[]): void {
    this.engine.setConversations(conversations);
  }

  override block(userIDs: readonly string[]): void {
    const profiles = userIDs.map((userID) => ({ userID }));
    this.engine.TUIStore.update('user', 'userBlacklist', profiles);
  }

  override call(method: StatusMethod, userIDList: string[]): void {
    void this.engine.TUIUserService[method]({ userIDList });
  }

  /** The page uses the engine's own switch. */
  switchOfHost(displayOnlineStatus: boolean): void {
    void this.engine.TUIUserService.switchUserStatus({ displayOnlineStatus });
  }

  /** Updates the engine's own map with one status for all these users. */
  writeStatuses(userIDs: readonly string[], statusType: number): void {
    const entries = userIDs.map((userID) => ({ userID, statusType, customStatus: '' }));
    this.engine.TUIStore.update('user', 'userStatusList', entries);
  }
}
