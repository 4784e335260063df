import { de as choices } from '../choice-words.js';
import { addLanguage } from '../custom-strings.js';
import type { Strings } from '../strings.js';

/** German. Importing this file adds it. */
const de: Strings = {
  ...choices,
  online: 'online',
  offline: 'offline',
  'not-logged-in': 'nicht angemeldet',
  unknown: 'Status unbekannt',
  away: 'abwesend',
  busy: 'beschäftigt',
  stale: 'zuletzt bekannt: {status}',
  spoken: '{name}, {status}',

  'error-feature-disabled': 'In der Chat-Konsole anmelden und den Benutzerstatus einschalten.',
  'error-plan-unsupported': 'Auf Pro, Pro Plus oder Enterprise upgraden.',
  'error-rate-limited': 'Zu viele Anfragen. Bitte einen Moment warten.',
  'error-timeout': 'Keine Antwort. Bitte die Verbindung prüfen.',
  'error-not-logged-in': 'Bitte zuerst anmelden.',
  'error-user-sig-expired': 'UserSig ist ungültig. Eine neue UserSig vom eigenen Server holen.',
  'error-kicked-offline':
    'Dieses Konto wird in einem anderen Tab oder auf einem anderen Gerät verwendet.',
  'error-unknown': 'Etwas ist schiefgelaufen. Bitte erneut versuchen.',
  'error-package-missing':
    '@tencentcloud/tui-core und @tencentcloud/chat-uikit-engine installieren.',
  'chat-package-missing': '@tencentcloud/lite-chat installieren.',
  'error-superseded': 'Eine andere Anmeldung hat diese ersetzt.',
  'file-missing':
    "{file} konnte nicht aus {folder} geladen werden. Den Ordner angeben: login({ files: '…' }).",
  'storage-denied':
    'Der Browser verweigert dieser Seite den Speicher, den das Chat SDK braucht. Bitte Websitedaten für diese Seite zulassen.',
  'sdk-app-id': 'SDKAppID muss eine positive ganze Zahl sein.',
  'proxy-server':
    "proxyServer braucht sdk: 'uikit'; @tencentcloud/lite-chat verbindet sich nur mit der Cloud.",

  contacts: 'Kontakte',
  conversations: 'Chats',
  search: 'Kontakte suchen',
  clear: 'Suche leeren',
  noContacts: 'Keine Kontakte',
  noContactsHelp: 'Neue Kontakte erscheinen hier',
  members: 'Mitglieder',
  noMembers: 'Keine Mitglieder',
  noOnline: 'Niemand ist online',
  noConversations: 'Keine Chats',
  noConversationsHelp: 'Neue Nachrichten erscheinen hier',
  noResults: 'Keine Treffer für „{text}“',
  noResultsHelp: 'Schreibweise prüfen oder anderen Namen versuchen',
  loading: 'Wird geladen\u00a0…',
  retry: 'Erneut versuchen',
  disconnected: 'Verbindung verloren. Angezeigt wird der letzte bekannte Status.',
  reconnected: 'Wieder verbunden.',
  unavailable: 'Status nicht verfügbar.',
  expired: 'Die Anmeldung ist abgelaufen. Bitte erneut anmelden.',
  draft: 'Entwurf: {text}',
  draftMark: '[Entwurf]',
  muted: 'stummgeschaltet',
  pinned: 'angeheftet',
  mentionedMe: 'Du wurdest erwähnt',
  mentionedAll: 'Alle wurden erwähnt',
  ungrouped: 'Ohne Gruppe',
  changed: '{name} ist jetzt {status}',
  found: '{count} Kontakt|{count} Kontakte',
  unread: '{count} ungelesene Nachricht|{count} ungelesene Nachrichten',
  newConversations: '{count} neuer Chat|{count} neue Chats',
  changes: '{count} Person hat den Status geändert|{count} Personen haben den Status geändert',
  more: '{count} weitere Person|{count} weitere Personen',
  onlineCount: '{online} von {count} online',

  'message-me': 'Du',
  'message-from': '{name}: {text}',
  'message-recalled': 'Nachricht zurückgerufen',
  'message-image': 'Foto',
  'message-voice': 'Sprachnachricht',
  'message-video': 'Video',
  'message-file': 'Datei',
  'message-location': 'Standort',
  'message-sticker': 'Sticker',
  'message-custom': 'Nachricht',
  'message-notice': 'Gruppenhinweis',
  'message-history': 'Chatverlauf',
  'message-removed': 'Du wurdest aus der Gruppe entfernt',
  'message-dissolved': 'Die Gruppe wurde aufgelöst',
  'message-left': 'Du hast die Gruppe verlassen',

  'own-status': 'Dein Status',
  'own-set': 'Status festlegen',
  'own-words': 'Eigener Status',
  'own-left': 'Noch {count} Zeichen|Noch {count} Zeichen',
  'own-over': '{count} Zeichen zu viel|{count} Zeichen zu viel',
  'own-clear': 'Status löschen',
  'own-clear-after': 'Löschen nach',
  'own-never': 'Nicht löschen',
  'own-save': 'Speichern',
  'own-back': 'Zurück',
  'own-close': 'Schließen',
  'own-failed': 'Der Status konnte nicht geändert werden.',
};

addLanguage('de', de);

export default de;
