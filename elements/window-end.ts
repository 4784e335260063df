import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Disconnects an element when another window that it is in has gone: a pop-up that is closed, or a frame
 * that is removed, takes what is in it along, and the browser tells none of its elements. One that
 * the page moves on afterwards is connected again.
 */
export class WindowEnd implements ReactiveController {
  readonly #host: ReactiveElement;
  #view: Window | undefined;
  #hasEnded = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the element is disconnected for that, though it is still in its document. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  hostConnected(): void {
    this.#hasEnded = false;
    const view: Window | null = this.#host.ownerDocument.defaultView;
    // With the window of this script ends everything anyway.
    if (!view || view === globalThis.window) return;
    this.#view = view;
    view.addEventListener('pagehide', this.#onPageHide);
  }

  hostDisconnected(): void {
    this.#view?.removeEventListener('pagehide', this.#onPageHide);
    this.#view = undefined;
  }

  readonly #onPageHide = ({ persisted }: PageTransitionEvent): void => {
    // The browser may keep a page and show it again.
    if (persisted) return;
    this.#hasEnded = true;
    this.#host.disconnectedCallback();
  };
}
