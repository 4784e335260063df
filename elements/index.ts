export * from '../src/index.js';
export { TuiContactList, TuiContactSelectEvent } from './tui-contact-list.js';
export type { RenderContact } from './tui-contact-list.js';
export { TuiConversationList, TuiConversationSelectEvent } from './tui-conversation-list.js';
export { TuiOnlineDot } from './tui-online-dot.js';
