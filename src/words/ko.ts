import type { ErrorStrings, ListStrings, MessageStrings, StatusStrings } from './strings.js';

export const status: StatusStrings = {
  online: '온라인',
  offline: '오프라인',
  'not-logged-in': '로그인 안 함',
  unknown: '상태 알 수 없음',
  away: '자리 비움',
  busy: '다른 용무 중',
  stale: '마지막 상태: {status}',
  spoken: '{name}, {status}',
};

export const errors: ErrorStrings = {
  'error-feature-disabled': 'Chat 콘솔에 로그인하여 사용자 상태를 켜세요.',
  'error-plan-unsupported': '요금제를 Pro, Pro Plus, Enterprise로 업그레이드하세요.',
  'error-rate-limited': '요청이 너무 많습니다. 기다리세요.',
  'error-timeout': '응답이 없습니다. 네트워크를 확인하세요.',
  'error-not-logged-in': '먼저 로그인하세요.',
  'error-user-sig-expired': 'UserSig가 유효하지 않습니다. 서버에서 새로 받으세요.',
  'error-kicked-offline': '로그아웃되었습니다. 다시 로그인하세요.',
  'error-unknown': '오류입니다. 다시 시도하세요.',
  'sdk-app-id': 'SDKAppID는 양의 정수여야 합니다.',
};

export const lists: ListStrings = {
  contacts: '연락처',
  conversations: '대화',
  search: '연락처 검색',
  noContacts: '연락처 없음',
  noConversations: '대화 없음',
  noResults: '“{text}” 검색 결과 없음',
  loading: '로드 중…',
  retry: '다시 시도',
  learnMore: '자세히 알아보기',
  disconnected: '연결이 끊겼습니다. 마지막 상태를 표시합니다.',
  draft: '임시 저장: {text}',
  muted: '알림 꺼짐',
  pinned: '고정됨',
  ungrouped: '그룹 없음',
  changed: '{name} 님의 현재 상태: {status}',
  found: '연락처 {count}개',
  unread: '읽지 않은 메시지 {count}개',
  changes: '{count}명의 상태가 바뀌었습니다',
};

export const messages: MessageStrings = {
  'message-me': '나',
  'message-from': '{name}: {text}',
  'message-recalled': '메시지를 회수했습니다',
  'message-image': '사진',
  'message-voice': '음성 메시지',
  'message-video': '동영상',
  'message-file': '파일',
  'message-location': '위치',
  'message-sticker': '스티커',
  'message-custom': '메시지',
  'message-notice': '그룹 알림',
  'message-history': '채팅 기록',
  'message-removed': '그룹에서 제외되었습니다',
  'message-dissolved': '그룹이 해체되었습니다',
  'message-left': '그룹에서 나갔습니다',
};
