/** The words for statuses: all that a dot needs. */
export interface StatusStrings {
  online: string;
  offline: string;
  'not-logged-in': string;
  unknown: string;
  away: string;
  busy: string;
  /** A status that was true when the connection was lost. Has `{status}`. */
  stale: string;
  /** What is spoken of a row: a name, then what is to be said of it. Has `{name}` and `{status}`. */
  spoken: string;
}

/** What a `PresenceError` says, for most by its reason: what to do. */
export interface ErrorStrings {
  'error-feature-disabled': string;
  'error-plan-unsupported': string;
  'error-rate-limited': string;
  'error-timeout': string;
  'error-not-logged-in': string;
  'error-user-sig-expired': string;
  'error-kicked-offline': string;
  'error-unknown': string;
  /** The SDKAppID is no positive whole number. */
  'sdk-app-id': string;
}

/**
 * The words of the lists. A counted string holds the plural forms of its language, separated by
 * `|`, in the order zero, one, two, few, many, other, without those that the language lacks. The last
 * serves for those left empty.
 */
export interface ListStrings {
  contacts: string;
  conversations: string;
  search: string;
  noContacts: string;
  noConversations: string;
  /** Has `{text}`, the text that was searched for. */
  noResults: string;
  loading: string;
  retry: string;
  learnMore: string;
  /** The connection is lost and the last known statuses are shown. */
  disconnected: string;
  /** Has `{text}`, the message that is not sent yet. */
  draft: string;
  muted: string;
  pinned: string;
  /** Heading for those who are in no group. */
  ungrouped: string;
  /** Spoken after one change. Has `{name}` and `{status}`. */
  changed: string;
  /** Counted: how many contacts a search found. Has `{count}`. */
  found: string;
  /** Counted: unread messages. Has `{count}`. */
  unread: string;
  /** Counted: how many people changed status. Has `{count}`. */
  changes: string;
}

/** What stands for a last message that is no text, and beside one in a group. */
export interface MessageStrings {
  /** The reader, as the sender of a message. */
  'message-me': string;
  /** A message in a group. Has `{name}` and `{text}`. */
  'message-from': string;
  'message-recalled': string;
  'message-image': string;
  'message-voice': string;
  'message-video': string;
  'message-file': string;
  'message-location': string;
  'message-sticker': string;
  'message-custom': string;
  'message-notice': string;
  /** Several messages that were passed on as one. */
  'message-history': string;
  'message-removed': string;
  'message-dissolved': string;
  'message-left': string;
}

/** Every string of the elements and the errors. `setStrings` takes any part of it. */
export interface Strings extends StatusStrings, ErrorStrings, ListStrings, MessageStrings {}
