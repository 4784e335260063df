import type { ErrorStrings, ListStrings, MessageStrings, StatusStrings } from './strings.js';

export const status: StatusStrings = {
  online: 'متصل',
  offline: 'غير متصل',
  'not-logged-in': 'لم يسجّل الدخول',
  unknown: 'الحالة غير معروفة',
  away: 'بالخارج',
  busy: 'مشغول',
  stale: 'آخر حالة معروفة: {status}',
  spoken: '{name}، {status}',
};

export const errors: ErrorStrings = {
  'error-feature-disabled': 'سجّل الدخول إلى وحدة تحكم Chat وفعّل حالة المستخدم.',
  'error-plan-unsupported': 'رقّ خطتك إلى Pro أو Pro Plus أو Enterprise.',
  'error-rate-limited': 'الطلبات كثيرة. انتظر قليلًا.',
  'error-timeout': 'لا رد. تحقق من الشبكة.',
  'error-not-logged-in': 'سجّل الدخول أولًا.',
  'error-user-sig-expired': 'UserSig غير صالح. احصل على جديد من خادمك.',
  'error-kicked-offline': 'تم تسجيل خروجك. سجّل الدخول من جديد.',
  'error-unknown': 'حدث خطأ. أعد المحاولة.',
  'sdk-app-id': 'يجب أن يكون SDKAppID عددًا صحيحًا موجبًا.',
};

export const lists: ListStrings = {
  contacts: 'جهات الاتصال',
  conversations: 'المحادثات',
  search: 'البحث في جهات الاتصال',
  noContacts: 'لا جهات اتصال',
  noConversations: 'لا محادثات',
  noResults: 'لا نتائج عن «{text}»',
  loading: 'جارٍ التحميل…',
  retry: 'أعد المحاولة',
  learnMore: 'اعرف المزيد',
  disconnected: 'انقطع الاتصال. يُعرض آخر ما كان معروفًا.',
  draft: 'مسودة: {text}',
  muted: 'مكتومة',
  pinned: 'مثبّتة',
  ungrouped: 'بلا مجموعة',
  changed: '{name} الآن {status}',
  found: '|جهة اتصال واحدة|جهتا اتصال|{count} جهات اتصال||{count} جهة اتصال',
  unread:
    '|رسالة واحدة غير مقروءة|رسالتان غير مقروءتين|{count} رسائل غير مقروءة||{count} رسالة غير مقروءة',
  changes:
    '|تغيرت حالة شخص واحد|تغيرت حالة شخصين|تغيرت حالة {count} أشخاص|تغيرت حالة {count} شخصًا|تغيرت حالة {count} شخص',
};

export const messages: MessageStrings = {
  'message-me': 'أنت',
  'message-from': '{name}: {text}',
  'message-recalled': 'سُحبت الرسالة',
  'message-image': 'صورة',
  'message-voice': 'رسالة صوتية',
  'message-video': 'فيديو',
  'message-file': 'ملف',
  'message-location': 'موقع',
  'message-sticker': 'ملصق',
  'message-custom': 'رسالة',
  'message-notice': 'إشعار من المجموعة',
  'message-history': 'سجل محادثة',
  'message-removed': 'تمت إزالتك من المجموعة',
  'message-dissolved': 'حُلّت المجموعة',
  'message-left': 'غادرت المجموعة',
};
