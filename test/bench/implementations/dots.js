import * as engine from '@tencentcloud/chat-uikit-engine';
import { define } from '../../../elements/define-element.js';
import { TuiOnlineDot } from '../../../elements/tui-online-dot.js';
import { connect } from '../../../src/index.js';
import './hand-made-dot.js';
import style from './hand-written.css';
import { addStyle } from './style.js';

addStyle(style);
define('tui-online-dot', TuiOnlineDot);

const { StoreName, TUIStore } = engine;

export const start = () => connect(engine);

/** One dot after the other, without a list. */
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
  return mountByHand(container, contacts, () => document.createElement('span'), paintSpan);
}

/** The same in elements with what the API asks of a dot. */
export function mountElements(container, contacts) {
  return mountByHand(container, contacts, makeElement, (element, isOnline) =>
    element.paint(isOnline),
  );
}

function paintSpan(span, isOnline) {
  span.className = isOnline ? 'bare-dot hand-online' : 'bare-dot';
}

function makeElement(userID) {
  const element = document.createElement('hand-made-dot');
  element.setAttribute('user-id', userID);
  element.setAttribute('freshness', 'live');
  return element;
}

function mountByHand(container, contacts, make, paint) {
  const elements = new Map();
  const online = new Map();
  const draw = (statuses) => {
    for (const [userID, element] of elements) {
      const isOnline = statuses.get(userID)?.statusType === 1;
      if (online.get(userID) === isOnline) continue;
      online.set(userID, isOnline);
      paint(element, isOnline);
      element.setAttribute('aria-label', isOnline ? 'Online' : 'Offline');
    }
  };
  for (const { userID } of contacts) {
    const element = make(userID);
    element.setAttribute('role', 'img');
    elements.set(userID, element);
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
  container.append(...elements.values());
  return {
    scroller: container,
    rows: () =>
      [...elements].map(([userID, element]) => ({
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
