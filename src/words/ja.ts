import type { ErrorStrings, ListStrings, MessageStrings, StatusStrings } from './strings.js';

export const status: StatusStrings = {
  online: 'オンライン',
  offline: 'オフライン',
  'not-logged-in': '未ログイン',
  unknown: '状態不明',
  away: '退席中',
  busy: '取り込み中',
  stale: '最後の状態: {status}',
  spoken: '{name}、{status}',
};

export const errors: ErrorStrings = {
  'error-feature-disabled': 'Chat コンソールにログインしてユーザー状態をオンにしてください。',
  'error-plan-unsupported': 'プランを Pro、Pro Plus、Enterprise にアップグレードしてください。',
  'error-rate-limited': 'リクエストが多すぎます。お待ちください。',
  'error-timeout': '応答がありません。ネットワークを確認してください。',
  'error-not-logged-in': '先にログインしてください。',
  'error-user-sig-expired': 'UserSig が無効です。サーバーから再取得してください。',
  'error-kicked-offline': 'ログアウトされました。再度ログインしてください。',
  'error-unknown': 'エラーです。再試行してください。',
  'sdk-app-id': 'SDKAppID は正の整数にしてください。',
};

export const lists: ListStrings = {
  contacts: '連絡先',
  conversations: '会話',
  search: '連絡先を検索',
  noContacts: '連絡先がありません',
  noConversations: '会話がありません',
  noResults: '「{text}」は見つかりません',
  loading: '読み込み中…',
  retry: '再試行',
  learnMore: '詳細',
  disconnected: '接続が切れました。最後の状態を表示しています。',
  draft: '下書き: {text}',
  muted: 'ミュート中',
  pinned: 'ピン留め',
  ungrouped: 'グループなし',
  changed: '{name}は{status}になりました',
  found: '連絡先 {count} 件',
  unread: '未読メッセージ {count} 件',
  changes: '{count} 人の状態が変わりました',
};

export const messages: MessageStrings = {
  'message-me': '自分',
  'message-from': '{name}: {text}',
  'message-recalled': 'メッセージを取り消しました',
  'message-image': '写真',
  'message-voice': '音声メッセージ',
  'message-video': '動画',
  'message-file': 'ファイル',
  'message-location': '位置情報',
  'message-sticker': 'スタンプ',
  'message-custom': 'メッセージ',
  'message-notice': 'グループのお知らせ',
  'message-history': 'チャット履歴',
  'message-removed': 'グループから削除されました',
  'message-dissolved': 'グループは解散しました',
  'message-left': 'グループを退出しました',
};
