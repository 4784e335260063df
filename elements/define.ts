import './define/tui-avatar-stack.js';
import './define/tui-contact-list.js';
import './define/tui-conversation-list.js';
import './define/tui-online-dot.js';
import './define/tui-own-status.js';
import './define/tui-person.js';
