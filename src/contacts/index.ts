export { arrange, CONTACT_GROUPINGS, CONTACT_ORDERS, CONTACT_SHOWS } from './arrange.js';
export type { Arrangement, ContactGroupBy, ContactOrder, ContactShow, Section } from './arrange.js';
export { safeAvatar } from './avatar.js';
export { isBlocked } from './blocked.js';
export { readContacts, usableContacts } from './contact.js';
export type { Contact, Conversation } from './contact.js';
export {
  conversationName,
  orderConversations,
  partnerOf,
  readConversations,
} from './conversation.js';
export { beginsWith, matchRanges } from './filter.js';
export { fold } from './fold.js';
export type { GivenItems, ReadErrorListener } from './given.js';
export {
  loadHanReadings,
  needHanReadings,
  observeHanReadings,
  hanReadings,
} from './han-readings.js';
export { colorIndex, initials } from './initials.js';
export { withKnownPeople } from './known-people.js';
export { sortByName } from './order.js';
export { sortByStatus, statusHeading, statusHeadings, statusRank } from './status-rank.js';
export { displayName, displayText } from './text.js';
export { formatTime } from './times.js';
