import * as engine from '@tencentcloud/chat-uikit-engine';
import { connect } from 'tui-presence';
import 'tui-presence/define';
import style from './hand-written.css';
import { colorOf, element, initialsOf } from './hand-written.js';
import { addStyle } from './style.js';

addStyle(style);

const { StoreName, TUIStore } = engine;

export const start = () => connect(engine);

/** One `<tui-person>` after the other, as in a table. The page has the names. */
export function mountPersons(container, contacts) {
  const persons = contacts.map(({ userID, name }) => {
    const person = document.createElement('tui-person');
    person.person = { userID, name };
    return person;
  });
  return mounted(container, persons, (person) => ({
    userID: person.person.userID,
    element: person,
    isOnline: person.shadowRoot?.querySelector('.online-status-online') != null,
  }));
}

/** Stacks of ten people each, with dots. */
export function mountStacks(container, contacts) {
  const stacks = [];
  for (let first = 0; first < contacts.length; first += 10) {
    const stack = document.createElement('tui-avatar-stack');
    Object.assign(stack, { people: contacts.slice(first, first + 10), dots: true });
    stacks.push(stack);
  }
  return mounted(container, stacks, (stack) => ({ userID: '', element: stack, isOnline: false }));
}

/** The same picture, name and words in plain spans, drawn once a frame. */
export function mountSpans(container, contacts) {
  const lines = contacts.map((contact) => new Line(contact));
  let frame = 0;
  const draw = () => {
    frame = 0;
    const statuses = TUIStore.getData(StoreName.USER, 'userStatusList');
    for (const line of lines) line.paint(statuses.get(line.userID)?.statusType === 1);
  };
  const tasks = {
    userStatusList: () => {
      frame ||= requestAnimationFrame(draw);
    },
  };
  TUIStore.watch(StoreName.USER, tasks);
  draw();
  const view = mounted(
    container,
    lines.map((line) => line.element),
    (_, index) => lines[index],
  );
  return {
    ...view,
    unmount() {
      TUIStore.unwatch(StoreName.USER, tasks);
      cancelAnimationFrame(frame);
      view.unmount();
    },
  };
}

class Line {
  element = element('span', 'hand-line');
  isOnline;
  #dot = element('span', '');
  #words = element('span', 'hand-words');

  constructor({ userID, name }) {
    this.userID = userID;
    const avatar = element('span', 'hand-avatar');
    const letters = element('span', `hand-letters hand-color-${colorOf(userID)}`);
    letters.textContent = initialsOf(name);
    avatar.append(letters, this.#dot);
    const title = element('span', 'hand-name');
    title.textContent = name;
    this.element.append(avatar, title, this.#words);
  }

  paint(isOnline) {
    if (isOnline === this.isOnline) return;
    this.isOnline = isOnline;
    this.#dot.className = isOnline ? 'hand-dot hand-online' : 'hand-dot';
    this.#words.textContent = isOnline ? 'Online' : 'Not logged in';
  }
}

function mounted(container, elements, rowOf) {
  container.append(...elements);
  return {
    scroller: container,
    rows: () => elements.map(rowOf),
    unmount: () => container.replaceChildren(),
  };
}
