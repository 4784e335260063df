export { connect } from './connect.js';
export type { Contact, Conversation } from './contacts/index.js';
export type { Person } from './contacts/person.js';
export { byteLength, CUSTOM_STATUS_LIMIT } from './custom-status.js';
export type { Directory } from './directory.js';
export type { Environment } from './environment.js';
export { knownWords, wordsToSend } from './known-words.js';
export type { KnownWords, StatusChoice } from './known-words.js';
export type { Group, GroupCursor, GroupPage } from './people/group.js';
export type { GroupListener } from './people/groups.js';
export type { PersonListener } from './people/people.js';
export { PresenceController } from './presence-controller.js';
export type { ObserveOptions, PresenceControllerOptions } from './presence-controller.js';
export type { PresenceStats } from './presence-stats.js';
export { PresenceError } from './presence-error.js';
export type { PresenceErrorReason } from './presence-error.js';
export { PresenceDisplayEvent, PresenceErrorEvent, PresenceStateEvent } from './presence-events.js';
export type { PresenceEventMap, PresenceState } from './presence-events.js';
export type { PresenceListener } from './presence-notifier.js';
export type {
  CallFailure,
  CallKind,
  PresenceSource,
  RunningSource,
  SourceLimits,
  SourceSink,
} from './presence-source.js';
export type { Freshness, Presence, PresenceStatus, StatusEntry, StatusOf } from './presence.js';
export { presence } from './shared.js';
export type { GivenChat as ChatInstance } from './sources/chat/chat-instance.js';
export type { ChatEngine } from './sources/engine/chat-engine.js';
export { MemorySource } from './sources/memory-source.js';
export type { MemorySourceOptions, ServiceStatus } from './sources/memory-source.js';
export { setStrings } from './i18n/index.js';
export type { Strings } from './i18n/index.js';
