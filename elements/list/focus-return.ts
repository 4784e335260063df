import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether no element of a document has the focus: the one that had it was removed, for example. */
export function isFocusLost({ ownerDocument }: Element): boolean {
  const { activeElement, body } = ownerDocument;
  return !activeElement || activeElement === body;
}

/**
 * Gives the focus to an element when what had the focus inside it goes away with an update, such as
 * the button of an error that is over. Otherwise a keyboard user would begin again at the top of the
 * page.
 */
export class FocusReturn implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #focused: Element | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { shadowRoot } = this.#host;
    this.#focused = shadowRoot?.activeElement ?? this.#focusedChild;
  }

  hostUpdated(): void {
    const focused = this.#focused;
    this.#focused = null;
    if (!focused) return;
    const isRemoved = !focused.isConnected && isFocusLost(this.#host);
    // An element in a slot that is gone has the focus until the next frame.
    const isHidden = focused === this.#focusedChild && focused.getClientRects().length === 0;
    if (isRemoved || isHidden) this.#host.focus();
  }

  /** What the page put into a slot and has the focus. */
  get #focusedChild(): Element | null {
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    return activeElement !== this.#host && this.#host.contains(activeElement)
      ? activeElement
      : null;
  }
}
