import * as engine from '@tencentcloud/chat-uikit-engine';
import { define } from '../../../elements/define-element.js';
import { TuiContactList } from '../../../elements/tui-contact-list.js';
import { TuiOnlineDot } from '../../../elements/tui-online-dot.js';
import { connect } from '../../../src/index.js';

define('tui-online-dot', TuiOnlineDot);
define('tui-contact-list', TuiContactList);

/** An app connects its engine once, when it starts. */
export const start = () => connect(engine);

/** @param {object} properties of the element */
export const mountWith = (properties) => (container, contacts) => {
  const list = document.createElement('tui-contact-list');
  Object.assign(list, properties, { contacts });
  container.append(list);
  return {
    get scroller() {
      return list.renderRoot.querySelector('.list');
    },
    rows: () =>
      [...list.renderRoot.querySelectorAll('[data-user-id]')].map((row) => ({
        userID: row.dataset.userId,
        element: row,
        isOnline: row.querySelector('tui-online-dot').status === 'online',
      })),
    unmount: () => list.remove(),
  };
};
