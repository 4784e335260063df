// First and side by side: like compresses best beside like, here by 0.1 kB.
import './people/list.styles.js';
import './people/row.styles.js';
import './tui-online-dot.styles.js';
import './tui-contact-list.styles.js';
import './tui-conversation-list.styles.js';
import './define.js';

export * from './index.js';
// In place of the `connect` that has all it needs with it.
export { connect, login } from '../src/later/index.js';
export type { LoginOptions, Session } from '../src/login.js';
