import type { ReactiveController, ReactiveControllerHost } from 'lit';

const targets = new WeakMap<Element, (isInView: boolean) => void>();
let shared: IntersectionObserver | undefined;

/** One observer for all elements of the page; `undefined` where there is none to be had. */
function observer(): IntersectionObserver | undefined {
  if (!globalThis.IntersectionObserver) return undefined;
  return (shared ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) targets.get(target)?.(isIntersecting);
  }));
}

/**
 * Whether the box inside an element is in view. An element further down a long page then needs no
 * subscription. A DOM without a layout counts as in view.
 */
export class InView implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #box: () => Element | null;
  #observed: Element | undefined;
  #isInView = false;

  /** @param box the observed box, read after each update: a tag may have no box of its own */
  constructor(host: ReactiveControllerHost, box: () => Element | null) {
    this.#host = host;
    this.#box = box;
    host.addController(this);
  }

  get isInView(): boolean {
    return this.#isInView || !observer();
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
    observer()?.observe(box);
  }

  hostDisconnected(): void {
    if (this.#observed) observer()?.unobserve(this.#observed);
    this.#observed = undefined;
    this.#isInView = false;
  }
}
