/** What `login` with the SDK alone needs of it; also what the CDN's file of the SDK contains. */
export { default as TencentCloudChat } from '@tencentcloud/lite-chat/basic';
export { default as conversationModule } from '@tencentcloud/lite-chat/plugins/conversation';
export { default as friendModule } from '@tencentcloud/lite-chat/plugins/friend';
