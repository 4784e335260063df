import type { ErrorStrings, ListStrings, MessageStrings, StatusStrings } from './strings.js';

export const status: StatusStrings = {
  online: '在线',
  offline: '离线',
  'not-logged-in': '未登录',
  unknown: '状态未知',
  away: '离开',
  busy: '忙碌',
  stale: '最后状态：{status}',
  spoken: '{name}，{status}',
};

export const errors: ErrorStrings = {
  'error-feature-disabled': '请登录 Chat 控制台开启用户状态。',
  'error-plan-unsupported': '请将套餐升级到 Pro、Pro Plus 或 Enterprise。',
  'error-rate-limited': '请求过于频繁。请稍候。',
  'error-timeout': '无响应。请检查网络。',
  'error-not-logged-in': '请先登录。',
  'error-user-sig-expired': 'UserSig 无效。请从服务器重新获取。',
  'error-kicked-offline': '已下线。请重新登录。',
  'error-unknown': '出错了。请重试。',
  'sdk-app-id': 'SDKAppID 必须是正整数。',
};

export const lists: ListStrings = {
  contacts: '联系人',
  conversations: '会话',
  search: '搜索联系人',
  noContacts: '暂无联系人',
  noConversations: '暂无会话',
  noResults: '未找到“{text}”',
  loading: '加载中…',
  retry: '重试',
  learnMore: '了解更多',
  disconnected: '连接已断开。显示的是最后状态。',
  draft: '草稿：{text}',
  muted: '免打扰',
  pinned: '已置顶',
  ungrouped: '未分组',
  changed: '{name}现在{status}',
  found: '{count} 位联系人',
  unread: '{count} 条未读消息',
  changes: '{count} 人的状态已改变',
};

export const messages: MessageStrings = {
  'message-me': '我',
  'message-from': '{name}：{text}',
  'message-recalled': '撤回了一条消息',
  'message-image': '[图片]',
  'message-voice': '[语音]',
  'message-video': '[视频]',
  'message-file': '[文件]',
  'message-location': '[位置]',
  'message-sticker': '[动画表情]',
  'message-custom': '[自定义消息]',
  'message-notice': '[群提示消息]',
  'message-history': '[聊天记录]',
  'message-removed': '您已被移出群聊',
  'message-dissolved': '群聊已解散',
  'message-left': '您已退出群聊',
};
