import { colorIndex, initials, safeAvatar } from '../../src/contacts/index.js';
import { create, setAttribute } from './write.js';

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
  /** What is painted. */
  #id = '';
  #name = '';
  #url: unknown;

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
    if (id === this.#id && name === this.#name && url === this.#url) return;
    this.#id = id;
    this.#name = name;
    this.#url = url;
    setAttribute(this.#letters, 'class', `letters color-${colorIndex(id)}`);
    // Generated content: whoever hears, copies or searches the row wants its name alone.
    setAttribute(this.#letters, 'data-letters', initials(name));
    const safe = safeAvatar(url);
    const source = safe && !failed.has(safe) ? safe : undefined;
    if (source === this.#source) return;
    this.#source = source;
    this.element.classList.remove('loaded');
    this.#image?.remove();
    // A new element, since an old one shows the old face until the new one has come.
    this.#image = source ? this.#load(source) : undefined;
  }

  #load(source: string): HTMLImageElement {
    const image = document.createElement('img');
    const onload = () => this.element.classList.add('loaded');
    image.className = 'picture';
    image.alt = '';
    image.decoding = 'async';
    image.loading = 'lazy';
    image.draggable = false;
    image.onload = onload;
    image.onerror = () => {
      if (failed.size > 999) failed.clear();
      failed.add(source);
      image.remove();
    };
    image.src = source;
    // From the cache it is there at once, and need not fade in.
    if (image.complete && image.naturalWidth) onload();
    this.#letters.after(image);
    return image;
  }
}
