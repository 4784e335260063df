import { define } from '../define-element.js';
import { TuiContactList } from '../tui-contact-list.js';
import './tui-online-dot.js';

declare global {
  interface HTMLElementTagNameMap {
    'tui-contact-list': TuiContactList;
  }
}

define('tui-contact-list', TuiContactList);
