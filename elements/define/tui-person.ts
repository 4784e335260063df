import { define } from '../define-element.js';
import { TuiPerson } from '../tui-person.js';

declare global {
  interface HTMLElementTagNameMap {
    'tui-person': TuiPerson;
  }
}

define('tui-person', TuiPerson);
