import type { ReactiveController, ReactiveControllerHost } from 'lit';

const targets = new WeakMap<Element, (isInView: boolean) => void>();
const observers = new WeakMap<Document, IntersectionObserver>();

/**
 * One observer for all elements of a document, since it is called in the frames of its own window
 * alone; `undefined` where there is none to be had.
 */
function observerIn(document: Document): IntersectionObserver | undefined {
  const view = document.defaultView;
  if (!view?.IntersectionObserver) return undefined;
  let observer = observers.get(document);
  if (!observer) {
    observer = new view.IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) targets.get(target)?.(isIntersecting);
    });
    observers.set(document, observer);
  }
  return observer;
}

/**
 * Whether the box inside an element is in view. An element further down a long page then needs no
 * subscription. A DOM without a layout counts as in view.
 */
export class InView implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #box: () => Element | null;
  #observed: Element | undefined;
  #observer: IntersectionObserver | undefined;
  #isInView = false;

  /** @param box the observed box, read after each update: a tag may have no box of its own */
  constructor(host: ReactiveControllerHost, box: () => Element | null) {
    this.#host = host;
    this.#box = box;
    host.addController(this);
  }

  get isInView(): boolean {
    return this.#isInView || !globalThis.IntersectionObserver;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const box = this.#box();
    if (!box?.isConnected || box === this.#observed) return;
    this.hostDisconnected();
    this.#observed = box;
    targets.set(box, (isInView) => {
      if (isInView === this.#isInView) return;
      this.#isInView = isInView;
      this.#host.requestUpdate();
    });
    this.#observer = observerIn(box.ownerDocument);
    this.#observer?.observe(box);
  }

  hostDisconnected(): void {
    if (this.#observed) this.#observer?.unobserve(this.#observed);
    this.#observed = this.#observer = undefined;
    this.#isInView = false;
  }
}
