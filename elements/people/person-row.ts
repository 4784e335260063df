import type { TextRange } from '../../src/contacts/filter.js';
import type { Presence } from '../../src/presence.js';
import type { TuiOnlineDot } from '../tui-online-dot.js';
import { Avatar } from './avatar.js';
import { ListRow } from './list-row.js';
import { create } from './write.js';

const DOT_PARTS = 'dot, online-status, online-status-online, online-status-offline';

let template: HTMLElement | undefined;

/** Built once without markup, so that Trusted Types have nothing to say, and then cloned. */
function makeTemplate(): HTMLElement {
  const row = create('div', 'row', 'row');
  const avatar = Avatar.template();
  const dot = create('tui-online-dot', 'dot');
  dot.setAttribute('exportparts', DOT_PARTS);
  // The row speaks for it.
  dot.setAttribute('aria-hidden', 'true');
  avatar.append(dot);
  const words = create('span', 'words');
  const name = create('span', 'name', 'name');
  // Each by its own script, so that what is too long is cut at its end.
  name.dir = 'auto';
  words.append(name);
  row.append(avatar, words);
  return row;
}

/** A row with a face, a name, a dot and a second line. Every write is left out where it is done. */
export class PersonRow extends ListRow {
  readonly avatar: Avatar;
  readonly #name: HTMLElement;
  /** In the row as soon as it has words: most rows have none. */
  protected readonly line: HTMLElement;
  readonly #dot: TuiOnlineDot;
  /** The name that is painted. */
  name = '';
  #marks = '';
  #spoken = '';
  #words = '';

  /** @param linePart what the second line is, for whoever styles it */
  constructor(linePart: string) {
    super((template ??= makeTemplate()).cloneNode(true) as HTMLElement);
    const [avatar, words] = this.element.children;
    this.avatar = new Avatar(avatar as HTMLElement);
    this.#dot = avatar!.lastElementChild as TuiOnlineDot;
    this.#name = words!.firstElementChild as HTMLElement;
    this.line = create('span', 'line', linePart);
    this.line.dir = 'auto';
  }

  /** What is spoken of the row. */
  paintSpoken(text: string): void {
    if (text !== this.#spoken) this.element.setAttribute('aria-label', (this.#spoken = text));
  }

  /** The name, and which stretches of it were searched for. */
  paintName(text: string, marks: readonly TextRange[] = []): void {
    const marked = String(marks);
    if (text === this.name && marked === this.#marks) return;
    this.name = text;
    this.#marks = marked;
    if (!marked) {
      this.#name.textContent = text;
      return;
    }
    const nodes: (Node | string)[] = [];
    let from = 0;
    for (const [start, end] of marks) {
      const mark = document.createElement('mark');
      mark.textContent = text.slice(start, end);
      nodes.push(text.slice(from, start), mark);
      from = end;
    }
    this.#name.replaceChildren(...nodes, text.slice(from));
  }

  /** The second line; empty, it takes no room. */
  paintLine(text: string): void {
    const { line } = this;
    if (text === this.#words) return;
    this.#words = line.textContent = text;
    // The space keeps the two apart for those who read the row as one text.
    if (text && !line.parentNode) this.element.lastElementChild!.append(' ', line);
  }

  /** The dot; without a presence there is none. */
  paintPresence(userID: string, presence: Presence | undefined): void {
    // Where its tag is not registered there are no dots, but a list.
    this.#dot.show?.(userID, presence);
  }
}
