export { connect } from './connect.js';
export type { Contact, Conversation } from './contacts/index.js';
export { PresenceController } from './presence-controller.js';
export type { PresenceControllerOptions, PresenceStats } from './presence-controller.js';
export { PresenceError } from './presence-error.js';
export type { PresenceErrorReason } from './presence-error.js';
export { PresenceDisplayEvent, PresenceErrorEvent, PresenceStateEvent } from './presence-events.js';
export type { PresenceEventMap, PresenceState } from './presence-events.js';
export type { PresenceListener } from './presence-observers.js';
export type {
  CallFailure,
  CallKind,
  PresenceSource,
  RunningSource,
  SourceLimits,
  SourceReport,
} from './presence-source.js';
export type { Freshness, Presence, PresenceStatus, StatusEntry, StatusOf } from './presence.js';
export { presence } from './shared.js';
export type { ChatEngine } from './sources/chat-engine.js';
export { MemorySource } from './sources/memory-source.js';
export type { MemorySourceOptions, ServiceStatus } from './sources/memory-source.js';
export { setStrings } from './words/index.js';
export type { Strings } from './words/index.js';
