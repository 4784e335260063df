import { StoreName, TUIStore } from '@tencentcloud/chat-uikit-engine';
import style from './hand-written.css';
import { addStyle } from './style.js';

addStyle(style);

const ROW = 60;
const EDGE = 4;
const OVERSCAN = 2;
const ONLINE = 1;

/**
 * About the least work that a browser can do for this picture: windowed rows in plain DOM, the
 * store's own map, and one frame for all changes. It has no support for screen readers, keyboards,
 * languages, sizes, headings or lost connections.
 */
export class HandWrittenList {
  #contacts;
  #statuses = new Map();
  #rows = [];
  /** The drawn rows by user. */
  #byUser = new Map();
  #frame = 0;
  #first = -1;
  #space = element('div', 'hand-space');

  constructor(container, contacts) {
    this.#contacts = contacts;
    this.scroller = element('div', 'hand-list');
    this.#space.style.height = `${contacts.length * ROW + 2 * EDGE}px`;
    this.scroller.append(this.#space);
    container.append(this.scroller);
    const most = Math.ceil(this.scroller.clientHeight / ROW) + 1 + 2 * OVERSCAN;
    for (let number = 0; number < Math.min(most, contacts.length); number++) {
      this.#rows.push(new Row(this.#space));
    }
    TUIStore.watch(StoreName.USER, this.#tasks);
    this.#draw();
    this.scroller.addEventListener('scroll', this.#draw);
  }

  unmount() {
    TUIStore.unwatch(StoreName.USER, this.#tasks);
    cancelAnimationFrame(this.#frame);
    this.scroller.remove();
  }

  #tasks = {
    userStatusList: (statuses) => {
      this.#statuses = statuses;
      this.#frame ||= requestAnimationFrame(this.#update);
    },
  };

  #update = () => {
    this.#frame = 0;
    for (const [userID, row] of this.#byUser) row.paintDot(this.#isOnline(userID));
  };

  #isOnline(userID) {
    return this.#statuses.get(userID)?.statusType === ONLINE;
  }

  #draw = () => {
    const size = this.#rows.length;
    const most = this.#contacts.length - size;
    const top = Math.floor((this.scroller.scrollTop - EDGE) / ROW) - OVERSCAN;
    const first = Math.max(0, Math.min(top, most));
    if (first === this.#first) return;
    for (let index = first; index < first + size; index++) {
      if (this.#first >= 0 && index >= this.#first && index < this.#first + size) continue;
      const row = this.#rows[index % size];
      const contact = this.#contacts[index];
      this.#byUser.delete(row.userID);
      row.paint(contact, index, this.#isOnline(contact.userID));
      this.#byUser.set(contact.userID, row);
    }
    this.#first = first;
  };
}

class Row {
  userID = '';
  element = element('div', 'hand-row');
  isOnline;
  #letters = element('span', '');
  #dot = element('span', '');
  #name = element('span', 'hand-name');

  constructor(parent) {
    const avatar = element('span', 'hand-avatar');
    avatar.append(this.#letters, this.#dot);
    this.element.append(avatar, this.#name);
    parent.append(this.element);
  }

  paint({ userID, name }, index, isOnline) {
    this.userID = userID;
    this.element.dataset.userId = userID;
    this.element.style.top = `${index * ROW + EDGE}px`;
    this.#letters.className = `hand-letters hand-color-${colorOf(userID)}`;
    this.#letters.textContent = initialsOf(name);
    this.#name.textContent = name;
    this.paintDot(isOnline);
  }

  paintDot(isOnline) {
    if (isOnline === this.isOnline) return;
    this.isOnline = isOnline;
    this.#dot.className = isOnline ? 'hand-dot hand-online' : 'hand-dot';
  }
}

/** @param {{ isSorted: boolean }} how whether the list sorts by name itself */
export const mountWith =
  ({ isSorted }) =>
  (container, contacts) => {
    const list = new HandWrittenList(container, isSorted ? sortByName(contacts) : contacts);
    return {
      scroller: list.scroller,
      rows: () =>
        [...list.scroller.querySelectorAll('.hand-row')].map((row) => ({
          userID: row.dataset.userId,
          element: row,
          isOnline: row.querySelector('.hand-online') !== null,
        })),
      unmount: () => list.unmount(),
    };
  };

function sortByName(contacts) {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return contacts.toSorted((a, b) => compare(a.name, b.name));
}

export function initialsOf(name) {
  const space = name.indexOf(' ');
  return name[0] + name[space + 1];
}

/** One of eight colours for a user. */
export function colorOf(text) {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  }
  return (hash ^ (hash >>> 15)) & 7;
}

export function element(tag, className) {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
