import { define } from '../define-element.js';
import { TuiOwnStatus } from '../tui-own-status.js';

declare global {
  interface HTMLElementTagNameMap {
    'tui-own-status': TuiOwnStatus;
  }
}

define('tui-own-status', TuiOwnStatus);
