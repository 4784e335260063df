/** The properties of `ElementInternals` that name an element. */
type InternalName = Pick<ElementInternals, 'role' | 'ariaLabel'>;

/**
 * Gives an element the role of an image and an accessible name, through `ElementInternals`: nothing is
 * written to the tag. A role and a name in attributes are thus always the page's, and win.
 */
export class ImageName {
  readonly #host: HTMLElement;
  readonly #internals: InternalName | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
    // Some simulated browsers have no internals, and no accessibility tree either.
    this.#internals = host.attachInternals?.();
  }

  /** Sets the name where it differs; an empty one makes the image decorative. */
  write(name: string): void {
    if (!this.#internals) return;
    const role = this.#host.getAttribute('role');
    // A name would undo the role.
    const isPresentational = role === 'presentation' || role === 'none';
    const label = isPresentational ? '' : name;
    this.#set('role', label ? 'img' : null);
    this.#set('ariaLabel', label || null);
  }

  #set(property: keyof InternalName, value: string | null): void {
    const internals = this.#internals!;
    try {
      if (internals[property] !== value) internals[property] = value;
    } catch {
      // jsdom 26 has these properties, which throw.
    }
  }
}
