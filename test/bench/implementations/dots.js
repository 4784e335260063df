import * as engine from '@tencentcloud/chat-uikit-engine';
import { connect } from 'tui-presence';
import 'tui-presence/define';
import style from './hand-written.css';
import { addStyle } from './style.js';

addStyle(style);

const { StoreName, TUIStore } = engine;

export const start = () => connect(engine);

/** One `<tui-online-dot>` after the other, without a list. */
export function mountDots(container, contacts) {
  const dots = contacts.map(({ userID }) => {
    const dot = document.createElement('tui-online-dot');
    dot.userId = userID;
    return dot;
  });
  container.append(...dots);
  return {
    scroller: container,
    rows: () =>
      dots.map((element) => ({
        userID: element.userId,
        element,
        isOnline: element.status === 'online',
      })),
    unmount: () => container.replaceChildren(),
  };
}

/** The same picture and the same spoken name in plain spans, drawn once a frame. */
export function mountSpans(container, contacts) {
  const spans = new Map();
  const online = new Map();
  const draw = (statuses) => {
    for (const [userID, span] of spans) {
      const isOnline = statuses.get(userID)?.statusType === 1;
      if (online.get(userID) === isOnline) continue;
      online.set(userID, isOnline);
      span.className = isOnline ? 'bare-dot hand-online' : 'bare-dot';
      span.setAttribute('aria-label', isOnline ? 'Online' : 'Offline');
    }
  };
  for (const { userID } of contacts) {
    const span = document.createElement('span');
    span.setAttribute('role', 'img');
    spans.set(userID, span);
  }
  let frame = 0;
  const tasks = {
    userStatusList: (statuses) => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        draw(statuses);
      });
    },
  };
  TUIStore.watch(StoreName.USER, tasks);
  draw(TUIStore.getData(StoreName.USER, 'userStatusList'));
  container.append(...spans.values());
  return {
    scroller: container,
    rows: () =>
      [...spans].map(([userID, element]) => ({
        userID,
        element,
        isOnline: online.get(userID) === true,
      })),
    unmount() {
      TUIStore.unwatch(StoreName.USER, tasks);
      cancelAnimationFrame(frame);
      container.replaceChildren();
    },
  };
}
