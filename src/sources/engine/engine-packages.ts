/** What `login` needs of the Tencent packages; also what the CDN's engine file contains. */
export { TUILogin } from '@tencentcloud/tui-core';
export {
  StoreName,
  TUIChatEngine,
  TUIConversationService,
  TUIFriendService,
  TUIStore,
  TUIUserService,
} from '@tencentcloud/chat-uikit-engine';
