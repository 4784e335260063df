import './define/tui-contact-list.js';
import './define/tui-conversation-list.js';
import './define/tui-online-dot.js';
