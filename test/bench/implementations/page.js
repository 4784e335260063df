/**
 * The page of the bench: one implementation, named in the address, and the actions of the workloads
 * as functions of `bench`. Nothing here measures.
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
const dots = async () => {
  const { mountDots: mount, start } = await import('./dots.js');
  return { mount, start };
};

const persons = async (mount) => {
  const module = await import('./persons.js');
  return { mount: module[mount], start: module.start };
};

const IMPLEMENTATIONS = {
  none: () => ({ mount: () => ({ rows: () => [], unmount: () => undefined }) }),
  hand: () => byHand({ isSorted: false }),
  'hand-name': () => byHand({ isSorted: true }),
  ours: () => ours({ order: 'given' }),
  'ours-name': () => ours({ order: 'name' }),
  'ours-grouped': () => ours({ order: 'status', groupBy: 'status' }),
  naive: () => import('./naive-lit.js'),
  vue: () => import('./official-vue.js'),
  dots,
  persons: () => persons('mountPersons'),
  stacks: () => persons('mountStacks'),
  'person-spans': async () => ({ mount: (await import('./persons.js')).mountSpans }),
  spans: async () => ({ mount: (await import('./dots.js')).mountSpans }),
};

const container = document.querySelector('main');
const next = numbers(7);
let implementation;
let stop;
let contacts = [];
let view;

/** Resolves when the next frame has been painted. */
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

/** The rows that are visible in full. */
function visibleRows() {
  const { top, bottom } = container.getBoundingClientRect();
  return view.rows().filter(({ element }) => {
    const row = element.getBoundingClientRect();
    return row.height > 0 && row.top >= top && row.bottom <= bottom;
  });
}

const visibleUsers = () => visibleRows().map(({ userID }) => userID);

/** Chooses users: the visible ones first, or those without a drawn row. */
function pick(count, onScreen) {
  const visible = visibleUsers();
  if (onScreen) {
    // A page shows a dozen rows: the other users are off screen.
    const chosen = new Set(visible.slice(0, count));
    while (chosen.size < Math.min(count, contacts.length)) {
      chosen.add(contacts[next(contacts.length)].userID);
    }
    return [...chosen];
  }
  // A windowed list draws some rows beyond its edges.
  const rows = view.rows();
  const drawn = new Set(rows.length < 100 ? rows.map(({ userID }) => userID) : visible);
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

  /** Makes the contacts and their statuses, half of them online. */
  prepare(count) {
    contacts = makeContacts(count);
    TUIStore.update(StoreName.USER, 'displayOnlineStatus', true);
    if (count > 0) {
      push(
        contacts.filter((_, index) => index % 2).map(({ userID }) => userID),
        true,
      );
      push(
        contacts.filter((_, index) => !(index % 2)).map(({ userID }) => userID),
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
    this.first ??= visibleUsers()[0];
    push([this.first], online);
    return painted();
  },

  /** Chooses the users of the next changes. Returns whether there are enough of them. */
  choose(count, onScreen) {
    this.chosen = pick(count, onScreen);
    this.state = false;
    if (this.chosen) push(this.chosen, false);
    return painted().then(() => this.chosen !== undefined);
  },

  /**
   * Changes the chosen users repeatedly, with a pause in which a list can do what it has put off.
   * Returns how often; a slow list stops after the first change that ends later than `ms`.
   */
  async changeAll(times, pause, ms) {
    const until = performance.now() + ms;
    let done = 0;
    while (done < times && (done < 1 || performance.now() < until)) {
      this.state = !this.state;
      push(this.chosen, this.state);
      done++;
      await painted();
      await this.wait(pause);
    }
    return done;
  },

  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),

  /** Starts, mounts, unmounts and stops repeatedly, with `ms` between mounting and unmounting. */
  async cycle(times, ms) {
    for (let time = 0; time < times; time++) {
      this.start();
      await this.mount();
      await this.wait(ms);
      await this.unmount();
      this.stop();
    }
  },

  /** Waits for frames. */
  async frames(count) {
    for (let frame = 0; frame < count; frame++) await painted();
  },

  /** Scrolls by `step` px a frame. */
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

  /** Changes one user a push. Returns what the frames of the stream have shown. */
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
        visibleRows().filter(
          (row) => !skipped.has(row.userID) && row.isOnline !== isOnline(row.userID),
        ).length,
      visible: () => visibleUsers().length,
    });
  },

  /** Scrolls through the list, and counts the rows that do not show the status in the store. */
  async wrongRows() {
    let wrong = 0;
    for (const part of [0, 0.5, 1]) {
      view.scroller.scrollTop = part * view.scroller.scrollHeight;
      await painted();
      await painted();
      wrong += visibleRows().filter((row) => row.isOnline !== isOnline(row.userID)).length;
    }
    view.scroller.scrollTop = 0;
    return wrong;
  },

  /** Counts the bytes of colour that differ in two pictures; antialiased edges may differ a little. */
  async differences(pictures) {
    const [one, other] = await Promise.all(pictures.map(bytesOf));
    return one.filter((byte, place) => Math.abs(byte - other[place]) > 20).length;
  },

  /** The number of the store's watchers. */
  watchers() {
    return Object.values(TUIStore.task).reduce(
      (sum, keys) => sum + Object.values(keys).reduce((all, { size }) => all + size, 0),
      0,
    );
  },
};

const name = new URLSearchParams(location.search).get('implementation');
implementation = await IMPLEMENTATIONS[name]();
document.documentElement.dataset.ready = name;
