import { define } from '../define-element.js';
import { TuiOnlineDot } from '../tui-online-dot.js';

declare global {
  interface HTMLElementTagNameMap {
    'tui-online-dot': TuiOnlineDot;
  }
}

define('tui-online-dot', TuiOnlineDot);
