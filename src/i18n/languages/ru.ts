import { ru as choices } from '../choice-words.js';
import { addLanguage } from '../custom-strings.js';
import type { Strings } from '../strings.js';

/** Russian. Importing this file adds it. */
const ru: Strings = {
  ...choices,
  online: 'в сети',
  offline: 'не в сети',
  'not-logged-in': 'вход не выполнен',
  unknown: 'статус неизвестен',
  away: 'нет на месте',
  busy: 'занят',
  stale: 'последний известный статус: {status}',
  spoken: '{name}, {status}',

  'error-feature-disabled': 'Войдите в консоль Chat и включите статусы пользователей.',
  'error-plan-unsupported': 'Перейдите на тариф Pro, Pro Plus или Enterprise.',
  'error-rate-limited': 'Слишком много запросов. Подождите немного.',
  'error-timeout': 'Нет ответа. Проверьте подключение к сети.',
  'error-not-logged-in': 'Сначала войдите.',
  'error-user-sig-expired': 'Недействительный UserSig. Получите новый на своём сервере.',
  'error-kicked-offline':
    'Эта учётная запись используется в другой вкладке или на другом устройстве.',
  'error-unknown': 'Что-то пошло не так. Повторите попытку.',
  'error-package-missing': 'Установите @tencentcloud/tui-core и @tencentcloud/chat-uikit-engine.',
  'chat-package-missing': 'Установите @tencentcloud/lite-chat.',
  'error-superseded': 'Этот вход заменён другим.',
  'file-missing': "Не удалось загрузить {file} из {folder}. Укажите папку: login({ files: '…' }).",
  'storage-denied':
    'Браузер не даёт этой странице доступ к хранилищу, которое нужно Chat SDK. Разрешите для неё данные сайтов.',
  'sdk-app-id': 'SDKAppID должен быть целым положительным числом.',
  'proxy-server':
    "Для proxyServer нужен sdk: 'uikit'; @tencentcloud/lite-chat подключается только к облаку.",

  contacts: 'Контакты',
  conversations: 'Чаты',
  search: 'Поиск контактов',
  clear: 'Очистить поиск',
  noContacts: 'Нет контактов',
  noContactsHelp: 'Новые контакты появятся здесь',
  members: 'Участники',
  noMembers: 'Нет участников',
  noOnline: 'Никого нет в сети',
  noConversations: 'Нет чатов',
  noConversationsHelp: 'Новые сообщения появятся здесь',
  noResults: 'По запросу «{text}» ничего не найдено',
  noResultsHelp: 'Проверьте написание или попробуйте другое имя',
  loading: 'Загрузка…',
  retry: 'Повторить',
  disconnected: 'Нет соединения. Показан последний известный статус.',
  reconnected: 'Соединение восстановлено.',
  unavailable: 'Статус недоступен.',
  expired: 'Срок действия входа истёк. Войдите снова.',
  draft: 'Черновик: {text}',
  draftMark: '[Черновик]',
  muted: 'без звука',
  pinned: 'закреплено',
  mentionedMe: 'Вас упомянули',
  mentionedAll: 'Упомянули всех',
  ungrouped: 'Без группы',
  changed: '{name} теперь {status}',
  found: '{count} контакт|{count} контакта|{count} контактов|{count} контакта',
  unread:
    '{count} непрочитанное сообщение|{count} непрочитанных сообщения|{count} непрочитанных сообщений|{count} непрочитанного сообщения',
  newConversations: '{count} новый чат|{count} новых чата|{count} новых чатов|{count} нового чата',
  changes:
    'Статус изменился у {count} человека|Статус изменился у {count} человек|Статус изменился у {count} человек|Статус изменился у {count} человека',
  more: 'Ещё {count} человек|Ещё {count} человека|Ещё {count} человек|Ещё {count} человека',
  onlineCount: 'В сети: {online} из {count}',

  'message-me': 'Вы',
  'message-from': '{name}: {text}',
  'message-recalled': 'Сообщение отозвано',
  'message-image': 'Фото',
  'message-voice': 'Голосовое сообщение',
  'message-video': 'Видео',
  'message-file': 'Файл',
  'message-location': 'Геопозиция',
  'message-sticker': 'Стикер',
  'message-call': 'Звонок',
  'message-custom': 'Сообщение',
  'message-notice': 'Уведомление группы',
  'message-history': 'История чата',
  'message-removed': 'Вас удалили из группы',
  'message-dissolved': 'Группа расформирована',
  'message-left': 'Вы покинули группу',

  'own-status': 'Ваш статус',
  'own-set': 'Задать статус',
  'own-words': 'Свой статус',
  'own-left':
    'Остался {count} символ|Осталось {count} символа|Осталось {count} символов|Осталось {count} символа',
  'own-over':
    'Лишний {count} символ|Лишних {count} символа|Лишних {count} символов|Лишних {count} символа',
  'own-clear': 'Сбросить статус',
  'own-clear-after': 'Срок действия',
  'own-never': 'Бессрочно',
  'own-save': 'Сохранить',
  'own-back': 'Назад',
  'own-close': 'Закрыть',
  'own-failed': 'Не удалось изменить статус.',
};

addLanguage('ru', ru);

export default ru;
