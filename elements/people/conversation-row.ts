import { PersonRow } from './person-row.js';
import { create, setAttribute, setText } from './write.js';

/** Drawn on a grid of 16 by lines of 1.5, so that they can be as light as the text beside them. */
const BELL_OFF = 'M4 11.5h8c-1-1-1-2.5-1-4.5a3 3 0 0 0-6 0c0 2 0 3.5-1 4.5zM7 14h2M2 2l12 12';
const PIN = 'M6 2h4v4l2 3.5H4L6 6zM8 9.5V14';

/** A row with the time beside its name, and the unread count beside its last message. */
export class ConversationRow extends PersonRow {
  readonly #time = create('span', 'time', 'time');
  readonly #draft = create('span', 'draft');
  readonly #muted = createIcon(BELL_OFF, 'muted');
  readonly #pinned = createIcon(PIN, 'pinned');
  readonly #unread = create('span', 'unread', 'unread');
  readonly #said = create('span', 'said');

  constructor() {
    super('last-message');
    const [avatar, words] = this.element.children;
    words!.replaceChildren(
      createPair(words!.firstElementChild!, this.#muted, this.#time),
      createPair(this.#draft, this.line, this.#pinned, this.#unread),
    );
    // In words and in an order that make sense to the ear, all of it is said by one text.
    for (const each of [avatar!, words!]) each.setAttribute('aria-hidden', 'true');
    this.element.append(this.#said);
  }

  override paintSpoken(text: string): void {
    setText(this.#said, text);
  }

  /** A group's picture is square, so that it is never taken for a person's. */
  paintKind(isGroup: boolean): void {
    this.avatar.element.classList.toggle('square', isGroup);
  }

  /** What stands at the ends of the two lines; what is empty takes no room. */
  paintEnds(time: string, unread: string, isMuted: boolean, isPinned: boolean): void {
    setText(this.#time, time);
    setText(this.#unread, unread);
    setAttribute(this.#unread, 'class', isMuted ? 'unread quiet' : 'unread');
    this.#muted.toggleAttribute('hidden', !isMuted);
    this.#pinned.toggleAttribute('hidden', !isPinned);
  }

  /** The word before a draft, in a box of its own: a draft in another script begins after it. */
  paintDraft(word: string): void {
    setText(this.#draft, word);
  }

  /** What is said after the name when there is time for it. */
  paintDescription(text: string): void {
    setAttribute(this.element, 'aria-description', text);
  }
}

function createPair(...children: Element[]): HTMLElement {
  const pair = create('span', 'pair');
  pair.append(...children);
  return pair;
}

function createIcon(drawing: string, part: string): HTMLElement {
  const icon = create('span', 'icon', part);
  const [svg, path] = ['svg', 'path'].map((tag) =>
    document.createElementNS('http://www.w3.org/2000/svg', tag),
  );
  svg!.setAttribute('viewBox', '0 0 16 16');
  path!.setAttribute('d', drawing);
  svg!.append(path!);
  icon.append(svg!);
  return icon;
}
