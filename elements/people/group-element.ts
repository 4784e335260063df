import { create, setAttribute, setText } from './write.js';

/** One section of a list: its heading, which sticks while its rows pass by, and its rows. */
export class GroupElement {
  readonly element = create('div', 'section');
  heading: HTMLElement | null = null;
  #label: HTMLElement | undefined;
  #count: HTMLElement | undefined;

  /** Without words the section is no group and has no heading. */
  paint(words: readonly [label: string, count: string] | undefined): void {
    setAttribute(this.element, 'role', words ? 'group' : 'presentation');
    if (!words) {
      this.heading?.remove();
      this.heading = null;
      return;
    }
    this.heading ??= this.#makeHeading();
    const [label, count] = words;
    setText(this.#label!, label);
    setText(this.#count!, count);
    setAttribute(this.element, 'aria-label', `${label} ${count}`);
  }

  #makeHeading(): HTMLElement {
    const heading = create('div', 'group', 'group');
    // The group is called the same.
    heading.setAttribute('aria-hidden', 'true');
    this.#label = create('span', 'group-label');
    this.#count = create('span', 'group-count');
    heading.append(this.#label, ' ', this.#count);
    this.element.prepend(heading);
    return heading;
  }
}
