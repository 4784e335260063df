import type { ErrorStrings, ListStrings, MessageStrings, StatusStrings } from './strings.js';

export const status: StatusStrings = {
  online: 'online',
  offline: 'offline',
  'not-logged-in': 'not logged in',
  unknown: 'status unknown',
  away: 'away',
  busy: 'busy',
  stale: 'last known: {status}',
  spoken: '{name}, {status}',
};

export const errors: ErrorStrings = {
  'error-feature-disabled': 'Sign in to the Chat console and switch on user status.',
  'error-plan-unsupported': 'Upgrade your plan to Pro, Pro Plus or Enterprise.',
  'error-rate-limited': 'Too many requests. Wait a moment.',
  'error-timeout': 'No answer. Check the network.',
  'error-not-logged-in': 'Log in first.',
  'error-user-sig-expired': 'UserSig not valid. Get a new one from your server.',
  'error-kicked-offline': 'Logged out. Log in again.',
  'error-unknown': 'Something went wrong. Try again.',
  'sdk-app-id': 'SDKAppID must be a positive integer.',
};

export const lists: ListStrings = {
  contacts: 'Contacts',
  conversations: 'Conversations',
  search: 'Search contacts',
  noContacts: 'No contacts',
  noConversations: 'No conversations',
  noResults: 'No results for “{text}”',
  loading: 'Loading…',
  retry: 'Try again',
  learnMore: 'Learn more',
  disconnected: 'Connection lost. Showing what was last known.',
  draft: 'Draft: {text}',
  muted: 'muted',
  pinned: 'pinned',
  ungrouped: 'No group',
  changed: '{name} is now {status}',
  found: '{count} contact|{count} contacts',
  unread: '{count} unread message|{count} unread messages',
  changes: '{count} person changed status|{count} people changed status',
};

export const messages: MessageStrings = {
  'message-me': 'You',
  'message-from': '{name}: {text}',
  'message-recalled': 'Message recalled',
  'message-image': 'Photo',
  'message-voice': 'Voice message',
  'message-video': 'Video',
  'message-file': 'File',
  'message-location': 'Location',
  'message-sticker': 'Sticker',
  'message-custom': 'Message',
  'message-notice': 'Group notice',
  'message-history': 'Chat history',
  'message-removed': 'You were removed from the group',
  'message-dissolved': 'The group was dissolved',
  'message-left': 'You left the group',
};
