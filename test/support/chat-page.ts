import { connect } from '../../src/connect.js';
import type { PresenceController } from '../../src/presence-controller.js';
import type { ChatConversation, ChatFriend } from '../../src/sources/chat/chat-instance.js';
import type { StatusMethod } from './fake-chat.js';
import { SdkPage } from './sdk-page.js';

/** A page with the Chat SDK alone. */
export class ChatPage extends SdkPage {
  /** Returns a page that is connected and logged in, with these users observed and known. */
  static ready(...observed: string[]): Promise<ChatPage> {
    return new ChatPage().start(...observed);
  }

  override connectTo(controller: PresenceController): () => void {
    return connect(this.chat, controller, this.environment);
  }

  override login(user = 'me', { on = true } = {}): this {
    this.chat.login(user);
    if (on) this.controller.switchUserStatus({ displayOnlineStatus: true });
    return this;
  }

  override setFriends(friends: readonly ChatFriend[]): void {
    this.chat.friends = [...friends];
    this.chat.emit('onFriendListUpdated', this.chat.friends);
  }

  override setConversations(conversations: readonly ChatConversation[]): void {
    this.chat.conversations = [...conversations];
    this.chat.emit('onConversationListUpdated', this.chat.conversations);
  }

  override block(userIDs: readonly string[]): void {
    this.chat.blocked = [...userIDs];
    this.chat.emit('blacklistUpdated', this.chat.blocked);
  }

  override call(method: StatusMethod, userIDList: string[]): void {
    void this.chat[method]({ userIDList });
  }
}
