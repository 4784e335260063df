/**
 * The page of the bench: one implementation, named in the address, and what is done to it. It
 * answers the functions that `run.js` calls as `bench.…`; nothing here measures.
 */
import { StoreName, TUIStore } from '@tencentcloud/chat-uikit-engine';
import { makeContacts, numbers } from './contacts.js';
import { startStream } from './stream.js';

const ONLINE = 1;
const OFFLINE = 3;

const ours = async (properties) => {
  const { mountWith, start } = await import('./tui-contact-list.js');
  return { mount: mountWith(properties), start };
};
const byHand = async (how) => {
  const { mountWith } = await import('./hand-written.js');
  return { mount: mountWith(how) };
};

const IMPLEMENTATIONS = {
  none: () => ({ mount: () => ({ rows: () => [], unmount: () => undefined }) }),
  hand: () => byHand({}),
  'hand-name': () => byHand({ isSorted: true }),
  'hand-marked': () => byHand({ isMarked: true }),
  ours: () => ours({ order: 'given' }),
  'ours-name': () => ours({ order: 'name' }),
  'ours-status': () => ours({ order: 'status' }),
  'ours-grouped': () => ours({ order: 'status', groupBy: 'status' }),
  naive: () => import('./naive-lit.js'),
  vue: () => import('./official-vue.js'),
  dots: async () => {
    const { mountDots: mount, start } = await import('./dots.js');
    return { mount, start };
  },
  elements: async () => ({ mount: (await import('./dots.js')).mountElements }),
  spans: async () => ({ mount: (await import('./dots.js')).mountSpans }),
};

const container = document.querySelector('main');
const next = numbers(7);
let implementation;
let stop;
let contacts = [];
let view;

/** Calls back when the frame that is being made, or else the next one, has been painted. */
function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
  });
}

function isOnline(userID) {
  return TUIStore.getData(StoreName.USER, 'userStatusList').get(userID)?.statusType === ONLINE;
}

function push(userIDs, online) {
  const entries = userIDs.map((userID) => ({
    userID,
    statusType: (online ?? !isOnline(userID)) ? ONLINE : OFFLINE,
    customStatus: '',
  }));
  TUIStore.update(StoreName.USER, 'userStatusList', entries);
}

/** The rows that are seen in full. */
function rowsInSight() {
  const { top, bottom } = container.getBoundingClientRect();
  return view.rows().filter(({ element }) => {
    const row = element.getBoundingClientRect();
    return row.height > 0 && row.top >= top && row.bottom <= bottom;
  });
}

const usersInSight = () => rowsInSight().map(({ userID }) => userID);

/** So many users: all that are seen, or nobody who is seen. */
function pick(count, onScreen) {
  const seen = usersInSight();
  if (onScreen) {
    // A page shows a dozen rows: whoever changes with them is off the screen.
    const chosen = new Set(seen.slice(0, count));
    while (chosen.size < Math.min(count, contacts.length)) {
      chosen.add(contacts[next(contacts.length)].userID);
    }
    return [...chosen];
  }
  // Rows drawn beyond the edges are off the screen and yet there.
  const drawn = new Set(view.rows().length < 100 ? view.rows().map(({ userID }) => userID) : seen);
  const others = contacts.filter(({ userID }) => !drawn.has(userID));
  return others.length < count ? undefined : others.slice(-count).map(({ userID }) => userID);
}

/** @param {string} picture a PNG in base64 */
async function bytesOf(picture) {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
}

globalThis.bench = {
  painted,

  /** Makes the contacts and the statuses of all of them, half online, and starts the app. */
  prepare(count) {
    contacts = makeContacts(count);
    TUIStore.update(StoreName.USER, 'displayOnlineStatus', true);
    if (count > 0) {
      push(
        contacts.filter((_, place) => place % 2).map(({ userID }) => userID),
        true,
      );
      push(
        contacts.filter((_, place) => !(place % 2)).map(({ userID }) => userID),
        false,
      );
    }
  },

  start() {
    stop = implementation.start?.();
  },

  stop() {
    stop?.();
  },

  mount() {
    view = implementation.mount(container, contacts);
    return painted();
  },

  unmount() {
    view.unmount();
    view = undefined;
    container.replaceChildren();
    return painted();
  },

  /** Sets the status of the first row. */
  set(online) {
    this.first ??= usersInSight()[0];
    push([this.first], online);
    return painted();
  },

  /** @returns whether there are so many */
  choose(count, onScreen) {
    this.chosen = pick(count, onScreen);
    this.state = false;
    if (this.chosen) push(this.chosen, false);
    return painted().then(() => this.chosen !== undefined);
  },

  /** Changes the chosen users again and again, once a frame, for so long at most; says how often. */
  async changeAll(times, ms) {
    const until = performance.now() + ms;
    let done = 0;
    while (done < times && (done < 1 || performance.now() < until)) {
      this.state = !this.state;
      push(this.chosen, this.state);
      done++;
      await painted();
    }
    return done;
  },

  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),

  /** Starts, mounts, unmounts and stops so many times, and keeps what it has mounted for so long. */
  async cycle(times, ms) {
    for (let time = 0; time < times; time++) {
      this.start();
      await this.mount();
      await this.wait(ms);
      await this.unmount();
      this.stop();
    }
  },

  /** Mounts again what has been mounted before. */
  async remount(times) {
    for (let time = 0; time < times; time++) {
      await this.unmount();
      await this.mount();
    }
  },

  /** So many frames in which nothing happens. */
  async frames(count) {
    for (let frame = 0; frame < count; frame++) await painted();
  },

  /** Scrolls by so many px in each of so many frames. */
  async scroll(frames, step) {
    const { scroller } = view;
    for (let frame = 0; frame < frames; frame++) {
      await new Promise(requestAnimationFrame);
      scroller.scrollTop += step;
    }
    await painted();
    return scroller.scrollTop;
  },

  sequence: numbers(11),

  /** Changes one user a push; says what was drawn in the frames meanwhile. */
  stream(rate, ms) {
    const { sequence } = this;
    return startStream({
      rate,
      ms,
      push: () => {
        const { userID } = contacts[sequence(contacts.length)];
        push([userID]);
        return userID;
      },
      wrong: (skipped) =>
        rowsInSight().filter(
          (row) => !skipped.has(row.userID) && row.isOnline !== isOnline(row.userID),
        ).length,
      seen: () => usersInSight().length,
    });
  },

  /** Rows in sight that do not show what the store knows, once all is drawn. */
  async wrongRows() {
    const seen = new Set();
    let wrong = 0;
    for (const part of [0, 0.5, 1]) {
      view.scroller.scrollTop = part * view.scroller.scrollHeight;
      await painted();
      await painted();
      for (const { userID, isOnline: shown } of rowsInSight()) {
        seen.add(userID);
        if (shown !== isOnline(userID)) wrong++;
      }
    }
    view.scroller.scrollTop = 0;
    return { wrong, seen: seen.size };
  },

  /** How many bytes of colour differ in two pictures; edges painted in parts differ a little. */
  async differences(pictures) {
    const [one, other] = await Promise.all(pictures.map(bytesOf));
    return one.filter((byte, place) => Math.abs(byte - other[place]) > 20).length;
  },

  /** How many functions the store calls. */
  watchers() {
    return Object.values(TUIStore.task).reduce(
      (sum, keys) => sum + Object.values(keys).reduce((all, { size }) => all + size, 0),
      0,
    );
  },
};

// What is measured twice in a round says how much is noise.
const name = new URLSearchParams(location.search).get('implementation').replace('-again', '');
implementation = await IMPLEMENTATIONS[name]();
document.documentElement.dataset.ready = name;
