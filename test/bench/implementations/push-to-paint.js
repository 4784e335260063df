/**
 * The page of W7, with the official packages logged in to a server: a bare span that a watcher of
 * the store switches, and beside it a dot and a list of ours.
 */
import * as engine from '@tencentcloud/chat-uikit-engine';
import { TUILogin } from '@tencentcloud/tui-core';
import { connect } from 'tui-presence';
import 'tui-presence/define';
import style from './hand-written.css';
import { addStyle } from './style.js';
import { isRowOnline } from './tui-contact-list.js';

addStyle(style);

const { StoreName, TUIChatEngine, TUIStore } = engine;
const main = document.querySelector('main');
const now = () => performance.timeOrigin + performance.now();

let span;
let dot;
let row;

globalThis.bench = {
  painted: () => inFrame(() => undefined),

  async login(proxyServer) {
    const options = { SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback', proxyServer };
    await TUILogin.login(options);
    await TUIChatEngine.login({ ...options, chat: TUILogin.getContext().chat });
    connect(engine);
    engine.TUIUserService.switchUserStatus({ displayOnlineStatus: true });
  },

  /** Draws the list, and waits until the status of a visible row is live. */
  async draw() {
    const list = document.createElement('tui-contact-list');
    main.append(list);
    const findLiveRow = () =>
      list.shadowRoot.querySelector(
        '[data-user-id]:is([data-freshness="live"], :has([freshness="live"]))',
      );
    await until(findLiveRow);
    row = findLiveRow();
    const { userId } = row.dataset;

    dot = document.createElement('tui-online-dot');
    dot.userId = userId;
    span = document.createElement('span');
    main.prepend(dot, span);
    TUIStore.watch(StoreName.USER, {
      userStatusList: (statuses) => {
        const isOnline = statuses.get(userId)?.statusType === 1;
        span.className = isOnline ? 'bare-dot hand-online' : 'bare-dot';
      },
    });
    await until(() => dot.status !== 'unknown');
    return userId;
  },

  /** Gives when a status was painted in the span, the dot and the row, in epoch ms and in frames. */
  async shows(online) {
    const found = { frames: { span: 0, dot: 0, row: 0 } };
    const look = {
      span: () => span.matches('.hand-online') === online,
      dot: () => (dot.status === 'online') === online,
      row: () => isRowOnline(row) === online,
    };
    for (let frame = 1; Object.keys(found).length < 4; frame++) {
      const shown = await inFrame(() => Object.keys(look).filter((name) => look[name]()));
      const time = now();
      for (const name of shown) {
        if (found[name] !== undefined) continue;
        found[name] = time;
        found.frames[name] = frame;
      }
    }
    return found;
  },
};

const probe = document.createElement('div');
document.body.append(probe);

/** Calls `look` after all callbacks of the next frame have run, and gives its result after the paint. */
function inFrame(look) {
  return new Promise((resolve) => {
    // A resize observer runs after the layout, when all that this frame will show is written.
    const observer = new ResizeObserver(() => {
      if (!probe.style.height) return;
      observer.disconnect();
      const seen = look();
      probe.style.height = '';
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(seen);
      port2.postMessage(undefined);
    });
    requestAnimationFrame(() => {
      probe.style.height = '1px';
      observer.observe(probe);
    });
  });
}

async function until(condition) {
  while (!condition()) await new Promise(requestAnimationFrame);
}

document.documentElement.dataset.ready = 'push-to-paint';
