import { colorIndex, initials, safeAvatar } from '../../src/contacts/index.js';
import { create, setText } from './write.js';

/** Pictures that failed: a row that scrolls back into sight does not ask for them again. */
const failed = new Set<string>();

/**
 * A picture in a circle, over initials on a quiet colour that are seen until it is there, and stay
 * where there is none. Nothing moves when it arrives.
 */
export class Avatar {
  readonly element: HTMLElement;
  readonly #letters: HTMLElement;
  #image: HTMLImageElement | undefined;
  #source: string | undefined;
  #className = '';

  /** @param element an `avatar` with its `letters` as the first child */
  constructor(element: HTMLElement) {
    this.element = element;
    this.#letters = element.firstElementChild as HTMLElement;
  }

  /** The nodes of an avatar, to be cloned. */
  static template(): HTMLElement {
    const element = create('span', 'avatar', 'avatar');
    element.append(create('span', 'letters'));
    return element;
  }

  /**
   * @param id chooses the colour
   * @param url from anywhere; what is not safe to load counts as none
   */
  paint(id: string, name: string, url: unknown): void {
    const className = `letters color-${colorIndex(id)}`;
    if (className !== this.#className) this.#letters.className = this.#className = className;
    setText(this.#letters, initials(name));
    const safe = safeAvatar(url);
    const source = safe && !failed.has(safe) ? safe : undefined;
    if (source === this.#source) return;
    this.#source = source;
    this.#image?.remove();
    // A new element, since an old one shows the old face until the new one has come.
    this.#image = source ? this.#load(source) : undefined;
  }

  #load(source: string): HTMLImageElement {
    const image = document.createElement('img');
    image.className = 'picture';
    image.alt = '';
    image.decoding = 'async';
    image.loading = 'lazy';
    image.draggable = false;
    image.onerror = () => {
      if (failed.size > 999) failed.clear();
      failed.add(source);
      image.remove();
    };
    image.src = source;
    // One from the cache is there at once, and does not fade in.
    if (!image.complete) {
      image.classList.add('coming');
      image.onload = () => image.classList.remove('coming');
    }
    this.#letters.after(image);
    return image;
  }
}
