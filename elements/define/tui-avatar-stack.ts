import { define } from '../define-element.js';
import { TuiAvatarStack } from '../tui-avatar-stack.js';
import './tui-contact-list.js';

declare global {
  interface HTMLElementTagNameMap {
    'tui-avatar-stack': TuiAvatarStack;
  }
}

define('tui-avatar-stack', TuiAvatarStack);
