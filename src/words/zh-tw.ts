import type { ErrorStrings, ListStrings, MessageStrings, StatusStrings } from './strings.js';

export const status: StatusStrings = {
  online: '在線',
  offline: '離線',
  'not-logged-in': '未登入',
  unknown: '狀態未知',
  away: '離開',
  busy: '忙碌',
  stale: '最後狀態：{status}',
  spoken: '{name}，{status}',
};

export const errors: ErrorStrings = {
  'error-feature-disabled': '請登入 Chat 控制台開啟使用者狀態。',
  'error-plan-unsupported': '請將方案升級到 Pro、Pro Plus 或 Enterprise。',
  'error-rate-limited': '請求過於頻繁。請稍候。',
  'error-timeout': '無回應。請檢查網路。',
  'error-not-logged-in': '請先登入。',
  'error-user-sig-expired': 'UserSig 無效。請從伺服器重新取得。',
  'error-kicked-offline': '已下線。請重新登入。',
  'error-unknown': '發生錯誤。請重試。',
  'sdk-app-id': 'SDKAppID 必須是正整數。',
};

export const lists: ListStrings = {
  contacts: '聯絡人',
  conversations: '對話',
  search: '搜索聯絡人',
  noContacts: '暫無聯絡人',
  noConversations: '暫無對話',
  noResults: '找不到「{text}」',
  loading: '載入中…',
  retry: '重試',
  learnMore: '了解更多',
  disconnected: '連線已中斷。顯示的是最後狀態。',
  draft: '草稿：{text}',
  muted: '已靜音',
  pinned: '已置頂',
  ungrouped: '未分組',
  changed: '{name}現在{status}',
  found: '{count} 位聯絡人',
  unread: '{count} 則未讀訊息',
  changes: '{count} 人的狀態已改變',
};

export const messages: MessageStrings = {
  'message-me': '我',
  'message-from': '{name}：{text}',
  'message-recalled': '收回了一則訊息',
  'message-image': '[圖片]',
  'message-voice': '[語音]',
  'message-video': '[影片]',
  'message-file': '[檔案]',
  'message-location': '[位置]',
  'message-sticker': '[動態貼圖]',
  'message-custom': '[自訂訊息]',
  'message-notice': '[群組提示]',
  'message-history': '[聊天記錄]',
  'message-removed': '您已被移出群組',
  'message-dissolved': '群組已解散',
  'message-left': '您已退出群組',
};
