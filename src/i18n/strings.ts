/**
 * Every string of the elements and of the errors. `setStrings` takes any subset.
 *
 * A counted string contains the plural forms of its language, separated by `|`, in the order zero,
 * one, two, few, many, other, without those that the language lacks. The last form replaces empty
 * ones.
 */
export interface Strings {
  online: string;
  offline: string;
  'not-logged-in': string;
  unknown: string;
  away: string;
  busy: string;
  /** A custom status to choose, like the four below; also shown for other users who have chosen it. */
  'choice-available': string;
  'choice-meeting': string;
  'choice-right-back': string;
  'choice-do-not-disturb': string;
  'choice-out-of-office': string;
  /** A status received before the connection was lost. Contains `{status}`. */
  stale: string;
  /** Joins the parts of an accessible name. Contains `{name}` and `{status}`. */
  spoken: string;

  'error-feature-disabled': string;
  'error-plan-unsupported': string;
  'error-rate-limited': string;
  'error-timeout': string;
  'error-not-logged-in': string;
  'error-user-sig-expired': string;
  'error-kicked-offline': string;
  'error-unknown': string;
  'error-package-missing': string;
  /** The package of a login with the Chat SDK alone is not there. */
  'chat-package-missing': string;
  'error-superseded': string;
  /** The browser denies storage to the page, and the SDK needs it. */
  'storage-denied': string;
  /** The SDK's file beside a script could not be loaded. Has `{file}` and `{folder}`. */
  'file-missing': string;
  /** The SDKAppID is not a positive integer. */
  'sdk-app-id': string;
  /** The option `proxyServer` was given for a login with the Chat SDK alone. */
  'proxy-server': string;

  contacts: string;
  conversations: string;
  search: string;
  /** The button that empties the search field. */
  clear: string;
  noContacts: string;
  /** What fills a list without contacts. */
  noContactsHelp: string;
  /** The members of a group, as the name of a list. */
  members: string;
  noMembers: string;
  /** In place of the rows of a list of who is online, while no user is. */
  noOnline: string;
  noConversations: string;
  noConversationsHelp: string;
  /** Contains `{text}`, the text that was searched for. */
  noResults: string;
  /** Shown below `noResults`. */
  noResultsHelp: string;
  loading: string;
  retry: string;
  /** Shown while the connection is lost and statuses are the last known ones. */
  disconnected: string;
  /** Announced when a lost connection is back. */
  reconnected: string;
  /** Shown in a list while there are no statuses, whatever the reason; says nothing of the service. */
  unavailable: string;
  /** Shown in a list after the login has expired. */
  expired: string;
  /** Contains `{text}`, the message that has not been sent yet. */
  draft: string;
  /** Shown before a draft. */
  draftMark: string;
  muted: string;
  pinned: string;
  /** Unread messages of a group mention the current user. */
  mentionedMe: string;
  /** Unread messages of a group mention all members. */
  mentionedAll: string;
  /** Heading for contacts without a group. */
  ungrouped: string;
  /** Announced after one change. Contains `{name}` and `{status}`. */
  changed: string;
  /** Counted: how many contacts a search found. Contains `{count}`. */
  found: string;
  /** Counted: unread messages. Contains `{count}`. */
  unread: string;
  /** Counted: conversations that came while the order of the list was deferred. Contains `{count}`. */
  newConversations: string;
  /** Counted: how many users changed status. Contains `{count}`. */
  changes: string;
  /** Counted: the people of a stack without a picture of their own. Contains `{count}`. */
  more: string;
  /** How many people are online. Contains `{online}` and `{count}`, the number of all. */
  onlineCount: string;

  /** The current user, as the sender of a message. */
  'message-me': string;
  /** A message in a group. Contains `{name}` and `{text}`. */
  'message-from': string;
  'message-recalled': string;
  'message-image': string;
  'message-voice': string;
  'message-video': string;
  'message-file': string;
  'message-location': string;
  'message-sticker': string;
  'message-call': string;
  'message-custom': string;
  'message-notice': string;
  /** Several messages that were forwarded as one. */
  'message-history': string;
  'message-removed': string;
  'message-dissolved': string;
  'message-left': string;

  /** The accessible name of the menu for the own status. */
  'own-status': string;
  /** Shown in the button while there is nothing to show of the own status. */
  'own-set': string;
  /** The field for words of one's own. */
  'own-words': string;
  /** Counted: how many more letters fit. Contains `{count}`. */
  'own-left': string;
  /** Counted: how many letters are too many. Contains `{count}`. */
  'own-over': string;
  'own-clear': string;
  /** Heading above the times after which a status is cleared. */
  'own-clear-after': string;
  'own-never': string;
  'own-save': string;
  'own-back': string;
  'own-close': string;
  /** The service has refused a status. */
  'own-failed': string;
}
