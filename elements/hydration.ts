import type { ReactiveElement } from 'lit';

/** The longest wait for the page to have loaded, in ms: one picture may delay the event for ever. */
const LONGEST_WAIT = 3000;

/** How long a browser without `requestIdleCallback` waits after the page has loaded, in ms. */
const IDLE_DELAY = 200;

/** The elements whose tags may still be compared with what a server has sent. */
const pending = new Set<ReactiveElement>();
let isDefining = false;

/** Registers a tag. Elements that are on the page already may have come from a server. */
export function defineTag(tag: string, element: CustomElementConstructor): void {
  isDefining = true;
  try {
    customElements.define(tag, element);
  } finally {
    isDefining = false;
  }
}

/**
 * Keeps an element from writing attributes on its own tag until a framework has hydrated the page.
 *
 * A framework that hydrates compares each tag with what it rendered on the server, and complains of
 * attributes that it does not know. No event says that it has done so. So a tag that came with the
 * page stays as it is until the page has loaded and is idle. An element that a script creates, or that
 * came with a shadow root, was not sent by such a framework and does not wait. Called by the
 * constructor of the element.
 */
export function awaitHydration(element: ReactiveElement): void {
  const { document } = globalThis;
  if (!document || element.shadowRoot) return;
  if (document.readyState !== 'loading' && !(isDefining && element.isConnected)) return;
  if (pending.size === 0) whenIdle(release);
  pending.add(element);
}

/**
 * Writes an attribute on the element's own tag, if it differs; `undefined` removes it. Does nothing
 * while the element awaits hydration; it is updated once more after that.
 */
export function writeOwnAttribute(element: ReactiveElement, name: string, value?: string): void {
  if (isAwaitingHydration(element)) return;
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Whether the tag of this element has to stay as the page has written it. */
export const isAwaitingHydration = (element: ReactiveElement): boolean => pending.has(element);

function release(): void {
  const elements = [...pending];
  pending.clear();
  for (const element of elements) element.requestUpdate();
}

function whenIdle(callback: () => void): void {
  let hasRun = false;
  const run = (): void => {
    if (!hasRun) callback();
    hasRun = true;
  };
  const runIdle = (): void => {
    // Safari has none.
    const request = globalThis.requestIdleCallback as typeof requestIdleCallback | undefined;
    if (request) request(run, { timeout: LONGEST_WAIT });
    else setTimeout(run, IDLE_DELAY);
  };
  if (document.readyState === 'complete') runIdle();
  else {
    addEventListener('load', runIdle, { once: true });
    setTimeout(run, LONGEST_WAIT);
  }
}
