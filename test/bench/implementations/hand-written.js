import { StoreName, TUIStore } from '@tencentcloud/chat-uikit-engine';
import { nameCollator } from '../../../src/contacts/index.js';
import { HandMadeDot } from './hand-made-dot.js';
import style from './hand-written.css';
import { addStyle } from './style.js';

addStyle(style);

const ROW = 60;
const EDGE = 4;
const OVERSCAN = 2;
const ONLINE = 1;

/**
 * What a browser can do at best: a window of rows in plain DOM that draws the row of the contact
 * list, the store's own map, and one frame for all that has changed. It knows nothing of screen
 * readers, keyboards, languages, sizes, headings or lost connections.
 */
export class HandWrittenList {
  #contacts;
  #statuses = new Map();
  #rows = [];
  /** The rows of the window, by user. */
  #byUser = new Map();
  #frame = 0;
  #first = -1;
  #space = element('div', 'hand-space');

  /** @param {typeof Row} Row what its rows are */
  constructor(container, contacts, Row) {
    this.#contacts = contacts;
    this.scroller = element('div', 'hand-list');
    this.#space.style.height = `${contacts.length * ROW + 2 * EDGE}px`;
    this.scroller.append(this.#space);
    container.append(this.scroller);
    const seen = Math.ceil(this.scroller.clientHeight / ROW) + 1 + 2 * OVERSCAN;
    for (let number = 0; number < Math.min(seen, contacts.length); number++) {
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
  #dot;
  #name = element('span', 'hand-name');

  constructor(parent, dot = element('span', '')) {
    const avatar = element('span', 'hand-avatar');
    this.#dot = dot;
    avatar.append(this.#letters, dot);
    this.element.append(avatar, this.#name);
    parent.append(this.element);
  }

  paint({ userID, name }, index, isOnline) {
    this.userID = userID;
    this.element.dataset.userId = userID;
    this.element.style.top = `${index * ROW + EDGE}px`;
    this.#letters.className = `hand-letters hand-color-${hashOf(userID) & 7}`;
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

/**
 * The same with what the API asks of each row at each change: a dot that is an element, with parts
 * and a status, and a row that says it to screen readers.
 */
class MarkedRow extends Row {
  #name = '';
  #dot;

  constructor(parent) {
    const dot = new HandMadeDot();
    dot.className = 'hand-place';
    super(parent, dot);
    this.#dot = dot;
    this.element.role = 'option';
  }

  paint(contact, index, isOnline) {
    this.#name = contact.name;
    this.isOnline = undefined;
    super.paint(contact, index, isOnline);
  }

  paintDot(isOnline) {
    if (isOnline === this.isOnline) return;
    this.isOnline = isOnline;
    this.#dot.paint(isOnline);
    this.element.setAttribute('aria-label', `${this.#name}, ${isOnline ? 'Online' : 'Offline'}`);
  }
}

/**
 * @param {object} how
 * @param {boolean} [how.isSorted] whether the list sorts by name itself
 * @param {boolean} [how.isMarked] whether its rows have what the API asks of ours
 */
export const mountWith =
  ({ isSorted, isMarked }) =>
  (container, contacts) => {
    const people = isSorted ? sortByName(contacts) : contacts;
    const list = new HandWrittenList(container, people, isMarked ? MarkedRow : Row);
    return {
      scroller: list.scroller,
      rows: () =>
        [...list.scroller.querySelectorAll('.hand-row')].map((row) => ({
          userID: row.dataset.userId,
          element: row,
          isOnline: row.querySelector('.hand-online, [status="online"]') !== null,
        })),
      unmount: () => list.unmount(),
    };
  };

function sortByName(contacts) {
  const { compare } = nameCollator('en');
  return contacts.toSorted((a, b) => compare(a.name, b.name));
}

function initialsOf(name) {
  const space = name.indexOf(' ');
  return name[0] + name[space + 1];
}

function hashOf(text) {
  let hash = 0;
  for (let place = 0; place < text.length; place++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(place)) | 0;
  }
  return hash ^ (hash >>> 15);
}

function element(tag, className) {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
