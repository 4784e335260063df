import * as engine from '@tencentcloud/chat-uikit-engine';
import { connect } from 'tui-presence';
import 'tui-presence/define';

/** An app connects its engine once, when it starts. */
export const start = () => connect(engine);

/** @param {object} properties of the element */
export const mountWith = (properties) => (container, contacts) => {
  const list = document.createElement('tui-contact-list');
  Object.assign(list, properties, { contacts });
  container.append(list);
  return {
    get scroller() {
      return list.shadowRoot.querySelector('[part~="list"]');
    },
    rows: () =>
      [...list.shadowRoot.querySelectorAll('[data-user-id]')].map((row) => ({
        userID: row.dataset.userId,
        element: row,
        isOnline: isRowOnline(row),
      })),
    unmount: () => list.remove(),
  };
};

/** The dot of a row is a span, or an element of its own in versions up to 1.0.0. */
export function isRowOnline(row) {
  return row.querySelector('.online-status-online, tui-online-dot[status="online"]') !== null;
}
