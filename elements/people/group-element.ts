import { create, setAttribute, setText } from './write.js';

/** One section of a list: its heading, which sticks while its rows pass by, and its rows. */
export class GroupElement {
  readonly element = create('div', 'section');
  heading: HTMLElement | null = null;
  #label: HTMLElement | undefined;
  #count: HTMLElement | undefined;

  /** Without words the section is no group and has no heading. */
  paint(words: readonly [label: string, count: string] | undefined): void {
    if (!words) {
      this.element.setAttribute('role', 'presentation');
      return;
    }
    if (!this.heading) {
      this.heading = create('div', 'group', 'group');
      // The group is called the same.
      this.heading.setAttribute('aria-hidden', 'true');
      this.#label = create('span', 'group-label');
      this.#count = create('span', 'group-count');
      this.heading.append(this.#label, ' ', this.#count);
      this.element.prepend(this.heading);
      this.element.setAttribute('role', 'group');
    }
    const [label, count] = words;
    setText(this.#label!, label);
    setText(this.#count!, count);
    setAttribute(this.element, 'aria-label', `${label} ${count}`);
  }
}
