import { define } from '../define-element.js';
import { TuiConversationList } from '../tui-conversation-list.js';
import './tui-online-dot.js';

declare global {
  interface HTMLElementTagNameMap {
    'tui-conversation-list': TuiConversationList;
  }
}

define('tui-conversation-list', TuiConversationList);
